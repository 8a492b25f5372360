"""The mail queue: `poster` writes a row in the current transaction, the worker's `distribuer` hands it to the server.

A mail leaves only if the act that asked for it commits, and sixty recipients return at once. It reads dates, states and
owners as the clock, the text in the name of who asked (conception §4: « a job speaks for who asked for it »).
"""

import logging
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import timedelta
from email.utils import parseaddr
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone

from csil.courrier.models import ATTENDENT, CorpsEnvoi, Envoi, EtatEnvoi, PieceJointe
from csil.declarations import tous
from csil.identite import au_nom_de, au_nom_de_l_horloge

journal = logging.getLogger(__name__)

CALENDRIER = "text/calendar"
INCOMPOSABLE = "Ce courriel ne peut pas être composé."
# Minutes before the second attempt, the third… then it is given up.
DELAIS = (1, 5, 15, 60, 240)
# While the server does not answer at all, nothing is given up.
SERVEUR_MUET = timedelta(minutes=1)
# Handed over for that long without a word of it: the process that had it is gone.
OUBLI = timedelta(minutes=10)


class Recette(NamedTuple):
    """A file made when the e-mail leaves: sixty of them do not hold a request. `argument`: an identifier, never text."""

    nom: str
    argument: str


class Piece(NamedTuple):
    """A file to join. `genre`: its MIME type; « text/calendar; method=REQUEST » also shows in the reader's calendar."""

    nom: str
    genre: str
    octets: bytes | Recette


@transaction.atomic
def poster(
    destinataire: str,
    objet: str,
    texte: str,
    *,
    html: str = "",
    pieces: Iterable[tuple[str, str, bytes | Recette]] = (),
    cle: str = "",
    pour=None,
    par=None,
    reserve: bool = False,
) -> Envoi:
    """Ask for this e-mail to be sent, once this transaction commits.

    `cle` names the sending (« convocation:<reunion>:<version>:<personne> »): asked again, it gives back the first row and
    changes nothing. `pour`: the record it is about (`Envoi.objects.pour`). `par`: who speaks; None for the clock.
    `reserve`: only who asked can see that it was sent, and to whom. Raises ValidationError for an impossible address.
    """
    try:
        validate_email(destinataire)
    except ValidationError:
        raise ValidationError(f"« {destinataire} » n’est pas une adresse électronique.") from None
    if cle and (deja := Envoi.objects.filter(cle=cle).first()):
        return deja
    envoi = Envoi(
        destinataire=destinataire,
        objet_type=pour._meta.label_lower if pour is not None else "",
        objet_id=str(pour.pk) if pour is not None else "",
        par=par,
        reserve=reserve,
    )
    envoi.cle = cle or str(envoi.pk)
    try:
        with transaction.atomic():
            envoi.save(force_insert=True)
    except IntegrityError:  # somebody asked for it at the same moment
        if deja := Envoi.objects.filter(cle=cle).first():
            return deja
        raise ValidationError("Ce courriel est déjà demandé par quelqu’un d’autre.") from None
    CorpsEnvoi.objects.create(envoi=envoi, objet=" ".join(objet.split()), texte=texte, html=html)
    for ordre, piece in enumerate(pieces):
        nom, genre, octets = piece
        recette, argument = octets if isinstance(octets, Recette) else ("", "")
        PieceJointe.objects.create(
            envoi=envoi,
            ordre=ordre,
            nom=nom,
            genre=genre,
            octets=b"" if recette else octets,
            recette=recette,
            argument=argument,
        )
    return envoi


@transaction.atomic
def remplacer(objets: Iterable, choix: Callable[[Envoi], bool] = lambda envoi: True) -> list[Envoi]:
    """Of what still waits about these records, what `choix` takes will not leave: a newer word comes instead.

    All records are of one model. To be called as the clock, whoever had asked for it. Returns what was held back.
    """
    objets = list(objets)
    attente = Envoi.objects.filter(
        objet_type=objets[0]._meta.label_lower,
        objet_id__in=[str(objet.pk) for objet in objets],
        etat__in=ATTENDENT,
    )
    repris = [envoi for envoi in attente.select_for_update() if choix(envoi)]
    for envoi in repris:
        _changer(envoi, etat=EtatEnvoi.ANNULE, erreur="Un courriel plus récent le remplace.")
    return repris


def distribuer(limite: int = 50, continuer: Callable[[], bool] = lambda: True) -> int:
    """Hand what is due to the mail server, at most `limite` over one connection; how many were tried.

    Each is claimed just before, in a transaction of its own that skips what another worker holds: a process that is
    killed leaves at most one in doubt. `continuer` is asked before each.
    """
    _declarer_incertains()
    connexion, nombre = get_connection(), 0
    try:
        while nombre < limite and continuer() and (pris := _prendre()):
            _remettre(*pris, connexion)
            nombre += 1
    finally:
        _fermer(connexion)
    return nombre


def _declarer_incertains() -> None:
    with au_nom_de_l_horloge(), transaction.atomic():
        oublies = Envoi.objects.filter(etat=EtatEnvoi.EN_COURS, pris_le__lt=timezone.now() - OUBLI)
        for envoi in oublies.select_for_update(skip_locked=True):
            _changer(
                envoi,
                etat=EtatEnvoi.INCERTAIN,
                erreur="L’envoi a été interrompu : le courriel est peut-être parti.",
            )


def _prendre() -> tuple[Envoi, EmailMultiAlternatives | None] | None:
    """The oldest that is due, with what it says, marked before anything leaves; without, when it cannot be composed."""
    with au_nom_de_l_horloge(), transaction.atomic():
        dus = Envoi.objects.dus().order_by("prochain_essai", "cree_le")
        envoi = dus.select_for_update(skip_locked=True).first()
        if envoi is None:
            return None
        envoi.etat, envoi.pris_le = EtatEnvoi.EN_COURS, timezone.now()
        envoi.save(update_fields=["etat", "pris_le"])
        try:
            with au_nom_de(envoi.par) if envoi.par_id else au_nom_de_l_horloge(), transaction.atomic():
                return envoi, composer(envoi)
        except Exception as erreur:  # one that fails does not hold the others back
            journal.warning("Envoi %s : il ne se compose pas (%s).", envoi.pk, type(erreur).__name__)
            _changer(envoi, etat=EtatEnvoi.REJETE, tentatives=envoi.tentatives + 1, erreur=INCOMPOSABLE)
            return envoi, None


def composer(envoi: Envoi) -> EmailMultiAlternatives:
    """The message, always under the same Message-ID: if it had to leave twice, mail programs show it once."""
    corps = envoi.corps
    domaine = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    message = EmailMultiAlternatives(
        corps.objet,
        corps.texte,
        to=[envoi.destinataire],
        headers={"Message-ID": f"<{envoi.pk}@{domaine}>", "Auto-Submitted": "auto-generated"},
    )
    if corps.html:
        message.attach_alternative(corps.html, "text/html")
    for piece in envoi.pieces.all():
        octets = (
            dict(tous("recettes"))[piece.recette](piece.argument) if piece.recette else bytes(piece.octets)
        )
        if piece.genre.partition(";")[0].strip().lower() == CALENDRIER:
            # Outlook and Gmail answer to the alternative and its method; the others open the file.
            message.attach_alternative(octets.decode(errors="replace"), piece.genre)
            message.attach(piece.nom, octets, "application/ics")
        else:
            message.attach(piece.nom, octets, piece.genre)
    return message


def _remettre(envoi, message, connexion) -> None:
    if message is None:
        return None
    try:
        connexion.open()
    except OSError as erreur:  # smtplib's errors are OSErrors too
        journal.warning("Le serveur de courrier ne répond pas (%s).", type(erreur).__name__)
        return _patienter(envoi)
    try:
        connexion.send_messages([message])
    except Exception as erreur:
        journal.warning("Envoi %s : %s", envoi.pk, type(erreur).__name__)
        _fermer(connexion)
        return _noter(envoi, **_echec(envoi, erreur))
    return _noter(
        envoi, etat=EtatEnvoi.ENVOYE, tentatives=envoi.tentatives + 1, erreur="", envoye_le=timezone.now()
    )


def _echec(envoi, erreur: Exception) -> dict:
    """What a failure makes of the row: refused for good, or later, or given up."""
    code = _code(erreur)
    entre_parentheses = f" (code {code})" if code else ""
    tentatives = envoi.tentatives + 1
    if isinstance(erreur, ValueError):  # an address or a header that no server would take
        return {
            "etat": EtatEnvoi.REJETE,
            "tentatives": tentatives,
            "erreur": INCOMPOSABLE,
        }
    if code >= 500 and isinstance(erreur, SMTPRecipientsRefused | SMTPDataError):
        quoi = "cette adresse" if isinstance(erreur, SMTPRecipientsRefused) else "ce courriel"
        phrase = f"Le serveur de courrier refuse {quoi}{entre_parentheses}."
        return {"etat": EtatEnvoi.REJETE, "tentatives": tentatives, "erreur": phrase}
    if tentatives > len(DELAIS):
        phrase = f"Abandonné après {tentatives} tentatives{entre_parentheses}."
        return {"etat": EtatEnvoi.ABANDONNE, "tentatives": tentatives, "erreur": phrase}
    return {
        "etat": EtatEnvoi.A_REESSAYER,
        "tentatives": tentatives,
        "erreur": f"Le serveur de courrier n’a pas pris ce courriel{entre_parentheses}.",
        "prochain_essai": timezone.now() + timedelta(minutes=DELAIS[tentatives - 1]),
    }


def _code(erreur: Exception) -> int:
    """The server's own, 0 when it said nothing."""
    if isinstance(erreur, SMTPRecipientsRefused):
        return next(iter(erreur.recipients.values()))[0]
    return erreur.smtp_code if isinstance(erreur, SMTPResponseException) else 0


def _noter(envoi, **champs) -> None:
    with au_nom_de_l_horloge(), transaction.atomic():
        actuel = Envoi.objects.select_for_update().get(pk=envoi.pk)
        _changer(actuel, **champs)


def _patienter(envoi) -> None:
    """No server: everything that is due waits a little, and says why. No attempt is counted: nothing was tried."""
    with au_nom_de_l_horloge(), transaction.atomic():
        dus = Envoi.objects.dus() | Envoi.objects.filter(pk=envoi.pk)
        for du in dus.select_for_update(skip_locked=True):
            _changer(
                du,
                etat=EtatEnvoi.A_REESSAYER,
                erreur="Le serveur de courrier ne répond pas.",
                prochain_essai=timezone.now() + SERVEUR_MUET,
            )


def _changer(envoi, **champs) -> None:
    for nom, valeur in champs.items():
        setattr(envoi, nom, valeur)
    envoi.save(update_fields=list(champs))


def _fermer(connexion) -> None:
    with suppress(OSError):
        connexion.close()
