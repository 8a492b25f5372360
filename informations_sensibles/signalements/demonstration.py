"""Contextual reports in every state, of one sector."""

from datetime import timedelta

from django.utils import timezone

from informations_sensibles.commun.demonstration import ecrire, il_y_a
from informations_sensibles.commun.models import PourQui, ReponseType
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from informations_sensibles.signalements.models.traitement import TraitementSignalement
from partenaires.annuaire.models import Quartier

# What, neighbourhood, place, hours ago, nature, label
VUS = [
    ("Des autocollants qui appellent à la violence ont été posés dans trois abris de la même ligne.", "Droixhe", "Ligne 17, trois arrêts", 5, "fait", "TLP:AMBER"),
    ("Un groupe distribue des brochures aux abords de l’arrêt, le mercredi après-midi.", "Bressoux", "Abords de l’arrêt central", 30, "fait", "TLP:AMBER+STRICT"),
    ("Des usagers disent que des messages circulent sur le réseau à propos d’un rassemblement.", "Outremeuse", "", 240, "propos", "TLP:AMBER+STRICT"),
    ("Les conducteurs trouvent le climat plus tendu en soirée sur cette ligne.", "Sclessin", "Ligne 2, après 20 heures", 400, "appreciation", "TLP:GREEN"),
    ("Une inscription de menace contre un service public a été trouvée sur un quai.", "Saint-Léonard", "Quai du tram", 700, "fait", "TLP:AMBER"),
]  # fmt: skip


def charger(tec, gens):
    """Write reports received today, overdue, taken over, closed with an answer, closed with a word that waits."""
    contact, membre = gens["contact-tec"], gens["membre-cellule"]
    recents = [_signalement(tec, contact, vu) for vu in VUS]
    ecrire(recents[1], contact, 9, recu_le=il_y_a(9), echeance=timezone.localdate(il_y_a(2)))
    _prendre(recents[2], membre, 8, echeance=timezone.localdate(il_y_a(-3)))
    _clore(
        recents[3], membre, 12, "concertation", "Le sujet revient : à aborder comme thème, sans la ligne.", 4
    )
    _clore(
        recents[4],
        gens["officier-information"],
        25,
        "police",
        "Fait punissable, transmis le jour même.",
        2,
        mot="Merci d’avoir prévenu le jour même.",
    )


def _signalement(secteur, par, vu):
    quoi, quartier, lieu, heures, nature, tlp = vu
    signalement = SignalementContextuel(secteur=secteur, signalant=par, quoi=quoi, lieu=lieu)
    quand = il_y_a(heures / 24)
    return ecrire(
        signalement,
        par,
        heures / 24,
        quartier=Quartier.objects.get(nom=quartier),
        observe_le=quand - timedelta(hours=1),
        recu_le=quand,
        nature=nature,
        tlp=tlp,
    )


def _prendre(signalement, par, jours, **champs):
    ecrire(signalement, par, jours, etat="pris_en_charge", **champs)
    traitement = TraitementSignalement(signalement=signalement, proprietaire=par)
    return ecrire(traitement, par, jours, pris_en_charge_le=il_y_a(jours))


def _clore(signalement, par, jours, issue, motif, reponse, mot=""):
    """Close the report. `reponse`: rank of the sentence; `mot`: a free word that the Référent has not read yet."""
    traitement = _prendre(signalement, par, jours, echeance=timezone.localdate(il_y_a(jours - 3)))
    fin = jours - 2
    ecrire(traitement, par, fin, issue=issue, motif=motif, clos_par=par, clos_le=il_y_a(fin), mot_propose=mot)
    modele = ReponseType.objects.get(ordre=reponse, pour=PourQui.CONTEXTUEL)
    ecrire(
        ReponseSignalement(signalement=signalement, modele=modele),
        par,
        fin,
        phrase=modele.phrase,
        repondu_le=il_y_a(fin),
    )
    ecrire(signalement, par, fin, etat="clos")
