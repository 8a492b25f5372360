"""Where a masked passage may still be read, by who may read both: to be masked or put right there too (F13)."""

from collections.abc import Iterator
from dataclasses import dataclass

from csil.historique.difference import morceaux
from informations_sensibles.dossiers.models import Facteur
from informations_sensibles.informations.models.information import Information

# Under this many characters, a word is too common to be looked for elsewhere.
LISIBLE = 4
TEXTES_DU_DOSSIER = ("signes", "necessite", "proportionnalite", "subsidiarite", "interet_enfant")


@dataclass(frozen=True)
class Lieu:
    """Name a place where it stands. `quoi`: « le mot de l’étape Valider » ; `adresse`: its page."""

    quoi: str
    adresse: str


def passages(masque) -> list[str]:
    """List what this mask took out, as it was written."""
    retires = (
        texte.strip()
        for genre, texte in morceaux(masque.avant, masque.information.synthese)
        if genre == "del"
    )
    return [texte for texte in retires if len(texte) >= LISIBLE]


def lieux(information, masques, user) -> list[Lieu]:
    """List where what was masked stands elsewhere, in a fixed number of queries. `masques`: what this person reads of the information's masked passages."""
    cherches = [texte.casefold() for masque in masques for texte in passages(masque)]
    if not cherches:
        return []
    textes = [*_de_l_information(information), *_du_dossier(information, user)]
    trouves = (Lieu(quoi, adresse) for quoi, adresse, texte in textes if _contient(texte, cherches))
    return list(dict.fromkeys(trouves))


def _contient(texte: str, cherches: list[str]) -> bool:
    return any(cherche in texte.casefold() for cherche in cherches)


def _de_l_information(information) -> Iterator[tuple[str, str, str]]:
    ici = information.get_absolute_url()
    yield "le mot de la validation", ici, information.motif_validation
    for etape in information.etapes.all():
        yield f"le mot de l’étape « {etape.nom} »", ici, etape.mot
    for rectification in information.rectifications.all():
        yield "une rectification", ici, f"{rectification.faux} {rectification.motif}"


def _du_dossier(information, user) -> Iterator[tuple[str, str, str]]:
    dossier = information.dossier_lu
    if dossier is None:
        return
    for autre in Information.objects.visible_to(user).filter(dossier=dossier).exclude(pk=information.pk):
        yield f"l’information {autre}", autre.get_absolute_url(), autre.synthese
    for nom in TEXTES_DU_DOSSIER:
        yield f"le dossier {dossier}", dossier.get_absolute_url(), getattr(dossier, nom)
    for facteur in Facteur.objects.filter(dossier=dossier):
        yield f"un facteur du dossier {dossier}", dossier.get_absolute_url(), facteur.texte
