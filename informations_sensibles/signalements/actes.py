"""What people do with a contextual report: report, take over, evaluate, hand over, close, keep somebody away."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.actes import ActeRefuse, acte, creer
from csil.journal import Verbe, consigner
from informations_sensibles.commun.actes import ecarter as tenir_a_l_ecart
from informations_sensibles.commun.courriels import annoncer_mot, annoncer_reponse
from informations_sensibles.commun.permissions import RELISENT, a_un_role, est_de_la_cellule
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signalements.etats import Etat
from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.traitement import TraitementSignalement
from informations_sensibles.signalements.visibilite import est_ouvert_a


def signaler(cls, *, par, secteur, **champs):
    """Report: for a sector's contact point, of its own sector; for the Cellule, of any.

    Raises ActeRefuse for a sector that is not one's own.
    """
    if not Secteur.objects.nommables_par(par).filter(pk=secteur.pk).exists():
        raise ActeRefuse("Ce secteur n’est pas le vôtre.")
    return creer(cls(secteur=secteur, signalant=par, **champs), par=par, journal="cellule.signalement")


@acte("prendre_en_charge", "cellule.signalement_pris_en_charge")
def prendre_en_charge(signalement, *, par):
    """Become its owner, who answers for its closing before the due date."""
    _traiter(signalement, proprietaire=par, pris_en_charge_le=timezone.now())
    signalement.etat = Etat.PRIS_EN_CHARGE


@acte("evaluer_signalement", "cellule.signalement_evalue")
def evaluer(signalement, *, par, source, information):
    """Grade the source A, B, C or X and the information 1 to 4 (R17)."""
    _traiter(
        signalement,
        evaluation_source=source,
        evaluation_information=information,
        evalue_par=par,
        evalue_le=timezone.now(),
    )


@acte("changer_proprietaire")
def changer_proprietaire(signalement, *, par, proprietaire):
    """Hand the report over to another member. Raises ValidationError for somebody who may not read it."""
    if not est_de_la_cellule(proprietaire) or not est_ouvert_a(signalement, proprietaire):
        raise ValidationError(
            {"proprietaire": "Cette personne ne peut pas recevoir ce signalement contextuel."}
        )
    _traiter(signalement, proprietaire=proprietaire)
    consigner(
        "cellule.signalement_confie",
        signalement,
        par=par,
        verbe=Verbe.MODIFICATION,
        destinataires=[str(proprietaire.pk)],
    )


@acte("clore_signalement")
def clore(signalement, *, par, issue, motif, reponse, mot=""):
    """Give the report exactly one outcome, with its reason, and an answer chosen among safe sentences (R13, R41, R42).

    A free word waits in the Cellule until the Référent has read it, unless it is the Référent who writes it.
    """
    relu = a_un_role(par, RELISENT)
    _traiter(
        signalement,
        issue=issue,
        motif=motif,
        clos_par=par,
        clos_le=timezone.now(),
        mot_propose="" if relu else mot,
    )
    ReponseSignalement.donner(signalement, reponse, mot if relu else "")
    signalement.etat = Etat.CLOS
    consigner(
        "cellule.signalement_clos",
        signalement,
        par=par,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(signalement.signalant_id)],
    )
    if est_ouvert_a(signalement, signalement.signalant):
        annoncer_reponse(signalement, par)


@acte("relire_mot")
def relire_mot(signalement, *, par, accepte: bool):
    """Let the free word go to whoever reported, or keep it back."""
    if accepte:
        reponse = signalement.reponse
        reponse.mot = signalement.suivi.mot_propose
        reponse.full_clean()
        reponse.save()
        if est_ouvert_a(signalement, signalement.signalant):
            annoncer_mot(signalement, par)
    _traiter(signalement, mot_propose="")
    issue = "mot_relu" if accepte else "mot_ecarte"
    consigner(f"cellule.{issue}", signalement, par=par, verbe=Verbe.MODIFICATION)


@acte("bloquer_signalement")
def ecarter(signalement, *, par, personne, motif):
    """Keep this person away from the report; if it was theirs to handle, nobody has it any more."""
    suivi = signalement.suivi
    if suivi and suivi.proprietaire_id == personne.pk and signalement.etat != Etat.CLOS:
        _traiter(signalement, proprietaire=None)
    return tenir_a_l_ecart(Blocage(signalement=signalement, personne=personne, motif=motif), par=par)


def _traiter(signalement, **champs):
    """Write what the Cellule does with the report, in a row that is born of the first act."""
    traitement = signalement.suivi or TraitementSignalement(signalement=signalement)
    for nom, valeur in champs.items():
        setattr(traitement, nom, valeur)
    traitement.full_clean()
    traitement.save()
    signalement.traitement = traitement
