from concertation.actions import accueil
from concertation.actions.models import Action, Avis, Decision, NoteAction
from concertation.actions.rappels import rappeler
from concertation.actions.suivi import a_suivre
from concertation.ordre_du_jour.etats import Nature
from concertation.ordre_du_jour.reprises import Reprise
from csil.declarations import Declaration, Rubrique

DECLARATION = Declaration(
    nom="actions",
    modeles=(Action, Avis, Decision, NoteAction),
    quarantaine={},
    taches=(accueil.taches, accueil.retards),
    rubriques=(Rubrique("concertation", "Actions", "actions", 60),),
    ajouts=(Reprise(Nature.SUIVI, a_suivre),),
    echeances={"actions de la Concertation": rappeler},
)
