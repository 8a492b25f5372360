from django.db import models


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
