"""The words of the Cellule's trade, said once for every noun: what an information came as, from where, how sure, how far."""

from django.db import models
from django.utils.html import format_html


class Genre(models.TextChoices):
    """List what an information came as (source text: « RIR, PV, Rapports, etc. »). « PV » is the police record only."""

    RIR = "rir", "RIR"
    PV = "pv", "PV"
    RAPPORT = "rapport", "Rapport"
    SIGNALEMENT_PARTENAIRE = "signalement_partenaire", "Signalement d’un partenaire"
    AUTRE = "autre", "Autre"


class SourceInformation(models.TextChoices):
    """List where an information comes from (source text: « Police locale, fédérale, Sûreté de l’Etat, etc. »)."""

    POLICE_LOCALE = "police_locale", "Police locale"
    POLICE_FEDERALE = "police_federale", "Police fédérale"
    SURETE = "surete", "Sûreté de l’Etat"
    PARTENAIRE = "partenaire", "Partenaire"
    AUTRE = "autre", "Autre"


# What comes from these is validated by the Officier d’information or the Chef de Corps; the rest by the Référent.
DE_LA_POLICE = (
    SourceInformation.POLICE_LOCALE,
    SourceInformation.POLICE_FEDERALE,
    SourceInformation.SURETE,
)


class Nature(models.TextChoices):
    """Tell a fact from what was said of it and from an opinion (R16)."""

    FAIT = "fait", "Fait constaté"
    PROPOS = "propos", "Propos rapporté"
    APPRECIATION = "appreciation", "Appréciation"


class Tlp(models.TextChoices):
    """Say how far a text may circulate, in the labels of the standard TLP 2.0: these letters, never translated (R18)."""

    RED = "TLP:RED", "TLP:RED"
    AMBER_STRICT = "TLP:AMBER+STRICT", "TLP:AMBER+STRICT"
    AMBER = "TLP:AMBER", "TLP:AMBER"
    GREEN = "TLP:GREEN", "TLP:GREEN"
    CLEAR = "TLP:CLEAR", "TLP:CLEAR"


class Fiabilite(models.TextChoices):
    """Grade a source: the letter of the 4×4 (R17)."""

    A = "A", "A : fiable sans réserve"
    B = "B", "B : fiable le plus souvent"
    C = "C", "C : peu fiable le plus souvent"
    X = "X", "X : on ne peut pas juger"


class Exactitude(models.TextChoices):
    """Grade an information, apart from its source: the figure of the 4×4 (R17)."""

    UN = "1", "1 : exactitude certaine"
    DEUX = "2", "2 : connue personnellement de la source"
    TROIS = "3", "3 : recoupée par une information déjà enregistrée"
    QUATRE = "4", "4 : ni connue de la source ni recoupée"


def tlp(etiquette: str):
    """Show a TLP label exactly as the standard writes it, in its colour: « TLP:AMBER+STRICT »."""
    couleur = str(etiquette).removeprefix("TLP:").partition("+")[0].lower()
    return format_html('<span class="tlp tlp--{}">{}</span>', couleur, str(etiquette))
