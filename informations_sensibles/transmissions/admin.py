"""What a transmission may be for, and on what law: worded here, with the history of changes (R38, R77)."""

from django.contrib import admin
from django.forms import ChoiceField

from csil.administration.models import ReferenceLegale
from csil.administration.site import AdminCsil
from informations_sensibles.transmissions.models.base_legale import BaseLegale
from informations_sensibles.transmissions.models.finalite import Finalite


class DeReferenceAdmin(AdminCsil):
    """The law that a line names is one of the legal references."""

    list_editable = ["active", "ordre"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name != "loi":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        codes = ReferenceLegale.objects.order_by("code").values_list("code", "intitule")
        choix = [("", "Aucune"), *dict(codes).items()]
        return ChoiceField(label="Référence légale", choices=choix, required=False)


@admin.register(Finalite)
class FinaliteAdmin(DeReferenceAdmin):
    """Two purposes, and no third: the list is closed (R38)."""

    list_display = ["libelle", "but", "active", "ordre"]


@admin.register(BaseLegale)
class BaseLegaleAdmin(DeReferenceAdmin):
    list_display = ["libelle", "loi", "active", "ordre"]
