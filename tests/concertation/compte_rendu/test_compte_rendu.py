"""The minutes: what is missing, circulated to those who were there, corrected, approved, locked; the document on paper."""

import re

import pypdfium2
import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from concertation.actions.actes import conclure
from concertation.actions.models import Avis, Decision
from concertation.compte_rendu.circulation import approuver, circuler
from concertation.compte_rendu.lecture import Lecture, compte_rendu_pdf
from concertation.compte_rendu.models import Addendum, Amendement, CompteRenduPoint, EtatAmendement
from concertation.convocations.actes.reunion import inviter as appeler
from concertation.convocations.models import Convocation, Reponse
from concertation.presences import actes as presences
from concertation.reunions.models import Etat
from csil.actes import ActeRefuse
from csil.courrier.models import CorpsEnvoi, Envoi, PieceJointe
from tests.concertation.ecritures import action, en_seance, inviter, point, rediger, reunion


def lu(reponse) -> str:
    """The page with ordinary spaces."""
    return reponse.content.decode().replace("\xa0", " ")


def pages(octets) -> list[str]:
    document = pypdfium2.PdfDocument(octets)
    try:
        return [page.get_textpage().get_text_range().replace("\xa0", " ") for page in document]
    finally:
        document.close()


def serrer(texte) -> str:
    """Kerned letters come out of a PDF with a space between them."""
    return "".join(texte.split())


@pytest.fixture
def ici(distribution, parler):
    """A meeting that was held: the agent of the SAJ was there, that of the CRIPEL was not."""
    referent = distribution.referent
    with parler(referent):
        ici = en_seance(
            referent,
            [distribution.agent_saj, distribution.agent_cripel, referent],
            titres=("Familles", "Formation"),
        )
        saj, _ = Convocation.objects.filter(reunion=ici).order_by("pk")[:2]
        presences.arriver(saj, par=referent)
        premier, second = ici.points.inscrits()
        rediger(premier, referent, "<p>Un <strong>support</strong> commun est souhaité.</p>")
        decidee = {"texte": "On décrit la fonction.", "decidee_par": "Bourgmestre"}
        conclure(premier, Decision, par=referent, **decidee)
        conclure(premier, Avis, par=referent, texte="Une fiche commune.", reserves="sans opposition")
        action(
            second, referent, "Fixer deux dates", partenaire=distribution.agent_saj.appartenance.partenaire
        )
    return ici


@pytest.fixture
def relue(ici, distribution, parler):
    """It circulates."""
    with parler(distribution.referent):
        circuler(ici, par=distribution.referent)
    return ici


def suivante(distribution):
    """The next meeting, already held."""
    tenue = en_seance(distribution.referent, titres=("Approbation",), debut=timezone.now())
    return tenue


def test_la_page_dit_ce_qui_manque(distribution, client_de, parler):
    with parler(distribution.referent):
        vide = en_seance(distribution.referent, [distribution.agent_saj], titres=("Familles",))
        point(vide, distribution.referent, "Divers", nature="divers", motif_tardif="Toujours là.")
    client = client_de(distribution.referent)
    adresse = reverse("compte-rendu-relire", args=[vide.pk])
    page = lu(client.get(adresse))
    assert "Aucune présence n’est notée." in page
    assert "Le point « Familles » n’a ni texte, ni décision, ni avis, ni action." in page
    assert "« Divers »" not in page  # what recurs may have nothing to tell
    client.post(adresse)
    vide.refresh_from_db()
    assert vide.etat == Etat.TENUE and not Envoi.objects.exists()


def test_il_circule_aux_presents_et_a_eux_seuls(ici, distribution, client_de, parler):
    referent = distribution.referent
    with parler(referent):  # somebody without an account, and a colleague who came in the place of another
        sans_compte = appeler(ici, par=referent, nom="Éducateur", courriel="rue@csil.example")
        remplace = Convocation.objects.get(reunion=ici, personne=referent)
        remplace.constater(
            par=referent,
            reponse=Reponse.REMPLACE,
            remplacant="Adjointe",
            remplacant_courriel="adjointe@csil.example",
        )
        for convocation in (sans_compte, remplace):
            presences.arriver(convocation, par=referent)
    client = client_de(referent)
    page = lu(client.get(reverse("compte-rendu-relire", args=[ici.pk])))
    assert "3 personnes reçoivent un courriel" in page and "CRIPEL" not in page
    reponse = client.post(reverse("compte-rendu-relire", args=[ici.pk]), follow=True)
    assert "3 courriels en route" in lu(reponse)
    with parler(referent):
        envois = {envoi.destinataire: envoi for envoi in Envoi.objects.all()}
        assert set(envois) == {"agent-saj@csil.example", "rue@csil.example", "adjointe@csil.example"}
        corps = CorpsEnvoi.objects.get(envoi=envois["agent-saj@csil.example"])
        assert corps.objet == "Plateforme CSIL : un compte rendu à relire"
        assert reverse("compte-rendu", args=[ici.pk]) in corps.texte and "Familles" not in corps.texte
        pieces = PieceJointe.objects.values_list("envoi__destinataire", "genre")
        assert set(pieces) == {
            ("rue@csil.example", "application/pdf"),
            ("adjointe@csil.example", "application/pdf"),
        }
        piece = bytes(PieceJointe.objects.get(envoi=envois["rue@csil.example"]).octets)
        assert "Lu par Éducateur" in pages(piece)[0]
    assert client.post(reverse("compte-rendu-relire", args=[ici.pk])).status_code == 403  # once


def test_qui_etait_la_demande_une_correction(relue, distribution, client_de, parler):
    adresse = reverse("amendement-nouveau", args=[relue.pk])
    assert client_de(distribution.agent_cripel).get(adresse).status_code == 403  # was not there
    client = client_de(distribution.agent_saj)
    premier = relue.points.inscrits().first()
    assert "Écrivez la correction" in lu(client.post(adresse, {"point": premier.pk, "texte": ""}))
    reponse = client.post(
        adresse, {"point": premier.pk, "texte": "Ajouter « relu par le SAJ »."}, follow=True
    )
    assert "Ajouter « relu par le SAJ »." in lu(reponse)
    client.post(adresse, {"point": "", "texte": "Le titre est trop long."})
    assert Lecture(relue).en_attente == 2
    with parler(distribution.referent):
        assert "2 demandes de correction attendent une réponse." in relue.manques("approuver")


def test_le_remplacant_venu_demande_et_non_le_remplace(ici, distribution, client_de, parler):
    referent, cripel, saj = distribution.referent, distribution.agent_cripel, distribution.agent_saj
    with parler(referent):
        convocation = Convocation.objects.get(reunion=ici, personne=saj)
        convocation.constater(
            par=referent, reponse=Reponse.REMPLACE, remplacant=str(cripel), remplacant_courriel=cripel.email
        )
        circuler(ici, par=referent)
    adresse = reverse("amendement-nouveau", args=[ici.pk])
    assert client_de(saj).get(adresse).status_code == 403
    assert client_de(cripel).get(adresse).status_code == 200


def test_une_correction_acceptee_corrige_le_texte_du_meme_geste(relue, distribution, client_de, parler):
    premier = relue.points.inscrits().first()
    with parler(distribution.agent_saj):
        demandes = [
            relue.compte_rendu.demander(par=distribution.agent_saj, texte=texte, point=premier)
            for texte in ("Dire « fiche ».", "Ôter une phrase.")
        ]
    client = client_de(distribution.referent)
    adresses = [reverse("amendement-trancher", args=[demande.pk]) for demande in demandes]
    assert "Dire « fiche »." in lu(client.get(adresses[0]))
    donnees = {
        "decision": "accepter",
        "texte": "<p>Une fiche commune.</p>",
        "version": premier.compte_rendu.version,
    }
    sans_mot = lu(client.post(adresses[0], {**donnees, "reponse": ""}))
    assert "Répondez en un mot" in sans_mot and "Une fiche commune." in sans_mot
    perime = lu(client.post(adresses[0], {**donnees, "reponse": "Oui.", "version": 0}))
    assert (
        "Entre-temps" in perime and Amendement.objects.get(pk=demandes[0].pk).etat == EtatAmendement.PROPOSE
    )
    client.post(adresses[0], {**donnees, "reponse": "C’est plus juste."})
    client.post(
        adresses[1], {"decision": "refuser", "reponse": "C’est ce qui s’est dit.", "texte": "x", "version": 9}
    )
    page = lu(client_de(distribution.agent_saj).get(reverse("compte-rendu", args=[relue.pk])))
    assert "Une fiche commune." in page and "C’est plus juste." in page and "C’est ce qui s’est dit." in page
    assert client.get(adresses[0]).status_code == 403  # it has its answer
    assert client_de(distribution.agent_saj).get(adresses[1]).status_code == 403


def test_approuve_a_une_reunion_suivante_puis_verrouille(relue, distribution, client_de, parler):
    referent = distribution.referent
    client = client_de(referent)
    adresse = reverse("compte-rendu-approuver", args=[relue.pk])
    assert "qui n’a pas encore eu lieu" in lu(client.get(adresse))
    with parler(referent):
        apres = suivante(distribution)
    assert "Choisissez la réunion" in lu(client.post(adresse, {}))
    reponse = client.post(adresse, {"lors_de": apres.pk}, follow=True)
    assert "il ne change plus" in lu(reponse) and "Approuvé, verrouillé" in lu(reponse)
    premier = relue.points.inscrits().first()
    with parler(referent):
        relue.refresh_from_db()
        assert relue.etat == Etat.APPROUVEE and relue.compte_rendu.approuve_lors_de == apres
        convocation = relue.convocations.first()
        saj = relue.convocations.get(personne=distribution.agent_saj)
        for acte in (
            lambda: rediger(premier, referent, "<p>Autre</p>"),
            lambda: conclure(premier, Decision, par=referent, texte="x", decidee_par="y"),
            lambda: Avis.objects.get().retirer(par=referent),
            lambda: presences.effacer(saj, par=referent),
            lambda: presences.excuser(convocation, par=referent),
            lambda: inviter(relue, referent, distribution.bourgmestre),
        ):
            with pytest.raises(ActeRefuse):
                acte()
        for ecriture in (  # and where the code would forget, the database does not
            CompteRenduPoint.objects.get(point=premier).save,
            Decision(point=premier, texte="x", decidee_par="y").save,
            Avis.objects.get().delete,
            saj.presences.get().delete,
            convocation.save,
            Convocation(reunion=relue, nom="Bourgmestre").save,
        ):
            with pytest.raises(DatabaseError, match="ne change plus"), transaction.atomic():
                ecriture()
    for nom, arguments in (
        ("seance", ()),
        ("compte-rendu-approuver", ()),
        ("amendement-nouveau", ()),
        ("acte-nouveau", (premier.pk, "decision")),
    ):
        assert client.get(reverse(nom, args=[relue.pk, *arguments])).status_code == 403, nom


def test_apres_le_verrou_un_addendum_date(relue, distribution, client_de, parler):
    referent = distribution.referent
    client = client_de(referent)
    adresse = reverse("addendum-nouveau", args=[relue.pk])
    assert client.get(adresse).status_code == 403
    with parler(referent):
        with pytest.raises(ActeRefuse):  # until then it is corrected directly
            relue.compte_rendu.completer(par=referent, texte="Trop tôt.")
        approuver(relue, par=referent, lors_de=suivante(distribution))
    client.post(adresse, {"texte": "Lire « mardi »."})
    page = lu(client.get(reverse("compte-rendu", args=[relue.pk])))
    assert "Lire « mardi »." in page and "Référent Radicalisme, le " in page
    assert "Lire « mardi »." in "".join(pages(compte_rendu_pdf(relue, referent)))
    with parler(referent), pytest.raises(DatabaseError), transaction.atomic():
        Addendum.objects.get().delete()


def test_ce_que_chacun_lit(ici, distribution, client_de, parler):
    """Every member reads the minutes, drafts included; before the meeting there are none."""
    page = lu(client_de(distribution.agent_cripel).get(reverse("compte-rendu", args=[ici.pk])))
    assert "Brouillon" in page and "<strong>support</strong>" in page
    for mot in ("On décrit la fonction.", "Avis collectif, sans opposition", "Fixer deux dates", "En cours"):
        assert mot in page
    assert "Présents à ce point : 1 personne, 1 partenaire" in page
    assert "1 partenaire sur 3" in page and page.count('class="barre"') == len(Lecture(ici).barres)
    assert not re.search(r"\bPV\b", page)
    with parler(distribution.referent):
        future = reunion(distribution.referent)
    assert "pas encore de compte rendu" in lu(
        client_de(distribution.agent_saj).get(reverse("compte-rendu", args=[future.pk]))
    )
    assert (
        client_de(distribution.agent_saj).get(reverse("compte-rendu-pdf", args=[future.pk])).status_code
        == 404
    )


def test_le_document_sur_papier(ici, distribution, client_de, parler):
    """R57, and who was there, excused, absent, replaced; what was decided, what is to be done."""
    referent = distribution.referent
    with parler(referent):
        absent = appeler(ici, par=referent, nom="Une école", courriel="ecole@csil.example")
        remplace = appeler(ici, par=referent, nom="Directrice", courriel="dir@csil.example")
        remplace.constater(par=referent, reponse=Reponse.REMPLACE, remplacant="Adjoint")
        presences.arriver(remplace, par=referent)
        presences.excuser(ici.convocations.get(personne=distribution.agent_cripel), par=referent)
        circuler(ici, par=referent)
    reponse = client_de(distribution.agent_saj).get(reverse("compte-rendu-pdf", args=[ici.pk]))
    assert reponse["Content-Type"] == "application/pdf" and "compte-rendu-" in reponse["Content-Disposition"]
    lues = [serrer(page) for page in pages(reponse.content)]
    for numero, page in enumerate(lues, 1):
        assert serrer("Lu par Agent du SAJ") in page and serrer(f"page {numero}/{len(lues)}") in page
    tout = "".join(lues)
    for mots in (
        "Présents (2)", "Agent du SAJ (SAJ)", "Remplacés (1)", "Directrice, par Adjoint", "Excusés (1)",
        "Agente du CRIPEL (CRIPEL)", "Absents (2)", absent.nom, "En relecture depuis",
        "Un support commun est souhaité.", "Avis collectif, sans opposition",
    ):  # fmt: skip
        assert serrer(mots) in tout, mots
    for mots in ("On décrit la fonction.", "Fixer deux dates"):  # at its item, and in the summary
        assert tout.count(serrer(mots)) == 2
    assert not any(re.search(r"\bPV\b", page) for page in pages(reponse.content))


def test_quarante_points_et_soixante_invites(distribution, client_de, parler, django_assert_max_num_queries):
    referent = distribution.referent
    with parler(referent):
        petite = en_seance(referent, [distribution.agent_saj], titres=("Un",))
        grande = en_seance(referent, titres=[f"Point {i}" for i in range(40)])
        for i in range(60):
            appeler(grande, par=referent, nom=f"Invité {i}", courriel=f"i{i}@csil.example")
        for ici in (petite, grande):
            presences.tous_presents(ici, par=referent)
            for un in ici.points.inscrits():
                rediger(un, referent)
                action(un, referent)
                conclure(un, Decision, par=referent, texte="Oui.", decidee_par="Bourgmestre")
    client = client_de(referent)
    for nom in ("compte-rendu", "compte-rendu-pdf", "compte-rendu-relire"):
        client.get(reverse(nom, args=[petite.pk]))
        with django_assert_max_num_queries(60) as peu:
            client.get(reverse(nom, args=[petite.pk]))
        with django_assert_max_num_queries(len(peu)):
            assert client.get(reverse(nom, args=[grande.pk])).status_code == 200


def test_le_point_d_approbation_montre_ce_qui_attend(relue, distribution, client_de, parler):
    referent = distribution.referent
    with parler(referent):
        apres = suivante(distribution)
        approbation = apres.points.get(titre="Approbation")
        approbation.nature = "approbation"
        approbation._history_user = referent
        approbation.save()
    page = lu(client_de(referent).get(reverse("seance", args=[apres.pk]), {"point": approbation.pk}))
    assert "à approuver" in page
    assert f"{reverse('compte-rendu-approuver', args=[relue.pk])}?lors={apres.pk}" in page


def test_un_texte_vide_n_est_pas_une_trace(distribution, parler):
    with parler(distribution.referent):
        ici = en_seance(distribution.referent, titres=("Un",))
        un = ici.points.inscrits().get()
        rediger(un, distribution.referent, "<p> </p>")
        assert list(ici.points.inscrits().sans_trace()) == [un]
        point(ici, distribution.referent, "Deux", motif_tardif="Un fait nouveau.")
