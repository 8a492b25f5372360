"""What an information can be, what it may be used for, by which ways it goes out, and which of its words may change."""

from django.db import models

from informations_sensibles.commun.vocabulaire import SourceInformation, Tlp


class EtatInformation(models.TextChoices):
    SANS_CIRCUIT = "sans_circuit", "En attente d’un circuit"
    A_VALIDER = "a_valider", "À valider"
    VALIDEE = "validee", "Validée"
    ECARTEE = "ecartee", "Écartée"


class CodeTraitement(models.TextChoices):
    """Say what the information may be used for: Europol's handling codes (R18)."""

    H0 = "H0", "H0 : prévenir et combattre les infractions, selon les règles"
    H1 = "H1", "H1 : pas en justice sans la permission de qui l’a donnée"
    H2 = "H2", "H2 : pas plus loin sans la permission de qui l’a donnée"
    H3 = "H3", "H3 : autre condition, écrite"


class Sortie(models.TextChoices):
    """Name the ways out of an information."""

    TRANSMISSION = "transmission", "Transmission au contact TFL"
    AGENDA = "agenda", "Ordre du jour de la Cellule"
    CERCLE = "cercle", "Cercle du dossier"


# Third parties: what they gave goes nowhere without their word (R37); for the others, when the code says so.
TIERS = (SourceInformation.SURETE, SourceInformation.AUTRE)
CODES_A_CONSENTIR = (CodeTraitement.H1, CodeTraitement.H2)
# The step that sends it on is itself the way out: what comes before it is enough.
INFORMER_TFL = "informer_tfl"

# From the narrowest to the widest (R18).
LARGEUR = {tlp: rang for rang, tlp in enumerate(Tlp.values)}
PLUS_LARGE = (
    "Elle ne peut pas circuler plus loin sans l’accord de qui l’a donnée : consignez-le, puis élargissez."
)
SAISIS = (
    "originateur",
    "partenaire",
    "reference_document",
    "date_document",
    "date_fait",
    "nature",
    "categorie",
    "synthese",
    "code_traitement",
    "condition",
    "tlp",
    "issue_458ter",
)
RECTIFIABLES = ("reference_document", "date_document", "date_fait", "nature", "categorie", "synthese")
