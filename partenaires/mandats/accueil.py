"""What mandates ask of people, on their home page: of the authorities, of the data protection officer, of the holders."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from csil.accueil import Tache
from csil.comptes.groupes import AUTORITES, DPO
from csil.texte.typographie import date_longue
from partenaires.mandats.models.attestation import POLICIERS, attestation_de
from partenaires.mandats.models.mandat import Mandat


def a_confirmer(user):
    """List, for an authority, the mandates that wait for a third person, or for being confirmed again."""
    if not user.est_membre(*AUTORITES):
        return
    visibles = Mandat.objects.visible_to(user).select_related("personne", "groupe", "demande_par")
    for mandat in visibles.en_attente():
        if "confirmer_mandat" in mandat.droits_de(user):
            yield Tache(
                quoi="Confirmer ou refuser un mandat",
                contexte=f"{mandat.groupe}, demandé par {mandat.demande_par} le {date_longue(mandat.demande_le)}",
                adresse=mandat.get_absolute_url(),
                bouton="Examiner",
                depuis=mandat.demande_le,
            )
    for mandat in visibles.suspendus().prefetch_related("suspensions"):
        if "lever_suspension" in mandat.droits_de(user):
            suspension = mandat.suspensions_ouvertes[0]
            yield Tache(
                quoi="Confirmer de nouveau un mandat suspendu, ou y mettre fin",
                contexte=f"{mandat.groupe} : {suspension.get_cause_display()}",
                adresse=mandat.get_absolute_url(),
                bouton="Examiner",
                depuis=suspension.depuis,
            )


def a_revoir(user):
    """Remind an authority, in one line, of all the mandates of others that are due, since the oldest."""
    if not user.est_membre(*AUTORITES):
        return
    dus = list(Mandat.objects.visible_to(user).a_revoir().exclude(personne=user))
    if dus:
        ancien = min(mandat.a_revoir_le for mandat in dus)
        yield Tache(
            quoi=f"Revoir {len(dus)} mandats" if len(dus) > 1 else "Revoir un mandat",
            contexte="Les garder, les raccourcir ou y mettre fin",
            adresse=reverse("revues"),
            bouton="Voir la revue",
            depuis=ancien,
            en_retard=ancien + settings.CSIL_REVUE_DELAI / 2 <= timezone.now(),
        )


def autorites_non_revues(user):
    """List, for the data protection officer, the mandates of authorities not reviewed, which are never suspended for that."""
    if not user.est_membre(DPO):
        return
    dus = (
        Mandat.objects.visible_to(user).a_revoir().filter(groupe__name__in=AUTORITES).select_related("groupe")
    )
    for mandat in dus:
        if mandat.a_revoir_le + settings.CSIL_REVUE_DELAI <= timezone.now():
            yield Tache(
                quoi=f"Rappeler la revue d’un mandat d’autorité : {mandat.groupe}",
                contexte="Il n’est jamais suspendu pour cette raison",
                adresse=mandat.get_absolute_url(),
                bouton="Voir le mandat",
                depuis=mandat.a_revoir_le,
                en_retard=True,
            )


def habilitations(user):
    """List, for an authority, the clearances of the police members that lapse, lapsed or were never attested (R05)."""
    if not user.est_membre(*AUTORITES):
        return
    mandats = (
        Mandat.objects.visible_to(user).en_vigueur().filter(groupe__name__in=POLICIERS).exclude(personne=user)
    )
    vues = set()
    for mandat in mandats.select_related("personne").prefetch_related("personne__attestations"):
        attestation = attestation_de(mandat.personne)
        if mandat.personne_id in vues or (
            attestation and attestation.tient and not attestation.finit_bientot
        ):
            continue
        vues.add(mandat.personne_id)
        fin = attestation and date_longue(attestation.valable_jusqu_au)
        yield Tache(
            quoi="Attester l’habilitation d’un membre policier",
            contexte=f"{mandat.personne} : attestée jusqu’au {fin}"
            if fin
            else f"{mandat.personne} : jamais attestée",
            adresse=reverse("mandat-habilitation", args=[mandat.pk]),
            bouton="Attester",
            depuis=mandat.confirme_le,
            en_retard=bool(attestation) and not attestation.tient,
        )


def les_miens(user):
    """Tell the holder why a mandate opens nothing, and what only the holder can do about it."""
    miens = Mandat.objects.visible_to(user).filter(personne=user).en_cours().select_related("groupe")
    facteur = Authenticator.objects.filter(user=OuterRef("personne"), type=Authenticator.Type.TOTP)
    for mandat in miens.prefetch_related("suspensions").annotate(facteur=Exists(facteur)):
        if mandat.etat == "suspendu":
            yield Tache(
                quoi=f"Votre mandat « {mandat.groupe} » est suspendu",
                contexte=mandat.suspensions_ouvertes[0].get_cause_display(),
                adresse=mandat.get_absolute_url(),
                bouton="Voir pourquoi",
                depuis=mandat.suspensions_ouvertes[0].depuis,
            )
        if mandat.etat in ("suspendu", "en attente") and not mandat.facteur:
            yield Tache(
                quoi="Installer votre second facteur",
                contexte=f"Votre mandat « {mandat.groupe} » le demande, avant d’être confirmé",
                adresse=reverse("mfa_activate_totp"),
                bouton="Installer",
            )


SOURCES = (a_confirmer, a_revoir, autorites_non_revues, habilitations, les_miens)
