from csil.historique import SOI, Source
from informations_sensibles.commun.historique import TUS
from informations_sensibles.informations.models.consentement import Consentement
from informations_sensibles.informations.models.embargo import Embargo
from informations_sensibles.informations.models.etape_information import EtapeInformation
from informations_sensibles.informations.models.passage_masque import PassageMasque
from informations_sensibles.informations.models.rectification import ARectifier, Rectification

DE_L_INFORMATION = TUS | {"information", "reference", "rectification", "ordre", "acte", "delai_jours"}

SAISIE = {"+": "a saisi", "~": "a fait avancer", "-": "a supprimé"}

ETAPE = {"+": "a posé", "~": "a fait avancer", "-": "a supprimé"}

NOTE = {"+": "a noté", "~": "a complété", "-": "a supprimé"}

POSE = {"+": "a posé", "~": "a changé", "-": "a supprimé"}


def de_l_information(information) -> list[Source]:
    """Gather the past of an information and of what hangs from it; the policy leaves out what was masked since, but for the few."""
    de_la_sienne = {"information": information.pk}
    suites = (
        (EtapeInformation, "l’étape", SOI, ETAPE),
        (Consentement, "la réponse du service d’origine", "", NOTE),
        (Embargo, "un embargo", "", POSE),
        (PassageMasque, "un passage masqué", "", NOTE),
        (Rectification, "une rectification", "", NOTE),
        (ARectifier, "un destinataire à prévenir", "", NOTE),
    )
    return [
        Source(information.history.all(), "l’information", "", SAISIE, DE_L_INFORMATION),
        *(
            Source(modele.history.filter(**de_la_sienne), nom, titre, gestes, DE_L_INFORMATION)
            for modele, nom, titre, gestes in suites
        ),
    ]
