"""The worker: sends, looks at deadlines, stops at once, and outlives what fails around it."""

import signal
import subprocess
import sys
import threading
from contextlib import closing

import psycopg2
import pytest
from django.conf import settings
from django.core import mail
from django.db import connection, connections

from csil.courrier import poster
from csil.courrier.models import Envoi, EtatEnvoi
from csil.declarations import Declaration, declarer
from csil.declarations import nom as registre
from csil.identite import au_nom_de, au_nom_de_l_horloge
from csil.travailleur.boucle import Travailleur
from csil.travailleur.echeances import executer_echeances
from tests.csil.courrier.serveur_courrier import Boite, port_libre, serveur_de_courrier
from tests.outils import attendre, environnement_de_la_base


@pytest.fixture(autouse=True)
def sans_echeance(monkeypatch):
    """The nouns’ own are told by their own tests."""
    monkeypatch.setattr(registre, "_declarations", {})


def enregistrer_echeance(titre, fonction):
    declarer(Declaration(nom=titre, modeles=(), quarantaine={}, taches=(), echeances={titre: fonction}))


# Deadlines


def test_une_echeance_qui_echoue_n_arrete_pas_les_autres(distribution, caplog):
    vues = []

    def fautive():
        with connection.cursor() as curseur:
            curseur.execute("SELECT 'un texte secret'::int")

    def bonne():
        with connection.cursor() as curseur:
            curseur.execute("SELECT csil_horloge()")
            vues.append(curseur.fetchone()[0])

    for nom, fonction in (("première", bonne), ("fautive", fautive), ("dernière", bonne)):
        enregistrer_echeance(nom, fonction)
    assert executer_echeances() == ["fautive"]
    assert vues == [True, True]
    assert "fautive" in caplog.text and "DataError" in caplog.text and "secret" not in caplog.text


def test_une_echeance_defaite_ne_laisse_rien(distribution):
    def fautive():
        poster("a@csil.example", "O", "T")
        raise RuntimeError

    enregistrer_echeance("fautive", fautive)
    assert executer_echeances() == ["fautive"]
    with au_nom_de_l_horloge():
        assert not Envoi.objects.exists()


def test_deux_travailleurs_ne_font_pas_la_meme_echeance_en_meme_temps(transactional_db, distribution):
    dedans, sortir, fois = threading.Event(), threading.Event(), []

    def longue():
        fois.append(1)
        dedans.set()
        sortir.wait(10)

    enregistrer_echeance("longue", longue)

    def autre():
        try:
            executer_echeances()
        finally:
            connections.close_all()

    fil = threading.Thread(target=autre)
    fil.start()
    assert dedans.wait(10)
    assert executer_echeances() == [] and fois == [1]
    sortir.set()
    fil.join(10)


def test_une_fois_fait_aussi_ce_que_les_echeances_demandent(distribution):
    enregistrer_echeance("rappel", lambda: poster("a@csil.example", "Rappel", "Texte", cle="rappel:1"))
    assert Travailleur().une_fois() and Travailleur().une_fois()
    assert [message.to for message in mail.outbox] == [["a@csil.example"]]


def test_ce_qui_echoue_n_arrete_pas_le_travailleur(distribution, monkeypatch, caplog):
    def casser(**options):
        raise ZeroDivisionError("un texte secret")

    monkeypatch.setattr("csil.travailleur.boucle.distribuer", casser)
    fait = []
    enregistrer_echeance("rappel", lambda: fait.append(1))
    assert not Travailleur().une_fois() and fait == [1]
    assert "ZeroDivisionError" in caplog.text and "secret" not in caplog.text


# The process


@pytest.fixture
def lancer(transactional_db):
    """`lancer("--une-fois", CSIL_…="…")`: the command as a process of its own, gone at the end of the test."""
    lances = []

    def demarrer(*arguments, **reglages):
        processus = subprocess.Popen(
            [sys.executable, "manage.py", "travailler", *arguments],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            cwd=settings.RACINE, env=environnement_de_la_base(**reglages),
        )  # fmt: skip
        lances.append(processus)
        return processus

    yield demarrer
    for processus in lances:
        processus.kill()
        processus.communicate()


def etats() -> list[str]:
    with au_nom_de_l_horloge():
        return list(Envoi.objects.values_list("etat", flat=True))


def demander(distribution, nombre=1):
    with au_nom_de(distribution.referent):
        for numero in range(nombre):
            poster(f"p{numero}@csil.example", "O", "T", par=distribution.referent)


@pytest.mark.parametrize("signe", [signal.SIGTERM, signal.SIGINT])
def test_il_envoie_puis_s_arrete_quand_on_le_demande(lancer, distribution, tmp_path, signe):
    demander(distribution)
    processus = lancer(CSIL_VAR=str(tmp_path))
    attendre(lambda: etats() == [EtatEnvoi.ENVOYE])
    processus.send_signal(signe)
    _, erreurs = processus.communicate(timeout=15)
    assert processus.returncode == 0 and not erreurs
    assert len(list((tmp_path / "courriels").glob("*.log"))) == 1


def test_il_s_arrete_meme_quand_le_serveur_de_courrier_ne_repond_plus(lancer, distribution):
    """In the middle of a mail: at most two seconds, and that one mail is in doubt."""
    boite, port = Boite(), port_libre()
    boite.attente = threading.Event()
    demander(distribution, 3)
    with serveur_de_courrier(port, boite):
        processus = lancer(**{"CSIL_DEMONSTRATION": "0", **PRODUCTION, "CSIL_SMTP_PORT": str(port)})
        assert boite.attente.wait(15)
        processus.send_signal(signal.SIGTERM)
        processus.communicate(timeout=15)
        boite.laisser.set()
    assert sorted(etats()) == [EtatEnvoi.EN_ATTENTE, EtatEnvoi.EN_ATTENTE, EtatEnvoi.EN_COURS]


PRODUCTION = {"CSIL_ADRESSE": "https://csil.example", "CSIL_SMTP_HOTE": "127.0.0.1"}


def test_il_revient_quand_la_base_revient(lancer, distribution, tmp_path):
    """PostgreSQL restarted: its connections are cut. The worker says it once, then goes on."""
    processus = lancer(CSIL_VAR=str(tmp_path))
    demander(distribution)
    attendre(lambda: etats() == [EtatEnvoi.ENVOYE])
    base = connection.settings_dict
    administrateur = psycopg2.connect(
        host=base["HOST"], port=base["PORT"], dbname=base["NAME"], user="postgres"
    )
    with closing(administrateur), administrateur.cursor() as curseur:
        curseur.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND usename = 'csil_app'"
        )
        assert curseur.fetchone() == (1,)
    demander(distribution)
    attendre(lambda: etats() == [EtatEnvoi.ENVOYE, EtatEnvoi.ENVOYE])
    processus.send_signal(signal.SIGTERM)
    _, erreurs = processus.communicate(timeout=15)
    assert erreurs.splitlines()[0].startswith("La base ne répond pas")
    assert erreurs.splitlines()[1:] == ["La base répond de nouveau."]


def test_une_fois_en_ligne_de_commande(lancer, distribution, tmp_path):
    demander(distribution, 2)
    processus = lancer("--une-fois", CSIL_VAR=str(tmp_path))
    _, erreurs = processus.communicate(timeout=20)
    assert processus.returncode == 0, erreurs
    assert etats() == [EtatEnvoi.ENVOYE, EtatEnvoi.ENVOYE]


def test_il_refuse_un_role_qui_a_trop_de_droits(lancer):
    processus = lancer(CSIL_PROPRIETAIRE="1")
    _, erreurs = processus.communicate(timeout=20)
    assert processus.returncode == 1 and "seul csil_app" in erreurs and len(erreurs.strip().splitlines()) == 1
