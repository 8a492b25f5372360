"""Model fields that refuse a national register number, whatever the form did (R25)."""

from django.core.exceptions import ValidationError
from django.db import models

from csil.garde.reperes import en_mots, reperer

REFUS = "Ce texte contient {}. Il ne peut être enregistré nulle part sur la plateforme : retirez-le."


class ChampGarde:
    """Make a field of text refuse a national register number. A form that uses `FormulaireGarde` also asks about what is only likely.

    Migrations know the plain field: putting the guard on, or taking it off, changes nothing in the database.
    """

    def texte_lu(self, valeur) -> str:
        """Give what the guard reads of a value; rich text gives its words without their tags."""
        return str(valeur or "")

    def deconstruct(self):
        nom, chemin, args, kwargs = super().deconstruct()
        if chemin == f"{type(self).__module__}.{type(self).__qualname__}":  # the plain field named itself
            simple = next(classe for classe in type(self).__mro__ if not issubclass(classe, ChampGarde))
            chemin = f"{simple.__module__}.{simple.__qualname__}".replace(
                "django.db.models.fields.", "django.db.models."
            )
        return nom, chemin, args, kwargs

    def validate(self, value, model_instance):
        super().validate(value, model_instance)
        if phrase := self._refus(value, model_instance):
            raise ValidationError(phrase, code="garde")

    def pre_save(self, model_instance, add):
        valeur = super().pre_save(model_instance, add)
        if phrase := self._refus(valeur, model_instance):
            raise ValidationError({self.name: phrase}, code="garde")
        return valeur

    def _refus(self, valeur, objet) -> str:
        """Say why this value is not saved; what already stands in the record, or goes to its history, is not judged again."""
        graves = [repere for repere in reperer(self.texte_lu(valeur)) if repere.bloque]
        if not graves or hasattr(objet, "instance_type") or self._deja_ecrit(valeur, objet):
            return ""
        return REFUS.format(en_mots(graves))

    def _deja_ecrit(self, valeur, objet) -> bool:
        """Say whether the record says this already; asked only of a text that would be refused, so that saving costs no query."""
        if objet is None or objet._state.adding:
            return False
        ecrits = type(objet)._base_manager.filter(pk=objet.pk).values_list(self.attname, flat=True)
        return valeur in ecrits


class TexteGarde(ChampGarde, models.TextField):
    """A long text that names no person."""


class LigneGardee(ChampGarde, models.CharField):
    """A line of text that names no person."""
