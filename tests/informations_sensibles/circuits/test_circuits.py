"""A circuit, kind × source: drafted, submitted, approved by two people, replaced; what makes a list of steps a circuit."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.comptes.groupes import CHEF_DE_CORPS, OFFICIER, REFERENT
from csil.journal.models import EntreeJournal
from informations_sensibles.circuits.ligne import ligne_parcourue
from informations_sensibles.circuits.models import Circuit, EtapeCircuit, VersionCircuit, fautes
from informations_sensibles.commun.versions.comparaison import comparer, comparer_cases
from partenaires.distribution import attribuer, mandater
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.circuits import ecritures as circuits
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.outils import proprietaire

VALIDER = {"acte": "valider", "role": OFFICIER, "delai_jours": "2", "consigne": ""}
EVALUER = {"acte": "evaluer", "role": OFFICIER, "delai_jours": "3", "consigne": "Grille 4×4."}


@pytest.fixture
def referent(distribution, client_de):
    return client_de(distribution.referent)


@pytest.fixture
def chef(distribution, client_de):
    return client_de(distribution.chef_de_corps)


@pytest.fixture
def ouvert(referent):
    """RIR, local police, which the Référent opened; its first draft has no step yet."""
    envoi = {"genre": "rir", "source": "police_locale"}
    assert referent.post(reverse("circuit-nouveau"), envoi).status_code == 302
    return actuel(VersionCircuit)


@pytest.fixture
def en_vigueur(distribution):
    with proprietaire():
        return circuits.version(circuits.circuit(), distribution, permet_transmission=True)


@pytest.fixture
def soumise(distribution):
    with proprietaire():
        return circuits.version(circuits.circuit("pv", "surete"), distribution, etat="soumise")


def actuel(modele, **filtre):
    with proprietaire():
        return modele.objects.get(**filtre)


def etapes_de(version):
    with proprietaire():
        return list(EtapeCircuit.objects.filter(version_circuit=version))


def cles(reponse) -> list[str]:
    return re.findall(r'name="etape" value="([0-9a-f-]+)"', reponse.content.decode())


def resume(reponse) -> list[str]:
    """The sentences of the summary of errors."""
    (bloc,) = re.findall(r'class="resume-erreurs".*?</ul>', cellule.lu(reponse), re.DOTALL)
    return [re.sub("<[^>]+>", "", ligne) for ligne in re.findall("<li>(.*?)</li>", bloc)]


def saisir(version, *etapes, **champs) -> dict:
    """What the browser sends: the keys in the order of the page, and each step under its key."""
    donnees = {"etape": [cle for cle, _ in etapes], "version": version.version, "note": "", **champs}
    for cle, valeurs in etapes:
        donnees |= {f"{cle}-{nom}": valeur for nom, valeur in valeurs.items()}
    return donnees


def adresse(version, acte=""):
    return reverse(f"version-circuit-{acte}" if acte else "version-circuit", args=[version.pk])


def approuver(client, version):
    return client.post(adresse(version, "decider"), {"decision": "approuver"})


# What makes a circuit


def etape(acte, role, jours=2, consigne=""):
    return EtapeCircuit(acte=acte, role=role, delai_jours=jours, consigne=consigne)


@pytest.mark.parametrize(
    ("source", "etapes", "phrases"),
    [
        ("police_locale", [("valider", OFFICIER), ("evaluer", OFFICIER)], []),
        ("surete", [("valider", CHEF_DE_CORPS), ("soumettre_bourgmestre", "Bourgmestre")], []),
        ("partenaire", [("valider", REFERENT), ("repondre_signalant", REFERENT)], []),
        ("police_locale", [("evaluer", OFFICIER)], ["Étape 1 : un circuit commence par la validation."]),
        (
            "police_federale",
            [("valider", REFERENT)],
            [
                "Étape 1 : ce qui vient de cette source (Police fédérale) est validé par l’Officier d’information ou le "
                "Chef de Corps."
            ],
        ),
        (
            "partenaire",
            [("valider", OFFICIER)],
            ["Étape 1 : ce qui vient de cette source (Partenaire) est validé par le Référent Radicalisme."],
        ),
        (
            "police_locale",
            [("valider", OFFICIER), ("evaluer", REFERENT), ("soumettre_bourgmestre", CHEF_DE_CORPS)],
            [
                "Étape 2 : « Évaluer (4×4) » revient à ce rôle : Officier d’information.",
                "Étape 3 : « Soumettre au Bourgmestre » revient à ce rôle : Bourgmestre.",
            ],
        ),
        (
            "police_locale",
            [("valider", OFFICIER), ("valider", OFFICIER), ("autre", REFERENT)],
            [
                "Étape 2 : la validation se fait une fois, au début du circuit.",
                "Étape 3 : dites dans la consigne en quoi consiste cet acte.",
            ],
        ),
    ],
)
def test_ce_qui_ne_fait_pas_un_circuit_se_dit_etape_par_etape(source, etapes, phrases):
    assert [str(faute) for faute in fautes(source, [etape(*e) for e in etapes])] == phrases


def test_une_etape_sans_delai_ne_se_garde_pas(en_vigueur):
    with proprietaire():
        for champs in ({"delai_jours": 0}, {"acte": "evaluer", "role": REFERENT}, {"acte": "autre"}):
            with pytest.raises(IntegrityError), transaction.atomic():
                circuits.etape(en_vigueur, 9, **champs)


def test_une_paire_a_un_seul_circuit(en_vigueur, referent):
    reponse = referent.post(reverse("circuit-nouveau"), {"genre": "rir", "source": "police_locale"})
    assert "Ce circuit existe déjà" in cellule.lu(reponse)


def test_la_version_en_vigueur_d_une_paire(en_vigueur, soumise, distribution, parler):
    """What an information starts; a pair without a version in force has none."""
    with parler(distribution.membre_cellule):
        trouvee = VersionCircuit.objects.en_vigueur("rir", "police_locale")
        assert trouvee == en_vigueur and [e.acte for e in trouvee.etapes.all()] == [
            "valider",
            "evaluer",
            "informer_tfl",
        ]
        assert VersionCircuit.objects.en_vigueur("pv", "surete") is None
        assert VersionCircuit.objects.en_vigueur("autre", "autre") is None


# Drafting


def test_ecrire_les_etapes_en_un_formulaire(ouvert, referent):
    """The first step is offered as every circuit begins; moving saves nothing and loses nothing."""
    page = referent.get(adresse(ouvert, "etapes"))
    (premiere,) = cles(page)
    assert '<option value="valider" selected>' in cellule.lu(page)
    reponse = referent.post(
        adresse(ouvert, "etapes"), saisir(ouvert, (premiere, VALIDER), geste="ajouter", permet_cercle="on")
    )
    premiere, seconde = cles(reponse)
    assert "rien n’est encore enregistré" in cellule.lu(reponse) and etapes_de(ouvert) == []
    assert re.search(r'name="permet_cercle"[^>]* checked', cellule.lu(reponse))
    envoi = saisir(ouvert, (premiere, VALIDER), (seconde, EVALUER), permet_cercle="on", note="Un début.")
    assert referent.post(adresse(ouvert, "etapes"), envoi).status_code == 302
    assert [(e.ordre, e.acte, e.delai) for e in etapes_de(ouvert)] == [
        (1, "valider", "2 jours"),
        (2, "evaluer", "3 jours"),
    ]
    version = actuel(VersionCircuit)
    assert version.permis == ["être lue par le cercle du dossier"] and version.note == "Un début."


def test_ce_qui_ne_va_pas_revient_a_cote_de_son_etape(ouvert, referent):
    """In the summary the step is named; nothing typed is lost, nothing is saved."""
    (cle,) = cles(referent.get(adresse(ouvert, "etapes")))
    autre = "0b1f0f7e-8c0f-4d6a-9a53-6d2d4f9b1c11"
    for champs, phrase in (
        (
            {"acte": "evaluer"},
            "Étape 2, par qui : « Évaluer (4×4) » revient à ce rôle : Officier d’information.",
        ),
        (
            {"acte": "autre", "consigne": ""},
            "Étape 2, consigne : dites dans la consigne en quoi consiste cet acte.",
        ),
        ({"delai_jours": "0"}, "Étape 2, délai, en jours : donnez au moins un jour."),
        ({"role": ""}, "Étape 2, par qui : dites qui le fait."),
    ):
        seconde = {"acte": "verifier", "role": REFERENT, "delai_jours": "7", "consigne": "À relire."} | champs
        reponse = referent.post(adresse(ouvert, "etapes"), saisir(ouvert, (cle, VALIDER), (autre, seconde)))
        assert phrase in resume(reponse)
    assert "À relire." in cellule.lu(reponse) and etapes_de(ouvert) == []


def test_un_brouillon_vide_ne_se_soumet_pas(ouvert, referent):
    assert "Écrivez au moins une étape" in cellule.lu(
        referent.post(adresse(ouvert, "soumettre"), follow=True)
    )
    with proprietaire():
        circuits.etape(ouvert, 1, "verifier", REFERENT)
    refus = cellule.lu(referent.post(adresse(ouvert, "soumettre"), follow=True))
    assert "Étape 1 : un circuit commence par la validation." in refus
    assert actuel(VersionCircuit).etat == "brouillon"


def test_le_garde_lit_la_consigne(ouvert, referent):
    (cle,) = cles(referent.get(adresse(ouvert, "etapes")))
    envoi = saisir(ouvert, (cle, VALIDER | {"consigne": "Demander à M. K., 17 ans."}))
    assert "Ce n’est pas une personne" in cellule.lu(referent.post(adresse(ouvert, "etapes"), envoi))
    secret = saisir(ouvert, (cle, VALIDER | {"consigne": "Note SECRET UE du jour."}))
    assert referent.post(adresse(ouvert, "etapes"), secret).status_code == 422
    assert etapes_de(ouvert) == []


def test_deux_redactions_a_la_fois(ouvert, referent, chef):
    """The second to save is told who saved meanwhile, keeps what was typed, and chooses."""
    (cle,) = cles(referent.get(adresse(ouvert, "etapes")))
    assert referent.post(adresse(ouvert, "etapes"), saisir(ouvert, (cle, VALIDER))).status_code == 302
    autre = "0b1f0f7e-8c0f-4d6a-9a53-6d2d4f9b1c11"
    perdu = chef.post(adresse(ouvert, "etapes"), saisir(ouvert, (autre, VALIDER | {"delai_jours": "9"})))
    assert "Pendant que vous écriviez, Référent" in cellule.lu(perdu) and 'value="9"' in cellule.lu(perdu)
    assert [e.delai_jours for e in etapes_de(ouvert)] == [2]


# Two approvals


def test_deux_approbations_remplacent_en_un_acte(en_vigueur, referent, chef, distribution, client_de):
    circuit = en_vigueur.circuit
    assert chef.post(reverse("circuit-brouillon", args=[circuit.pk])).status_code == 302
    brouillon = actuel(VersionCircuit, numero=2)
    assert brouillon.permet_transmission and len(etapes_de(brouillon)) == 3
    assert chef.post(adresse(brouillon, "soumettre")).status_code == 302
    for client in (referent, chef):
        assert "Approuver un circuit : RIR, Police locale" in cellule.lu(client.get("/"))
    bourgmestre = client_de(distribution.bourgmestre)
    assert "Approuver un circuit" not in cellule.lu(bourgmestre.get("/"))
    assert approuver(bourgmestre, brouillon).status_code == 403
    assert approuver(chef, brouillon).status_code == 302
    assert actuel(VersionCircuit, numero=2).etat == "soumise"
    page = cellule.lu(referent.get(adresse(brouillon)))
    assert "attend encore une approbation" in page and "Celle de ce rôle : Référent Radicalisme." in page
    assert approuver(chef, brouillon).status_code == 403  # once only
    assert "Approuver un circuit" not in cellule.lu(chef.get("/"))
    assert approuver(referent, brouillon).status_code == 302
    ancienne, nouvelle = actuel(VersionCircuit, numero=1), actuel(VersionCircuit, numero=2)
    assert (ancienne.etat, nouvelle.etat) == ("remplacee", "en_vigueur")
    assert ancienne.valable_au == nouvelle.valable_du
    assert nouvelle.approuvee_referent_par == distribution.referent
    assert nouvelle.approuvee_chef_par == distribution.chef_de_corps
    with proprietaire():
        actes = EntreeJournal.objects.filter(
            acte__startswith="cellule.circuit_version_", verbe="modification"
        )
        assert [a.acte.rpartition("_")[2] for a in actes.order_by("quand")] == [
            "soumise",
            "approuvee",
            "approuvee",
        ]


def test_un_circuit_de_depart_reste_a_valider_jusqu_a_sa_suite(distribution, referent, chef):
    with proprietaire():
        depart = circuits.version(circuits.circuit(), distribution, a_valider=True)
    page = cellule.lu(referent.get(depart.circuit.get_absolute_url()))
    assert "Circuit de départ, à valider" in page
    referent.post(reverse("circuit-brouillon", args=[depart.circuit_id]))
    suite = actuel(VersionCircuit, numero=2)
    assert not suite.a_valider
    referent.post(adresse(suite, "soumettre"))
    approuver(referent, suite), approuver(chef, suite)
    assert "à valider" not in cellule.lu(referent.get(depart.circuit.get_absolute_url()))


def test_renvoyer_efface_ce_qui_etait_approuve(soumise, referent, chef):
    assert approuver(chef, soumise).status_code == 302
    vide = referent.post(adresse(soumise, "decider"), {"decision": "renvoyer", "pourquoi": ""})
    assert "Dites ce qui doit changer" in cellule.lu(vide)
    envoi = {"decision": "renvoyer", "pourquoi": "Le Bourgmestre doit en être informé."}
    assert referent.post(adresse(soumise, "decider"), envoi).status_code == 302
    version = actuel(VersionCircuit)
    assert version.etat == "brouillon" and version.approuvee_chef_par is None
    assert "Corriger un circuit renvoyé" in cellule.lu(referent.get("/"))
    assert "Le Bourgmestre doit en être informé." in cellule.lu(chef.get(adresse(soumise)))


def test_reprendre_ce_que_l_on_a_soumis(soumise, referent, chef):
    approuver(chef, soumise)
    assert referent.get(adresse(soumise, "etapes")).status_code == 403
    assert referent.post(adresse(soumise, "reprendre")).status_code == 302
    assert referent.get(adresse(soumise, "etapes")).status_code == 200
    assert actuel(VersionCircuit).approuvee_chef_par is None


def test_une_personne_aux_deux_roles_n_approuve_qu_une_fois(soumise, distribution, parler):
    """Référent and Chef de Corps at once: one approval; somebody else gives the other."""
    with proprietaire():
        attribuer(distribution.referent, CHEF_DE_CORPS)
        mandater(
            distribution.referent,
            CHEF_DE_CORPS,
            demande_par=distribution.admin,
            confirme_par=distribution.bourgmestre,
        )
    qui = distribution.referent
    with parler(qui):
        version = VersionCircuit.objects.get()
        assert not version.approuver(par=qui)
        with pytest.raises(PermissionDenied), transaction.atomic():
            version.approuver(par=qui)
    with parler(qui), pytest.raises(DatabaseError), transaction.atomic():
        version.approuvee_chef_par, version.approuvee_chef_le = qui, timezone.now()
        version.save()


def test_les_deux_approuvent_a_la_fois(soumise, distribution, parler):
    """Both opened the page before either approved: no approval is lost, the second puts it in force."""
    chez_l_un, chez_l_autre = (actuel(VersionCircuit) for _ in range(2))
    with parler(distribution.chef_de_corps):
        assert not chez_l_un.approuver(par=distribution.chef_de_corps)
    with parler(distribution.referent):
        assert chez_l_autre.approuver(par=distribution.referent)
    version = actuel(VersionCircuit)
    assert version.etat == "en_vigueur" and version.approuvee_chef_par == distribution.chef_de_corps


def test_deux_personnes_preparent_a_la_fois(en_vigueur, referent, chef):
    preparer = reverse("circuit-brouillon", args=[en_vigueur.circuit_id])
    assert referent.post(preparer).status_code == 302
    assert chef.post(preparer).status_code == 403


def test_retirer_un_circuit_le_rend_absent_de_la_table(en_vigueur, referent, distribution, client_de):
    officier = client_de(distribution.officier_information)
    assert officier.get(adresse(en_vigueur, "retirer")).status_code == 403
    assert "Dites pourquoi" in cellule.lu(referent.post(adresse(en_vigueur, "retirer"), {"pourquoi": " "}))
    assert referent.post(adresse(en_vigueur, "retirer"), {"pourquoi": "Il est à revoir."}).status_code == 302
    page = cellule.lu(officier.get(reverse("circuits")))
    assert "0 circuit en vigueur" in page and "3 étapes" not in page
    assert "mis en quarantaine" in cellule.lu(officier.get(en_vigueur.circuit.get_absolute_url()))


# Nobody writes in another's name, whatever the application forgot


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE informations_sensibles_versioncircuit SET approuvee_referent_le = now(), approuvee_referent_par_id ="
        " csil_moi(true) WHERE etat = 'soumise'",  # the place of the other role
        "UPDATE informations_sensibles_versioncircuit SET etat = 'en_vigueur', valable_du = now(), approuvee_chef_le ="
        " now(), approuvee_chef_par_id = csil_moi(true) WHERE etat = 'soumise'",  # alone
        "UPDATE informations_sensibles_versioncircuit SET a_valider = true WHERE etat = 'soumise'",
        "UPDATE informations_sensibles_versioncircuit SET permet_cercle = NOT permet_cercle WHERE etat = 'soumise'",
    ],
)
def test_a_la_main_le_chef_de_corps_n_approuve_que_pour_lui(sql, soumise, distribution, parler):
    with parler(distribution.chef_de_corps), connection.cursor() as curseur:
        with pytest.raises(DatabaseError), transaction.atomic():
            curseur.execute(sql)


def test_a_la_main_une_version_sans_validation_ne_se_soumet_pas(ouvert, distribution, parler):
    with proprietaire():
        circuits.etape(ouvert, 1, "verifier", REFERENT)
    soumettre = "UPDATE informations_sensibles_versioncircuit SET etat = 'soumise', soumise_le = now(), soumise_par_id = csil_moi(true)"
    with parler(distribution.referent), connection.cursor() as curseur:
        with pytest.raises(DatabaseError, match="commence par la validation"), transaction.atomic():
            curseur.execute(soumettre)


# Reading


def test_la_table_dit_ou_rien_ne_serait_fait(en_vigueur, soumise, referent, distribution, client_de):
    page = cellule.lu(client_de(distribution.membre_cellule).get(reverse("circuits")))
    assert "1 circuit en vigueur" in page and page.count("Aucun circuit : mise en quarantaine") == 24
    assert "À approuver" in page and "Écrire" not in page
    assert "?genre=autre&amp;source=autre" in cellule.lu(referent.get(reverse("circuits")))


def test_comparer_dit_ce_qui_change(en_vigueur, distribution, chef):
    with proprietaire():
        nouvelle = VersionCircuit.objects.create(
            circuit=en_vigueur.circuit, numero=2, redigee_par=distribution.referent, permet_cercle=True
        )
        nouvelle.copier(en_vigueur)
        un, deux, trois = nouvelle.etapes.all()
        deux.delai_jours, deux.role = 1, OFFICIER
        deux.save()
        trois.delete()
        circuits.etape(nouvelle, 3, "verifier", CHEF_DE_CORPS)
        lignes = comparer(en_vigueur, nouvelle)
        assert [(ligne.etape.acte, ligne.sort) for ligne in lignes] == [
            ("valider", ""),
            ("evaluer", "modifiée"),
            ("verifier", "ajoutée"),
            ("informer_tfl", "retirée"),
        ]
        assert [d.nom for d in lignes[1].differences] == ["Dans quel délai"]
        cases = comparer_cases(en_vigueur, nouvelle, VersionCircuit.PERMIS)
        assert [d.nom for d in cases] == [
            "Une transmission au contact TFL",
            "Être lue par le cercle du dossier",
        ]
    page = cellule.lu(chef.get(adresse(nouvelle, "comparer")))
    assert "comparée à la version 1" in page and "Modifiée" in page and "<del>" in page


def test_l_histoire_d_un_circuit_se_lit(ouvert, referent):
    (cle,) = cles(referent.get(adresse(ouvert, "etapes")))
    referent.post(adresse(ouvert, "etapes"), saisir(ouvert, (cle, VALIDER)))
    page = cellule.lu(referent.get(reverse("circuit-historique", args=[ouvert.circuit_id])))
    assert "a ajouté le circuit" in page and "a ajouté une « étape 1 »" in page


def test_la_ligne_dit_ou_l_on_en_est(distribution):
    """Done with its word, late, to come."""
    with proprietaire():
        faite = dossiers.information(distribution.officier_information)
        un, deux = faite.etapes.all()
        un.mot = "Lisible."
        un.save()
        ligne = ligne_parcourue(faite.etapes.all())
        assert [(e.acte, e.role, e.etat) for e in ligne] == [
            ("Valider", "Officier d’information", "faite"),
            ("Évaluer (4×4)", "Officier d’information", "courante"),
        ]
        assert ligne[0].mot == "Lisible." and ligne[0].faite_par == distribution.officier_information
        deux.echeance = timezone.localdate() - timedelta(days=1)
        deux.save()
        assert [e.etat for e in ligne_parcourue(faite.etapes.all())] == ["faite", "en_retard"]
        neuve = dossiers.information(distribution.officier_information, "a_valider")
        assert [e.etat for e in ligne_parcourue(neuve.etapes.all())] == ["courante", "a_venir"]


def test_ce_qui_a_commence_garde_son_circuit(en_vigueur, soumise, referent, chef):
    """The version stays readable, its steps as they were, once another has replaced it."""
    referent.post(reverse("circuit-brouillon", args=[en_vigueur.circuit_id]))
    suite = actuel(VersionCircuit, numero=2)
    cle = etapes_de(suite)[0].pk
    referent.post(adresse(suite, "etapes"), saisir(suite, (str(cle), VALIDER)))
    suite = actuel(VersionCircuit, numero=2)
    referent.post(adresse(suite, "soumettre"))
    approuver(referent, suite), approuver(chef, suite)
    assert len(etapes_de(suite)) == 1 and len(etapes_de(en_vigueur)) == 3
    assert "n’est plus en vigueur" in cellule.lu(referent.get(adresse(en_vigueur)))


def test_la_table_et_les_fiches_coutent_toujours_pareil(en_vigueur, referent, distribution):
    adresses = [
        reverse("circuits"),
        en_vigueur.circuit.get_absolute_url(),
        adresse(en_vigueur),
        adresse(en_vigueur, "comparer"),
    ]

    def requetes():
        couts = []
        for ou in adresses:
            with CaptureQueriesContext(connection) as captees:
                assert referent.get(ou).status_code == 200
            couts.append(len(captees))
        return couts

    requetes()
    avant = requetes()
    with proprietaire():
        for rang in range(5):
            circuits.etape(en_vigueur, rang + 4)
            circuits.version(en_vigueur.circuit, distribution, rang + 2, "remplacee")
        for source in ("surete", "police_federale", "autre"):
            circuits.version(circuits.circuit("rapport", source), distribution)
    assert requetes() == avant


def test_hors_de_la_cellule_un_circuit_n_existe_pas(en_vigueur, distribution, client_de):
    for personne in (
        distribution.contact_tfl,
        distribution.contact_tec,
        distribution.dpo,
        distribution.agent_saj,
    ):
        client = client_de(personne)
        for ou in (reverse("circuits"), en_vigueur.circuit.get_absolute_url(), adresse(en_vigueur)):
            assert client.get(ou).status_code == 404


def test_un_circuit_s_ouvre_au_nom_de_qui_parle(distribution, parler):
    with parler(distribution.membre_cellule), pytest.raises(DatabaseError), transaction.atomic():
        Circuit.ouvrir(par=distribution.membre_cellule, genre="rir", source="autre")
    with parler(distribution.chef_de_corps), pytest.raises(ValidationError):
        Circuit.ouvrir(par=distribution.chef_de_corps, genre="inconnu", source="autre")
