from django.contrib import admin, messages
from django.contrib.admin.utils import flatten_fieldsets
from django.forms import CheckboxSelectMultiple, ModelForm

from csil.actes import reprendre
from csil.administration.site import PARTENAIRES, AdminCsil, Porte
from csil.formulaires import FormulaireVersionne
from csil.historique import Source
from csil.journal import Verbe, consigner
from partenaires.annuaire.historique import TUS, sources
from partenaires.annuaire.models.contact import Contact
from partenaires.annuaire.models.fonction import Fonction
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.partenaire import Partenaire
from partenaires.annuaire.models.service import Service


class FormulaireFiche(FormulaireVersionne):
    """Keep what two people write on one record, also when one of them is in the admin."""

    def save(self, commit=True):
        return ModelForm.save(self, commit)  # `save_model` and the formsets save what changed only


class Versionnee(Porte):
    """The form carries, hidden, the version it was opened on: a field of the form, which Django takes for the model's."""

    form = FormulaireFiche

    def _champs(self, request, obj):
        return {"fields": [c for c in flatten_fieldsets(self.get_fieldsets(request, obj)) if c != "version"]}


class RubriqueInline(Versionnee, admin.StackedInline):
    supprime = True
    extra = 0

    def get_formset(self, request, obj=None, **kwargs):
        request.partenaire = obj  # whose services and contacts may be chosen
        return super().get_formset(request, obj, **(kwargs | self._champs(request, obj)))

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.related_model in (Service, Contact):
            kwargs["queryset"] = db_field.related_model.objects.filter(partenaire=request.partenaire)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class ServiceInline(RubriqueInline):
    model, fields = Service, ["nom", "version"]


class FonctionInline(RubriqueInline):
    model, fields = Fonction, ["nom", "version"]


class ImplantationInline(RubriqueInline):
    model, fields = Implantation, ["nom", "adresse", "quartier", "version"]


class ContactInline(RubriqueInline):
    model = Contact
    fields = [
        "nature",
        "nom",
        "fonction",
        "service",
        ("telephone", "courriel"),
        "rang",
        "suppleant",
        ("absent_du", "absent_au"),
        "version",
    ]


class OffreInline(RubriqueInline):
    model = Offre
    fields = [
        "intitule",
        "description",
        "public",
        "conditions",
        "orientation",
        "service",
        "themes",
        "quartiers",
        "version",
    ]

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        return super().formfield_for_manytomany(db_field, request, widget=CheckboxSelectMultiple, **kwargs)


@admin.register(Partenaire)
class PartenaireAdmin(Versionnee, AdminCsil):
    """A partner that somebody belongs to cannot be deleted: the database protects it."""

    supprime = True
    rubrique = PARTENAIRES
    list_display = ["nom", "acronyme", "secteur", "niveau", "statut_fiche", "relue_le"]
    list_filter = ["statut_fiche", "secteur", "niveau"]
    list_select_related = ["secteur", "niveau"]
    search_fields = ["nom__unaccent__icontains", "acronyme", "code", "services__nom__unaccent__icontains"]
    fieldsets = [
        (None, {"fields": ["nom", "acronyme", "code", "version"]}),
        ("Classement", {"fields": ["secteur", "niveau", "tutelle", "territoire", "forme", "parent"]}),
        ("Fiche", {"fields": ["missions", "statut_fiche", "note", "rythme", "relue_le", "relue_par"]}),
    ]
    inlines = [ServiceInline, FonctionInline, ImplantationInline, ContactInline, OffreInline]

    def get_readonly_fields(self, request, obj=None):
        return ["relue_le", "relue_par", *(["code"] if obj else [])]

    def get_prepopulated_fields(self, request, obj=None):
        return {} if obj else {"code": ["nom"]}

    def get_form(self, request, obj=None, change=False, **kwargs):
        return super().get_form(request, obj, change, **(kwargs | self._champs(request, obj)))

    def get_object(self, request, object_id, from_field=None):
        objet = super().get_object(request, object_id, from_field)
        return reprendre(objet) if objet and request.method == "POST" else objet

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        if form.has_changed() or any(formset.has_changed() for formset in formsets):
            fait = "partenaires.fiche_modifiee" if change else "partenaires.fiche_creee"
            consigner(fait, form.instance, par=request.user, verbe=Verbe.MODIFICATION)
        for reprise in filter(
            None, (f.message_reprise() for f in [form, *(f for fs in formsets for f in fs)])
        ):
            messages.warning(request, reprise)

    def sources_historique(self, request, objet):
        """The question to settle too: it is written here."""
        return [Source(objet.history.all(), "la fiche", titre="", tus=TUS), *sources(objet, request.user)[1:]]
