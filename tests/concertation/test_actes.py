"""Acts of the Concertation as their pages show them: refused in words, never said done, never shown before they are."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from csil.comptes.models import Connexion
from csil.journal.models import EntreeJournal
from tests.concertation.ecritures import action, en_seance, modele, point, reunion
from tests.outils import proprietaire


def lu(reponse):
    return reponse.content.decode().replace("\xa0", " ")


def lignes(acte):
    with proprietaire():
        return EntreeJournal.objects.filter(acte=acte).count()


def refus():
    with proprietaire():
        return EntreeJournal.objects.filter(verbe="refus").count()


def test_reporter_un_point_refuse_se_dit_dans_le_formulaire(distribution, client_de, parler):
    with parler(distribution.referent):
        ici = reunion(distribution.referent, jours=21)
    with parler(distribution.agent_saj):
        propose = point(ici, distribution.agent_saj)
    with parler(distribution.referent):
        propose.refuser(par=distribution.referent, reponse="Hors sujet.")
    client = client_de(distribution.referent)
    adresse = reverse("point-repondre", args=[propose.pk])
    assert client.get(adresse).status_code == 200
    reponse = client.post(adresse, {"acte": "reporter", "section": "nouveaux", "reponse": "Plus tard."})
    assert "a changé entre-temps" not in lu(reponse)
    assert reponse.status_code == 200 and "Reporter" not in lu(reponse)


def _action_close(distribution, parler, **champs):
    with parler(distribution.referent):
        ici = en_seance(distribution.referent, titres=("Familles",), **champs)
        un = ici.points.get()
        faite = action(un, distribution.referent, responsable=distribution.agent_saj)
        faite.faire(par=distribution.referent)
    return ici, un, faite


def test_retirer_en_seance_une_action_faite_se_dit_dans_le_formulaire(distribution, client_de, parler):
    ici, un, faite = _action_close(distribution, parler)
    adresse = f"/concertation/reunions/{ici.pk}/seance/{un.pk}/action/{faite.pk}/retirer/"
    client = client_de(distribution.referent)
    page = client.get(adresse)
    assert page.status_code == 200
    reponse = client.post(adresse, {"motif": "Plus utile."})
    assert reponse.status_code == 200 and "l’état est maintenant « Faite »" in lu(reponse)


def test_un_refus_annonce_comme_inscrit_au_journal_y_est(distribution, client_de, parler):
    ici, un, faite = _action_close(distribution, parler)
    adresse = f"/concertation/reunions/{ici.pk}/seance/{un.pk}/action/{faite.pk}/retirer/"
    avant = refus()
    reponse = client_de(distribution.referent).post(adresse, {"motif": "Plus utile."})
    if "Ce refus est inscrit au journal" in lu(reponse):
        assert refus() == avant + 1


def test_une_action_close_ne_se_modifie_pas_depuis_sa_page(distribution, client_de, parler):
    ici, un, faite = _action_close(distribution, parler)
    reponse = client_de(distribution.referent).get(reverse("action-modifier", args=[faite.pk]))
    assert reponse.status_code == 403


def test_le_secretaire_n_a_pas_la_page_du_referent_sur_une_action(distribution, client_de, parler):
    ici, un, faite = _action_close(distribution, parler, secretaire=distribution.agent_saj)
    client = client_de(distribution.agent_saj)
    assert client.get(reverse("action-modifier", args=[faite.pk])).status_code == 403


def test_un_point_de_modele_qui_ne_bouge_pas_ne_laisse_pas_de_ligne(distribution, parler):
    with parler(distribution.referent):
        un = modele(distribution.referent)
        avant = lignes("concertation.modele_ordre")
        un.deplacer(un.points.first(), -1, par=distribution.referent)
    assert lignes("concertation.modele_ordre") == avant


def test_terminer_les_autres_connexions_malgre_une_deja_finie(distribution, client_de, monkeypatch):
    ici, ailleurs, troisieme = (client_de(distribution.agent_saj) for _ in range(3))
    for client in (ici, ailleurs, troisieme):
        client.get("/")
    vrai, fait = Connexion.terminer, []

    def terminer(self, *, par):
        if not fait:  # its browser logs out just now
            fait.append(1)
            Connexion.objects.filter(pk=self.pk).delete()
        return vrai(self, par=par)

    monkeypatch.setattr(Connexion, "terminer", terminer)
    assert ici.post("/comptes/connexions/terminer-les-autres/").status_code == 302
    assert troisieme.get("/").status_code == 302 and ailleurs.get("/").status_code == 302


def test_la_page_d_une_saisie_refusee_nomme_la_reunion_telle_qu_elle_est(distribution, client_de, parler):
    with parler(distribution.referent):
        ici = reunion(distribution.referent, jours=21, titre="Le vrai titre")
    reponse = client_de(distribution.referent).post(
        reverse("reunion-modifier", args=[ici.pk]), {"titre": "Tapé, pas enregistré", "version": ici.version}
    )
    assert reponse.status_code == 200
    assert reponse.context["reunion"].titre == "Le vrai titre"


def test_le_point_reporte_ici_est_une_modification(distribution, parler):
    with parler(distribution.referent):
        ici = en_seance(distribution.referent, titres=("Familles", "Formation"))
        ici.points.inscrits().first().reporter(par=distribution.referent, reponse="")
    with proprietaire():
        assert EntreeJournal.objects.get(acte="concertation.point_reporte_ici").verbe == "modification"


def test_reporter_en_seance_tient_la_reunion_avant_le_point(distribution, client_de, parler):
    with parler(distribution.referent):
        ici = en_seance(distribution.referent, titres=("Familles", "Formation"))
        un = ici.points.inscrits().first()
    client = client_de(distribution.referent)
    with CaptureQueriesContext(connection) as requetes:
        reponse = client.post(
            f"/concertation/reunions/{ici.pk}/seance/{un.pk}/reporter/", {"reponse": "Plus tard."}
        )
    assert reponse.status_code == 302
    tenus = []
    for q in requetes.captured_queries:
        if "FOR UPDATE" in q["sql"] or q["sql"].lstrip().startswith("UPDATE") or "; UPDATE" in q["sql"]:
            m = re.search(r'concertation_(reunion|pointordredujour)"', q["sql"])
            if m:
                tenus.append((m[1], "FOR UPDATE" in q["sql"]))
    assert tenus[0][0] == "reunion", tenus
