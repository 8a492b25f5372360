"""What a transmission can be: its direction, its kind, how it travels, its states."""

from datetime import timedelta

from django.db import models


class Direction(models.TextChoices):
    VERS = "vers_tfl", "Vers la TFL"
    DE = "de_tfl", "De la TFL"


class GenreTransmission(models.TextChoices):
    """List what may be transmitted (R34): of a RIR or a PV the reference data only, never the text (R35)."""

    RIR = "rir", "RIR"
    PV = "pv", "PV"
    RAPPORT = "rapport", "Rapport"
    AVIS = "avis", "Avis"
    AUTRE = "autre", "Autre"


DE_POLICE = (GenreTransmission.RIR, GenreTransmission.PV)


class Canal(models.TextChoices):
    """List how a frozen copy may travel: never by e-mail."""

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
