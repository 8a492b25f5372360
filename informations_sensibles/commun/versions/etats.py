"""The states of a version: drafted, submitted, in force, then replaced by the next one or withdrawn."""

from django.db import models


class Etat(models.TextChoices):
    BROUILLON = "brouillon", "Brouillon"
    SOUMISE = "soumise", "À approuver"
    EN_VIGUEUR = "en_vigueur", "En vigueur"
    REMPLACEE = "remplacee", "Remplacée"
    RETIREE = "retiree", "Retirée"


EN_PREPARATION = (Etat.BROUILLON, Etat.SOUMISE)
