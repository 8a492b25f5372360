"""An account is taken into use by an e-mail whose link works once and expires."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from csil.comptes.invitation import inviter
from csil.comptes.models import Utilisateur
from csil.journal.models import EntreeJournal
from tests.outils import proprietaire

CHOISI = {"password1": "Trois-Mots-Et-Un-Chiffre-7", "password2": "Trois-Mots-Et-Un-Chiffre-7"}


@pytest.fixture
def invite(distribution, django_capture_on_commit_callbacks):
    """Invite a new person; the links of the e-mails sent, the last one last."""

    def envoyer(personne=None):
        with proprietaire(), django_capture_on_commit_callbacks(execute=True):
            personne = personne or Utilisateur.objects.create_user("invitee@csil.example", "Invitée")
            inviter(personne, par=distribution.admin)
        return personne, re.search(r"http://testserver(/comptes/invitation/\S+)", mail.outbox[-1].body)[1]

    return envoyer


def test_le_lien_sert_une_fois(invite):
    personne, lien = invite()
    assert mail.outbox[-1].to == [personne.email]
    client = Client()
    assert client.get(lien).status_code == 200
    assert client.post(lien, CHOISI | {"password2": "autre"}).status_code == 200
    assert client.post(lien, CHOISI).url == "/comptes/login/"
    assert client.get(lien).status_code == 410 and client.post(lien, CHOISI).status_code == 410
    personne.refresh_from_db()
    assert personne.check_password(CHOISI["password1"])
    with proprietaire():
        assert (
            EntreeJournal.objects.filter(acte="comptes.mise_en_service", objet_id=str(personne.pk)).count()
            == 1
        )


def test_un_mot_de_passe_faible_est_refuse_avec_une_phrase(invite):
    _, lien = invite()
    page = Client().post(lien, {"password1": "motdepasse", "password2": "motdepasse"})
    assert page.status_code == 200 and "trop court" in page.content.decode()


def test_le_lien_expire(invite, settings):
    personne, lien = invite()
    with proprietaire():
        personne.invite_le = timezone.now() - settings.CSIL_INVITATION_DUREE - timedelta(minutes=1)
        personne.save(update_fields=["invite_le"])
    reponse = Client().get(lien)
    assert reponse.status_code == 410 and "administrat" in reponse.content.decode()


def test_une_seconde_invitation_remplace_la_premiere(invite):
    personne, premier = invite()
    _, second = invite(personne)
    assert Client().get(premier).status_code == 410
    assert Client().get(second).status_code == 200


def test_un_compte_ferme_ou_en_service_ne_s_invite_pas(invite, distribution):
    personne, lien = invite()
    with proprietaire():
        personne.is_active = False
        personne.save()
    assert Client().get(lien).status_code == 410
    with proprietaire(), pytest.raises(ValueError, match="déjà en service"):
        inviter(distribution.agent_saj, par=distribution.admin)


@pytest.mark.parametrize(
    "lien", ["zz/zzz", "1/abc-def", "1/", "zzzzzzzzzzzzzzzzzzzzzz/x-y", "1/x-" + "f" * 64]
)
def test_un_lien_invente_ne_vaut_rien(db, lien):
    assert Client().get(f"/comptes/invitation/{lien}/").status_code in (404, 410)
