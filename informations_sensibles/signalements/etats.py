"""The states of a contextual report, and what whoever reported is told of them."""

from django.db import models


class Etat(models.TextChoices):
    RECU = "recu", "Reçu"
    PRIS_EN_CHARGE = "pris_en_charge", "Pris en charge"
    CLOS = "clos", "Clos"


POUR_LE_SIGNALANT = {
    Etat.RECU: "Reçu",
    Etat.PRIS_EN_CHARGE: "En cours d’examen",
    Etat.CLOS: "Réponse donnée",
}
