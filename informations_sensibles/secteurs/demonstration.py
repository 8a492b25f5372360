"""Three sectors, their contact points, processes and drills."""

from datetime import timedelta

from django.utils import timezone

from csil.local.demonstration import DOMAINE
from informations_sensibles.commun.demonstration import ecrire, il_y_a
from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.etape import EtapeProcessus
from informations_sensibles.secteurs.models.exercice import Exercice
from informations_sensibles.secteurs.models.organisation import OrganisationSecteur
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.processus import ProcessusCommunication
from informations_sensibles.secteurs.models.version_processus import VersionProcessus
from partenaires.annuaire.models import Contact

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
NOMS = ("qui", "quoi", "a_qui", "delai_valeur", "delai_unite", "delai_mots", "ne_pas_transmettre")


def charger(secteurs, gens):
    for code, organisations in ORGANISATIONS.items():
        for nom, note in organisations:
            ecrire(OrganisationSecteur(secteur=secteurs[code], nom=nom, note=note), gens["referent"], 300)
    _points(secteurs, gens)
    _processus(secteurs, gens)
    _exercices(secteurs, gens)


def _points(secteurs, gens):
    """Write the contact points: that of the schools was not confirmed for a year, the hospitals have none yet."""
    ecrire(
        CorrespondantSecteur(secteur=secteurs["tec"], personne=gens["contact-tec"]),
        gens["referent"],
        200,
        fonction="Coordination de la sécurité du réseau",
        debut=il_y_a(200),
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
            debut=timezone.localdate(il_y_a(400)),
            confirme_le=il_y_a(jours),
            confirme_par=gens["officier-information"],
            **champs,
        )
        point.full_clean()
        ecrire(point, gens["officier-information"], jours)


def _processus(secteurs, gens):
    referent, officier, bourgmestre = gens["referent"], gens["officier-information"], gens["bourgmestre"]
    tec = ecrire(
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
    ecrire(premiere, bourgmestre, 90, etat="remplacee", valable_au=il_y_a(90))
    _approuver(seconde, bourgmestre, 90, valable_au=timezone.now() + timedelta(days=275))
    ecoles = ecrire(
        ProcessusCommunication(secteur=secteurs["ecoles"], propose_par=referent),
        referent,
        12,
        titre="Un fait qui inquiète l’équipe éducative",
        but="Que l’école sache à qui en parler, et que l’élève reste d’abord un élève.",
    )
    soumise = _version(ecoles, 1, referent, 10, ETAPES_ECOLES)
    ecrire(soumise, referent, 4, etat="soumise", soumise_par=referent, soumise_le=il_y_a(4))
    hopitaux = ecrire(
        ProcessusCommunication(secteur=secteurs["hopitaux"], propose_par=gens["membre-cellule"]),
        gens["membre-cellule"],
        3,
        titre="Climat d’un service",
        but="Partager une inquiétude générale d’un service, sans rien qui touche au secret médical.",
    )
    _version(hopitaux, 1, gens["membre-cellule"], 2, ETAPES_HOPITAUX)


def _version(processus, numero, par, jours, etapes, origines=(), note=""):
    version = VersionProcessus(processus=processus, numero=numero, redigee_par=par, note=note)
    ecrire(version, par, jours, redigee_le=il_y_a(jours))
    for ordre, textes in enumerate(etapes, 1):
        origine = origines[ordre - 1] if ordre <= len(origines) else None
        etape = EtapeProcessus(version_processus=version, ordre=ordre, origine=origine)
        ecrire(etape, par, jours, **dict(zip(NOMS, textes, strict=True)))
    return version


def _approuver(version, par, jours, **champs):
    moment = il_y_a(jours)
    auteur = version.redigee_par
    ecrire(version, auteur, jours + 2, etat="soumise", soumise_par=auteur, soumise_le=il_y_a(jours + 2))
    ecrire(version, par, jours, etat="en_vigueur", approuvee_par=par, valable_du=moment, **champs)


def _exercices(secteurs, gens):
    """Write a drill of the TEC that went well, one of the schools that is due again."""
    for code, jours, minutes, resultat, commentaire in (
        ("tec", 120, 25, "reussi", "Réponse de la bonne personne, par le bon canal."),
        ("ecoles", 410, 1560, "tardif", "La suppléance n’était pas connue de l’école."),
    ):
        envoi = timezone.localtime(il_y_a(jours)).replace(hour=10, minute=0)
        ecrire(
            Exercice(secteur=secteurs[code], prevu_par=gens["officier-information"]),
            gens["officier-information"],
            jours,
            prevu_le=timezone.localdate(envoi),
            envoye_le=envoi,
            repondu_le=envoi + timedelta(minutes=minutes),
            resultat=resultat,
            commentaire=commentaire,
            conclu_le=envoi + timedelta(days=2),
        )
