"""Acts of the Cellule: what each holds, writes and leaves, where it is easily forgotten."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from informations_sensibles.dossiers.models import Dossier, Gel, Implication
from informations_sensibles.secteurs import actes as secteurs
from informations_sensibles.secteurs.models import CorrespondantSecteur
from informations_sensibles.transmissions.models import Transmission
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.transmissions.test_modele import Monde
from tests.outils import proprietaire, relire


@pytest.fixture
def tec(distribution):
    with proprietaire():
        return cellule.secteur()


def test_changer_les_seules_informations_laisse_une_version(distribution, parler):
    monde = Monde(distribution, parler)
    with proprietaire():
        autre = monde.ajouter()
    faite = monde.preparer()
    avant = relire(faite).version
    with parler(monde.prepare):
        Transmission.objects.get(pk=faite.pk).modifier(
            par=monde.prepare, informations=[monde.information, autre]
        )
    assert relire(faite).version == avant + 1
    with proprietaire():
        assert faite.history.count() == 2


def test_identifier_tient_le_dossier(distribution, parler):
    par = distribution.membre_cellule
    with proprietaire():
        dossier = dossiers.dossier(par)
        proche = Implication.objects.create(dossier=dossier, par=par, qualite="proche", designation="La mère")
    with parler(par), CaptureQueriesContext(connection) as vues:
        Implication.objects.get(pk=proche.pk).identifier(par=par, motif="Pour l’appeler", nom="Durand")
    tenues = [q["sql"] for q in vues if "FOR UPDATE" in q["sql"]]
    assert any('FROM "informations_sensibles_dossier"' in sql for sql in tenues), tenues


def test_designer_un_correspondant_sans_journal_ne_designe_personne(tec, distribution, parler, monkeypatch):
    def panne(*args, **kwargs):
        raise RuntimeError("journal")

    monkeypatch.setattr(secteurs, "consigner", panne)
    with parler(distribution.referent):
        with pytest.raises(RuntimeError):
            CorrespondantSecteur.designer(
                par=distribution.referent, secteur=tec, personne=distribution.contact_tec, fonction="Dépôt"
            )
        restent = CorrespondantSecteur.objects.filter(personne=distribution.contact_tec, secteur=tec).count()
    assert restent == 0


def test_un_champ_differe_vide_par_l_acte_est_enregistre(distribution, parler):
    """Nothing says that an act may not be asked of an object of a `.defer()`: what it empties is silently not saved."""
    par = distribution.membre_cellule
    with proprietaire():
        dossier = dossiers.dossier(par, "clos", premier_regard=timezone.localdate())
    with parler(par):
        Dossier.objects.defer("premier_regard").get(pk=dossier.pk).regarder(par=par, mot="Rien de neuf.")
    assert relire(dossier).premier_regard is None


def test_lever_un_gel_dont_le_dossier_est_ferme_se_refuse_en_mots(distribution, parler):
    par = distribution.chef_de_corps
    with proprietaire():
        dossier = dossiers.dossier(distribution.membre_cellule, "clos")
        gel = Gel.objects.create(dossier=dossier, par=par, motif="Procédure", jusqu_au=timezone.localdate())
    with parler(par):
        gel = Gel.objects.get(pk=gel.pk)
    with proprietaire():
        dossiers.bloquer(par, dossier, distribution.bourgmestre)
    with parler(par), pytest.raises(PermissionDenied):
        gel.lever(par=par)
