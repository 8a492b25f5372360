"""The acts around a partner's report on a person: what opens reporting, the report, what the Cellule makes of it.

The classes list them; whose each one is, in which state, is told in `droits.py`.
"""

from django.db import transaction
from django.utils import timezone

from csil.actes import ActeRefuse, acte, creer, reprendre
from csil.comptes.groupes import BOURGMESTRE
from csil.journal import Verbe, consigner
from informations_sensibles.commun.courriels import annoncer_reponse
from informations_sensibles.commun.permissions import a_un_role, est_dpo, partenaires_ouverts_pour
from informations_sensibles.commun.vocabulaire import Genre, SourceInformation
from informations_sensibles.dossiers.models import Identite, Revelation
from informations_sensibles.informations.models import Information
from informations_sensibles.signaler.etats import EtatSignalement
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import SuiteSignalement

# What opens reporting


def donner_visa(cls, *, par, texte):
    """Give the visa: from now on the people of the opened partners may report."""
    if not est_dpo(par):
        raise ActeRefuse("Le visa est donné par le délégué à la protection des données.")
    visa = cls(texte=texte, donne_par=par)
    return creer(visa, par=par, journal="cellule.visa_donne", verbe=Verbe.ATTRIBUTION)


@acte("retirer_visa")
def retirer_visa(visa, *, par, motif):
    """Withdraw the visa: from the next request on, nobody of a partner reports or reads their reports."""
    visa.retire_par, visa.retire_le, visa.motif_retrait = par, timezone.now(), motif
    consigner("cellule.visa_retire", visa, par=par, verbe=Verbe.ATTRIBUTION, motif=motif)


@transaction.atomic
def ouvrir_partenaire(cls, *, par, partenaire, **champs):
    """Let the people of a partner report. Of two at once, the second is told that it is open (ValidationError)."""
    if not a_un_role(par, (BOURGMESTRE,)):
        raise ActeRefuse("Le Bourgmestre décide en personne.")
    ouverture = cls(partenaire=reprendre(partenaire), ouverte_par=par, **champs)
    return creer(ouverture, par=par, journal="cellule.partenaire_ouvert", verbe=Verbe.ATTRIBUTION)


@acte("fermer_ouverture")
def fermer_partenaire(ouverture, *, par, motif):
    """Close a partner: from the next request on, its people neither report nor read what they reported."""
    ouverture.fermee_par, ouverture.fermee_le, ouverture.motif_fermeture = par, timezone.now(), motif
    consigner("cellule.partenaire_ferme", ouverture, par=par, verbe=Verbe.ATTRIBUTION, motif=motif)


# Whoever reports


@transaction.atomic
def signaler(cls, *, par, identite=None, **champs):
    """Report for one’s own partner. Raises ActeRefuse when it is not open (any more).

    `identite`: name, first name, birth date of the person, if they are given.
    """
    partenaire = partenaires_ouverts_pour(par).first()
    if partenaire is None:
        raise ActeRefuse("Votre service ne peut pas faire de signalement ici.")
    signalement = cls(partenaire=partenaire, signalant=par, **champs)
    creer(signalement, par=par, journal="cellule.signalement_partenaire_fait")
    if identite:
        Identite.saisir(par=par, signalement_partenaire=signalement, **identite)
    return signalement


@acte("retirer_sien", "cellule.signalement_partenaire_retire")
def retirer_signalement(signalement, *, par):
    """Withdraw one's own report: nobody of the Cellule reads it any more, its author still does."""
    signalement.etat, signalement.retire_le = EtatSignalement.RETIRE, timezone.now()


# The Cellule


def reveler_identite(signalement, *, par, motif):
    """Open to this person, for a quarter of an hour, who the report is about.

    Nothing of the report changes, and the legal core could not hold its row: the database judges the request itself.
    """
    cle = signalement.identite_id
    if cle is None or "reveler_identite" not in signalement.droits_de(par):
        raise ActeRefuse("Cette identité ne se voit pas d’ici.")
    Revelation.demander(signalement, identite_id=cle, par=par, motif=motif)


@acte("reprendre_signalementpartenaire", "cellule.signalement_partenaire_repris")
def reprendre_signalement(signalement, *, par, **champs):
    """Make an information of a report, in the Référent’s words: of the partner, who stays its owner (R19). Give the information.

    Who it is about goes with it; to take it along, the Référent sees it, and the journal says so.
    """
    information = Information.saisir(
        par=par,
        genre=Genre.SIGNALEMENT_PARTENAIRE,
        source=SourceInformation.PARTENAIRE,
        originateur=str(signalement.partenaire)[:150],
        partenaire=signalement.partenaire,
        reference_document=signalement.reference,
        date_document=timezone.localdate(signalement.recu_le),
        date_fait=signalement.date_fait,
        nature=signalement.nature,
        tlp=signalement.tlp,
        marquage_origine=signalement.marquage_origine,
        **champs,
    )
    _donner_suite(signalement, information=information, repris_par=par, repris_le=timezone.now())
    signalement.etat = EtatSignalement.REPRIS
    if cle := signalement.identite_id:
        motif = f"Reprise de {signalement}"
        Identite.confier(cle, venant_de=signalement, par=par, motif=motif, information=information)
    return information


@acte("clore_signalementpartenaire")
def clore_signalement(signalement, *, par, issue, motif, reponse, mot=""):
    """Give a report exactly one outcome, with its reason, and an answer chosen among safe sentences (R13, R41, R42).

    The Référent alone closes, who is the one who reviews the word that goes with it.
    """
    _donner_suite(signalement, issue=issue, motif=motif, clos_par=par, clos_le=timezone.now())
    ReponseSignalementPartenaire.donner(signalement, reponse, mot)
    signalement.etat = EtatSignalement.CLOS
    consigner(
        "cellule.signalement_partenaire_clos",
        signalement,
        par=par,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(signalement.signalant_id)],
    )
    if type(signalement).objects.visible_to(signalement.signalant).filter(pk=signalement.pk).exists():
        annoncer_reponse(signalement, par)


def _donner_suite(signalement, **champs):
    """Write what the Cellule does with the report, in a row that is born of the first act."""
    suite = signalement.suivi or SuiteSignalement(signalement=signalement)
    for nom, valeur in champs.items():
        setattr(suite, nom, valeur)
    suite.full_clean()
    suite.save()
