from django.contrib import admin

from csil.administration.models import ReferenceLegale
from csil.administration.site import AdminCsil


@admin.register(ReferenceLegale)
class ReferenceLegaleAdmin(AdminCsil):
    list_display = ["intitule", "code", "valide_du", "valide_au", "verifiee"]
    list_filter = ["verifiee"]
    search_fields = ["intitule__unaccent__icontains", "code"]
