"""The access matrix, played: every person and a visitor against every address."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

from concertation.agenda.jetons import jeton_d_agenda
from concertation.agenda.models import AgendaPersonnel
from concertation.convocations.actes.reunion import reporter
from concertation.convocations.jetons import jeton_de_reponse
from concertation.ordre_du_jour.actes.reunion import arreter
from csil.comptes.groupes import CELLULE
from csil.comptes.models import Connexion
from csil.courrier.models import Envoi, EtatEnvoi
from csil.identite import au_nom_de
from csil.journal.models import EntreeJournal
from csil.quarantaine.models import Quarantaine
from partenaires.annuaire.models import Contact, Partenaire
from partenaires.appartenances.actes import donner_tenue
from partenaires.distribution import ROLES, attribuer, creer, mandater
from tests.concertation.ecritures import a_chaque_etape
from tests.concertation.ecritures import arretee as creer_arretee
from tests.concertation.ecritures import convoquee as creer_convoquee
from tests.concertation.ecritures import modele as creer_modele
from tests.concertation.ecritures import point as creer_point
from tests.concertation.ecritures import reunion as creer_reunion
from tests.informations_sensibles import ecritures as cellule
from tests.maison.matrice import MATRICE, VISITEUR
from tests.outils import proprietaire
from tests.partenaires.mandats.mandats import dans_chaque_etat
from tests.photographie import Decor

PERSONNES = [login for login, *_ in ROLES]


def batir(distribution, parler) -> dict:
    with proprietaire():
        cripel = Partenaire.objects.get(code="cripel")
        contact = Contact.objects.create(partenaire=cripel, nom="Accueil", courriel="accueil@csil.example")
        donner_tenue(cripel, distribution.agent_cripel, par=distribution.referent)
        nouveau = creer("nouveau", "Nouveau membre")
        attribuer(nouveau, CELLULE)
        mandat = mandater(nouveau, CELLULE, demande_par=distribution.admin, confirme_par=None)
        rejete, attend = (
            Envoi.objects.create(
                destinataire="x@csil.example", par=distribution.referent, etat=etat, cle=etat
            )
            for etat in (EtatEnvoi.REJETE, EtatEnvoi.EN_ATTENTE)
        )
        connexion = Connexion.objects.create(personne=nouveau, session="0" * 40, appareil="Firefox")
        reunion = creer_reunion(distribution.referent)
        seances = a_chaque_etape(distribution)
        point = creer_point(reunion, distribution.agent_saj)
        document = point.joindre(par=distribution.agent_saj, nom="n.txt", genre="text/plain", octets=b"Note")
        prete = creer_arretee(distribution.referent, distribution.agent_saj)
    with parler(distribution.referent):
        convocation = creer_convoquee(distribution.referent, distribution.agent_saj).convocations.get()
    with parler(distribution.agent_saj):
        agenda = AgendaPersonnel.ouvrir(par=distribution.agent_saj)
    with proprietaire():
        quarantaine = Quarantaine.objects.create(
            objet_type="partenaires.contact", objet_id="0", regle="doute", par=distribution.chef_de_corps
        )
        autres_mandats = dans_chaque_etat(nouveau, distribution)
        de_la_cellule = cellule.monde(distribution)
        arretee, reportee = (creer_reunion(distribution.referent, jours) for jours in (20, 30))
        creer_point(arretee, distribution.referent)
        arreter(arretee, par=distribution.referent)
        a_rouvrir, reportee = (creer_reunion(distribution.referent, jours) for jours in (20, 30))
        creer_point(a_rouvrir, distribution.referent)
        arreter(a_rouvrir, par=distribution.referent)
        reporter(reportee, par=distribution.referent, motif="La salle est prise.")
        modele = creer_modele(distribution.referent)
    objets = {
        "quarantaine": quarantaine,
        "reunion": reunion,
        "point": point,
        "document": document,
        "reunion_a_rouvrir": a_rouvrir,
        "reunion_reportee": reportee,
        "modele": modele,
        "point_modele": modele.points.first(),
        **seances,
        "reunion_prete": prete,
        "reunion_convoquee": convocation.reunion,
        "convocation": convocation,
        "cripel": cripel,
        "contact": contact,
        "mandat": mandat,
        "connexion": connexion,
        **autres_mandats,
    }
    objets |= {"envoi_rejete": rejete, "envoi_attend": attend}
    return {nom: objet.pk for nom, objet in objets.items()} | {
        **de_la_cellule,
        "contacts": "contacts",
        "genre": "decision",
        "inconnu": "zz",
        "jeton": "faux-jeton",
        "reponse": jeton_de_reponse(convocation),
        "agenda": jeton_d_agenda(agenda),
        "zero": 0,
    }


DECOR = Decor(batir)


@pytest.fixture
def monde(distribution, parler, django_db_setup):
    """Make the objects that the addresses name; their keys, by their names in the matrix."""
    return DECOR.monter(django_db_setup, distribution, parler)


def adresses(resolveur=None, prefixe=""):
    for motif in (resolveur or get_resolver()).url_patterns:
        if not isinstance(motif, URLPattern):
            if getattr(motif, "app_name", None) != "admin":
                yield from adresses(motif)
        elif motif.name:
            yield motif.name


def test_toute_adresse_est_dans_la_matrice():
    assert sorted(adresses()) == sorted(ligne.nom for ligne in MATRICE)


def attendu(ligne, login):
    if login in ligne.ouvert:
        return ligne.code
    if login == VISITEUR:
        return 302
    return 403 if login in ligne.vus else ligne.autres


@pytest.mark.parametrize("login", [*PERSONNES, VISITEUR])
def test_matrice(login, monde, distribution, client_de):
    """Whatever a page did, giving up the login too, is undone before the next one."""
    visiteur = login == VISITEUR
    client = Client() if visiteur else client_de(getattr(distribution, login.replace("-", "_")))
    temoins = client.cookies.copy()
    fautes = []
    for ligne in MATRICE:
        adresse = reverse(ligne.nom, args=[monde[nom] for nom in ligne.arguments])
        with transaction.atomic():
            code = getattr(client, ligne.verbe)(adresse).status_code
            transaction.set_rollback(True)
        client.cookies = temoins.copy()
        if code != attendu(ligne, login):
            fautes.append(f"{login}, {adresse} : {code} au lieu de {attendu(ligne, login)}")
    assert not fautes, "\n".join(fautes)


@pytest.mark.parametrize("login", PERSONNES)
def test_sans_le_second_facteur_de_cette_connexion(login, distribution, client_de):
    """Those who owe a second factor are led to it from every page; the others are not asked."""
    personne = getattr(distribution, login.replace("-", "_"))
    reponse = client_de(personne, second_facteur=False).get("/plateforme/")
    assert reponse.status_code == (200 if login.startswith("agent-") else 302)
    if reponse.status_code == 302:
        assert reponse.url.startswith("/comptes/2fa/reauthenticate/")


@pytest.mark.parametrize("login", PERSONNES)
def test_l_administration_n_existe_que_pour_les_administrateurs(login, distribution, client_de):
    client = client_de(getattr(distribution, login.replace("-", "_")))
    attendu = 200 if login == "admin" else 404
    for adresse in ("/admin/", "/admin/csil/utilisateur/", "/admin/partenaires/partenaire/"):
        assert client.get(adresse).status_code == attendu, adresse


def test_un_acte_refuse_laisse_sa_ligne_au_journal(distribution, client_de, monde):
    agent = distribution.agent_saj
    client = client_de(agent)
    assert client.get(reverse("partenaire-modifier", args=[monde["cripel"]])).status_code == 403
    assert client_de(distribution.dpo).get("/partenaires/").status_code == 404
    with au_nom_de(distribution.dpo, second_facteur=True):
        refus = EntreeJournal.objects.filter(verbe="refus", acte__startswith="acces.").order_by("quand")
        assert [(r.qui_id, r.acte) for r in refus] == [
            (agent.pk, "acces.tenir_partenaire"),
            (distribution.dpo.pk, "acces.partenaires.annuaire.views.annuaire.partenaires"),
        ]


@pytest.mark.parametrize("methode", ["put", "patch", "delete"])
def test_les_methodes_inattendues_ne_font_rien(methode, distribution, client_de, monde):
    client = client_de(distribution.agent_saj)
    for nom in ("partenaire-relire", "partenaire-modifier", "partenaire-tenue"):
        assert getattr(client, methode)(reverse(nom, args=[monde["cripel"]])).status_code in (403, 405)
