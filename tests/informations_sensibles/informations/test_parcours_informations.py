"""In real browsers, with the keyboard: a RIR through its circuit; an information of State Security stopped at every exit."""

import pytest
from django.utils import timezone

from informations_sensibles.informations.models import Information
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.informations.test_informations import rir, surete  # noqa: F401 - fixture
from tests.informations_sensibles.signaler.test_parcours_signaler import cocher, lu, presser, taper
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire, relire

NOM = "Zwentibold"


def choisir(page, nom, valeur):
    page.get_by_label(nom).first.select_option(valeur)


def remplir(page, genre, source, **textes):
    cocher(page, "Aucun marquage")
    cocher(page, genre)
    cocher(page, source)
    taper(page, "Service d’origine", textes["originateur"])
    page.get_by_label("Date du fait").fill(timezone.localdate().isoformat())
    cocher(page, "Fait constaté")
    page.get_by_label("Catégorie de données").select_option(index=1)
    taper(page, "Ce qu’elle dit, dans vos mots", textes["synthese"])
    cocher(page, "H0")
    if textes.get("nom", NOM):
        taper(page, "Nom", NOM)


def test_un_rir_par_tout_son_circuit_au_clavier(rir, ouvrir_page, distribution):  # noqa: F811
    membre = ouvrir_page()
    entrer(membre, "membre-cellule")
    membre.goto("/informations-sensibles/informations/")
    sans_violation(membre)
    presser(membre, "Saisir une information", "link")
    sans_violation(membre)
    remplir(
        membre,
        "RIR",
        "Police locale",
        originateur="Police locale de Liège",
        synthese=f"{NOM} a été vu devant l’école.",
    )
    presser(membre, "Enregistrer l’information")
    assert "dont l’identité est gardée à part" in lu(membre)
    taper_de_nouveau = membre.get_by_label("Ce qu’elle dit, dans vos mots")
    taper_de_nouveau.fill("Le jeune homme a été vu devant l’école.")
    presser(membre, "Enregistrer l’information")
    assert "Elle attend d’être validée" in lu(membre)
    sans_violation(membre)
    with proprietaire():
        information = Information.objects.get()
    officier = ouvrir_page()
    entrer(officier, "officier-information")
    officier.goto("/")
    presser(officier, "Ouvrir", "link")
    assert NOM not in officier.content()
    sans_violation(officier)
    presser(officier, "Valider ou écarter", "link")
    cocher(officier, "Valider")
    taper(officier, "Pourquoi, en un mot", "Conforme au RIR.")
    sans_violation(officier)
    presser(officier, "Enregistrer ma décision")
    presser(officier, "Évaluer (4×4)", "link")
    cocher(officier, "B :")
    cocher(officier, "2 :")
    presser(officier, "Enregistrer l’évaluation")
    assert "B2" in lu(officier)
    presser(officier, "Informer le contact TFL", "link")
    taper(officier, "Un mot", "Transmis par le réseau séparé.")
    presser(officier, "C’est fait")
    assert "Circuit terminé" in lu(officier)
    sans_violation(officier)
    assert relire(information).cercle


def test_la_surete_n_a_pas_consenti(surete, ouvrir_page, distribution, parler):  # noqa: F811
    """Stopped at every exit, and each says why; the refusal is written down with the keyboard."""
    with parler(distribution.officier_information):
        information = Information.saisir(
            par=distribution.officier_information,
            **dossiers.champs_information(
                genre="rapport", source="surete", originateur="Sûreté de l’Etat", code_traitement="H2"
            ),
        )
        information.valider(par=distribution.officier_information, mot="Lu.")
        information.evaluer(par=distribution.officier_information, source="A", exactitude="2")
    page = ouvrir_page()
    entrer(page, "officier-information")
    page.goto(information.get_absolute_url())
    assert lu(page).count("n’a pas donné son accord") == 3
    presser(page, "Demander le consentement du service d’origine", "link")
    sans_violation(page)
    taper(page, "Qui a répondu", "Le chef de poste")
    cocher(page, "Il refuse")
    presser(page, "Consigner")
    assert lu(page).count("Sûreté de l’Etat a refusé") == 3
    sans_violation(page)
    page.goto(f"{information.get_absolute_url()}embargo/")
    sans_violation(page)
    page.goto(f"{information.get_absolute_url()}historique/")
    sans_violation(page)


@pytest.mark.parametrize("nom", ["rectifier", "masquer", "rattacher", "identite"])
def test_les_pages_des_actes_sont_accessibles(nom, rir, ouvrir_page, distribution):  # noqa: F811
    with proprietaire():
        validee = dossiers.information(distribution.officier_information)
        dossiers.identite(distribution.officier_information, information=validee)
    page = ouvrir_page()
    entrer(page, "officier-information")
    page.goto(f"{validee.get_absolute_url()}{nom}/")
    sans_violation(page)
