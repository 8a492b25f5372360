"""An information, from its entry to the end of its circuit: who does what, what is refused, what is never lost."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from informations_sensibles.models import Identite, Information
from tests import dossiers
from tests.outils import proprietaire


def saisir(par, **champs):
    return Information.saisir(par=par, **dossiers.champs_information(**champs))


def test_sans_circuit_elle_attend_et_n_est_pas_perdue(distribution, parler):
    """An unknown pair kind × source: read by its author, the Chef de Corps and the Référent, and nobody else."""
    with parler(distribution.membre_cellule):
        information = saisir(distribution.membre_cellule, genre="autre", source="autre")
    assert information.etat == "sans_circuit"
    for login in ("membre_cellule", "chef_de_corps", "referent", "bourgmestre", "officier_information"):
        personne = getattr(distribution, login)
        with parler(personne):
            vue = Information.objects.visible_to(personne).filter(pk=information.pk).exists()
        assert vue is (login not in ("bourgmestre", "officier_information")), login


def test_l_identite_est_masquee_des_la_saisie(distribution, parler):
    membre = distribution.membre_cellule
    with parler(membre):
        information = saisir(membre, identite={"nom": "Inventée", "prenom": "Personne"})
        assert information.identite.nom == "Inventée"
    with parler(distribution.referent):
        assert not Identite.objects.exists()


def test_on_n_ajoute_qu_aux_dossiers_ou_l_on_contribue(distribution, parler):
    with proprietaire():
        autre = dossiers.dossier(distribution.referent)
    with (
        parler(distribution.membre_cellule),
        pytest.raises(ValidationError, match="rien ajouter à ce dossier"),
    ):
        saisir(distribution.membre_cellule, dossier=autre)


def test_le_contact_tfl_ne_saisit_rien(distribution, parler):
    with proprietaire():
        champs = dossiers.champs_information()
    with parler(distribution.contact_tfl), pytest.raises(PermissionDenied):
        Information.saisir(par=distribution.contact_tfl, **champs)
