from partenaires.mandats.models.attestation import POLICIERS, AttestationHabilitation
from partenaires.mandats.models.mandat import Mandat
from partenaires.mandats.models.suspension import EcheanceMandat, Suspension

__all__ = [
    "EcheanceMandat",
    "AttestationHabilitation",
    "Mandat",
    "POLICIERS",
    "Suspension",
]
