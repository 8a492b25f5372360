"""What the informations of a dossier add to it: `DANS_LE_DOSSIER`."""

from collections.abc import Iterable, Iterator

from django.db import connection
from django.db.models import Q

from informations_sensibles.dossiers.ajouts import DansLeDossier, Evenement, Manque, Partie, lignes_gardees
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations.models.information import Information

# The page of a dossier is no list: the rest is behind « Informations ».
MONTREES = 50


def _chronologie(dossier, user) -> Iterable[Evenement]:
    """Tell when each that this person reads was entered, each step done, with its word, and what was put right."""
    lues = Information.objects.visible_to(user).filter(dossier=dossier).select_related("saisie_par")
    for information in lues.prefetch_related("etapes__faite_par", "rectifications__par"):
        adresse = information.get_absolute_url()
        quoi = f"{information.get_genre_display()} ({information.get_source_display()}), information {information}"
        yield Evenement(
            information.saisie_le, quoi, str(information.saisie_par), information.synthese, adresse
        )
        for etape in information.etapes.all():
            if etape.faite_le:
                yield Evenement(
                    etape.faite_le, f"{etape.nom} : information {information}", str(etape.faite_par), etape.mot, adresse
                )  # fmt: skip
        for rectification in information.rectifications.all():
            yield Evenement(
                rectification.le,
                f"Rectifiée : information {information}",
                str(rectification.par),
                rectification.faux,
                adresse,
            )


def _partie(dossier, user) -> Partie:
    lues = Information.objects.visible_to(user).filter(dossier=dossier).pour_liste()
    return Partie(
        "informations",
        "Informations",
        "informations_sensibles/informations/du_dossier.html",
        {"informations": lues[:MONTREES]},
    )


def _manques(dossier, user) -> Iterable[Manque]:
    """Name those that this person reads; of the others say only that there are some, neither how many nor which."""
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


def _en_chemin(dossier) -> bool:
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_dossier_en_chemin(%s)", [dossier.pk])
        return curseur.fetchone()[0]


def _a_effacer(dossier) -> Iterator[tuple]:
    return lignes_gardees(Information.objects.filter(dossier=dossier))


def _identites(user) -> Q:
    """Open the identity that waits with an information that this person reads; of a dossier, to who adds to it."""
    hors_dossier = Q(information__dossier=None)
    contribues = Q(information__dossier__in=Dossier.objects.contribues_par(user))
    return Q(information__in=Information.objects.visible_to(user)) & (hors_dossier | contribues)


DANS_LE_DOSSIER = DansLeDossier(
    chronologie=_chronologie,
    manques=_manques,
    partie=_partie,
    identites=_identites,
    a_effacer=_a_effacer,
)
