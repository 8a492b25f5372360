"""The home page and « Nouveautés »: what waits for the Référent and for members, what is coming, what is new."""

from datetime import timedelta

import pytest
from django.utils import timezone

from concertation.compte_rendu.circulation import circuler
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.convocations.actes.reunion import annuler, convoquer, reporter
from concertation.convocations.models import Reponse
from concertation.ordre_du_jour.actes.reunion import arreter
from concertation.presences import actes as presences
from csil.accueil import nouveautes, rendez_vous, taches
from csil.texte.typographie import date_longue
from tests.concertation.ecritures import dans, inviter, point, reunion


@pytest.fixture
def referent(distribution):
    return distribution.referent


def a_faire(personne) -> list[str]:
    return [tache.quoi for tache in taches(personne) if tache.lieu == "concertation"]


def le(reunion) -> str:
    return date_longue(reunion.debut)


def test_chaque_etape_attend_le_referent(referent, distribution, parler):
    agent = distribution.agent_saj
    with parler(referent):
        ici = reunion(referent, 10)
        assert a_faire(referent) == []
    with parler(agent):
        propose = point(ici, agent, "Mineurs isolés")
    with parler(referent):
        assert a_faire(referent) == ["Répondre à 1 point proposé"]
        propose.demander(par=referent, reponse="Combien de temps ?")
        assert a_faire(agent) == ["Compléter votre point « Mineurs isolés »"]
        propose.accepter(par=referent)
        ici.limite_propositions = timezone.now() - timedelta(hours=1)
        ici.save()
        assert a_faire(referent) == [f"Arrêter l’ordre du jour du {le(ici)}"]
        inviter(ici, referent, agent)
        arreter(ici, par=referent)
        assert a_faire(referent) == [f"Convoquer à la réunion du {le(ici)}"]
        convoquer(ici, par=referent)
        assert a_faire(referent) == []
    with parler(agent):
        assert a_faire(agent) == [
            f"Dire si vous venez le {le(ici)}",
            "Préparer votre point « Mineurs isolés »",
        ]
        ici.convocations.get().repondre(par=agent, reponse=Reponse.PRESENT)
        assert a_faire(agent) == ["Préparer votre point « Mineurs isolés »"]
    with parler(referent):
        reporter(ici, par=referent, motif="La salle est prise.")
        assert a_faire(referent) == [f"Choisir une nouvelle date pour la réunion du {le(ici)}"]


def test_apres_la_seance(referent, distribution, parler):
    agent = distribution.agent_saj
    with parler(referent):
        tenue = reunion(referent, -20, secretaire=agent)
        un = point(tenue, referent)
        assert a_faire(referent) == [f"Noter la réunion du {le(tenue)}"]
        inviter(tenue, referent, agent)
        tenue.tenir(par=referent)
        assert a_faire(referent) == a_faire(agent) == [f"Terminer le compte rendu du {le(tenue)}"]
        presences.tous_presents(tenue, par=referent)
        CompteRenduPoint.objects.create(point=un, texte="<p>Un échange.</p>")
        circuler(tenue, par=referent)
        assert a_faire(referent) == []
    with parler(agent):
        demande = tenue.compte_rendu.demander(par=agent, texte="Ajouter le SAJ.")
    with parler(referent):
        assert a_faire(referent) == ["Répondre à 1 demande de correction"]
        demande.trancher(par=referent, accepte=True, reponse="Ajouté.")
        suivante = reunion(referent, -1)
        point(suivante, referent)
        suivante.tenir(par=referent)
        assert f"Faire approuver le compte rendu du {le(tenue)}" in a_faire(referent)
    quoi = {nouveaute.quoi for nouveaute in nouveautes(agent)}
    assert {f"Compte rendu du {le(tenue)} : à relire", "Votre demande de correction : acceptée"} <= quoi


def test_ce_qui_vient_et_ce_qui_est_neuf(referent, distribution, parler):
    agent = distribution.agent_saj
    with parler(referent):
        ici, autre = reunion(referent, 10), reunion(referent, debut=dans(20, 9))
        inviter(ici, referent, agent)
        point(ici, referent)
        arreter(ici, par=referent)
        convoquer(ici, par=referent)
    venir = rendez_vous(agent)
    assert [un.quand for un in venir] == [ici.debut, autre.debut]
    assert venir[0].detail == "14 h 00, Salle de la Violette. 0 réponse sur 1."
    assert venir[1].detail.startswith("9 h 00, Salle de la Violette. Propositions jusqu’au")
    with parler(referent):
        annuler(ici, par=referent, motif="Plus rien d’urgent.")
    quoi = {nouveaute.quoi for nouveaute in nouveautes(agent)}
    assert quoi >= {
        f"Réunion du {le(ici)} : annulée",
        f"Réunion du {le(autre)} : les propositions sont ouvertes",
    }
    assert [un.quand for un in rendez_vous(agent)] == [autre.debut]


def test_rien_de_la_concertation_pour_les_autres(referent, distribution, parler):
    with parler(referent):
        reunion(referent, 10)
    for personne in (distribution.membre_cellule, distribution.dpo, distribution.contact_tec):
        assert not rendez_vous(personne) and not a_faire(personne)
        assert not [n for n in nouveautes(personne) if "Réunion" in n.quoi]


def test_la_page_des_nouveautes(client_de, distribution, referent, parler):
    vide = client_de(distribution.agent_saj).get("/concertation/").content.decode()
    assert "Aucune réunion n’est prévue." in vide and "Nouvelle réunion" not in vide
    with parler(referent):
        reunion(referent, 10)
    pleine = client_de(referent).get("/concertation/").content.decode()
    assert "les propositions sont ouvertes" in pleine and "Nouvelle réunion" in pleine
