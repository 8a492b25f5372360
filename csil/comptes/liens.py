"""Who did something to a record, and when: said the same way everywhere."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils import timezone


def personne(nom: str, **options: Any) -> Any:
    """Link a record to a person who cannot be deleted while it stands; nothing leads back from the person.

    `nom`: what a form or a history calls it. `options`: those of `ForeignKey`.
    """
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=nom, **options
    )


def auteur(nom: str, *, facultatif: bool = False) -> Any:
    """Link a record to the person who did something to it, which an act writes and no form shows.

    `facultatif`: nobody did it yet.
    """
    vide: dict[str, Any] = {"null": True, "blank": True} if facultatif else {}
    return personne(nom, editable=False, **vide)


def moment(nom: str) -> Any:
    """Date what an author did, to the second at which the row was written; no form shows it."""
    return models.DateTimeField(nom, default=timezone.now, editable=False)
