"""The marking that the document carries, asked before anything is written (R28)."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models


class Marquage(models.TextChoices):
    """A marking as it stands at the top and at the foot of each page; « Diffusion restreinte » is a mention, not a level."""

    AUCUN = "aucun", "Aucun marquage"
    DIFFUSION_RESTREINTE = "diffusion_restreinte", "Diffusion restreinte (l’ancienne mention)"
    RESTREINT = "restreint", "RESTREINT"
    CONFIDENTIEL = "confidentiel", "CONFIDENTIEL"
    SECRET = "secret", "SECRET"
    TRES_SECRET = "tres_secret", "TRÈS SECRET"


NOM = "La pièce porte-t-elle un marquage ?"
AIDE = "Regardez en haut et en bas de chaque page. Une pièce classifiée ne s’encode pas ici, même en résumé."
ABSENT = "Dites si la pièce porte un marquage."


def marquages_admis() -> set[str]:
    """List the markings that a form admits: never the four levels; the old mention once the security officer opened it (CSIL_DIFFUSION_RESTREINTE)."""
    return {Marquage.AUCUN} | (
        {Marquage.DIFFUSION_RESTREINTE} if settings.CSIL_DIFFUSION_RESTREINTE else set()
    )


class ChoixMarquage(forms.RadioSelect):
    """Show the choices that stop with `data-arret`: the rest of the form goes away while one of them is chosen."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        if value not in marquages_admis():
            option["attrs"]["data-arret"] = True
        return option


class ChampMarquageFormulaire(forms.ChoiceField):
    """Ask for the marking, nothing chosen beforehand; what is refused here is stopped by `FormulaireSansClassifie`."""

    widget = ChoixMarquage

    def __init__(self, **kwargs):
        kwargs = {"label": NOM, "help_text": AIDE, **kwargs, "choices": Marquage.choices, "required": True}
        super().__init__(**kwargs)
        self.error_messages["required"] = ABSENT


class ChampMarquage(models.CharField):
    """Store « Aucun », or the old mention when it is admitted, never a level; migrations know a plain CharField."""

    def __init__(self, verbose_name="marquage d’origine", **kwargs):
        super().__init__(verbose_name, **{"max_length": 20, "default": Marquage.AUCUN.value, **kwargs})

    def deconstruct(self):
        nom, _, args, kwargs = super().deconstruct()
        return nom, "django.db.models.CharField", args, kwargs

    def formfield(self, **kwargs):
        # The default is for those who are not asked: nothing is chosen for the others
        demande = {cle: kwargs[cle] for cle in ("label", "help_text", "disabled") if cle in kwargs}
        return ChampMarquageFormulaire(**demande)

    def pre_save(self, model_instance, add):
        valeur = super().pre_save(model_instance, add)
        if valeur not in {Marquage.AUCUN, Marquage.DIFFUSION_RESTREINTE}:
            raise ValidationError(
                {self.name: "Une pièce classifiée ne s’encode pas ici."}, code="classification"
            )
        return valeur
