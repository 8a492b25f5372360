from concertation.compte_rendu.approbation import a_approuver
from concertation.compte_rendu.models import Addendum, Amendement, CompteRendu, CompteRenduPoint
from concertation.ordre_du_jour.etats import Nature
from concertation.ordre_du_jour.reprises import Reprise
from csil.declarations import Declaration

DECLARATION = Declaration(
    nom="compte rendu",
    modeles=(Addendum, Amendement, CompteRendu, CompteRenduPoint),
    quarantaine={},
    taches=(),
    ajouts=(Reprise(Nature.APPROBATION, a_approuver),),
)
