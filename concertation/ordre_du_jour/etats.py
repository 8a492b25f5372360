"""The states of an item, and the lists that it is chosen from."""

from django.db import models

from concertation.reunions.etats import Etat


class Attendu(models.TextChoices):
    """Says what an item asks of the group."""

    INFORMATION = "information", "Information"
    ECHANGE = "echange", "Échange"
    DECISION = "decision", "Décision"


class Section(models.TextChoices):
    """Names the sections of every agenda, in their order (R46)."""

    OUVERTURE = "ouverture", "Ouverture"
    NOUVEAUX = "nouveaux", "Points nouveaux"
    EN_COURS = "en_cours", "Points en cours"
    A_CLOTURER = "a_cloturer", "Points à clôturer"


class Nature(models.TextChoices):
    """Says whether an item is about something of its own, or what recurs from meeting to meeting."""

    ORDINAIRE = "ordinaire", "Point ordinaire"
    APPROBATION = "approbation", "Approbation du compte rendu précédent"
    SUIVI = "suivi", "Suivi des actions"
    DIVERS = "divers", "Divers"


class EtatPoint(models.TextChoices):
    """Where an item is, from its proposal to the agenda, or off it."""

    PROPOSE = "propose", "Proposé"
    A_COMPLETER = "a_completer", "À compléter"
    INSCRIT = "inscrit", "Inscrit à l’ordre du jour"
    REFUSE = "refuse", "Refusé"
    REPORTE = "reporte", "Reporté"
    RETIRE = "retire", "Retiré"


# The Référent has not said yes or no; then what still counts.
EN_ATTENTE = (EtatPoint.PROPOSE, EtatPoint.A_COMPLETER)
VIVANTS = (*EN_ATTENTE, EtatPoint.INSCRIT)
# States of the meeting in which its agenda still takes and gives items.
OUVERTES = (Etat.BROUILLON, Etat.ARRETEE, Etat.CONVOQUEE, Etat.TENUE)
# A postponed meeting still holds its items, until it is cancelled.
TRANSMETTENT = (*OUVERTES, Etat.REPORTEE)
