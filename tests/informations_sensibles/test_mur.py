"""The wall around the Cellule: what the database shows and lets be written, whatever the application forgot."""

import random
import time
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from csil.comptes import groupes
from csil.comptes.models import Engagement, TexteEngagement, Utilisateur
from csil.identite import au_nom_de, jeton
from csil.quarantaine.models import Quarantaine
from informations_sensibles.dossiers.models import BlocageDossier
from informations_sensibles.secteurs.models import (
    CorrespondantSecteur,
    ProcessusCommunication,
    Secteur,
    VersionProcessus,
)
from informations_sensibles.signalements.models import Blocage, SignalementContextuel
from informations_sensibles.signalements.regard import cellule as cellule_de
from informations_sensibles.signaler.models import SignalementPartenaire
from informations_sensibles.signaler.regard import signalements_partenaires
from informations_sensibles.transmissions.models import Transmission
from informations_sensibles.transmissions.regard import transmissions as transmissions_de
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models import Appartenance
from partenaires.distribution import attribuer, creer, mandater
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.circuits import ecritures as circuits
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.mur import MODELES, TABLES, compter, executer
from tests.informations_sensibles.signaler import ecritures as signaler
from tests.outils import proprietaire
from tests.partenaires.mandats.mandats import suspendre

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
