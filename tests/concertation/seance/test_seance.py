"""The meeting itself: items, attendance per item, minutes saved as one types, two writers, what is concluded."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from concertation.actions.models import Action, Decision, EtatAction
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.convocations.actes.reunion import inviter as appeler
from concertation.convocations.models import Convocation
from concertation.ordre_du_jour.models import EtatPoint
from concertation.presences import actes as presences
from concertation.presences.feuille import Feuille
from concertation.presences.models import Presence
from csil.journal.models import EntreeJournal
from tests.concertation.ecritures import action, en_seance, inviter, point, rediger, reunion

JSON = {"HTTP_ACCEPT": "application/json"}


@pytest.fixture
def ici(distribution, parler):
    """A meeting under way: the Référent, two agents, three items."""
    with parler(distribution.referent):
        invites = [distribution.agent_saj, distribution.agent_cripel, distribution.referent]
        return en_seance(distribution.referent, invites)


def lu(reponse) -> str:
    """The page with ordinary spaces."""
    return reponse.content.decode().replace("\xa0", " ")


def points(reunion):
    return list(reunion.points.inscrits())


def page(client, reunion, point=None):
    return client.get(reverse("seance", args=[reunion.pk]), {"point": point.pk} if point else {})


def pointer(client, reunion, point, **geste):
    return client.post(
        reverse("presence-pointer", args=[reunion.pk]), {"point": point.pk, **geste}, follow=True
    )


def convocation(reunion, personne):
    return Convocation.objects.get(reunion=reunion, personne=personne)


def test_les_points_dans_l_ordre_et_celui_qu_on_traite_ouvert(ici, client_de, distribution):
    client = client_de(distribution.referent)
    premier, deuxieme, _ = points(ici)
    reponse = page(client, ici)
    assert reponse.context["seance"].point == premier
    reponse = client.post(reverse("seance-commencer", args=[ici.pk, deuxieme.pk]), follow=True)
    assert f"#point-{deuxieme.pk}" in reponse.redirect_chain[-1][0]
    assert page(client, ici).context["seance"].point == deuxieme
    deuxieme.refresh_from_db()
    commence = deuxieme.commence_le
    client.post(reverse("seance-commencer", args=[ici.pk, deuxieme.pk]))
    deuxieme.refresh_from_db()
    assert deuxieme.commence_le == commence


def test_tous_presents_d_un_geste_puis_les_exceptions(ici, client_de, distribution):
    client = client_de(distribution.referent)
    saj, cripel = distribution.agent_saj, distribution.agent_cripel
    premier, deuxieme, troisieme = points(ici)
    pointer(client, ici, premier, excuse=convocation(ici, cripel).pk)
    reponse = pointer(client, ici, premier, tous="oui")
    assert "2 personnes sont notées présentes" in reponse.content.decode()
    pointer(client, ici, deuxieme, parti=convocation(ici, saj).pk)
    pointer(client, ici, deuxieme, arrive=convocation(ici, cripel).pk)
    feuille = Feuille(ici)
    noms = [[c.nom for c in feuille.presents(p)] for p in (premier, deuxieme, troisieme)]
    assert noms == [
        ["Agent du SAJ", "Référent Radicalisme"],
        ["Agente du CRIPEL", "Référent Radicalisme"],
        ["Agente du CRIPEL", "Référent Radicalisme"],
    ]
    pointer(client, ici, troisieme, arrive=convocation(ici, saj).pk)
    assert len(Feuille(ici).presents(troisieme)) == 3
    assert "Agent du SAJ a quitté la salle avant ce point" in Feuille(ici).en_mots(deuxieme)


def test_qui_part_apres_un_point_n_est_pas_present_au_suivant(ici, client_de, distribution):
    client = client_de(distribution.referent)
    premier, deuxieme, troisieme = points(ici)
    saj = convocation(ici, distribution.agent_saj)
    pointer(client, ici, premier, arrive=saj.pk)
    pointer(client, ici, deuxieme, part=saj.pk)
    assert [bool(Feuille(ici).presents(p)) for p in points(ici)] == [True, True, False]
    reponse = pointer(client, ici, troisieme, part=saj.pk)
    assert "n’est pas possible à ce point" in reponse.content.decode()


def test_un_geste_impossible_se_dit_et_ne_change_rien(ici, client_de, distribution):
    client = client_de(distribution.referent)
    premier, deuxieme, _ = points(ici)
    saj = convocation(ici, distribution.agent_saj)
    assert "n’est pas noté dans la salle" in pointer(client, ici, deuxieme, parti=saj.pk).content.decode()
    pointer(client, ici, deuxieme, arrive=saj.pk)
    assert "déjà noté dans la salle" in pointer(client, ici, deuxieme, arrive=saj.pk).content.decode()
    assert "corrigez plutôt" in pointer(client, ici, deuxieme, parti=saj.pk).content.decode()
    assert Presence.objects.count() == 1
    assert (
        client.post(
            reverse("presence-pointer", args=[ici.pk]), {"point": premier.pk, "arrive": "x"}
        ).status_code
        == 404
    )


def test_une_presence_se_corrige(ici, client_de, distribution, parler):
    client = client_de(distribution.referent)
    premier, deuxieme, troisieme = points(ici)
    saj = convocation(ici, distribution.agent_saj)
    with parler(distribution.referent):
        presences.arriver(saj, par=distribution.referent)
    adresse = reverse("presence-corriger", args=[saj.pk])
    assert client.get(adresse).context["form"]["arrivee_1"].value() == "ouverture"
    donnees = {"situation": "present", "arrivee_1": "ouverture", "depart_1": str(deuxieme.pk)}
    donnees |= {"arrivee_2": str(troisieme.pk), "depart_2": "fin", "remplacant": "Cheffe de service"}
    assert client.post(adresse, donnees).status_code == 302
    assert [bool(Feuille(ici).presents(p)) for p in points(ici)] == [True, False, True]
    saj.refresh_from_db()
    assert saj.representant == "Cheffe de service"
    reponse = client.post(adresse, donnees | {"arrivee_2": str(premier.pk)})
    assert "se recouvrent" in reponse.content.decode()
    reponse = client.post(adresse, donnees | {"arrivee_1": str(troisieme.pk)})
    assert "doit suivre l’arrivée" in reponse.content.decode()
    client.post(adresse, {"situation": "excuse"})
    feuille = Feuille(ici)
    assert [c.pk for c in feuille.excuses] == [saj.pk] and not feuille.venus


def test_quelqu_un_vient_sans_invitation(ici, client_de, distribution):
    client = client_de(distribution.referent)
    premier, deuxieme, _ = points(ici)
    adresse = reverse("presence-inviter", args=[ici.pk])
    assert "Dites qui est venu" in client.post(adresse, {"point": deuxieme.pk, "nom": ""}).content.decode()
    for nom in ("Directrice d’école", "Éducateur de rue"):  # two of them, without an address
        assert client.post(adresse, {"point": deuxieme.pk, "nom": nom}).status_code == 302
    feuille = Feuille(ici)
    assert len(feuille.presents(deuxieme)) == 2 and not feuille.presents(premier)


def test_un_point_reporte_garde_les_passages_qui_le_nomment(ici, client_de, distribution, parler):
    """Whoever left before the second item stays away when that item is postponed."""
    referent = distribution.referent
    with parler(referent):
        suivante = reunion(referent, jours=20)
        saj = convocation(ici, distribution.agent_saj)
        _, deuxieme, troisieme = points(ici)
        presences.arriver(saj, par=referent)
        presences.partir(saj, par=referent, avant_point=deuxieme)
    client = client_de(referent)
    adresse = reverse("seance-reporter", args=[ici.pk, deuxieme.pk])
    reponse = client.post(adresse, {"reponse": "Le temps manque."}, follow=True)
    assert "est reporté à la réunion suivante" in reponse.content.decode()
    deuxieme.refresh_from_db()
    assert deuxieme.etat == EtatPoint.REPORTE and deuxieme.suite.reunion == suivante
    assert saj not in Feuille(ici).presents(troisieme)


def test_un_point_tardif_dit_pourquoi(ici, client_de, distribution):
    client = client_de(distribution.referent)
    adresse = reverse("seance-ajouter", args=[ici.pk])
    donnees = {"titre": "Un fait nouveau", "attendu": "echange", "duree": "10", "section": "nouveaux"}
    assert "ne peut attendre" in client.post(adresse, donnees).content.decode()
    reponse = client.post(adresse, donnees | {"motif_tardif": "Connu ce matin."}, follow=True)
    assert reponse.context["seance"].point.titre == "Un fait nouveau"


# The text


def ecrire(client, reunion, point, texte, version=0, **suite):
    adresse = reverse("redaction-texte", args=[reunion.pk, point.pk])
    return client.post(adresse, {"texte": texte, "version": version}, **suite)


def test_le_texte_s_enregistre_a_mesure(ici, client_de, distribution, parler):
    client = client_de(distribution.referent)
    premier = points(ici)[0]
    reponse = ecrire(client, ici, premier, "<p>Bonjour<script>x</script></p>", **JSON)
    assert reponse.status_code == 200
    assert reponse.json()["etat"] == "enregistre" and reponse.json()["version"] == 1
    assert " h " in reponse.json()["quand"]
    assert premier.compte_rendu.texte == "<p>Bonjour</p>"
    assert ecrire(client, ici, premier, "<p>Bonjour à tous</p>", 1, **JSON).json()["version"] == 2
    assert (
        ecrire(client, ici, premier, "<p>Bonjour à tous</p>", 2, **JSON).json()["version"] == 2
    )  # nothing new
    with parler(distribution.dpo):
        lignes = EntreeJournal.objects.filter(acte="concertation.point_redige")
        assert [ligne.qui_id for ligne in lignes] == [distribution.referent.pk]  # one line per sitting
    assert CompteRenduPoint.history.count() == 2


def test_l_historique_replie_ce_qui_s_enregistre_a_mesure(ici, client_de, distribution):
    """Ten savings of one person in a row are one line, with what they changed together."""
    client, premier = client_de(distribution.referent), points(ici)[0]
    for version in range(10):
        ecrire(client, ici, premier, f"<p>{'mot ' * (version + 1)}</p>", version, **JSON)
    lignes = client.get(reverse("reunion-historique", args=[ici.pk])).context["page"].object_list
    textes = [ligne for ligne in lignes if "compte rendu du point" in ligne.phrase]
    assert [ligne.phrase for ligne in textes] == ["a ajouté le compte rendu du point « Familles inquiètes »"]
    assert [(genre, mots.count("mot")) for genre, mots in textes[0].differences[0].morceaux] == [("ins", 10)]
    assert CompteRenduPoint.history.count() == 10


def test_sans_script_le_bouton_enregistre(ici, client_de, distribution):
    client = client_de(distribution.referent)
    premier = points(ici)[0]
    reponse = ecrire(client, ici, premier, "Une ligne\nune autre", follow=True)
    assert "Enregistré à" in reponse.content.decode()
    assert premier.compte_rendu.texte == "<p>Une ligne</p><p>une autre</p>"


def test_deux_personnes_ecrivent_rien_n_est_ecrase(ici, client_de, distribution, parler):
    premier = points(ici)[0]
    with parler(distribution.referent):
        rediger(premier, distribution.referent, "<p>Ce qu’écrit le Référent.</p>")
    client = client_de(distribution.referent)
    reponse = ecrire(client, ici, premier, "<p>Autre chose.</p>", 0, **JSON)
    assert reponse.status_code == 409
    corps = reponse.json()
    assert corps["etat"] == "conflit" and corps["version"] == 1 and corps["qui"] == "Référent Radicalisme"
    assert corps["texte"] == "<p>Ce qu’écrit le Référent.</p>"
    sans_script = lu(ecrire(client, ici, premier, "<p>Autre chose.</p>", 0))
    assert "Entre-temps, Référent Radicalisme a écrit ici « Ce qu’écrit le Référent. »" in sans_script
    assert "Autre chose." in sans_script
    premier.compte_rendu.refresh_from_db()
    assert premier.compte_rendu.texte == "<p>Ce qu’écrit le Référent.</p>"
    assert ecrire(client, ici, premier, "<p>Autre chose.</p>", 1, **JSON).status_code == 200  # knowingly


def test_on_se_sait_deux_sur_un_point(distribution, client_de, parler):
    """The secretary and the Référent: each learns that the other is there, writes, or has saved."""
    referent, secretaire = distribution.referent, distribution.agent_saj
    with parler(referent):
        ici = en_seance(referent, [secretaire], secretaire=secretaire)
    premier = points(ici)[0]
    adresse = reverse("redaction-veille", args=[ici.pk, premier.pk])
    un, deux = client_de(referent), client_de(secretaire)
    assert un.post(adresse, {"version": "0"}).json()["autres"] == []
    assert deux.post(adresse, {"version": "0", "ecrit": "oui"}).json()["autres"] == [
        {"nom": "Référent Radicalisme", "ecrit": False}
    ]
    assert un.post(adresse, {"version": "0"}).json()["autres"] == [{"nom": "Agent du SAJ", "ecrit": True}]
    ecrire(deux, ici, premier, "<p>Du secrétaire</p>", **JSON)
    appris = un.post(adresse, {"version": "0"}).json()
    assert (appris["version"], appris["texte"], appris["qui"]) == (1, "<p>Du secrétaire</p>", "Agent du SAJ")
    assert "texte" not in un.post(adresse, {"version": "1"}).json()


def test_le_texte_ne_nomme_personne(ici, client_de, distribution):
    client = client_de(distribution.referent)
    premier = points(ici)[0]
    reponse = ecrire(client, ici, premier, "<p>Son numéro : <strong>85.07.30-033.28</strong></p>", **JSON)
    assert reponse.status_code == 422 and "registre national" in reponse.json()["messages"][0]
    reponse = ecrire(client, ici, premier, "<p>Le jeune, né le 3 mars 2009, vient.</p>", **JSON)
    assert reponse.status_code == 422 and "ce n’en est pas une" in reponse.json()["messages"][0]
    assert 'type="checkbox"' in reponse.json()["garde"]
    assert not CompteRenduPoint.objects.exists()


def test_un_geste_sans_rechargement_rend_la_feuille_seule(ici, client_de, distribution):
    client, premier = client_de(distribution.referent), points(ici)[0]
    saj = convocation(ici, distribution.agent_saj)
    adresse = reverse("presence-pointer", args=[ici.pk])
    fragment = lu(
        client.post(adresse, {"point": premier.pk, "arrive": saj.pk}, headers={"HX-Request": "true"})
    )
    assert "Présents à ce point : 1 sur 3" in fragment and "<!doctype" not in fragment
    fragment = lu(
        client.post(adresse, {"point": premier.pk, "parti": saj.pk}, headers={"HX-Request": "true"})
    )
    assert "n’est pas possible à ce point" in fragment
    adresse = reverse("acte-nouveau", args=[ici.pk, premier.pk, "avis"])
    fragment = lu(client.post(adresse, {"texte": "Une fiche."}, headers={"HX-Request": "true"}))
    assert "Une fiche." in fragment and "<!doctype" not in fragment


# What is concluded


def conclure(client, reunion, point, genre, **champs):
    return client.post(reverse("acte-nouveau", args=[reunion.pk, point.pk, genre]), champs, follow=True)


def test_decision_avis_action_sont_trois_choses(ici, client_de, distribution):
    client = client_de(distribution.referent)
    premier = points(ici)[0]
    conclure(
        client, ici, premier, "decision", texte="La fonction est décrite d’abord.", decidee_par="Bourgmestre"
    )
    conclure(client, ici, premier, "avis", texte="Une fiche commune.", reserves="sans opposition")
    jour = timezone.localdate()
    reponse = conclure(
        client,
        ici,
        premier,
        "action",
        quoi="Rédiger la fiche.",
        partenaire=_partenaire(distribution),
        echeance=jour,
    )
    assert [genre.nom for genre, _ in reponse.context["actes"]] == ["decision", "avis", "action"]
    decision = Decision.objects.get()
    adresse = reverse("acte-modifier", args=[ici.pk, premier.pk, "decision", decision.pk])
    client.post(adresse, {"texte": "Autrement.", "decidee_par": "Bourgmestre", "version": decision.version})
    decision.refresh_from_db()
    assert decision.texte == "Autrement."
    client.post(reverse("acte-retirer", args=[ici.pk, premier.pk, "decision", decision.pk]))
    assert not Decision.objects.exists() and Decision.history.count() == 3


def _partenaire(distribution):
    return distribution.agent_saj.appartenance.partenaire_id


@pytest.mark.parametrize(
    ("manque", "phrase"),
    [
        ("partenaire", "Dites qui s’en charge"),
        ("echeance", "Donnez une date"),
        ("quoi", "Écrivez ce qui est à faire"),
    ],
)
def test_une_action_sans_responsable_ou_sans_date_est_refusee_en_mots(
    manque, phrase, ici, client_de, distribution
):
    premier = points(ici)[0]
    champs = {
        "quoi": "Rédiger la fiche.",
        "partenaire": _partenaire(distribution),
        "echeance": timezone.localdate().isoformat(),
    }
    del champs[manque]
    reponse = conclure(client_de(distribution.referent), ici, premier, "action", **champs)
    contenu = reponse.content.decode()
    assert phrase in contenu and not Action.objects.exists()
    assert all(str(valeur) in contenu for valeur in champs.values())  # nothing typed is lost


def test_deux_responsables_ou_une_date_passee_non_plus(ici, client_de, distribution):
    client, premier = client_de(distribution.referent), points(ici)[0]
    champs = {"quoi": "Rédiger.", "partenaire": _partenaire(distribution), "echeance": "2020-01-01"}
    contenu = conclure(
        client, ici, premier, "action", responsable=distribution.agent_saj.pk, **champs
    ).content.decode()
    assert "Un seul responsable" in contenu and "précède la réunion" in contenu
    assert (
        "Donnez une date, par exemple"
        in conclure(client, ici, premier, "action", **champs | {"echeance": "bientôt"}).content.decode()
    )


def test_une_action_ne_s_efface_pas_elle_se_retire(ici, client_de, distribution, parler):
    client, premier = client_de(distribution.referent), points(ici)[0]
    with parler(distribution.referent):
        posee = action(premier, distribution.referent)
    adresse = reverse("acte-retirer", args=[ici.pk, premier.pk, "action", posee.pk])
    assert "sans raison" in client.post(adresse, {"motif": ""}).content.decode()
    client.post(adresse, {"motif": "Notée par erreur."})
    posee.refresh_from_db()
    assert posee.etat == EtatAction.RETIREE and posee.motif == "Notée par erreur."


def test_le_secretaire_note_et_un_autre_membre_ne_note_pas(distribution, client_de, parler):
    referent, secretaire, membre = distribution.referent, distribution.agent_saj, distribution.agent_cripel
    with parler(referent):
        ici = en_seance(referent, [secretaire, membre], secretaire=secretaire)
    premier = points(ici)[0]
    assert page(client_de(secretaire), ici).status_code == 200
    assert ecrire(client_de(secretaire), ici, premier, "<p>Noté.</p>", **JSON).status_code == 200
    assert pointer(client_de(secretaire), ici, premier, arrive=ici.convocations.first().pk).status_code == 200
    assert page(client_de(membre), ici).status_code == 403
    assert ecrire(client_de(membre), ici, premier, "<p>Non.</p>").status_code == 403
    # Moving items and postponing them is the Référent's
    assert (
        client_de(secretaire).post(reverse("seance-reporter", args=[ici.pk, premier.pk])).status_code == 403
    )


def test_rien_ne_se_note_avant_l_ouverture(distribution, client_de, parler):
    with parler(distribution.referent):
        brouillon = reunion(distribution.referent)
        point(brouillon, distribution.referent)
        convoque = inviter(brouillon, distribution.referent, distribution.agent_saj)
    client = client_de(distribution.referent)
    assert page(client, brouillon).status_code == 403
    assert client.get(reverse("presence-corriger", args=[convoque.pk])).status_code == 403


def test_les_passages_impossibles(ici, parler, distribution):
    premier = points(ici)[0]
    with parler(distribution.referent):
        saj = convocation(ici, distribution.agent_saj)
        with pytest.raises(ValidationError, match="au moins un point"):
            presences.corriger(saj, par=distribution.referent, sejours=[(premier, premier)])


def test_quarante_points_et_soixante_invites(distribution, client_de, parler, django_assert_max_num_queries):
    """The number of queries does not grow with what the meeting holds."""
    referent = distribution.referent
    with parler(referent):
        petite = en_seance(referent, [distribution.agent_saj])
        grande = en_seance(referent, titres=[f"Point {i}" for i in range(40)])
        for i in range(60):
            appeler(grande, par=referent, nom=f"Invité {i}", courriel=f"i{i}@csil.example")
        for ici in (petite, grande):
            presences.tous_presents(ici, par=referent)
    client = client_de(referent)
    page(client, petite)
    with django_assert_max_num_queries(60) as peu:
        assert page(client, petite).status_code == 200
    with django_assert_max_num_queries(len(peu)):
        assert page(client, grande).status_code == 200
