"""The states of a meeting, and what each of them allows."""

from django.db import models


class Etat(models.TextChoices):
    """Where a meeting is, from its draft agenda to its approved minutes."""

    BROUILLON = "brouillon", "Brouillon"
    ARRETEE = "arretee", "Ordre du jour arrêté"
    CONVOQUEE = "convoquee", "Convoquée"
    TENUE = "tenue", "Tenue"
    RELECTURE = "relecture", "Compte rendu en relecture"
    APPROUVEE = "approuvee", "Compte rendu approuvé"
    REPORTEE = "reportee", "Reportée"
    ANNULEE = "annulee", "Annulée"


# The line on top of the page, each state with the field that dates it; postponed and cancelled stand beside it.
PARCOURS = {
    Etat.BROUILLON: "creee_le",
    Etat.ARRETEE: "arretee_le",
    Etat.CONVOQUEE: "convoquee_le",
    Etat.TENUE: "tenue_le",
    Etat.RELECTURE: "relecture_le",
    Etat.APPROUVEE: "approuvee_le",
}
AVANT_LA_SEANCE = (Etat.BROUILLON, Etat.ARRETEE, Etat.CONVOQUEE)
# What the Référent may do in each state.
ACTES = {
    Etat.BROUILLON: {"modifier", "arranger", "inviter", "arreter", "tenir", "reporter", "annuler"},
    Etat.ARRETEE: {"modifier", "arranger", "inviter", "convoquer", "rouvrir", "tenir", "reporter", "annuler"},
    Etat.CONVOQUEE: {"modifier", "arranger", "inviter", "relancer", "tenir", "reporter", "annuler"},
    Etat.TENUE: {"arranger", "inviter", "relire"},
    Etat.RELECTURE: {"trancher", "approuver"},
    Etat.APPROUVEE: {"completer"},
    Etat.REPORTEE: {"reprogrammer", "annuler"},
    Etat.ANNULEE: set(),
}
# What the secretary writes, during the meeting and until the minutes are approved.
REDACTION = {Etat.TENUE, Etat.RELECTURE}
