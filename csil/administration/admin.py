"""The kernel's own tables in the administration: legal references, the undertaking and who accepted it."""

from typing import Any

from django.contrib import admin
from django.db.models import Max
from django.http import HttpRequest

from csil.administration.models import ReferenceLegale
from csil.administration.site import COMPTES, TABLES, AdminCsil, LectureSeule
from csil.comptes.models import Engagement, TexteEngagement


@admin.register(ReferenceLegale)
class ReferenceLegaleAdmin(AdminCsil):
    """Keep how a law is cited, between two dates."""

    list_display = ["intitule", "code", "valide_du", "valide_au", "verifiee"]
    list_filter = ["verifiee"]
    search_fields = ["intitule__unaccent__icontains", "code"]


@admin.register(TexteEngagement)
class TexteEngagementAdmin(AdminCsil):
    """Publish a new version of the undertaking; a published one is never rewritten."""

    rubrique = TABLES
    list_display = ["titre", "version", "publie_le"]
    fieldsets = [
        (
            None,
            {
                "fields": ["titre", "contenu"],
                "description": "Publier une nouvelle version demande à chacun, et à vous d’abord, de l’accepter avant de "
                "continuer. Une version publiée ne change plus.",
            },
        )
    ]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        derniere = TexteEngagement.objects.aggregate(derniere=Max("version"))["derniere"] or 0
        obj.version = derniere + 1
        super().save_model(request, obj, form, change)


@admin.register(Engagement)
class EngagementAdmin(LectureSeule):
    """Read who accepted which version, and when."""

    rubrique = COMPTES
    list_display = ["personne", "texte", "accepte_le"]
    list_filter = ["texte"]
    list_select_related = ["personne", "texte"]
    search_fields = ["personne__nom__unaccent__icontains", "personne__email"]
    ordering = ["-accepte_le"]
