"""The acts on an information beside its circuit: corrected, given to a dossier, widened, held back, masked, put right."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.actes import acte, changer, creer, enregistrer
from csil.journal import Verbe, consigner
from informations_sensibles.dossiers.models import Dossier, Identite, Implication, Qualite, identite_de
from informations_sensibles.informations.actes.circuit import verifier_dossier
from informations_sensibles.informations.etats import LARGEUR, PLUS_LARGE
from informations_sensibles.informations.models.embargo import Embargo
from informations_sensibles.informations.models.passage_masque import PassageMasque
from informations_sensibles.informations.models.rectification import (
    ARectifier,
    Rectification,
    destinataires_passes,
)


@acte("modifier_information")
def modifier(information, *, par, tlp=None, **champs):
    """Correct it, by its author, before it is validated; never for a wider circulation."""
    tlp = tlp or information.tlp
    if LARGEUR[tlp] > LARGEUR[information.tlp]:
        raise ValidationError({"tlp": PLUS_LARGE})
    if changer(information, tlp=tlp, **champs):
        _consigner("modifiee", information, par)


@acte("rattacher_information")
def rattacher(information, *, par, dossier):
    """Give it to a dossier to which `par` may add, once. The identity that waited with it goes to the person followed there."""
    verifier_dossier(dossier.pk, par)
    information.dossier = dossier
    enregistrer(information)  # the database lets the identity follow it only then
    _confier_l_identite(information, dossier, par)
    _consigner("rattachee", information, par, Verbe.INTERCONNEXION, motif=str(dossier))


@acte("proposer_dossier")
def proposer_un_dossier(information, *, par, **champs):
    """Propose a dossier born of this information, which belongs to it from then on: both, or neither. Gives the dossier."""
    dossier = Dossier.proposer(par=par, **champs)
    information.rattacher(par=par, dossier=dossier)
    return dossier


@acte("elargir_information")
def elargir(information, *, par, tlp):
    """Let it circulate as far as the service that gave it agreed to, and no further (R19)."""
    accord = information.consentement
    permis = accord.tlp if accord and accord.accorde else ""
    if LARGEUR[tlp] <= LARGEUR[information.tlp]:
        raise ValidationError({"tlp": "Choisissez plus large que ce qui est permis aujourd’hui."})
    if not permis or LARGEUR[tlp] > LARGEUR[permis]:
        raise ValidationError({"tlp": PLUS_LARGE})
    information.tlp = tlp
    _consigner("elargie", information, par, motif=tlp)


@acte("poser_embargo")
def mettre_sous_embargo(information, *, par, autorite, motif, jusqu_au):
    """Hide it at once from everybody but `par`, until that is lifted (R43)."""
    if jusqu_au <= timezone.localdate():
        raise ValidationError({"jusqu_au": "Donnez un jour à venir : c’est là que vous serez prévenu."})
    creer(
        Embargo(information=information, pose_par=par, autorite=autorite, motif=motif, jusqu_au=jusqu_au),
        par=par,
    )
    _consigner("sous_embargo", information, par, motif=f"jusqu’au {jusqu_au:%d/%m/%Y}")


@acte("lever_embargo")
def prolonger_embargo(information, *, par, jusqu_au):
    """Give a later day on which its holder is reminded."""
    pose = information.embargo
    if jusqu_au <= max(timezone.localdate(), pose.jusqu_au):
        raise ValidationError({"jusqu_au": "Donnez un jour plus lointain que celui d’aujourd’hui."})
    pose.jusqu_au = jusqu_au
    _garder(pose, par)
    _consigner("embargo_prolonge", information, par, motif=f"jusqu’au {jusqu_au:%d/%m/%Y}")


@acte("lever_embargo", "cellule.information_embargo_leve")
def lever_embargo(information, *, par, motif):
    """Show it again, by a decision with its reason; the date alone lifts nothing."""
    pose = information.embargo
    pose.leve_par, pose.leve_le, pose.motif_levee = par, timezone.now(), motif
    _garder(pose, par)


@acte("masquer_information", "cellule.information_masquee")
def masquer(information, *, par, synthese, motif):
    """Take a passage out of its words; those from before stay with the legal core and with `par` (F13)."""
    if synthese.strip() == information.synthese.strip():
        raise ValidationError({"synthese": "Rien n’a été retiré de la synthèse."})
    creer(PassageMasque(information=information, avant=information.synthese, motif=motif, par=par), par=par)
    information.synthese = synthese


@acte("rectifier_information")
def rectifier(information, *, par, faux, motif, **champs):
    """Put right what others have read; whoever received it is to be told (R44). Gives what is to be told, and to whom."""
    rectification = creer(Rectification(information=information, par=par, faux=faux, motif=motif), par=par)
    changer(information, **champs)
    a_prevenir = []
    for qui, par_quoi in destinataires_passes(information):
        suite = ARectifier(
            information=information, rectification=rectification, destinataire=qui, par_quoi=par_quoi
        )
        suite._history_user = par
        suite.save(force_insert=True)  # its recipient need not be visible to who rectifies
        a_prevenir.append(suite)
    destinataires = [str(suite.destinataire_id) for suite in a_prevenir]
    _consigner("rectifiee", information, par, destinataires=destinataires)
    return a_prevenir


def _confier_l_identite(information, dossier, par) -> None:
    """Hand the identity on, unless the dossier knows already who it follows."""
    cle = information.identite_id
    if cle is None:
        return
    suivie = dossier.personne_suivie
    if suivie is None:
        suivie = Implication(
            dossier=dossier, par=par, qualite=Qualite.SUIVIE, designation="La personne suivie"
        )
        creer(suivie, par=par)
    elif identite_de(suivie.pk):
        return
    motif = f"Rattachement au dossier {dossier}"
    Identite.confier(cle, venant_de=information, par=par, motif=motif, implication=suivie)


def _garder(embargo, par) -> None:
    embargo._history_user = par
    embargo.full_clean()
    embargo.save()


def _consigner(quoi, information, par, verbe=Verbe.MODIFICATION, **options) -> None:
    consigner(f"cellule.information_{quoi}", information, par=par, verbe=verbe, **options)
