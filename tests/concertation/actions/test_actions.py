"""Actions: mine, all, overdue first; how far they are; done or withdrawn; reminders by the clock; the home page."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from concertation.actions.models import Action, EtatAction
from concertation.actions.rappels import rappeler
from csil.accueil import taches
from csil.courrier.models import CorpsEnvoi, Envoi
from csil.identite import au_nom_de_l_horloge
from csil.travailleur.echeances import echeances
from tests.concertation.ecritures import action, en_seance
from tests.outils import proprietaire


def lu(reponse) -> str:
    """The page with ordinary spaces."""
    return reponse.content.decode().replace("\xa0", " ")


@pytest.fixture
def point(distribution, parler):
    with parler(distribution.referent):
        return en_seance(distribution.referent, titres=("Familles inquiètes",)).points.get()


@pytest.fixture
def poser(point, distribution, parler):
    """An action in `jours` days, of the agent of the SAJ unless said otherwise."""

    def poser(quoi="Rédiger la fiche", jours=10, **champs):
        with parler(distribution.referent):
            return action(
                point, distribution.referent, quoi, jours, **champs or {"responsable": distribution.agent_saj}
            )

    return poser


def titres(reponse) -> list[str]:
    return [action.quoi for action in reponse.context["page"].object_list]


def test_les_retards_d_abord_les_closes_a_la_fin(poser, distribution, client_de, parler):
    poser("Plus tard", 20)
    finie = poser("Finie", -5)
    poser("En retard", -3)
    with parler(distribution.agent_saj):
        finie.faire(par=distribution.agent_saj)
    reponse = client_de(distribution.agent_cripel).get(reverse("actions"))
    assert titres(reponse) == ["En retard", "Plus tard", "Finie"]
    page = lu(reponse)
    assert "3 actions" in page and "dont 1 en retard" in page and "En retard de 3 jours" in page


def test_les_miennes_celles_d_un_partenaire_et_la_recherche(poser, distribution, client_de):
    saj, cripel = distribution.agent_saj, distribution.agent_cripel
    poser("Rédiger l’invitation")
    poser("Ouvrir les inscriptions", partenaire=saj.appartenance.partenaire)
    poser("Délibérer", responsable=cripel, jours=-1)
    adresse = reverse("actions")
    client = client_de(saj)
    assert set(titres(client.get(adresse, {"a_qui": "moi"}))) == {
        "Rédiger l’invitation",
        "Ouvrir les inscriptions",
    }
    assert titres(client.get(adresse, {"etat": "retard"})) == ["Délibérer"]
    assert titres(client.get(adresse, {"partenaire": saj.appartenance.partenaire_id})) == [
        "Ouvrir les inscriptions"
    ]
    assert titres(client.get(adresse, {"q": "deliberation"})) == ["Délibérer"]
    assert len(titres(client.get(adresse, {"q": "familles inquietes"}))) == 3  # of its item
    assert "Aucune action ne répond" in lu(client.get(adresse, {"q": "introuvable"}))


def test_une_liste_vide_dit_d_ou_elles_viennent(distribution, client_de):
    assert "se notent pendant les réunions" in lu(client_de(distribution.agent_saj).get(reverse("actions")))


def test_dire_ou_elle_en_est_puis_que_c_est_fait(poser, distribution, client_de):
    posee = poser()
    client = client_de(distribution.agent_saj)
    avancer = reverse("action-avancer", args=[posee.pk])
    assert "Dites en une phrase" in lu(client.post(avancer, {"texte": ""}))
    page = lu(client.post(avancer, {"texte": "Une première version circule."}, follow=True))
    assert "Une première version circule." in page and "C’est noté" in page
    client.post(avancer, {"texte": "Imprimée.", "fait": "oui"})
    posee.refresh_from_db()
    assert posee.etat == EtatAction.FAITE and posee.notes.count() == 2
    assert client.post(avancer, {"texte": "Encore."}).status_code == 403  # it is closed
    page = lu(client.get(reverse("action-historique", args=[posee.pk])))
    assert "Une première version circule." in page and "Faite" in page


def test_qui_peut_quoi(poser, distribution, client_de):
    """Its owner and whoever works for its partner note progress; the Référent changes and withdraws; all read."""
    sienne = poser()
    du_cripel = poser(partenaire=distribution.agent_cripel.appartenance.partenaire)
    saj, cripel, referent = (
        client_de(p) for p in (distribution.agent_saj, distribution.agent_cripel, distribution.referent)
    )
    for client, objet, code in (
        (saj, sienne, 302),
        (cripel, sienne, 403),
        (cripel, du_cripel, 302),
        (referent, sienne, 302),
    ):
        assert client.post(reverse("action-avancer", args=[objet.pk]), {"texte": "Ok."}).status_code == code
    for nom in ("action-modifier", "action-retirer"):
        assert saj.get(reverse(nom, args=[sienne.pk])).status_code == 403
        assert referent.get(reverse(nom, args=[sienne.pk])).status_code == 200
    assert client_de(distribution.membre_cellule).get(reverse("actions")).status_code == 404


def test_retiree_avec_un_motif_que_chacun_lit(poser, distribution, client_de):
    posee = poser()
    client = client_de(distribution.referent)
    adresse = reverse("action-retirer", args=[posee.pk])
    assert "sans raison" in lu(client.post(adresse, {"motif": ""}))
    client.post(adresse, {"motif": "Le projet est abandonné."})
    page = lu(client_de(distribution.agent_cripel).get(reverse("action", args=[posee.pk])))
    assert "Retirée" in page and "Le projet est abandonné." in page
    assert client.post(adresse, {"motif": "Encore."}).status_code == 403


def test_le_referent_change_la_date_et_l_historique_s_en_souvient(poser, distribution, client_de):
    posee = poser()
    client = client_de(distribution.referent)
    nouvelle = timezone.localdate() + timedelta(days=30)
    adresse = reverse("action-modifier", args=[posee.pk])
    donnees = {"quoi": posee.quoi, "responsable": distribution.agent_saj.pk, "echeance": nouvelle}
    assert client.post(adresse, donnees | {"version": posee.version}).status_code == 302
    posee.refresh_from_db()
    assert posee.echeance == nouvelle and posee.history.count() == 2
    perime = lu(client.post(adresse, donnees | {"version": 0, "quoi": "Autre chose"}))
    assert "Entre-temps" in perime


def test_une_action_ne_s_efface_pas(poser, distribution, parler):
    posee = poser()
    with parler(distribution.referent), pytest.raises(DatabaseError), transaction.atomic():
        posee.delete()


# Reminders


def rappels() -> dict:
    """{recipient: how many e-mails}, whoever asked."""
    with proprietaire():
        destinataires = list(Envoi.objects.values_list("destinataire", flat=True))
    return {destinataire: destinataires.count(destinataire) for destinataire in destinataires}


def passer():
    with au_nom_de_l_horloge():
        rappeler()


def avancer_le_temps(posee, jours):
    with proprietaire():
        Action.objects.filter(pk=posee.pk).update(
            echeance=posee.echeance - timedelta(days=jours),
            rappelee_le=posee.rappelee_le and posee.rappelee_le - timedelta(days=jours),
        )
    posee.refresh_from_db()


def test_rappelee_une_semaine_avant_puis_chaque_semaine_de_retard(poser):
    posee = poser(jours=8)
    passer()
    assert rappels() == {}
    avancer_le_temps(posee, 1)
    passer()
    passer()  # called any number of times
    assert rappels() == {"agent-saj@csil.example": 1}
    version = posee.version
    posee.refresh_from_db()
    assert posee.rappelee_le and posee.version == version  # a form that is open does not notice
    avancer_le_temps(posee, 6)
    passer()
    assert rappels() == {"agent-saj@csil.example": 1}
    for nombre in (2, 3):
        avancer_le_temps(posee, 7)
        with proprietaire():  # the days have passed for the queue too
            for envoi in Envoi.objects.all():
                Envoi.objects.filter(pk=envoi.pk).update(cle=f"passe-{envoi.pk}")
        passer()
        assert rappels() == {"agent-saj@csil.example": nombre}


def test_jamais_une_action_close_et_jamais_son_texte(poser, distribution, parler):
    finie, retiree = poser(jours=-1), poser(jours=1)
    with parler(distribution.referent):
        finie.faire(par=distribution.referent)
        retiree.retirer(par=distribution.referent, motif="Sans objet.")
    passer()
    assert rappels() == {}
    poser("Un titre que le courriel ne dit pas", jours=-1)
    poser(jours=3)
    passer()
    assert rappels() == {"agent-saj@csil.example": 1}  # one message for both
    with proprietaire():
        corps = CorpsEnvoi.objects.get()
    texte = corps.texte.replace("\xa0", " ")
    assert "1 action dont vous avez la charge est en retard" in texte and "une action pour le" in texte
    assert "titre" not in texte and "titre" not in corps.objet and "/concertation/actions/?a_qui=moi" in texte


def test_une_action_d_un_partenaire_est_rappelee_a_ses_membres(poser, distribution):
    poser(partenaire=distribution.agent_cripel.appartenance.partenaire, jours=-1)
    with proprietaire():
        police = distribution.chef_de_corps.appartenance.partenaire
    poser(partenaire=police, jours=-1)  # the Chef de Corps reads the Concertation, the Officier does not
    passer()
    assert rappels() == {"agent-cripel@csil.example": 1, "chef-de-corps@csil.example": 1}


def test_l_horloge_les_connait():
    assert echeances()["actions de la Concertation"] is rappeler


# Home


def test_l_accueil_dit_les_miennes_et_au_referent_tous_les_retards(poser, distribution, parler):
    poser("En retard", jours=-2)
    poser("Bientôt", jours=5)
    poser("Plus tard", jours=30)
    with parler(distribution.agent_saj):
        miennes = [tache for tache in taches(distribution.agent_saj) if tache.lieu == "concertation"]
        assert [(t.quoi, t.en_retard) for t in miennes] == [("En retard", True), ("Bientôt", False)]
        assert "2 jours de retard" in miennes[0].contexte
    with parler(distribution.referent):
        siennes = [tache.quoi for tache in taches(distribution.referent) if "action" in tache.quoi]
        assert siennes == ["1 action de la Concertation en retard"]
    with parler(distribution.agent_cripel):
        assert not [tache for tache in taches(distribution.agent_cripel) if "retard" in tache.quoi]


def test_le_nombre_de_requetes_ne_suit_pas_la_liste(
    poser, distribution, client_de, django_assert_max_num_queries
):
    client = client_de(distribution.referent)
    poser()
    client.get(reverse("actions"))
    with django_assert_max_num_queries(40) as peu:
        client.get(reverse("actions"))
    partenaire = distribution.agent_saj.appartenance.partenaire
    for rang in range(20):
        poser(f"Action {rang}", rang - 10, **({"partenaire": partenaire} if rang % 2 else {}))
    with django_assert_max_num_queries(len(peu) + 1):  # the choice of a partner appears once there is one
        assert client.get(reverse("actions")).status_code == 200
