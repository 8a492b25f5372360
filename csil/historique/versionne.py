from collections.abc import Iterable
from typing import Any

from django.db import models

from csil.actes.acte import EN_COURS


class Versionne(models.Model):
    """A record that counts its own savings, so that a form knows whether somebody saved since it was opened."""

    version = models.PositiveIntegerField("version", default=0, editable=False)

    class Meta:
        abstract = True

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        self.version += 1
        if update_fields is not None:
            update_fields = {*update_fields, "version"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def ranger(self, *champs: str) -> None:
        """Save these fields only, which no form shows and no reader follows: neither a version, nor a line of history."""
        self.skip_history_when_saving = True
        try:
            super().save(update_fields=champs)
        finally:
            del self.skip_history_when_saving
        if connues := self.__dict__.get(EN_COURS):  # the act under way has nothing more to save of them
            connues.update({champ: getattr(self, champ) for champ in champs})
