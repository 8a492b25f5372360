"""The demonstration's dossiers, one in each moment of its life, with their informations and a transmission on its way.

Done by the acts themselves, in the names of the people of the cast; then dated back. No person is real. Run as owner, after the
circuits. `membre-cellule` reads two of the four.
"""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from informations_sensibles.commun.demonstration import comme
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.droit_dossier import Niveau
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.implication import Implication
from informations_sensibles.informations.models import INFORMER_TFL, Information
from informations_sensibles.transmissions.models import BaseLegale, Finalite, Transmission

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
    _informations(suivi, enfant, gens)
    _dater(suivi, enfant)


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
        Implication.ecrire(dossier, par=par, qualite="proche", designation="La mère")
        dossier.personne_suivie.identifier(
            par=par, motif="Ouverture du dossier.", prenom="Claude", nom="Fictive"
        )
        Facteur.ecrire(dossier, par=par, genre="risque", texte="Isolement depuis la perte de son emploi.")
        Facteur.ecrire(
            dossier, par=par, genre="protection", texte="Une sœur présente, et l’entraîneur du club."
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


def _informations(suivi, enfant, gens):
    officier, membre = gens["officier-information"], gens["membre-cellule"]
    rir = _saisir(
        officier,
        suivi,
        9,
        "rir",
        "police_locale",
        "Police locale de Liège",
        "H0",
        "Vue deux fois devant le local, avec un groupe que la police connaît.",
    )
    with comme(officier):
        rir.valider(par=officier, mot="Recoupée avec le relevé de la semaine.")
        rir.evaluer(par=officier, source="B", information="2", mot="Source fiable, connue de longue date.")
    _transmettre(suivi, _avancer(rir, INFORMER_TFL, gens), gens)
    surete = _saisir(
        officier,
        enfant,
        6,
        "rapport",
        "surete",
        "Sûreté de l’Etat",
        "H2",
        "Un contact en ligne à l’étranger, sans rencontre connue.",
    )
    with comme(officier):
        surete.valider(par=officier, mot="Reçue par le canal habituel.")
        surete.evaluer(par=officier, source="A", information="3", mot="Recoupée par le service.")
    _saisir(
        officier,
        None,
        3,
        "pv",
        "police_federale",
        "Police fédérale",
        "H1",
        "Un PV cite une personne du quartier, sans que l’on sache encore qui la suit.",
    )
    _saisir(
        membre,
        None,
        1,
        "autre",
        "autre",
        "Un service d’une autre commune",
        "H3",
        "Un service voisin signale un déménagement vers Liège.",
        condition="Ne pas dire à la famille d’où vient l’information.",
    )


def _saisir(par, dossier, jours, genre, source, originateur, code, synthese, **champs):
    with comme(par):
        information = Information.saisir(
            par=par, dossier=dossier, genre=genre, source=source, originateur=originateur, code_traitement=code,
            synthese=synthese, nature="fait", date_fait=timezone.localdate() - timedelta(days=jours + 2),
            categorie=CategorieDonnee.objects.proposees().last(), marquage_origine="aucun", **champs,
        )  # fmt: skip
    information.saisie_le = timezone.now() - timedelta(days=jours)
    information.ranger("saisie_le")
    return information


def _avancer(information, jusqu_a, gens):
    """Each step by somebody of its role, up to this one."""
    information = Information.objects.get(pk=information.pk)
    while information.etape_courante.acte != jusqu_a:
        etape = information.etape_courante
        personne = next(p for p in gens.values() if etape.role in p.groupes)
        with comme(personne):
            information = information.faire_etape(etape, par=personne, mot="Fait, rien à ajouter.")
    return information


def _transmettre(dossier, information, gens):
    """Prepared by the Officier, checked by the Référent, released by the Chef de Corps; its return is awaited."""
    referent, officier, chef = gens["referent"], gens["officier-information"], gens["chef-de-corps"]
    with comme(officier):
        transmission = Transmission.preparer(
            par=officier, dossier=dossier, informations=[information], genre="rapport",
            objet="Fréquentation d’un local connu", finalite=Finalite.objects.first(), base=BaseLegale.objects.first(),
            destinataire=gens["contact-tfl"], marquage_origine="aucun", code_traitement="H0",
        )  # fmt: skip
    with comme(referent):
        for condition in transmission.conditions.all():
            transmission.constater(
                condition, par=referent, tenue=True, detail="Relu avec l’Officier d’information."
            )
        transmission.verifier(par=referent)
    with comme(chef):
        transmission.liberer(par=chef)


def _dater(*dossiers):
    for dossier in dossiers:
        dossier.ouvert_le = dossier.propose_le + timedelta(days=3)
        dossier.ranger("ouvert_le")
