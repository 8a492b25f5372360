"""Invitations and convocation: from the page to a real mail server, each person once, and what became of it."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from concertation.convocations import courriels
from concertation.convocations.actes.reunion import (
    annuler,
    convoquer,
    convoquer_ajoutes,
    modifier,
    reporter,
    reprogrammer,
)
from concertation.convocations.annonce import changements
from concertation.convocations.models import Convocation, Reponse
from concertation.ordre_du_jour.actes.reunion import arreter
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.presences import actes as presences
from concertation.reunions.models import Etat, Reunion
from csil.courrier import distribuer
from csil.courrier.models import Envoi, EtatEnvoi
from csil.identite import au_nom_de_l_horloge
from partenaires.annuaire.models import Contact, Partenaire
from tests.concertation.ecritures import (
    arretee,
    convoquee,
    dans,
    inviter,
    inviter_sans_compte,
    point,
    reunion,
)
from tests.csil.courrier.serveur_courrier import Boite, serveur_de_courrier
from tests.outils import proprietaire


@pytest.fixture
def referent(distribution):
    return distribution.referent


def relire(ici) -> Reunion:
    return Reunion.objects.get(pk=ici.pk)


def envois(**filtres) -> list[Envoi]:
    with au_nom_de_l_horloge():
        return list(Envoi.objects.filter(**filtres).order_by("cree_le"))


def parties(message) -> dict:
    """What a message holds, by kind."""
    return {partie.get_content_type(): partie for partie in message.walk() if not partie.is_multipart()}


def objet(message) -> str:
    return message["Subject"].strip()


# Inviting


def test_inviter_des_partenaires_une_personne_et_quelqu_un_d_autre(referent, parler, client_de, distribution):
    with proprietaire():
        saj = Partenaire.objects.get(code="saj")
        Contact.objects.create(partenaire=saj, nom="Accueil du SAJ", courriel="accueil-saj@csil.example")
        Contact.objects.create(partenaire=saj, nom="Sans courriel", telephone="04 000 00 00")
    with parler(referent):
        ici = reunion(referent)
    client, adresse = client_de(referent), reverse("convocations-inviter", args=[ici.pk])
    page = client.post(
        adresse, {"quoi": "partenaires", "partenaires": [saj.pk]}, follow=True
    ).content.decode()
    assert "2 personnes sont invitées." in page and "accueil-saj@csil.example" in page
    page = client.post(
        adresse, {"quoi": "partenaires", "partenaires": [saj.pk]}, follow=True
    ).content.decode()
    assert "Toutes ces personnes sont déjà invitées." in page
    cripel = distribution.agent_cripel
    client.post(adresse, {"quoi": "personne", "personne": cripel.pk})
    autre = {"quoi": "autre", "nom": "Directrice", "courriel": "directrice@csil.example", "partenaire": ""}
    client.post(adresse, autre)
    invitees = ici.convocations.values_list("nom", "personne", "partenaire__code")
    assert set(invitees) == {
        ("Agent du SAJ", distribution.agent_saj.pk, "saj"),
        ("Accueil du SAJ", None, "saj"),
        ("Agente du CRIPEL", cripel.pk, "cripel"),
        ("Directrice", None, None),
    }
    page = client.post(
        adresse, {**autre, "nom": "Une autre", "courriel": "Directrice@csil.example"}
    ).content.decode()
    assert "Cette adresse est déjà invitée à cette réunion." in page and 'value="Une autre"' in page
    page = client.post(adresse, {**autre, "courriel": "pas une adresse"}).content.decode()
    assert "Cette adresse n’est pas complète." in page and 'value="pas une adresse"' in page
    assert ici.convocations.count() == 4


def test_un_partenaire_sans_personne_se_dit(referent, parler, client_de):
    with parler(referent):
        ici = reunion(referent)
    vide = Partenaire.objects.filter(appartenances=None, contacts=None).first()
    donnees = {"quoi": "partenaires", "partenaires": [vide.pk]}
    page = client_de(referent).post(reverse("convocations-inviter", args=[ici.pk]), donnees, follow=True)
    assert "ni compte, ni contact avec un courriel" in page.content.decode()


def test_retirer_avant_la_convocation_n_ecrit_a_personne(referent, parler, client_de, distribution):
    with parler(referent):
        ici = arretee(referent, distribution.agent_saj)
    (convocation,) = ici.convocations.all()
    page = client_de(referent).post(reverse("convocation-retirer", args=[convocation.pk]), follow=True)
    assert "n’est plus invité." in page.content.decode() and not ici.convocations.exists() and not envois()


# Convoking


def test_soixante_personnes_quittent_la_requete_aussitot(referent, parler, client_de):
    """Queued with the act, sent by the worker: one e-mail each, whatever is clicked afterwards."""
    with parler(referent):
        ici = arretee(referent)
        for rang in range(60):
            inviter_sans_compte(ici, referent, f"Personne {rang}", f"personne{rang}@csil.example")
    client, adresse = client_de(referent), reverse("convoquer", args=[ici.pk])
    page = client.get(adresse).content.decode()
    assert "Convoquer ces 60 personnes" in page and "60 personnes sans compte le reçoivent en PDF" in page
    assert client.post(adresse).status_code == 302
    attente = envois()
    assert len(attente) == 60 == len({envoi.destinataire for envoi in attente})
    assert {envoi.etat for envoi in attente} == {EtatEnvoi.EN_ATTENTE}
    assert client.post(adresse).status_code == 403 and len(envois()) == 60


def test_une_convocation_lue_par_un_vrai_serveur(referent, parler, distribution, boite):
    saj = distribution.agent_saj
    with parler(referent):
        ici = arretee(referent, saj, lien_visio="https://visio.csil.example/csil")
        inviter_sans_compte(ici, referent, partenaire=Partenaire.objects.get(code="cripel"))
        convoquer(ici, par=referent)
        assert relire(ici).etat == Etat.CONVOQUEE
    assert distribuer() == 2 and distribuer() == 0
    avec_compte, sans_compte = (
        next(m for m in boite.recus if m["To"] == adresse)
        for adresse in (saj.email, "directrice@csil.example")
    )
    for message in (avec_compte, sans_compte):
        assert re.fullmatch(r"Réunion CSIL du \w+ \d+(er)? \w+ \d{4} : convocation", objet(message))
        morceaux = parties(message)
        assert morceaux["text/calendar"].get_param("method") == "REQUEST"
        for genre in ("text/plain", "text/html"):
            texte = morceaux[genre].get_content()
            assert "/concertation/repondre/" in texte and "Salle de la Violette" in texte
            assert "https://visio.csil.example/csil" in texte and "Échange de pratiques" not in texte
        assert morceaux["text/html"].get_content().count("<h1") == 1
    assert "application/pdf" not in parties(avec_compte)
    assert ici.get_absolute_url() in parties(avec_compte)["text/plain"].get_content()
    pdf = parties(sans_compte)["application/pdf"]
    assert pdf.get_content().startswith(b"%PDF") and pdf.get_filename() == "ordre-du-jour.pdf"


def test_convoquer_une_date_passee(referent, parler, client_de, distribution):
    """The page lists what is missing, in words; nothing is sent, the meeting stays as it was."""
    with parler(referent):
        ici = arretee(referent, distribution.agent_saj)
        ici.debut, ici.fin, ici.limite_propositions = dans(-2), dans(-2, 16), dans(-3)
        ici.save()
    client, adresse = client_de(referent), reverse("convoquer", args=[ici.pk])
    page = client.get(adresse).content.decode()
    assert "Il manque encore" in page and "on ne convoque que pour une date à venir" in page
    assert "Convoquer cette personne" not in page
    page = client.post(adresse).content.decode()
    assert "on ne convoque que pour une date à venir" in page
    assert relire(ici).etat == Etat.ARRETEE and not envois()


def test_ajouter_apres_la_convocation(referent, parler, client_de, distribution):
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj)
        inviter(ici, referent, distribution.agent_cripel)
    client = client_de(referent)
    assert (
        "Convoquer la personne ajoutée" in client.get(reverse("convocations", args=[ici.pk])).content.decode()
    )
    for _ in range(2):
        client.post(reverse("convocations-convoquer-ajoutes", args=[ici.pk]))
    assert [envoi.destinataire for envoi in envois()] == [
        distribution.agent_saj.email,
        distribution.agent_cripel.email,
    ]


# What fails


def test_convoquer_pendant_que_le_serveur_de_courrier_est_eteint(
    referent, parler, client_de, distribution, smtp
):
    """The rows wait, the page says so, and everything leaves when the server is back."""
    with parler(referent):
        ici = arretee(referent, distribution.agent_saj, distribution.agent_cripel)
    client = client_de(referent)
    page = client.post(reverse("convoquer", args=[ici.pk]), follow=True).content.decode()
    assert "La réunion est convoquée." in page and "Des courriels sont en train de partir" in page
    assert distribuer() == 1  # the first one finds nobody; the others wait with it
    page = client.get(reverse("convocations", args=[ici.pk])).content.decode()
    assert "le serveur de courrier ne les a pas pris" in page and "Rien n’est perdu" in page
    assert page.count("Le serveur de courrier ne répond pas. Nouvel essai vers") == 2
    for envoi in envois():
        with proprietaire():
            envoi.prochain_essai = envoi.cree_le
            envoi.save()
    with serveur_de_courrier(smtp, Boite()) as boite:
        assert distribuer() == 2 and len(boite.recus) == 2
    page = client.get(reverse("convocations", args=[ici.pk])).content.decode()
    assert "serveur de courrier" not in page and page.count("Envoyé") == 2


def test_une_adresse_qui_rejette_se_corrige_et_la_convocation_repart(referent, parler, client_de, boite):
    with parler(referent):
        ici = arretee(referent)
        inviter_sans_compte(ici, referent, courriel="fautive@csil.example")
        convoquer(ici, par=referent)
    boite.refus = {"fautive@csil.example": "550 5.1.1 inconnu"}
    distribuer()
    client = client_de(referent)
    page = client.get(reverse("convocations", args=[ici.pk])).content.decode()
    assert "Un courriel n’est pas arrivé" in page and "Rejeté" in page
    assert "Le serveur de courrier refuse cette adresse (code 550)." in page
    assert (
        "Corrigez l’adresse, ou prévenez cette personne autrement." in page and "Envoyer de nouveau" in page
    )
    (convocation,) = ici.convocations.all()
    ancien = re.search(r"/concertation/repondre/\S+/", corps(envois()[0], referent, parler)).group()
    fiche = {"nom": "Directrice", "courriel": "bonne@csil.example", "version": convocation.version}
    adresse = reverse("convocation-modifier", args=[convocation.pk])
    page = client.post(adresse, fiche, follow=True).content.decode()
    assert "La convocation part à bonne@csil.example." in page
    distribuer()
    assert boite.destinataires == ["bonne@csil.example"]
    page = client.get(reverse("convocations", args=[ici.pk])).content.decode()
    assert "Un courriel n’est pas arrivé" not in page and "Envoyé" in page
    assert client.get(ancien).status_code == 410  # whoever reads the wrong address cannot answer


def corps(envoi, referent, parler) -> str:
    with parler(referent):
        return envoi.corps.texte


def test_envoyer_de_nouveau_une_seule_fois(referent, parler, client_de, boite):
    """The server had a bad hour: the same message leaves again, however often one clicks."""
    with parler(referent):
        ici = arretee(referent)
        inviter_sans_compte(ici, referent)
        convoquer(ici, par=referent)
    boite.refus = {"directrice@csil.example": "550 boîte pleine"}
    distribuer()
    boite.refus = {}
    (convocation,), (envoi,) = ici.convocations.all(), envois()
    client, adresse = client_de(referent), reverse("convocation-renvoyer", args=[convocation.pk])
    assert (
        "part de nouveau à directrice@csil.example"
        in client.post(adresse, {"envoi": envoi.pk}, follow=True).content.decode()
    )
    assert "déjà reparti" in client.post(adresse, {"envoi": envoi.pk}, follow=True).content.decode()
    assert distribuer() == 1 and len(boite.recus) == 1 and len(envois()) == 1
    assert client.post(adresse, {"envoi": "n’importe quoi"}).status_code == 302


def test_un_autre_referent_peut_envoyer_de_nouveau(referent, parler, distribution, boite):
    """Whoever did not ask for it sends the convocation as it is now."""
    with parler(referent):
        ici = arretee(referent)
        convocation = inviter_sans_compte(ici, referent)
        convoquer(ici, par=referent)
    boite.refus = {"directrice@csil.example": "550 non"}
    distribuer()
    boite.refus = {}
    bourgmestre = distribution.bourgmestre
    with parler(bourgmestre):
        for _ in range(2):
            courriels.renvoyer(Convocation.objects.get(pk=convocation.pk), envois()[0], par=bourgmestre)
    assert distribuer() == 1 and len(boite.recus) == 1


# What changes


def test_un_autre_lieu_se_dit_aussitot_et_chacun_une_fois(referent, parler, distribution, boite):
    saj, cripel = distribution.agent_saj, distribution.agent_cripel
    with parler(referent):
        ici = convoquee(referent, saj, cripel)
    distribuer()
    with parler(referent):
        ici = relire(ici)
        assert modifier(ici, par=referent, lieu="Salle des Pas perdus") == 2
        assert modifier(ici, par=referent, lieu="Salle des Pas perdus") == 0  # told already
    boite.recus.clear()
    distribuer()
    assert sorted(boite.destinataires) == sorted([saj.email, cripel.email])
    for message in boite.recus:
        assert objet(message).endswith("changement")
        morceaux = parties(message)
        attendu = "Nouveau lieu : Salle des Pas perdus, au lieu de Salle de la Violette."
        for genre in ("text/plain", "text/html"):
            assert attendu in morceaux[genre].get_content().replace("\N{NO-BREAK SPACE}", " ")
        assert morceaux["text/calendar"].get_param("method") == "REQUEST"
        assert "SEQUENCE:2" in morceaux["text/calendar"].get_content()


def test_l_ordre_du_jour_change_et_le_referent_previent_quand_il_a_fini(
    referent, parler, client_de, distribution, boite
):
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj)
    distribuer()
    with parler(referent):
        retire = ici.points.get()
        point(ici, referent, "Point tardif", motif_tardif="Un fait nouveau.")
        point(ici, referent, "Autre point tardif", motif_tardif="Un fait nouveau.")
        retire.retirer(par=referent)
        assert modifier(relire(ici), par=referent) == 0
        attendu = ["L’ordre du jour a changé : 2 points ajoutés, 1 point retiré."]
        assert changements(relire(ici)) == attendu
    client = client_de(referent)
    page = (
        client.get(reverse("convocations", args=[ici.pk])).content.decode().replace("\N{NO-BREAK SPACE}", " ")
    )
    assert attendu[0] in page and "Prévenir les invités des changements" in page
    page = client.post(reverse("convocations-prevenir", args=[ici.pk]), follow=True).content.decode()
    assert "Une personne est prévenue." in page and "Prévenir les invités" not in page
    page = client.post(reverse("convocations-prevenir", args=[ici.pk]), follow=True).content.decode()
    assert "Rien n’a changé depuis le dernier courriel." in page
    dernier = envois()[-1]
    assert "2 points ajoutés" in corps(dernier, referent, parler) and "Point tardif" not in corps(
        dernier, referent, parler
    )


def test_une_autre_date_se_dit_meme_a_qui_s_excusait(referent, parler, distribution, boite):
    """Perhaps they can come on that day: who excused themselves hears of another day, not of another room."""
    saj, cripel = distribution.agent_saj, distribution.agent_cripel
    with parler(referent):
        ici = convoquee(referent, saj, cripel)
    with parler(cripel):
        Convocation.objects.get(personne=cripel).repondre(par=cripel, reponse=Reponse.EXCUSE)
    distribuer()
    for champs, attendus, phrase in (
        ({"lieu": "Salle des Pas perdus"}, {saj.email}, "Nouveau lieu"),
        (
            {"debut": dans(14, 15), "fin": dans(14, 17)},
            {saj.email, cripel.email},
            "Nouvelle heure : de 15 h 00 à 17 h 00, au lieu de 14 h 00 à 16 h 30.",
        ),
        ({"debut": dans(21, 15), "fin": dans(21, 17)}, {saj.email, cripel.email}, "Nouvelle date"),
    ):
        boite.recus.clear()
        with parler(referent):
            modifier(relire(ici), par=referent, **champs)
        distribuer()
        assert set(boite.destinataires) == attendus
        texte = parties(boite.recus[0])["text/plain"].get_content().replace("\N{NO-BREAK SPACE}", " ")
        assert phrase in texte and ("ne comptent plus" in texte) == ("debut" in champs)


def test_une_expedition_arretee_se_dit(referent, parler, distribution, client_de):
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj)
    (envoi,) = envois()
    with proprietaire():
        envoi.cree_le -= timedelta(minutes=20)
        envoi.save()
    page = client_de(referent).get(reverse("convocations", args=[ici.pk])).content.decode()
    assert "l’expédition semble arrêtée" in page and "Rien n’est perdu" in page


def test_une_duree_puis_un_ordre_changes_se_disent_en_mots(referent, parler, distribution):
    with parler(referent):
        ici = arretee(referent, distribution.agent_saj)
        autre = point(ici, referent, "Second", motif_tardif="Oublié.")
        convoquer(ici, par=referent)
        autre.duree = 45
        autre.save()
        assert changements(relire(ici)) == ["L’ordre du jour a changé : 1 point modifié."]
        autre = PointOrdreDuJour.objects.get(pk=autre.pk)
        autre.duree, autre.rang = 15, 0
        autre.save()
        assert changements(relire(ici)) == [
            "L’ordre du jour a changé : les points viennent dans un autre ordre."
        ]


def test_qui_n_a_pas_encore_recu_la_convocation_la_recoit_telle_qu_elle_est(
    referent, parler, distribution, boite
):
    """A change while the queue still waits: one e-mail, complete, not a convocation to the wrong room and its correction."""
    with parler(referent):
        ici = relire(convoquee(referent, distribution.agent_saj))
        modifier(ici, par=referent, lieu="Salle des Pas perdus")
    assert [envoi.etat for envoi in envois()] == [EtatEnvoi.ANNULE, EtatEnvoi.EN_ATTENTE]
    assert distribuer() == 1
    (message,) = boite.recus
    assert objet(message).endswith("convocation")
    assert "Salle des Pas perdus" in parties(message)["text/plain"].get_content()


@pytest.mark.parametrize(("acte", "mot"), [(reporter, "reportée"), (annuler, "annulée")])
def test_reporter_et_annuler_ecrivent_pourquoi_a_chacun(acte, mot, referent, parler, distribution, boite):
    saj, cripel = distribution.agent_saj, distribution.agent_cripel
    with parler(referent):
        ici = convoquee(referent, saj, cripel)
    with parler(cripel):
        Convocation.objects.get(personne=cripel).repondre(par=cripel, reponse=Reponse.EXCUSE)
    distribuer()
    boite.recus.clear()
    with parler(referent):
        acte(relire(ici), par=referent, motif="La salle est inondée.")
    distribuer()
    assert sorted(boite.destinataires) == sorted([saj.email, cripel.email])  # their calendars hold it
    for message in boite.recus:
        morceaux = parties(message)
        assert objet(message).endswith(mot) and morceaux["text/calendar"].get_param("method") == "CANCEL"
        assert all(
            "La salle est inondée." in morceaux[genre].get_content() for genre in ("text/plain", "text/html")
        )


def test_annuler_un_brouillon_n_ecrit_a_personne(referent, parler, distribution):
    with parler(referent):
        ici = reunion(referent)
        inviter(ici, referent, distribution.agent_saj)
        annuler(ici, par=referent, motif="Créée par erreur.")
    assert not envois()


def test_reportee_puis_convoquee_de_nouveau(referent, parler, distribution, boite):
    with parler(referent):
        ici = relire(convoquee(referent, distribution.agent_saj))
    distribuer()
    with parler(referent):
        reporter(ici, par=referent, motif="La salle est prise.")
    distribuer()
    with parler(referent):
        reprogrammer(ici, par=referent, debut=dans(30))
        arreter(ici, par=referent)
        convoquer(ici, par=referent)
    distribuer()
    methodes = [parties(message)["text/calendar"].get_param("method") for message in boite.recus]
    assert methodes == ["REQUEST", "CANCEL", "REQUEST"]


def test_retiree_apres_la_convocation_une_personne_l_apprend(
    referent, parler, client_de, distribution, boite
):
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj)
    distribuer()
    (convocation,) = ici.convocations.all()
    client, adresse = client_de(referent), reverse("convocation-retirer", args=[convocation.pk])
    assert "son lien de réponse ne vaudra plus" in client.get(adresse).content.decode()
    assert "Un courriel le lui dit." in client.post(adresse, follow=True).content.decode()
    distribuer()
    assert objet(boite.recus[1]).endswith("invitation retirée")
    assert parties(boite.recus[1])["text/calendar"].get_param("method") == "CANCEL"


# Reading


def test_les_membres_lisent_les_reponses_sans_les_adresses(referent, parler, client_de, distribution):
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj)
    page = client_de(distribution.agent_cripel).get(reverse("convocations", args=[ici.pk])).content.decode()
    assert "Agent du SAJ" in page and "Sans réponse" in page
    assert distribution.agent_saj.email not in page and "Retirer" not in page and "En attente" not in page


def test_autant_de_requetes_pour_soixante_personnes(referent, parler, client_de, distribution):
    with parler(referent):
        ici = arretee(referent)
        inviter_sans_compte(ici, referent)
        convoquer(ici, par=referent)
    client, adresse = client_de(referent), reverse("convocations", args=[ici.pk])

    def compter() -> int:
        client.get(adresse)
        with CaptureQueriesContext(connection) as requetes:
            assert client.get(adresse).status_code == 200
        return len(requetes)

    avant = compter()
    with parler(referent):
        for rang in range(59):
            inviter_sans_compte(ici, referent, f"Personne {rang}", f"personne{rang}@csil.example")
        convoquer_ajoutes(relire(ici), par=referent)
    assert compter() == avant


def test_qui_vient_sur_la_page_de_la_reunion(referent, parler, distribution, client_de):
    """As many queries for one person as for sixty; one's own answer beside, in one click."""
    saj = distribution.agent_saj
    with parler(referent):
        ici = convoquee(referent, saj)
    client = client_de(saj)

    def montrer() -> tuple[str, int]:
        client.get(ici.get_absolute_url())
        with CaptureQueriesContext(connection) as requetes:
            page = client.get(ici.get_absolute_url()).content.decode()
        return page, len(requetes)

    page, avant = montrer()
    assert "Viendrez-vous" in page and "Aucune réponse sur 1 invitation" in page
    assert reverse("reunion-ics", args=[ici.pk]) in page
    assert "Viendrez-vous" not in client_de(referent).get(ici.get_absolute_url()).content.decode()
    with parler(referent):
        for rang in range(59):
            inviter_sans_compte(ici, referent, f"Personne {rang}", f"personne{rang}@csil.example")
    client.post(
        reverse("convocation-repondre", args=[ici.convocations.get(personne=saj).pk]), {"reponse": "present"}
    )
    page, apres = montrer()
    assert apres == avant and "1 réponse sur 60 invitations" in page and "Votre réponse" in page
    assert page.count('<td data-colonne="Représenté par">') == 12  # the others are one click away


def test_le_referent_voit_sur_la_page_ce_qui_n_est_pas_encore_dit(referent, parler, client_de, distribution):
    with parler(referent):
        ici = convoquee(referent, distribution.agent_saj)
        point(ici, referent, "Tardif", motif_tardif="Un fait nouveau.")
    page = client_de(referent).get(ici.get_absolute_url()).content.decode()
    assert "ne savent pas encore ce qui a changé" in page
    page = client_de(distribution.agent_saj).get(ici.get_absolute_url()).content.decode()
    assert "ne savent pas encore" not in page


def test_deplacer_la_reunion_par_son_formulaire_previent_aussitot(
    referent, parler, client_de, distribution, boite
):
    """The form that everybody uses: another hour, told to whoever was convoked, whose answers are asked again."""
    saj = distribution.agent_saj
    with parler(referent):
        ici = convoquee(referent, saj)
    with parler(saj):
        ici.convocations.get().repondre(par=saj, reponse=Reponse.PRESENT)
    distribuer()
    boite.recus.clear()
    client, adresse = client_de(referent), reverse("reunion-modifier", args=[ici.pk])
    form = client.get(adresse).context["form"]
    champs = {nom: form[nom].value() for nom in form.fields}
    champs = {nom: "" if valeur is None else valeur for nom, valeur in champs.items()} | {
        "heure_debut": "15:00"
    }
    page = client.post(adresse, champs, follow=True).content.decode()
    assert "La réunion est enregistrée." in page and "Une personne est prévenue." in page
    distribuer()
    (message,) = boite.recus
    assert objet(message).endswith("changement") and ici.convocations.get().reponse == Reponse.SANS


def test_une_personne_notee_presente_ne_se_retire_pas(referent, parler, distribution):
    with parler(referent):
        ici = arretee(referent, distribution.agent_saj, jours=0, debut=dans(0, 0, 1))
        (convocation,) = ici.convocations.all()
        ici.tenir(par=referent)
        presences.arriver(convocation, par=referent)
        with pytest.raises(ValidationError, match="noté présent"):
            convocation.retirer(par=referent)
