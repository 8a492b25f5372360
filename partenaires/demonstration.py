"""The demonstration's directory: the real partners, invented offers, and contacts that are functions, never people.

No telephone number and no address: an invented one could be somebody's.
"""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.utils import timezone

from csil.comptes.groupes import CELLULE
from csil.local.demonstration import DOMAINE
from partenaires.annuaire.models import (
    AdresseSujet,
    Contact,
    Nature,
    Offre,
    Partenaire,
    Quartier,
    Rythme,
    Service,
    Theme,
)
from partenaires.appartenances.actes import donner_tenue
from partenaires.chargement.ecriture import charger as charger_fichier
from partenaires.chargement.lecture import lire
from partenaires.distribution import attribuer, creer, creer_personnes, mandater
from partenaires.mandats.models import Suspension

FICHIER = settings.RACINE / "partenaires" / "donnees" / "partenaires-liege.yaml"
THEMES = ["Accueil et intégration", "Aide aux familles", "Décrochage scolaire", "Droits et démarches", "Écoute psychologique", "Formation des professionnels", "Logement et revenus"]  # fmt: skip
QUARTIERS = [
    "Angleur",
    "Bressoux",
    "Droixhe",
    "Grivegnée",
    "Herstal",
    "Outremeuse",
    "Saint-Léonard",
    "Sclessin",
]

# Partner: missions, contacts (name, function, local part of the address), offers (title, description, public, how to
# refer, themes, neighbourhoods).
FICHES = {
    "cripel": (
        "Accompagne les personnes étrangères dans leur parcours d’intégration et forme les professionnels à "
        "l’interculturalité.",
        [
            ("Accueil du CRIPEL", "Premier accueil et orientation", "accueil.cripel"),
            ("Coordination des formations", "Formations des professionnels", "formations.cripel"),
        ],
        [
            (
                "Parcours d’intégration et bilan social",
                "Un bilan individuel, des cours de français, une orientation socioprofessionnelle.",
                "Adultes étrangers ou d’origine étrangère, arrondissement de Liège.",
                "Par téléphone ou par courriel à l’accueil ; la personne reste libre d’accepter.",
                ["Accueil et intégration", "Droits et démarches"],
                ["Bressoux", "Droixhe"],
            ),
            (
                "Formation à l’interculturalité",
                "Deux journées construites avec l’équipe qui les demande.",
                "Équipes de 8 à 15 personnes des services partenaires.",
                "Par courriel à la coordination des formations, deux mois à l’avance.",
                ["Formation des professionnels"],
                [],
            ),
        ],
    ),
    "saj": (
        "Aide les jeunes en difficulté ou en danger, et leur famille, à leur demande et avec leur accord.",
        [("Permanence du SAJ", "Délégué de permanence", "permanence.saj")],
        [
            (
                "Permanence et première analyse de la demande",
                "Un entretien sans rendez-vous aux heures de permanence, suivi d’une analyse de la situation.",
                "Jeunes de moins de 18 ans et leurs proches.",
                "Inviter le jeune ou la famille à prendre contact ; en cas de danger, appeler la permanence.",
                ["Aide aux familles", "Droits et démarches"],
                [],
            )
        ],
    ),
    "amo-droit-des-jeunes": (
        "Informe les jeunes sur leurs droits et les accompagne dans leurs démarches, hors mandat et gratuitement.",
        [("Accueil de l’AMO", "Permanence sociale et juridique", "accueil.amo-droit-des-jeunes")],
        [
            (
                "Permanence sociojuridique",
                "Une réponse aux questions de scolarité, d’aide sociale et de droits.",
                "Jeunes de 0 à 22 ans et leurs familles.",
                "La personne vient d’elle-même ; un professionnel peut l’accompagner à la permanence.",
                ["Droits et démarches", "Décrochage scolaire"],
                ["Outremeuse"],
            )
        ],
    ),
    "amo-service-actions-sociales": (
        "",
        [("Équipe de Saint-Léonard", "Travail de rue", "saint-leonard.amo-actions-sociales")],
        [
            (
                "Accompagnement éducatif dans le quartier",
                "Présence dans la rue, soutien individuel et projets collectifs.",
                "Jeunes de 6 à 22 ans.",
                "Par courriel à l’équipe du quartier.",
                ["Décrochage scolaire", "Aide aux familles"],
                ["Saint-Léonard", "Herstal"],
            )
        ],
    ),
    "universite-de-liege": (
        "",
        [("Secrétariat de la faculté", "Relations avec les partenaires", "secretariat.uliege")],
        [
            (
                "Appui scientifique aux équipes",
                "Lecture critique d’une pratique, revue de ce que l’on sait d’un sujet. Aucune donnée nominative.",
                "Services partenaires de la Concertation.",
                "Par courriel, en décrivant la question en dix lignes.",
                ["Formation des professionnels"],
                [],
            )
        ],
    ),
    "province-de-liege": (
        "",
        [("Accueil d’Openado", "Prévention et écoute des jeunes", "accueil.openado")],
        [
            (
                "Écoute et orientation des jeunes et des parents",
                "Entretiens avec une psychologue, ateliers pour les écoles.",
                "Jeunes de 0 à 25 ans, parents, écoles.",
                "Par courriel à l’accueil.",
                ["Écoute psychologique", "Aide aux familles"],
                [],
            )
        ],
    ),
    "cpas": (
        "",
        [("Accueil social du CPAS", "Orientation vers le bon service", "accueil.cpas")],
        [],
    ),
    "police-locale-liege": (
        "",
        [("Plan zonal de sécurité", "Relations avec les partenaires", "plan-zonal.police")],
        [],
    ),
}
# Partner: days since it was confirmed. The others never were.
RELUES = {
    "cripel": 1,
    "police-locale-liege": 61,
    "saj": 190,
    "amo-droit-des-jeunes": 35,
    "amo-service-actions-sociales": 95,
    "cabinet-bourgmestre": 30,
    "cpas": 182,
    "instruction-publique-liege": 120,
    "province-de-liege": 92,
    "universite-de-liege": 64,
    "service-social-seraing": 400,
    "coupole-analyse-securite-urbaine": 150,
}


def charger():
    charger_fichier(lire(FICHIER))
    personnes = creer_personnes()
    completer_annuaire(personnes)
    completer_mandats(personnes)


def completer_annuaire(personnes) -> None:
    """A few living records, in every state of freshness. `personnes`: the cast, by name."""
    themes = {nom: Theme.objects.create(nom=nom) for nom in THEMES}
    quartiers = {nom: Quartier.objects.create(nom=nom) for nom in QUARTIERS}
    for code, (missions, contacts, offres) in FICHES.items():
        partenaire = Partenaire.objects.get(code=code)
        _ecrire(partenaire, missions=missions)
        for rang, (nom, fonction, adresse) in enumerate(contacts, 1):
            Contact.objects.create(
                partenaire=partenaire, nom=nom, fonction=fonction, rang=rang, courriel=f"{adresse}@{DOMAINE}"
            )
        for intitule, description, public, orientation, siens, lieux in offres:
            offre = Offre.objects.create(
                partenaire=partenaire,
                intitule=intitule,
                description=description,
                public=public,
                orientation=orientation,
            )
            offre.themes.set(themes[nom] for nom in siens)
            offre.quartiers.set(quartiers[nom] for nom in lieux)
    _absence_au_cripel()
    _services()
    _relectures(personnes)
    for personne, code in ((personnes.agent_cripel, "cripel"), (personnes.agent_saj, "saj")):
        donner_tenue(Partenaire.objects.get(code=code), personne, par=personnes.referent)


def completer_mandats(personnes) -> None:
    """One mandate in each of the states that the cast, whose rights all stand, does not show."""
    decides = {"demande_par": personnes.admin, "confirme_par": personnes.bourgmestre}
    aujourd_hui = timezone.now()
    suspendu = _mandater("membre-suspendu", "Membre suspendu", **decides)
    Suspension.objects.create(mandat=suspendu, cause=Suspension.Cause.REINITIALISATION)
    _mandater("ancien-membre", "Ancien membre", fin=aujourd_hui - timedelta(days=12), **decides)
    _ecrire(
        _mandater("candidat-refuse", "Candidat refusé", demande_par=personnes.admin, confirme_par=None),
        refuse_par=personnes.chef_de_corps,
        refuse_le=aujourd_hui,
        decision="Son service est déjà représenté par deux personnes.",
    )
    a_revoir = _mandater(
        "membre-a-revoir", "Membre à revoir", debut=aujourd_hui - relativedelta(months=6, days=3), **decides
    )
    _ecrire(a_revoir, confirme_le=a_revoir.debut)


def _mandater(login, nom, **options):
    personne = creer(login, nom)
    attribuer(personne, CELLULE, par=options["demande_par"])
    return mandater(personne, CELLULE, **options)


def _ecrire(objet, **champs):
    for nom, valeur in champs.items():
        setattr(objet, nom, valeur)
    objet.save()


def _absence_au_cripel():
    """The first contact is away; the second one stands in, and has an address for one subject."""
    accueil, formations = Contact.objects.filter(partenaire__code="cripel")
    aujourd_hui = timezone.localdate()
    _ecrire(
        accueil,
        suppleant=formations,
        absent_du=aujourd_hui - timedelta(days=2),
        absent_au=aujourd_hui + timedelta(days=9),
    )
    AdresseSujet.objects.create(
        contact=formations, sujet="Inscriptions", courriel=f"inscriptions.cripel@{DOMAINE}"
    )
    agente = Contact(partenaire=accueil.partenaire, nature=Nature.PERSONNE, nom="Agente du CRIPEL", rang=3)
    _ecrire(agente, fonction="Représente le CRIPEL à la Concertation", courriel=f"agent-cripel@{DOMAINE}")


def _services():
    """A contact and an offer that belong to a service of the file."""
    openado = Service.objects.get(nom="Openado")
    for modele in (Contact, Offre):
        for objet in modele.objects.filter(partenaire=openado.partenaire):
            _ecrire(objet, service=openado)


def _relectures(personnes):
    par = {"cripel": personnes.agent_cripel, "saj": personnes.agent_saj}
    for code, jours in RELUES.items():
        partenaire = Partenaire.objects.get(code=code)
        partenaire.relue_le = timezone.now() - timedelta(days=jours)
        partenaire.relue_par = par.get(code, personnes.referent)
        partenaire._change_reason = "Tout est exact"
        partenaire._history_user = personnes.agent_cripel if code == "cripel" else None
        partenaire.save()
    _ecrire(Partenaire.objects.get(code="police-locale-liege"), rythme=Rythme.TROIS_MOIS)
    _ecrire(Partenaire.objects.get(code="universite-de-liege"), rythme=Rythme.DOUZE_MOIS)
