"""The wall attacked by hand: SQL that csil_app is given, in the name of people who may not."""

from datetime import timedelta

import psycopg2
import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from csil.comptes import groupes
from csil.comptes.models import Attribution, TexteEngagement, Utilisateur
from csil.identite import au_nom_de, jeton
from informations_sensibles.commun.permissions import peut_signaler
from informations_sensibles.dossiers.models import Identite, Revelation
from informations_sensibles.signaler.models import (
    BaseParole,
    OuverturePartenaire,
    SignalementPartenaire,
    VisaDpo,
    retires,
)
from partenaires.appartenances.models import Appartenance
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.mur import executer, refuse
from tests.informations_sensibles.signaler import ecritures as signaler
from tests.outils import proprietaire


@pytest.mark.parametrize(
    "sql",
    [
        "TABLE csil_cle",
        "COPY csil_cle TO STDOUT",
        "SELECT 1 / count(*) FROM pg_stats WHERE tablename = 'csil_cle'",
        "ALTER TABLE informations_sensibles_signalementcontextuel DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE informations_sensibles_signalementcontextuel NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE informations_sensibles_blocage DISABLE TRIGGER garde",
        "DROP POLICY lire ON informations_sensibles_signalementcontextuel",
        "CREATE POLICY tout ON informations_sensibles_signalementcontextuel USING (true)",
        "CREATE OR REPLACE FUNCTION csil_membre() RETURNS bigint LANGUAGE sql AS 'SELECT 1::bigint'",
        "SET session_replication_role = replica",
        "SET row_security = off; SELECT count(*) FROM informations_sensibles_signalementcontextuel",
        "TRUNCATE informations_sensibles_historicalsignalementcontextuel",
        "DELETE FROM informations_sensibles_historicalsignalementcontextuel",
        "UPDATE informations_sensibles_historicalsignalementcontextuel SET quoi = 'x'",
        "DELETE FROM informations_sensibles_signalementcontextuel",
        "DELETE FROM informations_sensibles_blocage",
        "DELETE FROM informations_sensibles_correspondantsecteur",
    ],
)
@pytest.mark.parametrize("login", ["agent_saj", "bourgmestre"])
def test_le_mur_ne_se_demonte_pas(login, sql, plein):
    with au_nom_de(getattr(plein, login), second_facteur=True):
        refuse(sql)


@pytest.fixture
def app():
    """A connection that logged in as csil_app for good, as in production: nothing to go back to."""
    reglages = {**connection.get_connection_params()}
    reglages.pop("cursor_factory", None)
    reglages.pop("context", None)
    reglages.pop("options", None)
    connexion = psycopg2.connect(**{**reglages, "user": "csil_app"})
    connexion.autocommit = True
    yield connexion
    connexion.close()


@pytest.mark.parametrize("role", ["csil_owner", "postgres", "pg_read_all_data"])
def test_csil_app_ne_prend_aucun_autre_role(role, db, app):
    with app.cursor() as curseur:
        for sql in (f"SET ROLE {role}", f"SET SESSION AUTHORIZATION {role}", f"GRANT {role} TO csil_app"):
            with pytest.raises(psycopg2.Error):
                curseur.execute(sql)
        for sql in ("RESET ROLE", "RESET SESSION AUTHORIZATION", "SET ROLE NONE"):
            curseur.execute(sql)
            curseur.execute("SELECT current_user")
            assert curseur.fetchone() == ("csil_app",)


def test_une_identite_d_une_connexion_ne_sert_pas_a_une_autre(distribution, app):
    """The very token of a person, given to another connection of the same role."""
    sien = jeton(distribution.referent.pk, True, connection.connection.info.backend_pid)
    with app.cursor() as curseur:
        curseur.execute("SELECT set_config('csil.jeton', %s, true), csil_moi()", [sien])
        assert curseur.fetchone()[1] is None
        ici = jeton(distribution.referent.pk, True, app.info.backend_pid)
        curseur.execute("BEGIN")
        curseur.execute("SELECT set_config('csil.jeton', %s, true)", [ici])
        curseur.execute("SELECT csil_moi()")
        assert curseur.fetchone() == (distribution.referent.pk,)
        curseur.execute("ROLLBACK")


ECRIRE = {
    "report in another's name": (
        "INSERT INTO informations_sensibles_signalementcontextuel (id, reference, secteur_id, signalant_id, quoi, lieu,"
        " observe_le, nature, tlp, marquage_origine, etat, recu_le, echeance)"
        " SELECT gen_random_uuid(), 'SC-XXXX-XX', s.id, u.id, 'x', '', now(), 'fait', 'TLP:RED', 'aucun', 'recu', now(),"
        " csil_aujourd_hui() FROM informations_sensibles_secteur s, csil_utilisateur u"
        " WHERE s.code = 'tec' AND u.email = 'officier-information@csil.example'"
    ),
    "history in another's name": (
        "INSERT INTO informations_sensibles_historicalsecteur (id, nom, code, history_date, history_type,"
        " history_user_id) SELECT 1, 'x', 'x', now(), '~', id FROM csil_utilisateur WHERE email = 'dpo@csil.example'"
    ),
    "rewrite a report": "UPDATE informations_sensibles_signalementcontextuel SET quoi = 'x'",
    "close it without an outcome": "UPDATE informations_sensibles_signalementcontextuel SET etat = 'clos'",
    "answer anew": "UPDATE informations_sensibles_reponsesignalement SET phrase = 'x'",
    "another outcome": "UPDATE informations_sensibles_traitementsignalement SET issue = 'doublon' WHERE clos_le IS NOT NULL",
    "evaluate without being the Officier": (
        "UPDATE informations_sensibles_traitementsignalement SET evaluation_source = 'A', evalue_par_id = NULL"
    ),
    "rewrite a version": "UPDATE informations_sensibles_versionprocessus SET note = 'x' WHERE etat = 'en_vigueur'",
    "rewrite a step in force": "UPDATE informations_sensibles_etapeprocessus SET quoi = 'x'",
    "take a step out of a version in force": "DELETE FROM informations_sensibles_etapeprocessus",
    "bring a former version back": (
        "UPDATE informations_sensibles_versionprocessus SET etat = 'brouillon' WHERE etat = 'remplacee'"
    ),
    "give oneself a sector": (
        "INSERT INTO informations_sensibles_correspondantsecteur (id, version, secteur_id, personne_id, fonction, debut)"
        " SELECT gen_random_uuid(), 1, s.id, csil_moi(), 'x', now() FROM informations_sensibles_secteur s LIMIT 1"
    ),
    "keep somebody away in another's name": (
        "INSERT INTO informations_sensibles_blocage (id, personne_id, signalement_id, motif, par_id, le)"
        " SELECT gen_random_uuid(), u.id, s.id, 'x', u.id, now() FROM csil_utilisateur u,"
        " informations_sensibles_signalementcontextuel s WHERE u.email = 'dpo@csil.example' LIMIT 1"
    ),
    "rewrite a circuit in force": "UPDATE informations_sensibles_versioncircuit SET note = 'x' WHERE etat = 'en_vigueur'",
    "rewrite its steps": "UPDATE informations_sensibles_etapecircuit SET role = 'Bourgmestre' WHERE acte = 'valider'",
    "take its steps out": (
        "DELETE FROM informations_sensibles_etapecircuit WHERE version_circuit_id IN"
        " (SELECT id FROM informations_sensibles_versioncircuit WHERE etat = 'en_vigueur')"
    ),
    "another pair for a circuit": "UPDATE informations_sensibles_circuit SET source = 'autre'",
    "a circuit in force without two approvals": (
        "UPDATE informations_sensibles_versioncircuit SET etat = 'en_vigueur', valable_du = now() WHERE etat = 'soumise'"
    ),
    "a circuit approved in another's name": (
        "UPDATE informations_sensibles_versioncircuit SET approuvee_chef_le = now(), approuvee_chef_par_id ="
        " (SELECT id FROM csil_utilisateur WHERE email = 'chef-de-corps@csil.example') WHERE etat = 'soumise'"
    ),
    "a starting circuit": (
        "INSERT INTO informations_sensibles_versioncircuit (id, version, numero, etat, note, redigee_le, redigee_par_id,"
        " decision, circuit_id, permet_transmission, permet_agenda, permet_cercle, a_valider)"
        " SELECT gen_random_uuid(), 1, 9, 'brouillon', '', now(), csil_moi(), '', c.id, true, true, true, true"
        " FROM informations_sensibles_circuit c LIMIT 1"
    ),
    "add a sector": "INSERT INTO informations_sensibles_secteur (nom, code) VALUES ('x', 'x')",
}


@pytest.mark.parametrize("essai", ECRIRE)
@pytest.mark.parametrize("login", ["referent", "contact_tec"])
def test_ce_que_personne_n_ecrit_a_la_main(login, essai, plein):
    """Refused with an error, or without a single row that the statement could touch."""
    with au_nom_de(getattr(plein, login), second_facteur=True):
        try:
            touchees = executer(ECRIRE[essai])
        except DatabaseError:
            return
        assert touchees == 0 and login == "contact_tec", f"{touchees} lignes écrites"


def test_une_version_ne_s_approuve_pas_par_qui_l_a_ecrite(plein):
    """By hand too: not by whoever drafted it, not in another's name, not by a member who is no authority."""
    approuver = (
        "UPDATE informations_sensibles_versionprocessus SET etat = 'en_vigueur', approuvee_par_id = %s,"
        " valable_du = now(), version = version + 1 WHERE etat = 'soumise'"
        " AND processus_id IN (SELECT processus_id FROM informations_sensibles_versionprocessus GROUP BY 1 HAVING count(*) = 1)"
    )
    with proprietaire():
        cellule.version(cellule.processus(titre="Seul"), 1, "soumise", redigee_par=plein.referent)
    for personne in (plein.referent, plein.membre_cellule, plein.officier_information):
        with au_nom_de(personne, second_facteur=True):
            refuse(approuver, personne.pk)
            refuse(approuver, plein.bourgmestre.pk)
    with au_nom_de(plein.bourgmestre, second_facteur=True):
        assert executer(approuver, plein.bourgmestre.pk) == 1


def test_ce_qui_ouvre_les_partenaires_se_ferme_a_l_instant(plein):
    """Membership, opening, undertaking, visa, second factor: each missing one shuts the reports, and the door's question."""
    agent = plein.agent_saj

    def voit(second_facteur=True):
        with au_nom_de(agent, second_facteur=second_facteur):
            qui = Utilisateur.objects.get(pk=agent.pk)
            return SignalementPartenaire.objects.exists(), peut_signaler(qui)

    assert voit() == (True, True) and voit(second_facteur=False) == (False, True)
    for modele, cle, champs in (
        (Appartenance, {"personne": agent}, {"fin": timezone.localdate() - timedelta(days=1)}),
        (
            OuverturePartenaire,
            {},
            {"fermee_le": timezone.now(), "fermee_par": plein.bourgmestre, "motif_fermeture": "Fini."},
        ),
        (VisaDpo, {}, {"retire_le": timezone.now(), "retire_par": plein.dpo, "motif_retrait": "Fini."}),
    ):
        with proprietaire():
            avant, objet = (modele.objects.get(**cle) for _ in range(2))
            if modele is Appartenance:
                objet.debut = objet.debut - timedelta(days=9)
            for nom, valeur in champs.items():
                setattr(objet, nom, valeur)
            objet.save()
        assert voit() == (False, False), modele
        with proprietaire():
            avant.save()
        assert voit() == (True, True), modele
    with proprietaire():
        TexteEngagement.objects.create(version=2, titre="Nouvel engagement", contenu="…")
    assert voit() == (False, True)


DU_PARTENAIRE = {
    "report for a partner that is not one's own": (
        "INSERT INTO informations_sensibles_signalementpartenaire (id, reference, partenaire_id, signalant_id, texte, date_fait,"
        " nature, mineur, interet_enfant, base_id, tlp, marquage_origine, etat, recu_le, echeance)"
        " SELECT gen_random_uuid(), 'SP-XXXX-XX', p.id, csil_moi(), 'x', csil_aujourd_hui(), 'fait', 'non', '', b.id, 'TLP:RED',"
        " 'aucun', 'recu', now(), csil_aujourd_hui() FROM partenaires_partenaire p, informations_sensibles_baseparole b"
        " WHERE p.code = 'cripel'"
    ),
    "give a visa": (
        "INSERT INTO informations_sensibles_visadpo (id, texte, donne_par_id, donne_le, motif_retrait)"
        " VALUES (gen_random_uuid(), 'x', csil_moi(), now(), '')"
    ),
    "open a partner": (
        "INSERT INTO informations_sensibles_ouverturepartenaire (id, partenaire_id, decision_du, motif, motif_commune,"
        " ouverte_par_id, ouverte_le, motif_fermeture) SELECT gen_random_uuid(), id, csil_aujourd_hui(), 'x', '', csil_moi(),"
        " now(), '' FROM partenaires_partenaire WHERE code = 'cripel'"
    ),
    "rewrite a report": "UPDATE informations_sensibles_signalementpartenaire SET texte = 'x'",
    "bring a withdrawn one back": (
        "UPDATE informations_sensibles_signalementpartenaire SET etat = 'recu', retire_le = NULL WHERE etat = 'retire'"
    ),
    "withdraw one that was taken up": (
        "UPDATE informations_sensibles_signalementpartenaire SET etat = 'retire', retire_le = now() WHERE etat = 'repris'"
    ),
    "close without an outcome": "UPDATE informations_sensibles_signalementpartenaire SET etat = 'clos' WHERE etat = 'recu'",
    "answer anew": "UPDATE informations_sensibles_reponsesignalementpartenaire SET phrase = 'x'",
    "another outcome": "UPDATE informations_sensibles_suitesignalement SET issue = 'doublon' WHERE clos_le IS NOT NULL",
    "delete one": "DELETE FROM informations_sensibles_signalementpartenaire",
}


@pytest.mark.parametrize("essai", DU_PARTENAIRE)
@pytest.mark.parametrize("login", ["referent", "agent_saj", "agent_cripel", "chef_de_corps"])
def test_ce_que_personne_n_ecrit_a_la_main_des_partenaires(login, essai, plein):
    with au_nom_de(getattr(plein, login), second_facteur=True):
        try:
            touchees = executer(DU_PARTENAIRE[essai])
        except DatabaseError:
            return
        assert touchees == 0, f"{touchees} lignes écrites"


def test_ce_qui_est_retire_ne_se_lit_plus_dans_son_passe_non_plus(plein, parler):
    """The history of a withdrawn report held its words: it closes with it; the Référent hears that there was one."""
    agent = Utilisateur.objects.get(pk=plein.agent_saj.pk)
    with parler(agent):
        fait = SignalementPartenaire.signaler(
            par=agent,
            texte="Des mots que je reprends.",
            date_fait=timezone.localdate(),
            nature="fait",
            mineur="non",
            base=BaseParole.objects.first(),
        )
    passe = SignalementPartenaire.history.model
    with au_nom_de(plein.referent, second_facteur=True):
        assert passe.objects.filter(id=fait.pk).count() == 1
    with parler(agent):
        fait.retirer(par=agent)
        assert passe.objects.filter(id=fait.pk).count() == 2
    with au_nom_de(plein.referent, second_facteur=True):
        assert not passe.objects.filter(id=fait.pk).exists()
        assert fait.reference in {retire.reference for retire in retires()}
    for login in ("bourgmestre", "agent_saj", "membre_cellule", "dpo"):
        with au_nom_de(getattr(plein, login), second_facteur=True):
            assert retires() == []


def test_qui_signale_n_ecrit_l_identite_que_de_son_signalement(plein, parler):
    """By hand too: of their own report, while it is received; they rewrite none, and attach none anywhere else."""
    agent = Utilisateur.objects.get(pk=plein.agent_saj.pk)
    with proprietaire():
        sien, pris = signaler.signalement(agent), signaler.signalement(agent)
        autre = signaler.signalement(plein.agent_cripel, "cripel")
        information = signaler.reprendre(pris, plein.referent).information
    for parent in (
        {"signalement_partenaire": autre},
        {"signalement_partenaire": pris},
        {"information": information},
    ):
        with parler(agent), pytest.raises(DatabaseError), transaction.atomic():
            dite = Identite(saisie_par=agent, nom="Inventée", **parent)
            Revelation(identite_id=dite.pk, par=agent, motif="Saisie").save(force_insert=True)
            dite.save(force_insert=True)
    with parler(agent):
        Identite.saisir(par=agent, nom="Inventée", signalement_partenaire=sien)
        assert executer("UPDATE informations_sensibles_identite SET nom = 'x'") == 0
        assert Identite.objects.visible_to(agent).get().nom == "Inventée"
    with parler(plein.referent):
        assert not Identite.objects.filter(signalement_partenaire=sien).exists()


def test_une_porte_ne_s_ouvre_pas_en_ecrivant_ailleurs(plein):
    """The tables that open the wall, by hand, as somebody of the Concertation."""
    agent = plein.agent_saj
    with au_nom_de(agent, second_facteur=True):
        refuse(
            "INSERT INTO csil_attribution (personne_id, groupe_id, attribuee_par_id, attribuee_le, motif)"
            " SELECT %s, id, %s, now(), '' FROM auth_group WHERE name = 'Points de contact sectoriels'",
            agent.pk,
            agent.pk,
        )
        refuse(
            "INSERT INTO informations_sensibles_correspondantsecteur (id, version, secteur_id, personne_id, fonction, debut)"
            " VALUES (gen_random_uuid(), 1, 1, %s, 'x', now())",
            agent.pk,
        )
        assert not Attribution.objects.filter(personne=agent, groupe__name=groupes.POINTS_DE_CONTACT).exists()
