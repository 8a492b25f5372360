"""Who may read what the secretary notes: for `make cloison`."""

from collections.abc import Iterable

from concertation.commun.groupes import GERENT, LISENT
from concertation.ordre_du_jour.models import NoteSecretariat
from csil.cloison import Regle
from partenaires.mandats.faits import Faits


def regles() -> Iterable[Regle]:
    faits = Faits()
    gerent, lisent = faits.de(*GERENT), faits.de(*LISENT)

    def lecteurs(note):
        return gerent | ({note.point.reunion.secretaire_id} & lisent if note.point.reunion else set())

    return [Regle(NoteSecretariat, lecteurs, lambda note: [note.texte], en_base=False)]
