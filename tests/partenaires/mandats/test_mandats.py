"""Mandates: what opens a sensitive group, asked, confirmed and ended by three different people."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from csil.comptes.groupes import BOURGMESTRE, CELLULE, REFERENT
from csil.comptes.models import Attribution, Utilisateur
from csil.journal.models import EntreeJournal
from partenaires.distribution import attribuer, creer, mandater
from partenaires.mandats.models import Mandat
from tests.outils import mandat_de, proprietaire, relire

pytestmark = pytest.mark.dates


@pytest.fixture
def nouveau(distribution):
    with proprietaire():
        return creer("nouveau", "Nouveau membre")


@pytest.fixture
def demande(distribution, nouveau, parler):
    """Asked by the administrator, for a new member of the Cellule."""
    with parler(distribution.admin):
        return Mandat.demander(
            par=distribution.admin,
            personne=nouveau,
            groupe=Group.objects.get(name=CELLULE),
            autorite="Collège communal",
            base="Décision du 1er octobre 2026",
            motif="Renfort du service.",
            debut=timezone.now() - timedelta(minutes=1),
            fin=timezone.now() + timedelta(days=30),
        )


def groupes_de(personne):
    return Utilisateur.objects.get(pk=personne.pk).groupes


def decider(client_de, qui, mandat, **donnees):
    return client_de(qui).post(f"/mandats/{mandat.pk}/decider/", donnees)


def test_rien_ne_s_ouvre_avant_la_confirmation(demande, nouveau, distribution, client_de):
    assert groupes_de(nouveau) == frozenset() and client_de(nouveau).get("/partenaires/").status_code == 404
    assert "Confirmer ou refuser un mandat" in client_de(distribution.chef_de_corps).get("/").content.decode()
    assert decider(client_de, distribution.chef_de_corps, demande, decision="confirmer").status_code == 302
    assert groupes_de(nouveau) == {CELLULE} and client_de(nouveau).get("/partenaires/").status_code == 200
    with proprietaire():
        demande.refresh_from_db()
        assert demande.confirme_par == distribution.chef_de_corps and demande.etat == "en vigueur"
        auteurs = [h.history_user for h in demande.history.all()]
        assert auteurs == [distribution.chef_de_corps, distribution.admin]
        actes = EntreeJournal.objects.filter(objet_id=str(demande.pk)).order_by("quand")
        assert [a.acte for a in actes] == ["partenaires.mandat_demande", "partenaires.mandat_confirme"]


def test_qui_demande_et_qui_recoit_ne_confirment_pas(demande, nouveau, distribution, client_de):
    assert decider(client_de, distribution.admin, demande, decision="confirmer").status_code == 403
    assert decider(client_de, nouveau, demande, decision="confirmer").status_code == 403
    assert decider(client_de, distribution.agent_saj, demande, decision="confirmer").status_code == 404
    assert decider(client_de, distribution.membre_cellule, demande, decision="confirmer").status_code == 404
    assert groupes_de(nouveau) == frozenset()


def test_une_autorite_ne_confirme_pas_ce_qu_elle_recoit_ou_demande(distribution, parler):
    """Also where the screens would let it through: the constraint and the trigger say no."""
    referent, admin = distribution.referent, distribution.admin
    with proprietaire():
        attribuer(admin, REFERENT, par=referent)
        mandater(admin, REFERENT, demande_par=referent, confirme_par=distribution.bourgmestre)
        autre = mandater(distribution.agent_saj, CELLULE, demande_par=admin, confirme_par=None)
    with parler(admin), pytest.raises(PermissionDenied), transaction.atomic():
        autre.confirmer(par=Utilisateur.objects.get(pk=admin.pk))
    with parler(admin), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(
            "UPDATE partenaires_mandat SET confirme_par_id = %s, confirme_le = now() WHERE id = %s",
            [admin.pk, autre.pk],
        )


def test_personne_ne_demande_pour_soi(distribution, parler):
    with parler(distribution.admin), pytest.raises(ValidationError), transaction.atomic():
        Mandat.demander(
            par=distribution.admin,
            personne=distribution.admin,
            groupe=Group.objects.get(name=CELLULE),
            autorite="x",
            base="x",
            motif="x",
            debut=timezone.now(),
            fin=timezone.now() + timedelta(days=1),
        )


def test_deux_autorites_a_la_fois(demande, distribution, parler):
    """The second finds the act no longer possible."""
    un, deux = relire(demande), relire(demande)
    with parler(distribution.bourgmestre):
        un.confirmer(par=distribution.bourgmestre)
    with parler(distribution.chef_de_corps), pytest.raises(PermissionDenied):
        deux.confirmer(par=distribution.chef_de_corps)


def test_refuser_demande_une_raison_que_la_personne_lit(demande, nouveau, distribution, client_de):
    page = decider(client_de, distribution.referent, demande, decision="refuser", pourquoi="")
    assert page.status_code == 200 and "Dites pourquoi vous refusez" in page.content.decode()
    assert (
        decider(
            client_de, distribution.referent, demande, decision="refuser", pourquoi="Trop tôt."
        ).status_code
        == 302
    )
    assert groupes_de(nouveau) == frozenset()
    assert "Trop tôt." in client_de(nouveau).get(f"/mandats/{demande.pk}/").content.decode()
    assert decider(client_de, distribution.bourgmestre, demande, decision="confirmer").status_code == 403


def test_une_decision_inconnue_ne_fait_rien(demande, distribution, client_de):
    assert decider(client_de, distribution.referent, demande, decision="autre").status_code == 200
    assert relire(demande).etat == "en attente"


def test_la_fin_ferme_a_la_requete_suivante(distribution, client_de):
    membre = distribution.membre_cellule
    client = client_de(membre)
    assert client.get("/partenaires/").status_code == 200
    mandat = mandat_de(membre)
    fin = client_de(distribution.bourgmestre).post(
        f"/mandats/{mandat.pk}/terminer/", {"pourquoi": "Autre fonction."}
    )
    assert fin.status_code == 302 and client.get("/partenaires/").status_code == 404
    mandat = relire(mandat)
    assert mandat.etat == "terminé" and mandat.termine_par == distribution.bourgmestre


def test_a_la_date_de_fin_l_acces_s_arrete_de_lui_meme(distribution, client_de):
    client = client_de(distribution.membre_cellule)
    assert client.get("/partenaires/").status_code == 200
    with proprietaire(), connection.cursor() as curseur:  # the date passes, nothing else happens
        curseur.execute(
            "UPDATE partenaires_mandat SET fin = now() - interval '1 s' WHERE personne_id = %s",
            [distribution.membre_cellule.pk],
        )
    assert client.get("/partenaires/").status_code == 404


def test_un_groupe_retire_au_milieu_d_un_formulaire(demande, nouveau, distribution, client_de):
    """An authority has the page open; the group, or the mandate behind it, goes; what is sent then does nothing."""
    client = client_de(distribution.referent)
    assert "Confirmer le mandat" in client.get(f"/mandats/{demande.pk}/").content.decode()
    with proprietaire():
        Attribution.objects.get(personne=distribution.referent, groupe__name=REFERENT).delete()
    assert client.post(f"/mandats/{demande.pk}/decider/", {"decision": "confirmer"}).status_code == 404
    assert relire(demande).confirme_le is None and groupes_de(nouveau) == frozenset()


def test_qui_a_demande_ne_confirme_pas_meme_devenu_autorite(demande, distribution, client_de):
    """Refused with a sentence, and written down."""
    admin = distribution.admin
    with proprietaire():
        attribuer(admin, REFERENT, par=distribution.bourgmestre)
        mandater(admin, REFERENT, demande_par=distribution.referent, confirme_par=distribution.bourgmestre)
    page = decider(client_de, admin, demande, decision="confirmer")
    assert page.status_code == 403 and "Cet acte ne vous est pas ouvert" in page.content.decode()
    with proprietaire():
        (refus,) = EntreeJournal.objects.filter(verbe="refus", acte="acces.confirmer_mandat")
        assert refus.qui_id == admin.pk


def test_le_groupe_et_le_mandat_doivent_exister_ensemble(distribution, nouveau):
    with proprietaire():
        mandater(nouveau, CELLULE, demande_par=distribution.admin, confirme_par=distribution.bourgmestre)
    assert groupes_de(nouveau) == frozenset()  # no row in the group
    with proprietaire():
        attribuer(nouveau, CELLULE)
    assert groupes_de(nouveau) == {CELLULE}
    with proprietaire():
        Attribution.objects.get(personne=nouveau).delete()
    assert groupes_de(nouveau) == frozenset()


def test_un_mandat_ne_se_reecrit_pas(demande, distribution, parler):
    with parler(distribution.bourgmestre):
        for colonne, valeur in (
            ("fin", "now() + interval '9 years'"),
            ("personne_id", "1"),
            ("amorce", "true"),
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as curseur:
                curseur.execute(
                    f"UPDATE partenaires_mandat SET {colonne} = {valeur} WHERE id = %s", [demande.pk]
                )
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as curseur:
            curseur.execute("DELETE FROM partenaires_mandat WHERE id = %s", [demande.pk])


def test_chacun_voit_les_siens(demande, nouveau, distribution, client_de):
    assert client_de(nouveau).get(f"/mandats/{demande.pk}/").status_code == 200
    assert client_de(distribution.membre_cellule).get(f"/mandats/{demande.pk}/").status_code == 404
    visibles = client_de(distribution.membre_cellule).get("/mandats/").context["page"].object_list
    assert {m.personne for m in visibles} == {distribution.membre_cellule}


def test_la_liste_coute_toujours_autant(distribution, client_de, django_assert_max_num_queries):
    from django.test.utils import CaptureQueriesContext

    def mesurer():
        client = client_de(distribution.bourgmestre)
        with CaptureQueriesContext(connection) as requetes:
            client.get("/mandats/")
        return len(requetes)

    avant = mesurer()
    with proprietaire():
        for numero in range(12):
            personne = creer(f"membre{numero}", f"Membre {numero}")
            mandater(personne, CELLULE, demande_par=distribution.admin, confirme_par=None)
    assert mesurer() == avant


def nommer(*arguments, **options):
    sortie = StringIO()
    with proprietaire():
        call_command("nommer_autorite", *arguments, stdout=sortie, **options)
    return sortie.getvalue()


def test_nommer_la_premiere_autorite(distribution):
    dit = nommer("maire@csil.example", BOURGMESTRE, nom="Nouveau bourgmestre", base="Prestation de serment")
    assert "Inscrit au journal" in dit
    maire = Utilisateur.objects.get(email="maire@csil.example")
    assert maire.groupes == {BOURGMESTRE} and mandat_de(maire).amorce and maire.invite_le
    with proprietaire():
        assert EntreeJournal.objects.filter(acte="partenaires.autorite_nommee").count() == 1
    with pytest.raises(CommandError, match="déjà un mandat"):
        nommer("maire@csil.example", BOURGMESTRE, base="Encore")


@pytest.mark.parametrize(
    ("arguments", "options", "phrase"),
    [
        (["pas-une-adresse", BOURGMESTRE], {}, "n’est pas une adresse"),
        (["a@csil.example", BOURGMESTRE], {"fin": "demain"}, "n’est pas une date"),
        (["a@csil.example", BOURGMESTRE], {"fin": "2020-01-01"}, "est passé"),
        (["a@csil.example", CELLULE], {}, "groupe"),
    ],
)
def test_nommer_de_travers(distribution, arguments, options, phrase):
    with pytest.raises(CommandError, match=phrase):
        nommer(*arguments, base="x", **options)
    assert not Utilisateur.objects.filter(email="a@csil.example").exists()
