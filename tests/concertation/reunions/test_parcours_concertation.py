"""One meeting from draft to locked minutes, by the acts of the model, in the names of those who do them."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from concertation.actions.models import Action
from concertation.compte_rendu.circulation import approuver, circuler
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.convocations.actes.reunion import convoquer
from concertation.ordre_du_jour.actes.reunion import arreter
from concertation.ordre_du_jour.arrangement import Arrangement, OrdreDepasse, arranger
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.ordre_du_jour.models import EtatPoint, Nature
from concertation.presences import actes as presences
from concertation.presences.feuille import Feuille
from concertation.reunions.models import Etat
from csil.actes import ActeRefuse
from tests.concertation.ecritures import action, dans, inviter, point, reunion


def test_du_brouillon_au_verrou(distribution, parler):
    referent, agent = distribution.referent, distribution.agent_saj
    with parler(referent):
        passee = reunion(referent, debut=timezone.now() - timedelta(minutes=5))
        assert passee.manques("arreter") == ["L’ordre du jour n’a encore aucun point."]
        premier = point(passee, referent, "Familles inquiètes")
        second = point(passee, referent, "Formation des professionnels")
        convocations = [inviter(passee, referent, p) for p in (agent, distribution.agent_cripel)]
        arreter(passee, par=referent)
        with pytest.raises(ValidationError, match="La date est passée"):
            convoquer(passee, par=referent)
        passee.tenir(par=referent)
        assert presences.tous_presents(passee, par=referent) == 2
        presences.partir(convocations[1], par=referent, avant_point=second)
        feuille = Feuille(passee)
        assert len(feuille.presents(premier)) == 2 and feuille.presents(second) == [convocations[0]]
        assert len(passee.manques("relire")) == 2
        CompteRenduPoint.objects.create(point=premier, texte="<p>Un support commun est souhaité.</p>")
        a_faire = action(second, referent)
        circuler(passee, par=referent)
    with parler(agent):
        assert "amender_reunion" in passee.droits_de(agent)
        correction = passee.compte_rendu.demander(par=agent, texte="Ajouter le SAJ.")
    with parler(referent):
        suivante = reunion(referent, jours=20)
        assert [p.nature for p in suivante.points.inscrits()] == [Nature.SUIVI]
        assert list(Action.objects.ouvertes_avant(suivante)) == [a_faire]
        assert len(passee.manques("approuver")) == 2
        correction.trancher(par=referent, accepte=True, reponse="Ajouté.")
        tenue = reunion(referent, debut=timezone.now() - timedelta(minutes=2))
        point(tenue, referent)
        tenue.tenir(par=referent)
        approuver(passee, par=referent, lors_de=tenue)
        assert passee.etat == Etat.APPROUVEE
        with pytest.raises(DatabaseError, match="ne change plus"), transaction.atomic():
            texte = passee.points.first().compte_rendu
            texte.texte = "Autre chose"
            texte.save()


def test_un_point_propose_recoit_sa_reponse(distribution, parler):
    referent, agent = distribution.referent, distribution.agent_saj
    with parler(referent):
        ici, ensuite = reunion(referent, jours=10), reunion(referent, jours=40)
    with parler(agent):
        propose = point(ici, agent, "Mineurs étrangers non accompagnés")
        assert propose.etat == EtatPoint.PROPOSE and "modifier_point" in propose.droits_de(agent)
    with parler(referent):
        with pytest.raises(ValidationError, match="se motive"):
            propose.refuser(par=referent, reponse="")
        propose.refresh_from_db()
        suite = propose.reporter(par=referent, reponse="Le temps manque.")
        assert (propose.etat, suite.reunion, suite.etat) == (EtatPoint.REPORTE, ensuite, EtatPoint.PROPOSE)
        suite.accepter(par=referent)
        arreter(ensuite, par=referent)
        with pytest.raises(ValidationError, match="se motive"):
            point(ensuite, referent, "Trop tard")
        tardif = point(ensuite, referent, "Urgence", motif_tardif="Un fait nouveau.")
        assert tardif.etat == EtatPoint.INSCRIT
    with parler(agent), pytest.raises(ActeRefuse):
        point(ensuite, agent)


def test_l_arrangement_et_les_heures(distribution, parler):
    referent = distribution.referent
    with parler(referent):
        ici = reunion(referent, debut=dans(5), fin=dans(5, 14, 40))
        un, deux, trois = (point(ici, referent, titre, duree=20) for titre in ("Un", "Deux", "Trois"))
        ici.refresh_from_db()
        odj = OrdreDuJour(ici)
        assert [ligne.debut.minute for ligne in odj.lignes] == [0, 20, 40] and odj.depassement == 20
        assert [ligne.finit_apres for ligne in odj.lignes] == [False, False, True]
        arranger(ici, lambda a: a.monter(trois.pk), par=referent, ordre=ici.ordre)
        assert [p.titre for p in ici.points.inscrits()] == ["Un", "Trois", "Deux"]
        with pytest.raises(OrdreDepasse):
            arranger(ici, par=referent, ordre=ici.ordre - 1)
        ici.refresh_from_db()
        vers_la_fin = partial(Arrangement.placer, pk=un.pk, section="a_cloturer", avant=None)
        arranger(ici, vers_la_fin, par=referent, ordre=ici.ordre)
        assert [p.titre for p in ici.points.inscrits()] == ["Trois", "Deux", "Un"]
        ici.refresh_from_db()
        arranger(ici, lambda a: a.monter(un.pk), par=referent, ordre=ici.ordre)
        un.refresh_from_db()
        assert un.section == "en_cours"
