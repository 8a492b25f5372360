"""What is done with minutes: written, corrected, approved, completed after the lock."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from concertation.compte_rendu.etats import EtatAmendement
from csil.actes import acte, creer
from csil.journal import Verbe, consigner

# A writer who comes back after that long begins a new sitting.
REPRISE = timedelta(minutes=15)


@acte("rediger_point")
def rediger(point, *, par, texte):
    """Write what was said about the item, for the first time or anew; give the text of the minutes back."""
    redige = getattr(point, "compte_rendu", None)
    if redige is None:
        redige = point._meta.get_field("compte_rendu").related_model(point=point, texte=texte)
        redige.redige_par, redige.redige_le = par, timezone.now()
        return creer(redige, par=par, journal="concertation.point_redige", verbe=Verbe.MODIFICATION)
    redige.ecrire(par=par, texte=texte)
    return redige


@acte("ecrire_compte_rendu")
def ecrire(redige, *, par, texte):
    """Save the text as it is typed: each saving leaves its history, each sitting one line in the journal."""
    maintenant, avant = timezone.now(), redige.redige_le
    reprise = redige.redige_par_id != par.pk or avant is None or maintenant - avant > REPRISE
    redige.texte, redige.redige_par, redige.redige_le = texte, par, maintenant
    if reprise:
        consigner("concertation.point_redige", redige, par=par, verbe=Verbe.MODIFICATION)


@acte("amender_compte_rendu")
def demander(compte_rendu, *, par, texte, point=None):
    """Ask for a correction of minutes that circulate, on one item or in general; give the demand back."""
    demande = compte_rendu.amendements.model(
        compte_rendu=compte_rendu, point=point, texte=texte, propose_par=par
    )
    return creer(demande, par=par, journal="concertation.correction_demandee")


@acte("trancher_amendement", "concertation.correction_tranchee")
def trancher(amendement, *, par, accepte, reponse, texte=None):
    """Accept or refuse a correction, once, with a word; with `texte`, correct the text of its item in the same act."""
    if not reponse:
        raise ValidationError("Répondez en un mot à la personne qui a demandé cette correction.")
    amendement.etat = EtatAmendement.ACCEPTE if accepte else EtatAmendement.REFUSE
    amendement.reponse, amendement.tranche_par, amendement.tranche_le = reponse, par, timezone.now()
    if accepte and texte is not None:
        rediger(amendement.point, par=par, texte=texte)


@acte("approuver_compte_rendu")
def approuver(compte_rendu, *, par, lors_de):
    """Note at which meeting the minutes were approved; the meeting itself is then locked (`circulation.approuver`)."""
    compte_rendu.approuve_le, compte_rendu.approuve_par = timezone.now(), par
    compte_rendu.approuve_lors_de = lors_de


@acte("completer_compte_rendu")
def completer(compte_rendu, *, par, texte):
    """Add a dated and signed correction under minutes that are locked; give it back."""
    addendum = compte_rendu.addendums.model(compte_rendu=compte_rendu, texte=texte, par=par)
    return creer(addendum, par=par, journal="concertation.addendum")
