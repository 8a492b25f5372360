"""What SQL smuggled into a request as csil_app cannot do, whatever the application forgot."""

import pytest
from django.db import DatabaseError, connection, transaction

from csil.comptes.models import Connexion
from csil.identite import au_nom_de
from csil.journal import Verbe, consigner
from csil.journal.models import EntreeJournal
from tests.outils import proprietaire


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall() if curseur.description else curseur.rowcount


def refuse(sql, *parametres, dit=None):
    with pytest.raises(DatabaseError, match=dit):
        executer(sql, *parametres)


def tables(modele):
    return executer(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
        " WHERE nspname = 'public' AND relkind IN ('r', 'p') AND relname ~ %s",
        modele,
    )


def test_csil_app_n_est_ni_proprietaire_ni_plus(db):
    assert executer(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = 'csil_app'"
    ) == [(False,) * 5]
    assert executer("SELECT count(*) FROM pg_auth_members WHERE member = 'csil_app'::regrole") == [(0,)]
    assert executer("SELECT count(*) FROM pg_class WHERE relowner = 'csil_app'::regrole") == [(0,)]
    assert executer("SELECT current_user") == [("csil_app",)]


@pytest.mark.parametrize(
    "sql", ["CREATE TABLE t ()", "CREATE TEMP TABLE csil_utilisateur ()", "DROP TABLE csil_cle"]
)
def test_csil_app_ne_change_pas_le_schema(db, sql):
    refuse(sql)


def test_les_droits_d_une_table_nouvelle_suivent(db):
    """Every table of the models is open to csil_app by the grants of the last migrate, none by hand."""
    sans = executer(
        "SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = 'public'"
        " AND relkind = 'r' AND NOT relispartition AND NOT has_table_privilege('csil_app', c.oid, 'SELECT')"
    )
    assert sans == [("csil_cle",)]


def test_toute_table_d_historique_est_gardee(db):
    """History: added to, never changed, by nobody; the trigger is on every such table."""
    historiques = [nom for (nom,) in tables("_historical")]
    assert len(historiques) >= 20
    for nom in historiques:
        assert executer(f"SELECT has_table_privilege('csil_app', '{nom}', 'UPDATE, DELETE')") == [(False,)], (
            nom
        )
        assert executer(
            "SELECT count(*) FROM pg_trigger WHERE tgrelid = %s::regclass AND tgname = 'historique_garde'",
            nom,
        ) == [(1,)], nom


def test_l_historique_ne_se_reecrit_pas(distribution):
    refuse("UPDATE csil_historicalutilisateur SET nom = 'x'", dit="permission|droit")
    refuse("DELETE FROM csil_historicalutilisateur", dit="permission|droit")
    with proprietaire():
        refuse("UPDATE csil_historicalutilisateur SET nom = 'x'", dit="ne se réécrit pas")
        refuse("DELETE FROM csil_historicalutilisateur", dit="ne se réécrit pas")


INSERER = (
    "INSERT INTO csil_historicaltexteengagement (id, version, titre, contenu, publie_le, history_date, history_type,"
    " history_user_id) VALUES (1, 1, 't', 'c', now(), now(), '~', %s)"
)


def test_l_historique_s_ecrit_au_nom_de_qui_parle(distribution):
    agent, referent = distribution.agent_saj, distribution.referent
    refuse(INSERER, agent.pk, dit="au nom de qui parle")
    with au_nom_de(agent):
        refuse(INSERER, referent.pk, dit="au nom de qui parle")
        refuse(INSERER, None, dit="au nom de qui parle")


def test_l_historique_raconte_ce_qui_vient_de_s_ecrire(distribution):
    """Nobody adds a line, even in their own name, to the history of what they have not written in the same transaction."""
    with au_nom_de(distribution.agent_saj):
        refuse(INSERER, distribution.agent_saj.pk, dit="vient de s'écrire")


def test_le_journal_s_ecrit_au_nom_de_qui_parle(distribution):
    agent, referent = distribution.agent_saj, distribution.referent
    with pytest.raises(DatabaseError), transaction.atomic():
        consigner("essai", par=agent, verbe=Verbe.CONSULTATION)
    with au_nom_de(agent):
        with pytest.raises(DatabaseError), transaction.atomic():
            consigner("essai", par=referent, verbe=Verbe.CONSULTATION)
        with pytest.raises(DatabaseError), transaction.atomic():
            consigner("essai", par=None, verbe=Verbe.CONSULTATION)
        consigner("essai", agent, par=agent, verbe=Verbe.CONSULTATION)
        assert [e.objet_id for e in EntreeJournal.objects.filter(acte="essai")] == [str(agent.pk)]


def test_le_journal_ne_se_relit_que_par_qui_il_faut(distribution):
    agent = distribution.agent_saj
    with au_nom_de(agent):
        consigner("essai", par=agent, verbe=Verbe.CONSULTATION)
    lignes = EntreeJournal.objects.filter(acte="essai")
    with au_nom_de(distribution.agent_cripel):
        assert not lignes.exists()
    with au_nom_de(distribution.admin, second_facteur=True):
        assert not lignes.exists()
    with au_nom_de(distribution.dpo):
        assert not lignes.exists()  # without the second factor of this login
    with au_nom_de(distribution.dpo, second_facteur=True):
        assert lignes.exists()


def test_le_journal_ne_se_reecrit_pas_et_ne_s_antidate_pas(distribution):
    agent = distribution.agent_saj
    with au_nom_de(agent):
        entree = consigner("essai", par=agent, verbe=Verbe.CONSULTATION)
        refuse("UPDATE csil_entreejournal SET motif = 'x'")
        refuse("DELETE FROM csil_entreejournal")
        refuse(
            "INSERT INTO csil_entreejournal SELECT gen_random_uuid(), quand - interval '1 day', qui_id, verbe, acte,"
            " objet_type, objet_id, motif, destinataires FROM csil_entreejournal WHERE id = %s",
            entree.pk,
        )
    with proprietaire():
        refuse("DELETE FROM csil_entreejournal WHERE id = %s", entree.pk, dit="ne se réécrit pas")


def test_le_journal_a_ses_mois_et_ne_refuse_aucune_ligne(distribution):
    """Partitioned by month; a month that was not prepared falls into the default partition."""
    mois = executer("SELECT count(*) FROM pg_inherits WHERE inhparent = 'csil_entreejournal'::regclass")
    assert mois == [(25,)]  # two years, and the default
    with proprietaire():
        executer(
            "INSERT INTO csil_entreejournal VALUES (gen_random_uuid(), now() + interval '10 years', NULL, 'refus', 'essai',"
            " '', '', '', '{}')"
        )
        assert executer("SELECT tableoid::regclass::text FROM csil_entreejournal WHERE acte = 'essai'") == [
            ("csil_entreejournal_defaut",)
        ]
    for partition in executer(
        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'csil_entreejournal'::regclass"
    ):
        assert executer(
            "SELECT has_table_privilege('csil_app', %s, 'SELECT, INSERT, UPDATE, DELETE')", *partition
        ) == [(False,)]


def test_un_compte_ne_se_prend_pas(distribution):
    agent, referent, admin = distribution.agent_saj, distribution.referent, distribution.admin
    with au_nom_de(agent, second_facteur=True):
        refuse("UPDATE csil_utilisateur SET password = 'x' WHERE id = %s", referent.pk, dit="par sa personne")
        refuse(
            "UPDATE csil_utilisateur SET email = 'x@y.be' WHERE id = %s",
            agent.pk,
            dit="par un administrateur",
        )
        refuse(
            "UPDATE csil_utilisateur SET is_superuser = true WHERE id = %s", agent.pk, dit="superutilisateur"
        )
        refuse(
            "UPDATE csil_utilisateur SET is_active = false WHERE id = %s",
            referent.pk,
            dit="par un administrateur",
        )
    with au_nom_de(admin, second_facteur=True):
        refuse("UPDATE csil_utilisateur SET password = 'x' WHERE id = %s", referent.pk, dit="par sa personne")
        refuse(
            "UPDATE csil_utilisateur SET is_superuser = true WHERE id = %s", admin.pk, dit="superutilisateur"
        )
        assert executer("UPDATE csil_utilisateur SET is_active = false WHERE id = %s", agent.pk) == 1
    with au_nom_de(admin, second_facteur=False):
        refuse("UPDATE csil_utilisateur SET is_active = true WHERE id = %s", agent.pk)
    refuse("DELETE FROM csil_utilisateur WHERE id = %s", agent.pk, dit="permission|droit")


def test_un_groupe_ne_se_prend_pas(distribution):
    agent, admin = distribution.agent_saj, distribution.admin
    donner = (
        "INSERT INTO csil_attribution (personne_id, groupe_id, attribuee_par_id, attribuee_le, motif)"
        " SELECT %s, id, %s, now(), '' FROM auth_group WHERE name = 'Délégué à la protection des données'"
    )
    with au_nom_de(agent, second_facteur=True):
        refuse(donner, agent.pk, agent.pk, dit="par un administrateur")
        refuse("DELETE FROM csil_attribution", dit="par un administrateur")
    with au_nom_de(admin, second_facteur=True):
        refuse(donner, admin.pk, admin.pk, dit="ne se donne un groupe")
        refuse(donner, agent.pk, agent.pk, dit="au nom d'un autre")
        assert executer(donner, agent.pk, admin.pk) == 1
    refuse("UPDATE csil_profilgroupe SET sensible = false", dit="permission|droit")
    refuse("UPDATE auth_group SET name = 'x'", dit="permission|droit")


def test_un_engagement_se_signe_par_sa_personne(distribution):
    agent, referent = distribution.agent_saj, distribution.referent
    with au_nom_de(agent):
        refuse(
            "INSERT INTO csil_engagement (personne_id, texte_id, accepte_le) SELECT %s, max(id), now() FROM csil_texteengagement",
            referent.pk,
            dit="par sa personne",
        )
        refuse("DELETE FROM csil_engagement", dit="permission|droit")


def test_les_connexions_des_autres_ne_se_voient_pas(distribution):
    agent, referent = distribution.agent_saj, distribution.referent
    with au_nom_de(referent):
        Connexion.objects.create(personne=referent, session="x" * 40, appareil="Firefox")
    with au_nom_de(agent):
        assert not Connexion.objects.exists()
        assert executer("DELETE FROM csil_connexion") == 0
        refuse(
            "INSERT INTO csil_connexion (personne_id, session, debut, vue_le, appareil) VALUES (%s, 'y', now(), now(), '')",
            referent.pk,
        )
    with au_nom_de(referent):
        assert Connexion.objects.count() == 1


def test_la_tenue_d_une_fiche_ne_se_prend_pas(distribution):
    agent, referent = distribution.agent_saj, distribution.referent
    prendre = (
        "INSERT INTO partenaires_droitpartenaire (user_id, permission_id, content_object_id)"
        " SELECT %s, p.id, f.id FROM auth_permission p, partenaires_partenaire f"
        " WHERE p.codename = 'tenir_partenaire' AND f.code = 'cripel'"
    )
    with au_nom_de(agent, second_facteur=True):
        refuse(prendre, agent.pk, dit="par le Référent")
        refuse("UPDATE partenaires_appartenance SET fonction = 'x'", dit="par un administrateur")
        refuse("DELETE FROM partenaires_appartenance", dit="par un administrateur")
    with au_nom_de(referent, second_facteur=True):
        assert executer(prendre, agent.pk) == 1
