"""A partner’s report on a person: who may make one, who reads it, what becomes of it, what its author is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.http import Http404
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.actes import ActeRefuse
from csil.comptes.groupes import REFERENT
from csil.comptes.models import TexteEngagement
from csil.courrier.models import Envoi
from csil.journal.models import EntreeJournal
from csil.quarantaine.models import Quarantaine
from informations_sensibles.commun.models import CategorieDonnee, ReponseType
from informations_sensibles.dossiers.models import Identite
from informations_sensibles.informations.models import Information
from informations_sensibles.signaler.models import BaseParole, SignalementPartenaire, SuiteSignalement
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.circuits import ecritures as circuits
from tests.informations_sensibles.signaler import ecritures as signaler
from tests.outils import proprietaire, relire

TEMOIN = "zyxotropique"
NOUVEAU = "/signaler/nouveau/"
LISTE = "/informations-sensibles/signalements-partenaires/"


@pytest.fixture
def ouvert(distribution):
    with proprietaire():
        signaler.ouvrir(distribution)
    return distribution


@pytest.fixture
def agent(ouvert, client_de):
    return client_de(ouvert.agent_saj)


@pytest.fixture
def recu(ouvert):
    with proprietaire():
        return signaler.signalement(ouvert.agent_saj, texte=f"Un propos {TEMOIN} répété au service.")


@pytest.fixture
def pris(recu, ouvert):
    with proprietaire():
        signaler.reprendre(recu, ouvert.referent)
    return recu


def donnees(**champs) -> dict:
    with proprietaire():
        base = BaseParole.objects.first().pk
    return {
        "base": base,
        "texte": f"Un propos {TEMOIN} répété au service.",
        "date_fait": (timezone.localdate() - timedelta(days=1)).isoformat(),
        "nature": "propos",
        "mineur": "non",
        "interet_enfant": "",
        "tlp": "TLP:AMBER+STRICT",
    } | champs


def reprise(**champs) -> dict:
    with proprietaire():
        categorie = CategorieDonnee.objects.first().pk
    return {
        "synthese": "Le service s’inquiète d’un propos répété.",
        "categorie": categorie,
        "code_traitement": "H2",
    } | champs


def cloture(**champs) -> dict:
    with proprietaire():
        phrase = ReponseType.objects.proposees("partenaire").first().pk
    return {"issue": "sans_suite", "motif": "Rien au-delà du service.", "reponse": phrase, "mot": ""} | champs


def lu(client, adresse, code=200) -> str:
    reponse = client.get(adresse)
    assert reponse.status_code == code, reponse.status_code
    return cellule.lu(reponse)


def poster(client, nom, signalement, donnees=None):
    return client.post(reverse(nom, args=[signalement.pk]), donnees or {})


def actes() -> list[str]:
    with proprietaire():
        lignes = EntreeJournal.objects.filter(acte__startswith="cellule.").order_by("quand")
        return [ligne.acte for ligne in lignes]


# The door


def test_sans_visa_ou_sans_ouverture_l_adresse_n_existe_pas(distribution, client_de):
    """Off until the visa; then off until the opening; in the menu too."""
    client = client_de(distribution.agent_saj)
    for ouvrir in (None, lambda: signaler.viser(distribution.dpo)):
        with proprietaire():
            ouvrir and ouvrir()
        assert client.get("/signaler/").status_code == 404 and "/signaler/" not in lu(client, "/")
    with proprietaire():
        signaler.ouvrir_a(distribution.bourgmestre)
    assert client.get("/signaler/").status_code == 200 and 'href="/signaler/"' in lu(client, "/")


@pytest.mark.parametrize(
    "login", ["agent_cripel", "contact_tec", "contact_tfl", "dpo", "admin", "referent", "bourgmestre"]
)
def test_aux_autres_elle_repond_404(login, recu, ouvert, client_de):
    client = client_de(getattr(ouvert, login))
    for adresse in ("/signaler/", NOUVEAU, recu.adresse_du_signalant, f"{recu.adresse_du_signalant}retirer/"):
        assert client.get(adresse).status_code == 404, adresse
        assert client.post(adresse, donnees()).status_code == 404, adresse
    assert 'href="/signaler/"' not in lu(client, "/")
    with proprietaire():
        assert SignalementPartenaire.objects.count() == 1


def test_le_second_facteur_et_l_engagement_se_demandent_la(ouvert, client_de):
    """Who otherwise may is led to the page that provides what is missing; elsewhere nothing is asked of them."""
    sans_code = client_de(ouvert.agent_saj, second_facteur=False)
    assert sans_code.get("/partenaires/").status_code == 200
    for adresse in ("/signaler/", NOUVEAU):
        reponse = sans_code.get(adresse)
        assert reponse.status_code == 302 and reponse.url.startswith("/comptes/2fa/reauthenticate/")
    assert sans_code.post(NOUVEAU, donnees()).status_code == 302
    autre = client_de(ouvert.agent_cripel, second_facteur=False)
    assert autre.get("/signaler/").status_code == 404
    with proprietaire():
        TexteEngagement.objects.create(version=2, titre="Nouvel engagement", contenu="…")
    reponse = client_de(ouvert.agent_saj).get(NOUVEAU)
    assert reponse.status_code == 302 and reponse.url.startswith("/comptes/engagement/")
    with proprietaire():
        assert not SignalementPartenaire.objects.exists()


def test_une_porte_fermee_laisse_sa_ligne_au_journal(ouvert, client_de):
    client_de(ouvert.agent_cripel).get("/signaler/")
    with proprietaire():
        (refus,) = EntreeJournal.objects.filter(verbe="refus")
        assert refus.acte.endswith("signaler.signaler") and refus.qui == ouvert.agent_cripel


def test_jamais_dans_la_concertation(recu, ouvert, client_de):
    """Neither a word nor a link, for the agent who reported as for the Référent."""
    for login in ("agent_saj", "referent"):
        client = client_de(getattr(ouvert, login))
        for adresse in ("/concertation/", "/concertation/reunions/", "/concertation/actions/"):
            page = lu(client, adresse).split("<main")[1]
            assert TEMOIN not in page and recu.reference not in page and "/signaler/" not in page


# Reporting


def test_la_page_dit_le_112_qui_lira_a_quoi_cela_sert_et_que_rien_n_oblige(agent):
    page = lu(agent, NOUVEAU)
    formulaire = page.index('<form class="formulaire"')
    assert page.index("Danger immédiat : appelez le") < formulaire
    for dit in (
        "Personne n’y est obligé",
        "Qui le lira",
        "D’abord le Référent Radicalisme, seul",
        "À quoi cela peut servir",
        "Sur quelle base parlez-vous ?",
        "(à valider)",
        "Article 458ter du Code pénal",
    ):
        assert dit in page, dit
    assert "La pièce porte-t-elle un marquage" not in page and "signalement-urgence" not in page


def test_signaler(agent, ouvert, parler):
    """For one’s own partner, whatever the form says; the name apart and masked; no word in the journal."""
    envoye = donnees(nom="Inventé", prenom="Jean", date_naissance="1990-02-03", partenaire="1", etat="clos")
    reponse = agent.post(NOUVEAU, envoye)
    with proprietaire():
        fait = SignalementPartenaire.objects.select_related("partenaire").get()
        assert (fait.partenaire.code, fait.signalant, fait.etat) == ("saj", ouvert.agent_saj, "recu")
        assert fait.reference.startswith("SP-") and fait.echeance == timezone.localdate() + timedelta(days=7)
        assert fait.identite.en_clair == "Jean Inventé" and "Invent" not in fait.texte
        lignes = " ".join(str(ligne.__dict__) for ligne in EntreeJournal.objects.all())
    assert TEMOIN not in lignes and "Invent" not in lignes
    assert reponse.status_code == 302 and reponse.url == fait.adresse_du_signalant
    page = lu(agent, reponse.url)
    assert TEMOIN in page and "Invent" not in page and "Pas encore" in page
    assert agent.get(reponse.url)["Cache-Control"] == "no-store"
    with parler(ouvert.referent):
        assert not Identite.objects.exists()
        assert [h.history_user for h in fait.history.all()] == [ouvert.agent_saj]
    assert actes()[:2] == ["cellule.signalement_partenaire_fait", "cellule.identite_saisie"]


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"texte": ""}, "Dites ce qui vous inquiète."),
        ({"base": ""}, "Dites sur quelle base vous parlez."),
        ({"base": "987654"}, "Sélectionnez un choix valide"),
        ({"date_fait": ""}, "Dites quand, même à peu près."),
        ({"date_fait": "2999-01-01"}, "Ce jour n’est pas encore venu."),
        ({"nature": "rumeur"}, "Sélectionnez un choix valide"),
        ({"mineur": ""}, "Répondez, même si vous ne savez pas."),
        ({"mineur": "oui"}, "dites ce que commande l’intérêt de l’enfant"),
        ({"tlp": "TLP:CLEAR"}, "Sélectionnez un choix valide"),
        ({"prenom": "Jean"}, "laissez les trois champs vides"),
        ({"nom": "Inventé", "date_naissance": "2999-01-01"}, "Ce jour n’est pas encore venu."),
        ({"nom": "Inventé", "date_naissance": "2015-01-01"}, "la personne est mineure"),
        ({"nom": "Inventé", "date_naissance": "1960-01-01", "mineur": "oui", "interet_enfant": "x"}, "la personne est majeure"),
        ({"nom": "85.07.30-033.28"}, "numéro de registre national"),
        ({"nom": "Zyxotropique"}, "se trouve aussi dans ce texte"),
        ({"texte": "x" * 3001}, "3000"),
    ],
)  # fmt: skip
def test_une_saisie_refusee_garde_ce_qui_est_tape(champs, phrase, agent):
    page = cellule.lu(agent.post(NOUVEAU, donnees(**champs)))
    assert phrase in page and "Ce n’est pas encore enregistré" in page
    assert TEMOIN in page or "texte" in champs
    with proprietaire():
        assert not SignalementPartenaire.objects.exists() and not Identite.objects.exists()


def test_un_numero_national_bloque_et_un_marquage_arrete(agent):
    bloque = agent.post(NOUVEAU, donnees(texte="Il a montré 85.07.30-033.28 au guichet."))
    assert bloque.status_code == 200 and "85.07.30-033.28" in cellule.lu(bloque)
    arret = agent.post(NOUVEAU, donnees(texte=f"CONFIDENTIEL UE {TEMOIN}"))
    assert arret.status_code == 422 and TEMOIN not in cellule.lu(arret)
    with proprietaire(), connection.cursor() as curseur:
        assert not SignalementPartenaire.objects.exists()
        curseur.execute("SELECT count(*) FROM csil_entreejournal t WHERE t::text LIKE %s", [f"%{TEMOIN}%"])
        assert curseur.fetchone() == (0,)


def test_un_mineur_et_son_interet(agent):
    """R23: declared minor, the child’s interest is written, and shown where the report is read."""
    agent.post(NOUVEAU, donnees(mineur="oui", interet_enfant="Il demande qu’on l’aide à revenir à l’école."))
    with proprietaire():
        fait = SignalementPartenaire.objects.get()
    assert fait.mineur == "oui" and "revenir à l’école" in lu(agent, fait.adresse_du_signalant)


def test_l_ouverture_fermee_pendant_que_l_on_ecrit(agent, ouvert):
    """The right ended between opening and sending: nothing comes in, and the page is no more."""
    assert agent.get(NOUVEAU).status_code == 200
    with proprietaire():
        ouverte = ouvert.agent_saj.appartenance.partenaire.ouvertures.get()
        ouverte.fermee_par, ouverte.fermee_le = ouvert.bourgmestre, timezone.now()
        ouverte.motif_fermeture = "Convention finie."
        ouverte.save()
    assert agent.post(NOUVEAU, donnees()).status_code == 404
    with proprietaire():
        assert not SignalementPartenaire.objects.exists()


# Who reads


def test_qui_lit_selon_l_etat(recu, ouvert, client_de):
    """The Référent first; the legal core once it is taken up; nobody else of the Cellule, never the data protection officer."""
    adresse = recu.get_absolute_url()

    def lecteurs():
        gens = {p.email.partition("@")[0]: client_de(p).get(adresse).status_code for p in ouvert}
        assert gens.pop("agent-saj") in (403, 404)  # theirs is another page
        return {login for login, code in gens.items() if code == 200}

    assert lecteurs() == {"referent"}
    with proprietaire():
        signaler.reprendre(recu, ouvert.referent)
    assert lecteurs() == {"referent", "bourgmestre", "chef-de-corps"}


def test_la_liste_du_referent_et_celle_du_bourgmestre(recu, ouvert, client_de):
    assert TEMOIN in lu(client_de(ouvert.referent), LISTE)
    assert TEMOIN not in lu(client_de(ouvert.bourgmestre), LISTE)
    for login in ("membre_cellule", "officier_information", "agent_saj", "dpo"):
        assert client_de(getattr(ouvert, login)).get(LISTE).status_code == 404
    for demande, trouve in (("?q=zyxo", True), ("?q=absent", False), ("?attente=retard", False)):
        assert (TEMOIN in lu(client_de(ouvert.referent), f"{LISTE}{demande}")) is trouve


def test_lire_laisse_une_ligne_au_journal(recu, ouvert, agent, client_de):
    lu(client_de(ouvert.referent), recu.get_absolute_url())
    lu(agent, recu.adresse_du_signalant)
    assert {"cellule.signalement_partenaire_lu", "cellule.signalement_partenaire_relu"} <= set(actes())


# Withdrawing


def test_retirer_tant_que_ce_n_est_pas_repris(recu, agent, ouvert, client_de):
    """Its author still reads it; the Référent hears that there was one, and reads nothing of it, history included."""
    assert "Plus personne de la Cellule ne le lira" in lu(agent, f"{recu.adresse_du_signalant}retirer/")
    assert poster(agent, "signaler-retirer", recu).status_code == 302
    page = lu(agent, recu.adresse_du_signalant)
    assert TEMOIN in page and "Retiré" in page and "/retirer/" not in page
    referent = client_de(ouvert.referent)
    for nom in ("signalement-partenaire", "signalement-partenaire-historique"):
        assert referent.get(reverse(nom, args=[recu.pk])).status_code == 404
    liste = lu(referent, LISTE)
    assert TEMOIN not in liste and recu.reference in liste and "Retirés par leur auteur" in liste
    assert poster(agent, "signaler-retirer", recu).status_code == 403


def test_on_ne_retire_plus_ce_qui_est_repris(pris, agent):
    assert "Retirer" not in lu(agent, pris.adresse_du_signalant)
    assert poster(agent, "signaler-retirer", pris).status_code == 403
    assert relire(pris).etat == "repris"


def test_reprendre_ce_qui_vient_d_etre_retire(recu, ouvert, parler):
    """Two at once: the second finds the act no longer possible."""
    with parler(ouvert.agent_saj):
        SignalementPartenaire.objects.get(pk=recu.pk).retirer(par=ouvert.agent_saj)
    with parler(ouvert.referent), pytest.raises(ActeRefuse):
        recu.reprendre(par=ouvert.referent)
    with proprietaire():
        assert not Information.objects.exists()


# Taking up, closing, answering


def test_reprendre_en_fait_une_information(agent, ouvert, client_de, parler):
    """Of the partner, who stays its owner (R19); the name follows it, masked; the report waits for its answer."""
    agent.post(NOUVEAU, donnees(nom="Inventé", date_naissance="1990-02-03"))
    with proprietaire():
        recu = SignalementPartenaire.objects.get()
    referent = client_de(ouvert.referent)
    assert "son auteur ne peut plus le retirer" in lu(
        referent, reverse("signalement-partenaire-reprendre", args=[recu.pk])
    )
    assert poster(referent, "signalement-partenaire-reprendre", recu, reprise()).status_code == 302
    with proprietaire():
        information = Information.objects.select_related("partenaire").get()
        assert information.suite_signalement.signalement == recu
        assert (information.genre, information.source) == ("signalement_partenaire", "partenaire")
        assert information.partenaire.code == "saj" and information.originateur == str(information.partenaire)
        assert (information.tlp, information.nature, information.saisie_par) == (
            "TLP:AMBER+STRICT",
            "propos",
            ouvert.referent,
        )
        identite = Identite.objects.get()
        assert (identite.information, identite.signalement_partenaire) == (information, None)
        vue = EntreeJournal.objects.get(acte="cellule.identite_revelee")
        assert vue.qui == ouvert.referent and recu.reference in vue.motif
    assert relire(recu).etat == "repris"
    page = lu(referent, recu.get_absolute_url())
    assert information.reference in page and "Reprendre" not in page and "Clore et répondre" in page
    assert "En cours d’examen" in lu(agent, recu.adresse_du_signalant)
    assert information.reference not in lu(agent, recu.adresse_du_signalant)


def test_repris_il_commence_son_circuit(recu, ouvert, client_de):
    """The one in force for a partner’s report; the page of the report leads to the information."""
    with proprietaire():
        circuits.version(circuits.circuit("signalement_partenaire", "partenaire"), ouvert)
    referent = client_de(ouvert.referent)
    poster(referent, "signalement-partenaire-reprendre", recu, reprise())
    with proprietaire():
        information = Information.objects.get()
        assert information.etat == "a_valider" and information.etape_courante.role == REFERENT
    assert information.get_absolute_url() in lu(referent, recu.get_absolute_url())
    assert referent.get(information.get_absolute_url()).status_code == 200


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"synthese": ""}, "Dites ce que la Cellule doit en savoir."),
        ({"categorie": ""}, "Choisissez une catégorie."),
        ({"code_traitement": ""}, "Choisissez un code de traitement."),
        ({"code_traitement": "H3"}, "écrivez la condition"),
    ],
)
def test_une_reprise_refusee_garde_ce_qui_est_tape(champs, phrase, recu, ouvert, client_de):
    envoye = reprise(**({"synthese": "Le mot juste."} | champs))
    page = cellule.lu(poster(client_de(ouvert.referent), "signalement-partenaire-reprendre", recu, envoye))
    assert phrase in page and ("Le mot juste." in page or "synthese" in champs)
    with proprietaire():
        assert not Information.objects.exists() and not SuiteSignalement.objects.exists()


def test_le_nom_donne_a_part_ne_s_ecrit_ni_en_reprenant_ni_en_repondant(agent, ouvert, client_de):
    """It is masked to the Référent, who may still have heard it: the two texts are refused, and come back as typed."""
    agent.post(NOUVEAU, donnees(nom="Zirconium", prenom="Célestin"))
    with proprietaire():
        recu = SignalementPartenaire.objects.get()
    referent = client_de(ouvert.referent)
    nommee = reprise(synthese="Célestin répète un propos.")
    page = cellule.lu(poster(referent, "signalement-partenaire-reprendre", recu, nommee))
    assert "le nom ou le prénom d’une personne" in page and "Célestin répète" in page
    assert poster(referent, "signalement-partenaire-reprendre", recu, reprise()).status_code == 302
    page = cellule.lu(
        poster(referent, "signalement-partenaire-clore", recu, cloture(motif="Vu avec ZIRCONIUM."))
    )
    assert "le nom ou le prénom d’une personne" in page and "Vu avec ZIRCONIUM." in page
    assert relire(recu).etat == "repris"


def test_clore_et_repondre(pris, agent, ouvert, client_de):
    """One outcome with its reason; its author reads the sentence and the word, nothing else; the e-mail says nothing."""
    referent = client_de(ouvert.referent)
    envoi = cloture(issue="information", motif="Suivi par le circuit.", mot="Merci de votre confiance.")
    assert poster(referent, "signalement-partenaire-clore", pris, envoi).status_code == 302
    page = lu(agent, pris.adresse_du_signalant)
    assert "Merci de votre confiance." in page and "Réponse donnée" in page
    for tu in ("Repris dans une information", "Suivi par le circuit.", "Référent de", "I-"):
        assert tu not in page.split("<main")[1], tu
    assert "Une réponse à votre signalement" in lu(agent, "/")
    with proprietaire():
        (envoi,) = Envoi.objects.all()
        assert envoi.destinataire == ouvert.agent_saj.email and envoi.reserve
        for tu in (TEMOIN, pris.reference, "SAJ", "personne"):
            assert tu not in envoi.corps.objet + envoi.corps.texte
    assert "Repris dans une information" in lu(client_de(ouvert.bourgmestre), pris.get_absolute_url())
    assert poster(referent, "signalement-partenaire-clore", pris, cloture()).status_code == 403


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"issue": ""}, "Choisissez une issue"),
        ({"issue": "information"}, "Sélectionnez un choix valide"),  # nothing was made of it
        ({"motif": ""}, "Dites pourquoi cette issue."),
        ({"reponse": ""}, "Choisissez une réponse."),
    ],
)
def test_on_ne_clot_pas_sans_issue_motif_et_reponse(champs, phrase, recu, ouvert, client_de):
    envoi = cloture(**({"motif": "Le bon motif."} | champs))
    page = cellule.lu(poster(client_de(ouvert.referent), "signalement-partenaire-clore", recu, envoi))
    assert phrase in page and ("Le bon motif." in page or "motif" in champs)
    assert relire(recu).etat == "recu"


def test_une_reponse_contextuelle_n_est_pas_proposee(recu, ouvert, client_de):
    with proprietaire():
        contextuelle = ReponseType.objects.proposees("contextuel").first()
    page = lu(client_de(ouvert.referent), reverse("signalement-partenaire-clore", args=[recu.pk]))
    assert contextuelle.phrase not in page and "Un retour sur ce que vous avez signalé" in page
    envoi = cloture(reponse=contextuelle.pk)
    assert poster(client_de(ouvert.referent), "signalement-partenaire-clore", recu, envoi).status_code == 200


def test_repondre_a_qui_n_est_plus_ouvert_n_ecrit_pas(pris, ouvert, client_de):
    """The answer waits; no e-mail calls somebody to a page that is closed to them."""
    with proprietaire():
        lien = ouvert.agent_saj.appartenance
        lien.debut, lien.fin = (
            timezone.localdate() - timedelta(days=9),
            timezone.localdate() - timedelta(days=1),
        )
        lien.save()
    assert (
        poster(client_de(ouvert.referent), "signalement-partenaire-clore", pris, cloture()).status_code == 302
    )
    with proprietaire():
        assert not Envoi.objects.exists()


def test_seul_le_referent_agit(pris, ouvert, client_de, parler):
    for login in ("bourgmestre", "chef_de_corps"):
        client = client_de(getattr(ouvert, login))
        assert poster(client, "signalement-partenaire-clore", pris, cloture()).status_code == 403
        with parler(getattr(ouvert, login)), pytest.raises((PermissionDenied, Http404)):
            pris.clore(par=getattr(ouvert, login), issue="sans_suite", motif="x", reponse=None)


# Who it is about


def test_voir_qui_c_est_pour_une_raison(agent, ouvert, client_de):
    """Masked; opened to one person for a quarter of an hour, against a reason that the journal keeps."""
    agent.post(NOUVEAU, donnees(nom="Inventé", prenom="Jean"))
    with proprietaire():
        recu = SignalementPartenaire.objects.get()
    referent = client_de(ouvert.referent)
    page = lu(referent, recu.get_absolute_url())
    assert "Masqué." in page and "Inventé" not in page
    vide = poster(referent, "signalement-partenaire-reveler", recu, {"motif": ""})
    assert "Dites pourquoi" in cellule.lu(vide)
    poster(referent, "signalement-partenaire-reveler", recu, {"motif": "Vérifier s’il est suivi."})
    assert "Jean Inventé" in lu(referent, recu.get_absolute_url())
    with proprietaire():
        vue = EntreeJournal.objects.get(acte="cellule.identite_revelee")
        assert (vue.motif, vue.objet_id) == ("Vérifier s’il est suivi.", str(recu.pk))
        for revelation in Identite.objects.get().revelations.all():
            revelation.le = timezone.now() - timedelta(minutes=16)
            revelation.save()
    assert "Inventé" not in lu(referent, recu.get_absolute_url())


def test_ce_qui_revient_sur_la_meme_personne(ouvert, client_de, parler):
    """R15: at triage the Référent is told of the earlier ones with their outcomes; the partner never."""
    faits = []
    for nom, prenom, naissance in (
        ("Invente", "JEAN", "1990-02-03"),
        ("Inventé", "Jean", "1990-02-03"),
        ("Inventé", "Jean", "1991-02-03"),
        ("Inventé", "Jean", "1990-02-03"),
    ):
        client_de(ouvert.agent_saj).post(
            NOUVEAU, donnees(nom=nom, prenom=prenom, date_naissance=naissance, texte="Un propos répété.")
        )
        with proprietaire():
            faits.append(SignalementPartenaire.objects.order_by("recu_le").last())
    premier, second, _, dernier = faits
    referent = client_de(ouvert.referent)
    poster(referent, "signalement-partenaire-clore", premier, cloture(issue="aide"))
    poster(referent, "signalement-partenaire-reprendre", second, reprise())  # its identity goes on
    page = lu(referent, dernier.get_absolute_url())
    assert (
        "2 signalements antérieurs sur la même personne" in page and "Orienté vers un service d’aide" in page
    )
    assert "antérieur" not in lu(referent, premier.get_absolute_url())
    assert "1 signalement antérieur " in lu(referent, second.get_absolute_url())
    assert "antérieur" not in lu(client_de(ouvert.agent_saj), dernier.adresse_du_signalant)
    with proprietaire():
        reprise_en = Information.objects.get()
    page = lu(referent, reprise_en.get_absolute_url())
    assert "2 autres informations et signalements sur la même personne" in page
    assert premier.reference in page and dernier.reference in page
    with parler(ouvert.agent_saj), connection.cursor() as curseur:
        curseur.execute("SELECT csil_signalements_de_la_meme_personne(%s)", [dernier.pk])
        assert curseur.fetchall() == []
    with proprietaire():
        Quarantaine.objects.create(
            objet_type=premier._meta.label_lower, objet_id=str(premier.pk), regle="doute", par=ouvert.dpo
        )
    assert "1 signalement antérieur " in lu(referent, dernier.get_absolute_url())


# Home, delays, quarantine, scale


def test_les_retards_sont_a_l_accueil(recu, ouvert, client_de):
    with proprietaire():
        recu.echeance = timezone.localdate() - timedelta(days=1)
        recu.save()
    page = lu(client_de(ouvert.referent), "/")
    assert f"Examiner un signalement de partenaire : {recu.reference}" in page and "en retard" in page.lower()
    assert TEMOIN not in page
    assert recu.reference not in lu(client_de(ouvert.bourgmestre), "/")
    assert "En retard" in lu(client_de(ouvert.referent), f"{LISTE}?attente=retard")


def test_mettre_en_quarantaine_le_cache_a_tous(recu, agent, ouvert, client_de):
    referent = client_de(ouvert.referent)
    assert poster(referent, "signalement-partenaire-quarantaine", recu, {"regle": "doute"}).status_code == 302
    assert referent.get(recu.get_absolute_url()).status_code == 404
    assert agent.get(recu.adresse_du_signalant).status_code == 404


def test_le_nombre_de_requetes_ne_suit_pas_le_nombre_de_lignes(recu, agent, ouvert, client_de):
    referent = client_de(ouvert.referent)
    pages = [(agent, "/signaler/"), (referent, LISTE), (referent, recu.get_absolute_url())]

    def compter():
        comptes = []
        for client, adresse in pages:
            with CaptureQueriesContext(connection) as requetes:
                assert client.get(adresse).status_code == 200
            comptes.append(len(requetes))
        return comptes

    with proprietaire():
        signaler.retirer(signaler.signalement(ouvert.agent_saj))
    compter()  # what is read once per process
    avant = compter()
    with proprietaire():
        for rang in range(6):
            fait = signaler.signalement(ouvert.agent_saj)
            (signaler.reprendre, signaler.clore, lambda f, _: signaler.retirer(f))[rang % 3](
                fait, ouvert.referent
            )
    assert compter() == avant


def test_une_base_validee_ne_le_demande_plus(agent, ouvert):
    with proprietaire():
        for base in BaseParole.objects.all():
            base.validee = True
            base.save()
    assert "(à valider)" not in lu(agent, NOUVEAU)


def test_signaler_sans_partenaire_ouvert(ouvert, parler):
    with parler(ouvert.agent_cripel), pytest.raises(PermissionDenied):
        SignalementPartenaire.signaler(par=ouvert.agent_cripel, texte="x")
    with parler(ouvert.agent_saj), pytest.raises(ValidationError):
        SignalementPartenaire.signaler(par=ouvert.agent_saj, texte="x")
