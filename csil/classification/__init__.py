"""No classified information on the platform (R27 to R32): asked, detected, stopped, and put away when found later.

    class Information(models.Model):
        marquage_origine = ChampMarquage()

    class FormulaireInformation(FormulaireSansClassifie, FormulaireVersionne):
        ...

The form stops by itself: it raises `InformationClassifiee`, which undoes whatever the view had begun; the middleware
answers with what to do and leaves one line in the journal, never the content.
"""

from csil.classification.arret import InformationClassifiee
from csil.classification.champs import ChampMarquage, Marquage
from csil.classification.formulaires import FormulaireSansClassifie
from csil.classification.reperes import Mention, reperer

__all__ = [
    "ChampMarquage",
    "FormulaireSansClassifie",
    "InformationClassifiee",
    "Marquage",
    "Mention",
    "reperer",
]
