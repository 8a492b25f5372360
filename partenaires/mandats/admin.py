"""The administration of mandates, where they are only read."""

from django.contrib import admin
from django.utils.html import format_html

from csil.administration.site import COMPTES, LectureSeule
from partenaires.mandats.models import Mandat


class Etat(admin.SimpleListFilter):
    """Filter by what is to be done with a mandate."""

    title, parameter_name = "état", "etat"

    def lookups(self, request, model_admin):
        return [
            ("attente", "en attente d’une confirmation"),
            ("vigueur", "en vigueur"),
            ("suspendu", "suspendu"),
            ("revoir", "à revoir"),
        ]

    def queryset(self, request, queryset):
        choix = {
            "attente": queryset.en_attente,
            "vigueur": queryset.en_vigueur,
            "suspendu": queryset.suspendus,
            "revoir": queryset.a_revoir,
        }
        return choix[self.value()]() if self.value() in choix else queryset


@admin.register(Mandat)
class MandatAdmin(LectureSeule):
    """List mandates: asked for on a person's page « Groupes », decided on the mandate's own page."""

    rubrique = COMPTES
    list_display = ["lien", "qualite", "debut", "fin", "dans_quel_etat", "demande_par", "confirme_par"]
    list_display_links = None
    list_filter = [Etat, "groupe", "qualite"]
    list_select_related = ["personne", "groupe", "demande_par", "confirme_par"]
    search_fields = ["personne__nom__unaccent__icontains", "personne__email"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("suspensions")

    @admin.display(description="mandat", ordering="personne__nom")
    def lien(self, mandat):
        return format_html('<a href="{}">{}</a>', mandat.get_absolute_url(), mandat)

    @admin.display(description="état")
    def dans_quel_etat(self, mandat):
        return mandat.etat
