from concertation.accueil import accueil
from concertation.commun.groupes import LISENT
from csil.declarations import Declaration, Rubrique, Section

DECLARATION = Declaration(
    nom="concertation",
    modeles=(),
    quarantaine={},
    taches=(accueil.taches_du_referent, accueil.taches_des_membres),
    rendez_vous=(accueil.rendez_vous,),
    nouveautes=(accueil.nouveautes,),
    sections=(
        Section(
            "Concertation",
            "concertation",
            lambda personne: personne.est_membre(*LISENT),
            10,
            "Voir les réunions de la Concertation et y proposer un point",
        ),
    ),
    rubriques=(Rubrique("concertation", "Nouveautés", "concertation", 0),),
)
