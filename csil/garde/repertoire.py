"""Telephones and e-mails that stand in a directory are no alarm: the packages that keep one register it."""

from collections.abc import Callable

from csil.garde.reperes import Genre, Repere

_repertoires: list[Callable[[str, set[str]], set[str]]] = []


def enregistrer_repertoire(fonction: Callable[[str, set[str]], set[str]]) -> None:
    """`fonction(genre, valeurs)` gives those of `valeurs` that it knows, in one query.

    genre: « telephone » (significant digits: « 475123456 » for 0475 12 34 56) or « courriel » (lower case).
    """
    if fonction not in _repertoires:
        _repertoires.append(fonction)


def sans_les_connus(reperes: list[Repere]) -> list[Repere]:
    """Those that no directory knows."""
    connus = set()
    for genre in (Genre.TELEPHONE, Genre.COURRIEL):
        valeurs = {repere.valeur for repere in reperes if repere.genre == genre}
        for repertoire in _repertoires if valeurs else ():
            connus |= {(genre, valeur) for valeur in repertoire(genre.value, valeurs)}
    return [repere for repere in reperes if (repere.genre, repere.valeur) not in connus]
