"""Sending the minutes round, and approving them: an e-mail to those who were present, with a link, or the document for who has no account."""

from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string

from concertation.compte_rendu.lecture import compte_rendu_pdf, nom_du_fichier
from concertation.compte_rendu.models import CompteRendu
from concertation.convocations.models import Convocation, Reponse
from concertation.presences.feuille import Feuille
from concertation.reunions.actes import passer
from concertation.reunions.etats import Etat
from concertation.reunions.manques import exiger
from csil.actes import acte, creer
from csil.courrier import poster
from csil.fichiers import pdf

OBJET = "Plateforme CSIL : un compte rendu à relire"


class Destinataire(NamedTuple):
    """Names somebody who receives the minutes."""

    convocation: Convocation
    nom: str
    courriel: str
    a_un_compte: bool


def destinataires(reunion) -> list[Destinataire]:
    """List who sat at the table and can be written to; for whoever was replaced without an address, the one who was called."""
    trouves = {}
    for convocation in Feuille(reunion).venus:
        remplace = convocation.reponse == Reponse.REMPLACE and convocation.remplacant_courriel
        courriel = convocation.remplacant_courriel if remplace else convocation.courriel
        if courriel:
            a_un_compte = not remplace and convocation.personne is not None and convocation.personne.is_active
            qui = Destinataire(convocation, convocation.representant, courriel, a_un_compte)
            trouves.setdefault(courriel.lower(), qui)
    return list(trouves.values())


@acte("relire_reunion")
def circuler(reunion, *, par) -> int:
    """Put the minutes together and send them to those who were present; give how many e-mails. Raises ValidationError."""
    exiger(reunion, "relire")
    creer(CompteRendu(reunion=reunion), par=par)
    passer(reunion, Etat.RELECTURE, "compte_rendu_circule", par=par)
    qui = destinataires(reunion)
    for destinataire in qui:
        _ecrire(reunion, destinataire, par)
    return len(qui)


@acte("approuver_reunion")
def approuver(reunion, *, par, lors_de):
    """Approve the minutes at a later meeting, then lock them: a correction is a dated addendum (R55)."""
    exiger(reunion, "approuver")
    if lors_de.debut <= reunion.debut:
        raise ValidationError("Le compte rendu s’approuve à une réunion qui suit celle-ci.")
    reunion.compte_rendu.approuver(par=par, lors_de=lors_de)
    passer(reunion, Etat.APPROUVEE, "compte_rendu_approuve", par=par)


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
