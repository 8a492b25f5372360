"""The pages of dossiers: proposing, opening, the list, the record, and what must never show there."""

import re
from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.journal.models import EntreeJournal
from csil.quarantaine.models import Quarantaine
from informations_sensibles.dossiers.models import Dossier, DroitDossier, Facteur, Implication, Niveau, Refus
from partenaires.annuaire.models import Partenaire
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.outils import proprietaire, relire

pytestmark = pytest.mark.dates

LISTE = "/informations-sensibles/dossiers/"


@pytest.fixture
def suivi(distribution):
    with proprietaire():
        return dossiers.dossier(distribution.membre_cellule)


def adresse(nom, objet) -> str:
    return reverse(nom, args=[objet.pk])


def lire(client, chemin, **parametres) -> str:
    reponse = client.get(chemin, parametres)
    assert reponse.status_code == 200, (chemin, reponse.status_code)
    return cellule.lu(reponse)


def envoyer(client, chemin, code=302, **champs):
    reponse = client.post(chemin, champs)
    assert reponse.status_code == code, re.findall(
        r'class="resume-erreurs.*?</ul>', cellule.lu(reponse), re.S
    )
    return reponse


def jour(**ecart) -> str:
    return str(timezone.localdate() + relativedelta(**ecart))


# Proposing and opening


def test_proposer_puis_ouvrir_par_les_pages(distribution, client_de):
    """By the member; the Référent finds it at home, reads what is weighed beside the form, opens; it is then its circle's."""
    membre, referent = client_de(distribution.membre_cellule), client_de(distribution.referent)
    page = lire(membre, reverse("dossier-nouveau"))
    assert "Ni religion, ni opinion, ni origine" in page and "Lu par le Bourgmestre, le Chef de Corps" in page
    champs = dossiers.champs_dossier(pilote=distribution.membre_cellule.pk)
    recu = envoyer(membre, reverse("dossier-nouveau"), 200, **{**champs, "subsidiarite": ""})
    assert "un moyen plus léger ne suffit pas" in cellule.lu(recu) and champs["signes"] in cellule.lu(recu)
    assert envoyer(membre, reverse("dossier-nouveau"), **champs).url.startswith(LISTE)
    with proprietaire():
        propose = Dossier.objects.get()
        assert str(propose.personne_suivie) == "Personne suivie (La personne suivie)"
    assert f"Ouvrir ou non un dossier : {propose}" in lire(referent, "/")
    page = lire(referent, adresse("dossier-ouvrir", propose))
    assert champs["signes"] in page and champs["necessite"] in page
    assert "six mois" in cellule.lu(
        envoyer(referent, adresse("dossier-ouvrir", propose), 200, prochaine_revue=jour(months=8))
    )
    reponse = envoyer(referent, adresse("dossier-ouvrir", propose), prochaine_revue=jour(months=3))
    assert reponse.url == LISTE  # opened, she reads it no longer
    assert referent.get(propose.get_absolute_url()).status_code == 404
    assert relire(propose).ouvert_par == distribution.referent
    page = lire(membre, propose.get_absolute_url())
    assert "Mettre en suivi" in page and "Ouvrir le dossier" not in page


def test_mineur_sans_interet_de_l_enfant(distribution, client_de):
    membre = client_de(distribution.membre_cellule)
    champs = dossiers.champs_dossier(pilote=distribution.membre_cellule.pk, mineur="oui")
    recu = cellule.lu(envoyer(membre, reverse("dossier-nouveau"), 200, **champs))
    assert "dites ce que commande l’intérêt de l’enfant" in recu
    envoyer(membre, reverse("dossier-nouveau"), **champs, interet_enfant="Le garder à l’école.")


def test_deux_personnes_sur_la_meme_proposition(distribution, client_de):
    """The author and the Bourgmestre change the same words: the second is shown the first's, and loses nothing."""
    with proprietaire():
        propose = dossiers.dossier(distribution.membre_cellule, "propose")
        version = propose.version
    membre, bourgmestre = client_de(distribution.membre_cellule), client_de(distribution.bourgmestre)
    champs = dossiers.champs_dossier(version=version)
    envoyer(
        membre, adresse("dossier-modifier", propose), **{**champs, "necessite": "Deux services s’inquiètent."}
    )
    page = cellule.lu(
        envoyer(
            bourgmestre,
            adresse("dossier-modifier", propose),
            200,
            **{**champs, "necessite": "Trois services."},
        )
    )
    assert "Deux services s’inquiètent." in page and "Trois services." in page
    assert relire(propose).necessite == "Deux services s’inquiètent."


# The list


def test_la_liste_ne_montre_que_les_siens(distribution, client_de):
    gens = distribution
    with proprietaire():
        siens = [dossiers.dossier(gens.membre_cellule) for _ in range(2)]
        autre = dossiers.dossier(gens.referent, signes="Un signe chez un autre.")
        propose = dossiers.dossier(gens.referent, "propose")
        dossiers.bloquer(gens.chef_de_corps, siens[0], gens.bourgmestre)
    attendus = {
        gens.membre_cellule: siens,
        gens.referent: [autre, propose],
        gens.officier_information: [propose],
        gens.bourgmestre: [*siens, autre, propose],
        gens.chef_de_corps: [siens[1], autre, propose],
    }
    for personne, dus in attendus.items():
        page = client_de(personne).get(LISTE).context["page"].object_list
        assert {d.reference for d in page} == {d.reference for d in dus}, personne
    with proprietaire():
        acte = EntreeJournal.objects.filter(acte="cellule.dossiers_lus").first()
        assert acte.motif == "4 lignes" or acte.motif.endswith("lignes")


def test_les_filtres_et_la_recherche(distribution, client_de):
    gens = distribution
    client = client_de(gens.bourgmestre)
    hier = timezone.localdate() - timedelta(days=1)
    with proprietaire():
        retard = dossiers.dossier(gens.membre_cellule, prochaine_revue=hier, signes="Un isolement récent.")
        mineur = dossiers.dossier(gens.referent, "ouvert", mineur="oui", interet_enfant="L’école.")
        clos = dossiers.dossier(gens.bourgmestre, "clos", premier_regard=hier)
        a_clore = dossiers.dossier(gens.referent)
        a_clore.revues.create(par=gens.referent, conclusion="clore", motif="Les signes ont disparu.")

    def trouves(**filtres):
        return {d.reference for d in client.get(LISTE, filtres).context["page"].object_list}

    assert trouves(attente="revue") == {retard.reference}
    assert trouves(attente="regard") == trouves(attente="moi") == {clos.reference}
    assert trouves(attente="clore") == {a_clore.reference}
    assert trouves(attente="sans_pilote") == set()
    assert trouves(mineur="oui") == trouves(etat="ouvert") == {mineur.reference}
    assert (
        trouves(q="isolements") == trouves(q=retard.reference.lower().replace("-", "")) == {retard.reference}
    )
    page = lire(client, LISTE, q="rien de tel")
    assert "Aucun dossier que vous pouvez lire ne répond" in page
    assert (
        "Aucun dossier ne vous est ouvert" in lire(client_de(gens.membre_cellule), LISTE, etat="") or retard
    )


def test_a_traiter_en_cellule(distribution, client_de):
    """Three lists of references, without a word of the content."""
    gens = distribution
    with proprietaire():
        propose = dossiers.dossier(gens.membre_cellule, "propose", signes="Des mots qui restent dedans.")
        en_cours = dossiers.dossier(gens.referent, signes="Des mots qui restent dedans.")
        a_clore = dossiers.dossier(gens.referent, "en_revue")
        a_clore.revues.create(par=gens.referent, conclusion="clore", motif="Les signes ont disparu.")
        clos = dossiers.dossier(gens.referent, "clos")
    page = lire(client_de(gens.bourgmestre), reverse("dossier-a-traiter"))
    nouveaux, suivis, cloture = page.split("<h2")[1:4]
    assert propose.reference in nouveaux and en_cours.reference in suivis and a_clore.reference in cloture
    assert clos.reference not in page and "Des mots" not in page


@pytest.mark.parametrize("login", ["membre_cellule", "bourgmestre"])
def test_les_requetes_ne_grandissent_pas(login, distribution, client_de):
    """The list, and the record with what hangs from it."""
    personne = getattr(distribution, login)
    client = client_de(personne)
    with proprietaire():
        suivi = dossiers.dossier(distribution.membre_cellule)
        _remplir(suivi, distribution.membre_cellule)
    chemins = [
        LISTE, suivi.get_absolute_url(), adresse("dossier-personnes", suivi), adresse("dossier-cercle", suivi),
        adresse("dossier-chronologie", suivi), adresse("dossier-historique", suivi), reverse("dossier-a-traiter"), "/",
    ]  # fmt: skip

    def compter(chemin):
        client.get(chemin)
        with CaptureQueriesContext(
            connection,
        ) as requetes:
            client.get(chemin)
        return len(requetes)

    avant = {chemin: compter(chemin) for chemin in chemins}
    with proprietaire():
        for _ in range(6):
            _remplir(suivi, distribution.membre_cellule)
            for etat in ("propose", "en_suivi", "clos"):
                dossiers.dossier(distribution.membre_cellule, etat)
    apres = {chemin: compter(chemin) for chemin in chemins}
    # the last rows of the history may be of fewer kinds
    assert apres.pop(adresse("dossier-historique", suivi)) <= avant.pop(adresse("dossier-historique", suivi))
    assert apres == avant
    assert avant[LISTE] < 20 and avant[suivi.get_absolute_url()] < 45, avant


def _remplir(suivi, par):
    Facteur.objects.create(dossier=suivi, par=par, genre="risque", texte="L’isolement.")
    dossiers.identite(par, implication=dossiers.implication(suivi, par, "proche", "le frère"))
    suivi.revues.create(par=par, conclusion="prolonger", motif="Rien n’a changé.")
    Refus.objects.create(
        dossier=suivi,
        par=par,
        partenaire=Partenaire.objects.first(),
        motif="Pas de mandat.",
        date=timezone.localdate(),
    )


# The record and its acts


def test_la_page_du_dossier(suivi, distribution, client_de):
    """Who reads it and why, where it stands, what may be done; each reading leaves its line."""
    gens = distribution
    with proprietaire():
        dossiers.inviter(suivi, gens.referent, Niveau.LIRE, fin=timezone.now() + timedelta(days=5))
        dossiers.bloquer(gens.officier_information, suivi, gens.bourgmestre)
        dossiers.geler(suivi, gens.bourgmestre)
    page = lire(client_de(gens.membre_cellule), suivi.get_absolute_url())
    assert "4 personnes peuvent lire" in re.sub(r"<.*?>", "", page)
    for mot in ("Pilote du dossier", "Noyau légal", "Suit la situation", "est à l’écart", "Clore le dossier"):
        assert mot in page, mot
    lecture = lire(client_de(gens.referent), suivi.get_absolute_url())
    assert "Clore le dossier" not in lecture and "Inviter dans le cercle" not in lecture
    assert client_de(gens.officier_information).get(suivi.get_absolute_url()).status_code == 404
    with proprietaire():
        lignes = EntreeJournal.objects.filter(acte="cellule.dossier_lu", objet_id=str(suivi.pk))
        assert {ligne.qui_id for ligne in lignes} == {gens.membre_cellule.pk, gens.referent.pk}


def test_revoir_prolonger_et_clore_par_les_pages(suivi, distribution, client_de):
    client = client_de(distribution.membre_cellule)
    envoyer(client, adresse("dossier-mettre-en-revue", suivi))
    recu = envoyer(
        client,
        adresse("dossier-conclure", suivi),
        200,
        conclusion="prolonger",
        motif="Utile.",
        prochaine_revue="",
    )
    assert "donnez le jour de la prochaine revue" in cellule.lu(recu) and "Utile." in cellule.lu(recu)
    page = lire(client, adresse("dossier-clore", suivi))
    assert "Avant de pouvoir clore" in page and "concluez-la" in page and "<textarea" not in page
    envoyer(client, adresse("dossier-clore", suivi), 200, motif="C’est fini.")
    assert relire(suivi).etat == "en_revue"
    reponse = envoyer(
        client, adresse("dossier-conclure", suivi), conclusion="clore", motif="Les signes ont disparu."
    )
    assert reponse.url == adresse("dossier-clore", suivi)
    page = lire(client, reponse.url)
    assert "à valider par le délégué" in page and "Chaque retour attendu est rendu" in page
    envoyer(client, reponse.url, motif="Les signes ont disparu.")
    page = lire(client, suivi.get_absolute_url())
    assert "Premier coup d’œil" in page and "Modifier" not in page


def test_la_quatrieme_prolongation_dit_pourquoi(distribution, client_de):
    with proprietaire():
        revu = dossiers.dossier(distribution.membre_cellule, "en_revue", prolongations=3)
    client = client_de(distribution.membre_cellule)
    champs = {"conclusion": "prolonger", "motif": "Encore utile.", "prochaine_revue": jour(months=2)}
    recu = cellule.lu(envoyer(client, adresse("dossier-conclure", revu), 200, **champs))
    assert "la suivante est décidée par le Bourgmestre" in recu and "Encore utile." in recu


def test_le_cercle_par_les_pages(suivi, distribution, client_de):
    gens, client = distribution, client_de(distribution.membre_cellule)
    champs = {
        "personne": gens.referent.pk,
        "niveau": "contribuer",
        "motif": "Anime la revue.",
        "fin": jour(days=9),
    }
    recu = envoyer(client, adresse("cercle-inviter", suivi), 200, **{**champs, "fin": jour(days=-2)})
    assert "déjà passé" in cellule.lu(recu) and "Anime la revue." in cellule.lu(recu)
    envoyer(client, adresse("cercle-inviter", suivi), 200, **{**champs, "personne": gens.agent_saj.pk})
    assert envoyer(client, adresse("cercle-inviter", suivi), **champs).url == adresse("dossier-cercle", suivi)
    assert "Anime la revue." in lire(client, adresse("dossier-cercle", suivi))
    racontee = lire(client, adresse("dossier-historique", suivi))
    assert "a ouvert le dossier à « Référent Radicalisme »" in racontee
    assert ">Lire le dossier<" in racontee and ">Contribuer au dossier<" in racontee
    assert "Can view" not in racontee and " | " not in racontee
    retirer = reverse("cercle-ecarter", args=[suivi.pk, gens.referent.pk])
    envoyer(client, retirer, motif="La revue est finie.")
    assert client.get(retirer).status_code == 404
    assert client_de(gens.referent).get(suivi.get_absolute_url()).status_code == 404


def test_confier_a_deux_en_meme_temps(suivi, distribution, client_de):
    """The pilote hands over to the Référent while the Bourgmestre hands over to the Officier: he is told."""
    gens = distribution
    membre, bourgmestre = client_de(gens.membre_cellule), client_de(gens.bourgmestre)
    vu = str(gens.membre_cellule.pk)
    envoyer(membre, adresse("cercle-confier", suivi), personne=gens.referent.pk, motif="Congé.", vu=vu)
    recu = envoyer(
        bourgmestre,
        adresse("cercle-confier", suivi),
        200,
        personne=gens.officier_information.pk,
        motif="Relève.",
        vu=vu,
    )
    assert "Référent Radicalisme le pilote maintenant" in cellule.lu(recu)
    envoyer(
        bourgmestre, adresse("cercle-confier", suivi),
        personne=gens.officier_information.pk, motif="Relève.", vu=str(gens.referent.pk),
    )  # fmt: skip
    assert relire(suivi).pilote == gens.officier_information


def test_tenir_a_l_ecart_par_les_pages(suivi, distribution, client_de):
    gens, chef = distribution, client_de(distribution.chef_de_corps)
    chemin = adresse("cercle-bloquer", suivi)
    recu = envoyer(chef, chemin, 200, personne=gens.membre_cellule.pk, motif="Voisins.")
    assert "confiez-le d’abord" in cellule.lu(recu)
    envoyer(chef, chemin, personne=gens.officier_information.pk, motif="Voisins.")
    page = lire(chef, adresse("dossier-cercle", suivi))
    assert "Voisins." in page
    vue = lire(client_de(gens.membre_cellule), adresse("dossier-cercle", suivi))
    assert "Voisins." not in vue and "Officier d’information" in vue.replace("'", "’")
    assert envoyer(chef, chemin, personne=gens.chef_de_corps.pk, motif="Parents.").url == LISTE
    assert chef.get(suivi.get_absolute_url()).status_code == 404


def test_quand_le_droit_finit_entre_la_page_et_l_envoi(suivi, distribution, client_de):
    """Opened with the right to contribute, sent without: nothing is written, and the page says that the act is closed."""
    with proprietaire():
        dossiers.inviter(suivi, distribution.referent, Niveau.CONTRIBUER)
    client = client_de(distribution.referent)
    lire(client, adresse("facteur-nouveau", suivi))
    with proprietaire():
        DroitDossier.objects.filter(
            user=distribution.referent, permission__codename="contribuer_dossier"
        ).delete()
    recu = envoyer(client, adresse("facteur-nouveau", suivi), 403, genre="risque", texte="L’isolement.")
    assert "Cet acte ne vous est pas ouvert" in cellule.lu(recu)
    with proprietaire():
        assert not Facteur.objects.exists()


def test_personnes_facteurs_refus_par_les_pages(suivi, distribution, client_de):
    client = client_de(distribution.membre_cellule)
    with proprietaire():
        partenaire = Partenaire.objects.first()
    envoyer(client, adresse("personne-nouvelle", suivi), qualite="proche", designation="le frère")
    envoyer(client, adresse("personne-nouvelle", suivi), 200, qualite="suivie", designation="une autre")
    envoyer(client, adresse("facteur-nouveau", suivi), genre="protection", texte="Un club de sport.")
    envoyer(
        client, adresse("refus-nouveau", suivi), partenaire=partenaire.pk, date=jour(), motif="Pas de mandat."
    )
    page = lire(client, adresse("dossier-personnes", suivi))
    for mot in ("Le frère", "Un club de sport.", "Pas de mandat.", "Écrire l’identité"):
        assert mot in page, mot
    with proprietaire():
        proche, facteur = Implication.objects.get(qualite="proche"), Facteur.objects.get()
    envoyer(client, adresse("personne-retirer", proche))
    envoyer(client, adresse("facteur-retirer", facteur))
    assert client.get(adresse("facteur-retirer", facteur)).status_code == 403
    recit = lire(client, adresse("dossier-chronologie", suivi))
    for mot in (
        "N’est plus dans le dossier : Proche (le frère)",
        "N’est plus d’actualité",
        "adressé au Bourgmestre",
    ):
        assert mot in recit, mot
    assert "a ajouté un facteur" in lire(client, adresse("dossier-historique", suivi))


def test_ce_que_sait_la_personne_par_les_pages(suivi, distribution, client_de):
    client = client_de(distribution.membre_cellule)
    version = relire(suivi).version
    chemin = adresse("dossier-informer", suivi)
    assert "Dites pourquoi" in cellule.lu(
        envoyer(client, chemin, 200, informee="non", version=version)
    ).replace("dites", "Dites")
    envoyer(
        client, chemin, informee="non", pourquoi_pas_informee="Elle se mettrait en danger.", version=version
    )
    assert "Elle se mettrait en danger." in lire(client, suivi.get_absolute_url())


def test_la_quarantaine_cache_tout_le_dossier(suivi, distribution, client_de):
    client = client_de(distribution.membre_cellule)
    assert envoyer(client, adresse("dossier-quarantaine", suivi), regle="doute").url == LISTE
    assert client.get(suivi.get_absolute_url()).status_code == 404
    assert client_de(distribution.bourgmestre).get(suivi.get_absolute_url()).status_code == 404
    with proprietaire():
        assert Quarantaine.objects.get().objet_id == str(suivi.pk)


def test_une_mention_classifiee_arrete(distribution, client_de):
    client = client_de(distribution.membre_cellule)
    champs = dossiers.champs_dossier(
        pilote=distribution.membre_cellule.pk, signes="CONFIDENTIEL UE : un signe."
    )
    assert "Arrêtez-vous ici" in cellule.lu(envoyer(client, reverse("dossier-nouveau"), 422, **champs))
    with proprietaire():
        assert not Dossier.objects.exists()


def test_geler_et_effacer_par_les_pages(distribution, client_de):
    gens = distribution
    with proprietaire():
        clos = dossiers.dossier(
            gens.membre_cellule, "clos", conservation_jusqu_au=timezone.localdate() - timedelta(days=1)
        )
    bourgmestre, chef = client_de(gens.bourgmestre), client_de(gens.chef_de_corps)
    envoyer(bourgmestre, adresse("gel-poser", clos), motif="Un recours.", jusqu_au=jour(days=20))
    assert "gelé" in cellule.lu(envoyer(bourgmestre, adresse("effacement-proposer", clos), 200))
    with proprietaire():
        gel = clos.gels.get()
    envoyer(chef, adresse("gel-lever", gel))
    envoyer(bourgmestre, adresse("effacement-proposer", clos))
    assert f"Décider de l’effacement d’un dossier : {clos}" in lire(chef, "/")
    assert "Décider de l’effacement" not in lire(bourgmestre, "/")
    with proprietaire():
        effacement = clos.effacements.get()
    envoyer(chef, adresse("effacement-decider", effacement), decision="effacer")
    assert chef.get(adresse("effacement-decider", effacement)).status_code == 403
