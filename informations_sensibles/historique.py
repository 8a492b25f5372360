"""What the « Historique » tabs of the Cellule tell."""

from csil.historique import SOI, Source
from informations_sensibles.models import (
    ARectifier,
    Blocage,
    BlocageDossier,
    Consentement,
    CorrespondantSecteur,
    DroitDossier,
    Embargo,
    EtapeCircuit,
    EtapeInformation,
    EtapeProcessus,
    Exercice,
    Facteur,
    Gel,
    Implication,
    OrganisationSecteur,
    PassageMasque,
    PointDeContact,
    Rectification,
    Refus,
    ReponseSignalement,
    ReponseSignalementPartenaire,
    Revue,
    SuiteSignalement,
    TraitementSignalement,
    VersionCircuit,
    VersionProcessus,
)
from informations_sensibles.permissions import DECIDENT, a_un_role

TUS = frozenset(
    {"id", "version", "secteur", "processus", "version_processus", "circuit", "version_circuit", "origine"}
)
DU_SIGNALEMENT = TUS | {"signalement", "reference", "signalant", "modele"}
REPORT = {"+": "a fait", "~": "a fait avancer", "-": "a supprimé"}
TRAITEMENT = {"+": "a ouvert", "~": "a changé", "-": "a supprimé"}
REPONSE = {"+": "a donné", "~": "a complété", "-": "a supprimé"}
ECART = {"+": "a tenu à l’écart", "~": "a levé ce qui tenait à l’écart", "-": "a supprimé"}
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


def du_circuit(circuit) -> list[Source]:
    versions = VersionCircuit.history.filter(circuit=circuit)
    etapes = EtapeCircuit.history.filter(version_circuit__in=versions.values("id"))
    return [
        Source(circuit.history.all(), "le circuit", titre="", tus=TUS),
        Source(versions, "la", tus=TUS),
        Source(etapes, "une", tus=TUS),
    ]


def du_signalement(signalement, user) -> list[Source]:
    """Who is kept away and why: for the authorities only, never for the person concerned."""
    sources = [
        Source(signalement.history.all(), "le signalement contextuel", "", REPORT, DU_SIGNALEMENT),
        Source(
            TraitementSignalement.history.filter(signalement=signalement),
            "le traitement",
            "",
            TRAITEMENT,
            DU_SIGNALEMENT,
        ),
        Source(
            ReponseSignalement.history.filter(signalement=signalement),
            "la réponse",
            "",
            REPONSE,
            DU_SIGNALEMENT,
        ),
    ]
    if a_un_role(user, DECIDENT):
        siennes = Blocage.history.filter(signalement=signalement).exclude(personne=user)
        sources.append(Source(siennes, "", "personne", ECART, DU_SIGNALEMENT | {"personne", "par", "le"}))
    return sources


DU_DOSSIER = TUS | {"dossier", "content_object", "par", "le", "reference", "propose_par", "propose_le"}
CERCLE = {"+": "a ouvert le dossier à", "~": "a changé l’accès de", "-": "a retiré l’accès de"}
PROPOSITION = {"+": "a proposé", "~": "a changé", "-": "a supprimé"}


def du_dossier(dossier, user) -> list[Source]:
    """Never an identity. Who is kept away and why: for the authorities only, never for the person concerned."""
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


def du_signalement_partenaire(signalement) -> list[Source]:
    tus = DU_SIGNALEMENT | {"partenaire"}
    suites = SuiteSignalement.history.filter(signalement=signalement)
    reponses = ReponseSignalementPartenaire.history.filter(signalement=signalement)
    return [
        Source(signalement.history.all(), "le signalement", "", REPORT, tus),
        Source(suites, "la suite", "", TRAITEMENT, tus),
        Source(reponses, "la réponse", "", REPONSE, tus),
    ]


DE_L_INFORMATION = TUS | {"information", "reference", "rectification", "ordre", "acte", "delai_jours"}
SAISIE = {"+": "a saisi", "~": "a fait avancer", "-": "a supprimé"}
ETAPE = {"+": "a posé", "~": "a fait avancer", "-": "a supprimé"}
NOTE = {"+": "a noté", "~": "a complété", "-": "a supprimé"}
POSE = {"+": "a posé", "~": "a changé", "-": "a supprimé"}


def de_l_information(information) -> list[Source]:
    """What a passage was masked from is read by few: the policy leaves the versions from before out."""
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
