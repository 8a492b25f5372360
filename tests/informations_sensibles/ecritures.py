"""Builders of the Cellule's world: plain functions, run as owner (`with proprietaire():`) unless they say otherwise."""

from datetime import timedelta

from django.utils import timezone

from informations_sensibles.commun.models import ReponseType
from informations_sensibles.secteurs.models import (
    CorrespondantSecteur,
    EtapeProcessus,
    Exercice,
    OrganisationSecteur,
    PointDeContact,
    ProcessusCommunication,
    Secteur,
    VersionProcessus,
)
from informations_sensibles.signalements.models import (
    Blocage,
    ReponseSignalement,
    SignalementContextuel,
    TraitementSignalement,
)
from partenaires.annuaire.models import Contact, Partenaire
from tests.informations_sensibles.circuits import ecritures as circuits
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.signaler import ecritures as signaler
from tests.informations_sensibles.transmissions import ecritures as transmissions


def lu(reponse) -> str:
    """The page, with ordinary spaces."""
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def secteur(code="tec") -> Secteur:
    return Secteur.objects.get(code=code)


def correspondre(personne, lieu=None, **champs) -> CorrespondantSecteur:
    """The person answers for the sector since a month."""
    champs.setdefault("debut", timezone.now() - timedelta(days=30))
    return CorrespondantSecteur.objects.create(
        personne=personne, secteur=lieu or secteur(), fonction="Coordination", **champs
    )


def point(lieu=None, **champs) -> PointDeContact:
    point = PointDeContact(
        secteur=lieu or secteur(),
        horaires="Du lundi au vendredi, de 8 h à 17 h",
        hors_horaires="Le dispatching de la zone de police, qui prévient l’officier de garde.",
        **champs,
    )
    point.full_clean()
    point.save()
    return point


def etape(version, ordre=1, **champs) -> EtapeProcessus:
    textes = {
        "qui": "Le dispatching du réseau",
        "quoi": "Le fait, le lieu et l’heure.",
        "a_qui": "Le point de contact police",
        "delai_valeur": 30,
        "delai_unite": "minutes",
        "ne_pas_transmettre": "Aucun nom.",
    } | champs
    return EtapeProcessus.objects.create(version_processus=version, ordre=ordre, **textes)


def processus(lieu=None, titre="Faits inquiétants sur le réseau", **champs) -> ProcessusCommunication:
    return ProcessusCommunication.objects.create(
        secteur=lieu or secteur(), titre=titre, but="Dire vite, et à la bonne personne.", **champs
    )


def version(de, numero=1, etat="brouillon", **champs) -> VersionProcessus:
    """With one step. What was in force needs `approuvee_par`."""
    if etat in ("en_vigueur", "remplacee", "retiree"):
        champs.setdefault("valable_du", timezone.now() - timedelta(days=100))
    version = VersionProcessus.objects.create(processus=de, numero=numero, etat=etat, **champs)
    etape(version)
    return version


def signalement(signalant, lieu=None, **champs) -> SignalementContextuel:
    champs.setdefault("quoi", "Des tracts sans signature ont été déposés dans un abri.")
    champs.setdefault("observe_le", timezone.now() - timedelta(hours=3))
    champs.setdefault("nature", "fait")
    return SignalementContextuel.objects.create(signalant=signalant, secteur=lieu or secteur(), **champs)


def traiter(de, par) -> TraitementSignalement:
    """Taken over, so that rows of every table exist."""
    de.etat = "pris_en_charge"
    de.save()
    return TraitementSignalement.objects.create(
        signalement=de, proprietaire=par, pris_en_charge_le=timezone.now()
    )


def clore(de, par) -> ReponseSignalement:
    traitement = getattr(de, "traitement", None) or traiter(de, par)
    traitement.issue, traitement.motif, traitement.clos_par = "sans_suite", "Rien à relier.", par
    traitement.clos_le = timezone.now()
    traitement.save()
    de.etat = "clos"
    de.save()
    modele = ReponseType.objects.first()
    return ReponseSignalement.objects.create(signalement=de, modele=modele, phrase=modele.phrase)


def bloquer(personne, de, par) -> Blocage:
    return Blocage.objects.create(personne=personne, signalement=de, motif="Lien professionnel.", par=par)


def tout(distribution) -> None:
    """At least a row in every table, in two sectors: what tests of the wall look at."""
    gens = distribution
    for code in ("tec", "ecoles"):
        lieu = secteur(code)
        OrganisationSecteur.objects.create(secteur=lieu, nom=f"Organisation {code}")
        point(lieu, personne=gens.chef_de_corps)
        Exercice.objects.create(secteur=lieu, prevu_le=timezone.localdate())
        suivi = processus(lieu)
        version(suivi, 1, "remplacee", approuvee_par=gens.bourgmestre, redigee_par=gens.referent)
        version(suivi, 2, "en_vigueur", approuvee_par=gens.bourgmestre, redigee_par=gens.referent)
        version(suivi, 3, "soumise", redigee_par=gens.referent)
        version(processus(lieu, "Jamais publié"), 1, redigee_par=gens.referent)
        ouvert = signalement(gens.referent, lieu)
        bloquer(gens.membre_cellule, ouvert, gens.bourgmestre)
        clore(signalement(gens.officier_information, lieu), gens.officier_information)
    correspondre(gens.contact_tec)
    clore(signalement(gens.contact_tec), gens.referent)
    signalement(gens.contact_tec)
    dossiers.tout(gens)
    circuits.tout(gens)
    signaler.tout(gens)


def monde(distribution) -> dict:
    """An object of each kind, in the sector of the TEC, for the tests that walk every address."""
    gens, lieu = distribution, secteur()
    suivi = processus(lieu)
    deuxieme = processus(lieu, "En cours d’écriture")
    objets = {
        "secteur": lieu,
        "organisation": OrganisationSecteur.objects.create(secteur=lieu, nom="Réseau TEC"),
        "correspondant": correspondre(gens.contact_tec),
        "point_de_contact": point(lieu, contact=_contact()),
        "ancien_point": point(secteur("ecoles"), personne=gens.chef_de_corps),
        "exercice": Exercice.objects.create(secteur=lieu, prevu_le=timezone.localdate()),
        "exercice_envoye": Exercice.objects.create(
            secteur=lieu, prevu_le=timezone.localdate(), envoye_le=timezone.now() - timedelta(hours=1)
        ),
        "processus": suivi,
        "version": version(
            suivi, 1, "en_vigueur", redigee_par=gens.membre_cellule, approuvee_par=gens.bourgmestre
        ),
        "brouillon": version(processus(lieu, "Brouillon"), 1, redigee_par=gens.referent),
        "soumise": version(deuxieme, 1, "soumise", redigee_par=gens.referent, soumise_par=gens.referent),
    }
    correspondre(gens.contact_tec, secteur("ecoles"))
    objets |= (
        _signalements(gens)
        | circuits.monde(gens)
        | dossiers.monde(gens)
        | dossiers.monde_des_informations(gens)
        | signaler.monde(gens)
        | transmissions.monde(gens)
    )
    return {nom: objet.pk for nom, objet in objets.items()}


def _signalements(gens) -> dict:
    """All made by the contact point: received, in the member's hands, closed with a word that waits, closed to somebody."""
    pris, clos = signalement(gens.contact_tec), signalement(gens.contact_tec)
    ecarte = signalement(gens.contact_tec)
    traiter(pris, gens.membre_cellule)
    clore(clos, gens.officier_information)
    clos.traitement.mot_propose = "Merci de continuer."
    clos.traitement.save()
    return {
        "signalement": signalement(gens.contact_tec),
        "signalement_pris": pris,
        "signalement_clos": clos,
        "blocage": bloquer(gens.chef_de_corps, ecarte, gens.referent),
    }


def _contact():
    police = Partenaire.objects.get(code="police-locale-liege")
    return Contact.objects.create(
        partenaire=police, nom="Cellule de contact", courriel="contact@csil.example"
    )
