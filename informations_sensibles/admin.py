"""Reference tables only: what the Cellule writes has no page in the admin (conception §3)."""

from django.contrib import admin

from csil.administration.site import AdminCsil
from informations_sensibles.commun.models import CategorieDonnee, ReponseType
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signaler.models import BaseParole
from informations_sensibles.transmissions import admin as transmission  # noqa: F401 - fixture


@admin.register(Secteur)
class SecteurAdmin(AdminCsil):
    """Added here; what a sector holds is kept by the Référent and the Officier, on its own pages."""

    list_display = ["nom", "code"]
    search_fields = ["nom__unaccent__icontains", "code"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["nom"]}


@admin.register(ReponseType)
class ReponseTypeAdmin(AdminCsil):
    """A sentence that was answered is kept as it was: changing it here changes no answer."""

    list_display = ["phrase", "pour", "active", "ordre"]
    list_filter = ["pour"]
    list_editable = ["active", "ordre"]


@admin.register(CategorieDonnee)
class CategorieDonneeAdmin(AdminCsil):
    """The closed list that the law gives: what is no longer proposed stays on the informations that have it (R21)."""

    list_display = ["libelle", "active", "ordre"]
    list_editable = ["active", "ordre"]


@admin.register(BaseParole)
class BaseParoleAdmin(AdminCsil):
    """On what basis a partner’s person speaks of somebody; « à valider » until a lawyer has said so."""

    list_display = ["libelle", "reference", "validee", "active", "ordre"]
    list_editable = ["validee", "active", "ordre"]
