"""Search in the meetings: titles, agenda items, minutes, decisions, opinions and actions (csil/recherche/mots.py)."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import F, Func, OuterRef, Subquery, TextField, Value

from concertation.actions.models import Action, Avis, Decision
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.ordre_du_jour.models import PointOrdreDuJour
from csil import recherche

ESPACE = Value(" ")


def chercher(reunions, demande: str):
    """Keep the meetings where every word of `demande` is found, wherever it stands in them."""
    return recherche.chercher(reunions, demande, "titre", "lieu", "motif", *_textes())


def _textes():
    yield _des(PointOrdreDuJour, "reunion", "titre", "intervenant", "pourquoi")
    for modele, champs in (
        (CompteRenduPoint, ["texte"]),
        (Decision, ["texte", "decidee_par"]),
        (Avis, ["texte", "reserves"]),
        (Action, ["quoi"]),
    ):
        yield _des(modele, "point__reunion", *champs)


def _des(modele, reunion, *champs):
    """Gather one column of words per meeting, so that nothing is counted twice."""
    lignes = modele.objects.filter(**{reunion: OuterRef("pk")}).order_by().values(reunion)
    phrase = Func(ESPACE, *map(F, champs), function="concat_ws", output_field=TextField())
    return Subquery(lignes.annotate(mots=StringAgg(phrase, ESPACE)).values("mots"), output_field=TextField())
