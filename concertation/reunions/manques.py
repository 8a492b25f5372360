"""What is still missing before a meeting may take its next step, in words instead of a refusal."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.texte.typographie import date_longue


class Manque(str):
    """Say what is missing before an act, in words. `ou`: the page of the meeting where it is mended, as its address ends."""

    def __new__(cls, phrase, ou=""):
        manque = super().__new__(cls, phrase)
        manque.ou = ou
        return manque


def manques(reunion, acte: str) -> list[Manque]:
    """Say what is still missing before `acte` (« arreter », « convoquer »…); empty when it can be done."""
    return list(MANQUES[acte](reunion)) if acte in MANQUES else []


def exiger(reunion, acte: str) -> None:
    """Refuse the act while something is missing before it. Raises ValidationError."""
    if phrases := manques(reunion, acte):
        raise ValidationError(phrases)


def _arreter(reunion):
    if not reunion.points.inscrits().exists():
        yield Manque("L’ordre du jour n’a encore aucun point.", "ordre-du-jour")
    attente = reunion.points.en_attente().count()
    if attente:
        s = "s" * (attente > 1)
        phrase = f"{attente} point{s} proposé{s} attend{'ent' * (attente > 1)} votre réponse."
        yield Manque(phrase, "ordre-du-jour")
    yield from _lieu(reunion)


def _convoquer(reunion):
    if reunion.debut <= timezone.now():
        phrase = "La date est passée : on ne convoque que pour une date à venir. Une réunion déjà tenue se note comme telle."
        yield Manque(phrase, "modifier")
    if not reunion.convocations.exists():
        yield Manque("Personne n’est encore invité.", "convocations")
    if not reunion.president_id:
        yield Manque("Personne ne préside encore cette réunion.", "modifier")
    yield from _lieu(reunion)


def _lieu(reunion):
    if not reunion.lieu and not reunion.lien_visio:
        yield Manque("Ni lieu ni lien de visioconférence.", "modifier")


def _tenir(reunion):
    if timezone.localdate() < timezone.localdate(reunion.debut):
        yield Manque(f"La séance s’ouvre le jour de la réunion, {date_longue(reunion.debut)}.", "modifier")
    if not reunion.points.inscrits().exists():
        yield Manque("L’ordre du jour n’a aucun point.", "ordre-du-jour")


def _relire(reunion):
    if not reunion.convocations.filter(presences__isnull=False).exists():
        yield Manque("Aucune présence n’est notée.", "seance")
    # What recurs may well have nothing to tell
    for point in reunion.points.inscrits().filter(nature="ordinaire").sans_trace():
        yield Manque(f"Le point « {point.titre} » n’a ni texte, ni décision, ni avis, ni action.", "seance")


def _approuver(reunion):
    if not type(reunion).objects.ayant_eu_lieu().filter(debut__gt=reunion.debut).exists():
        yield Manque("Le compte rendu s’approuve à la réunion suivante, qui n’a pas encore eu lieu.")
    attente = reunion.compte_rendu.amendements.en_attente().count()
    if attente:
        phrase = (
            f"{attente} demande{'s' * (attente > 1)} de correction attend{'ent' * (attente > 1)} une réponse."
        )
        yield Manque(phrase, "compte-rendu")


MANQUES = {
    "arreter": _arreter,
    "convoquer": _convoquer,
    "tenir": _tenir,
    "relire": _relire,
    "approuver": _approuver,
}
