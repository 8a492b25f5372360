from csil.comptes.groupes import ANNUAIRE
from csil.declarations import Declaration, Section
from partenaires.annuaire.accueil import nouveautes
from partenaires.annuaire.models import (
    AdresseSujet,
    Contact,
    Fonction,
    Implantation,
    Niveau,
    Offre,
    Partenaire,
    Quartier,
    Secteur,
    Service,
    Theme,
)
from partenaires.annuaire.repertoire import connus

DECLARATION = Declaration(
    nom="annuaire",
    modeles=(
        AdresseSujet,
        Contact,
        Fonction,
        Implantation,
        Niveau,
        Offre,
        Partenaire,
        Quartier,
        Secteur,
        Service,
        Theme,
    ),
    quarantaine={},
    taches=(),
    nouveautes=(nouveautes,),
    sections=(Section("Partenaires", "partenaires", lambda personne: personne.est_membre(*ANNUAIRE), 40),),
    repertoires=(connus,),
)
