from partenaires.mandats.models.attestation import POLICIERS, AttestationHabilitation
from partenaires.mandats.models.mandat import Mandat
from partenaires.mandats.models.suspension import Suspension

__all__ = [
    "AttestationHabilitation",
    "Mandat",
    "POLICIERS",
    "Suspension",
]
