from django.contrib import admin

from csil.admin_site import AdminCsil
from csil.models import ReferenceLegale


@admin.register(ReferenceLegale)
class ReferenceLegaleAdmin(AdminCsil):
    list_display = ["intitule", "code", "valide_du", "valide_au", "verifiee"]
    list_filter = ["verifiee"]
    search_fields = ["intitule__unaccent__icontains", "code"]
