"""What the invited people were last told of a meeting, and what has changed since, in words.

The last word is kept with the meeting when its e-mails are queued. Titles of items stay out of what is said here: an
e-mail says how much of the agenda changed, the platform and the PDF say what.
"""

from datetime import UTC

from django.utils.dateparse import parse_datetime

from csil.texte.typographie import date_longue, heure

# Told at once (`modifier`, in actes/reunion.py).
ESSENTIELS = ("debut", "fin", "lieu", "lien_visio")


def instantane(reunion) -> dict:
    """Take down what is announced now, as JSON."""
    points = reunion.points.inscrits().values_list("pk", "titre", "duree", "section", "intervenant")
    return {
        "debut": reunion.debut.astimezone(UTC).isoformat(),
        "fin": reunion.fin.astimezone(UTC).isoformat(),
        "lieu": reunion.lieu,
        "lien_visio": reunion.lien_visio,
        "points": [list(point) for point in points],
    }


def a_change(reunion, *champs) -> bool:
    """Tell whether one of these fields changed since the invited people were told."""
    actuel = instantane(reunion)
    return bool(reunion.annonce) and any(reunion.annonce[champ] != actuel[champ] for champ in champs)


def deplacee(reunion) -> bool:
    """Tell whether the meeting begins at another moment than what the invited people were told."""
    return a_change(reunion, "debut")


def changements(reunion) -> list[str]:
    """Say what changed in sentences, the gravest first; empty while nobody was told anything, or nothing changed since."""
    if not reunion.annonce:
        return []
    return list(_changements(reunion, reunion.annonce, instantane(reunion)))


def quand(debut, fin) -> str:
    """Say when: « mardi 24 novembre 2026, de 14 h 00 à 16 h 30 »."""
    return f"{date_longue(debut)}, de {heure(debut)} à {heure(fin)}"


def _changements(reunion, avant, apres):
    if (avant["debut"], avant["fin"]) != (apres["debut"], apres["fin"]):
        yield _moment(reunion, parse_datetime(avant["debut"]), parse_datetime(avant["fin"]))
    if avant["lieu"] != apres["lieu"]:
        yield _autre(
            "Nouveau lieu", avant["lieu"], apres["lieu"], "Plus de salle : la réunion a lieu à distance."
        )
    if avant["lien_visio"] != apres["lien_visio"]:
        yield (
            f"Nouveau lien de visioconférence : {apres['lien_visio']}"
            if apres["lien_visio"]
            else "La réunion n’a plus lieu en visioconférence."
        )
    if avant["points"] != apres["points"]:
        yield f"L’ordre du jour a changé : {_points(avant['points'], apres['points'])}."


def _moment(reunion, debut, fin) -> str:
    """Say the new moment and the former one; the day is not repeated when only the hours change."""
    if date_longue(debut) == date_longue(reunion.debut):
        ancien = f"de {heure(debut)} à {heure(fin)}"
        return f"Nouvelle heure : de {heure(reunion.debut)} à {heure(reunion.fin)}, au lieu {ancien}."
    return f"Nouvelle date : {quand(reunion.debut, reunion.fin)}, au lieu du {quand(debut, fin)}."


def _autre(quoi, avant, apres, sans) -> str:
    if not apres:
        return sans
    return f"{quoi} : {apres}, au lieu de {avant}." if avant else f"{quoi} : {apres}."


def _points(avant, apres) -> str:
    anciens, nouveaux = {point[0] for point in avant}, {point[0] for point in apres}
    comptes = [
        (len(nouveaux - anciens), "ajouté"),
        (len(anciens - nouveaux), "retiré"),
        (sum(point[0] in anciens and point not in avant for point in apres), "modifié"),
    ]
    dits = [f"{n} point{'s' * (n > 1)} {mot}{'s' * (n > 1)}" for n, mot in comptes if n]
    return ", ".join(dits) or "les points viennent dans un autre ordre"


def prevenus(nombre: int) -> str:
    """Say how many people are told, to whoever changed the meeting."""
    return "Une personne est prévenue." if nombre == 1 else f"{nombre} personnes sont prévenues."
