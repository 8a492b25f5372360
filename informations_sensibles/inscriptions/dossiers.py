from csil.accueil import enregistrer_taches
from csil.cloison import enregistrer_regles
from csil.navigation import enregistrer_rubrique
from csil.quarantaine import enregistrer_quarantaine
from informations_sensibles.accueil import dossiers
from informations_sensibles.cloison.dossiers import regles
from informations_sensibles.models import (
    BlocageDossier,
    Dossier,
    DroitDossier,
    Effacement,
    Facteur,
    Gel,
    Implication,
    Information,
    Refus,
    Revue,
    Transmission,
)
from informations_sensibles.permissions import est_de_la_cellule

PARTIES = (Implication, Facteur, Revue, Refus, BlocageDossier, Information, Transmission, Effacement, Gel)


def inscrire() -> None:
    enregistrer_quarantaine(
        Dossier, (DroitDossier, "content_object"), *((partie, "dossier") for partie in PARTIES)
    )
    enregistrer_regles(regles)
    enregistrer_rubrique("cellule", "Dossiers", "dossiers", 5, est_de_la_cellule)
    enregistrer_taches(dossiers.dossiers)
