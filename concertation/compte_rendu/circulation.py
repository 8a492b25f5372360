"""The minutes go round: an e-mail to those who were present, with a link, or the document for who has no account."""

from typing import NamedTuple

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string

from concertation.compte_rendu.lecture import compte_rendu_pdf, nom_du_fichier
from concertation.convocations.models import Convocation, Reponse
from concertation.seance.presences import Feuille
from csil.courrier import poster
from csil.fichiers import pdf

OBJET = "Plateforme CSIL : un compte rendu à relire"


class Destinataire(NamedTuple):
    convocation: Convocation
    nom: str
    courriel: str
    a_un_compte: bool


def destinataires(reunion) -> list[Destinataire]:
    """Who sat at the table and can be written to; for whoever was replaced without an address, the one who was called."""
    trouves = {}
    for convocation in Feuille(reunion).venus:
        remplace = convocation.reponse == Reponse.REMPLACE and convocation.remplacant_courriel
        courriel = convocation.remplacant_courriel if remplace else convocation.courriel
        if courriel:
            a_un_compte = not remplace and convocation.personne is not None and convocation.personne.is_active
            qui = Destinataire(convocation, convocation.representant, courriel, a_un_compte)
            trouves.setdefault(courriel.lower(), qui)
    return list(trouves.values())


@transaction.atomic
def circuler(reunion, *, par) -> int:
    """Circulate and write to everybody; how many e-mails. Raises ValidationError when something is still missing."""
    reunion.relire(par=par)
    qui = destinataires(reunion)
    for destinataire in qui:
        _ecrire(reunion, destinataire, par)
    return len(qui)


def _ecrire(reunion, destinataire, par):
    contexte = {
        "nom": destinataire.nom,
        "reunion": reunion,
        "a_un_compte": destinataire.a_un_compte,
        "adresse": f"{settings.CSIL_ADRESSE}{reunion.compte_rendu.get_absolute_url()}",
        "commune": settings.CSIL_COMMUNE,
    }
    pieces = []
    if not destinataire.a_un_compte:
        octets = compte_rendu_pdf(reunion, destinataire.nom)
        pieces = [(nom_du_fichier(reunion), pdf.GENRE, octets)]
    poster(
        destinataire.courriel,
        OBJET,
        render_to_string("concertation/compte_rendu/email/compte_rendu_relire.txt", contexte),
        pieces=pieces,
        cle=f"relecture:{reunion.compte_rendu.pk}:{destinataire.convocation.pk}",
        pour=reunion.compte_rendu,
        par=par,
    )
