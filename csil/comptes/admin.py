from django.contrib import admin
from django.db.models import Max

from csil.administration.site import COMPTES, TABLES, AdminCsil, LectureSeule
from csil.comptes.models.engagement import Engagement, TexteEngagement


@admin.register(TexteEngagement)
class TexteEngagementAdmin(AdminCsil):
    """A new version is added; a published one is never rewritten."""

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

    def has_change_permission(self, request, obj=None):
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request, obj, form, change):
        derniere = TexteEngagement.objects.aggregate(derniere=Max("version"))["derniere"] or 0
        obj.version = derniere + 1
        super().save_model(request, obj, form, change)


@admin.register(Engagement)
class EngagementAdmin(LectureSeule):
    rubrique = COMPTES
    list_display = ["personne", "texte", "accepte_le"]
    list_filter = ["texte"]
    list_select_related = ["personne", "texte"]
    search_fields = ["personne__nom__unaccent__icontains", "personne__email"]
    ordering = ["-accepte_le"]
