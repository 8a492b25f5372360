from informations_sensibles.dossiers.etats import PILOTER
from informations_sensibles.dossiers.models.blocage_dossier import BlocageDossier, dossiers_fermes_a
from informations_sensibles.dossiers.models.dossier import Dossier, Mineur
from informations_sensibles.dossiers.models.droit_dossier import DROITS, DroitDossier, Niveau
from informations_sensibles.dossiers.models.effacement import Effacement
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.models.identite import Identite, identite_de
from informations_sensibles.dossiers.models.implication import Implication, Qualite
from informations_sensibles.dossiers.models.refus import Refus
from informations_sensibles.dossiers.models.revelation import DUREE, Revelation
from informations_sensibles.dossiers.models.revue import Revue
from informations_sensibles.dossiers.visibilite import DossierQuerySet

__all__ = [
    "BlocageDossier",
    "DROITS",
    "DUREE",
    "Dossier",
    "DossierQuerySet",
    "DroitDossier",
    "Effacement",
    "Facteur",
    "Gel",
    "Identite",
    "Implication",
    "Mineur",
    "Niveau",
    "PILOTER",
    "Qualite",
    "Refus",
    "Revelation",
    "Revue",
    "dossiers_fermes_a",
    "identite_de",
]
