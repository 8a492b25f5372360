"""Mandates are reviewed every six months by another authority; unanswered, they are suspended (H13)."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from csil.comptes.groupes import CELLULE
from csil.comptes.models import Utilisateur
from csil.courrier.models import Envoi
from csil.identite import au_nom_de, au_nom_de_l_horloge
from csil.travailleur.echeances import echeances
from tests.outils import mandat_de, proprietaire, relire
from tests.partenaires.mandats.mandats import causes, journal, nouveau_membre, suspendre, vieillir

pytestmark = pytest.mark.dates


@pytest.fixture
def du(distribution):
    """A member whose mandate has been due for two days."""
    personne, mandat = nouveau_membre(distribution)
    vieillir(mandat, mois=6, jours=2)
    return personne, mandat


def passer_le_temps():
    """What the worker does from time to time."""
    with au_nom_de_l_horloge(), transaction.atomic():
        echeances()["mandats"]()


def courriels():
    with proprietaire():
        return [(e.destinataire, e.corps.objet) for e in Envoi.objects.order_by("destinataire", "cree_le")]


def groupes_de(personne):
    return Utilisateur.objects.get(pk=personne.pk).groupes


def revoir(client, mandat, **donnees):
    return client.post(f"/mandats/{mandat.pk}/revoir/", donnees)


def test_rien_n_est_du_avant_six_mois(distribution, client_de):
    page = client_de(distribution.bourgmestre).get("/mandats/revue/").content.decode()
    assert "Aucun mandat n’est à revoir" in page and "6&nbsp;mandats en vigueur" in page
    passer_le_temps()
    assert courriels() == []


def test_revu_et_garde(du, distribution, client_de):
    personne, mandat = du
    client = client_de(distribution.chef_de_corps)
    assert "Revoir un mandat" in client.get("/").content.decode()
    page = client.get("/mandats/revue/").content.decode()
    assert str(personne) in page and CELLULE in page and f"/mandats/{mandat.pk}/revoir/" in page
    assert "ne le prolonge pas" in client.get(f"/mandats/{mandat.pk}/revoir/").content.decode()
    fin = relire(mandat).fin
    assert revoir(client, mandat, decision="confirmer").url == "/mandats/revue/"
    revu = relire(mandat)
    assert (revu.revu_par, revu.fin) == (distribution.chef_de_corps, fin)
    assert "Aucun mandat n’est à revoir" in client.get("/mandats/revue/").content.decode()
    assert [e.qui_id for e in journal("partenaires.mandat_revu")] == [distribution.chef_de_corps.pk]
    with proprietaire():
        assert mandat.history.first().history_user == distribution.chef_de_corps


def test_raccourci_ou_termine_avec_une_raison(du, distribution, client_de):
    personne, mandat = du
    client, demain = client_de(distribution.referent), timezone.localdate() + timedelta(days=1)
    page = revoir(client, mandat, decision="raccourcir", motif="").content.decode()
    assert "Dites pourquoi" in page and "Choisissez le dernier jour" in page
    for jour in (timezone.localdate() - timedelta(days=3), timezone.localdate() + timedelta(days=4000)):
        page = revoir(
            client, mandat, decision="raccourcir", motif="Moins long.", fin=jour.isoformat()
        ).content.decode()
        assert "d’ici la date de fin actuelle" in page and "Moins long." in page
    assert "trois réponses" in revoir(client, mandat, decision="prolonger").content.decode()
    assert (
        revoir(client, mandat, decision="raccourcir", motif="Moins long.", fin=demain.isoformat()).status_code
        == 302
    )
    assert timezone.localdate(relire(mandat).fin) == demain + timedelta(days=1)
    assert groupes_de(personne) == {CELLULE}
    assert "Dites pourquoi" in revoir(client, mandat, decision="terminer").content.decode()
    assert revoir(client, mandat, decision="terminer", motif="Plus utile.").status_code == 302
    assert groupes_de(personne) == frozenset() and relire(mandat).termine_par == distribution.referent


def test_une_autorite_ne_revoit_pas_le_sien(distribution, client_de):
    mandat = mandat_de(distribution.referent)
    vieillir(mandat, mois=7)
    client = client_de(distribution.referent)
    assert revoir(client, mandat, decision="confirmer").status_code == 403
    assert "Revoir un mandat" not in client.get("/").content.decode()
    assert "À une autre autorité" in client.get("/mandats/revue/").content.decode()
    assert revoir(client_de(distribution.admin), mandat, decision="confirmer").status_code == 403
    assert revoir(client_de(distribution.bourgmestre), mandat, decision="confirmer").status_code == 302


def test_rappels_puis_suspension_puis_confirmation(du, distribution, client_de):
    """One e-mail a week to each authority, a warning to the holder, suspension, then one confirmation."""
    personne, mandat = du
    passer_le_temps()
    passer_le_temps()
    rappels = courriels()
    assert [a for a, _ in rappels] == [
        f"{qui}@csil.example" for qui in ("bourgmestre", "chef-de-corps", "referent")
    ]
    assert {objet for _, objet in rappels} == {"Plateforme CSIL : des mandats attendent leur revue"}
    vieillir(mandat, mois=6, jours=25)
    passer_le_temps()
    assert (personne.email, "Plateforme CSIL : votre mandat attend sa revue") in courriels()
    assert groupes_de(personne) == {CELLULE}
    vieillir(mandat, mois=6, jours=31)
    passer_le_temps()
    passer_le_temps()
    assert causes(mandat) == ["revue"] and groupes_de(personne) == frozenset()
    (ligne,) = journal("partenaires.mandat_suspendu")
    assert ligne.qui_id is None and ligne.motif == "revue"
    suspendu = [a for a, objet in courriels() if "suspendu" in objet]
    assert suspendu == [
        "bourgmestre@csil.example",
        "chef-de-corps@csil.example",
        personne.email,
        "referent@csil.example",
    ]
    with proprietaire():  # nobody is named in a mail
        for envoi in Envoi.objects.all():
            assert str(personne) not in envoi.corps.texte + envoi.corps.objet
            assert CELLULE not in envoi.corps.texte
    autorite = client_de(distribution.bourgmestre)
    assert "Revue périodique non faite" in autorite.get("/mandats/revue/").content.decode()
    with proprietaire():
        vues = str(mandat.suspensions.get().pk)
    autorite.post(f"/mandats/{mandat.pk}/lever/", {"decision": "confirmer", "vues": vues})
    assert groupes_de(personne) == {CELLULE}
    passer_le_temps()
    assert causes(mandat) == []


def test_les_autorites_ne_sont_jamais_suspendues_pour_une_revue(distribution, client_de):
    """The data protection officer is told instead; the database refuses the clock anyway."""
    mandat = mandat_de(distribution.referent)
    vieillir(mandat, mois=24)
    passer_le_temps()
    assert causes(mandat) == []
    assert (
        distribution.dpo.email,
        "Plateforme CSIL : le mandat d’une autorité n’est pas revu",
    ) in courriels()
    assert (
        distribution.referent.email,
        "Plateforme CSIL : des mandats attendent leur revue",
    ) not in courriels()
    page = client_de(distribution.dpo).get("/").content.decode()
    assert "Rappeler la revue d’un mandat d’autorité" in page
    inserer(mandat, refuse=True)


def inserer(mandat, cause="revue", refuse=False):
    sql = (
        "INSERT INTO partenaires_suspension (id, mandat_id, cause, depuis, motif_levee)"
        " VALUES (gen_random_uuid(), %s, %s, now(), '')"
    )
    with au_nom_de_l_horloge(), transaction.atomic(), connection.cursor() as curseur:
        if refuse:
            with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                curseur.execute(sql, [mandat.pk, cause])
        else:
            curseur.execute(sql, [mandat.pk, cause])


def test_l_horloge_n_ecrit_qu_une_revue_non_faite(du, distribution):
    """Not for another cause, not for a mandate lately confirmed, and she lifts nothing."""
    _, mandat = du
    _, recent = nouveau_membre(distribution, "recent")
    inserer(mandat, cause="telephone", refuse=True)
    inserer(recent, refuse=True)
    inserer(mandat)
    with au_nom_de_l_horloge(), connection.cursor() as curseur:
        curseur.execute(
            "UPDATE partenaires_suspension SET levee_le = now(), levee_par_id = %s", [distribution.admin.pk]
        )
        assert curseur.rowcount == 0
    assert causes(mandat) == ["revue"]


def test_sql_une_revue_ne_prolonge_pas(du, distribution):
    personne, mandat = du
    prolonger = "UPDATE partenaires_mandat SET revu_le = now(), revu_par_id = %s, fin = fin + interval '1 day' WHERE id = %s"
    signer = "UPDATE partenaires_mandat SET revu_le = now(), revu_par_id = %s WHERE id = %s"
    bourgmestre = distribution.bourgmestre
    for sql, qui, au_nom in (
        (prolonger, bourgmestre, bourgmestre),
        (signer, bourgmestre, distribution.referent),
        (signer, personne, personne),
        (signer, distribution.admin, distribution.admin),
    ):
        with au_nom_de(qui, second_facteur=True), pytest.raises(DatabaseError, match="ne prolonge pas"):
            with transaction.atomic(), connection.cursor() as curseur:
                curseur.execute(sql, [au_nom.pk, mandat.pk])


def test_un_mandat_suspendu_se_leve_et_ne_se_revoit_pas(du, distribution, client_de):
    _, mandat = du
    with proprietaire():
        suspendre(mandat)
    assert revoir(client_de(distribution.bourgmestre), mandat, decision="confirmer").status_code == 403


def test_le_rythme_et_le_delai_se_reglent(du, settings):
    _, mandat = du
    settings.CSIL_REVUE_MOIS, settings.CSIL_REVUE_DELAI = 12, timedelta(days=1)
    passer_le_temps()
    assert causes(mandat) == []
    settings.CSIL_REVUE_MOIS = 6
    passer_le_temps()
    assert causes(mandat) == ["revue"]


def test_les_pages_coutent_toujours_autant(distribution, client_de):
    """The review and the home page of an authority, whatever the number of mandates that are due or suspended."""

    def ajouter(debut, nombre):
        for numero in range(debut, debut + nombre):
            vieillir(nouveau_membre(distribution, f"du{numero}")[1], mois=8)
            _, suspendu = nouveau_membre(distribution, f"suspendu{numero}")
            with proprietaire():
                suspendre(suspendu)

    def mesurer(adresse):
        client = client_de(distribution.referent)
        with CaptureQueriesContext(connection) as requetes:
            assert client.get(adresse).status_code == 200
        return len(requetes)

    ajouter(0, 1)
    avant = [mesurer(adresse) for adresse in ("/", "/mandats/revue/", "/mandats/")]
    ajouter(1, 6)
    assert [mesurer(adresse) for adresse in ("/", "/mandats/revue/", "/mandats/")] == avant
