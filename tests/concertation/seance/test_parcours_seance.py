"""In a real browser: a meeting from its opening to its locked minutes; minutes that survive a dead network and a dead browser."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Error, expect

from concertation.actions.models import Action
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.reunions.models import Etat, Reunion
from tests.concertation.ecritures import action, dans, en_seance, inviter, point, rediger, reunion
from tests.navigateur import entrer, sans_violation, sortir

ENREGISTRE = re.compile(r"Enregistré à \d")


def editeur(page):
    return page.locator(".editeur__texte")


def etat(page):
    return page.locator("[data-etat]")


def taper(page, texte):
    editeur(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(texte)


def ouvrir(page, ici):
    page.goto(reverse("seance", args=[ici.pk]))
    expect(editeur(page)).to_be_visible()


def texte_de(ici) -> str:
    return CompteRenduPoint.objects.get(point=ici.points.inscrits().first()).texte


@pytest.fixture
def ici(distribution, parler):
    """A meeting under way; the agent of the SAJ is its secretary."""
    with parler(distribution.referent):
        return en_seance(
            distribution.referent,
            [distribution.agent_saj, distribution.agent_cripel],
            secretaire=distribution.agent_saj,
        )


def test_une_reunion_de_l_ouverture_au_verrou(ouvrir_page, distribution, parler):
    """The Référent, two partners, and one who does not come."""
    referent = distribution.referent
    with parler(referent):
        ici = reunion(referent, debut=timezone.now() - timedelta(minutes=5))
        for titre in ("Familles inquiètes", "Formation"):
            point(ici, referent, titre)
        for personne in (distribution.agent_saj, distribution.agent_cripel, distribution.bourgmestre):
            inviter(ici, referent, personne)
    page = ouvrir_page()
    page.set_viewport_size({"width": 820, "height": 1180})  # a tablet
    entrer(page, "referent")
    page.goto(ici.get_absolute_url() + "tenir/")
    page.locator("main form button").click()
    page.goto(reverse("seance", args=[ici.pk]))
    page.get_by_role("button", name="Commencer ce point").click()

    # Everybody but one, then an exception: two taps, without a reload
    page.evaluate("window.memeDocument = true")
    absent = page.locator("#feuille li", has_text="Bourgmestre")
    absent.get_by_role("button", name=re.compile("^Excusé")).click()
    page.get_by_role("button", name="Tous présents").click()  # at once: taps wait for each other
    expect(absent.locator(".etat")).to_have_text("Excusé")
    expect(page.get_by_role("heading", name=re.compile("2 sur 3"))).to_be_visible()
    partante = page.locator("#feuille li", has_text="Agente du CRIPEL")
    partante.locator("summary").click()
    partante.get_by_role("button", name=re.compile("Part après ce point")).click()
    expect(page.locator("#feuille")).to_contain_text("2 sur 3")

    # The text by itself; an opinion and an action beside it
    taper(page, "Un support commun est souhaité.")
    expect(etat(page)).to_have_text(ENREGISTRE)
    page.get_by_text("Noter un avis").first.click()
    page.locator("#id_avis_texte").fill("Une fiche commune.")
    page.locator("form[aria-label='Noter un avis'] button").click()
    expect(page.locator(".acte")).to_contain_text("Une fiche commune.")
    page.get_by_text("Noter une action").first.click()
    formulaire = page.locator("form[aria-label='Noter une action']")
    formulaire.get_by_label(re.compile("^Action")).fill("Rédiger la fiche.")
    formulaire.get_by_label(re.compile("Qui s’en charge")).select_option(label="Agent du SAJ")
    formulaire.get_by_label(re.compile("Pour le")).fill(timezone.localdate(dans(20)).isoformat())
    formulaire.locator("button").click()
    expect(page.locator(".acte", has_text="Rédiger la fiche.")).to_be_visible()
    assert page.evaluate("window.memeDocument"), "un geste a rechargé la page"
    sans_violation(page, (820, 360))
    page.set_viewport_size({"width": 820, "height": 1180})

    # The next item: whoever left is not there
    page.get_by_role("button", name=re.compile("Passer au point 2 :")).click()
    expect(page.get_by_role("heading", name=re.compile("1 sur 3"))).to_be_visible()
    page.get_by_role("link", name="Clore et faire relire").first.click()
    assert "n’a ni texte, ni décision" in page.locator("main").inner_text()
    page.get_by_role("link", name="Compléter la séance").click()
    taper(page, "Deux dates sont proposées.")
    expect(etat(page)).to_have_text(ENREGISTRE)
    page.get_by_role("link", name="Clore et faire relire").first.click()
    assert "2 personnes reçoivent un courriel" in page.locator("main").inner_text().replace("\xa0", " ")
    page.get_by_role("button", name="Faire circuler le compte rendu").click()
    expect(page.locator(".tete")).to_contain_text("En relecture")

    # A partner who was there asks for a correction; one who was not there reads
    saj = ouvrir_page()
    entrer(saj, "agent-saj", decalage=1)
    saj.goto(reverse("compte-rendu", args=[ici.pk]))
    saj.get_by_role("link", name=re.compile("Demander une correction du point 1")).click()
    saj.get_by_label(re.compile("Ce qui devrait être écrit")).fill("Dire « fiche » plutôt que « support ».")
    saj.get_by_role("button", name="Demander cette correction").click()
    expect(saj.locator(".demande")).to_contain_text("En attente")

    # The Référent corrects the text in the same act, then the next meeting approves
    page.goto(reverse("compte-rendu", args=[ici.pk]))
    page.get_by_role("link", name=re.compile("Répondre")).click()
    page.get_by_label("Accepter la correction").check()
    page.get_by_label(re.compile("Un mot à la personne")).fill("C’est plus juste.")
    expect(editeur(page)).to_be_visible()
    editeur(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.type("Une fiche commune est souhaitée.")
    page.get_by_role("button", name="Répondre").click()
    expect(page.locator(".cr__texte").first).to_have_text("Une fiche commune est souhaitée.")
    with parler(referent):
        en_seance(referent, titres=("Approbation",), debut=timezone.now())
    page.goto(reverse("compte-rendu", args=[ici.pk]))
    page.get_by_role("link", name="Noter l’approbation").click()
    page.locator("input[name=lors_de]").first.check()
    page.get_by_role("button", name="Approuver et verrouiller").click()
    expect(page.locator(".tete")).to_contain_text("Approuvé, verrouillé")
    page.get_by_role("link", name="Ajouter un addendum").click()
    page.get_by_label(re.compile("^Addendum")).fill("Lire « mardi ».")
    page.get_by_role("button", name="Ajouter l’addendum").click()
    expect(page.locator("#addendums")).to_contain_text("Référent Radicalisme, le ")
    sans_violation(page)

    saj.goto(reverse("compte-rendu", args=[ici.pk]))
    assert "C’est plus juste." in saj.locator(".demande").inner_text()
    assert saj.get_by_role("link", name=re.compile("Demander une correction")).count() == 0
    saj.goto("/")
    assert Reunion.objects.get(pk=ici.pk).etat == Etat.APPROUVEE
    assert Action.objects.get().responsable == distribution.agent_saj


def test_le_reseau_meurt_puis_le_navigateur(page, ici):
    """Typed offline, then the page is closed without having saved: the words are offered back, beside the server's."""
    entrer(page, "referent")
    ouvrir(page, ici)
    taper(page, "Ce qui est en sûreté.")
    expect(etat(page)).to_have_text(ENREGISTRE)
    page.context.set_offline(True)
    taper(page, " Et ce qui ne l’est pas encore.")
    expect(etat(page)).to_have_text("Hors ligne : gardé sur cet appareil")
    page.close()
    assert "Et ce qui" not in texte_de(ici)

    autre = page.context.new_page()
    page.context.set_offline(False)
    ouvrir(autre, ici)
    offre = autre.locator(".choisir")
    expect(offre).to_contain_text("est resté sur cet appareil")
    expect(offre).to_contain_text("Et ce qui ne l’est pas encore.")
    sans_violation(autre)
    autre.get_by_role("button", name="Reprendre ce texte").click()
    expect(etat(autre)).to_have_text(ENREGISTRE)
    expect(editeur(autre)).to_contain_text("Et ce qui ne l’est pas encore.")
    assert "Et ce qui ne l’est pas encore." in texte_de(ici)
    assert (
        autre.evaluate("Object.keys(localStorage).filter((cle) => cle.startsWith('csil:redaction')).length")
        == 0
    )
    autre.reload()
    expect(editeur(autre)).to_be_visible()
    assert autre.locator(".choisir").count() == 0


def test_le_navigateur_s_ecrase_entre_deux_frappes(page, ici):
    """Before the pause after which the text is sent."""
    entrer(page, "referent")
    ouvrir(page, ici)
    page.route("**/texte/", lambda route: route.abort())
    taper(page, "Écrit juste avant l’écrasement.")
    with pytest.raises(Error):
        page.goto("chrome://crash")
    autre = page.context.new_page()
    ouvrir(autre, ici)
    expect(autre.locator(".choisir")).to_contain_text("Écrit juste avant l’écrasement.")
    autre.get_by_role("button", name="L’abandonner").click()
    expect(autre.locator(".choisir")).to_have_count(0)
    autre.reload()
    expect(editeur(autre)).to_be_visible()
    assert autre.locator(".choisir").count() == 0 and not CompteRenduPoint.objects.exists()


def test_le_reseau_revient_et_le_texte_part(page, ici):
    entrer(page, "referent")
    ouvrir(page, ici)
    page.context.set_offline(True)
    taper(page, "Écrit dans le tunnel.")
    expect(etat(page)).to_have_text("Hors ligne : gardé sur cet appareil")
    page.context.set_offline(False)
    expect(etat(page)).to_have_text(ENREGISTRE, timeout=15_000)
    assert "Écrit dans le tunnel." in texte_de(ici)


def test_se_deconnecter_ne_laisse_rien_sur_l_appareil(page, ici):
    entrer(page, "referent")
    ouvrir(page, ici)
    page.route("**/texte/", lambda route: route.abort())
    taper(page, "Resté ici.")
    expect(etat(page)).to_have_text("Hors ligne : gardé sur cet appareil")
    page.goto("/")
    cles = "Object.keys(localStorage).filter((cle) => cle.startsWith('csil:redaction')).length"
    assert page.evaluate(cles) == 1
    sortir(page)
    assert page.evaluate(cles) == 0


def test_deux_personnes_ecrivent_en_meme_temps(ouvrir_page, ici):
    """Each is told of the other; nobody's words are overwritten."""
    referent, secretaire = ouvrir_page(), ouvrir_page()
    entrer(referent, "referent")
    entrer(secretaire, "agent-saj", decalage=1)
    ouvrir(referent, ici)
    ouvrir(secretaire, ici)
    expect(secretaire.locator("[data-autres]")).to_have_text("Référent Radicalisme a aussi ouvert ce point.")
    taper(referent, "Du Référent.")
    expect(etat(referent)).to_have_text(ENREGISTRE)
    # The other one, who had not typed anything yet, receives it
    expect(editeur(secretaire)).to_contain_text("Du Référent.", timeout=15_000)
    expect(secretaire.locator("[data-autres]")).to_have_text(
        "Référent Radicalisme écrit aussi ce point.", timeout=15_000
    )
    # Then both write: the second to be saved is shown both texts
    referent.route("**/veille/", lambda route: route.abort())
    secretaire.route("**/veille/", lambda route: route.abort())
    taper(secretaire, " Du secrétaire.")
    expect(etat(secretaire)).to_have_text(ENREGISTRE)
    taper(referent, " Encore du Référent.")
    choix = referent.locator(".choisir")
    expect(choix).to_contain_text("Agent du SAJ a enregistré ce point")
    expect(choix).to_contain_text("Du Référent. Du secrétaire.")
    expect(choix).to_contain_text("Du Référent. Encore du Référent.")
    assert "Encore" not in texte_de(ici)
    sans_violation(referent)
    referent.get_by_role("button", name="Mettre les deux à la suite").click()
    expect(etat(referent)).to_have_text(ENREGISTRE)
    assert "Du secrétaire." in texte_de(ici) and "Encore du Référent." in texte_de(ici)


def test_la_garde_demande_sans_rien_perdre(page, ici):
    entrer(page, "referent")
    ouvrir(page, ici)
    taper(page, "On en reparle le 3 mars 2009, né le 3 mars 2009.")
    expect(page.locator("[data-plainte]")).to_contain_text("date de naissance")
    sans_violation(page)
    page.locator("[data-garde] input[type=checkbox]").first.check()
    expect(etat(page)).to_have_text(ENREGISTRE)
    assert "né le 3 mars 2009" in texte_de(ici)


def test_une_autre_action_de_la_page_attend_que_le_texte_soit_enregistre(page, ici):
    entrer(page, "referent")
    ouvrir(page, ici)
    taper(page, "Tapé puis quitté aussitôt.")
    page.get_by_role("button", name="Commencer ce point").click()
    expect(page.locator(".deroule__point--ouvert")).to_contain_text("En cours")
    assert "Tapé puis quitté aussitôt." in texte_de(ici)
    assert page.locator(".choisir").count() == 0


def test_toute_la_seance_sans_javascript(navigateur, live_server, transactional_db, distribution, ici):
    contexte = navigateur.new_context(java_script_enabled=False, base_url=live_server.url)
    page = contexte.new_page()
    page.set_default_timeout(10_000)
    entrer(page, "referent")
    page.goto(reverse("seance", args=[ici.pk]))
    page.get_by_role("button", name="Commencer ce point").click()
    page.get_by_role("button", name="Tous présents").click()
    assert "2 sur 2" in page.locator("#feuille").inner_text()
    page.get_by_label(re.compile("Ce qui s’est dit")).fill("Une ligne.")
    page.get_by_role("button", name="Enregistrer", exact=True).click()
    assert "Enregistré à" in page.locator("main").inner_text()
    page.get_by_text("Noter un avis").first.click()
    page.locator("#id_avis_texte").fill("Une fiche commune.")
    page.locator("form[aria-label='Noter un avis'] button").click()
    assert "Une fiche commune." in page.locator(".acte").inner_text()
    partant = page.locator("#feuille li", has_text="Agent du SAJ")
    partant.locator("summary").click()
    partant.get_by_role("button", name=re.compile("Part après")).click()
    page.get_by_role("button", name=re.compile("Passer au point 2 :")).click()
    assert "1 sur 2" in page.locator("#feuille").inner_text()
    contexte.close()


def test_une_action_de_l_accueil_jusqu_a_faite(page, ici, distribution, parler):
    with parler(distribution.referent):
        premier = ici.points.inscrits().first()
        rediger(premier, distribution.referent)
        action(premier, distribution.referent, "Rédiger la fiche", -2, responsable=distribution.agent_saj)
    entrer(page, "agent-saj")
    assert "2 jours de retard" in page.locator(".attente").inner_text().replace("\xa0", " ")
    page.get_by_role("link", name=re.compile("Dire où elle en est")).click()
    page.get_by_role("textbox", name=re.compile("Où en est-on")).fill("Imprimée et distribuée.")
    page.get_by_role("button", name="C’est fait").click()
    expect(page.locator(".tete")).to_contain_text("Faite")
    sans_violation(page)
