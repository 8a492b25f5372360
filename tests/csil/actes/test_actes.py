"""An act: on the row as it is now, in the object in hand; refused in words, and then nothing has changed anywhere."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from csil.actes import ActeRefuse, Disparu, acte, changer, reprendre
from csil.actes.acte import enregistrer
from csil.comptes.models import Utilisateur
from csil.identite import au_nom_de
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import Offre, Partenaire, Theme
from tests.outils import attendre_au_verrou, proprietaire

NOM = "Partenaire d’essai"


@acte("tenir_partenaire", "essai.renomme")
def renommer(partenaire, *, par, nom):
    partenaire.nom = nom
    return nom.upper()


@acte("tenir_partenaire", "essai.renomme_et_refuse")
def renommer_puis_refuser(partenaire, *, par, nom):
    partenaire.nom = nom
    enregistrer(partenaire)
    raise ValidationError({"nom": "Ce nom ne va pas."})


@acte("tenir_partenaire")
def renommer_deux_fois(partenaire, *, par):
    renommer(partenaire, par=par, nom="Premier")
    partenaire.acronyme = "DEUX"


def partenaire_de_depart():
    partenaire = Partenaire.objects.order_by("pk").first()
    partenaire.nom = NOM
    with proprietaire():
        partenaire.save()
    return partenaire


@pytest.fixture
def partenaire(distribution):
    return partenaire_de_depart()


def lignes(partenaire):
    return partenaire.history.count(), EntreeJournal.objects.filter(acte__startswith="essai.").count()


def test_l_objet_en_main_est_celui_qui_a_change(partenaire, distribution, parler):
    perime = Partenaire.objects.get(pk=partenaire.pk)
    histoire, _ = lignes(partenaire)
    with parler(distribution.referent):
        assert renommer(partenaire, par=distribution.referent, nom="Un") == "UN"
        renommer(perime, par=distribution.referent, nom="Deux")  # read before the first act
    assert partenaire.nom == "Un" and perime.nom == "Deux" and perime.version == partenaire.version + 1
    assert Partenaire.objects.get(pk=partenaire.pk).nom == "Deux"
    assert partenaire.history.count() == histoire + 2
    assert partenaire.history.first().history_user == distribution.referent


def test_sans_le_droit_un_refus_en_mots_et_rien_n_a_change(partenaire, distribution, parler):
    avant, compte = partenaire.__dict__.copy(), lignes(partenaire)
    with (
        parler(distribution.agent_saj),
        pytest.raises(ActeRefuse, match="Cet acte n’est pas, ou plus, possible"),
    ):
        renommer(partenaire, par=distribution.agent_saj, nom="Autre")
    assert partenaire.__dict__ == avant and lignes(partenaire) == compte


def test_ce_que_l_acte_refuse_laisse_l_objet_et_la_base_comme_ils_etaient(partenaire, distribution, parler):
    compte = lignes(partenaire)
    with parler(distribution.referent), pytest.raises(ValidationError):
        renommer_puis_refuser(partenaire, par=distribution.referent, nom="Autre")
    assert partenaire.nom == NOM == Partenaire.objects.get(pk=partenaire.pk).nom
    assert lignes(partenaire) == compte


def test_ce_qui_ne_change_pas_n_a_pas_d_histoire(partenaire, distribution, parler):
    histoire, journal = lignes(partenaire)
    with parler(distribution.referent):
        renommer(partenaire, par=distribution.referent, nom=NOM)
    assert partenaire.history.count() == histoire


def test_un_champ_refuse_revient_sous_son_nom(partenaire, distribution, parler):
    with parler(distribution.referent), pytest.raises(ValidationError) as refus:
        renommer(partenaire, par=distribution.referent, nom="")
    assert "nom" in refus.value.message_dict and partenaire.nom == NOM


def test_un_acte_qui_en_appelle_un_autre_ne_perd_rien(partenaire, distribution, parler):
    with parler(distribution.referent):
        renommer_deux_fois(partenaire, par=distribution.referent)
    relu = Partenaire.objects.get(pk=partenaire.pk)
    assert (relu.nom, relu.acronyme) == ("Premier", "DEUX") == (partenaire.nom, partenaire.acronyme)


def test_ce_qui_n_existe_plus_est_dit(distribution, parler):
    fantome = Partenaire(pk=10**6, nom="Parti")
    with parler(distribution.referent), transaction.atomic(), pytest.raises(Disparu, match="n’existe plus"):
        reprendre(fantome)


@acte("tenir_partenaire")
def changer_l_offre(offre, *, par, **champs):
    return changer(offre, **champs)


def test_une_liste_change_fait_une_version_et_son_histoire(partenaire, distribution, parler):
    """As a field does, so that a form opened before knows of it; what is the same again makes none."""
    with proprietaire():
        offre = Offre.objects.create(partenaire=partenaire, intitule="Écoute")
        theme = Theme.objects.create(nom="Essai")
    depart, referent = offre.version, distribution.referent
    with parler(referent):
        assert changer_l_offre(offre, par=referent, intitule="Écoute", themes=[theme]) is True
        assert offre.version == depart + 1 and list(offre.themes.all()) == [theme]
        derniere = offre.history.first()
        assert derniere.version == offre.version and derniere.themes.count() == 1
        assert derniere.history_user == referent
        assert changer_l_offre(offre, par=referent, intitule="Écoute", themes=[theme]) is False
        assert changer_l_offre(offre, par=referent, intitule="Parole", themes=[]) is True
        assert offre.version == depart + 2 and not offre.themes.exists()


def test_ce_qui_a_disparu_depuis_que_la_page_est_ouverte_est_une_404(
    partenaire, distribution, client_de, monkeypatch
):
    def disparaitre(objet, *, par):
        raise Disparu("« Essai » n’existe plus.")

    monkeypatch.setattr(Partenaire, "relire", disparaitre)
    page = client_de(distribution.referent).post(f"/partenaires/{partenaire.pk}/relire/")
    assert page.status_code == 404


def test_deux_personnes_en_meme_temps_l_une_apres_l_autre(transactional_db, distribution):
    """The second waits for the first, and finds what it left."""
    referent, partenaire = distribution.referent, partenaire_de_depart()
    tenu, laisse, lus = threading.Event(), threading.Event(), []

    @acte("tenir_partenaire", "essai.ajoute")
    def ajouter(record, *, par, lettre):
        if lettre == "a":
            tenu.set()
            assert laisse.wait(15)
        lus.append(record.nom)
        record.nom += lettre

    def agir(lettre):
        try:
            with au_nom_de(Utilisateur.objects.get(pk=referent.pk), second_facteur=True):
                ajouter(Partenaire.objects.get(pk=partenaire.pk), par=referent, lettre=lettre)
        finally:
            connection.close()

    fils = [threading.Thread(target=agir, args=lettre) for lettre in "ab"]
    fils[0].start()
    assert tenu.wait(15)
    fils[1].start()
    attendre_au_verrou(1)
    laisse.set()
    for fil in fils:
        fil.join(15)
    assert lus == [NOM, f"{NOM}a"]
    assert Partenaire.objects.get(pk=partenaire.pk).nom == f"{NOM}ab"
