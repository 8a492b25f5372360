from csil.accueil import enregistrer_nouveautes, enregistrer_taches
from csil.accueil.navigation import enregistrer_rubrique, enregistrer_section
from csil.accueil.regard import enregistrer_regard
from csil.cloison import enregistrer_regles
from csil.quarantaine import enregistrer_quarantaine
from informations_sensibles.commun.permissions import (
    est_dpo,
    lit_les_signalements_de_partenaires,
    peut_signaler,
)
from informations_sensibles.dossiers.ajouts import ajouter
from informations_sensibles.informations import ajouts
from informations_sensibles.signaler import accueil as signaler
from informations_sensibles.signaler import regard
from informations_sensibles.signaler.cloison import regles
from informations_sensibles.signaler.du_dossier import AVEC_L_INFORMATION, DANS_LE_DOSSIER
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import SuiteSignalement

SUITES = (SuiteSignalement, ReponseSignalementPartenaire)


def inscrire() -> None:
    ajouter(DANS_LE_DOSSIER)
    ajouts.ajouter(AVEC_L_INFORMATION)
    enregistrer_quarantaine(SignalementPartenaire, *((suite, "signalement") for suite in SUITES))
    enregistrer_regles(regles)
    enregistrer_section("Signaler", "signaler", peut_signaler, 25, "Signaler une situation qui vous inquiète")
    enregistrer_section(
        "Visa", "visa", est_dpo, 60, "Donner ou retirer le visa des signalements de partenaires"
    )
    enregistrer_rubrique(
        "cellule",
        "Signalements des partenaires",
        "signalements-partenaires",
        15,
        lit_les_signalements_de_partenaires,
        ("ouvertures",),
    )
    enregistrer_taches(signaler.signalements)
    enregistrer_nouveautes(signaler.reponses)
    enregistrer_regard(regard.signalements_partenaires)
