"""Two versions of a process, step by step, in readable French."""

from dataclasses import dataclass

from csil.difference import morceaux
from csil.historique import Difference
from informations_sensibles.models import EtapeProcessus

LUS = ("qui", "quoi", "a_qui", "delai", "ne_pas_transmettre")
NOMS = {"delai": "Dans quel délai"}


@dataclass(frozen=True)
class Comparee:
    """A step as it became. `sort`: « ajoutée », « retirée », « modifiée », « déplacée » or "" when nothing changed."""

    etape: EtapeProcessus
    ancienne: EtapeProcessus | None
    sort: str
    differences: list[Difference]


def comparer(avant, apres) -> list[Comparee]:
    """The steps of `apres` in their order, then those of `avant` that are gone. `avant` may be None."""
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
        Difference(nom_de(champ), morceaux(lire(ancienne, champ), lire(etape, champ)))
        for champ in LUS
        if lire(ancienne, champ) != lire(etape, champ)
    ]
    deplacee = restees.index(ancienne.pk) != rangs[ancienne.pk]
    return Comparee(
        etape, ancienne, "modifiée" if differences else "déplacée" if deplacee else "", differences
    )


def lire(etape, champ) -> str:
    return str(getattr(etape, champ) or "")


def nom_de(champ) -> str:
    nom = NOMS.get(champ) or EtapeProcessus._meta.get_field(champ).verbose_name
    return nom[:1].upper() + nom[1:]
