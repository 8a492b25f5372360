"""Builders of the Concertation's tests: plain functions over the model's own acts."""

from datetime import datetime, time, timedelta

from django.utils import timezone

from concertation.creation import creer
from concertation.models import (
    Action,
    Convocation,
    ModeleReunion,
    Nature,
    PointModele,
    PointOrdreDuJour,
    Reunion,
    Section,
)


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
    return Convocation.inviter(
        par=par, reunion=reunion, nom=str(personne), courriel=personne.email, personne=personne
    )


def action(point, par, quoi="Rédiger la fiche commune", jours=10, **champs) -> Action:
    if not champs:
        champs = {"responsable": par}
    action = Action(point=point, quoi=quoi, echeance=timezone.localdate() + timedelta(days=jours), **champs)
    action._history_user = par
    action.save()
    return action


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
