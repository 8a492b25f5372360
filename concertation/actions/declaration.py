from concertation.actions import accueil
from concertation.actions.models import Action, Avis, Decision, NoteAction
from concertation.actions.rappels import rappeler
from csil.declarations import Declaration, Rubrique

DECLARATION = Declaration(
    nom="actions",
    modeles=(Action, Avis, Decision, NoteAction),
    quarantaine={},
    taches=(accueil.taches, accueil.retards),
    rubriques=(Rubrique("concertation", "Actions", "actions", 60),),
    echeances={"actions de la Concertation": rappeler},
)
