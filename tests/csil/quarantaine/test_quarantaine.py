"""Content found classified later: hidden from everybody, decided on by two people, erased with all its versions (R31)."""

from io import StringIO

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from csil import accueil
from csil.actes import ActeRefuse
from csil.journal.models import EntreeJournal
from csil.mur.donnees import initialiser
from csil.quarantaine import tables_gardees
from csil.quarantaine.models import Quarantaine
from informations_sensibles.signalements.models import (
    ReponseSignalement,
    SignalementContextuel,
    TraitementSignalement,
)
from tests.informations_sensibles import ecritures as cellule
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

pytestmark = pytest.mark.dates

TEMOIN = "zyxotropique"
LECTEURS = [
    "bourgmestre",
    "chef_de_corps",
    "referent",
    "officier_information",
    "membre_cellule",
    "contact_tec",
]


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall() if curseur.description else curseur.rowcount


def refuse(sql, *parametres):
    with pytest.raises(DatabaseError):
        executer(sql, *parametres)


@pytest.fixture
def signalement(distribution):
    """Reported by the sector's contact point, handled and answered: words in three tables and their histories."""
    with proprietaire():
        cellule.correspondre(distribution.contact_tec)
        signalement = cellule.signalement(distribution.contact_tec, quoi=f"Le {TEMOIN} un.")
        signalement.quoi, signalement.lieu = f"Le {TEMOIN} deux.", f"Arrêt {TEMOIN}"
        signalement.save()
        TraitementSignalement.objects.create(signalement=signalement, mot_propose=f"Merci, {TEMOIN}.")
    return signalement


def mettre(signalement, par, parler):
    with parler(par):
        return Quarantaine.mettre(signalement, par=par, regle="marquage_decouvert")


def lignes_visibles():
    return sum(executer(f'SELECT count(*) FROM "{t._meta.db_table}"')[0][0] for t, *_ in tables_gardees(SignalementContextuel))  # fmt: skip


def test_cache_a_tous_dans_la_base_et_dans_l_application(signalement, distribution, parler):
    with parler(distribution.bourgmestre):
        assert lignes_visibles() > 3
    mettre(signalement, distribution.membre_cellule, parler)
    for login in LECTEURS:
        personne = getattr(distribution, login)
        with parler(personne):
            assert lignes_visibles() == 0, login
            assert not SignalementContextuel.objects.visible_to(personne).exists()
            assert executer("UPDATE informations_sensibles_signalementcontextuel SET etat = 'clos'") == 0
    with proprietaire():  # the filter alone, without the policy, says the same
        assert not SignalementContextuel.objects.visible_to(distribution.bourgmestre).exists()
        assert SignalementContextuel.objects.count() == 1


def test_les_autres_fiches_restent_visibles(signalement, distribution, parler):
    with proprietaire():
        autre = cellule.signalement(distribution.contact_tec)
    mettre(signalement, distribution.referent, parler)
    with parler(distribution.contact_tec):
        assert list(SignalementContextuel.objects.visible_to(distribution.contact_tec)) == [autre]


def test_le_journal_garde_la_regle_jamais_le_texte(signalement, distribution, parler):
    mettre(signalement, distribution.officier_information, parler)
    with parler(distribution.dpo):
        ligne = EntreeJournal.objects.get(acte="classification.quarantaine")
    assert (ligne.qui, ligne.motif, ligne.objet_id) == (
        distribution.officier_information,
        "marquage_decouvert",
        str(signalement.pk),
    )


def test_deux_fois_la_meme_fiche(signalement, distribution, parler):
    mettre(signalement, distribution.referent, parler)
    with pytest.raises(ValidationError, match="vient de mettre"):
        mettre(signalement, distribution.membre_cellule, parler)


@pytest.mark.parametrize("login", ["agent_saj", "contact_tec", "dpo", "admin"])
def test_qui_n_a_pas_de_mandat_ne_cache_rien(login, signalement, distribution, parler):
    with pytest.raises(DatabaseError):
        mettre(signalement, getattr(distribution, login), parler)


def test_l_officier_de_securite_est_prevenu_a_l_accueil(signalement, distribution, parler, client_de):
    mettre(signalement, distribution.membre_cellule, parler)
    for login, attend in [
        ("referent", True),
        ("chef_de_corps", True),
        ("bourgmestre", False),
        ("membre_cellule", False),
    ]:
        personne = getattr(distribution, login)
        with parler(personne):
            assert any("quarantaine" in tache.quoi for tache in accueil.taches(personne)) is attend, login
    page = client_de(distribution.referent).get("/").content.decode()
    assert "Décider d’un contenu mis en quarantaine" in page and TEMOIN not in page


def test_le_groupe_de_l_officier_de_securite_est_un_reglage(signalement, distribution, parler, settings):
    settings.CSIL_OFFICIERS_SECURITE = ["Bourgmestre"]
    with proprietaire():
        initialiser()
    quarantaine = mettre(signalement, distribution.membre_cellule, parler)
    with parler(distribution.bourgmestre):
        assert Quarantaine.objects.visible_to(distribution.bourgmestre).get() == quarantaine
    with parler(distribution.referent):
        assert executer("SELECT count(*) FROM csil_quarantaine") == [(0,)]
    settings.CSIL_OFFICIERS_SECURITE = ["Administrateurs"]
    with pytest.raises(ImproperlyConfigured, match="CSIL_OFFICIERS_SECURITE"):
        initialiser()


def test_les_pages_decident_sans_rien_montrer(signalement, distribution, parler, client_de):
    quarantaine = mettre(signalement, distribution.chef_de_corps, parler)
    referent, chef = client_de(distribution.referent), client_de(distribution.chef_de_corps)
    page = chef.get("/quarantaine/").content.decode()
    assert "Signalement contextuel" in page and "Attend une décision" in page and TEMOIN not in page
    page = chef.get(f"/quarantaine/{quarantaine.pk}/").content.decode()
    assert "Décider l’effacement" in page and "Rendre de nouveau visible" not in page and TEMOIN not in page
    assert chef.post(f"/quarantaine/{quarantaine.pk}/purger/").status_code == 302
    assert chef.post(f"/quarantaine/{quarantaine.pk}/purger/").status_code == 403  # once each
    assert referent.post(f"/quarantaine/{quarantaine.pk}/purger/").status_code == 302
    assert "À effacer sur le serveur" in referent.get("/quarantaine/").content.decode()
    assert referent.post(f"/quarantaine/{quarantaine.pk}/lever/").status_code == 403  # decided


def test_une_autre_personne_la_rend_visible(signalement, distribution, parler, client_de):
    quarantaine = mettre(signalement, distribution.chef_de_corps, parler)
    assert client_de(distribution.referent).post(f"/quarantaine/{quarantaine.pk}/lever/").status_code == 302
    with parler(distribution.contact_tec):
        assert SignalementContextuel.objects.visible_to(distribution.contact_tec).get() == signalement
    mettre(signalement, distribution.chef_de_corps, parler)  # and again, should it be needed


def test_la_liste_ne_demande_pas_plus_de_requetes(distribution, parler, client_de):
    client = client_de(distribution.referent)

    def requetes():
        with CaptureQueriesContext(connection) as capturees:
            assert client.get("/quarantaine/").status_code == 200
        return len(capturees)

    with proprietaire():
        signalements = [cellule.signalement(distribution.membre_cellule) for _ in range(6)]
    mettre(signalements[0], distribution.membre_cellule, parler)
    requetes()
    un = requetes()
    for autre in signalements[1:]:
        mettre(autre, distribution.membre_cellule, parler)
    assert requetes() == un


def test_sql_a_la_main(signalement, distribution, parler):
    quarantaine = mettre(signalement, distribution.chef_de_corps, parler)
    pk, chef, referent = quarantaine.pk, distribution.chef_de_corps.pk, distribution.referent.pk
    with parler(distribution.chef_de_corps):
        lever = "UPDATE csil_quarantaine SET levee_le = now(), levee_par_id = %s"
        refuse(lever, chef)  # who put it away
        refuse(lever, referent)  # in another's name
        refuse("UPDATE csil_quarantaine SET purgee_le = now()")
        refuse("UPDATE csil_quarantaine SET objet_id = 'autre'")
        refuse("DELETE FROM csil_quarantaine")
        refuse("DELETE FROM csil_decisionpurge")
        decider = "INSERT INTO csil_decisionpurge (id, quarantaine_id, par_id, le) VALUES (gen_random_uuid(), %s, %s, now())"
        refuse(decider, pk, referent)
        executer(decider, pk, chef)
        refuse(decider, pk, chef)  # one voice each
        refuse("UPDATE csil_decisionpurge SET par_id = %s", referent)
        refuse("DROP POLICY quarantaine ON informations_sensibles_signalementcontextuel")
        refuse("SELECT csil_quarantaine_poser('informations_sensibles_signalementcontextuel', 'id', 'rien')")
    with parler(distribution.membre_cellule):
        refuse(decider, pk, distribution.membre_cellule.pk)
        assert executer("SELECT count(*) FROM csil_quarantaine") == [(0,)]
        assert executer("UPDATE csil_quarantaine SET levee_le = now()") == 0
        mettre_ = (
            "INSERT INTO csil_quarantaine (id, objet_type, objet_id, regle, depuis, par_id, levee_le, levee_par_id)"
            " VALUES (gen_random_uuid(), 'x', '1', 'doute', now(), %s, %s, %s)"
        )
        refuse(mettre_, referent, None, None)
        refuse(mettre_, distribution.membre_cellule.pk, "2026-01-01", referent)
    with parler(distribution.referent, second_facteur=False):
        assert executer("SELECT count(*) FROM csil_quarantaine") == [(0,)]


# Erasing


def purger():
    sortie = StringIO()
    with proprietaire():
        call_command("purger_quarantaine", stdout=sortie)
    return sortie.getvalue()


def decider(quarantaine, parler, *personnes):
    for personne in personnes:
        with parler(personne):
            Quarantaine.objects.get(pk=quarantaine.pk).decider_purge(par=personne)


def contiennent(mot):
    with proprietaire():
        tables = executer("SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                          " WHERE n.nspname = 'public' AND relkind = 'r'")  # fmt: skip
        return [
            t
            for (t,) in tables
            if executer(f'SELECT 1 FROM "{t}" t WHERE t::text LIKE %s LIMIT 1', f"%{mot}%")
        ]


def test_il_faut_deux_personnes_pour_effacer(signalement, distribution, parler):
    quarantaine = mettre(signalement, distribution.membre_cellule, parler)
    assert "sans deux décisions : 1" in purger()
    decider(quarantaine, parler, distribution.referent)
    purger()
    assert contiennent(TEMOIN)
    with pytest.raises(ActeRefuse):
        decider(quarantaine, parler, distribution.referent)


def test_la_commande_est_celle_du_proprietaire(distribution):
    with pytest.raises(CommandError, match="en propriétaire"):
        call_command("purger_quarantaine")


def test_la_purge_efface_la_fiche_et_toutes_ses_versions(signalement, distribution, parler):
    with proprietaire():
        voisin = cellule.signalement(distribution.contact_tec, quoi="Le voisin reste.")
    assert len(contiennent(TEMOIN)) == 4  # report, handling, and their histories
    quarantaine = mettre(signalement, distribution.membre_cellule, parler)
    decider(quarantaine, parler, distribution.referent, distribution.chef_de_corps)
    assert "Signalement contextuel" in purger()
    assert contiennent(TEMOIN) == [] and len(contiennent("Le voisin reste.")) == 2
    with proprietaire():
        reste = SignalementContextuel.objects.get(pk=signalement.pk)
        assert (reste.quoi, reste.lieu, reste.reference) == ("[purgé]", "[purgé]", signalement.reference)
        assert (reste.nature, reste.marquage_origine) == ("fait", "aucun")  # codes are nobody's words
        assert {h.quoi for h in SignalementContextuel.history.filter(id=signalement.pk)} == {"[purgé]"}
    with parler(distribution.bourgmestre):  # still hidden
        assert list(SignalementContextuel.objects.visible_to(distribution.bourgmestre)) == [voisin]
    with parler(distribution.dpo):
        ligne = EntreeJournal.objects.get(acte="classification.purge")
    assert (ligne.verbe, ligne.qui, ligne.objet_id) == ("effacement", None, str(quarantaine.pk))
    assert {str(distribution.referent.pk), str(distribution.chef_de_corps.pk)} <= set(ligne.motif.split())
    with proprietaire():  # history is guarded again, from the owner too
        refuse("UPDATE informations_sensibles_historicalsignalementcontextuel SET quoi = 'x'")
    assert "Rien à effacer" in purger()


def test_ce_qui_est_vide_le_reste(signalement, distribution, parler):
    with proprietaire():
        ReponseSignalement.objects.all()
        signalement.lieu = ""
        signalement.save()
    quarantaine = mettre(signalement, distribution.membre_cellule, parler)
    decider(quarantaine, parler, distribution.referent, distribution.chef_de_corps)
    purger()
    with proprietaire():
        assert SignalementContextuel.objects.get(pk=signalement.pk).lieu == ""


def test_de_la_decouverte_a_l_effacement_dans_le_navigateur(page, ouvrir_page, distribution, parler):
    with proprietaire():
        signalement = cellule.signalement(distribution.membre_cellule, quoi=f"Le {TEMOIN}")
    mettre(signalement, distribution.membre_cellule, parler)
    for navigateur, login in ((page, "referent"), (ouvrir_page(), "chef-de-corps")):
        entrer(navigateur, login)
        navigateur.get_by_role("link", name="Décider").click()
        sans_violation(navigateur)
        navigateur.get_by_role("button", name="Décider l’effacement").click()
        navigateur.get_by_text("Votre décision est notée").wait_for()
    navigateur.goto("/quarantaine/")
    sans_violation(navigateur)
    assert purger().startswith(
        "Signalement contextuel"
    )  # outside a transaction: the tables are rewritten too
    assert contiennent(TEMOIN) == []
    navigateur.reload()
    assert navigateur.get_by_text("Effacé").is_visible()
