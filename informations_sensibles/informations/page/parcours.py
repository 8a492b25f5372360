"""Where an information stands in its circuit, as its page draws it: the steps to come with the day that is foreseen."""

from dataclasses import replace
from datetime import timedelta

from informations_sensibles.circuits.ligne import Etape, ligne_parcourue


def parcours(information) -> list[Etape]:
    """Draw each step; those of an information that was set aside, which goes no further, as they were left."""
    etapes = list(information.etapes.select_related("faite_par"))
    prevue, ligne = None, []
    for etape, dessinee in zip(etapes, ligne_parcourue(etapes), strict=True):
        if information.etat == "ecartee" and etape.faite_le is None:
            dessinee = replace(dessinee, etat="", echeance=None)
        elif etape.faite_le is None and etape.echeance:
            prevue = etape.echeance
        elif prevue:
            prevue += timedelta(days=etape.delai_jours)
            dessinee = replace(dessinee, echeance=prevue)
        ligne.append(dessinee)
    return ligne
