"""The acts that add to a dossier: what hangs from it, a hold on its erasing, the proposal to erase it."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.actes import acte, creer
from csil.journal import Verbe, consigner
from informations_sensibles.dossiers.models.effacement import Effacement
from informations_sensibles.dossiers.models.gel import Gel


@acte("contribuer_dossier")
def ecrire(dossier, modele, *, par, **champs):
    """Add a person, a factor, a refusal (`modele`) to the dossier. Gives what was added."""
    ecrit = creer(modele(dossier=dossier, par=par, **champs), par=par)
    consigner(f"cellule.{modele._meta.model_name}_ecrit", dossier, par=par, verbe=Verbe.COLLECTE)
    return ecrit


@acte("geler_dossier", "cellule.dossier_gele")
def geler(dossier, *, par, motif, jusqu_au):
    """Keep the dossier beyond its time until a day (R64). Gives the hold."""
    if jusqu_au <= timezone.localdate():
        raise ValidationError({"jusqu_au": "Ce jour est déjà passé."})
    return creer(Gel(dossier=dossier, par=par, motif=motif, jusqu_au=jusqu_au), par=par)


@acte("effacer_dossier", "cellule.effacement_propose")
def proposer_effacement(dossier, *, par):
    """Propose to erase what was kept long enough; another person decides (R63). Gives the proposal.

    Raises ValidationError while something holds it, or when it is proposed already.
    """
    if not type(dossier).objects.a_effacer().filter(pk=dossier.pk).exists():
        raise ValidationError("Ce dossier est gelé : il ne s’efface pas avant la fin du gel.")
    return creer(Effacement(dossier=dossier, par=par), par=par)
