"""The demonstration's Cellule: three sectors, their processes and drills, contextual reports in every state.

Functions and places, never a person; no telephone number and no private address. Run as owner, after the partners.
"""

from datetime import timedelta

from django.utils import timezone

from csil.demonstration import DOMAINE
from csil.models import Utilisateur
from informations_sensibles import demonstration_circuits
from informations_sensibles.models import (
    CorrespondantSecteur,
    EtapeProcessus,
    Exercice,
    OrganisationSecteur,
    PointDeContact,
    PourQui,
    ProcessusCommunication,
    ReponseSignalement,
    ReponseType,
    Secteur,
    SignalementContextuel,
    TraitementSignalement,
    VersionProcessus,
)
from partenaires.models import Contact, Quartier

ORGANISATIONS = {
    "tec": [("Réseau TEC de Liège", "Bus et tram"), ("Dépôt de Jemeppe", "")],
    "hopitaux": [("Hôpital régional", "Urgences et service social"), ("Clinique du centre", "")],
    "ecoles": [("Écoles communales", "Par l’Instruction publique"), ("Centres PMS", "Tous réseaux")],
}
RESEAU, DISPATCHING, POLICE = (
    "Conducteur, contrôleur ou agent de quai",
    "Dispatching du réseau",
    "Point de contact police du secteur",
)
# Process of the TEC, by version: who, what, to whom, value, unit, words, what not to transmit
ETAPES_TEC = {
    1: [
        (RESEAU, "Un tract, un affichage ou un rassemblement qui appelle à la haine ou à la violence.", DISPATCHING, None, "", "avant la fin du service", ""),
        (DISPATCHING, "Le fait, le lieu et l’heure.", POLICE, 1, "jours", "", "Aucun nom."),
    ],
    2: [
        (RESEAU, "Un tract, un affichage ou un rassemblement qui appelle à la haine ou à la violence : où, quand, ce qui a été vu.", DISPATCHING, 30, "minutes", "", "Les images prises avec un téléphone privé."),
        (DISPATCHING, "Le fait, le lieu et l’heure, et s’il s’est déjà produit ce mois-ci.", POLICE, 2, "heures", "", "Aucun nom, aucune description qui désigne quelqu’un."),
        (POLICE, "Un accusé de réception, et ce qu’il faut faire si le fait se répète.", DISPATCHING, 1, "jours", "", "Les suites données par la police."),
    ],
}  # fmt: skip
ETAPES_ECOLES = [
    ("Direction de l’école", "Un fait qui inquiète l’équipe éducative, après en avoir parlé au centre PMS.", POLICE, 1, "jours", "", "Le nom d’un élève : il se dit de vive voix, jamais par écrit."),
    (POLICE, "Un rappel, et le service le mieux placé pour aider.", "Direction de l’école", 2, "jours", "", ""),
]  # fmt: skip
ETAPES_HOPITAUX = [
    ("Responsable du service social", "Une situation générale du service qui inquiète l’équipe, sans patient.", POLICE, 1, "jours", "", "Toute donnée couverte par le secret médical."),
]  # fmt: skip
# What, neighbourhood, place, hours ago, nature, label
VUS = [
    ("Des autocollants qui appellent à la violence ont été posés dans trois abris de la même ligne.", "Droixhe", "Ligne 17, trois arrêts", 5, "fait", "TLP:AMBER"),
    ("Un groupe distribue des brochures aux abords de l’arrêt, le mercredi après-midi.", "Bressoux", "Abords de l’arrêt central", 30, "fait", "TLP:AMBER+STRICT"),
    ("Des usagers disent que des messages circulent sur le réseau à propos d’un rassemblement.", "Outremeuse", "", 240, "propos", "TLP:AMBER+STRICT"),
    ("Les conducteurs trouvent le climat plus tendu en soirée sur cette ligne.", "Sclessin", "Ligne 2, après 20 heures", 400, "appreciation", "TLP:GREEN"),
    ("Une inscription de menace contre un service public a été trouvée sur un quai.", "Saint-Léonard", "Quai du tram", 700, "fait", "TLP:AMBER"),
]  # fmt: skip


def charger():
    from informations_sensibles import demonstration_dossiers, demonstration_signaler

    gens = {personne.email.partition("@")[0]: personne for personne in Utilisateur.objects.all()}
    secteurs = {secteur.code: secteur for secteur in Secteur.objects.all()}
    for code, organisations in ORGANISATIONS.items():
        for nom, note in organisations:
            _ecrire(OrganisationSecteur(secteur=secteurs[code], nom=nom, note=note), gens["referent"], 300)
    _points(secteurs, gens)
    _processus(secteurs, gens)
    _exercices(secteurs, gens)
    _signalements(secteurs["tec"], gens)
    demonstration_circuits.charger(gens)
    demonstration_signaler.charger(gens)
    demonstration_dossiers.charger(gens)


def _ecrire(objet, par, jours, **champs):
    """Saved as this person would have done it, that many days ago."""
    for nom, valeur in champs.items():
        setattr(objet, nom, valeur)
    objet._history_user, objet._history_date = par, _il_y_a(jours)
    objet.save()
    return objet


def _il_y_a(jours):
    return timezone.now() - timedelta(days=jours)


def _points(secteurs, gens):
    """The one of the schools was not confirmed for a year; the hospitals have none yet."""
    _ecrire(
        CorrespondantSecteur(secteur=secteurs["tec"], personne=gens["contact-tec"]),
        gens["referent"],
        200,
        fonction="Coordination de la sécurité du réseau",
        debut=_il_y_a(200),
    )
    police = Contact.objects.get(courriel=f"plan-zonal.police@{DOMAINE}")
    for code, jours, champs in (
        ("tec", 20, {"contact": police, "suppleant_personne": gens["officier-information"]}),
        ("ecoles", 380, {"personne": gens["officier-information"]}),
    ):
        point = PointDeContact(
            secteur=secteurs[code],
            horaires="Du lundi au vendredi, de 8 h à 17 h",
            hors_horaires="Le dispatching de la zone de police, qui prévient l’officier de garde.",
            debut=_il_y_a(400).date(),
            confirme_le=_il_y_a(jours),
            confirme_par=gens["officier-information"],
            **champs,
        )
        point.full_clean()
        _ecrire(point, gens["officier-information"], jours)


def _processus(secteurs, gens):
    referent, officier, bourgmestre = gens["referent"], gens["officier-information"], gens["bourgmestre"]
    tec = _ecrire(
        ProcessusCommunication(secteur=secteurs["tec"], propose_par=officier),
        officier,
        300,
        titre="Faits inquiétants sur le réseau",
        but="Que ce qui inquiète dans un bus, un tram ou à un arrêt arrive vite au bon endroit, sans désigner personne.",
    )
    premiere = _version(tec, 1, officier, 290, ETAPES_TEC[1])
    _approuver(premiere, bourgmestre, 280)
    seconde = _version(
        tec,
        2,
        officier,
        100,
        ETAPES_TEC[2],
        [*premiere.etapes.all()],
        note="Des délais plus courts, et une réponse au réseau.",
    )
    _ecrire(premiere, bourgmestre, 90, etat="remplacee", valable_au=_il_y_a(90))
    _approuver(seconde, bourgmestre, 90, valable_au=timezone.now() + timedelta(days=275))
    ecoles = _ecrire(
        ProcessusCommunication(secteur=secteurs["ecoles"], propose_par=referent),
        referent,
        12,
        titre="Un fait qui inquiète l’équipe éducative",
        but="Que l’école sache à qui en parler, et que l’élève reste d’abord un élève.",
    )
    soumise = _version(ecoles, 1, referent, 10, ETAPES_ECOLES)
    _ecrire(soumise, referent, 4, etat="soumise", soumise_par=referent, soumise_le=_il_y_a(4))
    hopitaux = _ecrire(
        ProcessusCommunication(secteur=secteurs["hopitaux"], propose_par=gens["membre-cellule"]),
        gens["membre-cellule"],
        3,
        titre="Climat d’un service",
        but="Partager une inquiétude générale d’un service, sans rien qui touche au secret médical.",
    )
    _version(hopitaux, 1, gens["membre-cellule"], 2, ETAPES_HOPITAUX)


def _version(processus, numero, par, jours, etapes, origines=(), note=""):
    version = VersionProcessus(processus=processus, numero=numero, redigee_par=par, note=note)
    _ecrire(version, par, jours, redigee_le=_il_y_a(jours))
    for ordre, textes in enumerate(etapes, 1):
        origine = origines[ordre - 1] if ordre <= len(origines) else None
        etape = EtapeProcessus(version_processus=version, ordre=ordre, origine=origine)
        _ecrire(etape, par, jours, **dict(zip(NOMS, textes, strict=True)))
    return version


NOMS = ("qui", "quoi", "a_qui", "delai_valeur", "delai_unite", "delai_mots", "ne_pas_transmettre")


def _approuver(version, par, jours, **champs):
    moment = _il_y_a(jours)
    auteur = version.redigee_par
    _ecrire(version, auteur, jours + 2, etat="soumise", soumise_par=auteur, soumise_le=_il_y_a(jours + 2))
    _ecrire(version, par, jours, etat="en_vigueur", approuvee_par=par, valable_du=moment, **champs)


def _exercices(secteurs, gens):
    """One drill of the TEC that went well, one of the schools that is due."""
    for code, jours, minutes, resultat, commentaire in (
        ("tec", 120, 25, "reussi", "Réponse de la bonne personne, par le bon canal."),
        ("ecoles", 410, 1560, "tardif", "La suppléance n’était pas connue de l’école."),
    ):
        envoi = timezone.localtime(_il_y_a(jours)).replace(hour=10, minute=0)
        _ecrire(
            Exercice(secteur=secteurs[code], prevu_par=gens["officier-information"]),
            gens["officier-information"],
            jours,
            prevu_le=envoi.date(),
            envoye_le=envoi,
            repondu_le=envoi + timedelta(minutes=minutes),
            resultat=resultat,
            commentaire=commentaire,
            conclu_le=envoi + timedelta(days=2),
        )


def _signalements(tec, gens):
    """Received today; received and overdue; taken over; closed with an answer; closed, with a word that waits."""
    contact, membre = gens["contact-tec"], gens["membre-cellule"]
    recents = [_signalement(tec, contact, vu) for vu in VUS]
    _ecrire(recents[1], contact, 9, recu_le=_il_y_a(9), echeance=_il_y_a(2).date())
    _prendre(recents[2], membre, 8, echeance=(timezone.now() + timedelta(days=3)).date())
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
    quand = _il_y_a(heures / 24)
    return _ecrire(
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
    _ecrire(signalement, par, jours, etat="pris_en_charge", **champs)
    traitement = TraitementSignalement(signalement=signalement, proprietaire=par)
    return _ecrire(traitement, par, jours, pris_en_charge_le=_il_y_a(jours))


def _clore(signalement, par, jours, issue, motif, reponse, mot=""):
    """`reponse`: rank of the sentence; `mot`: a free word that the Référent has not read yet."""
    traitement = _prendre(signalement, par, jours, echeance=_il_y_a(jours - 3).date())
    fin = jours - 2
    _ecrire(
        traitement, par, fin, issue=issue, motif=motif, clos_par=par, clos_le=_il_y_a(fin), mot_propose=mot
    )
    modele = ReponseType.objects.get(ordre=reponse, pour=PourQui.CONTEXTUEL)
    _ecrire(
        ReponseSignalement(signalement=signalement, modele=modele),
        par,
        fin,
        phrase=modele.phrase,
        repondu_le=_il_y_a(fin),
    )
    _ecrire(signalement, par, fin, etat="clos")
