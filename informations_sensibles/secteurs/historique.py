"""What the « Historique » tabs of a sector and of a process tell."""

from csil.historique import Source
from informations_sensibles.commun.historique import TUS
from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.etape import EtapeProcessus
from informations_sensibles.secteurs.models.exercice import Exercice
from informations_sensibles.secteurs.models.organisation import OrganisationSecteur
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.version_processus import VersionProcessus

DESIGNATION = {"+": "a désigné", "~": "a changé la désignation de", "-": "a retiré"}


def du_secteur(secteur) -> list[Source]:
    return [
        Source(secteur.history.all(), "le secteur", titre="", tus=TUS),
        Source(OrganisationSecteur.history.filter(secteur=secteur), "l’organisation", tus=TUS),
        Source(PointDeContact.history.filter(secteur=secteur), "le point de contact police", tus=TUS),
        Source(Exercice.history.filter(secteur=secteur), "un exercice", titre="", tus=TUS),
        Source(
            CorrespondantSecteur.history.filter(secteur=secteur),
            "",
            titre="personne",
            gestes=DESIGNATION,
            tus=TUS | {"personne", "debut"},
        ),
    ]


def du_processus(processus) -> list[Source]:
    versions = VersionProcessus.history.filter(processus=processus)
    etapes = EtapeProcessus.history.filter(version_processus__in=versions.values("id"))
    return [
        Source(processus.history.all(), "le processus", titre="", tus=TUS),
        Source(versions, "la", tus=TUS),
        Source(etapes, "une", tus=TUS),
    ]
