"""Builders of the Concertation's tests: plain functions over the model's own acts."""

from datetime import datetime, timedelta

from django.utils import timezone

from concertation.creation import creer
from concertation.models import Action, Convocation, PointOrdreDuJour, Reunion


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
