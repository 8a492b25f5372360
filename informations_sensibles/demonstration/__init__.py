"""The demonstration's Cellule, each noun in its file; `charger` is called by the command, as owner, after the partners'.

Functions and places, never a person; no telephone number and no private address.
"""

from csil.models import Utilisateur
from informations_sensibles.models import Secteur

from . import circuits, dossiers, secteurs, signalements, signaler


def charger():
    gens = {personne.email.partition("@")[0]: personne for personne in Utilisateur.objects.all()}
    lieux = {secteur.code: secteur for secteur in Secteur.objects.all()}
    secteurs.charger(lieux, gens)
    signalements.charger(lieux["tec"], gens)
    circuits.charger(gens)
    signaler.charger(gens)
    dossiers.charger(gens)
