"""Two versions of a process or of a circuit compared step by step, in readable French."""

from dataclasses import dataclass

from csil.historique import Difference
from csil.historique.difference import morceaux
from informations_sensibles.commun.versions.models import EtapeDeVersion

NOMS = {"delai": "Dans quel délai"}


@dataclass(frozen=True)
class Comparee:
    """Hold a step as it became. `sort`: « ajoutée », « retirée », « modifiée », « déplacée » or "" when nothing changed."""

    etape: EtapeDeVersion
    ancienne: EtapeDeVersion | None
    sort: str
    differences: list[Difference]


def comparer(avant, apres) -> list[Comparee]:
    """Give the steps of `apres` in their order, then those of `avant`, which may be None, that are gone."""
    anciennes = {etape.pk: etape for etape in avant.etapes.all()} if avant else {}
    suivies = [etape for etape in apres.etapes.all() if etape.origine_id in anciennes]
    rangs = {etape.origine_id: rang for rang, etape in enumerate(suivies)}
    restees = [pk for pk in anciennes if pk in rangs]
    lignes = [
        _comparer(anciennes.get(etape.origine_id), etape, rangs, restees) for etape in apres.etapes.all()
    ]
    parties = [etape for pk, etape in anciennes.items() if pk not in rangs]
    return [*lignes, *(Comparee(etape, etape, "retirée", []) for etape in parties)]


def _comparer(ancienne, etape, rangs, restees) -> Comparee:
    if ancienne is None:
        return Comparee(etape, None, "ajoutée", [])
    differences = [
        Difference(nom_de(etape, champ), morceaux(lire(ancienne, champ), lire(etape, champ)))
        for champ in etape.LUS
        if lire(ancienne, champ) != lire(etape, champ)
    ]
    deplacee = restees.index(ancienne.pk) != rangs[ancienne.pk]
    return Comparee(
        etape, ancienne, "modifiée" if differences else "déplacée" if deplacee else "", differences
    )


def lire(objet, champ) -> str:
    """Put a value as a person reads it: the words of a choice, « oui » or « non » for a box."""
    dit = getattr(objet, f"get_{champ}_display", None)
    valeur = dit() if dit else getattr(objet, champ)
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    return str(valeur or "")


def nom_de(objet, champ) -> str:
    nom = NOMS.get(champ) or objet._meta.get_field(champ).verbose_name
    return nom[:1].upper() + nom[1:]


def comparer_cases(avant, apres, champs) -> list[Difference]:
    """Give what was ticked or unticked among these boxes."""
    return [
        Difference(nom_de(apres, champ), morceaux(lire(avant, champ), lire(apres, champ)))
        for champ in champs
        if avant and lire(avant, champ) != lire(apres, champ)
    ]
