"""The pages of the informations: what they show, to whom, and what they say when something is not possible."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.accueil import taches
from csil.courrier.models import Envoi
from csil.journal.models import EntreeJournal
from csil.travailleur.echeances import executer_echeances
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.dossiers.models import Dossier, Identite
from informations_sensibles.informations.models import Information
from tests import dossiers
from tests.mandats import suspendre
from tests.outils import proprietaire, relire
from tests.test_informations import finir, jusqu_au_bourgmestre, rir, saisir, surete  # noqa: F401 - fixture

NOM = "Zwentibold"


@pytest.fixture
def saisie(rir, distribution, parler):  # noqa: F811
    """By the member, with the name of somebody, and no dossier."""
    with parler(distribution.membre_cellule):
        return saisir(distribution.membre_cellule, identite={"nom": NOM, "prenom": "Personne"})


@pytest.fixture
def validee(saisie, distribution, parler):
    with parler(distribution.officier_information):
        saisie.valider(par=distribution.officier_information, mot="Conforme.")
    return saisie


def page(client, nom, objet=None, **donnees):
    adresse = reverse(nom, args=[objet.pk] if objet else [])
    return client.post(adresse, donnees) if donnees else client.get(adresse)


def lue(client, nom, objet=None, **donnees) -> str:
    reponse = page(client, nom, objet, **donnees)
    assert reponse.status_code == 200, reponse.status_code
    return reponse.content.decode()


def courante(information):
    with proprietaire():
        return information.etapes.filter(faite_le=None).earliest("ordre")


def formulaire(**champs) -> dict:
    """What the page of entry sends."""
    categorie = CategorieDonnee.objects.first()
    return {
        "marquage_origine": "aucun", "genre": "rir", "source": "police_locale", "originateur": "Police locale de Liège",
        "date_fait": timezone.localdate().isoformat(), "nature": "fait", "categorie": categorie.pk,
        "synthese": "La personne a été vue deux fois devant l’école.", "code_traitement": "H0",
        "tlp": "TLP:AMBER+STRICT", **champs,
    }  # fmt: skip


# A whole circuit, through its pages


def test_un_circuit_par_ses_pages(saisie, distribution, client_de):
    officier = client_de(distribution.officier_information)
    assert saisie.reference in lue(officier, "informations")
    fiche = lue(officier, "information", saisie)
    assert "Valider ou écarter" in fiche and NOM not in fiche
    etape = courante(saisie)
    valider = {"vu": etape.pk, "decision": "valider", "mot": "Conforme."}
    assert page(officier, "information-valider", saisie, **valider).status_code == 302
    lue(officier, "information-evaluer", saisie)
    evaluer = {"vu": "X4", "source": "B", "exactitude": "2"}
    assert page(officier, "information-evaluer", saisie, **evaluer).status_code == 302
    assert "Informer le contact TFL" in lue(officier, "information-etape", saisie)
    faire = {"vu": courante(saisie).pk, "mot": "Transmis par le réseau séparé."}
    assert page(officier, "information-etape", saisie, **faire).status_code == 302
    finie = relire(saisie)
    assert finie.termine_le and finie.cercle and finie.evaluation == "B2"
    fiche = lue(officier, "information", saisie)
    assert "Circuit terminé" in fiche and fiche.count("Ouverte") == 3
    histoire = lue(officier, "information-historique", saisie).replace("\xa0", " ")
    assert "a fait avancer l’étape « Valider »" in histoire


@pytest.mark.parametrize(
    "nom",
    ["consentement", "rectifier", "masquer", "rattacher", "embargo", "quarantaine", "identite", "evaluer"],
)
def test_chaque_acte_a_sa_page(nom, validee, distribution, client_de):
    officier = client_de(distribution.officier_information)
    contenu = lue(officier, f"information-{nom}", validee)
    assert NOM not in contenu and "<h1>" in contenu


def test_la_reponse_de_la_surete_ouvre_ou_ferme(surete, distribution, client_de, parler):  # noqa: F811
    """Stopped at every exit, and each says why."""
    information = jusqu_au_bourgmestre(distribution, parler, accorde=False)
    finir(information, distribution, parler)
    fiche = lue(client_de(distribution.officier_information), "information", information)
    assert fiche.count("Sûreté de l’Etat a refusé") == 3 and "Ouverte" not in fiche
    refus = page(
        client_de(distribution.officier_information), "information-elargir", information, tlp="TLP:GREEN"
    )
    assert "sans l’accord de qui l’a donnée" in refus.content.decode()


def test_consigner_un_refus_qui_permet_quelque_chose(validee, distribution, client_de):
    reponse = lue(
        client_de(distribution.officier_information),
        "information-consentement",
        validee,
        demande_a="Police locale de Liège",
        par_qui="Le chef de service",
        le=timezone.localdate().isoformat(),
        accorde="non",
        pour_agenda="on",
    )
    assert "Un refus ne permet rien" in reponse


# Entering one


def test_saisir(rir, distribution, client_de):  # noqa: F811
    membre = client_de(distribution.membre_cellule)
    contenu = lue(membre, "information-nouvelle")
    assert "jamais le texte de la police" in contenu and "La pièce porte-t-elle un marquage" in contenu
    with proprietaire():
        envoi = formulaire(**{"identite-nom": NOM, "identite-prenom": "Personne"})
    reponse = page(membre, "information-nouvelle", **envoi)
    assert reponse.status_code == 302, reponse.content.decode()
    with proprietaire():
        information = Information.objects.get()
        assert information.etat == "a_valider" and information.identite.nom == NOM
    fiche = lue(membre, "information", information)
    assert NOM in fiche and "Visible jusqu’à" in fiche  # who has just written it knows it
    assert NOM not in lue(membre, "informations") and NOM not in lue(
        membre, "information-historique", information
    )


def test_un_nom_dans_le_texte_est_refuse(rir, distribution, client_de):  # noqa: F811
    """Nothing is lost: the words come back, with the sentence that says what to take out."""
    with proprietaire():
        envoi = formulaire(
            synthese=f"{NOM} a été vu devant l’école.", **{"identite-nom": NOM, "identite-prenom": "Personne"}
        )
    contenu = lue(client_de(distribution.membre_cellule), "information-nouvelle", **envoi)
    assert "dont l’identité est gardée à part" in contenu and "a été vu devant l’école" in contenu
    with proprietaire():
        assert not Information.objects.exists()


def test_un_nom_connu_du_dossier_est_refuse(rir, distribution, client_de):  # noqa: F811
    membre = distribution.membre_cellule
    with proprietaire():
        suivi = dossiers.dossier(membre)
        dossiers.identite(membre, implication=dossiers.implication(suivi, membre))
        envoi = formulaire(synthese="Inventée a été vue devant l’école.")
    adresse = f"{reverse('information-nouvelle')}?dossier={suivi.pk}"
    client = client_de(membre)
    assert "De qui il s’agit" not in client.get(adresse).content.decode()
    assert "dont l’identité est gardée à part" in client.post(adresse, envoi).content.decode()
    envoi["synthese"] = "Le jeune homme a été vu devant l’école."
    assert client.post(adresse, envoi).status_code == 302
    with proprietaire():
        assert Information.objects.get().dossier == suivi


def test_un_dossier_se_propose_d_une_information_qui_n_en_a_pas(saisie, distribution, client_de):
    """Both or neither: the information and whom it is about go into the dossier, what it says stays with its own readers."""
    membre = client_de(distribution.membre_cellule)
    assert reverse("information-proposer", args=[saisie.pk]) in lue(membre, "information", saisie)
    propose = lue(membre, "information-proposer", saisie)
    assert f"D’après l’information {saisie}" in propose and saisie.synthese not in propose
    envoi = dossiers.champs_dossier(pilote=distribution.membre_cellule.pk, signes=f"{NOM} s’isole.")
    assert "le nom ou le prénom" in lue(membre, "information-proposer", saisie, **envoi)
    with proprietaire():
        assert not Dossier.objects.exists()
    envoi["signes"] = "Elle s’isole."
    reponse = page(membre, "information-proposer", saisie, **envoi)
    with proprietaire():
        propose = Dossier.objects.get()
        assert reponse.url == propose.get_absolute_url() and Information.objects.get().dossier == propose
        assert Identite.objects.get().implication.dossier == propose
        actes = set(EntreeJournal.objects.values_list("acte", flat=True))
        assert {"cellule.dossier_propose", "cellule.information_rattachee"} <= actes
    assert "information-proposer" not in lue(membre, "information", saisie)
    assert page(membre, "information-proposer", saisie, **envoi).status_code == 403


def test_une_piece_classifiee_arrete_tout(rir, distribution, client_de):  # noqa: F811
    with proprietaire():
        envoi = formulaire(marquage_origine="secret")
    reponse = page(client_de(distribution.membre_cellule), "information-nouvelle", **envoi)
    assert reponse.status_code == 422
    with proprietaire():
        assert not Information.objects.exists()


def test_une_categorie_hors_de_la_liste_est_refusee(rir, distribution, client_de):  # noqa: F811
    """R21: what the list no longer proposes."""
    with proprietaire():
        retiree = CategorieDonnee.objects.create(libelle="Retirée", active=False)
        envoi = formulaire(categorie=retiree.pk)
    lue(client_de(distribution.membre_cellule), "information-nouvelle", **envoi)
    with proprietaire():
        assert not Information.objects.exists()


@pytest.mark.parametrize(
    ("champs", "phrase"),
    [
        ({"code_traitement": "H3"}, "Avec le code H3, écrivez la condition"),
        ({"date_fait": "2999-01-01"}, "pas encore venu"),
        ({"genre": ""}, "Dites sous quelle forme"),
        ({"identite-prenom": "Personne"}, "Donnez le nom, ou laissez les trois champs vides"),
    ],
)
def test_ce_qui_manque_est_dit(champs, phrase, rir, distribution, client_de):  # noqa: F811
    with proprietaire():
        envoi = formulaire(**champs)
    contenu = lue(client_de(distribution.membre_cellule), "information-nouvelle", **envoi)
    assert phrase in contenu and "La personne a été vue deux fois" in contenu


# Who it is


def test_l_identite_se_voit_pour_une_raison(validee, distribution, client_de):
    """Masked, asked for with a motive that the journal keeps, legible for a quarter of an hour."""
    client = client_de(distribution.referent)
    assert NOM not in lue(client, "information", validee)
    assert "Dites pourquoi" in page(client, "information-identite", validee, motif=" ").content.decode()
    assert "le nom ou le prénom" in lue(client, "information-identite", validee, motif=f"Voir {NOM}.")
    reponse = page(client, "information-identite", validee, motif="Préparer la réunion de la Cellule.")
    assert reponse.status_code == 302
    assert NOM in lue(client, "information", validee)
    assert NOM not in lue(client_de(distribution.officier_information), "information", validee)
    with proprietaire():
        ligne = EntreeJournal.objects.get(acte="cellule.identite_revelee")
        assert ligne.motif == "Préparer la réunion de la Cellule." and ligne.objet_id == str(validee.pk)


def test_ce_qui_est_masque_se_lit_encore_ailleurs(rir, distribution, parler, client_de):  # noqa: F811
    """Told to who reads the mask, of what they read: the word of a step, another information of the dossier."""
    membre, officier = distribution.membre_cellule, distribution.officier_information
    texte = "Vue avec son beau-frère devant l’école."
    with proprietaire():
        suivi = dossiers.dossier(membre, signes="Vient avec son beau-frère.")
        autre = dossiers.finie(membre, suivi, synthese="Revue avec son beau-frère au parc.")
    with parler(membre):
        information = saisir(membre, dossier=suivi, synthese=texte)
    with parler(officier):
        information.valider(par=officier, mot="Le beau-frère est connu du service.")
        information.masquer(par=officier, synthese="Vue avec son […] devant l’école.", motif="Un tiers.")
    page = lue(client_de(distribution.bourgmestre), "information", information)
    encore = page[page.index("se lit encore ailleurs") :].split("</ul>")[0]
    assert autre.reference in encore and f"le dossier {suivi}" in encore and "étape" in encore
    encore = (
        lue(client_de(officier), "information", information)
        .split("se lit encore ailleurs")[1]
        .split("</ul>")[0]
    )
    assert autre.reference not in encore and f"le dossier {suivi}" not in encore and "étape" in encore
    assert "se lit encore ailleurs" not in lue(client_de(membre), "information", information)


def test_au_tri_les_autres_informations_sur_la_meme_personne(rir, distribution, parler, client_de):  # noqa: F811
    """R15: counted for who triages, among what they read; accents, case and order of words do not count."""
    membre, officier = distribution.membre_cellule, distribution.officier_information
    with parler(membre):
        premieres = [
            saisir(membre, identite={"nom": nom, "prenom": prenom})
            for nom, prenom in ((NOM, "Éloi"), (NOM.upper(), "ELOI"), ("Eloi", NOM.lower()), (NOM, "Autre"))
        ]
        derniere = saisir(membre, identite={"nom": NOM, "prenom": "Eloi"})
    with parler(officier):
        premieres[0].ecarter(par=officier, mot="Déjà connue.")
    fiche = lue(client_de(officier), "information", derniere)
    assert "3 autres informations sur la même personne" in fiche and "Déjà connue." in fiche
    assert premieres[3].reference not in fiche and NOM not in fiche
    with proprietaire():
        dossiers.embargo(premieres[1], distribution.chef_de_corps)
    assert "2 autres informations sur la même personne" in lue(client_de(officier), "information", derniere)


# Held back


def test_sous_embargo_elle_n_est_nulle_part(validee, distribution, client_de):
    officier = client_de(distribution.officier_information)
    reponse = page(
        officier,
        "information-embargo",
        validee,
        autorite="Le parquet",
        motif="Une enquête est en cours.",
        jusqu_au=(timezone.localdate() + timedelta(days=9)).isoformat(),
    )
    assert reponse.status_code == 302
    assert "Sous embargo" in lue(officier, "informations")
    for login in ("bourgmestre", "chef_de_corps", "referent", "membre_cellule"):
        client = client_de(getattr(distribution, login))
        assert page(client, "information", validee).status_code == 404, login
        assert validee.reference not in lue(client, "informations"), login
        trouvees = client.get(reverse("informations"), {"q": validee.reference}).content.decode()
        assert "Aucune information ne répond" in trouvees, login
    assert page(officier, "information-lever", validee, motif="L’enquête est finie.").status_code == 302
    assert validee.reference in lue(client_de(distribution.bourgmestre), "informations")


def test_un_embargo_a_son_terme_se_rappelle_a_qui_l_a_pose(validee, distribution, parler):
    """A task and an e-mail that says nothing, to the setter alone; nothing is lifted."""
    with proprietaire():
        pose = dossiers.embargo(validee, distribution.officier_information)
        pose.jusqu_au = timezone.localdate()
        pose.save()
    executer_echeances()
    with proprietaire():
        envois = Envoi.objects.filter(cle__startswith="embargo:")
        assert [e.destinataire for e in envois] == [distribution.officier_information.email]
    for login, vu in (("officier_information", True), ("bourgmestre", False)):
        with parler(getattr(distribution, login)):
            dites = [t.quoi for t in taches(getattr(distribution, login))]
        assert any("Lever un embargo" in quoi for quoi in dites) is vu, login
    assert not mail.outbox


# The home page


def test_l_accueil_dit_ce_qui_attend_mon_role(saisie, distribution, parler):
    officier = distribution.officier_information
    etape = courante(saisie)
    with proprietaire():
        etape.echeance = timezone.localdate() - timedelta(days=3)
        etape.save()
    with parler(officier):
        (tache,) = [t for t in taches(officier) if saisie.reference in t.quoi]
    assert tache.en_retard and "en retard de 3 jours" in tache.contexte and tache.quoi.startswith("Valider")
    with parler(distribution.referent):
        assert not [t for t in taches(distribution.referent) if saisie.reference in t.quoi]


def test_l_accueil_dit_celles_qui_n_ont_pas_de_circuit(distribution, parler):
    with parler(distribution.membre_cellule):
        information = saisir(distribution.membre_cellule)
    for login in ("chef_de_corps", "referent"):
        with parler(getattr(distribution, login)):
            dites = [t.quoi for t in taches(getattr(distribution, login))]
        assert f"Décider d’une information sans circuit : {information}" in dites


# Not, or no longer, possible: said, and nothing typed is lost


def test_quelqu_un_d_autre_a_valide_entre_temps(saisie, distribution, client_de, parler):
    chef, etape = client_de(distribution.chef_de_corps), courante(saisie)
    with parler(distribution.officier_information):
        saisie.valider(par=distribution.officier_information, mot="Conforme.")
    envoi = {"vu": etape.pk, "decision": "ecarter", "mot": "Déjà connue, je l’écarte."}
    reponse = page(chef, "information-valider", saisie, **envoi)
    assert reponse.status_code == 403 and "Déjà connue, je l’écarte." in reponse.content.decode()
    assert relire(saisie).etat == "validee"


def test_le_circuit_a_avance_pendant_que_la_page_etait_ouverte(validee, distribution, client_de, parler):
    """The page was opened on the evaluation; somebody did it: said, and sent again knowingly."""
    officier = distribution.officier_information
    ancienne = courante(validee)
    with parler(officier):
        validee.evaluer(par=officier, source="A", exactitude="1")
    envoi = {"vu": ancienne.pk, "mot": "Transmis ce matin."}
    contenu = lue(client_de(officier), "information-etape", validee, **envoi)
    assert "l’étape qui attend est maintenant" in contenu and "Transmis ce matin." in contenu
    with proprietaire():
        assert validee.etapes.filter(faite_le=None).count() == 1


def test_un_droit_echu_entre_l_ouverture_et_l_envoi(validee, distribution, client_de):
    client = client_de(distribution.officier_information)
    lue(client, "information-masquer", validee)
    with proprietaire():
        suspendre(distribution.officier_information.mandats.get())
    envoi = {"synthese": "Vue […] devant l’école.", "motif": "Un tiers y est cité.", "version": 1}
    reponse = page(client, "information-masquer", validee, **envoi)
    assert reponse.status_code == 404 and "Un tiers y est cité." in reponse.content.decode()
    assert "[…]" not in relire(validee).synthese


def test_deux_personnes_corrigent_la_meme_information(saisie, distribution, client_de, parler):
    """The author, in two windows: the second is told what the first one changed."""
    membre = distribution.membre_cellule
    client, version = client_de(membre), relire(saisie).version
    with proprietaire():
        envoi = formulaire(synthese="Dans une autre fenêtre.", version=version)
    with parler(membre):
        saisie.modifier(par=membre, synthese="Dans la première fenêtre.")
    contenu = lue(client, "information-modifier", saisie, **envoi)
    assert "Dans la première fenêtre." in contenu and "Dans une autre fenêtre." in contenu
    assert relire(saisie).synthese == "Dans la première fenêtre."


def test_un_dossier_qui_n_est_pas_le_sien_ne_se_devine_pas(saisie, distribution, client_de):
    with proprietaire():
        autre = dossiers.dossier(distribution.referent)
    membre = client_de(distribution.membre_cellule)
    contenu = lue(membre, "information-rattacher", saisie, reference=autre.reference)
    assert "Aucun dossier de cette référence ne vous est ouvert." in contenu
    assert membre.get(f"{reverse('information-nouvelle')}?dossier={autre.pk}").status_code == 404
    assert membre.get(f"{reverse('information-nouvelle')}?dossier=x").status_code == 404


# Lists


def test_les_filtres_de_la_liste(saisie, validee, distribution, parler, client_de):
    with parler(distribution.membre_cellule):
        autre = saisir(distribution.membre_cellule, genre="pv", source="police_locale")
    client = client_de(distribution.officier_information)

    def trouvees(**filtres):
        contenu = client.get(reverse("informations"), filtres).content.decode()
        return {i.reference for i in (saisie, autre) if i.reference in contenu}

    assert trouvees(genre="rir") == {saisie.reference}
    assert trouvees(attente="a_faire") == {saisie.reference}
    assert trouvees(attente="retard") == set()
    assert trouvees(attente="sans_dossier") == {
        saisie.reference
    }  # the other is not theirs to read: no circuit
    assert trouvees(q="école") == {saisie.reference}
    assert trouvees(q=saisie.reference.lower().replace("-", " ")) == {saisie.reference}
    assert client.get(reverse("informations"), {"genre": "xx"}).status_code == 200


@pytest.mark.parametrize("login", ["officier_information", "bourgmestre"])
def test_le_nombre_de_requetes_ne_suit_pas_les_lignes(login, rir, distribution, client_de):  # noqa: F811
    def requetes(nom, objet=None):
        client = client_de(getattr(distribution, login))
        page(client, nom, objet)
        with CaptureQueriesContext(
            connection,
        ) as comptees:
            assert page(client, nom, objet).status_code == 200
        return len(comptees)

    def ajouter(nombre):
        with proprietaire():
            for _ in range(nombre):
                faite = dossiers.information(distribution.officier_information, version_circuit=rir)
                dossiers.consentement(faite, distribution.officier_information)
            return faite

    faite = ajouter(2)
    avant = requetes("informations"), requetes("information", faite), requetes("accueil")
    ajouter(10)
    assert (requetes("informations"), requetes("information", faite), requetes("accueil")) == avant


def test_faire_suivre_une_rectification(validee, distribution, client_de):
    with proprietaire():
        suite = dossiers.rectification(validee, distribution.officier_information, distribution.contact_tfl)
    officier = client_de(distribution.officier_information)
    assert "à prévenir" in lue(officier, "information", validee)
    assert "T-2345-67" in lue(officier, "a-rectifier", suite)
    assert page(officier, "a-rectifier", suite, mot="Par le réseau séparé.").status_code == 302
    assert page(officier, "a-rectifier", suite).status_code == 403
