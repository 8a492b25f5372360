"""An information, from its entry to the end of its circuit: who does what, what is refused, what is never lost."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from csil.actes import Disparu
from csil.comptes.groupes import BOURGMESTRE, CHEF_DE_CORPS, OFFICIER
from informations_sensibles.dossiers.models import Identite, Implication
from informations_sensibles.informations.actes import suites
from informations_sensibles.informations.models import ARectifier, Embargo, Information, PassageMasque
from tests.informations_sensibles.circuits import ecritures as circuits
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.outils import proprietaire, relire

pytestmark = pytest.mark.dates

DEMAIN = timezone.localdate() + timedelta(days=1)
TOUT_PERMIS = {"permet_transmission": True, "permet_agenda": True, "permet_cercle": True}
SURETE = [
    ("valider", OFFICIER, 2, ""),
    ("evaluer", OFFICIER, 3, ""),
    ("demander_consentement", OFFICIER, 10, ""),
    ("soumettre_bourgmestre", BOURGMESTRE, 5, ""),
    ("informer_tfl", OFFICIER, 5, ""),
]
REPONSE = {"demande_a": "Sûreté de l’Etat", "par_qui": "Le chef de poste", "le": timezone.localdate()}


@pytest.fixture
def rir(distribution):
    """The circuit of a RIR from the local police: validate, evaluate, inform the TFL contact."""
    with proprietaire():
        return circuits.version(circuits.circuit(), distribution, **TOUT_PERMIS)


@pytest.fixture
def surete(distribution):
    with proprietaire():
        return circuits.version(
            circuits.circuit("rapport", "surete"), distribution, etapes=SURETE, **TOUT_PERMIS
        )


def saisir(par, **champs):
    return Information.saisir(par=par, **dossiers.champs_information(**champs))


def voit(parler, personne, information) -> bool:
    """The same with the policy and with the filter."""
    with parler(personne):
        du_mur = Information.objects.filter(pk=information.pk).exists()
        assert du_mur is Information.objects.visible_to(personne).filter(pk=information.pk).exists()
        return du_mur


def lecteurs(parler, gens, information) -> set[str]:
    logins = ("membre_cellule", "chef_de_corps", "referent", "bourgmestre", "officier_information")
    return {login for login in logins if voit(parler, getattr(gens, login), information)}


# Entered


def test_sans_circuit_elle_attend_et_n_est_pas_perdue(distribution, parler):
    """An unknown pair kind × source: read by its author, the Chef de Corps and the Référent, and nobody else."""
    with parler(distribution.membre_cellule):
        information = saisir(distribution.membre_cellule, genre="autre", source="autre")
    assert information.etat == "sans_circuit" and not information.etapes.exists()
    assert lecteurs(parler, distribution, information) == {"membre_cellule", "chef_de_corps", "referent"}


def test_elle_commence_le_circuit_en_vigueur(rir, distribution, parler):
    with parler(distribution.membre_cellule):
        information = saisir(distribution.membre_cellule)
        assert information.etat == "a_valider" and information.version_circuit == rir
        assert [e.acte for e in information.etapes.all()] == ["valider", "evaluer", "informer_tfl"]
        attendues = [e.echeance for e in information.etapes.all()]
    assert attendues == [timezone.localdate() + timedelta(days=2), None, None]
    assert lecteurs(parler, distribution, information) == {
        "membre_cellule",
        "chef_de_corps",
        "officier_information",
    }


def test_le_circuit_se_lance_quand_il_existe_enfin(distribution, parler):
    """By the one who validates such a source: what comes from the police is not the Référent's to read further."""
    with parler(distribution.membre_cellule):
        information = saisir(distribution.membre_cellule)
    for login in ("referent", "chef_de_corps"):
        with parler(getattr(distribution, login)), pytest.raises(PermissionDenied):
            information.lancer_circuit(par=getattr(distribution, login))
    with proprietaire():
        version = circuits.version(circuits.circuit(), distribution)
    with parler(distribution.referent), pytest.raises(PermissionDenied):
        information.lancer_circuit(par=distribution.referent)
    with parler(distribution.chef_de_corps):
        information.lancer_circuit(par=distribution.chef_de_corps)
        assert information.etat == "a_valider" and information.version_circuit == version
        assert information.etape_courante.acte == "valider"
        with pytest.raises(PermissionDenied):
            information.lancer_circuit(par=distribution.chef_de_corps)


def test_le_circuit_commence_reste_le_sien(rir, distribution, parler):
    """A new version is approved under way: what began keeps its steps, what begins takes the new ones."""
    with parler(distribution.membre_cellule):
        ancienne = saisir(distribution.membre_cellule)
    with proprietaire():
        rir.etat = "remplacee"
        rir.save()
        neuve = circuits.version(rir.circuit, distribution, 2, etapes=[("valider", CHEF_DE_CORPS, 1, "")])
    with parler(distribution.officier_information):
        ancienne.valider(par=distribution.officier_information, mot="Conforme au RIR.")
        assert ancienne.version_circuit == rir
        assert [e.acte for e in ancienne.etapes.all()] == ["valider", "evaluer", "informer_tfl"]
    with parler(distribution.membre_cellule):
        assert saisir(distribution.membre_cellule).version_circuit == neuve


def test_l_identite_est_masquee_des_la_saisie(distribution, parler):
    membre = distribution.membre_cellule
    with parler(membre):
        information = saisir(membre, identite={"nom": "Inventée", "prenom": "Personne"})
        assert information.identite_lue.nom == "Inventée"
    with parler(distribution.referent):
        assert not Identite.objects.exists() and information.identite_id
    with parler(distribution.officier_information):
        assert information.identite_id is None


def test_on_n_ajoute_qu_aux_dossiers_ou_l_on_contribue(distribution, parler):
    with proprietaire():
        autre = dossiers.dossier(distribution.referent)
        clos = dossiers.dossier(distribution.membre_cellule, "clos")
    with parler(distribution.membre_cellule):
        with pytest.raises(ValidationError, match="rien ajouter à ce dossier"):
            saisir(distribution.membre_cellule, dossier=autre)
        with pytest.raises(ValidationError, match="Ce dossier est clos"):
            saisir(distribution.membre_cellule, dossier=clos)


def test_le_contact_tfl_ne_saisit_rien(distribution, parler):
    with proprietaire():
        champs = dossiers.champs_information()
    with parler(distribution.contact_tfl), pytest.raises(PermissionDenied):
        Information.saisir(par=distribution.contact_tfl, **champs)


def test_son_auteur_la_corrige_jusqu_a_la_validation(rir, distribution, parler):
    membre, officier = distribution.membre_cellule, distribution.officier_information
    with parler(membre):
        information = saisir(membre)
        information.modifier(par=membre, synthese="La personne a été vue trois fois devant l’école.")
        with pytest.raises(ValidationError, match="sans l’accord de qui l’a donnée"):
            information.modifier(par=membre, tlp="TLP:GREEN")
    assert relire(information).synthese.startswith("La personne a été vue trois fois")
    with parler(officier), pytest.raises(PermissionDenied):
        information.modifier(par=officier)
    with parler(officier):
        information.valider(par=officier, mot="Conforme.")
    with parler(membre), pytest.raises(PermissionDenied):
        information.modifier(par=membre)


# Its circuit


def test_un_rir_jusqu_au_bout(rir, distribution, parler):
    """Validated, evaluated, the TFL informed: then the circle of its dossier reads it."""
    membre, officier = distribution.membre_cellule, distribution.officier_information
    with proprietaire():
        suivi = dossiers.dossier(distribution.referent)
        dossiers.inviter(suivi, membre, "contribuer")
    with parler(membre):
        information = saisir(membre, dossier=suivi)
        assert information.obstacles("transmission") == [
            "Elle n’est pas encore validée.",
        ]
    assert not voit(parler, distribution.referent, information)
    with parler(officier):
        information.valider(par=officier, mot="Conforme au RIR.")
        assert information.obstacles("transmission") == [
            "Son circuit n’est pas terminé, à l’étape « Évaluer (4×4) »."
        ]
        information.evaluer(par=officier, source="B", exactitude="2")
        assert information.evaluation == "B2" and information.etape_courante.acte == "informer_tfl"
        # the step that sends it on is the way out: the others are still closed
        assert information.obstacles("transmission") == []
        assert "n’est pas terminé" in information.obstacles("cercle")[0]
    assert not voit(parler, distribution.referent, information)
    with parler(officier):
        information.faire_etape(information.etape_courante, par=officier, mot="Transmis ce matin.")
    assert information.termine_le and information.cercle
    assert [information.obstacles(sortie) for sortie in ("transmission", "agenda", "cercle")] == [[], [], []]
    assert voit(parler, membre, information) and voit(parler, distribution.referent, information)


def test_chaque_etape_est_a_son_role_dans_l_ordre(surete, distribution, parler):
    officier, chef, bourgmestre = (
        distribution.officier_information,
        distribution.chef_de_corps,
        distribution.bourgmestre,
    )
    with parler(officier):
        information = saisir(officier, genre="rapport", source="surete")
        etapes = {e.acte: e for e in information.etapes.all()}
    with parler(chef):  # in place of the Officier, but for this step only
        information.valider(par=chef, mot="Lu.")
        with pytest.raises(PermissionDenied):
            information.faire_etape(etapes["evaluer"], par=chef, mot="A1")
        with pytest.raises(PermissionDenied):
            information.valider(par=chef, mot="Encore.")
    with parler(bourgmestre), pytest.raises(PermissionDenied):
        information.faire_etape(etapes["soumettre_bourgmestre"], par=bourgmestre, mot="Vu.")
    with parler(officier):
        with pytest.raises(ValidationError, match="en évaluant|plus celle qui attend"):
            information.faire_etape(etapes["informer_tfl"], par=officier, mot="Déjà.")
        information.evaluer(par=officier, source="A", exactitude="1")
        with pytest.raises(ValidationError, match="Consignez d’abord la réponse"):
            information.faire_etape(etapes["demander_consentement"], par=officier, mot="Demandé.")
        with pytest.raises(ValidationError, match="plus celle qui attend"):
            information.faire_etape(etapes["evaluer"], par=officier, mot="Encore.")


def test_une_etape_se_fait_avec_un_mot(rir, distribution, parler):
    officier = distribution.officier_information
    with parler(officier):
        information = saisir(officier)
        with pytest.raises(ValidationError, match="en un mot"):
            information.valider(par=officier, mot="  ")
    assert relire(information).etat == "a_valider"


def test_ecartee_elle_reste_a_son_auteur_et_a_qui_valide(rir, distribution, parler):
    officier = distribution.officier_information
    with parler(distribution.membre_cellule):
        information = saisir(distribution.membre_cellule)
    with parler(officier):
        information.ecarter(par=officier, mot="Déjà enregistrée.")
        with pytest.raises(PermissionDenied):
            information.valider(par=officier, mot="Finalement.")
        assert relire(information).obstacles("agenda") == ["Elle a été écartée."]
    assert lecteurs(parler, distribution, information) == {
        "membre_cellule",
        "chef_de_corps",
        "officier_information",
    }


# The Sûreté's word: stopped at every exit


def jusqu_au_bourgmestre(distribution, parler, **reponse):
    """An information of State Security whose originator has answered, before the mayor's step."""
    officier = distribution.officier_information
    with parler(officier):
        information = saisir(officier, genre="rapport", source="surete", originateur="Sûreté de l’Etat")
        information.valider(par=officier, mot="Lu.")
        information.evaluer(par=officier, source="A", exactitude="2")
        information.consentir(par=officier, **REPONSE, **reponse)
    return information


def finir(information, distribution, parler):
    for qui, mot in ((distribution.bourgmestre, "Vu."), (distribution.officier_information, "Fait.")):
        with parler(qui):
            information.faire_etape(information.etape_courante, par=qui, mot=mot)


def test_sans_l_accord_de_la_surete_tout_est_ferme(surete, distribution, parler):
    information = jusqu_au_bourgmestre(distribution, parler, accorde=False)
    finir(information, distribution, parler)
    assert information.termine_le and not information.cercle
    with parler(distribution.officier_information):
        for sortie in ("transmission", "agenda", "cercle"):
            assert [phrase.partition(" (")[0] for phrase in information.obstacles(sortie)] == [
                "Sûreté de l’Etat a refusé"
            ]


def test_un_accord_ne_va_pas_plus_loin_que_ses_mots(surete, distribution, parler):
    information = jusqu_au_bourgmestre(distribution, parler, accorde=True, pour_transmission=True)
    finir(information, distribution, parler)
    with parler(distribution.officier_information):
        assert information.obstacles("transmission") == []
        for sortie in ("agenda", "cercle"):
            assert information.obstacles(sortie) == ["L’accord de Sûreté de l’Etat ne va pas jusque-là."]
    assert not information.cercle
    # a later answer replaces the first, and opens the circle
    with parler(distribution.officier_information):
        information.consentir(
            par=distribution.officier_information, accorde=True, pour_cercle=True, **REPONSE
        )
        assert information.cercle and information.obstacles("transmission")


def test_un_code_h2_demande_aussi_l_accord(rir, distribution, parler):
    with parler(distribution.officier_information):
        information = saisir(distribution.officier_information, code_traitement="H2")
        dits = information.obstacles("agenda")
    assert "Police locale de Liège n’a pas donné son accord : personne ne l’a encore consigné." in dits


def test_elle_ne_circule_plus_loin_qu_avec_l_accord(surete, distribution, parler):
    """R19: wider without a recorded agreement is refused, and wider than the agreement too."""
    officier = distribution.officier_information
    information = jusqu_au_bourgmestre(
        distribution, parler, accorde=True, pour_transmission=True, tlp="TLP:AMBER"
    )
    with parler(officier):
        with pytest.raises(ValidationError, match="sans l’accord"):
            information.elargir(par=officier, tlp="TLP:GREEN")
        with pytest.raises(ValidationError, match="plus large"):
            information.elargir(par=officier, tlp="TLP:RED")
        information.elargir(par=officier, tlp="TLP:AMBER")
        assert information.tlp == "TLP:AMBER"


def test_sans_accord_rien_ne_s_elargit(rir, distribution, parler):
    officier = distribution.officier_information
    with parler(officier):
        information = saisir(officier)
        information.valider(par=officier, mot="Conforme.")
        with pytest.raises(PermissionDenied):
            information.elargir(par=officier, tlp="TLP:AMBER")


# Its dossier


def test_elle_se_rattache_une_fois_et_son_identite_la_suit(rir, distribution, parler):
    membre, officier = distribution.membre_cellule, distribution.officier_information
    with proprietaire():
        suivi = dossiers.dossier(membre)
        autre = dossiers.dossier(distribution.referent)
    with parler(membre):
        information = saisir(membre, identite={"nom": "Inventée", "prenom": "Personne"})
        with pytest.raises(ValidationError, match="rien ajouter à ce dossier"):
            information.rattacher(par=membre, dossier=autre)
        information.rattacher(par=membre, dossier=suivi)
        assert information.dossier == suivi and information.identite_id is None
        suivie = Implication.objects.get(dossier=suivi)
        assert suivie.qualite == "suivie" and Identite.objects.get(implication=suivie).nom == "Inventée"
        with pytest.raises(PermissionDenied):
            information.rattacher(par=membre, dossier=suivi)
    assert voit(parler, officier, information)


def test_rattacher_ne_la_perd_pas_pour_qui_le_fait(distribution, parler):
    """Over for three days and closed to the circle: who would read it no more leaves it to the legal core."""
    with proprietaire():
        suivi = dossiers.dossier(distribution.referent)
        information = dossiers.finie(distribution.officier_information, None, cercle=False)
    with parler(distribution.referent), pytest.raises(PermissionDenied):
        information.rattacher(par=distribution.referent, dossier=suivi)
    with parler(distribution.bourgmestre):
        information.rattacher(par=distribution.bourgmestre, dossier=suivi)
        assert information.dossier == suivi


# Held back, masked, put right


def test_un_embargo_la_cache_a_tous_les_autres(rir, distribution, parler):
    officier = distribution.officier_information
    with parler(officier):
        information = saisir(officier)
        information.valider(par=officier, mot="Conforme.")
    assert lecteurs(parler, distribution, information) > {"officier_information", "bourgmestre"}
    with parler(officier):
        with pytest.raises(ValidationError, match="un jour à venir"):
            information.mettre_sous_embargo(
                par=officier, autorite="Le parquet", motif="Enquête.", jusqu_au=timezone.localdate()
            )
        information.mettre_sous_embargo(
            par=officier, autorite="Le parquet", motif="Une enquête est en cours.", jusqu_au=DEMAIN
        )
        assert "sous embargo jusqu’au" in information.obstacles("transmission")[-1]
        with pytest.raises(PermissionDenied):
            information.mettre_sous_embargo(
                par=officier, autorite="Le parquet", motif="Encore.", jusqu_au=DEMAIN
            )
    assert lecteurs(parler, distribution, information) == {"officier_information"}
    with parler(officier):
        with pytest.raises(ValidationError, match="plus lointain"):
            information.prolonger_embargo(par=officier, jusqu_au=DEMAIN)
        information.prolonger_embargo(par=officier, jusqu_au=DEMAIN + timedelta(days=9))
        information.lever_embargo(par=officier, motif="L’enquête est finie.")
    assert voit(parler, distribution.bourgmestre, information)


def test_qui_a_pose_un_embargo_peut_toujours_le_lever(distribution, parler):
    """Its circuit is over since long and it is in no circle of theirs: it is still theirs to let go."""
    officier = distribution.officier_information
    with proprietaire():
        suivi = dossiers.dossier(distribution.referent)
        information = dossiers.finie(officier, suivi, cercle=False)
        dossiers.embargo(information, officier)
    assert lecteurs(parler, distribution, information) == {"officier_information"}
    with parler(officier):
        information.lever_embargo(par=officier, motif="L’enquête est finie.")
        assert Embargo.objects.filter(leve_le=None).count() == 0


def test_un_passage_masque_reste_au_petit_nombre(rir, distribution, parler):
    officier, membre = distribution.officier_information, distribution.membre_cellule
    with parler(membre):
        information = saisir(membre, synthese="Vue avec un tiers devant l’école.")
    with parler(officier):
        information.valider(par=officier, mot="Conforme.")
        with pytest.raises(ValidationError, match="Rien n’a été retiré"):
            information.masquer(par=officier, synthese="Vue avec un tiers devant l’école.", motif="Un tiers.")
        information.masquer(par=officier, synthese="Vue […] devant l’école.", motif="Un tiers.")
        assert PassageMasque.objects.get().avant == "Vue avec un tiers devant l’école."
        assert information.synthese == "Vue […] devant l’école."
    with parler(membre):
        assert not PassageMasque.objects.exists()
        assert {v.synthese for v in information.history.all()} == {"Vue […] devant l’école."}
    with parler(distribution.bourgmestre):
        assert "Vue avec un tiers devant l’école." in {v.synthese for v in information.history.all()}


def test_une_rectification_rattrape_qui_l_a_recue(rir, distribution, parler, monkeypatch):
    """One to-do per former recipient, done once (R44)."""
    officier, contact = distribution.officier_information, distribution.contact_tfl
    monkeypatch.setattr(suites, "destinataires_passes", lambda information: [(contact, "T-2345-67")])
    with parler(officier):
        information = saisir(officier)
        information.valider(par=officier, mot="Conforme.")
        veille = information.date_fait - timedelta(days=1)
        (a_prevenir,) = information.rectifier(
            par=officier, faux="Le jour du fait.", motif="Le service s’est corrigé.", date_fait=veille
        )
        assert ARectifier.objects.visible_to(officier).a_faire().get() == a_prevenir
        a_prevenir.prevenir(par=officier, mot="Par le réseau séparé.")
        with pytest.raises(PermissionDenied):
            a_prevenir.prevenir(par=officier, mot="Encore.")
    assert relire(information).date_fait == veille
    with parler(distribution.membre_cellule), pytest.raises(Disparu):
        information.rectifier(par=distribution.membre_cellule, faux="Tout.", motif="Rien.")


# Two people at once


def test_deux_validations_a_la_fois(rir, distribution, parler):
    """The second finds it done, and nothing is done twice."""
    officier, chef = distribution.officier_information, distribution.chef_de_corps
    with parler(officier):
        information = saisir(officier)
        information.valider(par=officier, mot="Conforme.")
    with parler(chef), pytest.raises(PermissionDenied):
        information.ecarter(par=chef, mot="Non.")
    assert relire(information).etat == "validee"


def test_un_circuit_retire_entre_temps(rir, distribution, parler):
    """What began goes on; what comes in waits."""
    with parler(distribution.officier_information):
        information = saisir(distribution.officier_information)
    with proprietaire():
        rir.etat = "retiree"
        rir.save()
    with parler(distribution.officier_information):
        information.valider(par=distribution.officier_information, mot="Conforme.")
        assert information.etat == "validee"
        assert saisir(distribution.officier_information).etat == "sans_circuit"


# SQL by hand, as csil_app: the database holds what the application forgot

A_LA_MAIN = {
    "let it circulate further without a word of who gave it": "tlp = 'TLP:GREEN'",
    "end the circuit before its last step": "termine_le = now()",
    "open it to the circle before the end": "cercle = true",
    "loosen what it may be used for": "code_traitement = 'H1', condition = ''",
    "follow another circuit": "version_circuit_id = NULL",
    "change where it came from": "originateur = 'Autre service'",
    "back to before its validation": "etat = 'a_valider', validee_par_id = NULL, validee_le = NULL",
}


@pytest.mark.parametrize("essai", A_LA_MAIN)
def test_ce_que_la_base_refuse(essai, rir, distribution, parler):
    with parler(distribution.officier_information):
        information = saisir(distribution.officier_information)
        information.valider(par=distribution.officier_information, mot="Conforme.")
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as curseur:
            curseur.execute(
                f"UPDATE informations_sensibles_information SET {A_LA_MAIN[essai]} WHERE id = %s",
                [information.pk],
            )


def test_une_etape_ne_se_signe_pas_a_la_main(rir, distribution, parler):
    """Out of order, in another's name, before the validation, or one that the circuit does not have."""
    officier = distribution.officier_information
    with parler(officier):
        information = saisir(officier)
        signer = (
            "UPDATE informations_sensibles_etapeinformation SET faite_le = now(), faite_par_id = %s, mot = 'x'"
            " WHERE information_id = %s AND ordre = %s"
        )
        poser = (
            "INSERT INTO informations_sensibles_etapeinformation (id, information_id, ordre, acte, role, consigne,"
            " delai_jours, mot) VALUES (gen_random_uuid(), %s, 9, 'autre', 'Référent Radicalisme', 'x', 1, '')"
        )
        for sql, parametres in (
            (signer, [officier.pk, information.pk, 2]),
            (signer, [distribution.bourgmestre.pk, information.pk, 1]),
            (poser, [information.pk]),
        ):
            with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as curseur:
                curseur.execute(sql, parametres)
