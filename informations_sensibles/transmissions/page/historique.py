"""The « Historique » tab of a transmission: which histories it tells, in which words."""

from django.db.models import Q

from csil.historique import Source
from informations_sensibles.commun.historique import TUS
from informations_sensibles.transmissions.models.condition_transmission import ConditionTransmission
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise
from informations_sensibles.transmissions.models.retour_transmission import RetourTransmission

DE_LA_TRANSMISSION = TUS | {
    "reference",
    "dossier", "direction", "transmission", "information", "empreinte", "sha256", "taille", "par", "le", "preparee_par",
    "preparee_le", "verifiee_par", "verifiee_le", "liberee_par", "liberee_le", "accusee_par", "accusee_le", "fini_le",
    "constatee_par", "constatee_le",
}  # fmt: skip
PARCOURS = {"+": "a préparé", "~": "a fait avancer", "-": "a supprimé"}
COUVERTURE = {"+": "a choisi", "~": "a retiré", "-": "a supprimé"}
CONSTAT = {"+": "a posé", "~": "a constaté", "-": "a supprimé"}
COPIE = {"+": "a figé", "~": "a changé", "-": "a supprimé"}
RETOUR = {"+": "a reçu", "~": "a changé", "-": "a supprimé"}


def de_la_transmission(transmission) -> list[Source]:
    tus = DE_LA_TRANSMISSION
    return [
        Source(transmission.history.all(), "la transmission", "", PARCOURS, tus),
        Source(
            InformationTransmise.history.filter(transmission=transmission).filter(
                Q(history_type="+") | Q(retiree_le__isnull=False)
            ),
            "une information",
            "",
            COUVERTURE,
            tus,
        ),
        Source(
            ConditionTransmission.history.filter(transmission=transmission).exclude(history_type="+"),
            "la condition",
            gestes=CONSTAT,
            tus=tus | {"code"},
        ),
        Source(CopieFigee.history.filter(transmission=transmission), "la copie", "", COPIE, tus),
        Source(RetourTransmission.history.filter(transmission=transmission), "un retour", "", RETOUR, tus),
    ]
