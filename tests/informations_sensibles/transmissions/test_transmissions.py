"""The pages of the transmissions: what is found, what is asked, what never shows; the contact TFL's own."""

import hashlib
import re
from datetime import timedelta

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.accueil import taches
from csil.courrier.models import Envoi
from csil.identite import au_nom_de_l_horloge
from csil.journal.models import EntreeJournal
from csil.quarantaine import purger
from csil.quarantaine.models import Quarantaine
from csil.travailleur.echeances import echeances
from informations_sensibles.dossiers.cloture import manques_pour_clore
from informations_sensibles.informations.models import destinataires_passes
from informations_sensibles.transmissions.envoi.conditions import conditions_de
from informations_sensibles.transmissions.models import BaseLegale, CopieFigee, Finalite, Transmission
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.ecritures import lu
from tests.informations_sensibles.transmissions import ecritures as transmissions
from tests.informations_sensibles.transmissions.test_modele import Monde
from tests.outils import proprietaire, relire

pytestmark = pytest.mark.dates

LISTE = "/informations-sensibles/transmissions/"


@pytest.fixture
def monde(distribution, parler):
    return Monde(distribution, parler)


def dans_l_etat(monde, etat, **champs):
    with proprietaire():
        return transmissions.transmission(
            monde.prepare, monde.dossier, [monde.information], monde.contact, monde.libere, etat, **champs
        )


def adresse(nom, objet):
    return reverse(nom, args=[objet.pk])


def test_preparer_depuis_un_dossier(monde, client_de):
    """What may not go out is shown, with why, and cannot be ticked; what was typed comes back."""
    with proprietaire():
        retenue = dossiers.finie(monde.prepare, monde.dossier, code_traitement="H2")
    client = client_de(monde.prepare)
    nouvelle = f"{LISTE}nouvelle/?dossier={monde.dossier.pk}"
    page = lu(client.get(nouvelle))
    assert monde.information.reference in page and retenue.reference in page
    assert "n’a pas donné son accord" in page and "aucun de ces usages n’est permis" in page
    assert f'value="{retenue.pk}" id="id_informations_' in page and "disabled" in page
    champs = {
        "informations": [retenue.pk], "genre": "rir", "objet": "Évolution depuis septembre", "finalite": 1, "base": 1,
        "destinataire": monde.contact.pk, "organisation": "Task Force Locale", "canal": "reseau", "retour_sous": 21,
    }  # fmt: skip
    champs |= {"finalite": _premiere(Finalite), "base": _premiere(BaseLegale)}
    refus = lu(client.post(nouvelle, champs))
    assert "Un RIR ou un PV se désigne par sa référence" in refus.replace("un RIR", "Un RIR")
    assert "Évolution depuis septembre" in refus
    refus = lu(client.post(nouvelle, champs | {"reference_externe": "LI-2026-0147"}))
    assert f"{retenue.reference} :" in refus and not _nombre()
    bons = champs | {"reference_externe": "LI-2026-0147", "informations": [monde.information.pk]}
    with proprietaire():
        suivie = dossiers.implication(monde.dossier, monde.prepare)
        dossiers.identite(monde.prepare, implication=suivie, nom="Zirconium")
    refus = lu(client.post(nouvelle, bons | {"objet": "Évolution de Zirconium"}))
    assert "le nom ou le prénom d’une personne" in refus and "Évolution de Zirconium" in refus
    reponse = client.post(nouvelle, bons)
    faite = _seule()
    assert reponse.url == faite.get_absolute_url() and faite.reference_dossier == monde.dossier.reference


def _premiere(modele):
    with proprietaire():
        return modele.objects.first().pk


def _nombre():
    with proprietaire():
        return Transmission.objects.count()


def _seule():
    with proprietaire():
        return Transmission.objects.get()


def test_sans_dossier_on_en_choisit_un(monde, client_de):
    page = lu(client_de(monde.prepare).get(f"{LISTE}nouvelle/"))
    assert f"?dossier={monde.dossier.pk}" in page
    assert "Aucun dossier en cours" in lu(client_de(monde.verifie).get(f"{LISTE}nouvelle/"))
    for faux in ("x", monde.information.pk):
        assert client_de(monde.prepare).get(f"{LISTE}nouvelle/?dossier={faux}").status_code == 404


def test_verifier_une_condition_apres_l_autre(monde, client_de):
    """Yes, no, looked at again; then the whole. The Référent, who is not in the circle, reads what it covers."""
    faite = monde.preparer()
    client, page_ = client_de(monde.verifie), adresse("transmission-verifier", faite)
    premiere = lu(client.get(page_))
    assert monde.information.synthese in premiere and "Il reste quatre conditions" in premiere
    assert "Répondez par oui ou par non" in lu(client.post(page_, {"condition": _condition(faite, 0)}))
    for rang in range(4):
        reponse = client.post(
            page_, {"condition": _condition(faite, rang), "tenue": "oui" if rang else "non"}
        )
        assert reponse.status_code == 302
    milieu = lu(client.get(page_))
    assert "ne tient pas" in milieu and "Déclarer la transmission vérifiée" not in milieu
    # by an address that somebody types: refused, with the reason
    assert "pas constaté" in lu(client.post(page_)) and relire(faite).etat == "preparee"
    revoir = {"condition": _condition(faite, 0), "tenue": "oui"}
    assert "l’a constatée : non" in lu(
        client.post(page_, revoir)
    )  # the page was opened before somebody said no
    vu = re.search(r'name="vu" value="([^"]+)"', lu(client.get(page_, {"condition": revoir["condition"]})))[1]
    assert client.post(page_, revoir | {"vu": vu}).status_code == 302
    assert client.post(page_).url == faite.get_absolute_url()
    assert relire(faite).etat == "verifiee"


def test_une_condition_qui_n_est_plus_a_constater(monde, client_de):
    """Of another transmission, or let through by the Bourgmestre: said, and nothing is written."""
    faite, autre = monde.preparer(), monde.preparer()
    client, page_ = client_de(monde.verifie), adresse("transmission-verifier", faite)
    with proprietaire():
        derogee = faite.conditions.order_by("pk").last()
        derogee.tenue, derogee.derogation, derogee.detail = True, True, "Une raison."
        derogee.constatee_par, derogee.constatee_le = monde.gens.bourgmestre, timezone.now()
        derogee.save()
    for cle in (_condition(autre, 0), derogee.pk, "x"):
        reponse = client.post(page_, {"condition": cle, "tenue": "oui"}, follow=True)
        assert "n’est plus à constater" in lu(reponse)
    with proprietaire():
        assert list(faite.conditions.exclude(tenue=None)) == [derogee]
        assert not autre.conditions.exclude(tenue=None).exists()
    assert 'name="tenue"' in lu(client.get(page_, {"condition": derogee.pk}))  # the next one, not this one


def test_elle_ne_se_libere_pas_vers_qui_n_est_plus_contact(monde, distribution):
    faite = monde.verifier(monde.preparer())
    with proprietaire():
        monde.contact.is_active = False
        monde.contact.save()
    with pytest.raises(ValidationError, match="ne peut plus recevoir"):
        monde.liberer(faite)
    assert relire(faite).etat == "verifiee"


def _condition(faite, rang):
    with proprietaire():
        return str(conditions_de(Transmission.objects.get(pk=faite.pk))[rang].pk)


def test_liberer_fige_la_copie_et_elle_se_telecharge(monde, client_de):
    """What leaves is shown first. The copy is an attachment in a sandbox, kept nowhere, each time a communication."""
    faite = monde.verifier(monde.preparer())
    client = client_de(monde.libere)
    avant = lu(client.get(adresse("transmission-liberer", faite)))
    assert monde.information.synthese in avant and "Figer la copie" in avant
    assert client.post(adresse("transmission-liberer", faite)).url == faite.get_absolute_url()
    assert client.post(adresse("transmission-liberer", faite)).status_code == 403  # once
    for personne in (monde.libere, monde.contact):
        reponse = client_de(personne).get(adresse("transmission-copie", faite))
        assert reponse["Content-Disposition"] == f'attachment; filename="{faite.reference}.pdf"'
        assert (reponse["Content-Security-Policy"], reponse["Cache-Control"]) == ("sandbox", "no-store")
        with proprietaire():
            assert CopieFigee.objects.get().sha256 == hashlib.sha256(reponse.content).hexdigest()
    with proprietaire():
        assert EntreeJournal.objects.filter(verbe="communication", objet_id=str(faite.pk)).count() == 3


def test_ce_qui_ne_tient_plus_se_dit(monde, client_de):
    faite = monde.verifier(monde.preparer())
    with proprietaire():
        monde.information.synthese = "Autre chose."
        monde.information.save()
    client, page_ = client_de(monde.libere), adresse("transmission-liberer", faite)
    assert "a changé depuis la vérification" in lu(client.get(page_))
    assert "a changé depuis la vérification" in lu(client.post(page_))
    assert relire(faite).etat == "verifiee"


def test_renvoyer_puis_corriger(monde, client_de):
    faite = monde.verifier(monde.preparer())
    assert "Dites pourquoi" in lu(client_de(monde.libere).post(adresse("transmission-renvoyer", faite), {}))
    client_de(monde.libere).post(adresse("transmission-renvoyer", faite), {"motif": "Dites mieux l’objet."})
    client = client_de(monde.prepare)
    assert "Dites mieux l’objet." in lu(client.get(adresse("transmission-modifier", faite)))
    with monde.parler(monde.prepare):
        (tache,) = [t for t in taches(monde.prepare) if "renvoyée" in t.quoi]
    assert faite.reference in tache.quoi and tache.bouton == "Corriger"


def test_deux_personnes_modifient(monde, client_de):
    """Opened before somebody saved it: said, and nothing typed is lost."""
    faite = monde.preparer()
    client, page_ = client_de(monde.prepare), adresse("transmission-modifier", faite)
    champs = {
        "informations": [monde.information.pk], "genre": "rapport", "objet": "Le mien", "organisation": "TFL",
        "finalite": faite.finalite_id, "base": faite.base_id, "destinataire": monde.contact.pk, "canal": "reseau",
        "retour_sous": 21, "version": faite.version,
    }  # fmt: skip
    assert client.post(page_, champs | {"objet": "L’autre"}).status_code == 302
    refus = lu(client.post(page_, champs))
    assert "L’autre" in refus and "Le mien" in refus
    assert relire(faite).objet == "L’autre"


# The contact TFL


def test_le_contact_ne_voit_que_ce_qui_lui_est_parti(monde, client_de, distribution):
    """Its own page, and 404 everywhere else in the Cellule; neither information nor dossier is a page to it."""
    parties = [dans_l_etat(monde, etat) for etat in ("liberee", "accusee", "retour_recu")]
    autres = [dans_l_etat(monde, etat) for etat in ("preparee", "verifiee", "annulee")]
    client = client_de(monde.contact)
    page = lu(client.get(f"{LISTE}recues/"))
    assert all(t.reference in page for t in parties) and not any(t.reference in page for t in autres)
    assert page.count("Accuser réception :") == 1 and page.count("Répondre :") == 1
    assert monde.information.synthese not in page
    for chemin in (
        "",
        "transmissions/",
        "dossiers/",
        "informations/",
        "signalements/",
        "processus/",
        "circuits/",
    ):
        assert client.get(f"/informations-sensibles/{chemin}").status_code == 404, chemin
    liens = {"Accueil", "Transmissions reçues"}
    entete = lu(client.get("/"))
    assert all(lien in entete for lien in liens) and "Signalements contextuels" not in page
    for t in autres:
        assert client.get(adresse("transmission-recue", t)).status_code == 404
        assert client.get(adresse("transmission-copie", t)).status_code == 404


def test_le_contact_accuse_et_repond(monde, client_de):
    partie = dans_l_etat(monde, "liberee")
    client = client_de(monde.contact)
    with monde.parler(monde.contact):
        (tache,) = taches(monde.contact)
    assert tache.quoi == f"Accuser réception d’une transmission : {partie}"
    client.post(adresse("transmission-accuser", partie))
    page_ = adresse("transmission-repondre", partie)
    vide = lu(client.post(page_, {"marquage_origine": "aucun"}))
    assert "choisissez un retour" in vide.lower()
    arret = client.post(page_, {"marquage_origine": "secret", "code": "traite", "tlp": "TLP:RED"})
    assert arret.status_code == 422
    client.post(page_, {"marquage_origine": "aucun", "code": "traite", "tlp": "TLP:RED", "mot": "Vu."})
    assert relire(partie).etat == "retour_recu"
    assert "Retour reçu" in lu(client_de(monde.prepare).get(partie.get_absolute_url()))


def test_un_autre_contact_n_en_sait_rien(monde, client_de, distribution):
    partie = dans_l_etat(monde, "liberee")
    with proprietaire():
        partie.destinataire = distribution.membre_cellule
        partie.save()
    assert client_de(monde.contact).get(adresse("transmission-recue", partie)).status_code == 404
    assert partie.reference not in lu(client_de(monde.contact).get(f"{LISTE}recues/"))


# What waits


def test_ce_qui_attend_chacun(monde):
    preparee, verifiee = dans_l_etat(monde, "preparee"), dans_l_etat(monde, "verifiee")
    hier = timezone.localdate() - timedelta(days=3)
    tardive = dans_l_etat(monde, "accusee", retour_attendu_le=hier)
    attendues = {
        monde.verifie: {f"Vérifier une transmission : {preparee}"},
        monde.libere: {
            f"Vérifier une transmission : {preparee}",
            f"Libérer une transmission : {verifiee}",
            f"Relancer la TFL : {tardive}",
        },
        monde.prepare: {f"Relancer la TFL : {tardive}"},
    }
    for personne, quoi in attendues.items():
        with monde.parler(personne):
            siennes = [t for t in taches(personne) if "TFL" in t.quoi or "transmission" in t.quoi]
            assert {t.quoi for t in siennes} == quoi, personne
    assert "Sans retour depuis 3 jours" in {t.contexte for t in siennes}


def test_la_relance_est_un_courriel_sans_contenu(monde):
    """Once, to the Officier and to who leads the dossier; nobody else sees that it was sent."""
    tardive = dans_l_etat(monde, "liberee", retour_attendu_le=timezone.localdate() - timedelta(days=1))
    dans_l_etat(monde, "liberee")
    for _ in range(2):
        with au_nom_de_l_horloge():
            echeances()["retours de la TFL"]()
    with proprietaire():
        envois = list(Envoi.objects.filter(cle__startswith=f"retour:{tardive.pk}"))
        assert Envoi.objects.filter(cle__startswith="retour:").count() == 2
        assert {e.destinataire for e in envois} == {monde.prepare.email, monde.libere.email}
        assert all(e.reserve and tardive.reference not in e.corps.texte for e in envois)


def test_une_rectification_sait_a_qui_c_est_parti(monde, distribution):
    parties = [dans_l_etat(monde, "liberee"), dans_l_etat(monde, "preparee")]
    with monde.parler(distribution.bourgmestre):
        assert destinataires_passes(monde.information) == [(monde.contact, parties[0].reference)]
    with monde.parler(distribution.agent_saj):
        assert destinataires_passes(monde.information) == []


def test_le_dossier_les_montre_et_ne_se_clot_pas_sans_retour(monde, client_de):
    partie = dans_l_etat(monde, "liberee")
    page = lu(client_de(monde.prepare).get(monde.dossier.get_absolute_url()))
    assert partie.reference in page and f"?dossier={monde.dossier.pk}" in page
    with monde.parler(monde.prepare):
        assert f"La transmission {partie} attend un retour de la TFL." in manques_pour_clore(
            monde.dossier, monde.prepare
        )
    chronologie = lu(client_de(monde.prepare).get(adresse("dossier-chronologie", monde.dossier)))
    assert f"Transmise à la TFL : {partie}" in chronologie


# Cost, and the lists


def test_le_cout_ne_grandit_pas(monde, client_de):
    def requetes(chemin, personne):
        client = client_de(personne)
        client.get(chemin)
        with CaptureQueriesContext(connection) as dites:
            assert client.get(chemin).status_code == 200
        return len(dites)

    faite = dans_l_etat(monde, "liberee")
    pages = (
        (LISTE, monde.prepare),
        (f"{LISTE}recues/", monde.contact),
        (faite.get_absolute_url(), monde.prepare),
    )
    ContentType.objects.clear_cache()
    avant = [requetes(*page) for page in pages]
    for etat in ("preparee", "verifiee", "liberee", "accusee", "retour_recu") * 3:
        dans_l_etat(monde, etat)
    with proprietaire():
        for _ in range(5):
            transmissions.retour(faite, monde.libere, hors_ligne=True)
    assert [requetes(*page) for page in pages] == avant


def test_la_page_dit_qui_la_lit(monde, client_de, distribution):
    """To who reads its dossier, by name; to who checks it, but for the circle; who is kept away is not a reader."""
    partie, en_chemin = dans_l_etat(monde, "liberee"), dans_l_etat(monde, "verifiee")
    with proprietaire():
        dossiers.bloquer(distribution.bourgmestre, monde.dossier, distribution.chef_de_corps)
    ligne = _ligne_du_cercle(client_de(monde.prepare), partie)
    assert "peuvent lire cette transmission" in ligne and "et le cercle de son dossier" not in ligne
    assert "Lit le dossier" in ligne and "Destinataire" in ligne and str(monde.contact) in ligne
    assert "Bourgmestre</b> est à l’écart" in ligne and "Bourgmestre</th>" not in ligne
    ligne = _ligne_du_cercle(client_de(distribution.officier_information), en_chemin)
    assert "et le cercle de son dossier" in ligne and str(monde.prepare) not in ligne
    assert "Vérifie et libère" in ligne and "Destinataire" not in ligne and "est à l’écart" in ligne


def _ligne_du_cercle(client, transmission):
    return lu(client.get(transmission.get_absolute_url())).split('class="cercle"')[1].split("</details>")[0]


def test_la_liste_se_filtre(monde, client_de):
    etats = {etat: dans_l_etat(monde, etat) for etat in ("preparee", "verifiee", "liberee", "retour_recu")}
    client = client_de(monde.prepare)

    def trouvees(**filtre):
        return {t.pk for t in client.get(LISTE, filtre).context["page"].object_list}

    assert trouvees() == {t.pk for t in etats.values()}
    assert trouvees(attente="liberation") == {etats["verifiee"].pk}
    assert trouvees(attente="retour") == {etats["liberee"].pk}
    assert trouvees(attente="sans_retour") == trouvees(direction="de_tfl") == set()
    assert trouvees(q=etats["preparee"].reference[:6].lower()) == {etats["preparee"].pk}
    assert "Aucune transmission ne répond" in lu(client.get(LISTE, {"q": "rien"}))


def test_un_envoi_de_la_tfl(monde, client_de):
    client = client_de(monde.libere)
    champs = {
        "marquage_origine": "aucun", "genre": "avis", "objet": "Avis sur une situation", "organisation": "TFL",
        "canal": "reseau", "code_traitement": "H1", "tlp": "TLP:AMBER",
    }  # fmt: skip
    assert client.post(f"{LISTE}arrivee/", champs | {"marquage_origine": "confidentiel"}).status_code == 422
    reponse = client.post(f"{LISTE}arrivee/", champs)
    recue = _seule()
    assert reponse.url == recue.get_absolute_url()
    client.post(adresse("transmission-accuser-arrivee", recue))
    assert relire(recue).etat == "accusee"
    with proprietaire():
        nee = dossiers.information(monde.libere)
    client.post(adresse("transmission-lier", recue), {"information": nee.pk})
    assert nee.reference in lu(client.get(recue.get_absolute_url()))


@pytest.mark.parametrize("quoi", ["transmission", "information"])
def test_en_quarantaine_plus_personne_ne_la_lit(quoi, monde, client_de):
    """The transmission, or an information that it covers: its copy included, for its recipient too; then it is erased."""
    partie = dans_l_etat(monde, "liberee")
    if quoi == "transmission":
        client_de(monde.prepare).post(adresse("transmission-quarantaine", partie), {"regle": "doute"})
    else:
        with monde.parler(monde.prepare):
            Quarantaine.mettre(monde.information, par=monde.prepare, regle="doute")
    assert client_de(monde.contact).get(adresse("transmission-copie", partie)).status_code == 404
    assert client_de(monde.prepare).get(partie.get_absolute_url()).status_code == 404
    with proprietaire():
        purger(Quarantaine.objects.get())
        assert bytes(CopieFigee.objects.get().contenu) == b""


def test_les_finalites_sont_une_liste_fermee(distribution, client_de):
    """R38: an administrator words the two purposes and leaves a trace of it; a third cannot be added."""
    admin = client_de(distribution.admin)
    ajouter = "/admin/informations_sensibles/finalite/add/"
    champs = {"but": "integrite", "libelle": "Logement", "loi": "", "ordre": 3, "active": "on"}
    assert admin.post(ajouter, champs).status_code == 200  # that purpose exists
    assert admin.post(ajouter, champs | {"but": "logement"}).status_code == 200  # and this is none
    with proprietaire():
        finalite = Finalite.objects.get(but="integrite")
    adresse_ = f"/admin/informations_sensibles/finalite/{finalite.pk}/change/"
    mots = {"libelle": "Protéger l’intégrité d’une personne", "loi": "secret_concertation"}
    assert admin.post(adresse_, champs | mots).status_code == 302
    with proprietaire():
        assert {f.but for f in Finalite.objects.all()} == {"terrorisme", "integrite"}
        assert finalite.history.first().history_user == distribution.admin
        assert relire(finalite).libelle == mots["libelle"]
