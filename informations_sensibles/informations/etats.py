"""What an information can be, and what it may be used for."""

from django.db import models


class EtatInformation(models.TextChoices):
    SANS_CIRCUIT = "sans_circuit", "En attente d’un circuit"
    A_VALIDER = "a_valider", "À valider"
    VALIDEE = "validee", "Validée"
    ECARTEE = "ecartee", "Écartée"


class CodeTraitement(models.TextChoices):
    """What the information may be used for: Europol's handling codes (R18)."""

    H0 = "H0", "H0 : prévenir et combattre les infractions, selon les règles"
    H1 = "H1", "H1 : pas en justice sans la permission de qui l’a donnée"
    H2 = "H2", "H2 : pas plus loin sans la permission de qui l’a donnée"
    H3 = "H3", "H3 : autre condition, écrite"
