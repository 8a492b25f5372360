from csil.declarations import Declaration
from partenaires.mandats import regard
from partenaires.mandats.accueil import SOURCES
from partenaires.mandats.models import (
    AttestationHabilitation,
    EcheanceMandat,
    Mandat,
    Suspension,
)
from partenaires.mandats.revue import suivre_les_mandats

DECLARATION = Declaration(
    nom="mandats",
    modeles=(AttestationHabilitation, EcheanceMandat, Mandat, Suspension),
    quarantaine={},
    taches=SOURCES,
    regards=(regard.groupes, regard.mandats),
    echeances={"mandats": suivre_les_mandats},
)
