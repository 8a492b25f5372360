"""What is done with a meeting that people are called to: invite, convoke, tell what changed, postpone, cancel."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from concertation.convocations import courriels
from concertation.convocations.annonce import ESSENTIELS, a_change, changements, deplacee, instantane
from concertation.convocations.models import Convocation
from concertation.convocations.rappels import a_relancer
from concertation.reunions.actes import exiger_motif, passer
from concertation.reunions.etats import Etat
from concertation.reunions.manques import exiger
from csil.actes import acte, creer, enregistrer
from csil.journal import Verbe, consigner


@acte("inviter_reunion")
def inviter(reunion, *, par, nom, courriel, personne=None, partenaire=None):
    """Call one more person. Raises ValidationError if the address is called already."""
    convocation = Convocation(
        reunion=reunion, nom=nom, courriel=courriel, personne=personne, partenaire=partenaire
    )
    return creer(convocation, par=par, journal="concertation.personne_invitee")


@acte("inviter_reunion")
def inviter_tous(reunion, *, par, invites: list[dict]) -> tuple[list[Convocation], int]:
    """Call those who were not called yet, one an address; give them back, and how many already were."""
    deja = {courriel.lower() for courriel in reunion.convocations.values_list("courriel", flat=True)}
    nouvelles = {invite["courriel"].lower(): invite for invite in reversed(invites)}
    connues = nouvelles.keys() & deja
    ajoutees = [
        inviter(reunion, par=par, **invite)
        for courriel, invite in reversed(nouvelles.items())
        if courriel not in connues
    ]
    return ajoutees, len(connues)


@acte("convoquer_reunion")
def convoquer(reunion, *, par):
    """Call the invited people: one e-mail each waits in the queue. Raises ValidationError."""
    exiger(reunion, "convoquer")
    passer(reunion, Etat.CONVOQUEE, "reunion_convoquee", par=par)
    reunion.sequence, reunion.annonce = reunion.sequence + 1, instantane(reunion)
    courriels.convoquer(reunion, par=par)


@acte("relancer_reunion")
def convoquer_ajoutes(reunion, *, par) -> int:
    """Call who was invited since the others were convoked; give how many."""
    return courriels.convoquer(reunion, par=par, ajoutees=True)


@acte("relancer_reunion")
def prevenir(reunion, *, par) -> int:
    """Tell who was convoked what has changed since they were told; give how many. Raises ValidationError.

    Another day, hour, place or link is told at once (`modifier`): whoever misses it travels for nothing. The agenda is arranged
    in many small moves: the Référent tells it once, with a button, when it holds, or nobody would read these e-mails any more.
    """
    quoi, ailleurs = changements(reunion), deplacee(reunion)
    if not quoi:
        raise ValidationError("Rien n’a changé depuis le dernier courriel.")
    reunion.sequence, reunion.annonce = reunion.sequence + 1, instantane(reunion)
    reunion._change_reason = "Personnes invitées prévenues des changements"
    consigner("concertation.changements_annonces", reunion, par=par, verbe=Verbe.COMMUNICATION)
    return courriels.mettre_a_jour(reunion, par=par, quoi=quoi, deplacee=ailleurs)


@acte("relancer_reunion")
def relancer(reunion, *, par) -> int:
    """Remind who did not answer, once a day and person; give how many."""
    jour = timezone.localdate()
    return courriels.relancer(a_relancer(reunion, jour), par=par, quand=jour.isoformat())


@acte("modifier_reunion")
def modifier(reunion, *, par, **champs) -> int:
    """Change what the meeting is; give how many people are told at once of another moment or place.

    Moved after the convocation, people answer anew: what they had said was for another day.
    """
    avant = reunion.debut
    for nom, valeur in champs.items():
        setattr(reunion, nom, valeur)
    enregistrer(reunion)
    if reunion.debut != avant and reunion.etat == Etat.CONVOQUEE:
        _oublier_les_reponses(reunion, par)
    consigner("concertation.reunion_modifiee", reunion, par=par, verbe=Verbe.MODIFICATION)
    if reunion.etat == Etat.CONVOQUEE and a_change(reunion, *ESSENTIELS):
        return prevenir(reunion, par=par)
    return 0


@acte("reporter_reunion")
def reporter(reunion, *, par, motif):
    """Postpone the meeting, to a date that may not be known yet; the invited people read the reason."""
    exiger_motif(motif)
    passer(reunion, Etat.REPORTEE, "reunion_reportee", par=par, motif=motif)
    reunion.sequence += 1
    courriels.reporter(reunion, par=par)


@acte("reprogrammer_reunion")
def reprogrammer(reunion, *, par, debut):
    """Give a postponed meeting its new date: the same length, the agenda open again, the invited people answer anew."""
    if debut <= timezone.now():
        raise ValidationError("La nouvelle date doit être à venir.")
    ecart, duree = reunion.debut - reunion.limite_propositions, timedelta(minutes=reunion.duree)
    passer(reunion, Etat.BROUILLON, "reunion_reprogrammee", par=par)
    reunion.debut, reunion.fin = debut, debut + duree
    reunion.limite_propositions = max(debut - ecart, min(timezone.now(), debut))
    reunion.arretee_le = reunion.convoquee_le = None
    enregistrer(reunion)
    _oublier_les_reponses(reunion, par)


@acte("annuler_reunion")
def annuler(reunion, *, par, motif):
    """Cancel the meeting for good; the invited people read the reason, and their calendars forget it.

    What partners had proposed is not lost: those items go to the next meeting, or wait for it.
    """
    exiger_motif(motif)
    for point in reunion.points.a_traiter():
        point.transmettre(par=par, reponse="La réunion est annulée.")
    passer(reunion, Etat.ANNULEE, "reunion_annulee", par=par, motif=motif)
    reunion.sequence += 1
    courriels.annuler(reunion, par=par)


def _oublier_les_reponses(reunion, par) -> None:
    for silencieuse in reunion.convocations.exclude(relancee_le=None):  # to be reminded of the new date
        silencieuse.relancee_le = None
        silencieuse.ranger("relancee_le")
    for convocation in reunion.convocations.avec_reponse():
        convocation.oublier_reponse(par=par)
