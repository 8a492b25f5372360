"""What a partner's report on a person can be, and what whoever reported is told of it."""

from django.db import models


class EtatSignalement(models.TextChoices):
    RECU = "recu", "Reçu"
    REPRIS = "repris", "Repris"
    CLOS = "clos", "Clos"
    RETIRE = "retire", "Retiré"


# What whoever reported is told of its state.
POUR_LE_SIGNALANT = {
    EtatSignalement.RECU: "Reçu",
    EtatSignalement.REPRIS: "En cours d’examen",
    EtatSignalement.CLOS: "Réponse donnée",
    EtatSignalement.RETIRE: "Retiré",
}
# What waits for the Référent.
OUVERTS = (EtatSignalement.RECU, EtatSignalement.REPRIS)
# From here on the Bourgmestre and the Chef de Corps read it too.
EXAMINES = (EtatSignalement.REPRIS, EtatSignalement.CLOS)
