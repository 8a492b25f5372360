"""Telephones and e-mails that stand in a directory are no alarm: a noun that keeps one declares it (`repertoires`).

Such a function of (kind, values) gives those of the values that it knows, in one query. Kind: « telephone » (significant
digits: « 475123456 » for 0475 12 34 56) or « courriel » (lower case).
"""

from csil.declarations import tous
from csil.garde.reperes import Genre, Repere


def sans_les_connus(reperes: list[Repere]) -> list[Repere]:
    """Give those marks that no directory knows."""
    connus = set()
    for genre in (Genre.TELEPHONE, Genre.COURRIEL):
        valeurs = {repere.valeur for repere in reperes if repere.genre == genre}
        for repertoire in tous("repertoires") if valeurs else ():
            connus |= {(genre, valeur) for valeur in repertoire(genre.value, valeurs)}
    return [repere for repere in reperes if (repere.genre, repere.valeur) not in connus]
