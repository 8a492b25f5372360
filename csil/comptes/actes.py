"""What people do with accounts: put somebody in a group and take them out, accept the undertaking, end a login."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Group
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.db import transaction

from csil.actes import acte, creer
from csil.journal import Verbe, consigner

if TYPE_CHECKING:
    from csil.comptes.models import Attribution, Connexion, Engagement, TexteEngagement, Utilisateur


@transaction.atomic
def attribuer(
    modele: type[Attribution], *, par: Utilisateur, personne: Utilisateur, groupe: Any, motif: str = ""
) -> Attribution:
    """Put the person in an ordinary group, at once; a sensitive one begins with a mandate (`Mandat.demander`).

    Raises ValidationError for oneself, for a sensitive group, or if the person is in the group already.
    """
    if groupe.profil.sensible:
        raise ValidationError("Ce groupe ne s’ouvre que par un mandat confirmé : demandez-en un.")
    _pas_pour_soi(personne, par)
    attribution: Attribution = creer(
        modele(personne=personne, groupe=groupe, attribuee_par=par, motif=motif), par=par
    )
    _consigner("groupe_attribue", groupe, personne, par, motif)
    return attribution


@transaction.atomic
def retirer(attribution: Attribution, *, par: Utilisateur, motif: str = "") -> None:
    """Take the person out of the group, from the next request on: the row goes, its history stays.

    Its row is not held first: the database lets nobody change it, and a second withdrawal finds nothing left to delete.
    """
    _pas_pour_soi(attribution.personne, par)
    attribution._history_user, attribution._change_reason = par, motif  # type: ignore[attr-defined]
    _consigner("groupe_retire", attribution.groupe, attribution.personne, par, motif)
    attribution.delete()


@transaction.atomic
def accepter(texte: TexteEngagement, *, par: Utilisateur) -> Engagement:
    """Accept this version of the undertaking, once per person; a second click changes nothing."""
    engagement, nouveau = texte.engagements.get_or_create(personne=par)
    if nouveau:
        consigner("comptes.engagement", texte, par=par, verbe=Verbe.COLLECTE)
    return engagement


@acte("terminer_connexion")
def terminer(connexion: Connexion, *, par: Utilisateur) -> None:
    """End one login: the session stored under this digest goes too, and its browser is out at its next request."""
    Session.objects.filter(pk=connexion.session).delete()
    consigner("comptes.connexion_terminee", par=par, verbe=Verbe.CONNEXION)
    connexion.delete()


def _pas_pour_soi(personne: Utilisateur, par: Utilisateur) -> None:
    if personne == par:
        raise ValidationError(
            "Personne ne s’attribue ni ne se retire un groupe : demandez à un autre administrateur."
        )


def _consigner(fait: str, groupe: Group, personne: Utilisateur, par: Utilisateur, motif: str) -> None:
    destinataires = [str(personne.pk)]
    consigner(
        f"comptes.{fait}",
        groupe,
        par=par,
        verbe=Verbe.ATTRIBUTION,
        motif=motif,
        destinataires=destinataires,
    )
