"""Writing the demonstration as its people would have, some days ago. Run as owner of the tables."""

from contextlib import contextmanager
from datetime import timedelta
from types import SimpleNamespace

from django.utils import timezone
from simple_history.models import HistoricalRecords


def ecrire(objet, par, jours, **champs):
    """Save the record as this person would have done it, that many days ago."""
    for nom, valeur in champs.items():
        setattr(objet, nom, valeur)
    objet._history_user, objet._history_date = par, il_y_a(jours)
    objet.save()
    return objet


def il_y_a(jours):
    return timezone.now() - timedelta(days=jours)


@contextmanager
def comme(personne):
    """Make this person the author of what is written meanwhile."""
    HistoricalRecords.context.request = SimpleNamespace(user=personne)
    try:
        yield
    finally:
        del HistoricalRecords.context.request
