"""The wall around the Cellule: what the database shows and lets be written, whatever the application forgot."""

import random
import time
from datetime import timedelta

import psycopg2
import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from csil import groupes
from csil.identite import au_nom_de, jeton
from csil.models import Attribution, Engagement, Quarantaine, TexteEngagement, Utilisateur
from informations_sensibles.models import (
    BaseParole,
    Blocage,
    BlocageDossier,
    CorrespondantSecteur,
    Identite,
    OuverturePartenaire,
    ProcessusCommunication,
    Revelation,
    Secteur,
    SignalementContextuel,
    SignalementPartenaire,
    Transmission,
    VersionProcessus,
    VisaDpo,
)
from informations_sensibles.models.signalement_partenaire import retires
from informations_sensibles.permissions import peut_signaler
from informations_sensibles.regard import cellule as cellule_de
from informations_sensibles.regard import signalements_partenaires
from informations_sensibles.regard import transmissions as transmissions_de
from partenaires.distribution import attribuer, creer, mandater
from partenaires.models import Appartenance, Partenaire
from tests import cellule, circuits, dossiers, signaler
from tests.mandats import suspendre
from tests.outils import proprietaire

MODELES = [
    modele
    for modele in apps.get_app_config("informations_sensibles").get_models()
    if not modele.__name__.startswith("Historical")
]
HISTORIQUES = [modele.history.model for modele in MODELES]
TABLES = [modele._meta.db_table for modele in (*MODELES, *HISTORIQUES)]


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall() if curseur.description else curseur.rowcount


def refuse(sql, *parametres, dit=None):
    with pytest.raises(DatabaseError, match=dit):
        executer(sql, *parametres)


def compter(table):
    return executer(f"SELECT count(*) FROM {table}")[0][0]


@pytest.fixture
def plein(distribution):
    """A row in every table."""
    with proprietaire():
        cellule.tout(distribution)
        vides = [table for table in TABLES if not compter(table)]
    assert not vides, vides
    return distribution


# The catalogue


def sans_politique():
    """Tables of the Cellule that row-level security does not guard, or that nobody could read."""
    return executer(
        """SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'm') AND c.relname LIKE 'informations_sensibles_%%'
             AND (NOT c.relrowsecurity OR NOT EXISTS (
                  SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd IN ('r', '*')))"""
    )


def test_toute_table_de_la_cellule_a_sa_politique(db):
    assert sans_politique() == []
    connues = executer(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'informations_sensibles_%%'"
    )
    assert sorted(nom for (nom,) in connues) == sorted(TABLES)


def test_une_table_nouvelle_sans_politique_se_voit(db):
    with proprietaire():
        executer("CREATE TABLE informations_sensibles_oubliee (id int)")
        assert sans_politique() == [("informations_sensibles_oubliee",)]
        executer("ALTER TABLE informations_sensibles_oubliee ENABLE ROW LEVEL SECURITY")
        assert sans_politique() == [("informations_sensibles_oubliee",)]


def test_rien_ne_s_efface_que_les_etapes_d_un_brouillon(db):
    effacables = [
        table
        for table in TABLES
        if executer("SELECT has_table_privilege('csil_app', %s, 'DELETE')", table) == [(True,)]
    ]
    assert sorted(effacables) == [
        "informations_sensibles_droitdossier",
        "informations_sensibles_etapecircuit",
        "informations_sensibles_etapeprocessus",
    ]
    for table in TABLES:
        assert executer("SELECT has_table_privilege('csil_app', %s, 'TRUNCATE')", table) == [(False,)], table


# Nobody said


@pytest.mark.parametrize("parole", ["personne", "visiteur", "forge", "perime", "d une autre connexion"])
def test_sans_nom_valable_aucune_ligne(parole, plein):
    """Fail closed: no token, the visitor's, a forged one, an old one, one of another connection."""
    pid = connection.connection.info.backend_pid
    referent = plein.referent.pk
    jetons = {
        "personne": "",
        "visiteur": jeton(0, True, pid),
        "forge": jeton(plein.agent_saj.pk, True, pid).replace(f"{plein.agent_saj.pk}.", f"{referent}.", 1),
        "perime": _jeton_d_hier(referent, pid),
        "d une autre connexion": jeton(referent, True, pid + 1),
    }
    executer("SELECT set_config('csil.jeton', %s, true)", jetons[parole])
    with connection.cursor() as curseur:
        curseur.execute("SELECT set_config('csil.jeton', %s, true)", [jetons[parole]])
        for table in TABLES:
            curseur.execute(f"SELECT count(*) FROM {table}")
            assert curseur.fetchone() == (0,), table


def _jeton_d_hier(pk, pid):
    vrai, time.time_ns = time.time_ns, lambda: vrai() - 60 * 10**9
    try:
        return jeton(pk, True, pid)
    finally:
        time.time_ns = vrai


@pytest.mark.parametrize("login", ["referent", "bourgmestre", "membre_cellule", "contact_tec"])
def test_sans_second_facteur_aucune_ligne(login, plein):
    with au_nom_de(getattr(plein, login), second_facteur=False):
        assert [table for table in TABLES if compter(table)] == []


@pytest.mark.parametrize("login", ["agent_cripel"])
def test_les_autres_groupes_n_ont_aucune_ligne(login, plein):
    with au_nom_de(getattr(plein, login), second_facteur=True):
        assert [table for table in TABLES if compter(table)] == []


def remplies() -> dict[str, int]:
    """The tables that show a row to who speaks, and how many."""
    comptes = {table.removeprefix("informations_sensibles_"): compter(table) for table in TABLES}
    return {nom: nombre for nom, nombre in comptes.items() if nombre}


def test_la_deleguee_a_la_protection_des_donnees_n_a_que_le_visa(plein):
    with au_nom_de(plein.dpo, second_facteur=True):
        assert remplies() == {"visadpo": 1, "historicalvisadpo": 1}


def test_l_agent_d_un_partenaire_ouvert_n_a_que_les_siens(plein):
    """Its own reports, withdrawn ones too, and the answer; neither the visa nor the opening that let it in."""
    with au_nom_de(plein.agent_saj, second_facteur=True):
        comptes = remplies()
        assert comptes.pop("baseparole") and comptes == {
            "signalementpartenaire": 4,
            "reponsesignalementpartenaire": 1,
        }
        assert {s.signalant for s in SignalementPartenaire.objects.all()} == {plein.agent_saj}


def test_un_administrateur_n_a_que_les_tables_de_reference(plein):
    admin = plein.admin
    with proprietaire():
        admin.is_superuser = True
        admin.save()
    with au_nom_de(admin, second_facteur=True):
        assert sorted(table for table in TABLES if compter(table)) == [
            "informations_sensibles_baselegale",
            "informations_sensibles_baseparole",
            "informations_sensibles_categoriedonnee",
            "informations_sensibles_finalite",
            "informations_sensibles_historicalbaselegale",
            "informations_sensibles_historicalbaseparole",
            "informations_sensibles_historicalcategoriedonnee",
            "informations_sensibles_historicalfinalite",
            "informations_sensibles_historicalreponsetype",
            "informations_sensibles_historicalsecteur",
            "informations_sensibles_reponsetype",
            "informations_sensibles_secteur",
        ]
        assert not SignalementContextuel.objects.visible_to(admin).exists()


def test_un_point_de_contact_n_a_que_son_secteur(plein):
    """Its process as it is or was in force, its police contact point, its own reports and their answers."""
    contact = plein.contact_tec
    with au_nom_de(contact, second_facteur=True):
        assert [s.code for s in Secteur.objects.all()] == ["tec"]
        assert {(v.processus.secteur.code, v.etat) for v in VersionProcessus.objects.all()} == {
            ("tec", "remplacee"),
            ("tec", "en_vigueur"),
        }
        assert {s.signalant for s in SignalementContextuel.objects.all()} == {contact}
        assert remplies() == {
            "secteur": 1,
            "correspondantsecteur": 1,
            "pointdecontact": 1,
            "processuscommunication": 1,
            "versionprocessus": 2,
            "etapeprocessus": 2,
            "signalementcontextuel": 2,
            "reponsesignalement": 1,
        }


def test_le_contact_tfl_n_a_que_ce_qui_lui_est_parti(plein):
    """The transmissions released to it, their copies and returns: no information, no dossier, no condition of the check."""
    contact = plein.contact_tfl
    with au_nom_de(contact, second_facteur=True):
        assert {t.etat for t in Transmission.objects.all()} == {"liberee", "accusee", "retour_recu"}
        assert {t.destinataire for t in Transmission.objects.all()} == {contact}
        comptes = {table.removeprefix("informations_sensibles_"): compter(table) for table in TABLES}
        assert {nom: nombre for nom, nombre in comptes.items() if nombre} == {
            "finalite": 2,
            "baselegale": 3,
            "transmission": 3,
            "copiefigee": 3,
            "historicalcopiefigee": 3,
            "retourtransmission": 1,
            "historicalretourtransmission": 1,
        }


# The wall and the filter agree


def test_le_mur_et_le_filtre_disent_la_meme_chose(plein):
    """For every person and every table, on generated data: what Python would show is what the database shows."""
    with proprietaire():
        gens = _population(plein)
        _donnees(gens, random.Random(20261124))
        dossiers.au_hasard(gens, random.Random(20261125))
        circuits.au_hasard(plein, random.Random(20261126))
    fautes, vues = [], 0
    for personne in Utilisateur.objects.all():
        for modele in MODELES:
            with proprietaire():
                regle = modele.objects.all()
                qui = Utilisateur.objects.get(pk=personne.pk)
                lisibles = getattr(regle, "lisibles_par", None) or getattr(
                    regle, "nommables_par", regle.visible_to
                )
                attendues = set(lisibles(qui).values_list("pk", flat=True))
                promises = set(regle.visible_to(qui).values_list("pk", flat=True))
            with au_nom_de(personne, second_facteur=True):
                montrees = set(modele.objects.values_list("pk", flat=True))
                filtrees = set(modele.objects.visible_to(qui).values_list("pk", flat=True))
            if groupes.ADMINISTRATEURS in qui.groupes and modele._meta.model_name in (
                "baselegale",
                "categoriedonnee",
                "finalite",
                "reponsetype",
                "baseparole",
                "secteur",
            ):
                continue  # the reference tables of the admin, which is not a page of the Cellule
            vues += len(montrees)
            if montrees != attendues or filtrees != promises or not promises <= montrees:
                fautes.append(
                    f"{personne} {modele.__name__}: {len(attendues)} dues, {len(montrees)} montrées"
                )
    assert not fautes, "\n".join(fautes)
    assert vues > 1500


def test_l_historique_se_lit_comme_ce_qu_il_raconte(plein):
    """A member reads the history of what they read; who reports from outside not even that of their own reports."""
    for personne in plein:
        for modele in MODELES:
            with au_nom_de(personne, second_facteur=True):
                lus = set(modele.objects.values_list("pk", flat=True))
                racontes = set(modele.history.values_list("id", flat=True))
            if personne in (plein.contact_tec, plein.agent_saj):
                assert not racontes, modele
            elif (
                personne == plein.contact_tfl
            ):  # of a transmission what it did itself; of the tables of the admin nothing
                assert racontes <= lus, modele
            elif modele not in (Blocage, BlocageDossier):
                assert racontes == lus or personne == plein.admin, (personne, modele)


def test_que_verrait_cette_personne_dit_vrai(plein):
    """Asked by the data protection officer, who sees none of it: as many as the person's own filter shows, person by person."""
    with proprietaire():
        _donnees(_population(plein), random.Random(5))
        dossiers.au_hasard(list(plein), random.Random(6))
        for blocage in Blocage.objects.filter(
            personne=plein.dpo, leve_le=None
        ):  # what is closed to who asks is not named
            blocage.leve_par, blocage.leve_le = plein.bourgmestre, timezone.now()
            blocage.save()
        nommables = Transmission.objects.non_fermees_a(plein.dpo)
    modeles = {
        "Secteurs de la Cellule": Secteur,
        "Processus de communication": ProcessusCommunication,
        "Signalements contextuels": SignalementContextuel,
        "Signalements de partenaires": SignalementPartenaire,
    }
    vus = transmissions = 0
    for personne in Utilisateur.objects.all():
        with proprietaire():
            qui = Utilisateur.objects.get(pk=personne.pk)
            dus = {nom: modele.objects.visible_to(qui).count() for nom, modele in modeles.items()}
            siennes = Transmission.objects.visible_to(qui)
            dus["Transmissions avec la TFL"] = siennes.filter(pk__in=nommables.values("pk")).count()
        with au_nom_de(plein.dpo, second_facteur=True):
            sources = (cellule_de, signalements_partenaires, transmissions_de)
            dits = {r.genre: r.nombre for source in sources for r in source(personne)}
        assert dits == dus, personne
        vus += sum(dits.values())
        transmissions += dits["Transmissions avec la TFL"]
    assert vus > 300 and transmissions > 20
    with au_nom_de(plein.agent_saj, second_facteur=True):
        assert {r.nombre for source in sources for r in source(plein.referent)} == {0}


def test_qui_demande_n_apprend_pas_ce_qui_lui_est_ferme(plein):
    with proprietaire():
        fait = cellule.signalement(plein.referent)
        cellule.bloquer(plein.bourgmestre, fait, plein.chef_de_corps)
    for qui, sait in ((plein.bourgmestre, False), (plein.chef_de_corps, True)):
        with au_nom_de(qui, second_facteur=True):
            references = {r for regard in cellule_de(plein.referent) for r in regard.references}
            assert (fait.reference in references) is sait


def _population(plein):
    """The cast, and people whom one condition of the gate fails."""
    admin, bourgmestre = plein.admin, plein.bourgmestre

    def membre(login, groupe=groupes.CELLULE, confirme=True, groupe_donne=True, engagement=True, **dates):
        personne = creer(login, login, engagement=engagement)
        if groupe_donne:
            attribuer(personne, groupe)
        mandater(personne, groupe, demande_par=admin, confirme_par=bourgmestre if confirme else None, **dates)
        return personne

    maintenant = timezone.now()
    gens = [
        *plein,
        membre("second-membre"),
        membre("second-referent", groupes.REFERENT),
        membre("mandat-echu", debut=maintenant - timedelta(days=60), fin=maintenant - timedelta(days=1)),
        membre("mandat-a-venir", debut=maintenant + timedelta(days=1)),
        membre("mandat-en-attente", confirme=False),
        membre("sans-groupe", groupe_donne=False),
        membre("sans-engagement", engagement=False),
        creer("sans-rien", "sans rien"),
    ]
    suspendue = membre("mandat-suspendu")
    suspendre(suspendue.mandats.get())
    gens.append(suspendue)
    ferme = membre("compte-ferme")
    ferme.is_active = False
    ferme.save()
    for login, engagement in (
        ("contact-ecoles", True),
        ("contact-fini", True),
        ("contact-sans-engagement", False),
    ):
        gens.append(creer(login, login, engagement=engagement))
        attribuer(gens[-1], groupes.POINTS_DE_CONTACT)
    gens.append(creer("contact-sans-groupe", "contact sans groupe"))
    ecoles = cellule.secteur("ecoles")
    for personne in gens[-4:]:
        cellule.correspondre(personne, ecoles)
    fini = CorrespondantSecteur.objects.get(personne__email__startswith="contact-fini")
    fini.fin = maintenant - timedelta(minutes=1)
    fini.save()
    return [*gens, ferme, *_des_partenaires()]


def _des_partenaires():
    """People of the SAJ, of another partner that is open too, and those whom one condition fails."""
    hier = timezone.localdate() - timedelta(days=1)
    gens = []
    for login, code, engagement, champs in (
        ("saj-second", "saj", True, {}),
        ("saj-parti", "saj", True, {"debut": hier, "fin": hier}),
        ("saj-a-venir", "saj", True, {"debut": hier + timedelta(days=2)}),
        ("saj-sans-engagement", "saj", False, {}),
        ("cripel-ferme", "cripel", True, {}),
        ("police-agent", "police-locale-liege", True, {}),
    ):
        gens.append(creer(login, login, engagement=engagement))
        partenaire = Partenaire.objects.get(code=code)
        Appartenance.objects.create(personne=gens[-1], partenaire=partenaire, **champs)
    return gens


def _signalements_de_partenaires(gens, hasard):
    """From everybody, for every partner, in every state; the police are open, the CRIPEL was."""
    signaler.ouvrir_a(gens[0], "police-locale-liege")
    signaler.ouvrir_a(
        gens[0], "cripel", fermee_par=gens[0], fermee_le=timezone.now(), motif_fermeture="Fini."
    )
    for rang in range(60):
        code = hasard.choice(["saj", "cripel", "police-locale-liege"])
        siens = Appartenance.objects.filter(partenaire__code=code).select_related("personne")
        auteur = hasard.choice([lien.personne for lien in siens] if rang % 4 else gens)
        fait = signaler.signalement(auteur, code)
        match rang % 5:
            case 0:
                signaler.retirer(fait)
            case 1:
                signaler.reprendre(fait, hasard.choice(gens))
            case 2:
                signaler.clore(fait, hasard.choice(gens))
        if rang % 5 != 1 and rang % 3:
            dite = dossiers.identite(auteur, signalement_partenaire=fait)
            for personne in {auteur, hasard.choice(gens), hasard.choice(list(_examinateurs(gens)))}:
                dossiers.reveler(dite, personne)
        if rang % 9 == 4:
            Quarantaine.objects.create(
                objet_type=fait._meta.label_lower, objet_id=str(fait.pk), regle="doute", par=gens[0]
            )


def _examinateurs(gens):
    """The Référent, the Bourgmestre and the Chef de Corps of the cast."""
    return (p for p in gens if p.email.partition("@")[0] in ("referent", "bourgmestre", "chef-de-corps"))


def _donnees(gens, hasard):
    _signalements_de_partenaires(gens, hasard)
    lieux = list(Secteur.objects.all())
    for rang in range(40):
        fait = cellule.signalement(hasard.choice(gens), hasard.choice(lieux))
        if rang % 3 == 0:
            cellule.traiter(fait, hasard.choice(gens))
        elif rang % 3 == 1:
            cellule.clore(fait, hasard.choice(gens))
        for personne in hasard.sample(gens, 2):
            cellule.bloquer(personne, fait, hasard.choice(gens))
        if rang % 8 == 5:
            Quarantaine.objects.create(
                objet_type=fait._meta.label_lower, objet_id=str(fait.pk), regle="doute", par=gens[0]
            )
    for rang, blocage in enumerate(Blocage.objects.all()):
        if rang % 4 == 0:
            autres = [p for p in gens if p != blocage.personne]
            blocage.leve_par, blocage.leve_le = hasard.choice(autres), timezone.now()
            blocage.save()
    for lieu in lieux:
        for rang in range(4):
            suivi = cellule.processus(lieu, f"Processus {rang}")
            for numero, etat in enumerate(
                hasard.sample(["remplacee", "en_vigueur", "retiree", "soumise"], 3), 1
            ):
                cellule.version(suivi, numero, etat, approuvee_par=None if etat == "soumise" else gens[0])


# The gate, one condition after the other


def test_la_porte_se_referme_a_l_instant(plein):
    """Group, mandate, undertaking: what stops holding closes at the next statement."""
    membre, contact = plein.membre_cellule, plein.contact_tec

    def voit(personne):
        with au_nom_de(personne, second_facteur=True):
            return SignalementContextuel.objects.exists()

    assert voit(membre) and voit(contact)
    with proprietaire():
        TexteEngagement.objects.create(version=2, titre="Nouvel engagement", contenu="…")
    assert not voit(membre) and not voit(contact)
    with proprietaire():
        for personne in (membre, contact):
            Engagement.objects.create(personne=personne, texte=TexteEngagement.objects.get(version=2))
    assert voit(membre) and voit(contact)
    with proprietaire():
        mandat = membre.mandats.get()
        mandat.fin = timezone.now()
        mandat.save()
        lien = CorrespondantSecteur.objects.get(personne=contact)
        lien.fin = timezone.now()
        lien.save()
    assert not voit(membre) and not voit(contact)


def test_un_blocage_passe_avant_tout(plein):
    """Even for the Bourgmestre, whom everything else opens; the other authorities still read it."""
    fait = SignalementContextuel.objects.none()
    with proprietaire():
        fait = cellule.signalement(plein.contact_tec)
        cellule.clore(fait, plein.referent)
        cellule.bloquer(plein.bourgmestre, fait, plein.chef_de_corps)
    for personne, voit in ((plein.bourgmestre, 0), (plein.chef_de_corps, 1), (plein.contact_tec, 1)):
        with au_nom_de(personne, second_facteur=True):
            assert SignalementContextuel.objects.filter(pk=fait.pk).count() == voit
            assert executer(
                "SELECT count(*) FROM informations_sensibles_reponsesignalement WHERE signalement_id = %s",
                fait.pk,
            ) == [(voit,)]
    with au_nom_de(plein.bourgmestre, second_facteur=True):
        for table in ("traitementsignalement", "historicaltraitementsignalement"):
            ligne = "id" if "historical" not in table else "history_id"
            assert executer(
                f"SELECT count({ligne}) FROM informations_sensibles_{table} WHERE signalement_id = %s",
                fait.pk,
            ) == [(0,)]
        for personne in (plein.bourgmestre, plein.chef_de_corps):  # who is kept away does not see by what
            assert executer(LEVER, personne.pk, fait.pk) == 0


LEVER = (
    "UPDATE informations_sensibles_blocage SET leve_le = now(), leve_par_id = %s WHERE signalement_id = %s"
)


# SQL by hand, as csil_app


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
        " current_date FROM informations_sensibles_secteur s, csil_utilisateur u"
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
        " SELECT gen_random_uuid(), 'SP-XXXX-XX', p.id, csil_moi(), 'x', current_date, 'fait', 'non', '', b.id, 'TLP:RED',"
        " 'aucun', 'recu', now(), current_date FROM partenaires_partenaire p, informations_sensibles_baseparole b"
        " WHERE p.code = 'cripel'"
    ),
    "give a visa": (
        "INSERT INTO informations_sensibles_visadpo (id, texte, donne_par_id, donne_le, motif_retrait)"
        " VALUES (gen_random_uuid(), 'x', csil_moi(), now(), '')"
    ),
    "open a partner": (
        "INSERT INTO informations_sensibles_ouverturepartenaire (id, partenaire_id, decision_du, motif, motif_commune,"
        " ouverte_par_id, ouverte_le, motif_fermeture) SELECT gen_random_uuid(), id, current_date, 'x', '', csil_moi(),"
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
