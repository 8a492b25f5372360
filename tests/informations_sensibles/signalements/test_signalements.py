"""The pages of the contextual reports: reporting, the two faces of a report, its acts, and what may not be reached."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from csil.courrier.models import Envoi
from csil.journal.models import EntreeJournal
from csil.quarantaine.models import Quarantaine
from informations_sensibles.commun.models import ReponseType
from informations_sensibles.secteurs.models import CorrespondantSecteur
from informations_sensibles.signalements.models import Blocage, ReponseSignalement, SignalementContextuel
from tests.informations_sensibles import ecritures as cellule
from tests.outils import proprietaire, relire

pytestmark = pytest.mark.dates

TEMOIN = "zyxotropique"
MEMBRES = ["bourgmestre", "chef_de_corps", "referent", "officier_information", "membre_cellule"]


@pytest.fixture
def tec(distribution):
    """The contact point answers for the TEC."""
    with proprietaire():
        cellule.correspondre(distribution.contact_tec)
        return cellule.secteur()


@pytest.fixture
def signalement(tec, distribution):
    with proprietaire():
        return cellule.signalement(distribution.contact_tec, quoi=f"Un tract {TEMOIN} dans un abri.")


@pytest.fixture
def pris(signalement, distribution):
    with proprietaire():
        cellule.traiter(signalement, distribution.membre_cellule)
    return signalement


def hier() -> str:
    return (timezone.localtime() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")


def donnees(**champs) -> dict:
    base = {
        "quoi": "Des tracts sans signature ont été déposés dans un abri.",
        "lieu": "Ligne 17",
        "observe_le": hier(),
        "nature": "fait",
        "tlp": "TLP:AMBER",
    }
    return base | champs


def du_membre(secteur, **champs) -> dict:
    return donnees(secteur=secteur.pk, marquage_origine="aucun", **champs)


def cloture(**champs) -> dict:
    with proprietaire():
        phrase = ReponseType.objects.first().pk
    return {"issue": "police", "motif": "Transmis le jour même.", "reponse": phrase, "mot": ""} | champs


def page(client, nom, *arguments, **parametres):
    reponse = client.get(reverse(nom, args=arguments), parametres)
    assert reponse.status_code == 200, reponse.status_code
    return cellule.lu(reponse)


def adresse(nom, objet) -> str:
    return reverse(nom, args=[objet.pk])


def actes() -> list[str]:
    with proprietaire():
        lignes = EntreeJournal.objects.filter(acte__startswith="cellule.").order_by("quand")
        return [ligne.acte for ligne in lignes]


# Reporting


def test_la_page_dit_d_abord_le_112_puis_qui_lira(tec, distribution, client_de):
    for login in ("contact_tec", "membre_cellule"):
        lue = page(client_de(getattr(distribution, login)), "signalement-nouveau")
        assert lue.index("Danger immédiat : appelez le") < lue.index('<form class="formulaire"')
        assert "Ce qui se passe ensuite" in lue and "Lu par les membres de la Cellule" in lue
        assert "aucune information classifiée" in lue and "ni nom, ni date de naissance" in lue
        assert ("La pièce porte-t-elle un marquage" in lue) is (login == "membre_cellule")
        assert ("vos collègues du secteur" in lue) is (login == "contact_tec")
        urgence = page(client_de(getattr(distribution, login)), "signalement-urgence")
        assert (
            "Appelez le" in urgence
            and "<textarea" not in urgence
            and 'method="post"' not in urgence.split("<main")[1]
        )


def test_un_point_de_contact_signale_pour_son_secteur(tec, distribution, client_de):
    client = client_de(distribution.contact_tec)
    reponse = client.post(reverse("signalement-nouveau"), donnees())
    with proprietaire():
        fait = SignalementContextuel.objects.select_related("secteur").get()
    assert reponse.status_code == 302 and reponse.url == fait.get_absolute_url()
    assert (fait.secteur, fait.signalant, fait.marquage_origine) == (tec, distribution.contact_tec, "aucun")
    assert reponse["Cache-Control"] == "no-store" and client.get(reponse.url)["Cache-Control"] == "no-store"
    assert actes() == ["cellule.signalement", "cellule.signalement_lu"]


@pytest.mark.parametrize(
    "champ", ["secteur", "signalant", "etat", "id", "reference", "echeance", "marquage_origine"]
)
def test_ce_que_le_formulaire_ne_demande_pas_ne_s_impose_pas(champ, tec, distribution, client_de):
    """A forged field: another sector, another person, a state, a key. Nothing of it comes in."""
    with proprietaire():
        forge = {
            "secteur": cellule.secteur("ecoles").pk,
            "signalant": distribution.referent.pk,
            "etat": "clos",
            "id": str(uuid.uuid4()),
            "reference": "SC-0000-00",
            "echeance": "2030-01-01",
            "marquage_origine": "diffusion_restreinte",
        }[champ]
    client_de(distribution.contact_tec).post(reverse("signalement-nouveau"), donnees(**{champ: forge}))
    with proprietaire():
        fait = SignalementContextuel.objects.get()
        assert (fait.secteur, fait.signalant, fait.etat) == (tec, distribution.contact_tec, "recu")
        assert str(getattr(fait, champ)) != str(forge)


def test_deux_secteurs_et_pas_un_troisieme(tec, distribution, client_de):
    """Who answers for two sectors chooses between them; a third one, forged, is no choice."""
    with proprietaire():
        ecoles, hopitaux = cellule.secteur("ecoles"), cellule.secteur("hopitaux")
        cellule.correspondre(distribution.contact_tec, ecoles)
    client = client_de(distribution.contact_tec)
    formulaire = page(client, "signalement-nouveau")
    assert "Écoles" in formulaire and "Hôpitaux" not in formulaire
    refus = client.post(reverse("signalement-nouveau"), donnees(secteur=hopitaux.pk))
    assert refus.status_code == 200 and "Sélectionnez un choix valide" in cellule.lu(refus)
    assert client.post(reverse("signalement-nouveau"), donnees(secteur=ecoles.pk)).status_code == 302
    with proprietaire():
        assert SignalementContextuel.objects.get().secteur == ecoles


def test_sans_secteur_rien_ne_se_signale(distribution, client_de):
    client = client_de(distribution.contact_tec)
    assert "Vous ne répondez pour aucun secteur" in page(client, "signalement-nouveau")
    assert client.post(reverse("signalement-nouveau"), donnees()).status_code == 200
    with proprietaire():
        assert not SignalementContextuel.objects.exists()


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"quoi": ""}, "Dites ce qui a été vu ou entendu."),
        ({"observe_le": ""}, "Dites quand, même à peu près."),
        ({"observe_le": "hier soir"}, "Donnez un jour et une heure."),
        ({"observe_le": "2999-01-01T10:00"}, "Ce moment n’est pas encore venu."),
        ({"nature": ""}, "Dites si c’est un fait"),
        ({"nature": "rumeur"}, "Sélectionnez un choix valide"),
        ({"tlp": "TLP:ORANGE"}, "Sélectionnez un choix valide"),
        ({"lieu": ""}, "Dites où"),
        ({"quartier": "987654"}, "Sélectionnez un choix valide"),
        ({"quoi": "x" * 2001}, "2000"),
        ({"lieu": "Abri\x00"}, "caractère"),
    ],
)
def test_une_saisie_refusee_garde_ce_qui_est_tape(champs, phrase, tec, distribution, client_de):
    envoye = donnees(**({"quoi": f"Un tract {TEMOIN}."} | champs))
    reponse = client_de(distribution.contact_tec).post(reverse("signalement-nouveau"), envoye)
    lue = cellule.lu(reponse)
    assert reponse.status_code == 200 and phrase in lue and "Ce n’est pas encore enregistré" in lue
    assert TEMOIN in lue or "quoi" in champs
    with proprietaire():
        assert not SignalementContextuel.objects.exists()


def test_une_personne_designee_se_demande_une_fois(tec, distribution, client_de):
    """A national number blocks; initials with an age ask; a false alarm goes through and leaves no word in the journal."""
    client = client_de(distribution.contact_tec)
    nouveau = reverse("signalement-nouveau")
    bloque = client.post(nouveau, donnees(quoi="Il a montré 85.07.30-033.28 au guichet."))
    assert "85.07.30-033.28" in cellule.lu(bloque) and bloque.status_code == 200
    question = client.post(nouveau, donnees(quoi="Un tract signé 0470 12 34 56 dans un abri."))
    lue = cellule.lu(question)
    assert "Ce n’est pas une personne" in lue
    case = question.context["form"].passages_de("quoi")[0].nom
    envoi = donnees(quoi="Un tract signé 0470 12 34 56 dans un abri.") | {case: "on"}
    assert client.post(nouveau, envoi).status_code == 302
    with proprietaire():
        fait = SignalementContextuel.objects.get()
        ligne = EntreeJournal.objects.get(acte="garde.fausse_alerte")
    assert ligne.objet_id == str(fait.pk) and "0470" not in ligne.motif


@pytest.mark.parametrize("login", ["contact_tec", "membre_cellule"])
@pytest.mark.parametrize("champ", ["quoi", "lieu"])
def test_un_marquage_arrete_et_ne_laisse_rien(login, champ, tec, distribution, client_de):
    envoye = du_membre(tec, **{champ: f"NATO SECRET {TEMOIN}"})
    if login == "contact_tec":
        envoye = donnees(**{champ: f"NATO SECRET {TEMOIN}"})
    reponse = client_de(getattr(distribution, login)).post(reverse("signalement-nouveau"), envoye)
    assert reponse.status_code == 422 and TEMOIN not in cellule.lu(reponse)
    _introuvable(TEMOIN)
    with proprietaire():
        assert EntreeJournal.objects.get(acte="classification.arret").motif.startswith("texte.")


@pytest.mark.parametrize(
    "marque", ["restreint", "confidentiel", "secret", "tres_secret", "diffusion_restreinte"]
)
def test_un_membre_declare_le_marquage(marque, tec, distribution, client_de):
    client = client_de(distribution.membre_cellule)
    envoye = du_membre(tec, quoi=f"Le {TEMOIN}.") | {"marquage_origine": marque}
    assert client.post(reverse("signalement-nouveau"), envoye).status_code == 422
    _introuvable(TEMOIN)
    sans = client.post(reverse("signalement-nouveau"), donnees(secteur=tec.pk))
    assert "Dites si la pièce porte un marquage" in cellule.lu(sans)
    assert client.post(reverse("signalement-nouveau"), du_membre(tec)).status_code == 302


def _introuvable(temoin):
    """In no text column of the whole database."""
    with proprietaire(), connection.cursor() as curseur:
        curseur.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public'"
            " AND data_type IN ('text', 'character varying', 'jsonb', 'ARRAY')"
        )
        for table, colonne in curseur.fetchall():
            curseur.execute(
                f'SELECT count(*) FROM "{table}" WHERE "{colonne}"::text LIKE %s', [f"%{temoin}%"]
            )
            assert curseur.fetchone() == (0,), f"{table}.{colonne}"


# The two faces of a report


def test_qui_a_signale_lit_son_texte_l_etat_et_la_reponse(signalement, distribution, client_de):
    """Nothing of the handling: owner, evaluation, outcome, reason, due date, history, whom it was passed to."""
    with proprietaire():
        cellule.traiter(signalement, distribution.membre_cellule)
    client, officier = client_de(distribution.contact_tec), client_de(distribution.officier_information)
    evaluation = {"source": "C", "information": "3", "vu": ""}
    assert officier.post(adresse("traitement-evaluer", signalement), evaluation).status_code == 302
    assert "En cours d’examen" in page(client, "signalement", signalement.pk)
    assert (
        officier.post(adresse("traitement-clore", signalement), cloture(motif="Raison interne.")).status_code
        == 302
    )
    lue = page(client, "signalement", signalement.pk) + page(client, "signalements")
    assert TEMOIN in lue and "Réponse donnée" in lue
    with proprietaire():
        assert ReponseSignalement.objects.get().phrase in lue
    lue = lue.replace(signalement.reference, "")  # drawn at random: it could hold any two signs
    for tu in (
        "Raison interne",
        "C3",
        "recoupée par une information",
        "Membre de la Cellule",
        "Transmis à la Police",
        "Officier",
        "À traiter avant",
    ):
        assert tu not in lue, tu
    for nom in (
        "signalement-historique",
        "traitement-clore",
        "traitement-evaluer",
        "signalement-quarantaine",
    ):
        assert client.get(adresse(nom, signalement)).status_code == 403, nom


def test_la_cellule_lit_le_traitement_l_historique_et_le_cercle(pris, distribution, client_de):
    client = client_de(distribution.officier_information)
    client.post(adresse("traitement-evaluer", pris), {"source": "B", "information": "2", "vu": ""})
    lue = page(client, "signalement", pris.pk)
    assert TEMOIN in lue and ">B2<" in lue and "peuvent lire ce signalement contextuel" in lue
    assert "Son texte, l’état et la réponse" in lue and "Parce que" in lue
    histoire = page(client, "signalement-historique", pris.pk)
    assert "a changé le traitement" in histoire and "fiable" in histoire
    assert actes()[-2:] == ["cellule.signalement_lu", "cellule.signalement_historique_lu"]


@pytest.mark.parametrize("login", ["agent_saj", "agent_cripel", "contact_tfl", "dpo", "admin", "contact_tec"])
def test_le_signalement_d_un_autre_n_existe_pas(login, tec, distribution, client_de):
    """Its key in every address, with every method; a superuser too."""
    with proprietaire():
        autre = cellule.signalement(distribution.referent)
        cellule.traiter(autre, distribution.referent)
        blocage = cellule.bloquer(distribution.membre_cellule, autre, distribution.bourgmestre)
        personne = getattr(distribution, login)
        personne.is_superuser = True
        personne.save()
    client = client_de(personne)
    noms = (
        "signalement signalement-historique signalement-quarantaine traitement-prendre traitement-evaluer "
        "traitement-confier traitement-clore traitement-relire blocage-nouveau"
    )
    for nom in noms.split():
        for methode in ("get", "post", "put", "patch", "delete", "head"):
            assert getattr(client, methode)(adresse(nom, autre)).status_code == 404, (nom, methode)
    assert client.post(adresse("blocage-lever", blocage)).status_code == 404
    assert relire(autre).etat == "pris_en_charge" and relire(blocage).leve_le is None


def test_les_methodes_inattendues_ne_changent_rien(pris, distribution, client_de):
    client = client_de(distribution.referent)
    with proprietaire():
        recu = cellule.signalement(distribution.contact_tec)
    assert client.get(adresse("traitement-prendre", recu)).status_code == 405
    for nom in ("traitement-confier", "traitement-clore", "signalement-quarantaine", "blocage-nouveau"):
        for methode in ("put", "patch", "delete"):
            corps = "issue=police&motif=x&reponse=1&regle=doute"
            getattr(client, methode)(adresse(nom, pris), corps, "application/x-www-form-urlencoded")
    assert relire(pris).etat == "pris_en_charge"
    with proprietaire():
        assert not Quarantaine.objects.exists() and not Blocage.objects.exists()


# Acts


def test_de_la_reception_a_la_reponse(signalement, distribution, client_de):
    """Taken over, evaluated, handed over, closed: one act after the other, each by who may; then nothing more."""
    membre, officier = client_de(distribution.membre_cellule), client_de(distribution.officier_information)
    assert membre.post(adresse("traitement-prendre", signalement)).status_code == 302
    assert membre.post(adresse("traitement-prendre", signalement)).status_code == 403
    assert membre.get(adresse("traitement-evaluer", signalement)).status_code == 403
    vide = officier.post(adresse("traitement-evaluer", signalement), {"vu": ""})
    assert "Choisissez, ou dites" in cellule.lu(vide)
    forge = officier.post(
        adresse("traitement-evaluer", signalement), {"source": "F", "information": "6", "vu": ""}
    )
    assert "Sélectionnez un choix valide" in cellule.lu(forge)
    confier = {
        "proprietaire": distribution.officier_information.pk,
        "vu": str(distribution.membre_cellule.pk),
    }
    assert membre.post(adresse("traitement-confier", signalement), confier).status_code == 302
    assert membre.get(adresse("traitement-clore", signalement)).status_code == 403
    for champs in ({"issue": ""}, {"motif": ""}, {"reponse": ""}, {"issue": "autre"}, {"reponse": "987654"}):
        refus = officier.post(adresse("traitement-clore", signalement), cloture(**champs))
        assert refus.status_code == 200 and "Ce n’est pas encore enregistré" in cellule.lu(refus), champs
    assert officier.post(adresse("traitement-clore", signalement), cloture()).status_code == 302
    assert (
        officier.post(adresse("traitement-clore", signalement), cloture(issue="doublon")).status_code == 403
    )
    assert relire(signalement).etat == "clos"
    lue = page(officier, "signalement", signalement.pk)
    assert "Clore et répondre" not in lue and "Transmis à la Police locale" in lue


def test_une_phrase_retiree_de_la_liste_ne_se_repond_plus(pris, distribution, client_de):
    with proprietaire():
        retiree = ReponseType.objects.proposees("contextuel").last()
        retiree.active = False
        retiree.save()
    envoye = cloture(reponse=retiree.pk)
    refus = client_de(distribution.membre_cellule).post(adresse("traitement-clore", pris), envoye)
    assert refus.status_code == 200 and retiree.phrase not in cellule.lu(refus)
    assert relire(pris).etat == "pris_en_charge"


def test_le_motif_et_le_mot_ne_nomment_personne_et_rien_de_classifie(pris, distribution, client_de):
    client = client_de(distribution.membre_cellule)
    for champ in ("motif", "mot"):
        nomme = client.post(adresse("traitement-clore", pris), cloture(**{champ: "Voir 0470 12 34 56."}))
        assert "Ce n’est pas une personne" in cellule.lu(nomme)
        classifie = client.post(adresse("traitement-clore", pris), cloture(**{champ: "SECRET"}))
        assert classifie.status_code == 422
    assert relire(pris).etat == "pris_en_charge"


def test_un_mot_attend_le_referent(pris, distribution, client_de):
    membre, referent, contact = (
        client_de(distribution.membre_cellule),
        client_de(distribution.referent),
        client_de(distribution.contact_tec),
    )
    assert (
        membre.post(adresse("traitement-clore", pris), cloture(mot="Merci de continuer.")).status_code == 302
    )
    assert "Merci de continuer" not in page(contact, "signalement", pris.pk)
    assert "Relire un mot avant qu’il parte" in cellule.lu(referent.get("/"))
    assert "Relire un mot" not in cellule.lu(membre.get("/"))
    assert "Merci de continuer." in page(referent, "traitement-relire", pris.pk)
    assert "Choisissez" in cellule.lu(referent.post(adresse("traitement-relire", pris), {}))
    assert referent.post(adresse("traitement-relire", pris), {"accepte": "oui"}).status_code == 302
    assert referent.post(adresse("traitement-relire", pris), {"accepte": "non"}).status_code == 403
    assert "Merci de continuer" in page(contact, "signalement", pris.pk)
    with proprietaire():
        assert Envoi.objects.count() == 2  # the answer, then the word


def test_deux_personnes_sur_la_meme_fiche(pris, distribution, client_de):
    """What somebody else did meanwhile is told; sending again is a choice."""
    membre, referent = client_de(distribution.membre_cellule), client_de(distribution.referent)
    ouvert = str(distribution.membre_cellule.pk)
    premier = {"proprietaire": distribution.officier_information.pk, "vu": ouvert}
    assert referent.post(adresse("traitement-confier", pris), premier).status_code == 302
    assert membre.post(adresse("traitement-confier", pris), premier).status_code == 403
    second = {"proprietaire": distribution.bourgmestre.pk, "vu": ouvert}
    dit = referent.post(adresse("traitement-confier", pris), second)
    assert "Officier d’information en est maintenant propriétaire" in cellule.lu(dit).replace("'", "’")
    second["vu"] = dit.context["form"]["vu"].value()
    assert referent.post(adresse("traitement-confier", pris), second).status_code == 302
    officier = client_de(distribution.officier_information)
    for lettre, code in (("A", 302), ("B", 200)):
        envoi = {"source": lettre, "information": "1", "vu": ""}
        reponse = officier.post(adresse("traitement-evaluer", pris), envoi)
        assert reponse.status_code == code
    assert "a évalué « A1 »" in cellule.lu(reponse)


@pytest.mark.parametrize("login", ["agent_saj", "contact_tec", "contact_tfl", "dpo", "admin"])
def test_confier_ne_donne_rien_a_qui_n_est_pas_membre(login, pris, distribution, client_de):
    envoi = {"proprietaire": getattr(distribution, login).pk, "vu": str(distribution.membre_cellule.pk)}
    refus = client_de(distribution.referent).post(adresse("traitement-confier", pris), envoi)
    assert "Sélectionnez un choix valide" in cellule.lu(refus)


def test_le_courriel_ne_dit_rien(pris, distribution, client_de):
    """Neutral subject, no reference, no sector, no word; once; not to oneself."""
    client = client_de(distribution.membre_cellule)
    client.post(adresse("traitement-clore", pris), cloture(motif=f"Le {TEMOIN}."))
    with proprietaire():
        (envoi,) = Envoi.objects.all()
        texte = f"{envoi.corps.objet} {envoi.corps.texte}"
    assert envoi.destinataire == distribution.contact_tec.email and envoi.reserve
    for tu in (TEMOIN, pris.reference, str(pris.pk), "TEC", "signalement", "police", "Cellule", "sensibles"):
        assert tu not in texte, tu
    with proprietaire():
        sien = cellule.signalement(distribution.membre_cellule)
        cellule.traiter(sien, distribution.membre_cellule)
    client.post(adresse("traitement-clore", sien), cloture())
    with proprietaire():
        assert Envoi.objects.count() == 1


def test_personne_n_est_prevenu_de_ce_qu_il_ne_lit_plus(pris, distribution, client_de):
    with proprietaire():
        CorrespondantSecteur.objects.get().terminer(par=distribution.referent)
    client_de(distribution.membre_cellule).post(adresse("traitement-clore", pris), cloture())
    with proprietaire():
        assert relire(pris).etat == "clos" and not Envoi.objects.exists()


def test_la_reponse_est_une_nouveaute_a_l_accueil(pris, distribution, client_de):
    client = client_de(distribution.contact_tec)
    assert "Une réponse à votre" not in cellule.lu(client.get("/"))
    client_de(distribution.membre_cellule).post(adresse("traitement-clore", pris), cloture())
    assert f"Une réponse à votre signalement contextuel {pris}" in cellule.lu(client.get("/"))
    assert "Une réponse à votre" not in cellule.lu(client_de(distribution.referent).get("/"))


# Kept away


def test_tenir_a_l_ecart_passe_avant_tout(pris, distribution, client_de):
    """The owner is kept away: nothing is left of it for him, nobody has it any more, and nobody can hand it back to him."""
    membre, bourgmestre = client_de(distribution.membre_cellule), client_de(distribution.bourgmestre)
    envoi = {"personne": distribution.membre_cellule.pk, "motif": "Lien familial."}
    assert bourgmestre.post(adresse("blocage-nouveau", pris), envoi).status_code == 302
    for nom in ("signalement", "traitement-clore", "traitement-confier", "signalement-historique"):
        assert membre.get(adresse(nom, pris)).status_code == 404
    assert pris.reference not in cellule.lu(membre.get("/")) + page(membre, "signalements", q="tract")
    officier = client_de(distribution.officier_information)
    lue = page(officier, "signalement", pris.pk)
    assert "est à l’écart" in lue and "Lien familial" not in lue and "Prendre en charge" in lue
    assert "Lien familial" not in page(officier, "signalement-historique", pris.pk)
    assert "Lien familial" in page(bourgmestre, "signalement", pris.pk)
    assert "Lien familial" in page(bourgmestre, "signalement-historique", pris.pk)
    rendre = {"proprietaire": distribution.membre_cellule.pk, "vu": ""}
    assert "Sélectionnez un choix valide" in cellule.lu(
        officier.post(adresse("traitement-confier", pris), rendre)
    )
    assert officier.post(adresse("traitement-prendre", pris)).status_code == 302
    with proprietaire():
        blocage = Blocage.objects.get()
    assert membre.post(adresse("blocage-lever", blocage)).status_code == 404
    assert officier.post(adresse("blocage-lever", blocage)).status_code == 404
    referent = client_de(distribution.referent)
    assert "pourra de nouveau lire" in page(referent, "blocage-lever", blocage.pk)
    assert relire(blocage).leve_le is None
    assert referent.post(adresse("blocage-lever", blocage)).status_code == 302
    assert membre.get(adresse("signalement", pris)).status_code == 200


def test_une_autorite_s_ecarte_elle_meme(pris, distribution, client_de):
    client = client_de(distribution.bourgmestre)
    envoi = {"personne": distribution.bourgmestre.pk, "motif": "Je connais l’affaire."}
    assert client.post(adresse("blocage-nouveau", pris), envoi).url == reverse("signalements")
    assert client.get(adresse("signalement", pris)).status_code == 404


def test_personne_d_exterieur_ne_s_ecarte(pris, distribution, client_de):
    envoi = {"personne": distribution.agent_saj.pk, "motif": "Sans objet."}
    refus = client_de(distribution.referent).post(adresse("blocage-nouveau", pris), envoi)
    assert "Sélectionnez un choix valide" in cellule.lu(refus)


# Quarantine


def test_trouve_classifie_plus_tard(pris, distribution, client_de):
    client = client_de(distribution.membre_cellule)
    assert "Choisissez une raison" in cellule.lu(client.post(adresse("signalement-quarantaine", pris), {}))
    reponse = client.post(adresse("signalement-quarantaine", pris), {"regle": "doute"})
    with proprietaire():
        mise = Quarantaine.objects.get()
    assert reponse.url == mise.get_absolute_url() and client.get(reponse.url).status_code == 200
    for login in (*MEMBRES, "contact_tec"):
        autre = client_de(getattr(distribution, login))
        assert autre.get(adresse("signalement", pris)).status_code == 404, login
        assert TEMOIN not in page(autre, "signalements") + cellule.lu(autre.get("/"))
    assert "quarantaine" in cellule.lu(client_de(distribution.referent).get("/"))
    assert "quarantaine" not in cellule.lu(client_de(distribution.bourgmestre).get("/"))
