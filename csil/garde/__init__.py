"""The guard against named persons (R01, R12, R25): declared on a model field, run on saving, explained by the form.

A national register number blocks. Birth dates, telephones, e-mails, plates, initials with an age ask once per passage:
whoever writes says that it is no person, and the journal keeps that it was said, without the text.

    class Pratique(models.Model):
        lecon = TexteGarde("leçon")

    class FormulairePratique(FormulaireGarde, FormulaireVersionne):
        ...
"""

from csil.garde.champs import ChampGarde, LigneGardee, TexteGarde
from csil.garde.formulaires import FormulaireGarde
from csil.garde.reperes import Genre, Repere, reperer

__all__ = [
    "ChampGarde",
    "FormulaireGarde",
    "Genre",
    "LigneGardee",
    "Repere",
    "TexteGarde",
    "reperer",
]
