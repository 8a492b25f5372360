"""What must be settled before a dossier is closed, in words, each thing with where it is mended (R62)."""

from collections.abc import Iterable

from django.urls import reverse

from informations_sensibles.dossiers.ajouts import Manque, ajouts
from informations_sensibles.dossiers.etats import EtatDossier


def manques_pour_clore(dossier, user) -> list[Manque]:
    """List what this person must settle first: an open review, then what the other nouns say."""
    des_autres = (manque for ajout in ajouts() for manque in ajout.manques(dossier, user))
    return [*_revue(dossier), *des_autres]


def _revue(dossier) -> Iterable[Manque]:
    if dossier.etat == EtatDossier.EN_REVUE:
        yield Manque("Une revue est ouverte : concluez-la.", reverse("dossier-conclure", args=[dossier.pk]))
