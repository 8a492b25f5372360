from csil.declarations import Declaration
from partenaires import regard
from partenaires.mandats.accueil import SOURCES
from partenaires.mandats.models import (
    AttestationHabilitation,
    EcheanceMandat,
    Mandat,
    Poste,
    Suspension,
    Titulaire,
)
from partenaires.mandats.revue import suivre_les_mandats

DECLARATION = Declaration(
    nom="mandats",
    modeles=(AttestationHabilitation, EcheanceMandat, Mandat, Poste, Suspension, Titulaire),
    quarantaine={},
    taches=SOURCES,
    regards=(regard.mandats,),
    echeances={"mandats": suivre_les_mandats},
)
