"""Every page of ours, opened by somebody who may: axe without violation and nothing overflowing, wide and on a phone."""

import re

import pytest
from django.db import transaction
from django.urls import reverse

from concertation.agenda.models import AgendaPersonnel
from concertation.demonstration import charger as charger_les_reunions
from concertation.modeles.models import ModeleReunion
from concertation.reunions.models import Reunion
from csil.comptes.groupes import CELLULE
from partenaires.annuaire.models import Contact, Offre, Partenaire
from partenaires.appartenances.actes import donner_tenue
from partenaires.distribution import attribuer, creer, mandater
from tests.concertation.ecritures import a_chaque_etape, arretee, convoquee, inviter_sans_compte
from tests.informations_sensibles import ecritures as cellule
from tests.navigateur import entrer, sans_violation
from tests.outils import proprietaire


@pytest.fixture
def pages(distribution, parler):
    """A world where each page has something to show."""
    with proprietaire():
        cripel = Partenaire.objects.get(code="cripel")
        contact = Contact.objects.create(partenaire=cripel, nom="Accueil", courriel="accueil@csil.example")
        Offre.objects.create(
            partenaire=cripel, intitule="Parcours d’intégration", description="Un bilan individuel."
        )
        donner_tenue(cripel, distribution.agent_cripel, par=distribution.referent)
        nouveau = creer("nouveau", "Nouveau membre")
        attribuer(nouveau, CELLULE)
        mandat = mandater(nouveau, CELLULE, demande_par=distribution.admin, confirme_par=None)
        monde_de_la_cellule = cellule.monde(distribution)
        seances = _des_seances(a_chaque_etape(distribution))
    convoquees = _des_convocations(distribution.referent, parler, distribution.agent_saj)
    sans_objet = "accueil aide plateforme connexions mfa_index account_change_password partenaires mandats"
    fiche = "partenaire partenaire-historique partenaire-modifier partenaire-tenue"
    return [
        *map(reverse, sans_objet.split()),
        *(reverse(nom, args=[cripel.pk]) for nom in fiche.split()),
        *(reverse("rubrique-nouveau", args=[cripel.pk, r]) for r in ("services", "contacts", "offres", "implantations", "fonctions")),
        reverse("rubrique-modifier", args=[cripel.pk, "contacts", contact.pk]),
        reverse("rubrique-supprimer", args=[cripel.pk, "contacts", contact.pk]),
        reverse("mandat", args=[mandat.pk]),
        reverse("mandat-terminer", args=[mandat.pk]),
        *_de_la_cellule(monde_de_la_cellule),
        *convoquees,
        *seances,
        "/partenaires/?q=introuvable",
        "/nulle-part/",
    ]  # fmt: skip


def _des_seances(monde):
    """A meeting under way, its minutes at each step, what was promised."""
    tenue, point, decision = monde["tenue"], monde["point_tenu"], monde["decision"]
    autres = {
        "tenue": "seance seance-ajouter presence-inviter compte-rendu compte-rendu-relire",
        "relecture": "seance compte-rendu compte-rendu-approuver amendement-nouveau",
        "approuvee": "compte-rendu addendum-nouveau",
        "convocation_tenue": "presence-corriger",
        "demande": "amendement-trancher",
        "action": "action action-modifier action-retirer action-historique",
    }
    return [
        reverse("actions"),
        *(reverse(nom, args=[monde[objet].pk]) for objet, noms in autres.items() for nom in noms.split()),
        *(
            reverse("acte-nouveau", args=[tenue.pk, point.pk, genre])
            for genre in ("decision", "avis", "action")
        ),
        reverse("acte-modifier", args=[tenue.pk, point.pk, "decision", decision.pk]),
        reverse("acte-retirer", args=[tenue.pk, point.pk, "decision", decision.pk]),
    ]


def _de_la_cellule(monde):
    du_secteur = (
        "secteur secteur-historique secteur-fiche organisation-nouvelle correspondant-nouveau point-de-contact-nouveau "
        "exercice-nouveau processus-nouveau"
    )
    autres = {
        "organisation": "organisation-modifier",
        "point_de_contact": "point-de-contact-modifier",
        "exercice_envoye": "exercice-conclure",
        "processus": "processus processus-modifier processus-historique",
        "version": "version version-fiche version-comparer version-retirer",
        "brouillon": "version-etapes",
        "soumise": "version",
        "signalement": "signalement signalement-historique signalement-quarantaine blocage-nouveau",
        "signalement_pris": "traitement-confier traitement-clore",
        "signalement_clos": "signalement traitement-relire",
        "blocage": "blocage-lever",
    }
    sans_objet = "cellule secteurs processus-liste signalements signalement-nouveau signalement-urgence"
    return [
        *map(reverse, sans_objet.split()),
        *(reverse(nom, args=[monde["secteur"]]) for nom in du_secteur.split()),
        *(reverse(nom, args=[monde[objet]]) for objet, noms in autres.items() for nom in noms.split()),
    ]


def _des_convocations(referent, parler, agent) -> list[str]:
    """A meeting to convoke, one that is convoked, and one's own calendar."""
    with parler(referent), transaction.atomic():
        prete, tenue = arretee(referent, agent), convoquee(referent, agent)
        inviter_sans_compte(tenue, referent)
        tenue.lieu = "Salle des Pas perdus"
        tenue.save()
        AgendaPersonnel.ouvrir(par=referent)
    convocation = tenue.convocations.get(personne=agent)
    return [
        reverse("convoquer", args=[prete.pk]),
        *(reverse("convocations", args=[ici.pk]) for ici in (prete, tenue)),
        *(
            reverse(f"convocation-{acte}", args=[convocation.pk])
            for acte in ("modifier", "retirer", "repondre")
        ),
        reverse("mon-agenda"),
        reverse("agenda-renouveler"),
    ]


def test_toutes_les_pages(page, pages):
    entrer(page, "referent")
    for adresse in pages:
        page.goto(adresse)
        assert page.locator("h1").count() == 1 and page.title().startswith(
            ("CSIL", "Concertation", "Cellule")
        ), adresse
        sans_violation(page)


def test_les_pages_des_reunions(page, distribution):
    """The demonstration's meetings, one in every state; the templates; the year."""
    with proprietaire():
        charger_les_reunions()
    ici, modele = {r.etat: r.pk for r in Reunion.objects.order_by("-debut")}, ModeleReunion.objects.first()
    entrer(page, "referent")
    for adresse in [
        "/",
        *map(reverse, ("concertation", "reunions", "reunions-calendrier", "assiduite", "modeles", "modele-nouveau")),
        f"{reverse('reunion-nouvelle')}?modele={modele.pk}",
        *(reverse("reunion", args=[pk]) for pk in ici.values()),
        reverse("reunion-historique", args=[ici["approuvee"]]),
        *(reverse(f"reunion-{acte}", args=[ici["convoquee"]]) for acte in ("modifier", "en-modele", "tenir", "reporter", "annuler")),
        reverse("reunion-reprogrammer", args=[ici["reportee"]]),
        *(reverse(nom, args=[modele.pk]) for nom in ("modele", "modele-modifier", "modele-historique", "modele-invites", "modele-supprimer", "modele-point-nouveau")),
        "/concertation/reunions/?q=introuvable",
        "/concertation/reunions/calendrier/?mois=2011-02",
    ]:  # fmt: skip
        page.goto(adresse)
        assert page.locator("h1").count() == 1 and page.title().startswith(("CSIL", "Concertation")), adresse
        sans_violation(page)


def test_les_pages_des_visiteurs(page):
    for adresse in (
        "/comptes/login/",
        "/comptes/password/reset/",
        "/comptes/invitation/zz/faux/",
        "/courriels/",
    ):
        page.goto(adresse)
        sans_violation(page)


def test_en_sombre_et_en_grand(page, pages):
    page.emulate_media(color_scheme="dark")
    entrer(page, "referent")
    for adresse in ("/", "/partenaires/", pages[8], "/plateforme/", "/aide/"):
        page.goto(adresse)
        sans_violation(page, largeurs=(1440, 320))


def test_l_accueil_de_chacun(ouvrir_page):
    """Each role's home; an empty one says what one could do."""
    for login in ("agent-saj", "contact-tec", "dpo", "admin", "contact-tfl"):
        page = ouvrir_page()
        entrer(page, login)
        assert page.locator(".attente, .vide").count() >= 1
        sans_violation(page)


def test_au_clavier_le_lien_d_evitement_puis_le_contenu(page):
    entrer(page, "agent-saj")
    page.goto("/partenaires/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Aller au contenu"
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("#contenu$"))


def test_sans_javascript(navigateur, live_server, transactional_db, distribution):
    """JavaScript only improves: the whole way works without it."""
    contexte = navigateur.new_context(java_script_enabled=False, base_url=live_server.url)
    page = contexte.new_page()
    entrer(page, "agent-saj")
    page.goto("/partenaires/?q=cripel")
    page.locator("tbody th a").click()
    assert "CRIPEL" in page.locator("main").inner_text()
    contexte.close()


def test_l_annuaire_s_imprime(page):
    """On paper the list without the tool, with who printed it and when."""
    entrer(page, "agent-saj")
    page.goto("/partenaires/")
    page.emulate_media(media="print")
    assert not page.locator(".entete").is_visible() and not page.locator(".filtres").is_visible()
    assert page.locator("tbody tr").count() == 17
    assert "Agent du SAJ" in page.locator(".impression__pied").inner_text()
