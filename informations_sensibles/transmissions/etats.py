"""What a transmission can be, and what each of its states lets be done, by whom."""

from datetime import timedelta

from django.db import models

from csil.comptes.groupes import BOURGMESTRE, OFFICIER
from informations_sensibles.commun.permissions import LIBERENT, VERIFIENT


class Direction(models.TextChoices):
    VERS = "vers_tfl", "Vers la TFL"
    DE = "de_tfl", "De la TFL"


class GenreTransmission(models.TextChoices):
    """What is transmitted (R34). Of a RIR or a PV the reference data only, never the text (R35)."""

    RIR = "rir", "RIR"
    PV = "pv", "PV"
    RAPPORT = "rapport", "Rapport"
    AVIS = "avis", "Avis"
    AUTRE = "autre", "Autre"


DE_POLICE = (GenreTransmission.RIR, GenreTransmission.PV)


class Canal(models.TextChoices):
    """How the frozen copy travels: never by e-mail."""

    RESEAU = "reseau", "Réseau séparé"
    MAIN_PROPRE = "main_propre", "Remise en main propre"
    PORTEUR = "porteur", "Pli fermé, par porteur"


class EtatTransmission(models.TextChoices):
    PREPAREE = "preparee", "Préparée"
    VERIFIEE = "verifiee", "Vérifiée"
    LIBEREE = "liberee", "Libérée"
    RECUE = "recue", "Reçue"
    ACCUSEE = "accusee", "Accusée"
    RETOUR_RECU = "retour_recu", "Retour reçu"
    ANNULEE = "annulee", "Annulée"


ATTENDENT = (EtatTransmission.PREPAREE, EtatTransmission.VERIFIEE)
PARTIES = (EtatTransmission.LIBEREE, EtatTransmission.ACCUSEE)
LUES_PAR_LE_CONTACT = (*PARTIES, EtatTransmission.RETOUR_RECU)
# Who checked, released or noted a return still reads it this long after its end (also in sql/transmissions.sql).
RELECTURE = timedelta(days=1)
# What each state lets the Cellule do, by whom: « preparateur », « pilote », or groups.
ACTES = {
    EtatTransmission.PREPAREE: {
        "modifier_transmission": ("preparateur",),
        "verifier_transmission": VERIFIENT,
        "deroger_transmission": (BOURGMESTRE,),
        "renvoyer_transmission": VERIFIENT,
        "annuler_transmission": ("preparateur", "pilote", *LIBERENT),
    },
    EtatTransmission.VERIFIEE: {
        "renvoyer_transmission": VERIFIENT,
        "liberer_transmission": LIBERENT,
        "annuler_transmission": ("preparateur", "pilote", *LIBERENT),
    },
    EtatTransmission.LIBEREE: {"telecharger_copie": LIBERENT, "consigner_retour": (OFFICIER,)},
    EtatTransmission.ACCUSEE: {"telecharger_copie": LIBERENT, "consigner_retour": (OFFICIER,)},
    EtatTransmission.RETOUR_RECU: {"telecharger_copie": LIBERENT},
    EtatTransmission.ANNULEE: {},
}
DE_LA_TFL = {
    EtatTransmission.RECUE: {"accuser_arrivee": LIBERENT, "lier_information": LIBERENT},
    EtatTransmission.ACCUSEE: {"lier_information": LIBERENT},
}
DU_CONTACT = {
    EtatTransmission.LIBEREE: {"telecharger_copie", "accuser_transmission"},
    EtatTransmission.ACCUSEE: {"telecharger_copie", "repondre_transmission"},
    EtatTransmission.RETOUR_RECU: {"telecharger_copie"},
}
# Done by another than who prepared it.
D_UN_AUTRE = {"verifier_transmission", "liberer_transmission", "renvoyer_transmission"}
