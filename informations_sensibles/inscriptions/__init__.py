"""Where each noun of the Cellule is entered in the rest of the application, once, when the package is ready."""

from . import circuits, dossiers, informations, secteurs, signalements, signaler, transmissions

NOMS = (secteurs, dossiers, informations, signalements, signaler, transmissions, circuits)


def tout_inscrire() -> None:
    for nom in NOMS:
        nom.inscrire()
