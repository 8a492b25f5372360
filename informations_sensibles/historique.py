"""What the « Historique » tabs of the Cellule tell."""

from csil.historique import Source
from informations_sensibles.models import (
    CorrespondantSecteur,
    EtapeProcessus,
    Exercice,
    OrganisationSecteur,
    PointDeContact,
    VersionProcessus,
)

TUS = frozenset({"id", "version", "secteur", "processus", "version_processus", "origine"})
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
