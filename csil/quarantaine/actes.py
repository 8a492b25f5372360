"""What people do about content that may be classified: put it away, decide that it be erased, or lift the quarantine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from csil.actes import acte, creer
from csil.journal import Verbe, consigner

if TYPE_CHECKING:
    from csil.quarantaine.models import Quarantaine

DEJA = "Quelqu’un vient de mettre ce contenu en quarantaine."


@transaction.atomic
def mettre(modele: type[Quarantaine], objet: Any, *, par: Any, regle: str) -> Quarantaine:
    """Hide the record from everybody, `par` included; raises ValidationError if it is hidden already."""
    quarantaine = modele(objet_type=objet._meta.label_lower, objet_id=str(objet.pk), par=par, regle=regle)
    try:
        with transaction.atomic():
            creer(quarantaine, par=par)
    except IntegrityError as erreur:  # by somebody whose quarantine `par` does not see
        raise ValidationError(DEJA) from erreur
    consigner("classification.quarantaine", objet, par=par, verbe=Verbe.MODIFICATION, motif=regle)
    return quarantaine


@acte("purger_quarantaine", "classification.purge_decidee")
def decider_purge(quarantaine: Quarantaine, *, par: Any) -> None:
    """Decide that the content be erased: one of the two voices that the command waits for."""
    quarantaine.decisions.create(par=par)


@acte("lever_quarantaine", "classification.quarantaine_levee")
def lever(quarantaine: Quarantaine, *, par: Any) -> None:
    """Make the record visible again, as another than who put it away: nothing was classified."""
    quarantaine.levee_le, quarantaine.levee_par = timezone.now(), par
