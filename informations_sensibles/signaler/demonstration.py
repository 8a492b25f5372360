"""The demonstration’s reports on a person: the visa, the SAJ opened and not the CRIPEL, one report in each state.

No person is real: the name is an example. Run as owner, after the circuits.
"""

from django.utils import timezone

from informations_sensibles.commun.demonstration import comme, ecrire, il_y_a
from informations_sensibles.commun.models import CategorieDonnee, PourQui, ReponseType
from informations_sensibles.dossiers.models import Identite
from informations_sensibles.signaler.models.base_parole import BaseParole
from informations_sensibles.signaler.models.ouverture import OuverturePartenaire
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import SuiteSignalement
from informations_sensibles.signaler.models.visa import VisaDpo
from partenaires.annuaire.models import Partenaire

VISA = (
    "Le signalement d’une personne par un partenaire, tel que décrit au registre des traitements : base choisie par qui "
    "signale, identité à part, réponse codée. À revoir dans un an."
)
MOTIF = "Le service suit des jeunes que la Cellule ne rencontre pas, et en a fait la demande."
ENFANT = "Il ne vient plus au service ; en parler ici doit lui rouvrir une porte, pas en fermer une."
# Days ago, nature, minor, what the child's interest asks, words
TEXTES = [
    (30, "propos", "oui", ENFANT, "Un jeune suivi répète des slogans qu’il dit tenir d’une chaîne de vidéos. Sa sœur reste un appui."),
    (4, "fait", "oui", ENFANT, "Le même jeune a quitté le club et ne répond plus. Il parlait de rejoindre des amis rencontrés en ligne."),
    (2, "appreciation", "inconnu", "", "L’équipe trouve qu’une personne de passage teste les autres sur leurs convictions. Rien de précis encore."),
]  # fmt: skip
EXEMPLE = {"nom": "Exemple", "prenom": "Camille"}
SYNTHESE = "Le service a perdu le contact avec un jeune qu’il suit, et qui parlait de rejoindre des inconnus."


def charger(gens):
    """Load the visa, the opening of the SAJ and its reports."""
    dpo, bourgmestre, referent = gens["dpo"], gens["bourgmestre"], gens["referent"]
    ecrire(VisaDpo(donne_par=dpo), dpo, 60, texte=VISA, donne_le=il_y_a(60))
    ecrire(
        OuverturePartenaire(partenaire=Partenaire.objects.get(code="saj"), ouverte_par=bourgmestre),
        bourgmestre,
        50,
        decision_du=timezone.localdate(il_y_a(52)),
        motif=MOTIF,
        ouverte_le=il_y_a(50),
    )
    clos, pris, _ = [_signalement(gens["agent-saj"], *texte) for texte in TEXTES]
    _clore(clos, referent, 27)
    with comme(referent):
        pris.reprendre(
            par=referent,
            synthese=SYNTHESE,
            categorie=CategorieDonnee.objects.proposees().first(),
            code_traitement="H2",
        )


def _signalement(agent, jours, nature, mineur, interet_enfant, texte):
    """Write a report; the first two are on the same example, who is 16."""
    signalement = ecrire(
        SignalementPartenaire(partenaire=agent.appartenance.partenaire, signalant=agent),
        agent,
        jours,
        texte=texte,
        date_fait=timezone.localdate(il_y_a(jours + 1)),
        nature=nature,
        mineur=mineur,
        interet_enfant=interet_enfant,
        base=BaseParole.objects.proposees().first(),
        recu_le=il_y_a(jours),
        echeance=timezone.localdate(il_y_a(jours - 7)),
    )
    if mineur == "oui":
        ecrire(
            Identite(signalement_partenaire=signalement, saisie_par=agent, **EXEMPLE),
            agent,
            jours,
            date_naissance=timezone.localdate(il_y_a(16 * 365)),
            saisie_le=il_y_a(jours),
        )
    return signalement


def _clore(signalement, par, jours):
    ecrire(
        SuiteSignalement(signalement=signalement, clos_par=par),
        par,
        jours,
        issue="aide",
        motif="Des mots, sans projet : une éducatrice de rue garde le lien.",
        clos_le=il_y_a(jours),
    )
    modele = ReponseType.objects.proposees(PourQui.PARTENAIRE)[1]
    ecrire(
        ReponseSignalementPartenaire(signalement=signalement, modele=modele),
        par,
        jours,
        phrase=modele.phrase,
        repondu_le=il_y_a(jours),
        mot="Merci de garder ce lien.",
    )
    ecrire(signalement, par, jours, etat="clos")
