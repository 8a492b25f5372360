"""What people do with a mandate: ask for it, decide about it, lift its suspensions, review it, end it."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from csil.actes import ActeRefuse, acte, creer
from csil.comptes import groupes
from csil.comptes.models import Attribution
from csil.journal import Verbe, consigner


class Revue(models.TextChoices):
    """What an authority answers when a mandate is reviewed (every six months, H13)."""

    CONFIRMER = "confirmer", "Confirmer : le mandat garde sa date de fin"
    RACCOURCIR = "raccourcir", "Raccourcir : le mandat prend fin plus tôt"
    TERMINER = "terminer", "Mettre fin au mandat maintenant"


@transaction.atomic
def demander(modele, *, par, personne, groupe, **champs):
    """Ask for a mandate and put the person in its group; it opens nothing before it is confirmed.

    Raises ValidationError if one asks for oneself, or if the dates or texts are wrong.
    """
    mandat = creer(modele(demande_par=par, personne=personne, groupe=groupe, **champs), par=par)
    if not Attribution.objects.filter(personne=personne, groupe=groupe).exists():
        attribution = Attribution(
            personne=personne, groupe=groupe, attribuee_par=par, motif=mandat.motif[:250]
        )
        creer(attribution, par=par)
    _consigner("mandat_demande", mandat, par, mandat.motif)
    return mandat


@acte("confirmer_mandat")
def confirmer(mandat, *, par, pourquoi=""):
    """Confirm a mandate that waits: it opens its group between its dates."""
    mandat.confirme_par, mandat.confirme_le, mandat.decision = par, timezone.now(), pourquoi
    _consigner("mandat_confirme", mandat, par, pourquoi)


@acte("confirmer_mandat")
def refuser(mandat, *, par, pourquoi):
    """Refuse a mandate that waits, with the reason that its person will read."""
    _exiger(pourquoi, "pourquoi", "Dites pourquoi vous refusez : la personne concernée le lira.")
    mandat.refuse_par, mandat.refuse_le, mandat.decision = par, timezone.now(), pourquoi
    _consigner("mandat_refuse", mandat, par, pourquoi)


@acte("terminer_mandat")
def terminer(mandat, *, par, pourquoi):
    """End the mandate for good, from now on."""
    _exiger(pourquoi, "pourquoi", "Dites pourquoi le mandat prend fin.")
    mandat.termine_par, mandat.termine_le, mandat.decision = par, timezone.now(), pourquoi
    _consigner("mandat_termine", mandat, par, pourquoi)


@acte("lever_suspension")
def lever(mandat, *, par, pourquoi="", vues=None):
    """Confirm a suspended mandate again: all its suspensions are lifted, and the review begins anew.

    `vues`: keys of the suspensions that the authority was shown; raises ValidationError if there are others since,
    or if the person has no second factor (installing it would suspend the mandate again).
    """
    ouvertes = list(mandat.suspensions.ouvertes().select_for_update())
    if vues is not None and {str(suspension.pk) for suspension in ouvertes} != set(vues):
        raise ValidationError(
            "Entre-temps, le compte de cette personne a encore changé : relisez les causes avant de décider."
        )
    if not mandat.personne.second_facteur_installe:
        raise ValidationError(
            "Cette personne doit d’abord installer son second facteur : le faire après suspendrait de nouveau le mandat."
        )
    for suspension in ouvertes:
        suspension.levee_par, suspension.levee_le, suspension.motif_levee = par, timezone.now(), pourquoi
        suspension.save(update_fields=["levee_par", "levee_le", "motif_levee"])
    _noter_revue(mandat, par, pourquoi)
    _consigner("suspension_levee", mandat, par, pourquoi)


@acte("revoir_mandat")
def revoir(mandat, *, par, decision, fin=None, motif=""):
    """Review the mandate, as an authority other than its holder (H13): keep it, shorten it to `fin`, or end it.

    Raises ValidationError for a date that does not shorten, or without a reason where one is due.
    """
    if decision == Revue.TERMINER:
        return mandat.terminer(par=par, pourquoi=motif)
    if decision not in Revue.values:
        raise ValidationError("Cette décision n’existe pas.")
    if decision == Revue.RACCOURCIR:
        if fin is None or not timezone.now() < fin < mandat.fin:
            raise ValidationError({"fin": "Choisissez un jour d’ici la date de fin actuelle du mandat."})
        _exiger(motif, "motif", "Dites pourquoi le mandat est raccourci.")
        mandat.fin = fin
    _noter_revue(mandat, par, motif)
    _consigner("mandat_raccourci" if decision == Revue.RACCOURCIR else "mandat_revu", mandat, par, motif)


def attester(modele, personne, *, par, valable_jusqu_au):
    """Attest that `personne` holds a clearance of level SECRET until that day; a past day says that it was withdrawn.

    Raises ActeRefuse if `par` is no authority, ValidationError for oneself.
    """
    if not par.est_membre(*groupes.AUTORITES):
        raise ActeRefuse("Une habilitation s’atteste par une autorité.")
    attestation = modele(personne=personne, attestee_par=par, valable_jusqu_au=valable_jusqu_au)
    return creer(attestation, par=par, journal="partenaires.habilitation_attestee")


@transaction.atomic
def retirer_groupe(attribution, *, par, motif) -> None:
    """Take a person out of a group and, in the same act, end the mandates that stood behind it."""
    mandats = attribution.personne.mandats.en_cours().filter(groupe=attribution.groupe)
    attribution.retirer(par=par, motif=motif)
    for mandat in mandats:
        mandat.terminer(par=par, pourquoi=motif)


def _exiger(raison, champ, phrase):
    if not raison.strip():
        raise ValidationError({champ: phrase})


def _noter_revue(mandat, par, raison):
    mandat.revu_par, mandat.revu_le, mandat.decision = par, timezone.now(), raison


def _consigner(fait, mandat, par, raison):
    consigner(f"partenaires.{fait}", mandat, par=par, verbe=Verbe.ATTRIBUTION, motif=raison)
