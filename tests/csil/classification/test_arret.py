"""The stop: a marking declared or found, and nothing of what was sent is anywhere afterwards (R28, R30)."""

import io
import logging
import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test import Client, RequestFactory
from django.views.debug import get_default_exception_reporter_filter, get_exception_reporter_class

from csil.classification import ChampMarquage, FormulaireSansClassifie, InformationClassifiee, Marquage
from csil.classification.champs import ChampMarquageFormulaire
from csil.exploitation.rapports import SansTexte
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import Offre, Partenaire
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire

TEMOIN = "zyxotropique"  # a word that nothing else holds
REFUSES = [
    Marquage.RESTREINT,
    Marquage.CONFIDENTIEL,
    Marquage.SECRET,
    Marquage.TRES_SECRET,
    Marquage.DIFFUSION_RESTREINTE,
]

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
def membre(distribution, client_de):
    return client_de(distribution.membre_cellule)


@pytest.fixture
def carnet():
    """Everything that any logger writes, as the console shows it."""
    ecrit = io.StringIO()
    poignee = logging.StreamHandler(ecrit)
    poignee.setFormatter(SansTexte())
    loggers = [logging.getLogger(), logging.getLogger("django"), logging.getLogger("django.db.backends")]
    for logger in loggers:
        logger.addHandler(poignee)
    yield ecrit
    for logger in loggers:
        logger.removeHandler(poignee)


def envoyer(client, offre, quoi="sensible", **changes):
    envoi = {"intitule": "Note", "description": f"Le {TEMOIN} du club.", "marquage_origine": "aucun"}
    return client.post(f"/essai/{offre.pk}/{quoi}/", envoi | {"version": offre.version} | changes)


def tables_qui_contiennent(mot):
    """Every table of the database, read as its owner, whatever the type of its columns."""
    with proprietaire(), connection.cursor() as curseur:
        curseur.execute("SELECT relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace"
                        " WHERE n.nspname = 'public' AND relkind IN ('r', 'p')")  # fmt: skip
        trouvees = []
        for (table,) in curseur.fetchall():
            curseur.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{mot}%"])
            trouvees += [table] if curseur.fetchone()[0] else []
    return trouvees


def rien_ne_reste(reponse, carnet):
    assert TEMOIN not in reponse.content.decode()
    assert tables_qui_contiennent(TEMOIN) == []
    assert TEMOIN not in carnet.getvalue()
    assert not mail.outbox
    assert not [f for f in Path(settings.VAR).rglob("*") if f.is_file() and TEMOIN.encode() in f.read_bytes()]


def arrets(parler, distribution):
    with parler(distribution.dpo):
        return list(EntreeJournal.objects.filter(acte="classification.arret").order_by("quand"))


@pytest.mark.parametrize("marquage", REFUSES)
def test_un_marquage_declare_arrete_et_ne_laisse_rien(marquage, membre, offre, carnet, parler, distribution):
    reponse = envoyer(membre, offre, marquage_origine=marquage)
    assert reponse.status_code == 422 and reponse["Cache-Control"] == "no-store"
    assert "Arrêtez-vous ici" in reponse.content.decode()
    rien_ne_reste(reponse, carnet)
    (ligne,) = arrets(parler, distribution)
    assert (ligne.qui, ligne.motif, ligne.objet_id) == (distribution.membre_cellule, "marquage.declare", "")
    assert Offre.objects.get(pk=offre.pk).version == offre.version


@pytest.mark.parametrize(
    ("changes", "regle"),
    [
        ({"description": f"CONFIDENTIEL : le {TEMOIN}"}, "texte.be"),
        ({"intitule": f"NATO SECRET {TEMOIN}"}, "texte.otan"),
        ({"public": f"EU RESTRICTED {TEMOIN}"}, "texte.ue"),
        ({"description": f"S E C R E T {TEMOIN}", "intitule": ""}, "texte.espace"),  # whatever else is wrong
        ({"piece": SimpleUploadedFile(f"SECRET_{TEMOIN}.pdf", TEMOIN.encode())}, "fichier.be"),
    ],
)
def test_un_marquage_trouve_arrete_et_ne_laisse_rien(
    changes, regle, membre, offre, carnet, parler, distribution
):
    reponse = envoyer(membre, offre, **changes)
    assert reponse.status_code == 422
    rien_ne_reste(reponse, carnet)
    assert [ligne.motif for ligne in arrets(parler, distribution)] == [regle]


def test_sans_marquage_cela_s_enregistre(membre, offre):
    assert envoyer(membre, offre).status_code == 302
    assert TEMOIN in Offre.objects.get(pk=offre.pk).description


def test_sans_reponse_on_demande_et_rien_n_est_choisi(membre, offre):
    page = membre.get(f"/essai/{offre.pk}/sensible/").content.decode()
    assert page.count('name="marquage_origine"') == 6 and "checked" not in page
    assert page.count("data-arret") == 5
    reponse = envoyer(membre, offre, marquage_origine="")
    page = reponse.content.decode()
    assert reponse.status_code == 200 and "dites si la pièce porte un marquage" in page and TEMOIN in page


def test_l_usage_ordinaire_passe_avec_un_avertissement(membre, offre):
    reponse = envoyer(membre, offre, description="Un entretien confidentiel.")
    assert reponse.status_code == 302
    page = membre.get("/aide/").content.decode().replace("\xa0", " ")
    assert "avec le mot « confidentiel »" in page


def test_l_ancienne_mention_quand_l_officier_de_securite_l_a_ouverte(membre, offre, settings):
    settings.CSIL_DIFFUSION_RESTREINTE = True
    assert membre.get(f"/essai/{offre.pk}/sensible/").content.decode().count("data-arret") == 4
    assert envoyer(membre, offre, marquage_origine="diffusion_restreinte").status_code == 302
    assert envoyer(membre, offre, marquage_origine="restreint").status_code == 422


def test_un_point_de_contact_lit_une_phrase_au_lieu_de_repondre(membre, offre):
    page = membre.get(f"/essai/{offre.pk}/sensible/?contact").content.decode()
    assert "marquage_origine" not in page and "aucune information classifiée" in page
    adresse = f"/essai/{offre.pk}/sensible/?contact"
    envoi = {"intitule": "Note", "version": offre.version}
    assert membre.post(adresse, envoi | {"description": "Le club."}).status_code == 302
    assert membre.post(adresse, envoi | {"description": "SECRET : le club."}).status_code == 422


def test_une_page_perimee_ne_rend_pas_non_plus_le_texte(distribution, client_de, offre, carnet, parler):
    """A proof of origin out of date gives back what was typed, but not this."""
    client = Client(enforce_csrf_checks=True)
    client.cookies = client_de(distribution.membre_cellule).cookies
    origine = {"HTTP_ORIGIN": "http://testserver"}
    adresse = f"/essai/{offre.pk}/sensible/"
    reponse = client.post(
        adresse, {"description": f"SECRET {TEMOIN}", "marquage_origine": "secret"}, **origine
    )
    assert reponse.status_code == 422
    rien_ne_reste(reponse, carnet)
    assert [ligne.qui for ligne in arrets(parler, distribution)] == [distribution.membre_cellule]
    reponse = client.post(adresse, {"description": f"Le {TEMOIN}", "marquage_origine": "aucun"}, **origine)
    assert reponse.status_code == 403 and TEMOIN in reponse.content.decode()


# The fields, without a page


class Piece(FormulaireSansClassifie, forms.Form):
    marquage = ChampMarquageFormulaire()
    texte = forms.CharField()
    pieces = forms.FileField(required=False)


def test_le_formulaire_leve_l_arret_ou_qu_il_serve():
    with pytest.raises(InformationClassifiee) as arret:
        Piece({"marquage": "secret", "texte": TEMOIN}).is_valid()
    assert arret.value.regle == "marquage.declare" and TEMOIN not in str(arret.value)
    with pytest.raises(InformationClassifiee):
        Piece({"marquage": "n’importe quoi", "texte": "x"}).is_valid()
    assert Piece({"marquage": "aucun", "texte": "x"}).is_valid()


def test_un_niveau_ne_peut_pas_etre_garde():
    champ = ChampMarquage()
    champ.set_attributes_from_name("marquage_origine")
    assert champ.deconstruct()[1] == "django.db.models.CharField"
    assert champ.default == "aucun" and champ.formfield().initial is None and champ.formfield().required

    class Objet:
        marquage_origine = "secret"

    with pytest.raises(ValidationError):
        champ.pre_save(Objet(), True)


# Errors and logs


def test_une_panne_n_ecrit_pas_ce_qui_a_ete_tape(membre, offre, carnet):
    membre.raise_request_exception = False
    assert membre.post(f"/essai/{offre.pk}/panne/", {"intitule": TEMOIN}).status_code == 500
    dit = carnet.getvalue()
    assert (
        "Internal Server Error" in dit
        and "tests/csil/garde/page_essai.py" in dit
        and "DataError (22001" in dit
    )
    assert TEMOIN not in dit


def test_la_base_ne_note_pas_le_detail_d_un_refus(db):
    with connection.cursor() as curseur:
        curseur.execute(
            "SELECT setconfig FROM pg_db_role_setting WHERE setrole = 'csil_app'::regrole AND setdatabase = 0"
        )
        reglages = curseur.fetchone()[0]
    assert {"log_error_verbosity=terse", "log_min_error_statement=panic", "track_activities=off"} <= set(
        reglages
    )


def test_un_rapport_d_erreur_masque_tout():
    requete = RequestFactory().post(
        f"/x/?q={TEMOIN}", {"texte": TEMOIN, "f": io.BytesIO(b"x")}, HTTP_REFERER=f"/{TEMOIN}"
    )
    assert type(get_default_exception_reporter_filter()).__name__ == "FiltreSansTexte"
    secret = TEMOIN
    try:
        try:
            raise ValueError(f"invalid: {secret}")
        except ValueError as erreur:
            raise RuntimeError(secret) from erreur
    except RuntimeError as erreur:
        rapport = get_exception_reporter_class(requete)(requete, type(erreur), erreur, erreur.__traceback__)
        assert TEMOIN not in re.sub("TEMOIN", "", rapport.get_traceback_text())
        assert TEMOIN not in rapport.get_traceback_html()


def test_la_transaction_de_la_vue_est_defaite(membre, offre):
    """Nothing that the view wrote before the form was validated is kept."""
    assert connection.settings_dict["ATOMIC_REQUESTS"] and not transaction.get_connection().needs_rollback
    envoyer(membre, offre, description="SECRET")
    assert Offre.objects.get(pk=offre.pk).version == offre.version


# In the browser


def test_dans_le_navigateur_le_reste_disparait(page, offre):
    entrer(page, "membre-cellule")
    page.goto(f"/essai/{offre.pk}/sensible/")
    page.get_by_label("Intitulé").fill("Brouillon")
    sans_violation(page)
    page.get_by_label("SECRET", exact=True).check()
    assert not page.get_by_label("Intitulé").is_visible()
    assert page.get_by_text("Arrêtez-vous ici. N’écrivez rien de cette pièce.").is_visible()
    sans_violation(page)
    page.get_by_label("Aucun marquage").check()
    assert page.get_by_label("Intitulé").input_value() == "Brouillon"  # nothing lost by a wrong click
    page.get_by_label("Intitulé").fill("SECRET : brouillon")
    page.get_by_role("button", name="Enregistrer").click()
    page.get_by_role("heading", name="Rien n’a été enregistré").wait_for()
    assert "brouillon" not in page.content()
    sans_violation(page)
