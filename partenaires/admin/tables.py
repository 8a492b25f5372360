"""The small tables that choices come from. What the code knows by its `code` is neither added nor renamed here."""

from django.contrib import admin

from csil.administration.site import PARTENAIRES, AdminCsil
from partenaires.annuaire.models import Niveau, Quartier, Secteur, Theme
from partenaires.plateforme.models import GroupeTravail, Plateforme, Poste


@admin.register(Secteur, Niveau)
class TableCodee(AdminCsil):
    """A row in use cannot be deleted: the database protects it. Its code is the one of the partners' file."""

    supprime = True
    list_display = ["nom", "code"]
    search_fields = ["nom__unaccent__icontains", "code"]

    def get_readonly_fields(self, request, obj=None):
        return ["code"] if obj else []

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["nom"]}


@admin.register(Theme, Quartier)
class TableSimple(AdminCsil):
    supprime = True
    list_display = ["nom"]
    search_fields = ["nom__unaccent__icontains"]


@admin.register(Poste)
class PosteAdmin(AdminCsil):
    ajoute = False
    rubrique = PARTENAIRES
    list_display = ["fonction", "role_legal", "groupe_nom"]
    fields = ["fonction", "role_legal", "ordre", "groupe_nom"]
    readonly_fields = ["groupe_nom"]


@admin.register(GroupeTravail)
class GroupeTravailAdmin(AdminCsil):
    ajoute = False
    rubrique = PARTENAIRES
    list_display = ["nom", "nature"]
    fields = ["nom", "nature", "objet", "ordre"]


@admin.register(Plateforme)
class PlateformeAdmin(AdminCsil):
    ajoute = False
    rubrique = PARTENAIRES
    list_display = ["domaine", "commune", "organisme"]
