"""What is done with an item of an agenda, by whoever proposed it and by the Référent."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from concertation.ordre_du_jour.etats import EtatPoint
from concertation.ordre_du_jour.reponses import prevenir
from csil.actes import acte, creer, enregistrer
from csil.journal import Verbe, consigner

SANS_MOTIF = "L’ordre du jour est arrêté : un point ajouté maintenant se motive."
REPRIS = ("titre", "attendu", "duree", "intervenant", "pourquoi", "section", "partenaire", "propose_par")


@acte("modifier_point", "concertation.point_modifie")
def modifier(point, *, par, **champs):
    """Change what the item says. The proposer's answer to a question of the Référent makes it wait for an answer again."""
    for nom, valeur in champs.items():
        setattr(point, nom, valeur)
    if point.etat == EtatPoint.A_COMPLETER and par.pk == point.propose_par_id:
        point.etat = EtatPoint.PROPOSE


@acte("repondre_point", "concertation.point_inscrit")
def accepter(point, *, par, section="", reponse="", motif_tardif=""):
    """Put the item on the agenda, at the end of that section or of its own. Late, it needs a reason (R47)."""
    point.section = section or point.section
    point.motif_tardif = motif_tardif or point.motif_tardif
    if point.reunion.est_arretee and not point.motif_tardif:
        raise ValidationError(SANS_MOTIF)
    inscrire(point)
    _repondre(point, par, reponse)


@acte("repondre_point", "concertation.point_a_completer")
def demander(point, *, par, reponse):
    """Ask the proposer for more before the item can stand on the agenda."""
    point.etat = EtatPoint.A_COMPLETER
    _repondre(point, par, reponse)


@acte("repondre_point", "concertation.point_refuse")
def refuser(point, *, par, reponse):
    """Keep the item off the agenda, and say why."""
    point.etat = EtatPoint.REFUSE
    _repondre(point, par, reponse)


@acte("retirer_point", "concertation.point_retire")
def retirer(point, *, par, reponse=""):
    """Withdraw the item: whoever proposed it, or the Référent, off the agenda."""
    _quitter(point)
    point.etat = EtatPoint.RETIRE
    _repondre(point, par, reponse)


@acte("reporter_point", "concertation.point_reporte")
def reporter(point, *, par, reponse=""):
    """Postpone the item to the next draft meeting, or keep it until there is one; give back the item there."""
    return _remettre(point, par, reponse)


@acte("transmettre_point", "concertation.point_reporte")
def transmettre(point, *, par, reponse):
    """Hand on the item of a meeting that will not be held; give back the item of the next one."""
    return _remettre(point, par, reponse)


@acte("modifier_point")
def rejoindre(point, reunion, *, par):
    """Bring to this meeting an item that waited for one."""
    point.reunion = reunion


@acte("modifier_point")
def placer(point, *, par, section, duree, rang):
    """Give the item its place and its length, for whoever arranges the agenda (`arrangement`)."""
    point.section, point.duree, point.rang = section, duree, rang


@acte("commencer_point")
def commencer(point, *, par):
    """Note that the meeting comes to this item; a second tap changes nothing."""
    if not point.commence_le:
        point.commence_le = timezone.now()
        consigner("concertation.point_commence", point, par=par, verbe=Verbe.MODIFICATION)


@acte("joindre_point")
def joindre(point, *, par, nom, genre, octets):
    """Put a verified file beside the item; give back the document."""
    document = point.documents.model(
        point=point, nom=nom, genre=genre, taille=len(octets), contenu=octets, depose_par=par
    )
    return creer(document, par=par, journal="concertation.document_joint")


def inscrire(point) -> None:
    """Place the item at the end of its section, in the middle of the act that puts it on the agenda."""
    deja = point.reunion.points.inscrits().filter(section=point.section)
    dernier = deja.aggregate(models.Max("rang"))["rang__max"]
    point.etat, point.rang = EtatPoint.INSCRIT, (dernier or 0) + 1
    point.reunion.noter_arrangement()


def _quitter(point) -> None:
    """Take it off the agenda, if it stood there."""
    if point.etat == EtatPoint.INSCRIT:
        point.reunion.noter_arrangement()


def _remettre(point, par, reponse):
    """Copy the item, with its documents, to where it goes; this row says that it left."""
    reunion = point.reunion
    suivante = type(reunion).objects.suivante(reunion)
    suite = type(point)(reunion=suivante, reporte_de=point, **{nom: getattr(point, nom) for nom in REPRIS})
    creer(suite, par=par, journal="concertation.point_reporte_ici", verbe=Verbe.MODIFICATION)
    for document in point.documents.all():
        creer(document.copie_pour(suite), par=par)
    _quitter(point)
    point.etat = EtatPoint.REPORTE
    _repondre(point, par, reponse)
    return suite


def _repondre(point, par, reponse) -> None:
    """Keep the word of the answer, and tell the proposer that there is one."""
    point.reponse, point.repondu_le = reponse, timezone.now()
    enregistrer(point)  # the e-mail is named after this version
    prevenir(point, par=par)
