from csil.accueil import enregistrer_nouveautes, enregistrer_taches
from csil.cloison import enregistrer_regles
from csil.navigation import enregistrer_rubrique, enregistrer_section
from csil.quarantaine import enregistrer_quarantaine
from csil.regard import enregistrer_regard
from informations_sensibles import regard
from informations_sensibles.accueil import signaler
from informations_sensibles.cloison.signaler import regles
from informations_sensibles.models import (
    ReponseSignalementPartenaire,
    SignalementPartenaire,
    SuiteSignalement,
)
from informations_sensibles.permissions import est_dpo, lit_les_signalements_de_partenaires, peut_signaler

SUITES = (SuiteSignalement, ReponseSignalementPartenaire)


def inscrire() -> None:
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
