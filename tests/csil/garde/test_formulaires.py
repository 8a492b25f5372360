"""The guard on a form: a number that blocks, a passage that asks once, nothing lost, nothing of the text in the journal."""

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.test.utils import CaptureQueriesContext

from csil.garde import ChampGarde, FormulaireGarde, LigneGardee, TexteGarde
from csil.journal.models import EntreeJournal
from informations_sensibles.signalements.models import SignalementContextuel
from partenaires.annuaire.models import AdresseSujet, Contact, Offre, Partenaire
from tests.informations_sensibles import ecritures as cellule
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

NUMERO = "85.07.30-033.28"  # invented, with valid check digits
NAISSANCE = "Un jeune né le 3 mai 2001 vient au club."

pytestmark = pytest.mark.urls("tests.csil.garde.page_essai")


@pytest.fixture(autouse=True)
def gabarits_d_essai(settings):
    settings.TEMPLATES = [
        {
            **settings.TEMPLATES[0],
            "DIRS": [*settings.TEMPLATES[0]["DIRS"], settings.RACINE / "tests" / "templates"],
        }
    ]


@pytest.fixture
def offre(distribution):
    with proprietaire():
        cripel = Partenaire.objects.get(code="cripel")
        return Offre.objects.create(partenaire=cripel, intitule="Note", description="Un club.")


@pytest.fixture
def agent(distribution, client_de):
    return client_de(distribution.agent_saj)


def envoyer(client, offre, **changes):
    envoi = {"intitule": "Note", "description": "Un club.", "public": "", "version": offre.version}
    reponse = client.post(f"/essai/{offre.pk}/note/", envoi | changes)
    return reponse, reponse.content.decode().replace("\xa0", " ")


def cases(reponse, nom="description"):
    return {passage.nom: "on" for passage in reponse.context["form"].passages_de(nom)}


def fausses_alertes(parler, distribution):
    with parler(distribution.dpo):
        return list(EntreeJournal.objects.filter(acte="garde.fausse_alerte").order_by("quand"))


# On a page


def test_le_formulaire_dit_que_personne_n_est_nomme(agent, offre):
    page = agent.get(f"/essai/{offre.pk}/note/").content.decode()
    assert "Aucune personne concernée par une situation n’est nommée" in page
    assert "aucune information classifiée" in page and "Ce n’est pas une personne" not in page


def test_un_numero_national_bloque_et_rien_n_est_perdu(agent, offre):
    reponse, page = envoyer(agent, offre, description=f"Son numéro : {NUMERO}.")
    assert reponse.status_code == 200 and "resume-erreurs" in page
    assert "contient un numéro de registre national" in page
    assert f"Son numéro : {NUMERO}." in page and "Ce n’est pas une personne" not in page
    assert Offre.objects.get(pk=offre.pk).description == "Un club."


def test_un_passage_se_demande_une_fois_puis_se_confirme(agent, offre, parler, distribution):
    reponse, page = envoyer(agent, offre, description=NAISSANCE)
    assert "ressemble à une date de naissance" in page and NAISSANCE in page
    assert 'Ce n’est pas une personne : « <span class="garde__passage">né le 3 mai 2001</span> »' in page
    (nom,) = cases(reponse)
    assert f'<input type="checkbox" name="{nom}" id="{nom}">' in page
    reponse, _ = envoyer(agent, offre, description=NAISSANCE, **{nom: "on"})
    assert reponse.status_code == 302
    assert Offre.objects.get(pk=offre.pk).description == NAISSANCE
    (ligne,) = fausses_alertes(parler, distribution)
    assert ligne.qui == distribution.agent_saj and ligne.objet_id == str(offre.pk)
    assert ligne.motif == "partenaires.offre.description : naissance"
    assert "2001" not in f"{ligne.motif}{ligne.acte}{ligne.destinataires}"


def test_ce_qui_est_confirme_ne_se_demande_plus_ce_qui_est_nouveau_oui(agent, offre, parler, distribution):
    reponse, _ = envoyer(agent, offre, description=NAISSANCE)
    confirme = cases(reponse)
    (nom,) = confirme
    reponse, page = envoyer(agent, offre, description=f"{NAISSANCE} GSM 0475 12 34 56.", **confirme)
    assert reponse.status_code == 200 and page.count('type="checkbox"') == 1
    assert f'<input type="hidden" name="{nom}" value="on">' in page
    assert '« <span class="garde__passage">0475 12 34 56</span> »' in page
    assert fausses_alertes(parler, distribution) == []  # nothing is saved yet
    reponse, _ = envoyer(agent, offre, description=f"{NAISSANCE} GSM 0475 12 34 56.", **cases(reponse))
    assert reponse.status_code == 302
    motifs = [ligne.motif.rpartition(" ")[2] for ligne in fausses_alertes(parler, distribution)]
    assert sorted(motifs) == ["naissance", "telephone"]


def test_une_autre_faute_garde_la_confirmation(agent, offre):
    reponse, _ = envoyer(agent, offre, description=NAISSANCE)
    (nom,) = cases(reponse)
    reponse, page = envoyer(agent, offre, description=NAISSANCE, intitule="", **{nom: "on"})
    assert f'<input type="hidden" name="{nom}" value="on">' in page and "ressemble" not in page


def test_ce_qui_est_deja_dans_la_fiche_ne_se_demande_pas(agent, offre, parler, distribution):
    with proprietaire():
        offre.description = NAISSANCE
        offre.save()
    reponse, _ = envoyer(agent, offre, description=f"{NAISSANCE} Il s’entraîne.", version=offre.version)
    assert reponse.status_code == 302 and fausses_alertes(parler, distribution) == []


def test_une_confirmation_ne_vaut_que_pour_son_champ(agent, offre):
    reponse, _ = envoyer(agent, offre, description=NAISSANCE)
    (nom,) = cases(reponse)
    _, page = envoyer(agent, offre, intitule="Né le 3 mai 2001", **{nom: "on"})
    assert "ressemble à une date de naissance" in page


def test_une_confirmation_ne_fait_jamais_passer_un_numero_national(agent, offre):
    from hashlib import sha256

    numero = NUMERO.replace(".", "").replace("-", "")
    empreinte = sha256(f"description registre_national {numero}".encode()).hexdigest()[:16]
    _, page = envoyer(agent, offre, description=NUMERO, **{f"garde-{empreinte}": "on"})
    assert "un numéro de registre national" in page


def test_deux_personnes_sur_la_meme_fiche(agent, offre, distribution, client_de, parler):
    """What the other one confirmed and saved is taken over without being asked again; a conflict keeps the boxes."""
    referent = client_de(distribution.referent)
    reponse, _ = envoyer(referent, offre, description=NAISSANCE)
    assert envoyer(referent, offre, description=NAISSANCE, **cases(reponse))[0].status_code == 302
    reponse, page = envoyer(agent, offre, public="Les jeunes")
    assert reponse.status_code == 302, page
    actuelle = Offre.objects.get(pk=offre.pk)
    assert (actuelle.description, actuelle.public) == (NAISSANCE, "Les jeunes")
    reponse, page = envoyer(agent, offre, description="K.D., 17 ans")
    assert "a écrit ici" in page and "des initiales avec un âge" in page
    assert len(fausses_alertes(parler, distribution)) == 1


def test_l_annuaire_n_est_pas_une_alerte(agent, offre, distribution):
    with proprietaire():
        contact = Contact.objects.create(
            partenaire=offre.partenaire, nom="Accueil", telephone="+32 (0)4 221 00 00 ou 0475/12.34.56"
        )
        AdresseSujet.objects.create(contact=contact, sujet="Écoles", courriel="Ecoles@csil.example")
    texte = "Appelez le 04/221.00.00 ou le 0475 123 456, écrivez à ecoles@csil.example ou à Referent@csil.example."
    assert envoyer(agent, offre, description=texte)[0].status_code == 302
    _, page = envoyer(agent, Offre.objects.get(), description="Le 04 221 00 01, x@csil.example")
    assert "un numéro de téléphone et une adresse de courriel" in page


def test_le_repertoire_coute_deux_requetes_au_plus(agent, offre):
    def requetes(texte):
        with CaptureQueriesContext(connection) as capturees:
            envoyer(agent, offre, description=texte)
        return len(capturees)

    un = requetes("0475 12 34 56 et a@csil.example")
    assert requetes(" ".join(f"0475 12 34 {n} et a{n}@csil.example" for n in range(10, 40))) == un
    assert requetes("Né le 3 mai 2001") == un - 2  # no directory is asked without a number nor an address


# On a form without a model, and on the field itself


class Note(FormulaireGarde, forms.Form):
    champs_gardes = ("texte",)
    texte = forms.CharField(label="Texte", widget=forms.Textarea)


def test_un_formulaire_sans_modele(distribution, parler):
    form = Note({"texte": NAISSANCE})
    assert "une date de naissance" in form.errors["texte"][0]
    (passage,) = form.passages_de("texte")
    with parler(distribution.agent_saj):
        assert Note({"texte": NAISSANCE, passage.nom: "on"}).is_valid()
    (ligne,) = fausses_alertes(parler, distribution)
    assert ligne.motif == "Note.texte : naissance"


def test_les_formulaires_d_une_page_ont_chacun_leurs_cases():
    un, deux = (Note({f"{p}-texte": NAISSANCE}, prefix=p) for p in ("un", "deux"))
    noms = {form.passages_de("texte")[0].nom for form in (un, deux) if not form.is_valid()}
    assert len(noms) == 2


def test_une_migration_ne_connait_que_le_champ_de_django():
    assert TexteGarde("leçon").deconstruct()[1] == "django.db.models.TextField"
    ligne, simple = LigneGardee("titre", max_length=80), models.CharField("titre", max_length=80)
    assert ligne.deconstruct()[1:] == simple.deconstruct()[1:]


def test_un_autre_genre_de_champ_peut_etre_garde():
    class Adresse(ChampGarde, models.EmailField):
        pass

    assert Adresse().deconstruct()[1] == models.EmailField().deconstruct()[1]


def test_le_champ_refuse_quoi_que_fasse_le_formulaire(distribution, parler):
    """Whatever the form did, or if there was none; what is only likely is the form's question."""
    with parler(distribution.referent):
        signalement = cellule.signalement(distribution.referent, quoi=NAISSANCE)
        with pytest.raises(ValidationError, match="un numéro de registre national"), transaction.atomic():
            cellule.signalement(distribution.referent, quoi=NUMERO)
    assert SignalementContextuel._meta.get_field("quoi").clean(NAISSANCE, signalement) == NAISSANCE
    with pytest.raises(ValidationError):
        SignalementContextuel(quoi=NUMERO).clean_fields()


def test_enregistrer_ne_coute_pas_de_requete_de_plus(offre):
    champ = TexteGarde("leçon")
    champ.set_attributes_from_name("description")
    champ.model = Offre
    offre.description = "Un club. " * 1000
    with CaptureQueriesContext(connection) as requetes:
        champ.pre_save(offre, add=False)
    assert not requetes


def test_ce_qui_etait_deja_ecrit_n_est_pas_juge_de_nouveau(offre):
    champ = TexteGarde("leçon")
    champ.set_attributes_from_name("description")
    champ.model = Offre
    with proprietaire():
        offre.description = NUMERO
        offre.save()  # the model of the directory is not guarded
    assert champ.pre_save(offre, add=False) == NUMERO
    offre.description = f"{NUMERO} bis"
    with pytest.raises(ValidationError):
        champ.pre_save(offre, add=False)


# In the browser


def test_dans_le_navigateur_au_clavier(page, offre):
    entrer(page, "agent-saj")
    page.goto(f"/essai/{offre.pk}/note/")
    page.get_by_label("Ce qui est proposé").fill("M. K., 17 ans, 0475 12 34 56")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("group", name="Si ce n’est pas une personne").wait_for()
    sans_violation(page)
    page.keyboard.press("Tab")  # from the summary of errors to its first link
    page.keyboard.press("Enter")
    assert page.get_by_label("Ce qui est proposé").evaluate("champ => champ === document.activeElement")
    for _ in range(2):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
    page.get_by_role("button", name="Enregistrer").press("Enter")
    page.wait_for_url(lambda adresse: "/partenaires/" in adresse)
