"""What the partners’ reports add to a dossier: those that an information of it took up are erased with it."""

from informations_sensibles.dossiers.ajouts import DansLeDossier, lignes_gardees
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire

DANS_LE_DOSSIER = DansLeDossier(
    a_effacer=lambda dossier: lignes_gardees(
        SignalementPartenaire.objects.filter(suite__information__dossier=dossier)
    )
)
