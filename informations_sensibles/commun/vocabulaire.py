from django.db import models
from django.utils.html import format_html


class Genre(models.TextChoices):
    """What an information came as (source text: « RIR, PV, Rapports, etc. »). « PV » is the police record only."""

    RIR = "rir", "RIR"
    PV = "pv", "PV"
    RAPPORT = "rapport", "Rapport"
    SIGNALEMENT_PARTENAIRE = "signalement_partenaire", "Signalement d’un partenaire"
    AUTRE = "autre", "Autre"


class SourceInformation(models.TextChoices):
    """Where it comes from (source text: « Police locale, fédérale, Sûreté de l’Etat, etc. »)."""

    POLICE_LOCALE = "police_locale", "Police locale"
    POLICE_FEDERALE = "police_federale", "Police fédérale"
    SURETE = "surete", "Sûreté de l’Etat"
    PARTENAIRE = "partenaire", "Partenaire"
    AUTRE = "autre", "Autre"


# Validated by the Officier d'information or the Chef de Corps; the others by the Référent.
DE_LA_POLICE = (
    SourceInformation.POLICE_LOCALE,
    SourceInformation.POLICE_FEDERALE,
    SourceInformation.SURETE,
)


class Nature(models.TextChoices):
    """What is told, by what it is worth (R16)."""

    FAIT = "fait", "Fait constaté"
    PROPOS = "propos", "Propos rapporté"
    APPRECIATION = "appreciation", "Appréciation"


class Tlp(models.TextChoices):
    """Labels of the standard TLP 2.0: exactly these letters, never translated (R18)."""

    RED = "TLP:RED", "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT", "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER", "TLP:AMBER"
    GREEN = "TLP:GREEN", "TLP:GREEN"
    CLEAR = "TLP:CLEAR", "TLP:CLEAR"


class Fiabilite(models.TextChoices):
    A = "A", "A : fiable sans réserve"
    B = "B", "B : fiable le plus souvent"
    C = "C", "C : peu fiable le plus souvent"
    X = "X", "X : on ne peut pas juger"


class Exactitude(models.TextChoices):
    UN = "1", "1 : exactitude certaine"
    DEUX = "2", "2 : connue personnellement de la source"
    TROIS = "3", "3 : recoupée par une information déjà enregistrée"
    QUATRE = "4", "4 : ni connue de la source ni recoupée"


def tlp(etiquette: str):
    """Show a TLP label exactly as the standard writes it, in its colour: « TLP:AMBER+STRICT »."""
    couleur = str(etiquette).removeprefix("TLP:").partition("+")[0].lower()
    return format_html('<span class="tlp tlp--{}">{}</span>', couleur, str(etiquette))
