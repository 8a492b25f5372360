from csil.declarations import Declaration, Rubrique, Section
from informations_sensibles.commun.permissions import (
    est_dpo,
    lit_les_signalements_de_partenaires,
    peut_signaler,
)
from informations_sensibles.signaler import accueil, regard
from informations_sensibles.signaler.du_dossier import AVEC_L_INFORMATION, DANS_LE_DOSSIER
from informations_sensibles.signaler.models import (
    BaseParole,
    OuverturePartenaire,
    ReponseSignalementPartenaire,
    SignalementPartenaire,
    SuiteSignalement,
    VisaDpo,
)

SUITES = (SuiteSignalement, ReponseSignalementPartenaire)

DECLARATION = Declaration(
    nom="signaler",
    modeles=(SignalementPartenaire, *SUITES, BaseParole, OuverturePartenaire, VisaDpo),
    quarantaine={SignalementPartenaire: tuple((suite, "signalement") for suite in SUITES)},
    taches=(accueil.signalements,),
    nouveautes=(accueil.reponses,),
    sections=(
        Section("Signaler", "signaler", peut_signaler, 25, "Signaler une situation qui vous inquiète"),
        Section("Visa", "visa", est_dpo, 60, "Donner ou retirer le visa des signalements de partenaires"),
    ),
    rubriques=(
        Rubrique(
            "cellule",
            "Signalements des partenaires",
            "signalements-partenaires",
            15,
            lit_les_signalements_de_partenaires,
            ("ouvertures",),
        ),
    ),
    regards=(regard.signalements_partenaires,),
    ajouts=(DANS_LE_DOSSIER, AVEC_L_INFORMATION),
)
