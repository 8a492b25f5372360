"""What is noted of who is in the room, one tap at a time, and put right afterwards."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils import timezone

from concertation.convocations.models import Convocation, Reponse
from concertation.presences.feuille import DEBUT, FIN, place
from concertation.presences.models import Presence
from csil.actes import acte, creer


@acte("pointer_reunion", "concertation.presences_notees")
def tous_presents(reunion, *, par) -> int:
    """Note that everybody who did not excuse themselves is there from the opening; give how many were noted."""
    attendus = list(reunion.convocations.filter(presences=None).exclude(reponse=Reponse.EXCUSE))
    for convocation in attendus:
        creer(Presence(convocation=convocation), par=par)
    return len(attendus)


@acte("pointer_convocation", "concertation.arrivee_notee")
def arriver(convocation, *, par, au_point=None):
    """Note somebody in the room from this item on, or from the opening. Raises ValidationError if they are already."""
    if convocation.presences.filter(depart_le=None).exists():
        raise ValidationError(f"{convocation.representant} est déjà noté dans la salle.")
    creer(Presence(convocation=convocation, du_point=au_point), par=par)


@acte("pointer_convocation", "concertation.depart_note")
def partir(convocation, *, par, avant_point):
    """Note somebody out of the room before this item: not present for it, nor for what follows."""
    sejour = convocation.presences.filter(depart_le=None).select_related("du_point").first()
    if sejour is None:
        raise ValidationError(f"{convocation.representant} n’est pas noté dans la salle.")
    if sejour.du_point_id and place(sejour.du_point) >= place(avant_point):
        raise ValidationError(
            f"{convocation.representant} est noté arrivé à ce point : corrigez plutôt sa présence."
        )
    sejour.finir(par=par, avant_point=avant_point)


@acte("pointer_convocation")
def excuser(convocation, *, par):
    """Note that somebody let it be known that they would not come; what was noted by mistake goes."""
    if convocation.presences.exists():
        effacer(convocation, par=par)
    convocation.constater(par=par, reponse=Reponse.EXCUSE)


@acte("pointer_reunion")
def accueillir(reunion, *, par, nom, partenaire=None, au_point=None) -> Convocation:
    """Note somebody who came without being called: a name or a function, and for which partner."""
    convocation = Convocation(reunion=reunion, nom=nom, partenaire=partenaire)
    creer(convocation, par=par, journal="concertation.personne_invitee")
    arriver(convocation, par=par, au_point=au_point)
    return convocation


@acte("pointer_convocation", "concertation.presence_corrigee")
def corriger(convocation, *, par, sejours: Iterable[tuple]):
    """Put right when somebody was there: stays as (item of arrival or None, item before which they left or None), in order.

    Raises ValidationError for a stay without any item in it, or two that overlap.
    """
    sejours = list(sejours)
    precedent = DEBUT
    for du_point, avant_point in sejours:
        debut = place(du_point) if du_point else DEBUT
        fin = place(avant_point) if avant_point else FIN
        if debut >= fin:
            raise ValidationError("Le départ doit suivre l’arrivée d’au moins un point.")
        if debut < precedent:
            raise ValidationError("Deux passages dans la salle se recouvrent.")
        precedent = fin
    anciens = list(convocation.presences.all())
    arrivees = {sejour.du_point_id: sejour.arrivee_le for sejour in anciens}
    departs = {sejour.avant_point_id: sejour.depart_le for sejour in anciens if sejour.depart_le}
    _vider(convocation, par)
    for du_point, avant_point in sejours:
        sejour = Presence(convocation=convocation, du_point=du_point, avant_point=avant_point)
        sejour.arrivee_le = arrivees.get(sejour.du_point_id, timezone.now())
        if avant_point:
            sejour.depart_le = departs.get(avant_point.pk, timezone.now())
        creer(sejour, par=par)


@acte("pointer_convocation")
def rectifier(convocation, *, par, situation, remplacant, sejours):
    """Put right what was really the case of somebody: their stays, their excuse, who came instead."""
    corriger(convocation, par=par, sejours=sejours)
    remplacant = remplacant if situation == "present" else ""
    voulue = {
        "excuse": Reponse.EXCUSE,
        "present": Reponse.REMPLACE if remplacant else Reponse.PRESENT,
        "absent": Reponse.SANS if convocation.reponse == Reponse.EXCUSE else convocation.reponse,
    }[situation]
    if (voulue, remplacant) != (convocation.reponse, convocation.remplacant):
        courriel = convocation.remplacant_courriel if remplacant == convocation.remplacant else ""
        convocation.constater(par=par, reponse=voulue, remplacant=remplacant, remplacant_courriel=courriel)


@acte("pointer_convocation", "concertation.presence_effacee")
def effacer(convocation, *, par):
    """Rub out what was noted by mistake."""
    _vider(convocation, par)


def _vider(convocation, par) -> None:
    for sejour in convocation.presences.all():
        sejour.effacer(par=par)
