"""The acts of a transmission: prepared, checked by a second person, released with its frozen copy, acknowledged, answered.

`Transmission` lists them all; whose each one is, in which state, is told in `droits.py`.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from csil.actes import ActeRefuse, acte, creer, enregistrer, reprendre
from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import LIBERENT, NOYAU, REDIGENT, a_un_role
from informations_sensibles.commun.vocabulaire import Tlp
from informations_sensibles.informations.etats import CodeTraitement
from informations_sensibles.transmissions.droits import contribue
from informations_sensibles.transmissions.envoi.conditions import (
    demande_une_precision,
    manques,
    obstacles,
    voulues,
)
from informations_sensibles.transmissions.envoi.copie import composer_copie
from informations_sensibles.transmissions.envoi.courriels import annoncer_transmission
from informations_sensibles.transmissions.etats import Direction, EtatTransmission
from informations_sensibles.transmissions.models.condition_transmission import CodeCondition
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.information_transmise import empreinte
from informations_sensibles.transmissions.models.retour_transmission import CodeRetour, RetourTransmission

# Prepared by one person


@transaction.atomic
def preparer(cls, *, par, dossier, informations, **champs):
    """Create a transmission of these informations of a dossier, with the conditions that it must meet.

    Raises ActeRefuse for a dossier to which `par` may not add, ValidationError for what may not go out.
    """
    if not a_un_role(par, (*REDIGENT, *NOYAU)) or not contribue(par, dossier.pk):
        raise ActeRefuse("Une transmission se prépare par qui contribue au dossier.")
    faite = cls(direction=Direction.VERS, etat=EtatTransmission.PREPAREE, preparee_par=par, **champs)
    faite.dossier, faite.reference_dossier = dossier, dossier.reference
    _marquer(faite, informations)
    creer(faite, par=par, journal="cellule.transmission_preparee", verbe=Verbe.MODIFICATION)
    _couvrir(faite, informations, par)
    return faite


@acte("modifier_transmission", "cellule.transmission_modifiee")
def modifier(transmission, *, par, informations, **champs):
    """Change what a transmission sends, and how: what was checked is to be checked again."""
    for nom, valeur in champs.items():
        setattr(transmission, nom, valeur)
    transmission.mot_renvoi = ""
    _marquer(transmission, informations)
    enregistrer(transmission, "mot_renvoi")  # a version, even when only what it covers has changed
    _couvrir(transmission, informations, par)


def _marquer(transmission, informations):
    """Give the transmission the strictest code and TLP of what it covers. Raises ValidationError for what may not go out."""
    if not informations:
        raise ValidationError({"informations": "Choisissez au moins une information."})
    for information in informations:
        if information.dossier_id != transmission.dossier_id:
            raise ValidationError({"informations": f"{information} n’est pas de ce dossier."})
        if phrases := information.obstacles("transmission"):
            raise ValidationError({"informations": [f"{information} : {phrase}" for phrase in phrases]})
    codes, etiquettes = list(CodeTraitement.values), list(Tlp.values)  # from the freest, from the strictest
    transmission.code_traitement = max((i.code_traitement for i in informations), key=codes.index)
    transmission.tlp = min((i.tlp for i in informations), key=etiquettes.index)
    transmission.mineur = transmission.dossier.mineur == "oui"


def _couvrir(transmission, informations, par):
    """Cover exactly these informations, and lay down again the conditions that they ask for."""
    nouvelles = {information.pk: information for information in informations}
    for couverte in transmission.couvertures.couvertes():
        if nouvelles.pop(couverte.information_id, None) is None:
            couverte.retiree_le = timezone.now()
            couverte.save()
    for information in nouvelles.values():
        transmission.couvertures.create(information=information, par=par)
    _oublier_les_constats(transmission)
    deja = set(transmission.conditions.values_list("code", "information"))
    for code, information in voulues(transmission, informations):
        if (code, information and information.pk) not in deja:
            transmission.conditions.create(code=code, information=information)


def _oublier_les_constats(transmission):
    for condition in transmission.conditions.exclude(tenue=None):
        condition.tenue, condition.detail, condition.derogation = None, "", False
        condition.constatee_par = condition.constatee_le = None
        condition.save()


# Checked by another


@acte("verifier_transmission")
def constater(transmission, condition, *, par, tenue, detail=""):
    """Say that one condition holds, or that it does not.

    Raises ValidationError when the platform itself knows that it does not.
    """
    reprendre(condition)
    if condition.transmission_id != transmission.pk:
        raise ActeRefuse("Cette condition est celle d’une autre transmission.")
    if condition.derogation:
        raise ValidationError("Le Bourgmestre y a dérogé : cette condition ne se constate plus.")
    if tenue and (phrases := obstacles(transmission, condition)):
        raise ValidationError(phrases)
    if demande_une_precision(condition.code) and not detail:
        raise ValidationError({"detail": "Dites par qui et quand, ou ce qui manque."})
    _noter(condition, par, tenue=tenue, detail=detail)
    consigner(
        "cellule.transmission_constat",
        transmission,
        par=par,
        verbe=Verbe.MODIFICATION,
        motif=condition.code,
    )


@acte("deroger_transmission")
def deroger(transmission, *, par, motif):
    """Let what was born of a concertation serve this other purpose, for a reason that the journal keeps (R36)."""
    condition = transmission.conditions.filter(code=CodeCondition.CONCERTATION).first()
    if condition is None:
        raise ValidationError("Rien ici ne vient d’une concertation de cas.")
    _noter(condition, par, tenue=True, detail=motif, derogation=True)
    consigner("cellule.transmission_derogation", transmission, par=par, verbe=Verbe.MODIFICATION, motif=motif)


def _noter(condition, par, **champs):
    for nom, valeur in champs.items():
        setattr(condition, nom, valeur)
    condition.constatee_par, condition.constatee_le = par, timezone.now()
    condition.full_clean()
    condition.save()


@acte("verifier_transmission", "cellule.transmission_verifiee")
def verifier(transmission, *, par):
    """Declare that every condition of a transmission holds: what its informations say now is what may leave."""
    _exiger(manques(transmission))
    lues = {information.pk: information for information in transmission.informations_couvertes()}
    for couverte in transmission.couvertures.couvertes():
        couverte.empreinte = empreinte(lues[couverte.information_id])
        couverte.save()
    transmission.etat, transmission.mot_renvoi = EtatTransmission.VERIFIEE, ""
    transmission.verifiee_par, transmission.verifiee_le = par, timezone.now()


@acte("renvoyer_transmission", "cellule.transmission_renvoyee")
def renvoyer(transmission, *, par, motif):
    """Send a transmission back to who prepared it, with a word on what to put right: each condition is to be looked at again."""
    if not motif:
        raise ValidationError({"motif": "Dites ce qui est à corriger."})
    transmission.etat, transmission.mot_renvoi = EtatTransmission.PREPAREE, motif
    transmission.verifiee_par = transmission.verifiee_le = None
    enregistrer(transmission)  # conditions change while it is prepared only
    _oublier_les_constats(transmission)


@acte("annuler_transmission", "cellule.transmission_annulee")
def annuler(transmission, *, par, motif):
    """Call a transmission off, for a reason, before it leaves."""
    if not motif:
        raise ValidationError({"motif": "Dites pourquoi elle est annulée."})
    transmission.etat, transmission.motif_annulation = EtatTransmission.ANNULEE, motif
    transmission.fini_le = timezone.now()


def _exiger(phrases):
    if phrases:
        raise ValidationError(phrases)


# Released, with its copy


@acte("liberer_transmission")
def liberer(transmission, *, par):
    """Let a transmission leave: freeze its copy under its reader's name, and tell the reader that something waits.

    Raises ValidationError, with each reason, when a condition stopped holding since the check.
    """
    _exiger(manques(transmission))
    informations = list(
        transmission.informations_couvertes()
    )  # once it left, who releases may no longer read them
    transmission.etat = EtatTransmission.LIBEREE
    transmission.liberee_par, transmission.liberee_le = par, timezone.now()
    transmission.retour_attendu_le = timezone.localdate() + timedelta(days=transmission.retour_sous)
    enregistrer(transmission)  # only what is released has a copy
    CopieFigee.figer(transmission, composer_copie(transmission, informations), par=par)
    consigner(
        "cellule.transmission_liberee",
        transmission,
        par=par,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(transmission.destinataire_id)],
    )
    annoncer_transmission(transmission, par)


# Acknowledged and answered


@acte("accuser_transmission", "cellule.transmission_accusee")
def accuser(transmission, *, par):
    """Acknowledge a transmission that one was sent."""
    transmission.etat = EtatTransmission.ACCUSEE
    transmission.accusee_par, transmission.accusee_le = par, timezone.now()


@acte("repondre_transmission", "cellule.transmission_retour", verbe=Verbe.COLLECTE)
def repondre(transmission, *, par, **champs):
    """Answer a transmission that one was sent, on the platform; give the return."""
    return _recevoir_retour(transmission, par, hors_ligne=False, **champs)


@acte("consigner_retour", "cellule.transmission_retour", verbe=Verbe.COLLECTE)
def consigner_retour(transmission, *, par, **champs):
    """Note a return that came by the separate network; give it."""
    return _recevoir_retour(transmission, par, hors_ligne=True, **champs)


def _recevoir_retour(transmission, par, **champs):
    """Keep a return; the transmission ends with it, unless it says that more is to come."""
    retour = creer(RetourTransmission(transmission=transmission, par=par, **champs), par=par)
    if retour.code != CodeRetour.RECU:
        transmission.etat, transmission.fini_le = EtatTransmission.RETOUR_RECU, timezone.now()
    return retour


# What comes from the TFL


@transaction.atomic
def enregistrer_arrivee(cls, *, par, dossier=None, **champs):
    """Create a transmission of what the TFL sent: reference data only, its text stays on the separate network."""
    if not a_un_role(par, LIBERENT):
        raise ActeRefuse("Ce qui vient de la TFL s’enregistre par l’Officier ou le Chef de Corps.")
    if dossier is not None and not contribue(par, dossier.pk):
        raise ValidationError({"dossier": "Vous ne pouvez rien ajouter à ce dossier."})
    arrivee = cls(direction=Direction.DE, etat=EtatTransmission.RECUE, preparee_par=par, **champs)
    arrivee.dossier, arrivee.reference_dossier = dossier, dossier.reference if dossier else ""
    return creer(arrivee, par=par, journal="cellule.transmission_arrivee")


@acte("accuser_arrivee", "cellule.transmission_accusee")
def accuser_arrivee(transmission, *, par):
    """Acknowledge what came from the TFL: it asks for nothing more."""
    transmission.etat, transmission.accusee_par = EtatTransmission.ACCUSEE, par
    transmission.accusee_le = transmission.fini_le = timezone.now()


@acte("lier_information", "cellule.transmission_liee", verbe=Verbe.INTERCONNEXION)
def lier_information(transmission, information, *, par):
    """Link the information that was born of what came from the TFL."""
    if transmission.couvertures.couvertes().filter(information=information).exists():
        raise ValidationError("Cette information est déjà liée.")
    transmission.couvertures.create(information=information, par=par)
