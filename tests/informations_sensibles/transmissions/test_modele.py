"""Transmissions: who prepares, checks, releases; what stops one; the frozen copy; the return."""

import hashlib
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from csil.courrier.models import Envoi
from csil.identite import au_nom_de
from csil.journal.models import EntreeJournal
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions.models import CopieFigee, Finalite, RetourTransmission, Transmission
from tests.csil.fichiers.test_pdf import pages
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.transmissions import ecritures as transmissions
from tests.outils import proprietaire, relire

pytestmark = pytest.mark.dates

DEROGE = "Le parquet le demande par écrit."


class Monde:
    """A dossier led by a member, an information of it whose circuit is over, and the four people of a transmission."""

    def __init__(self, gens, parler):
        self.gens, self.parler = gens, parler
        self.prepare, self.verifie, self.libere = (
            gens.membre_cellule,
            gens.referent,
            gens.officier_information,
        )
        self.contact = gens.contact_tfl
        with proprietaire():
            self.dossier = dossiers.dossier(self.prepare)
            self.information = self.ajouter()

    def ajouter(self, **champs):
        champs = {"tlp": "TLP:AMBER", "source": "police_locale", "code_traitement": "H0"} | champs
        faite = dossiers.finie(self.prepare, self.dossier, **champs)
        if faite.attend_un_consentement:
            dossiers.consentement(faite, self.libere)
        return faite

    def preparer(self, *informations, par=None, **champs):
        par = par or self.prepare
        with self.parler(par):
            return Transmission.preparer(
                par=par,
                dossier=self.dossier,
                informations=list(informations) or [self.information],
                **transmissions.champs_transmission(self.contact, **champs),
            )

    def constater(self, faite, par=None, detail="Chef de service, 20 novembre 2026"):
        par = par or self.verifie
        with self.parler(par):
            for condition in faite.conditions.all():
                precise = {"detail": detail} if condition.code == "accord" else {}
                faite.constater(condition, par=par, tenue=True, **precise)

    def verifier(self, faite, par=None):
        par = par or self.verifie
        self.constater(faite, par)
        with self.parler(par):
            faite.verifier(par=par)
        return faite

    def liberer(self, faite, par=None):
        par = par or self.libere
        with self.parler(par):
            faite.liberer(par=par)
        return faite

    def partie(self, *informations, **champs):
        return self.liberer(self.verifier(self.preparer(*informations, **champs)))


@pytest.fixture
def monde(distribution, parler):
    return Monde(distribution, parler)


def sql(requete, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(requete, parametres)
        return curseur.rowcount


def test_de_la_preparation_au_retour(monde):
    """Four people, one way; each act in the journal, the release as a communication to its recipient."""
    faite = monde.partie()
    assert (faite.etat, faite.liberee_par, faite.retour_attendu_le) == (
        "liberee",
        monde.libere,
        timezone.localdate() + timedelta(days=21),
    )
    with monde.parler(monde.contact):
        recue = Transmission.objects.get()
        recue.accuser(par=monde.contact)
        assert recue.repondre(par=monde.contact, code="recu").code == "recu"
        assert recue.etat == "accusee"
        recue.repondre(par=monde.contact, code="traite", mot="Pris en compte.", tlp="TLP:RED")
        assert recue.droits_de(monde.contact) == {"lire_transmission", "telecharger_copie"}
    assert relire(faite).etat == "retour_recu"
    with proprietaire():
        actes = [
            ligne.acte.removeprefix("cellule.transmission_")
            for ligne in EntreeJournal.objects.filter(objet_id=str(faite.pk)).order_by("quand")
        ]
        (communication,) = EntreeJournal.objects.filter(verbe="communication")
    assert [a for a in actes if a != "constat"] == [
        "preparee", "verifiee", "liberee", "accusee", "retour", "retour",
    ]  # fmt: skip
    assert communication.destinataires == [str(monde.contact.pk)]


def test_l_officier_note_le_retour_du_reseau_separe(monde):
    """Not acknowledged here: it came all the same. The return has its own marking; the Référent still reads it a day."""
    faite = monde.partie(tlp="TLP:AMBER")
    with monde.parler(monde.libere):
        faite.consigner_retour(par=monde.libere, code="impossible", mot="Rien à dire.", tlp="TLP:RED")
    with monde.parler(monde.verifie):
        lue = Transmission.objects.visible_to(monde.verifie).get(pk=faite.pk)
        (retour,) = lue.retours.all()
        assert (lue.etat, lue.tlp, retour.tlp, retour.hors_ligne) == (
            "retour_recu",
            "TLP:AMBER",
            "TLP:RED",
            True,
        )


def test_un_courriel_sans_contenu(monde):
    faite = monde.partie()
    with proprietaire():
        (envoi,) = Envoi.objects.filter(objet_type="informations_sensibles.transmission")
        corps = envoi.corps
    assert (envoi.destinataire, envoi.reserve) == (monde.contact.email, True)
    assert not {faite.reference, faite.objet, faite.reference_dossier} & set(
        f"{corps.objet} {corps.texte}".split()
    )


# Who may


def test_qui_prepare_contribue_au_dossier(monde, distribution):
    for personne in (distribution.referent, distribution.officier_information, distribution.agent_saj):
        with pytest.raises(PermissionDenied):
            monde.preparer(par=personne)


def test_la_meme_personne_ne_fait_pas_deux_pas(monde, distribution):
    """The Chef de Corps prepares: neither checks nor releases. Whoever checks may release, if it is its role."""
    chef = distribution.chef_de_corps
    faite = monde.preparer(par=chef)
    with monde.parler(chef):
        assert not {"verifier_transmission", "liberer_transmission"} & faite.droits_de(chef)
        with pytest.raises(PermissionDenied):
            faite.constater(faite.conditions.first(), par=chef, tenue=True)
    monde.verifier(faite, monde.libere)
    with monde.parler(chef), pytest.raises(PermissionDenied):
        faite.liberer(par=chef)
    assert monde.liberer(faite, monde.libere).etat == "liberee"


def test_la_base_refuse_aussi_la_meme_personne(monde, distribution):
    """By hand: a preparer who checks and releases, a member who releases, somebody else's name."""
    chef, membre = distribution.chef_de_corps, monde.prepare
    faite = monde.preparer(par=chef)
    with proprietaire():
        for condition in faite.conditions.all():
            condition.tenue, condition.constatee_par = True, monde.verifie
            condition.constatee_le = timezone.now()
            condition.save()
    verifier = "UPDATE informations_sensibles_transmission SET etat = 'verifiee', verifiee_par_id = %s, verifiee_le = now()"
    liberer = (
        "UPDATE informations_sensibles_transmission SET etat = 'liberee', liberee_par_id = %s, liberee_le = now(),"
        " retour_attendu_le = csil_aujourd_hui() WHERE id = %s"
    )
    for qui, nom in ((chef, chef), (chef, monde.verifie), (membre, membre)):
        with au_nom_de(qui, second_facteur=True), pytest.raises(DatabaseError):
            sql(verifier, nom.pk)
    with au_nom_de(monde.verifie, second_facteur=True):
        assert sql(verifier, monde.verifie.pk) == 1
        with pytest.raises(DatabaseError):
            sql(liberer, monde.verifie.pk, faite.pk)
    for qui, nom in ((chef, chef), (membre, membre), (monde.libere, chef)):
        with au_nom_de(qui, second_facteur=True), pytest.raises(DatabaseError):
            sql(liberer, nom.pk, faite.pk)


def test_rien_ne_part_sans_sa_copie(monde):
    """The very update that releases, without a copy: refused when the act ends; and a copy is not frozen before."""
    faite = monde.verifier(monde.preparer())
    octets = b"%PDF"
    with au_nom_de(monde.libere, second_facteur=True):
        with pytest.raises(DatabaseError, match="se fige une fois"), transaction.atomic():
            CopieFigee.figer(faite, octets, par=monde.libere)
        with pytest.raises(DatabaseError, match="avec sa copie"), transaction.atomic():
            sql(
                "UPDATE informations_sensibles_transmission SET etat = 'liberee', liberee_par_id = %s, liberee_le = now(),"
                " retour_attendu_le = csil_aujourd_hui() WHERE id = %s",
                monde.libere.pk,
                faite.pk,
            )
            sql("SET CONSTRAINTS ALL IMMEDIATE")
    assert relire(faite).etat == "verifiee"


def test_deux_personnes_liberent_en_meme_temps(monde, distribution):
    """The second finds the act no longer possible; one copy, one e-mail."""
    chef = distribution.chef_de_corps
    faite = monde.verifier(monde.preparer())
    with monde.parler(chef):
        vue_par_le_chef = Transmission.objects.get(pk=faite.pk)
        assert "liberer_transmission" in vue_par_le_chef.droits_de(chef)
    monde.liberer(faite)
    with monde.parler(chef), pytest.raises(PermissionDenied):
        vue_par_le_chef.liberer(par=chef)
    with proprietaire():
        assert CopieFigee.objects.count() == 1


def test_ce_qui_est_parti_ne_se_reecrit_pas(monde):
    faite = monde.partie()
    essais = (
        "UPDATE informations_sensibles_transmission SET objet = 'x'",
        "UPDATE informations_sensibles_transmission SET etat = 'verifiee'",
        "UPDATE informations_sensibles_transmission SET etat = 'annulee', motif_annulation = 'x', fini_le = now()",
        "UPDATE informations_sensibles_transmission SET etat = 'retour_recu', fini_le = now()",
        "UPDATE informations_sensibles_informationtransmise SET retiree_le = now()",
        "UPDATE informations_sensibles_conditiontransmission SET detail = 'x'",
    )
    for personne in (monde.prepare, monde.libere):
        with au_nom_de(personne, second_facteur=True):
            for essai in essais:
                with pytest.raises(DatabaseError):
                    sql(essai)
            assert sql("UPDATE informations_sensibles_copiefigee SET lecteur = 'x'") == 0
            for table in ("transmission", "copiefigee", "retourtransmission", "conditiontransmission"):
                with pytest.raises(DatabaseError):
                    sql(f"DELETE FROM informations_sensibles_{table}")
    with au_nom_de(monde.libere, second_facteur=True), pytest.raises(DatabaseError):
        CopieFigee.figer(faite, b"%PDF autre", par=monde.libere)


def test_une_empreinte_fausse_est_refusee(monde, monkeypatch):
    def figer(transmission, octets, *, par):
        CopieFigee.objects.create(
            transmission=transmission,
            contenu=octets,
            sha256="0" * 64,
            taille=len(octets),
            lecteur="x",
            par=par,
        )

    faite = monde.verifier(monde.preparer())
    monkeypatch.setattr(CopieFigee, "figer", figer)
    with pytest.raises(DatabaseError, match="empreinte"):
        monde.liberer(faite)
    assert relire(faite).etat == "verifiee"


# What stops one


def test_ce_qui_n_est_pas_transmissible_ne_se_choisit_pas(monde):
    with proprietaire():
        pas_validee = dossiers.information(monde.prepare, "a_valider", dossier=monde.dossier)
        en_cours = dossiers.information(monde.prepare, dossier=monde.dossier)
        sous_embargo = monde.ajouter()
        dossiers.embargo(sous_embargo, monde.prepare)
        ailleurs = dossiers.finie(monde.prepare, dossiers.dossier(monde.prepare))
    for information in (pas_validee, en_cours, sous_embargo, ailleurs):
        with pytest.raises(ValidationError) as refus:
            monde.preparer(information)
        assert information.reference in str(refus.value)
    with pytest.raises(ValidationError), monde.parler(monde.prepare):
        Transmission.preparer(
            par=monde.prepare, dossier=monde.dossier, informations=[],
            **transmissions.champs_transmission(monde.contact),
        )  # fmt: skip


def test_la_base_refuse_ce_qui_n_est_pas_validee(monde):
    faite = monde.preparer()
    with proprietaire():
        pas_validee = dossiers.information(monde.prepare, "a_valider", dossier=monde.dossier)
    with au_nom_de(monde.prepare, second_facteur=True), pytest.raises(DatabaseError, match="validées"):
        sql(
            "INSERT INTO informations_sensibles_informationtransmise (id, transmission_id, information_id, empreinte, par_id, le)"
            " VALUES (gen_random_uuid(), %s, %s, '', %s, now())",
            faite.pk,
            pas_validee.pk,
            monde.prepare.pk,
        )


def test_un_accord_se_dit_par_qui_et_quand(monde):
    """H2: the originator's permission, by whom and when (R37); without it, no check."""
    with proprietaire():
        sans_accord = dossiers.finie(monde.prepare, monde.dossier, code_traitement="H2")
        h2 = monde.ajouter(code_traitement="H2")
    with pytest.raises(ValidationError, match="accord"):
        monde.preparer(sans_accord)
    faite = monde.preparer(h2)
    assert faite.code_traitement == "H2"
    with monde.parler(monde.verifie):
        accord = faite.conditions.get(code="accord")
        with pytest.raises(ValidationError, match="par qui et quand"):
            faite.constater(accord, par=monde.verifie, tenue=True)
        faite.constater(accord, par=monde.verifie, tenue=False, detail="Pas encore de réponse.")
        for condition in faite.conditions.exclude(code="accord"):
            faite.constater(condition, par=monde.verifie, tenue=True)
        with pytest.raises(ValidationError) as refus:
            faite.verifier(par=monde.verifie)
        assert h2.reference in str(refus.value)
    assert relire(faite).etat == "preparee"


@pytest.mark.parametrize(
    ("champs", "combien"),
    [
        ({"code_traitement": "H0"}, 0),
        ({"code_traitement": "H1"}, 1),
        ({"tlp": "TLP:AMBER+STRICT"}, 1),
        ({"source": "surete"}, 1),
        ({"source": "partenaire"}, 1),
    ],
)
def test_quand_un_accord_est_demande(champs, combien, monde):
    with proprietaire():
        information = monde.ajouter(**champs)
    faite = monde.preparer(information)
    with monde.parler(monde.verifie):
        assert faite.conditions.filter(code="accord").count() == combien


def test_le_marquage_est_le_plus_strict(monde):
    with proprietaire():
        autres = [monde.ajouter(code_traitement="H1"), monde.ajouter(tlp="TLP:RED")]
    faite = monde.preparer(monde.information, *autres)
    assert (faite.code_traitement, faite.tlp) == ("H1", "TLP:RED")


def test_ce_qui_nait_d_une_concertation_garde_sa_finalite(monde, distribution):
    """R36: another purpose is refused, until the Bourgmestre derogates with a reason, which the journal keeps."""
    with proprietaire():
        autre = Finalite.objects.last()
        autre.concertation = False
        autre.save()
        nee_la = monde.ajouter(issue_458ter=True)
    faite = monde.preparer(nee_la, finalite=autre)
    bourgmestre = distribution.bourgmestre
    with monde.parler(monde.verifie):
        condition = faite.conditions.get(code="finalite_458ter")
        with pytest.raises(ValidationError, match="Bourgmestre"):
            faite.constater(condition, par=monde.verifie, tenue=True)
        with pytest.raises(PermissionDenied):
            faite.deroger(par=monde.verifie, motif=DEROGE)
    with monde.parler(bourgmestre):
        with pytest.raises(ValidationError):
            faite.deroger(par=bourgmestre, motif="")
        faite.deroger(par=bourgmestre, motif=DEROGE)
    with monde.parler(monde.verifie):
        for condition in faite.conditions.exclude(code="finalite_458ter"):
            faite.constater(condition, par=monde.verifie, tenue=True)
        faite.verifier(par=monde.verifie)
    with proprietaire():
        assert EntreeJournal.objects.get(acte="cellule.transmission_derogation").motif == DEROGE


def test_pour_un_mineur_l_interet_de_l_enfant(monde):
    with proprietaire():
        monde.dossier.mineur, monde.dossier.interet_enfant = "oui", "Rester à l’école."
        monde.dossier.save()
    with pytest.raises(ValidationError, match="intérêt de l’enfant"):
        monde.preparer()
    faite = monde.partie(interet_enfant="Éviter un second placement.")
    with monde.parler(monde.libere):
        assert faite.conditions.filter(code="interet_enfant", tenue=True).exists()


@pytest.mark.parametrize("quoi", ["embargo", "change", "mineure", "rectifiee", "accord_retire"])
def test_ce_qui_ne_tient_plus_arrete_la_liberation(quoi, monde):
    """Since the check: the Officier's own embargo, words that changed, a dossier that turns out to be a minor's."""
    faite = monde.verifier(monde.preparer())
    with proprietaire():
        information = Information.objects.get(pk=monde.information.pk)
        if quoi == "embargo":
            dossiers.embargo(information, monde.libere)
        elif quoi == "mineure":
            monde.dossier.mineur, monde.dossier.interet_enfant = "oui", "Rester à l’école."
            monde.dossier.save()
        elif quoi == "accord_retire":
            information.code_traitement = "H2"
            information.save()
            dossiers.consentement(information, monde.libere, accorde=False)
        elif quoi == "change":
            information.synthese = "La personne n’a pas été vue."
            information.save()
        else:
            information.code_traitement = "H1"
            information.save()
    with pytest.raises(ValidationError):
        monde.liberer(faite)
    assert relire(faite).etat == "verifiee"


def test_l_embargo_d_un_autre_la_cache(monde, distribution):
    """From everybody but who set it: lists, acts, and the contact once it has left."""
    faite = monde.partie()
    with proprietaire():
        dossiers.embargo(monde.information, distribution.chef_de_corps)
    for personne in (monde.prepare, monde.libere, monde.contact, distribution.bourgmestre):
        with monde.parler(personne):
            assert not Transmission.objects.visible_to(personne).exists()
            assert not Transmission.objects.exists() and not CopieFigee.objects.exists()
    with monde.parler(distribution.chef_de_corps):
        assert Transmission.objects.visible_to(distribution.chef_de_corps).get() == faite


# Sent back, changed, called off


def test_renvoyee_elle_se_corrige_et_se_reverifie(monde):
    with proprietaire():
        autre = monde.ajouter()
    faite = monde.verifier(monde.preparer())
    with monde.parler(monde.libere):
        faite.renvoyer(par=monde.libere, motif="Choisissez l’autre information.")
    assert relire(faite).etat == "preparee"
    with monde.parler(monde.prepare):
        reprise = Transmission.objects.get(pk=faite.pk)
        reprise.modifier(par=monde.prepare, informations=[autre], objet="Mieux dit")
        assert [i.pk for i in reprise.informations_couvertes()] == [autre.pk]
        assert not reprise.conditions.exclude(tenue=None).exists() and reprise.mot_renvoi == ""
    assert monde.liberer(monde.verifier(reprise)).objet == "Mieux dit"


def test_annulee_elle_ne_part_plus(monde):
    faite = monde.verifier(monde.preparer())
    with monde.parler(monde.prepare):
        with pytest.raises(ValidationError):
            faite.annuler(par=monde.prepare, motif="")
        faite.annuler(par=monde.prepare, motif="La situation est réglée.")
    with pytest.raises(PermissionDenied):
        monde.liberer(faite)


# The copy


def test_la_copie_dit_tout_ce_qu_il_faut_et_personne(monde):
    """R40, R57: markings and reader's name on every page, « Non vérifié » where nobody could judge, no identity."""
    with proprietaire():
        personne = dossiers.implication(monde.dossier, monde.prepare)
        dossiers.identite(monde.prepare, implication=personne)
        longues = [
            monde.ajouter(code_traitement="H2", synthese=f"Signe {rang}. " + "Une phrase de plus. " * 60)
            for rang in range(4)
        ]
        evaluee = monde.ajouter(evaluation_source="B", evaluation_information="2", synthese="Vue à l’école.")
    faite = monde.partie(*longues, evaluee)
    with monde.parler(monde.contact):
        copie = CopieFigee.objects.get(transmission=faite)
        octets = bytes(copie.contenu)
    assert copie.sha256 == hashlib.sha256(octets).hexdigest() and copie.taille == len(octets)
    lues = pages(octets)
    assert len(lues) > 1 and "À quoi elle peut servir" in lues[0]
    for page in lues:
        assert "TLP:AMBER, code H2" in page and f"Lu par {monde.contact}" in page and "page " in page
    texte = "\n".join(lues)
    assert texte.count("Non vérifié") == 4 and "Signe 3." in texte and faite.reference in texte
    assert monde.dossier.reference in texte and "Inventée" not in texte
    assert "article 458ter du Code pénal" in texte and "Logement, allocations" in texte.replace("\r\n", " ")


def test_d_un_rir_ne_part_que_la_reference(monde):
    with pytest.raises(ValidationError):
        monde.preparer(genre="rir")
    faite = monde.partie(genre="rir", reference_externe="LI-2026-0147")
    texte = _lire(monde, faite)
    assert "LI-2026-0147" in texte and monde.information.synthese not in texte
    assert "n’en garde que la référence" in texte


def _lire(monde, faite):
    with monde.parler(monde.contact):
        return "\n".join(pages(bytes(CopieFigee.objects.get(transmission=faite).contenu))).replace(
            "\r\n", " "
        )


def test_la_copie_ne_change_plus(monde):
    faite = monde.partie()
    avant = _lire(monde, faite)
    with proprietaire():
        monde.information.synthese = "Autre chose."
        monde.information.save()
    assert _lire(monde, faite) == avant


# From the TFL


def test_ce_qui_vient_de_la_tfl(monde, distribution):
    """Reference data only, by the Officier or the Chef de Corps; acknowledged; an information may be born of it."""
    champs = {"genre": "avis", "objet": "Avis sur une situation", "code_traitement": "H1", "tlp": "TLP:AMBER"}
    with monde.parler(monde.verifie), pytest.raises(PermissionDenied):
        Transmission.enregistrer_arrivee(par=monde.verifie, **champs)
    with monde.parler(monde.libere):
        arrivee = Transmission.enregistrer_arrivee(par=monde.libere, **champs)
        arrivee.accuser_arrivee(par=monde.libere)
        assert arrivee.etat == "accusee"
    chef = distribution.chef_de_corps
    with monde.parler(chef):
        arrivee = Transmission.objects.visible_to(chef).get()
        arrivee.lier_information(monde.information, par=chef)
        with pytest.raises(ValidationError, match="déjà liée"):
            arrivee.lier_information(monde.information, par=chef)
    for personne in (monde.verifie, monde.contact):
        with monde.parler(personne):
            assert not Transmission.objects.visible_to(personne).exists()


def test_une_piece_classifiee_ne_s_enregistre_pas(monde):
    with monde.parler(monde.libere), pytest.raises(ValidationError):
        Transmission.enregistrer_arrivee(
            par=monde.libere, genre="avis", objet="Avis", code_traitement="H1", marquage_origine="secret"
        )
    with proprietaire():
        assert not Transmission.objects.exists() and not RetourTransmission.objects.exists()
