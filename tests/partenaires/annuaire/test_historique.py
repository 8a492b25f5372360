"""The « Historique » tab: readable, complete, and as cheap for a hundred rows as for two."""

from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction
from django.test.utils import CaptureQueriesContext

from csil.historique import page_historique
from csil.historique.difference import morceaux
from partenaires.annuaire.historique import sources
from partenaires.annuaire.models import AdresseSujet, Contact, Niveau, Offre, Partenaire, Service, Theme
from partenaires.appartenances.actes import donner_tenue, retirer_tenue
from tests.outils import proprietaire


@pytest.fixture
def cripel(distribution):
    return Partenaire.objects.get(code="cripel")


@pytest.fixture
def raconter(cripel, distribution):
    """The lines of one page, as (who, phrase, {field: pieces}, motive)."""

    def lire(numero=1, lecteur=None):
        page = page_historique(sources(cripel, lecteur or distribution.referent), numero)
        return [
            (x.qui, x.phrase, {d.nom: d.morceaux for d in x.differences}, x.motif) for x in page.object_list
        ]

    return lire


def changer(objet, par=None, **champs):
    for nom, valeur in champs.items():
        setattr(objet, nom, valeur)
    objet._history_user = par
    with proprietaire():
        objet.save()


def test_ce_que_dit_le_chargement(raconter):
    ((qui, phrase, champs, motif),) = raconter()
    assert (qui, phrase, motif) == (
        "La plateforme",
        "a ajouté la fiche",
        "Chargement du fichier des partenaires",
    )
    assert champs["Secteur"] == [("ins", "Intégration")] and champs["État de la fiche"] == [
        ("ins", "Vérifiée")
    ]
    assert "Version" not in champs and "Code" not in champs


def test_les_valeurs_sont_dites_en_mots(cripel, raconter, distribution):
    niveau = Niveau.objects.get(code="ville")
    changer(
        cripel,
        distribution.referent,
        niveau=niveau,
        tutelle=cripel.niveau,
        rythme=3,
        statut_fiche="a_confirmer",
    )
    qui, phrase, champs, _ = raconter()[0]
    assert (qui, phrase) == ("Référent Radicalisme", "a modifié la fiche")
    assert champs == {
        "Niveau": [("del", "Région wallonne"), ("ins", "Ville de Liège")],
        "Tutelle": [("ins", "Région wallonne")],
        "Relecture": [("", "tous les "), ("del", "six"), ("ins", "trois"), ("", " mois")],
        "État de la fiche": [("del", "Vérifiée"), ("ins", "À confirmer")],
    }


def test_un_texte_se_compare_mot_a_mot():
    assert morceaux("Le suivi continue ici même.", "Le suivi cesse ici même.") == [
        ("", "Le suivi "),
        ("del", "continue"),
        ("ins", "cesse"),
        ("", " ici même."),
    ]
    assert morceaux("Tout autre", "Rien de commun") == [("del", "Tout autre"), ("ins", "Rien de commun")]
    assert morceaux("", "Neuf") == [("ins", "Neuf")] and morceaux("Même", "Même") == [("", "Même")]


def test_une_date_en_francais_et_un_contact_supprime_garde_son_nom(cripel, raconter, distribution):
    with proprietaire():
        contact = Contact.objects.create(partenaire=cripel, nom="Accueil", courriel="a@csil.example")
    changer(contact, absent_du=date(2026, 12, 1), absent_au=date(2026, 12, 4))
    champs = raconter()[0][2]
    assert champs["Premier jour d’absence"] == [("ins", "mardi 1er décembre 2026")]
    with proprietaire():
        contact.delete()
    assert raconter()[0][1:3] == ("a supprimé le contact « Accueil »", {})
    assert len(raconter()) == 4


def test_une_relation_effacee_depuis_se_dit_encore(cripel, raconter):
    with proprietaire():
        service = Service.objects.create(partenaire=cripel, nom="Formations")
        contact = Contact.objects.create(
            partenaire=cripel, nom="Accueil", courriel="a@csil.example", service=service
        )
        service.delete()
        contact.refresh_from_db()
    ajout = next(ligne for ligne in raconter() if ligne[1] == "a ajouté le contact « Accueil »")
    assert ajout[2]["Service"] == [("ins", "Formations")]


def test_enregistrer_une_offre_et_ses_themes_est_un_seul_changement(
    cripel, raconter, client_de, distribution
):
    with proprietaire():
        ecole, langue, sante = (Theme.objects.create(nom=nom) for nom in ("École", "Langue", "Santé"))
    client = client_de(distribution.referent)
    envoi = {"intitule": "Cours", "public": "Adultes", "themes": [ecole.pk, langue.pk]}
    client.post(f"/partenaires/{cripel.pk}/offres/nouveau/", envoi)
    assert Offre.history.count() > 1
    lignes = raconter()
    assert [ligne[1] for ligne in lignes] == ["a ajouté l’offre « Cours »", "a ajouté la fiche"]
    assert lignes[0][2]["Thèmes"] == [("ins", "École · Langue")]
    offre = Offre.objects.get()
    envoi |= {"themes": [langue.pk, sante.pk], "version": offre.version}
    client.post(f"/partenaires/{cripel.pk}/offres/{offre.pk}/modifier/", envoi)
    lignes = raconter()
    assert len(lignes) == 3
    assert lignes[0][2] == {
        "Thèmes": [("del", "École"), ("ins", "Langue"), ("", " · "), ("del", "Langue"), ("ins", "Santé")]
    }


def test_les_enfants_et_la_tenue_se_racontent_aussi(cripel, raconter, distribution):
    with proprietaire():
        contact = Contact.objects.create(partenaire=cripel, nom="Accueil", courriel="a@csil.example")
        adresse = AdresseSujet.objects.create(contact=contact, sujet="Écoles", courriel="e@csil.example")
        droit = donner_tenue(cripel, distribution.agent_cripel, par=distribution.referent)
        retirer_tenue(cripel, droit, par=distribution.referent)
        adresse.delete()
        contact.delete()
    assert [ligne[1] for ligne in raconter()][::-1] == [
        "a ajouté la fiche",
        "a ajouté le contact « Accueil »",
        "a ajouté l’adresse par sujet « Écoles »",
        "a confié la tenue de la fiche à « Agente du CRIPEL »",
        "a retiré la tenue de la fiche à « Agente du CRIPEL »",
        "a supprimé l’adresse par sujet « Écoles »",
        "a supprimé le contact « Accueil »",
    ]


def test_par_pages_sans_perdre_de_voisin(cripel, raconter):
    """The first line of a page is compared with one that stands on the next page."""
    for rang in range(45):
        changer(cripel, territoire=f"T{rang}")
    assert [len(raconter(numero)) for numero in (1, 2, 3)] == [20, 20, 6]
    assert raconter(1)[-1][2]["Territoire"] == [("del", "T24"), ("ins", "T25")]


def test_autant_de_requetes_pour_deux_lignes_que_pour_vingt(cripel, distribution, client_de):
    client = client_de(distribution.referent)

    autres = Partenaire.objects.exclude(pk=cripel.pk)

    def vivre(fois):
        for rang in range(fois):
            changer(cripel, distribution.referent, territoire=f"T{rang}", parent=autres[rang])
            with proprietaire():
                service = Service.objects.create(partenaire=cripel, nom=f"S{Service.objects.count()}")
                offre = Offre.objects.create(partenaire=cripel, intitule="Offre", service=service)
                offre.themes.add(Theme.objects.create(nom=f"Thème {Theme.objects.count()}"))

    def requetes():
        with CaptureQueriesContext(connection) as faites:
            page = client.get(f"/partenaires/{cripel.pk}/historique/").content.decode()
        assert '<ol class="historique">' in page
        return len(faites)

    vivre(1)
    requetes()
    deux = requetes()
    vivre(6)
    assert requetes() == deux


def test_personne_n_ajoute_de_themes_a_l_histoire_d_un_autre(cripel, distribution, parler):
    """A list of choices in the history has the author of the row that it completes."""
    with proprietaire():
        theme = Theme.objects.create(nom="Langue")
        offre = Offre(partenaire=cripel, intitule="Cours")
        offre._history_user = distribution.referent
        offre.save()
    rangee = offre.history.get()
    ajout = Offre.history.model.themes.model(id=1, history=rangee, offre=offre, theme=theme)
    with parler(distribution.agent_saj), pytest.raises(ProgrammingError, match="au nom de qui parle"):
        with transaction.atomic():
            ajout.save()
    with parler(distribution.referent):
        ajout.save()


def test_la_page(cripel, distribution, client_de):
    changer(cripel, distribution.referent, missions="Accueillir et accompagner.")
    page = client_de(distribution.agent_saj).get(f"/partenaires/{cripel.pk}/historique/").content.decode()
    assert "a modifié la fiche" in page and "<ins>" in page and "Référent Radicalisme" in page
