"""Contextual reports: who reports, who handles them, how they end, what whoever reported is told."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from csil.journal.models import EntreeJournal
from informations_sensibles.commun.models import ReponseType
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signalements.models import (
    Blocage,
    ReponseSignalement,
    SignalementContextuel,
    TraitementSignalement,
)
from tests.informations_sensibles import ecritures as cellule
from tests.outils import proprietaire

VU = {
    "quoi": "Des tracts sans signature ont été déposés dans un abri.",
    "observe_le": timezone.now() - timedelta(hours=2),
    "nature": "fait",
}


@pytest.fixture
def signale(distribution, parler):
    """Reported by the contact point of the TEC, as this person."""
    contact = distribution.contact_tec
    with proprietaire():
        cellule.correspondre(contact)
    with parler(contact):
        return SignalementContextuel.signaler(par=contact, secteur=Secteur.objects.get(), **VU)


@pytest.fixture
def pris(signale, distribution, parler):
    with parler(distribution.membre_cellule):
        signale.prendre_en_charge(par=distribution.membre_cellule)
    return signale


def clore(signalement, par, **champs):
    champs = {
        "issue": "sans_suite",
        "motif": "Rien à relier.",
        "reponse": ReponseType.objects.first(),
    } | champs
    signalement.clore(par=par, **champs)


def journal():
    with proprietaire():
        return list(EntreeJournal.objects.filter(acte__startswith="cellule.").order_by("quand"))


def test_signaler(signale, distribution, parler):
    """A report has a reference that counts nothing, a due date, its author in history, and no word in the journal."""
    assert signale.reference.startswith("SC-") and len(signale.reference) == 10
    assert signale.etat == "recu" and signale.echeance == timezone.localdate() + timedelta(days=7)
    (ligne,) = journal()
    assert (ligne.acte, ligne.objet_id) == ("cellule.signalement", str(signale.pk))
    assert "tracts" not in str(ligne.__dict__)
    with parler(distribution.membre_cellule):
        assert [h.history_user for h in signale.history.all()] == [distribution.contact_tec]


def test_on_ne_signale_que_pour_son_secteur(signale, distribution, parler):
    with parler(distribution.membre_cellule):
        ecoles = cellule.secteur("ecoles")
        SignalementContextuel.signaler(par=distribution.membre_cellule, secteur=ecoles, **VU)
    for personne in (distribution.contact_tec, distribution.agent_saj, distribution.contact_tfl):
        with parler(personne), pytest.raises(PermissionDenied):
            SignalementContextuel.signaler(par=personne, secteur=ecoles, **VU)


@pytest.mark.parametrize(
    "champs",
    [{"nature": ""}, {"nature": "rumeur"}, {"tlp": "TLP:ORANGE"}, {"quoi": ""}, {"observe_le": None}],
)
def test_ce_qui_manque_est_refuse(champs, signale, distribution, parler):
    with parler(distribution.contact_tec), pytest.raises(ValidationError):
        SignalementContextuel.signaler(par=distribution.contact_tec, secteur=signale.secteur, **(VU | champs))


def test_aucun_champ_pour_une_personne():
    """Contextual: no link to a person but to accounts, no field to name one in (R12)."""
    for modele in (SignalementContextuel, TraitementSignalement, ReponseSignalement):
        vers = {champ.related_model._meta.label for champ in modele._meta.fields if champ.is_relation}
        assert vers <= {
            "csil.Utilisateur",
            "partenaires.Quartier",
            "informations_sensibles.Secteur",
            "informations_sensibles.ReponseType",
            "informations_sensibles.SignalementContextuel",
        }
        interdits = {"nom", "prenom", "naissance", "registre", "telephone", "courriel", "religion", "origine"}
        assert not interdits & {champ.name for champ in modele._meta.fields}


def test_les_actes_suivent_l_etat_et_le_role(signale, distribution, parler):
    membre, officier, contact = (
        distribution.membre_cellule,
        distribution.officier_information,
        distribution.contact_tec,
    )
    lire = {"view_signalementcontextuel"}
    with parler(contact):
        assert signale.droits_de(contact) == lire
    with parler(membre):
        assert signale.droits_de(membre) == lire | {
            "lire_traitement",
            "mettre_en_quarantaine",
            "prendre_en_charge",
        }
        for acte in (
            lambda: signale.evaluer(par=membre, source="A", information="1"),
            lambda: clore(signale, membre),
            lambda: signale.changer_proprietaire(par=membre, proprietaire=officier),
        ):
            with pytest.raises(PermissionDenied), transaction.atomic():
                acte()
        signale.prendre_en_charge(par=membre)
        with pytest.raises(PermissionDenied), transaction.atomic():
            signale.prendre_en_charge(par=membre)
    with parler(officier):
        signale.evaluer(par=officier, source="B", information="2")
        assert signale.traitement.evaluation == "B2"
        with pytest.raises(ValidationError), transaction.atomic():
            signale.evaluer(par=officier, source="F", information="6")
    assert [ligne.acte for ligne in journal()] == [
        "cellule.signalement",
        "cellule.signalement_pris_en_charge",
        "cellule.signalement_evalue",
    ]


def test_confier_a_quelqu_un_qui_peut_lire(pris, distribution, parler):
    membre, officier = distribution.membre_cellule, distribution.officier_information
    with parler(membre):
        for autre in (distribution.agent_saj, distribution.contact_tec, distribution.contact_tfl):
            with pytest.raises(ValidationError, match="ne peut pas recevoir"), transaction.atomic():
                pris.changer_proprietaire(par=membre, proprietaire=autre)
        pris.changer_proprietaire(par=membre, proprietaire=officier)
        pris = SignalementContextuel.objects.get(pk=pris.pk)
        assert pris.traitement.proprietaire == officier and "clore_signalement" not in pris.droits_de(membre)


def test_clore_une_seule_fois_avec_une_issue_et_un_motif(pris, distribution, parler):
    membre = distribution.membre_cellule
    with parler(membre):
        for champs in ({"issue": ""}, {"motif": ""}, {"issue": "autre"}, {"issue": "", "motif": ""}):
            with pytest.raises(ValidationError), transaction.atomic():
                clore(SignalementContextuel.objects.get(pk=pris.pk), membre, **champs)
        clore(SignalementContextuel.objects.get(pk=pris.pk), membre)
        clos = SignalementContextuel.objects.get(pk=pris.pk)
        assert clos.etat == "clos" and clos.retour.phrase == ReponseType.objects.first().phrase
        with pytest.raises(PermissionDenied):
            clore(clos, membre, issue="doublon")
    with proprietaire(), pytest.raises(IntegrityError), transaction.atomic():
        clos.traitement.motif = ""
        clos.traitement.save()


def test_qui_a_signale_lit_l_etat_et_la_reponse_et_rien_d_autre(pris, distribution, parler):
    contact, officier = distribution.contact_tec, distribution.officier_information
    with parler(officier):
        pris.evaluer(par=officier, source="C", information="3")
        clore(SignalementContextuel.objects.get(pk=pris.pk), officier, motif="Motif interne.")
    with parler(contact):
        vu = SignalementContextuel.objects.visible_to(contact).get()
        assert vu.etat_pour_le_signalant == "Réponse donnée" and vu.retour.phrase and vu.suivi is None
        assert not TraitementSignalement.objects.exists()
        assert not TraitementSignalement.history.exists() and not ReponseSignalement.history.exists()
    with proprietaire():
        cellule.correspondre(distribution.agent_saj)
        collegue = distribution.agent_saj
    with parler(collegue):
        assert not SignalementContextuel.objects.exists()


def test_un_mot_attend_d_etre_relu(pris, distribution, parler):
    """A free word reaches whoever reported once the Référent has read it, not before, not otherwise."""
    membre, referent, contact = distribution.membre_cellule, distribution.referent, distribution.contact_tec
    with parler(membre):
        clore(pris, membre, mot="Merci de continuer.")
        with pytest.raises(PermissionDenied), transaction.atomic():
            pris.relire_mot(par=membre, accepte=True)
    with parler(contact):
        assert ReponseSignalement.objects.get().mot == ""
    with parler(referent):
        clos = SignalementContextuel.objects.get(pk=pris.pk)
        assert "relire_mot" in clos.droits_de(referent)
        clos.relire_mot(par=referent, accepte=True)
    with parler(contact):
        assert ReponseSignalement.objects.get().mot == "Merci de continuer."


def test_le_mot_du_referent_part_aussitot(pris, distribution, parler):
    referent = distribution.referent
    with parler(referent):
        clore(pris, referent, mot="Nous vous rappelons.")
    with parler(distribution.contact_tec):
        assert ReponseSignalement.objects.get().mot == "Nous vous rappelons."


def test_un_mot_ecarte_reste_a_la_cellule(pris, distribution, parler):
    with parler(distribution.membre_cellule):
        clore(pris, distribution.membre_cellule, mot="Trop en dire.")
    with parler(distribution.referent):
        clos = SignalementContextuel.objects.get(pk=pris.pk)
        clos.relire_mot(par=distribution.referent, accepte=False)
        clos = SignalementContextuel.objects.get(pk=pris.pk)
        assert clos.reponse.mot == "" and clos.traitement.mot_propose == ""


def test_la_fin_de_la_designation_ferme_ses_signalements(signale, distribution, parler):
    with proprietaire():
        cellule.CorrespondantSecteur.objects.get().terminer(par=distribution.referent)
    with parler(distribution.contact_tec):
        assert not SignalementContextuel.objects.exists()
        assert not SignalementContextuel.objects.visible_to(distribution.contact_tec).exists()


def test_tenir_quelqu_un_a_l_ecart(pris, distribution, parler):
    """Decided by an authority with a reason, lifted by another; never by the person concerned."""
    membre, bourgmestre, chef = (
        distribution.membre_cellule,
        distribution.bourgmestre,
        distribution.chef_de_corps,
    )
    with parler(membre), pytest.raises(PermissionDenied):
        pris.ecarter(par=membre, personne=chef, motif="x")
    with parler(bourgmestre):
        with pytest.raises(ValidationError), transaction.atomic():
            pris.ecarter(par=bourgmestre, personne=chef, motif="")
        blocage = pris.ecarter(par=bourgmestre, personne=chef, motif="Lien familial.")
        with pytest.raises(ValidationError, match="déjà"), transaction.atomic():
            pris.ecarter(par=bourgmestre, personne=chef, motif="Encore.")
    with parler(chef):
        assert not SignalementContextuel.objects.visible_to(chef).exists()
        assert pris.droits_de(chef) == set() and not Blocage.objects.visible_to(chef).exists()
        with pytest.raises(PermissionDenied):
            blocage.lever(par=chef)
    with parler(distribution.referent):
        blocage.lever(par=distribution.referent)
        with pytest.raises(PermissionDenied):
            Blocage.objects.get(pk=blocage.pk).lever(par=distribution.referent)
    with parler(chef):
        assert SignalementContextuel.objects.visible_to(chef).exists()


def test_une_autorite_se_tient_elle_meme_a_l_ecart(pris, distribution, parler):
    bourgmestre = distribution.bourgmestre
    with parler(bourgmestre):
        pris.ecarter(par=bourgmestre, personne=bourgmestre, motif="Je connais l’affaire.")
        assert not SignalementContextuel.objects.exists()


def test_ce_qui_attend(signale, distribution, parler):
    with proprietaire():
        en_retard = cellule.signalement(
            distribution.contact_tec, echeance=timezone.localdate() - timedelta(days=1)
        )
    with parler(distribution.referent):
        assert set(SignalementContextuel.objects.sans_proprietaire()) == {signale, en_retard}
        assert SignalementContextuel.objects.en_retard().get() == en_retard
        en_retard.prendre_en_charge(par=distribution.referent)
        assert SignalementContextuel.objects.sans_proprietaire().get() == signale
