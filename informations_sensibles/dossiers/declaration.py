from csil.declarations import Declaration, Rubrique
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers import accueil
from informations_sensibles.dossiers.models import (
    BlocageDossier,
    Dossier,
    DroitDossier,
    Effacement,
    Facteur,
    Gel,
    Identite,
    Implication,
    Refus,
    Revelation,
    Revue,
)

PARTIES = (Implication, Facteur, Revue, Refus, BlocageDossier, Effacement, Gel)

DECLARATION = Declaration(
    nom="dossiers",
    modeles=(Dossier, DroitDossier, Identite, Revelation, *PARTIES),
    quarantaine={
        Dossier: ((DroitDossier, "content_object"), *((partie, "dossier") for partie in PARTIES)),
    },
    taches=(accueil.dossiers,),
    rubriques=(Rubrique("cellule", "Dossiers", "dossiers", 5, est_de_la_cellule),),
)
