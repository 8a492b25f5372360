"""The calendar files, read by another library than the one that wrote them: request, update, cancellation."""

from datetime import UTC

import pytest
import vobject
from django.urls import reverse

from concertation.agenda.calendrier import ANNULATION, DEMANDE, en_ics, flux
from concertation.convocations.actes.reunion import annuler, convoquer, modifier, reporter, reprogrammer
from concertation.ordre_du_jour.actes.reunion import arreter
from concertation.reunions.models import Reunion
from csil.courrier import distribuer
from tests.concertation.ecritures import arretee, convoquee, dans, inviter_sans_compte, point, reunion

pytestmark = pytest.mark.dates


@pytest.fixture
def referent(distribution):
    return distribution.referent


def lire(octets):
    """The calendar and its events."""
    calendrier = vobject.readOne(octets.decode() if isinstance(octets, bytes) else octets)
    return calendrier, calendrier.contents.get("vevent", [])


def un(octets):
    calendrier, (evenement,) = lire(octets)
    return calendrier.method.value, evenement


def test_une_demande_dit_quand_ou_et_rien_de_l_ordre_du_jour(referent, parler):
    with parler(referent):
        ici = reunion(referent, titre="Séance sur le stade", lien_visio="https://visio.csil.example/a,b;c")
        point(ici, referent, "Familles inquiètes")
    octets = en_ics(ici, methode=DEMANDE, nom='Agent "SAJ"; Liège, été', courriel="a@csil.example")
    methode, evenement = un(octets)
    assert methode == "REQUEST" and evenement.summary.value == "Réunion CSIL"
    assert evenement.dtstart.value.astimezone(UTC) == ici.debut.astimezone(UTC)
    assert evenement.dtend.value.astimezone(UTC) == ici.fin.astimezone(UTC)
    assert evenement.dtstart.value.tzinfo is not None and evenement.dtstamp.value.tzinfo is not None
    assert evenement.location.value == "Salle de la Violette" and evenement.status.value == "TENTATIVE"
    assert (
        evenement.url.value.endswith(ici.get_absolute_url())
        and evenement.contents["class"][0].value == "PRIVATE"
    )
    assert evenement.organizer.value == "mailto:plateforme@csil.example"
    assert evenement.attendee.value == "mailto:a@csil.example"
    assert evenement.attendee.params["CN"] == ["Agent SAJ; Liège, été"]
    assert evenement.attendee.params["RSVP"] == ["FALSE"]
    assert "https://visio.csil.example/a,b;c" in evenement.description.value
    texte = octets.decode()
    assert "Familles" not in texte and "stade" not in texte


def test_les_lignes_sont_pliees_et_finies_comme_le_veut_la_norme(referent, parler):
    with parler(referent):
        ici = reunion(referent, lieu="Salle des Pas perdus, hôtel de Ville, " * 5)
    octets = en_ics(ici)
    assert octets.endswith(b"END:VCALENDAR\r\n") and b"\n" not in octets.replace(b"\r\n", b"")
    assert max(map(len, octets.split(b"\r\n"))) <= 75
    assert un(octets)[1].location.value == ici.lieu


def test_sans_salle_la_reunion_est_a_distance(referent, parler):
    with parler(referent):
        ici = reunion(referent, lieu="", lien_visio="https://visio.csil.example/x")
    assert un(en_ics(ici))[1].location.value == "Visioconférence"


def test_la_vie_d_une_reunion_dans_un_agenda(referent, parler, boite, distribution):
    """Convoked, moved to another room, postponed, convoked again, cancelled: one UID, a number that only grows."""
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj)
    recus = []

    def suivre(acte=None):
        if acte:
            with parler(referent):
                acte(Reunion.objects.get(pk=ici.pk))
        boite.recus.clear()
        distribuer()
        (message,) = boite.recus
        (calendrier,) = [p for p in message.walk() if p.get_content_type() == "text/calendar"]
        methode, evenement = un(calendrier.get_content())
        assert calendrier.get_param("method") == methode
        (fichier,) = [p for p in message.iter_attachments() if p.get_filename() == "reunion.ics"]
        assert un(fichier.get_content())[1].uid.value == evenement.uid.value
        recus.append((methode, evenement))

    def demenager(reunion):
        modifier(reunion, par=referent, lieu="Salle des Pas perdus")

    def reprendre(reunion):
        reprogrammer(reunion, par=referent, debut=dans(30))
        arreter(reunion, par=referent)
        convoquer(reunion, par=referent)

    suivre()
    suivre(demenager)
    suivre(lambda reunion: reporter(reunion, par=referent, motif="Salle prise."))
    suivre(reprendre)
    suivre(lambda reunion: annuler(reunion, par=referent, motif="Plus d’objet."))
    assert [methode for methode, _ in recus] == ["REQUEST", "REQUEST", "CANCEL", "REQUEST", "CANCEL"]
    assert len({evenement.uid.value for _, evenement in recus}) == 1
    sequences = [int(evenement.sequence.value) for _, evenement in recus]
    assert sequences == sorted(set(sequences)) == [1, 2, 3, 4, 5]
    assert [e.status.value for _, e in recus] == [
        "CONFIRMED",
        "CONFIRMED",
        "CANCELLED",
        "CONFIRMED",
        "CANCELLED",
    ]
    assert recus[1][1].location.value == "Salle des Pas perdus"
    assert recus[3][1].dtstart.value.astimezone(UTC) == dans(30).astimezone(UTC)


def test_une_annulation_nomme_qui_la_recoit(referent, parler):
    with parler(referent):
        ici = reunion(referent)
    methode, evenement = un(en_ics(ici, methode=ANNULATION, nom="X", courriel="x@csil.example"))
    assert methode == "CANCEL" and evenement.status.value == "CANCELLED"
    assert evenement.attendee.value == "mailto:x@csil.example"


def test_le_fichier_de_la_page(referent, parler, client_de, distribution):
    with parler(referent):
        ici = arretee(referent)
        inviter_sans_compte(ici, referent)
    reponse = client_de(distribution.agent_saj).get(reverse("reunion-ics", args=[ici.pk]))
    assert reponse["Content-Type"] == "text/calendar; charset=utf-8"
    assert reponse["Content-Disposition"] == 'attachment; filename="reunion.ics"'
    assert "no-store" in reponse["Cache-Control"]
    methode, evenement = un(reponse.content)
    assert methode == "PUBLISH" and "attendee" not in evenement.contents  # nobody else is named


def test_plusieurs_reunions_a_suivre(referent, parler):
    with parler(referent):
        reunions = [reunion(referent, jours) for jours in (5, 30)]
    calendrier, evenements = lire(flux(reunions))
    assert len({evenement.uid.value for evenement in evenements}) == 2
    assert calendrier.contents["x-wr-calname"][0].value == "Réunions CSIL"
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT4H" in flux(reunions)


def test_un_flux_vide_reste_un_calendrier(db):
    calendrier, evenements = lire(flux([]))
    assert calendrier.version.value == "2.0" and evenements == []
