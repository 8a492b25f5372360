from partenaires.mandats.models.attestation import POLICIERS, AttestationHabilitation
from partenaires.mandats.models.mandat import VOIENT_TOUT, Mandat
from partenaires.mandats.models.poste import Poste, Titulaire
from partenaires.mandats.models.suspension import EcheanceMandat, Suspension

__all__ = [
    "EcheanceMandat",
    "AttestationHabilitation",
    "Mandat",
    "POLICIERS",
    "Poste",
    "Suspension",
    "Titulaire",
    "VOIENT_TOUT",
]
