from csil.historique import Source
from informations_sensibles.commun.historique import ECART, TUS
from informations_sensibles.commun.permissions import DECIDENT, a_un_role
from informations_sensibles.dossiers.models.blocage_dossier import BlocageDossier
from informations_sensibles.dossiers.models.droit_dossier import DroitDossier
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.models.implication import Implication
from informations_sensibles.dossiers.models.refus import Refus
from informations_sensibles.dossiers.models.revue import Revue

DU_DOSSIER = TUS | {"dossier", "content_object", "par", "le", "reference", "propose_par", "propose_le"}

CERCLE = {"+": "a ouvert le dossier à", "~": "a changé l’accès de", "-": "a retiré l’accès de"}

PROPOSITION = {"+": "a proposé", "~": "a changé", "-": "a supprimé"}


def du_dossier(dossier, user) -> list[Source]:
    """Gather the past of a dossier and of its parts, but for identities; who is kept away, for the authorities not concerned only."""
    parts = (
        (Implication, "une personne"),
        (Facteur, "un facteur"),
        (Refus, "un refus de participer"),
        (Gel, "un gel"),
    )
    sources = [
        Source(dossier.history.all(), "le dossier", "", PROPOSITION, DU_DOSSIER),
        Source(Revue.history.filter(dossier=dossier), "une revue", "", tus=DU_DOSSIER),
        *(Source(part.history.filter(dossier=dossier), nom, "", tus=DU_DOSSIER) for part, nom in parts),
        Source(
            DroitDossier.history.filter(content_object=dossier),
            "",
            "user",
            CERCLE,
            DU_DOSSIER | {"user", "debut"},
        ),
    ]
    if a_un_role(user, DECIDENT):
        siennes = BlocageDossier.history.filter(dossier=dossier).exclude(personne=user)
        sources.append(Source(siennes, "", "personne", ECART, DU_DOSSIER | {"personne"}))
    return sources
