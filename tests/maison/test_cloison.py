"""`make cloison` on the demonstration: nothing leaks; and what is let through on purpose is seen."""

import random
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils.module_loading import module_has_submodule

from concertation.reunions.models import Reunion
from csil.cloison import Regle
from csil.comptes.groupes import CONCERTATION
from csil.comptes.models import Utilisateur
from csil.journal.models import EntreeJournal
from informations_sensibles.dossiers.cloison import regles as regles_dossiers
from informations_sensibles.secteurs.models import EtapeProcessus, OrganisationSecteur, Secteur
from informations_sensibles.transmissions.cloison import regles as regles_transmissions
from outils.cloison import lignes, pages
from outils.cloison.epreuve import Bilan, lire_tout, ouvrir_tout
from outils.cloison.registre import regles
from partenaires.distribution import ROLES, attribuer, creer
from tests.concertation.ecritures import reunion as creer_reunion
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.outils import proprietaire
from tests.photographie import Decor

# The cast, and those whose mandates are in other states
PERSONNES = [login for login, *_ in ROLES]
PERSONNES += ["membre-suspendu", "ancien-membre", "candidat-refuse", "membre-a-revoir"]


def charger_demonstration():
    """The demonstration's data, as `make demo` loads them, beside nobody else."""
    with proprietaire():
        with connection.cursor() as curseur:
            curseur.execute("TRUNCATE csil_utilisateur, partenaires_partenaire CASCADE")
        for application in apps.get_app_configs():
            if application.name != "csil" and module_has_submodule(application.module, "demonstration"):
                import_module(f"{application.name}.demonstration").charger()


DECOR = Decor(charger_demonstration)


@pytest.fixture
def demonstration(db, django_db_setup):
    DECOR.monter(django_db_setup)
    with proprietaire():
        yield {personne.email.partition("@")[0]: personne for personne in Utilisateur.objects.all()}


def test_aucune_ligne_de_la_demonstration_ne_fuit(demonstration):
    assert sorted(demonstration) == sorted(PERSONNES), "whom the pages are then opened for"
    bilan = Bilan()
    lire_tout(bilan, list(demonstration.values()), regles())
    assert bilan.fuites + bilan.ecarts == []


@pytest.mark.parametrize("login", PERSONNES)
def test_aucune_page_de_la_demonstration_ne_fuit(login, demonstration):
    bilan = Bilan()
    ouvrir_tout(bilan, [demonstration[login]], regles())
    assert bilan.fuites + bilan.ecarts == []
    assert bilan.pages > 500


def test_la_commande_dit_zero_fuite_et_ne_laisse_rien(distribution, capsys):
    """On two accounts and a directory: the tests above open everything for everybody."""
    with proprietaire():
        for personne in distribution:
            personne.is_active = personne in (distribution.agent_saj, distribution.contact_tec)
            personne.save()
        lues = EntreeJournal.objects.count()
        call_command("cloison")
        assert capsys.readouterr().out.startswith("0 fuite, 0 écart : 2 personnes")
        assert EntreeJournal.objects.count() == lues, "nothing of the trial stays"
        assert Utilisateur.objects.filter(email="referent@csil.example").exists()


def test_la_regle_dite_trois_fois_s_accorde(distribution):
    """Dossiers and informations drawn at random, in every state: the plain words against the policies."""
    with proprietaire():
        cellule.tout(distribution)
        dossiers.au_hasard(list(distribution), random.Random(7))
        dites = [*regles_dossiers(), *regles_transmissions()]
        assert list(lignes.ecarts(dites, list(Utilisateur.objects.all()))) == []


def test_une_politique_oubliee_se_voit(distribution, parler):
    """The trial sees: without its policy, a table of the Cellule is read by everybody, and named."""
    with parler(distribution.referent):
        secteur = Secteur.objects.get(nom="TEC")
    with proprietaire():
        with connection.cursor() as curseur:
            curseur.execute(
                "ALTER TABLE informations_sensibles_organisationsecteur DISABLE ROW LEVEL SECURITY"
            )
        OrganisationSecteur.objects.create(secteur=secteur, nom="Dépôt de l’est")
        vues = regles()
        assert lignes.tables_oubliees("informations_sensibles", vues) == [
            "informations_sensibles_organisationsecteur"
        ]
        organisations = [regle for regle in vues if regle.modele is OrganisationSecteur]
        fuites = [phrase for fuite, phrase in lignes.ecarts(organisations, [distribution.agent_saj]) if fuite]
    assert any("Agent du SAJ lit informations_sensibles_organisationsecteur" in phrase for phrase in fuites)


def test_un_mot_de_trop_dans_une_page_se_voit(distribution, parler):
    """Said to be for nobody, the title of a meeting is found in every page of a member that shows it."""
    with parler(distribution.referent):
        creer_reunion(distribution.referent, titre="Réunion que personne ne lit")
    bilan, agent = Bilan(), distribution.agent_saj
    pour_personne = Regle(Reunion, lambda reunion: set(), lambda reunion: [reunion.titre])
    with proprietaire():
        ouvrir_tout(bilan, [agent], [pour_personne])
    assert any("lit dans /concertation/reunions/ ce que dit Reunion" in fuite for fuite in bilan.fuites)
    assert any("reçoit 200 de /concertation/reunions/" in fuite for fuite in bilan.fuites)


def test_renvoyer_a_la_porte_n_est_pas_une_fuite(distribution, parler):
    """On real data: an account that has not signed its undertaking is sent to it from every page."""
    with parler(distribution.referent):
        creer_reunion(distribution.referent)
    bilan = Bilan()
    with proprietaire():
        nouveau = creer("nouveau", "Nouvel agent", engagement=False)
        attribuer(nouveau, CONCERTATION)
        ouvrir_tout(bilan, [nouveau], [Regle(Reunion, lambda reunion: set())])
    assert bilan.pages and not bilan.fuites


def test_l_historique_de_ce_qui_n_est_plus_ne_se_juge_pas(distribution, parler):
    """On real data: the steps of a draft that were deleted leave their history, read by the Cellule."""
    with proprietaire():
        etape = cellule.etape(cellule.version(cellule.processus()))
        etape._history_user = distribution.referent
        etape.delete()
        etapes = [regle for regle in regles() if regle.modele is EtapeProcessus]
        assert not list(lignes.ecarts(etapes, [distribution.referent, distribution.agent_saj]))


def test_en_production_les_pages_se_lisent_en_https(distribution, settings):
    """There, plain http answers with a redirect to everybody: nothing would be judged."""
    settings.SECURE_SSL_REDIRECT = True
    with proprietaire():
        code, texte = pages.ouvrir(pages.ouvrir_session(distribution.agent_saj), "/plateforme/")
    assert code == 200 and "Agent du SAJ" in texte
