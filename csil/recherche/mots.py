"""Search in texts: every word must be found, accents and case do not count, the beginning of a word is enough.

Two readings of the same text: stems of French words (« délibérer » finds « délibérations ») and the words as they are
(« délib » finds them too). The directory, which searches names and initials, has its own way.
"""

import re
from functools import reduce
from operator import and_
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVector

RACINES, MOTS = "fr_unaccent", "simple_unaccent"  # text search configurations (sql/recherche.sql)
ELISIONS = re.compile(r"\b([cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’]", re.IGNORECASE)
# What a sentence cannot do without and a search can. The server's own list is spelt with accents, which we take away.
VIDES = frozenset(
    re.findall(
        r"\w+",
        "a à ai as au aux avec c ce ces cet cette d dans de des du elle elles en es est et eu il ils j je l la le les leur "
        "leurs lui m ma mais me meme mes moi mon n ne nos notre nous on ont ou où par pas pour qu que qui s sa se ses si "
        "son sont sur t ta te tes toi ton tu un une vos votre vous y",
    )
)


def chercher(queryset: Any, demande: str, *expressions: Any) -> Any:
    """Keep the rows where every word of `demande` is found in `expressions` (names of fields, or expressions of text).

    A demand without any word (empty, or « de la ») filters nothing.
    """
    mots = en_mots(demande)
    if not mots:
        return queryset
    texte = SearchVector(*expressions, config=RACINES) + SearchVector(*expressions, config=MOTS)
    return queryset.alias(texte_cherche=texte).filter(texte_cherche=requete(mots))


def en_mots(demande: str) -> list[str]:
    """List the words that are looked for: letters and digits only, so that nothing of it is read as an operator."""
    mots = re.findall(r"[^\W_]+", ELISIONS.sub(" ", demande))[:20]
    return [mot for mot in mots if mot.lower() not in VIDES]


def requete(mots: list[str]) -> SearchQuery:
    """Make the query in which every word must be found, for a column of kind tsvector."""
    return reduce(and_, map(_trouver, mots))


def _trouver(mot: str) -> SearchQuery:
    debut = SearchQuery(f"'{mot}':*", config=MOTS, search_type="raw")
    return debut | SearchQuery(f"'{mot}'", config=RACINES, search_type="raw")
