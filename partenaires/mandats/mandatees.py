"""The persons under mandate, with their functions: the effective rights at this moment, to take away (R07)."""

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch

from csil.comptes.models import Engagement
from csil.texte.typographie import date_heure, date_longue
from partenaires.mandats.models.attestation import attestation_de
from partenaires.mandats.models.mandat import Mandat


def mandatees(user):
    """List the mandates that open a group now, as `csil_groupe_en_vigueur` says, by person."""
    facteur = Authenticator.objects.filter(user=OuterRef("personne"), type=Authenticator.Type.TOTP)
    engagements = Prefetch(
        "personne__engagements", Engagement.objects.select_related("texte").order_by("-texte__version")
    )
    return (
        Mandat.objects.visible_to(user)
        .effectifs()
        .select_related("personne__appartenance__partenaire", "groupe__profil")
        .prefetch_related(engagements, "personne__attestations", "suspensions")
        .annotate(second_facteur=Exists(facteur))
        .order_by("groupe__profil__ordre", "personne__nom", "pk")
    )


def fonction(mandat) -> str:
    """Name the function of its person at a partner."""
    appartenance = getattr(mandat.personne, "appartenance", None)
    return appartenance.fonction if appartenance else ""


def partenaire(mandat) -> str:
    """Name the partner of its person."""
    appartenance = getattr(mandat.personne, "appartenance", None)
    return appartenance.partenaire.nom_court if appartenance else ""


def engagement(mandat):
    """Find the highest version of the undertaking that the person accepted."""
    return next(iter(mandat.personne.engagements.all()), None)


def habilitation(mandat) -> str:
    """Say « oui, jusqu’au … » for a police member; nothing for the others, of whom none is asked."""
    if not mandat.demande_habilitation:
        return ""
    attestation = attestation_de(mandat.personne)
    if attestation is None:
        return "à attester"
    jour = date_longue(attestation.valable_jusqu_au)
    return f"oui, jusqu’au {jour}" if attestation.tient else f"non, finie le {jour}"


def _engagement(mandat) -> str:
    signe = engagement(mandat)
    return f"version {signe.texte.version}, le {date_longue(signe.accepte_le)}" if signe else "à signer"


COLONNES = {
    "Personne": lambda m: m.personne,
    "Fonction": fonction,
    "Partenaire": partenaire,
    "Groupe": lambda m: m.groupe,
    "Qualité": lambda m: m.get_qualite_display(),
    "Du": lambda m: date_heure(m.debut),
    "Au": lambda m: date_heure(m.fin),
    "Confirmé ou revu le": lambda m: date_longue(m.revu_le or m.confirme_le),
    "Habilitation de niveau SECRET": habilitation,
    "Engagement de confidentialité": _engagement,
    "Second facteur": lambda m: "installé" if m.second_facteur else "à installer",
}
