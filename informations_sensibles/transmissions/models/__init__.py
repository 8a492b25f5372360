from informations_sensibles.transmissions.models.base_legale import BaseLegale
from informations_sensibles.transmissions.models.condition_transmission import ConditionTransmission
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.finalite import But, Finalite
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise, empreinte
from informations_sensibles.transmissions.models.retour_transmission import RetourTransmission
from informations_sensibles.transmissions.models.transmission import Transmission

__all__ = [
    "BaseLegale",
    "But",
    "ConditionTransmission",
    "CopieFigee",
    "Finalite",
    "InformationTransmise",
    "RetourTransmission",
    "Transmission",
    "empreinte",
]
