"""Builders of the Concertation's tests: plain functions over the model's own acts."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from concertation.actions.actes import enregistrer
from concertation.actions.models import Action, Decision
from concertation.compte_rendu.models import Amendement, CompteRenduPoint
from concertation.convocations.models import Convocation
from concertation.modeles.models import ModeleReunion, PointModele
from concertation.ordre_du_jour.models import Nature, PointOrdreDuJour, Section
from concertation.reunions.creation import creer
from concertation.reunions.models import Reunion
from concertation.seance.presences import tous_presents
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
    return creer(par=par, **champs)


def point(reunion, par, titre="Échange de pratiques", **champs) -> PointOrdreDuJour:
    return PointOrdreDuJour.proposer(par=par, reunion=reunion, titre=titre, **champs)


def inviter(reunion, par, personne) -> Convocation:
    """In the name of the partner that this person works for."""
    lien = Appartenance.objects.filter(personne=personne).select_related("partenaire").first()
    return Convocation.inviter(
        par=par,
        reunion=reunion,
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
    redige = CompteRenduPoint.objects.filter(point=point).first() or CompteRenduPoint(point=point)
    redige.texte = texte
    redige.ecrire(par=par)
    return redige


def inviter_sans_compte(reunion, par, nom="Directrice", courriel="directrice@csil.example", partenaire=None):
    return Convocation.inviter(par=par, reunion=reunion, nom=nom, courriel=courriel, partenaire=partenaire)


def arretee(par, *personnes, jours=14, **champs) -> Reunion:
    """An agenda of one item, closed; these people are invited."""
    ici = reunion(par, jours, **champs)
    point(ici, par)
    for personne in personnes:
        inviter(ici, par, personne)
    ici.arreter(par=par)
    return ici


def convoquee(par, *personnes, **champs) -> Reunion:
    """… and convoked: the e-mails wait."""
    ici = arretee(par, *personnes, **champs)
    ici.convoquer(par=par)
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
    decision = Decision(point=premier, texte="On décrit la fonction.", decidee_par="Bourgmestre")
    enregistrer(decision, par=referent)
    for passee in (relecture, approuvee):
        tous_presents(passee, par=referent)
        for un in passee.points.inscrits():
            rediger(un, referent)
        passee.relire(par=referent)
    approuvee.approuver(par=referent, lors_de=relecture)
    demande = Amendement.demander(
        par=saj, compte_rendu=relecture.compte_rendu, texte="Dire « fiche ».", point=relecture.points.first()
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
    modele = ModeleReunion(nom=nom, heure=time(14), duree=150, **champs)
    modele.creer(par=par)
    for titre, nature, section in (
        ("Approbation du compte rendu", Nature.APPROBATION, Section.OUVERTURE),
        ("Divers", Nature.DIVERS, Section.A_CLOTURER),
    ):
        PointModele(modele=modele, titre=titre, nature=nature, section=section).ajouter(par=par)
    for personne in invites:
        modele.inviter(par=par, nom=str(personne), courriel=personne.email, personne=personne)
    return modele
