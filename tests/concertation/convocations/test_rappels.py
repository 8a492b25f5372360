"""Reminders: by the clock seven and two days before, by hand once a day; only to who was convoked and said nothing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from concertation.convocations.actes.reunion import annuler, convoquer_ajoutes, reporter
from concertation.convocations.models import Convocation, Reponse
from concertation.convocations.rappels import rappeler
from concertation.reunions.models import Reunion
from csil.courrier import distribuer
from csil.courrier.models import Envoi, EtatEnvoi
from csil.identite import au_nom_de_l_horloge
from csil.travailleur.echeances import echeances
from tests.concertation.ecritures import convoquee, inviter, inviter_sans_compte
from tests.outils import proprietaire

pytestmark = pytest.mark.dates


@pytest.fixture
def referent(distribution):
    return distribution.referent


@pytest.fixture
def ici(referent, parler, distribution) -> Reunion:
    """In ten days; the SAJ and the CRIPEL were convoked twenty days ago."""
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj, distribution.agent_cripel, jours=10)
    ecrite(ici, il_y_a=20)
    return ici


def ecrite(ici, il_y_a):
    """As if that many days had passed since these people were last written to."""
    with proprietaire():
        for convocation in ici.convocations.all():
            for champ in ("envoyee_le", "relancee_le"):
                if getattr(convocation, champ):
                    setattr(convocation, champ, timezone.now() - timedelta(days=il_y_a))
            convocation.save()


def approcher(ici, jours):
    """That many days and an hour before the meeting."""
    with proprietaire():
        ici = Reunion.objects.get(pk=ici.pk)
        duree = timedelta(minutes=ici.duree)
        ici.debut = timezone.now() + timedelta(days=jours, hours=1)
        ici.fin, ici.limite_propositions = ici.debut + duree, timezone.now()
        ici.save()


def sonner() -> list[str]:
    """The clock comes by; to whom it wrote, this time."""
    avant = rappels()
    with au_nom_de_l_horloge():
        rappeler()
    return [destinataire for destinataire in rappels()[len(avant) :]]


def rappels() -> list[str]:
    with au_nom_de_l_horloge():
        envois = Envoi.objects.filter(cle__contains=":rappel:").order_by("cree_le")
        return [envoi.destinataire for envoi in envois]


def test_l_horloge_les_connait():
    assert echeances()["rappels des convocations"] is rappeler


def test_une_fois_par_etape_et_jamais_a_qui_a_repondu(ici, distribution, parler, boite):
    saj, cripel = distribution.agent_saj, distribution.agent_cripel
    distribuer()
    assert sonner() == []  # ten days before
    approcher(ici, 6.5)
    assert sorted(sonner()) == sorted([saj.email, cripel.email])
    assert sonner() == [] and sonner() == []
    boite.recus.clear()
    distribuer()
    message = boite.recus[0]
    assert "votre réponse est attendue" in message["Subject"]
    texte = message.get_body(("plain",)).get_content()
    assert "/concertation/repondre/" in texte and "Salle de la Violette" in texte
    assert "text/calendar" not in {partie.get_content_type() for partie in message.walk()}
    with parler(saj):
        Convocation.objects.get(personne=saj).repondre(par=saj, reponse=Reponse.EXCUSE)
    ecrite(ici, il_y_a=4)
    approcher(ici, 1.5)
    assert sonner() == [cripel.email] and sonner() == []


def test_qui_vient_d_etre_convoque_n_est_pas_rappele(ici, referent, parler, distribution):
    with parler(referent):
        inviter_sans_compte(ici, referent)
        convoquer_ajoutes(Reunion.objects.get(pk=ici.pk), par=referent)
        inviter(ici, referent, distribution.bourgmestre)  # not convoked yet
    approcher(ici, 6.5)
    assert "directrice@csil.example" not in sonner()


def test_apres_une_longue_panne_un_seul_rappel(ici, distribution):
    approcher(ici, 1)
    assert len(sonner()) == 2 and sonner() == []


@pytest.mark.parametrize("acte", [annuler, reporter])
def test_jamais_pour_une_reunion_qui_n_aura_pas_lieu(acte, ici, referent, parler, boite):
    """Not even the reminder that waited in the queue when the meeting was called off."""
    distribuer()
    approcher(ici, 6.5)
    assert len(sonner()) == 2
    with parler(referent):
        acte(Reunion.objects.get(pk=ici.pk), par=referent, motif="La salle est inondée.")
    approcher(ici, 1.5)
    assert sonner() == []
    boite.recus.clear()
    distribuer()
    assert len(boite.recus) == 2 and not any("attendue" in message["Subject"] for message in boite.recus)


def test_une_reponse_retient_le_rappel_qui_attendait(ici, distribution, parler, boite):
    distribuer()
    approcher(ici, 6.5)
    sonner()
    saj = distribution.agent_saj
    with parler(saj):
        Convocation.objects.get(personne=saj).repondre(par=saj, reponse=Reponse.PRESENT)
    boite.recus.clear()
    distribuer()
    assert boite.destinataires == [distribution.agent_cripel.email]
    with au_nom_de_l_horloge():
        assert Envoi.objects.get(destinataire=saj.email, cle__contains=":rappel:").etat == EtatEnvoi.ANNULE


def test_relancer_a_la_main_une_fois_par_jour(ici, referent, client_de, distribution, boite):
    client, page = client_de(referent), reverse("convocations", args=[ici.pk])
    assert "Relancer les 2 personnes sans réponse" in client.get(page).content.decode()
    adresse = reverse("convocations-relancer", args=[ici.pk])
    assert "2 personnes sont relancées." in client.post(adresse, follow=True).content.decode()
    assert "a déjà été relancé aujourd’hui" in client.post(adresse, follow=True).content.decode()
    distribuer()
    assert sum("attendue" in message["Subject"] for message in boite.recus) == 2
    approcher(ici, 6.5)
    assert sonner() == []  # written to today
    ecrite(ici, il_y_a=2)
    assert client.post(adresse).status_code == 302


def test_personne_a_relancer(referent, parler, distribution, client_de):
    saj = distribution.agent_saj
    with parler(referent):
        ici = convoquee(referent, saj)
    with parler(saj):
        Convocation.objects.get(personne=saj).repondre(par=saj, reponse=Reponse.PRESENT)
    client = client_de(referent)
    assert "Relancer" not in client.get(reverse("convocations", args=[ici.pk])).content.decode()
    page = client.post(reverse("convocations-relancer", args=[ici.pk]), follow=True).content.decode()
    assert "Personne à relancer" in page
