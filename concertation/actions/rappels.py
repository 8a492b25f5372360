"""Reminding of actions, by the clock: a week before the date, then every week once it is past; never of a closed one.

The clock reads dates, states and owners, never the text: the e-mail says how many and links to the list.
"""

from collections import defaultdict
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from concertation.actions.models import Action
from concertation.commun.groupes import membres
from csil.courrier import poster
from partenaires.appartenances.models import Appartenance

AVANT = timedelta(days=7)
AU_PLUS = timedelta(days=7)  # no more than one a week
OBJET = "Plateforme CSIL : une action vous attend"


@transaction.atomic
def rappeler() -> None:
    """Remind owners of what is due, called any number of times: each action once a week at most."""
    dues = list(_dues())
    par_personne = defaultdict(list)
    responsables = _responsables(dues)
    for action in dues:
        for personne in responsables[action.pk]:
            par_personne[personne].append(action)
    for personne, actions in par_personne.items():
        _ecrire(personne, actions)
    for action in dues:
        action.rappelee_le = timezone.now()
        action.ranger("rappelee_le")


def _dues():
    maintenant, jour = timezone.now(), timezone.localdate()
    return (
        Action.objects.ouvertes()
        .filter(echeance__lte=jour + AVANT)
        .filter(Q(rappelee_le=None) | Q(rappelee_le__lte=maintenant - AU_PLUS))
        .defer("quoi", "motif")
        .select_for_update(of=("self",), skip_locked=True)
    )


def _responsables(actions) -> dict[int, list]:
    """Find whom to remind, {action: people}: its owner, or the members who work for the partner that owns it."""
    ouverts = membres().in_bulk()
    siens = defaultdict(list)
    partenaires = {action.partenaire_id for action in actions if action.partenaire_id}
    for lien in Appartenance.objects.en_vigueur().filter(partenaire__in=partenaires):
        if lien.personne_id in ouverts:
            siens[lien.partenaire_id].append(ouverts[lien.personne_id])
    return {
        action.pk: siens[action.partenaire_id]
        if action.partenaire_id
        else [ouverts[action.responsable_id]] * (action.responsable_id in ouverts)
        for action in actions
    }


def _ecrire(personne, actions) -> None:
    jour = timezone.localdate()
    contexte = {
        "personne": personne,
        "en_retard": sum(action.echeance < jour for action in actions),
        "a_venir": sorted(action.echeance for action in actions if action.echeance >= jour),
        "adresse": f"{settings.CSIL_ADRESSE}{reverse('actions')}?a_qui=moi",
        "commune": settings.CSIL_COMMUNE,
    }
    texte = render_to_string("concertation/actions/email/actions_rappel.txt", contexte)
    # An action is reminded of once a day at most: its key names the whole message
    premiere = min(action.pk for action in actions)
    poster(personne.email, OBJET, texte, cle=f"actions:{personne.pk}:{jour}:{premiere}")
