"""What must be settled before a dossier is closed, in words, each thing with where it is mended (R62).

Whoever adds something that can be left open adds a source: a function of (dossier, person) that yields `Manque`.
"""

from collections.abc import Iterable

from django.db import connection
from django.urls import reverse


class Manque(str):
    """What is still open, in a sentence. `adresse`: the page where it is mended, or nothing."""

    def __new__(cls, phrase, adresse=""):
        manque = super().__new__(cls, phrase)
        manque.adresse = adresse
        return manque


def manques_pour_clore(dossier, user) -> list[Manque]:
    return [manque for source in SOURCES for manque in source(dossier, user)]


def _revue(dossier, user) -> Iterable[Manque]:
    if dossier.etat == "en_revue":
        yield Manque("Une revue est ouverte : concluez-la.", reverse("dossier-conclure", args=[dossier.pk]))


def _informations(dossier, user) -> Iterable[Manque]:
    """The references of those that this person reads; of the others only that there are some, neither how many nor which."""
    from informations_sensibles.informations.models import Information

    visibles = Information.objects.visible_to(user).filter(dossier=dossier).en_circuit()
    references = list(visibles.order_by("saisie_le").values_list("reference", flat=True))
    adresse = dossier.get_absolute_url()
    for reference in references:
        yield Manque(f"L’information {reference} n’est pas au bout de son circuit.", adresse)
    if not references and _en_chemin(dossier):
        yield Manque(
            "Une information de ce dossier n’est pas encore disponible : demandez au Référent ou à l’Officier "
            "d’information où elle en est."
        )


def _transmissions(dossier, user) -> Iterable[Manque]:
    """Those that this person reads: in preparation, or without a return."""
    from informations_sensibles.transmissions.models import Transmission

    for transmission in (
        Transmission.objects.visible_to(user).vers_la_tfl().filter(dossier=dossier, fini_le=None)
    ):
        suite = (
            "attend un retour de la TFL."
            if transmission.est_partie
            else "est en préparation : libérez-la ou annulez-la."
        )
        yield Manque(f"La transmission {transmission} {suite}", transmission.get_absolute_url())


def _en_chemin(dossier) -> bool:
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_dossier_en_chemin(%s)", [dossier.pk])
        return curseur.fetchone()[0]


SOURCES = (_revue, _informations, _transmissions)
