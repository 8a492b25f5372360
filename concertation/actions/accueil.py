"""Showing actions on the home page: one's own that are due, and for the Référent all those that are late."""

from datetime import timedelta

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone

from concertation.actions.models import Action
from concertation.commun.groupes import GERENT, LISENT
from csil.accueil import Tache
from csil.texte.typographie import date_longue

BIENTOT = timedelta(days=7)
LIEU = "concertation"


def taches(user):
    """List one's own actions, overdue or due within a week."""
    if not user.est_membre(*LISENT):
        return
    siennes = Action.objects.visible_to(user).ouvertes().de(user).select_related("partenaire")
    for action in siennes.filter(echeance__lte=timezone.localdate() + BIENTOT).par_urgence():
        retard = action.jours_de_retard
        jours = f"{retard} jour{'s' * (retard > 1)} de retard, " if retard else ""
        pour = f"confiée à {action.partenaire.nom_court}, " if action.partenaire_id else ""
        yield Tache(
            quoi=action.quoi,
            contexte=f"Action {pour}{jours}pour le {date_longue(action.echeance)}",
            adresse=action.get_absolute_url(),
            bouton="Dire où elle en est",
            depuis=action.cree_le,
            en_retard=bool(retard),
            lieu=LIEU,
        )


def retards(user):
    """Tell the Référent, in one line, how many are overdue."""
    if not user.est_membre(*GERENT):
        return
    toutes = Action.objects.visible_to(user).en_retard().order_by()
    nombre, depuis = toutes.count(), toutes.aggregate(premiere=Min("cree_le"))["premiere"]
    if nombre:
        s = "s" * (nombre > 1)
        yield Tache(
            quoi=f"{nombre} action{s} de la Concertation en retard",
            contexte="Leurs responsables ont reçu un rappel ; relancez, changez la date ou retirez avec un motif",
            adresse=f"{reverse('actions')}?etat=retard",
            bouton="Les voir",
            depuis=depuis,
            en_retard=True,
            lieu=LIEU,
        )
