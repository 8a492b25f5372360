"""Builders of the Concertation's tests: plain functions over the model's own acts."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from concertation.actions.actes import conclure
from concertation.actions.models import Action, Decision
from concertation.compte_rendu.actes import rediger as ecrire
from concertation.compte_rendu.circulation import approuver, circuler
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.convocations.actes.reunion import convoquer
from concertation.convocations.actes.reunion import inviter as appeler
from concertation.convocations.models import Convocation
from concertation.modeles.creation import creer_modele, creer_reunion
from concertation.modeles.models import ModeleReunion
from concertation.ordre_du_jour.actes.reunion import arreter, proposer
from concertation.ordre_du_jour.models import Nature, PointOrdreDuJour, Section
from concertation.presences.actes import tous_presents
from concertation.reunions.models import Reunion
from partenaires.appartenances.models import Appartenance


def dans(jours, heure=14, minute=0) -> datetime:
    """That many days from today, at this local hour."""
    jour = timezone.localdate() + timedelta(days=jours)
    return timezone.make_aware(datetime(jour.year, jour.month, jour.day, heure, minute))


def reunion(par, jours=14, **champs) -> Reunion:
    """A draft of two and a half hours, `jours` days from today (negative: in the past)."""
    debut = champs.pop("debut", dans(jours))
    champs = {
        "titre": "Réunion de la Concertation",
        "debut": debut,
        "fin": debut + timedelta(minutes=150),
        "limite_propositions": debut - timedelta(days=1),
        "lieu": "Salle de la Violette",
        "president": par,
        "secretaire": par,
        **champs,
    }
    return creer_reunion(par=par, **champs)


def point(reunion, par, titre="Échange de pratiques", **champs) -> PointOrdreDuJour:
    return proposer(reunion, par=par, titre=titre, **champs)


def inviter(reunion, par, personne) -> Convocation:
    """In the name of the partner that this person works for."""
    lien = Appartenance.objects.filter(personne=personne).select_related("partenaire").first()
    return appeler(
        reunion,
        par=par,
        nom=str(personne),
        courriel=personne.email,
        personne=personne,
        partenaire=lien and lien.partenaire,
    )


def en_seance(par, personnes=(), titres=("Familles inquiètes", "Formation", "Divers"), **champs) -> Reunion:
    """A meeting that has just been opened, with these people called and these items."""
    ici = reunion(par, **{"debut": timezone.now() - timedelta(minutes=30), **champs})
    for titre in titres:
        point(ici, par, titre)
    for personne in personnes:
        inviter(ici, par, personne)
    ici.tenir(par=par)
    return ici


def rediger(point, par, texte="<p>Un support commun est souhaité.</p>") -> CompteRenduPoint:
    return ecrire(point, par=par, texte=texte)


def inviter_sans_compte(reunion, par, nom="Directrice", courriel="directrice@csil.example", partenaire=None):
    return appeler(reunion, par=par, nom=nom, courriel=courriel, partenaire=partenaire)


def arretee(par, *personnes, jours=14, **champs) -> Reunion:
    """An agenda of one item, closed; these people are invited."""
    ici = reunion(par, jours, **champs)
    point(ici, par)
    for personne in personnes:
        inviter(ici, par, personne)
    arreter(ici, par=par)
    return ici


def convoquee(par, *personnes, **champs) -> Reunion:
    """… and convoked: the e-mails wait."""
    ici = arretee(par, *personnes, **champs)
    convoquer(ici, par=par)
    return ici


def action(point, par, quoi="Rédiger la fiche commune", jours=10, **champs) -> Action:
    if not champs:
        champs = {"responsable": par}
    action = Action(point=point, quoi=quoi, echeance=timezone.localdate() + timedelta(days=jours), **champs)
    action._history_user = par
    with transaction.atomic():
        action.save()
    return action


def a_chaque_etape(distribution) -> dict:
    """A meeting under way, another whose minutes circulate, a third whose minutes are locked; with what hangs on them."""
    referent, saj = distribution.referent, distribution.agent_saj
    tenue, relecture, approuvee = (
        en_seance(referent, [saj], titres=("Familles", "Formation"), debut=dans(-jours))
        for jours in (1, 20, 40)
    )
    premier, dernier = tenue.points.filter(nature="ordinaire").order_by("pk")
    decision = conclure(
        premier, Decision, par=referent, texte="On décrit la fonction.", decidee_par="Bourgmestre"
    )
    for passee in (relecture, approuvee):
        tous_presents(passee, par=referent)
        for un in passee.points.inscrits():
            rediger(un, referent)
        circuler(passee, par=referent)
    approuver(approuvee, par=referent, lors_de=relecture)
    demande = relecture.compte_rendu.demander(
        par=saj, texte="Dire « fiche ».", point=relecture.points.first()
    )
    return {
        "tenue": tenue,
        "relecture": relecture,
        "approuvee": approuvee,
        "point_tenu": premier,
        "point_dernier": dernier,
        "decision": decision,
        "convocation_tenue": tenue.convocations.get(),
        "demande": demande,
        "action": action(premier, referent, responsable=saj),
    }


def modele(par, nom="Réunion mensuelle", invites=(), **champs) -> ModeleReunion:
    """Two and a half hours in the afternoon, two recurring items, and these people."""
    champs = {
        "titre": "Réunion de la Concertation",
        "lieu": "Salle de la Violette",
        "president": par,
    } | champs
    modele = creer_modele(par=par, nom=nom, heure=time(14), duree=150, **champs)
    for titre, nature, section in (
        ("Approbation du compte rendu", Nature.APPROBATION, Section.OUVERTURE),
        ("Divers", Nature.DIVERS, Section.A_CLOTURER),
    ):
        modele.ajouter_point(par=par, titre=titre, nature=nature, section=section)
    for personne in invites:
        modele.inviter(par=par, nom=str(personne), courriel=personne.email, personne=personne)
    return modele
