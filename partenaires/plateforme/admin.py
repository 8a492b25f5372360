"""The administration of the platform's card, its steering and its groups; what the code knows by its `code` stays."""

from django.contrib import admin

from csil.administration.site import PARTENAIRES, AdminCsil
from partenaires.plateforme.models import GroupeTravail, Plateforme, Poste


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
