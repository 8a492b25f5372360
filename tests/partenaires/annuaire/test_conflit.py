"""Two people, one record: the second is told what the first changed, and loses nothing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partenaires.annuaire.models import AdresseSujet, Contact, Offre, Partenaire, Quartier, Service, Theme
from partenaires.appartenances.actes import donner_tenue
from tests.outils import proprietaire
from tests.partenaires.annuaire.test_fiche import champs_de

QUI = "Agente du CRIPEL"


@pytest.fixture
def cripel(distribution):
    with proprietaire():
        cripel = Partenaire.objects.get(code="cripel")
        donner_tenue(cripel, distribution.agent_cripel, par=distribution.referent)
        cripel.missions = "Accueillir."
        cripel.save()
    return cripel


@pytest.fixture
def agente(cripel, distribution, client_de):
    return client_de(distribution.agent_cripel)


@pytest.fixture
def referent(cripel, distribution, client_de):
    return client_de(distribution.referent)


def modifier(client, partenaire, **changes):
    """Send the form as it was opened on `partenaire`, with these changes."""
    reponse = client.post(
        f"/partenaires/{partenaire.pk}/modifier/", champs_de(partenaire, **changes), follow=True
    )
    return reponse, reponse.content.decode().replace("\xa0", " ")


def test_sans_conflit_rien_n_est_dit(cripel, agente):
    _, page = modifier(agente, cripel, missions="Accompagner.")
    assert "La fiche est enregistrée." in page and "entre-temps" not in page


def test_ce_que_seul_l_autre_a_change_est_repris_et_dit(cripel, agente, referent):
    modifier(agente, cripel, territoire="Arrondissement de Liège", rythme=3)
    _, page = modifier(referent, cripel, missions="Accompagner.")
    assert "ses changements sont gardés" in page and "« Territoire »" in page and "« Relecture »" in page
    cripel.refresh_from_db()
    assert (cripel.missions, cripel.territoire, cripel.rythme) == (
        "Accompagner.",
        "Arrondissement de Liège",
        3,
    )


def test_ce_que_les_deux_ont_change_est_montre_avec_les_deux_textes(cripel, agente, referent):
    modifier(agente, cripel, missions="Écouter.", territoire="Liège")
    reponse, page = modifier(referent, cripel, missions="Accompagner.", forme="ASBL")
    assert reponse.redirect_chain == []
    assert f"Pendant que vous écriviez, {QUI} a enregistré cette fiche" in page
    assert f"{QUI} a écrit ici « Écouter. »" in page  # the other one's words
    assert "déjà repris ci-dessous : « Territoire »" in page
    form = reponse.context["form"]
    assert (form["missions"].value(), form["forme"].value()) == ("Accompagner.", "ASBL")  # one's own
    assert form["territoire"].value() == "Liège"  # what only the other one changed
    actuel = Partenaire.objects.get(pk=cripel.pk)
    assert form["version"].value() == str(actuel.version)
    assert (actuel.missions, actuel.forme) == ("Écouter.", "Association")  # nothing was written


def test_enregistrer_de_nouveau_est_un_choix(cripel, agente, referent):
    modifier(agente, cripel, missions="Écouter.", territoire="Liège")
    reponse, _ = modifier(referent, cripel, missions="Accompagner.")
    envoi = {champ.name: champ.value() or "" for champ in reponse.context["form"]}
    assert referent.post(f"/partenaires/{cripel.pk}/modifier/", envoi).status_code == 302
    cripel.refresh_from_db()
    assert (cripel.missions, cripel.territoire) == ("Accompagner.", "Liège")
    assert "Écouter." in list(cripel.history.values_list("missions", flat=True))


def test_le_meme_changement_n_est_pas_un_conflit(cripel, agente, referent):
    modifier(agente, cripel, missions="Accompagner.")
    _, page = modifier(referent, cripel, missions="Accompagner.", forme="ASBL")
    assert "La fiche est enregistrée." in page


def test_l_autre_a_vide_le_champ(cripel, agente, referent):
    modifier(agente, cripel, missions="")
    _, page = modifier(referent, cripel, missions="Accompagner.")
    assert f"{QUI} a vidé ce champ" in page


def test_l_autre_a_vide_ce_que_je_n_ai_pas_touche(cripel, agente, referent):
    modifier(agente, cripel, missions="")
    modifier(referent, cripel, forme="ASBL")
    cripel.refresh_from_db()
    assert (cripel.missions, cripel.forme) == ("", "ASBL")


def test_une_fin_de_ligne_n_est_pas_un_changement(cripel, agente, referent):
    """Browsers send \\r\\n for what was loaded as \\n."""
    with proprietaire():
        cripel.missions = "Accueillir.\nÉcouter."
        cripel.save()
    modifier(agente, cripel, missions="Accueillir.\r\nAccompagner.")
    _, page = modifier(referent, cripel, missions="Accueillir.\r\nÉcouter.", forme="ASBL")
    assert "ses changements sont gardés" in page
    assert Partenaire.objects.get(pk=cripel.pk).missions == "Accueillir.\nAccompagner."


def test_l_auteur_dit_est_celui_du_champ(cripel, agente, referent, distribution):
    """The Référent changed another field since: the words are still the agent's."""
    modifier(agente, cripel, missions="Écouter.")
    modifier(referent, Partenaire.objects.get(pk=cripel.pk), forme="ASBL")
    _, page = modifier(referent, cripel, missions="Accompagner.")
    assert f"{QUI} a écrit ici « Écouter. »" in page
    assert "Pendant que vous écriviez, Référent Radicalisme a enregistré" in page


def test_une_faute_et_un_conflit_ensemble(cripel, agente, referent):
    modifier(agente, cripel, missions="Écouter.", territoire="Liège")
    reponse, page = modifier(referent, cripel, nom="", missions="Accompagner.")
    assert f"{QUI} a écrit ici" in page and "Nom" in page
    assert reponse.context["form"]["missions"].value() == "Accompagner."


def test_une_relecture_entre_temps_ne_gene_personne(cripel, agente, referent):
    agente.post(f"/partenaires/{cripel.pk}/relire/")
    _, page = modifier(referent, cripel, missions="Accompagner.")
    assert "La fiche est enregistrée." in page
    cripel.refresh_from_db()
    assert cripel.relue_le and cripel.missions == "Accompagner."


@pytest.mark.parametrize("version", ["", "abc", "-1", "999999", "0"])
def test_une_version_abimee_n_ecrase_rien_en_silence(version, cripel, agente, referent):
    modifier(agente, cripel, missions="Écouter.")
    reponse, _ = modifier(referent, cripel, missions="Accompagner.", version=version)
    assert reponse.redirect_chain == []
    cripel.refresh_from_db()
    assert cripel.missions == "Écouter."


# Lists of choices, relations, and what has gone


@pytest.fixture
def offre(cripel):
    with proprietaire():
        offre = Offre.objects.create(partenaire=cripel, intitule="Cours", public="Adultes")
        for nom in ("Langue", "Logement", "Santé"):
            Theme.objects.create(nom=nom)
        Quartier.objects.create(nom="Sclessin")
        Service.objects.create(partenaire=cripel, nom="Formations")
        offre.themes.set(Theme.objects.filter(nom="Langue"))
    return offre


def envoi_offre(offre, **changes):
    champs = {
        nom: getattr(offre, nom)
        for nom in ("intitule", "description", "public", "conditions", "orientation", "version")
    }
    return champs | {"service": "", "themes": [t.pk for t in offre.themes.all()], "quartiers": []} | changes


def themes(*noms):
    return list(Theme.objects.filter(nom__in=noms).values_list("pk", flat=True))


def test_listes_reprises(cripel, offre, agente, referent):
    adresse = f"/partenaires/{cripel.pk}/offres/{offre.pk}/modifier/"
    service, quartier = Service.objects.get(nom="Formations"), Quartier.objects.get()
    ouvert = envoi_offre(offre)
    agente.post(
        adresse,
        ouvert | {"themes": themes("Langue", "Logement"), "service": service.pk, "quartiers": [quartier.pk]},
    )
    page = referent.post(adresse, ouvert | {"public": "Jeunes"}, follow=True).content.decode()
    assert "« Thèmes »" in page.replace("\xa0", " ")
    offre.refresh_from_db()
    assert {str(t) for t in offre.themes.all()} == {"Langue", "Logement"}
    assert (offre.public, offre.service, offre.quartiers.get()) == ("Jeunes", service, quartier)


def test_listes_en_conflit(cripel, offre, agente, referent):
    adresse = f"/partenaires/{cripel.pk}/offres/{offre.pk}/modifier/"
    ouvert = envoi_offre(offre)
    agente.post(adresse, ouvert | {"themes": themes("Langue", "Logement")})
    reponse = referent.post(adresse, ouvert | {"themes": themes("Santé")})
    assert f"{QUI} a écrit ici « Langue, Logement »" in reponse.content.decode().replace("\xa0", " ")
    assert reponse.context["form"]["themes"].value() == [str(pk) for pk in themes("Santé")]
    assert offre.themes.count() == 2


def test_supprime_pendant_qu_on_ecrivait(cripel, offre, agente, referent):
    adresse = f"/partenaires/{cripel.pk}/offres/{offre.pk}/"
    ouvert = envoi_offre(offre, public="Ce que j’ai écrit")
    agente.post(f"{adresse}supprimer/", {"version": Offre.objects.get().version})
    reponse = referent.post(f"{adresse}modifier/", ouvert)
    page = reponse.content.decode()
    assert "a supprimé l’offre entre-temps" in page and "Ce que j’ai écrit" in page
    assert not Offre.objects.exists()
    assert f'action="/partenaires/{cripel.pk}/offres/nouveau/"' in page
    referent.post(f"/partenaires/{cripel.pk}/offres/nouveau/", ouvert)
    assert Offre.objects.get().public == "Ce que j’ai écrit"


def test_changee_depuis_la_page_de_suppression(cripel, offre, agente, referent):
    adresse = f"/partenaires/{cripel.pk}/offres/{offre.pk}/"
    ouverte = Offre.objects.get().version
    agente.post(f"{adresse}modifier/", envoi_offre(offre, public="Jeunes"))
    page = referent.post(f"{adresse}supprimer/", {"version": ouverte}).content.decode()
    assert "a changé ceci entre-temps" in page and Offre.objects.exists()


# A contact and its addresses by subject are one page


@pytest.fixture
def contact(cripel):
    with proprietaire():
        contact = Contact.objects.create(partenaire=cripel, nom="Accueil", courriel="accueil@csil.example")
        AdresseSujet.objects.create(contact=contact, sujet="Écoles", courriel="ecoles@csil.example")
    return contact


def envoi_contact(contact, **changes):
    adresse = contact.adresses.get()
    return {
        "nature": "service", "nom": contact.nom, "courriel": contact.courriel, "rang": 1, "version": contact.version,
        "adresses-TOTAL_FORMS": 1, "adresses-INITIAL_FORMS": 1, "adresses-0-id": adresse.pk,
        "adresses-0-version": adresse.version, "adresses-0-sujet": adresse.sujet, "adresses-0-courriel": adresse.courriel,
    } | changes  # fmt: skip


def test_une_adresse_changee_par_l_autre_reste_changee(cripel, contact, agente, referent):
    page = f"/partenaires/{cripel.pk}/contacts/{contact.pk}/modifier/"
    ouvert = envoi_contact(contact)
    agente.post(page, ouvert | {"adresses-0-courriel": "nouvelle@csil.example"})
    reponse = referent.post(page, ouvert | {"nom": "Accueil social"}, follow=True)
    assert "ses changements sont gardés" in reponse.content.decode()
    assert AdresseSujet.objects.get().courriel == "nouvelle@csil.example"
    assert Contact.objects.get().nom == "Accueil social"


def test_une_adresse_changee_par_les_deux(cripel, contact, agente, referent):
    page = f"/partenaires/{cripel.pk}/contacts/{contact.pk}/modifier/"
    ouvert = envoi_contact(contact)
    agente.post(page, ouvert | {"adresses-0-courriel": "nouvelle@csil.example"})
    reponse = referent.post(page, ouvert | {"adresses-0-courriel": "autre@csil.example"})
    contenu = reponse.content.decode()
    assert (
        f"{QUI} a écrit ici" in contenu
        and "nouvelle@csil.example" in contenu
        and "autre@csil.example" in contenu
    )
    assert AdresseSujet.objects.get().courriel == "nouvelle@csil.example"


def test_une_adresse_supprimee_par_l_autre(cripel, contact, agente, referent):
    page = f"/partenaires/{cripel.pk}/contacts/{contact.pk}/modifier/"
    ouvert = envoi_contact(contact)
    agente.post(page, ouvert | {"adresses-0-DELETE": "on"})
    reponse = referent.post(page, ouvert | {"nom": "Accueil social"})
    assert "a été supprimée entre-temps" in reponse.content.decode()
    assert (
        referent.post(page, ouvert | {"nom": "Accueil social", "adresses-0-DELETE": "on"}).status_code == 302
    )
    assert Contact.objects.get().nom == "Accueil social"


def test_une_adresse_changee_ne_se_supprime_pas_sans_l_avoir_vue(cripel, contact, agente, referent):
    page = f"/partenaires/{cripel.pk}/contacts/{contact.pk}/modifier/"
    ouvert = envoi_contact(contact)
    agente.post(page, ouvert | {"adresses-0-courriel": "nouvelle@csil.example"})
    reponse = referent.post(page, ouvert | {"adresses-0-DELETE": "on"})
    assert "elle vaut maintenant nouvelle@csil.example" in reponse.content.decode()
    version = AdresseSujet.objects.get().version
    assert (
        referent.post(page, ouvert | {"adresses-0-DELETE": "on", "adresses-0-version": version}).status_code
        == 302
    )
    assert not AdresseSujet.objects.exists()


def test_la_ligne_est_verrouillee_pendant_qu_on_l_enregistre(cripel, agente):
    with CaptureQueriesContext(connection) as requetes:
        modifier(agente, cripel, missions="Accompagner.")
    assert any("FOR UPDATE" in requete["sql"] for requete in requetes)
