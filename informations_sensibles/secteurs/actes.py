"""What people do with a sector: its organisations, its people, its police contact point, its drills, its processes."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone

from csil.actes import acte, changer, creer
from csil.comptes.groupes import POINTS_DE_CONTACT
from csil.courrier import poster
from csil.journal import Verbe, consigner
from informations_sensibles.commun.versions.actes import dire, mettre_en_vigueur


def ajouter_organisation(cls, *, par, secteur, **champs):
    """Insert an organisation of the sector."""
    return creer(cls(secteur=secteur, **champs), par=par, journal="cellule.organisation_ajoutee")


@acte("tenir_secteur")
def modifier_organisation(organisation, *, par, **champs):
    """Correct what is said of the organisation."""
    if changer(organisation, **champs):
        _dire_modifie(organisation, "organisation_modifiee", par)


@transaction.atomic
def designer_correspondant(cls, *, par, secteur, personne, fonction, fin=None):
    """Make this person answer for the sector from now on. Raises ValidationError for oneself or without the group."""
    if personne == par:
        raise ValidationError("Personne ne se désigne soi-même.")
    if not personne.attributions.filter(groupe__name=POINTS_DE_CONTACT).exists():
        raise ValidationError(
            "Un administrateur met d’abord cette personne dans le groupe « Points de contact sectoriels »."
        )
    correspondant = creer(cls(secteur=secteur, personne=personne, fonction=fonction, fin=fin), par=par)
    _dire_de(correspondant, "correspondant_designe", par)
    return correspondant


@acte("terminer_correspondance")
def terminer(correspondant, *, par):
    """End it now: the sector's pages close at the person's next request."""
    correspondant.fin = timezone.now()
    _dire_de(correspondant, "correspondant_termine", par)


@transaction.atomic
def designer_point(cls, *, par, secteur, **champs):
    """Give the sector its only police contact point, and withdraw the former one in the same act."""
    for ancien in cls.objects.actuels().filter(secteur=secteur):
        ancien.retirer(par=par)
    point = cls(secteur=secteur, confirme_par=par, **champs)
    return creer(point, par=par, journal="cellule.point_designe")


@acte("tenir_secteur")
def modifier_point(point, *, par, contact, personne, **champs):
    """Correct what is said of the contact point, who it is included."""
    point.contact, point.personne = contact, personne
    point.nommer()
    if changer(point, **champs):
        _dire_modifie(point, "point_modifie", par)


@acte("confirmer_point", "cellule.point_confirme")
def confirmer(point, *, par):
    """Say « Toujours exact »."""
    point.confirme_le, point.confirme_par = timezone.now(), par
    point._change_reason = "Toujours exact"


@acte("retirer_point", "cellule.point_retire")
def retirer(point, *, par):
    """Leave the sector without this contact point."""
    point.retire_le, point.retire_par = timezone.now(), par


def planifier(cls, *, par, secteur, prevu_le):
    """Plan a drill of the sector, one at a time. Raises ValidationError while another one is open."""
    if cls.objects.filter(secteur=secteur, conclu_le=None).exists():
        raise ValidationError("Un exercice est déjà en cours pour ce secteur : concluez-le d’abord.")
    exercice = cls(secteur=secteur, prevu_le=prevu_le, prevu_par=par)
    return creer(exercice, par=par, journal="cellule.exercice_prevu")


@acte("envoyer_essai", "cellule.exercice_envoye")
def envoyer(exercice, *, par):
    """Send the test message to the address of the contact point; without an address it was given by word."""
    exercice.envoye_le = timezone.now()
    point = exercice.secteur.points.actuels().complets().first()
    if point and point.courriel:
        contexte = {"par": par, "commune": settings.CSIL_COMMUNE}
        texte = render_to_string("informations_sensibles/secteurs/email/exercice.txt", contexte)
        poster(point.courriel, "Exercice : message d’essai", texte, pour=exercice, par=par)


@acte("conclure_exercice", "cellule.exercice_conclu")
def conclure(exercice, *, par, resultat, commentaire="", repondu_le=None):
    """Say what came of the drill; `repondu_le` is required unless nobody answered."""
    if (resultat == "sans_reponse") == bool(repondu_le):
        raise ValidationError(
            {"repondu_le": "Donnez le moment de la réponse, ou choisissez « Aucune réponse »."}
        )
    exercice.resultat, exercice.commentaire, exercice.repondu_le = resultat, commentaire, repondu_le
    exercice.conclu_le = timezone.now()


@transaction.atomic
def proposer(cls, *, par, secteur, titre, but):
    """Insert a process and its first draft, still without steps."""
    processus = cls(secteur=secteur, titre=titre, but=but, propose_par=par)
    creer(processus, par=par, journal="cellule.processus_propose")
    processus.nouveau_brouillon(par=par)
    return processus


@acte("rediger_processus")
def modifier_processus(processus, *, par, **champs):
    """Correct the title and the aim of the process."""
    if changer(processus, **champs):
        _dire_modifie(processus, "processus_modifie", par)


@acte("approuver_version")
def approuver(version, *, par, jusqu_au=None):
    """Put the version of a process in force from now on, and replace the one before in the same act."""
    version.approuvee_par = par
    mettre_en_vigueur(version, jusqu_au=jusqu_au)
    dire(version, "approuvee", par)


def _dire_modifie(objet, quoi, par):
    consigner(f"cellule.{quoi}", objet, par=par, verbe=Verbe.MODIFICATION)


def _dire_de(correspondant, acte, par):
    consigner(
        f"cellule.{acte}",
        correspondant,
        par=par,
        verbe=Verbe.ATTRIBUTION,
        destinataires=[str(correspondant.personne_id)],
    )
