"""The demonstration's dossiers, one in each moment of its life, written by the acts themselves.

Done in the names of the people of the cast; then dated back. No person is real. Run as owner. `membre-cellule` reads two of the four.
"""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from informations_sensibles.commun.demonstration import comme
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.droit_dossier import Niveau
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.implication import Implication

# Necessity, proportionality, subsidiarity of each, in the order in which they are proposed
PESEES = [
    ("Trois services voient chacun une part de la situation, et aucun ne peut la suivre seul.",
     "Le suivi porte sur ce que chaque service peut apporter, et se revoit dans les six mois.",
     "Un accompagnement par un seul service a été proposé deux fois, et n’a pas suffi."),
    ("L’école, le quartier et la police s’inquiètent pour des raisons différentes.",
     "Seul ce qui touche à l’école et au club se partage.",
     "Le centre PMS a essayé seul pendant un trimestre."),
    ("Les deux services qui rapportent ces propos ne se connaissent pas.",
     "Une première rencontre suffira peut-être : le dossier se reverra vite.",
     "Un simple appel entre services n’a pas permis d’y voir clair."),
    ("Les propos touchaient plusieurs communes, et personne ne les suivait.",
     "Seuls les propos publics ont été regardés.",
     "Le signalement au réseau social est resté sans réponse."),
]  # fmt: skip
ENFANT = "Garder l’école et le club comme appuis : rien de ce qui est décidé ici ne doit les lui fermer."


def charger(gens):
    """Write the four; give back the two that are followed, an adult's and a child's."""
    membre, referent, officier = gens["membre-cellule"], gens["referent"], gens["officier-information"]
    suivi = _ouvrir(
        _proposer(
            membre, 40, mineur="non", signes="Retrait du groupe d’amis, propos de rupture, voyage évoqué."
        ),
        referent,
    )
    _personnes(suivi, membre)
    _inviter(suivi, officier, Niveau.CONTRIBUER, membre, "Apporte ce que sait la police locale.")
    enfant = _ouvrir(
        _proposer(referent, 150, mineur="oui", interet_enfant=ENFANT, signes="Absences, fascination pour des vidéos violentes."),
        officier,
    )  # fmt: skip
    _inviter(enfant, membre, Niveau.LIRE, referent, "Suit la famille au quartier.")
    _inviter(enfant, officier, Niveau.CONTRIBUER, referent, "Apporte ce que savent les services de police.")
    with comme(referent):
        enfant.mettre_en_revue(par=referent)
    _proposer(
        officier,
        2,
        mineur="inconnu",
        signes="Deux services rapportent les mêmes propos à une semaine d’écart.",
    )
    _clos(gens)
    _dater(suivi, enfant)
    return suivi, enfant


def _proposer(par, jours, **champs):
    pesee = PESEES[Dossier.objects.count()]
    champs |= zip(("necessite", "proportionnalite", "subsidiarite"), pesee, strict=True)
    with comme(par):
        dossier = Dossier.proposer(par=par, **champs)
    dossier.propose_le = timezone.now() - timedelta(days=jours)
    dossier.ranger("propose_le")
    return dossier


def _ouvrir(dossier, par):
    dossier._history_date = dossier.propose_le + timedelta(days=3)  # and of what follows
    with comme(par):
        dossier.ouvrir(par=par, prochaine_revue=timezone.localdate() + relativedelta(months=3))
    with comme(dossier.pilote):
        dossier.suivre(par=dossier.pilote)
    return dossier


def _inviter(dossier, personne, niveau, par, motif):
    with comme(par):
        dossier.inviter(par=par, personne=personne, niveau=niveau, motif=motif)


def _personnes(dossier, par):
    with comme(par):
        dossier.ecrire(Implication, par=par, qualite="proche", designation="La mère")
        dossier.personne_suivie.identifier(
            par=par, motif="Ouverture du dossier.", prenom="Claude", nom="Fictive"
        )
        dossier.ecrire(Facteur, par=par, genre="risque", texte="Isolement depuis la perte de son emploi.")
        dossier.ecrire(
            Facteur, par=par, genre="protection", texte="Une sœur présente, et l’entraîneur du club."
        )


def _clos(gens):
    referent, chef = gens["referent"], gens["chef-de-corps"]
    dossier = _ouvrir(
        _proposer(referent, 300, mineur="non", signes="Propos de haine répétés sur un réseau social."), chef
    )
    with comme(referent):
        dossier.clore(par=referent, motif="Les propos ont cessé ; l’accompagnement ordinaire suffit.")
    dossier.premier_regard = timezone.localdate() + timedelta(days=4)
    dossier.ranger("premier_regard")


def _dater(*dossiers):
    for dossier in dossiers:
        dossier.ouvert_le = dossier.propose_le + timedelta(days=3)
        dossier.ranger("ouvert_le")
