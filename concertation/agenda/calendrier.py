"""Writing meetings as calendar files (RFC 5545, 5546): one event, updated and cancelled under the same UID.

Titles are neutral: a calendar is shared, shown on a wall, synchronised to a telephone. Times are in UTC, which every
program turns into local time without a table of time zones.
"""

from datetime import UTC, timedelta
from email.utils import parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail.utils import DNS_NAME
from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress, vUri

from concertation.reunions.etats import Etat

NOM = "Réunion CSIL"
PRODUIT = "-//CSIL//Plateforme//FR"
DEMANDE, ANNULATION, PUBLICATION = "REQUEST", "CANCEL", "PUBLISH"
FICHIER = "reunion.ics"
RELECTURE = "PT4H"  # how often a program that follows a feed should come back
STATUTS = {Etat.BROUILLON: "TENTATIVE", Etat.REPORTEE: "CANCELLED", Etat.ANNULEE: "CANCELLED"}


def en_ics(reunion, *, methode=PUBLICATION, nom="", courriel="") -> bytes:
    """Write one meeting as a calendar file. To be read by mail programs, `methode` is REQUEST or CANCEL and the recipient is named."""
    evenement = _evenement(reunion, annule=methode == ANNULATION)
    if methode != PUBLICATION:
        evenement.add("attendee", _participant(nom, courriel))
    return _calendrier(methode, [evenement]).to_ical()


def flux(reunions) -> bytes:
    """Write several meetings as a feed to be followed; nobody is named."""
    calendrier = _calendrier(PUBLICATION, map(_evenement, reunions))
    calendrier.add("name", "Réunions CSIL")
    calendrier.add("x-wr-calname", "Réunions CSIL")
    calendrier.add("x-published-ttl", RELECTURE)
    calendrier.add("refresh-interval", timedelta(hours=4), parameters={"VALUE": "DURATION"})
    return calendrier.to_ical()


def piece(reunion, methode, *, nom, courriel) -> tuple[str, str, bytes]:
    """Make the part of an e-mail that the recipient's calendar takes over (`csil.courrier.Piece`)."""
    octets = en_ics(reunion, methode=methode, nom=nom, courriel=courriel)
    return FICHIER, f"text/calendar; method={methode}", octets


def uid(reunion) -> str:
    """Name the event, the same for ever: it is what an update and a cancellation are recognised by."""
    return f"reunion-{reunion.pk}@{urlsplit(settings.CSIL_ADRESSE).hostname or DNS_NAME}"


def _calendrier(methode, evenements) -> Calendar:
    calendrier = Calendar()
    calendrier.add("prodid", PRODUIT)
    calendrier.add("version", "2.0")
    calendrier.add("calscale", "GREGORIAN")
    calendrier.add("method", methode)
    for evenement in evenements:
        calendrier.add_component(evenement)
    return calendrier


def _evenement(reunion, annule=False) -> Event:
    evenement, adresse = Event(), settings.CSIL_ADRESSE + reunion.get_absolute_url()
    evenement.add("uid", uid(reunion))
    evenement.add("sequence", reunion.sequence)
    evenement.add("dtstamp", timezone.now().astimezone(UTC))
    evenement.add("dtstart", reunion.debut.astimezone(UTC))
    evenement.add("dtend", reunion.fin.astimezone(UTC))
    evenement.add("summary", NOM)
    evenement.add("location", reunion.lieu or "Visioconférence")
    evenement.add("description", "\n".join(_description(reunion, adresse)))
    evenement.add("url", vUri(adresse))
    evenement.add("organizer", _organisateur())
    evenement.add("status", "CANCELLED" if annule else STATUTS.get(reunion.etat, "CONFIRMED"))
    evenement.add("class", "PRIVATE")
    if reunion.lien_visio:
        evenement.add("conference", vUri(reunion.lien_visio), parameters={"VALUE": "URI", "FEATURE": "VIDEO"})
    return evenement


def _description(reunion, adresse):
    if reunion.lien_visio:
        yield f"Visioconférence : {reunion.lien_visio}"
    yield f"Ordre du jour et réponses, avec votre compte : {adresse}"


def _organisateur() -> vCalAddress:
    """Name as organiser the platform, from which the e-mails come: some programs take an update from no other address."""
    return _adresse(
        f"Plateforme CSIL, Ville de {settings.CSIL_COMMUNE}", parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    )


def _participant(nom, courriel) -> vCalAddress:
    """Name who is invited; the answer is given by the link of the e-mail, no program is asked to send one (RSVP)."""
    participant = _adresse(nom, courriel)
    participant.params |= {"ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "FALSE"}
    return participant


def _adresse(nom, courriel) -> vCalAddress:
    adresse = vCalAddress(f"mailto:{courriel}")
    adresse.params["CN"] = " ".join(nom.replace('"', "").split())
    return adresse
