"""The demonstration's Cellule, each noun in its file; `charger` is called by the command, as owner, after the partners'.

Functions and places, never a person; no telephone number and no private address.
"""

from csil.comptes.models import Utilisateur
from informations_sensibles.circuits import demonstration as circuits
from informations_sensibles.dossiers import demonstration as dossiers
from informations_sensibles.informations import demonstration as informations
from informations_sensibles.secteurs import demonstration as secteurs
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signalements import demonstration as signalements
from informations_sensibles.signaler import demonstration as signaler
from informations_sensibles.transmissions import demonstration as transmissions


def charger():
    gens = {personne.email.partition("@")[0]: personne for personne in Utilisateur.objects.all()}
    lieux = {secteur.code: secteur for secteur in Secteur.objects.all()}
    secteurs.charger(lieux, gens)
    signalements.charger(lieux["tec"], gens)
    circuits.charger(gens)
    signaler.charger(gens)
    suivi, enfant = dossiers.charger(gens)
    a_transmettre = informations.charger(suivi, enfant, gens)
    transmissions.charger(suivi, a_transmettre, gens)
