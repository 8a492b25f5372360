"""The reference tables of the Cellule in the Django admin; what the Cellule writes has no page there."""

from django.contrib import admin
from django.forms import ChoiceField

from csil.administration.models import ReferenceLegale
from csil.administration.site import AdminCsil
from informations_sensibles.commun.models import CategorieDonnee, ReponseType
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signaler.models import BaseParole
from informations_sensibles.transmissions.models import BaseLegale, Finalite


@admin.register(Secteur)
class SecteurAdmin(AdminCsil):
    """Add sectors; what a sector holds is kept by the Référent and the Officier, on its own pages."""

    list_display = ["nom", "code"]
    search_fields = ["nom__unaccent__icontains", "code"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["nom"]}


@admin.register(ReponseType)
class ReponseTypeAdmin(AdminCsil):
    """Keep the sentences that may be answered; an answer that was given stays as it was, whatever changes here."""

    list_display = ["phrase", "pour", "active", "ordre"]
    list_filter = ["pour"]
    list_editable = ["active", "ordre"]


@admin.register(CategorieDonnee)
class CategorieDonneeAdmin(AdminCsil):
    """Keep the closed list that the law gives: what is no longer proposed stays on the informations that have it (R21)."""

    list_display = ["libelle", "active", "ordre"]
    list_editable = ["active", "ordre"]


@admin.register(BaseParole)
class BaseParoleAdmin(AdminCsil):
    """Keep the bases on which a partner’s person speaks of somebody; « à valider » until a lawyer has said so."""

    list_display = ["libelle", "reference", "validee", "active", "ordre"]
    list_editable = ["validee", "active", "ordre"]


class DeReferenceAdmin(AdminCsil):
    """Keep lines that each name a law, among the legal references (R77)."""

    list_editable = ["active", "ordre"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name != "loi":
            return super().formfield_for_dbfield(db_field, request, **kwargs)
        codes = ReferenceLegale.objects.order_by("code").values_list("code", "intitule")
        choix = [("", "Aucune"), *dict(codes).items()]
        return ChoiceField(label="Référence légale", choices=choix, required=False)


@admin.register(Finalite)
class FinaliteAdmin(DeReferenceAdmin):
    """Word the two purposes of a transmission: there is no third (R38)."""

    list_display = ["libelle", "but", "active", "ordre"]


@admin.register(BaseLegale)
class BaseLegaleAdmin(DeReferenceAdmin):
    """Keep the laws on which a transmission may stand (R34)."""

    list_display = ["libelle", "loi", "active", "ordre"]
