"""What changed between two texts, word by word, for the « Historique » tabs."""

from difflib import SequenceMatcher
from re import findall

# Under this resemblance, two texts read better one after the other than interleaved.
RESSEMBLANCE = 0.5


def morceaux(avant: str, apres: str) -> list[tuple[str, str]]:
    """Give both texts as one readable sequence of (genre, text): « del », « ins », or "" for what stayed."""
    a: list[str]
    b: list[str]
    a, b = (findall(r"\s+|\S+", texte) for texte in (avant, apres))
    comparaison = SequenceMatcher(None, a, b, autojunk=False)
    if comparaison.ratio() < RESSEMBLANCE:
        return _remplacer(avant, apres)
    suite: list[tuple[str, str]] = []
    for geste, a1, a2, b1, b2 in comparaison.get_opcodes():
        retire, ajoute = "".join(a[a1:a2]), "".join(b[b1:b2])
        suite += [("", retire)] if geste == "equal" else _remplacer(retire, ajoute)
    return suite


def _remplacer(avant: str, apres: str) -> list[tuple[str, str]]:
    return [(genre, texte) for genre, texte in (("del", avant), ("ins", apres)) if texte]
