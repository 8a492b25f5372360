"""Where each noun of the Cellule is entered in the rest of the application, once, when the package is ready."""

from informations_sensibles.circuits import declaration as circuits
from informations_sensibles.dossiers import declaration as dossiers
from informations_sensibles.informations import declaration as informations
from informations_sensibles.secteurs import declaration as secteurs
from informations_sensibles.signalements import declaration as signalements
from informations_sensibles.signaler import declaration as signaler
from informations_sensibles.transmissions import declaration as transmissions

NOMS = (secteurs, dossiers, informations, signalements, signaler, transmissions, circuits)


def tout_inscrire() -> None:
    for nom in NOMS:
        nom.inscrire()
