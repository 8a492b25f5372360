"""Django's admin, for administrators only; what others register in it (allauth, auth) stays out: see `register`."""

from collections import defaultdict
from functools import update_wrapper

from django.contrib import messages
from django.contrib.admin import AdminSite, ModelAdmin, ShowFacets
from django.contrib.admin.helpers import AdminForm
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db import IntegrityError, connection, transaction
from django.forms import ModelForm
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse

from csil.comptes import groupes
from csil.historique import Source, page_historique
from csil.identite.second_facteur import est_verifie

COMPTES, PARTENAIRES, TABLES = RUBRIQUES = ("Comptes et groupes", "Partenaires", "Tables de référence")
# Passwords, login and logout have their own pages under /comptes/.
ABSENTES = {"login", "logout", "password_change", "password_change_done", "view_on_site"}


class SiteCsil(AdminSite):
    """The administration of accounts, groups, partners and reference tables; that it exists is told to administrators only."""

    site_header = "Administration de la plateforme CSIL"
    site_title = "CSIL"
    index_title = "Comptes, groupes, partenaires"
    enable_nav_sidebar = False  # the home page is the list; tables need the width

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.disable_action("delete_selected")

    def has_permission(self, request):
        """Say whether this person is an administrator, with the second factor of this login: a trusted browser is not enough."""
        return (
            request.user.is_active
            and request.user.est_membre(groupes.ADMINISTRATEURS)
            and est_verifie(request)
        )

    def admin_view(self, view, cacheable=False):
        """Answer 404 to others, where Django would lead to a login page of its own."""
        interieur = super().admin_view(view, cacheable)

        def gardee(request, *args, **kwargs):
            if not self.has_permission(request):
                request.refus = "admin", None
                raise Http404
            return interieur(request, *args, **kwargs)

        return update_wrapper(gardee, interieur)

    def register(self, model_or_iterable, admin_class=None, **options):
        """Let only an `AdminCsil` in: no Django permission would open the others, and their contents are not ours."""
        if admin_class and issubclass(admin_class, AdminCsil):
            super().register(model_or_iterable, admin_class, **options)

    def get_urls(self):
        return [motif for motif in super().get_urls() if getattr(motif, "name", None) not in ABSENTES]

    def get_app_list(self, request, app_label=None):
        """Group the tables by what administrators look for, rather than by package."""
        par_rubrique = defaultdict(list)
        for application in self._build_app_dict(request, app_label).values():
            for modele in application["models"]:
                par_rubrique[self.get_model_admin(modele["model"]).rubrique].append(modele)
        return [
            {
                "name": nom,
                "app_label": f"rubrique-{rang}",
                "app_url": f"{reverse('admin:index')}#rubrique-{rang}",
                "has_module_perms": True,
                "models": sorted(par_rubrique[nom], key=lambda modele: modele["name"].casefold()),
            }
            for rang, nom in enumerate(RUBRIQUES, 1)
            if par_rubrique[nom]
        ]


class Porte:
    """Allow whoever passed the site's gate what the class says; no Django permission is asked."""

    ajoute = change = True
    supprime = False
    view_on_site = False  # the directory's pages are not for administrators

    def has_view_permission(self, request, obj=None):
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request, obj=None):
        return self.ajoute and self.has_view_permission(request)

    def has_change_permission(self, request, obj=None):
        return self.change and self.has_view_permission(request)

    def has_delete_permission(self, request, obj=None):
        return self.supprime and self.has_view_permission(request)

    def has_module_permission(self, request):
        return self.has_view_permission(request)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        """Offer « add » at most beside a list of choices: the others are changed on their own page."""
        champ = super().formfield_for_dbfield(db_field, request, **kwargs)
        if champ and isinstance(champ.widget, RelatedFieldWidgetWrapper):
            champ.widget.can_change_related = champ.widget.can_delete_related = False
            champ.widget.can_view_related = False
        return champ


class LigneModifiable(ModelForm):
    """Change a record in its line of a list, where no label stands beside a field: each says its column and its record."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for champ in self.fields.values():
            champ.widget.attrs["aria-label"] = f"{champ.label} : {self.instance}"


class AdminCsil(Porte, ModelAdmin):
    """The administration of one table, with our history and in our frame."""

    rubrique = TABLES
    show_facets = ShowFacets.NEVER
    list_per_page = 50

    def sources_historique(self, request, objet) -> list[Source]:
        """List what the « Historique » page of this record tells."""
        return [Source(objet.history.all(), "cette fiche", titre="")]

    def changelist_view(self, request, extra_context=None):
        titre = str(self.opts.verbose_name_plural).capitalize()
        return super().changelist_view(request, {"title": titre, **(extra_context or {})})

    def get_changelist_form(self, request, **kwargs):
        return super().get_changelist_form(request, form=LigneModifiable, **kwargs)

    def save_model(self, request, obj, form, change):
        """Save what changed only: history tells changes."""
        if not change or form.has_changed():
            super().save_model(request, obj, form, change)

    def delete_view(self, request, object_id, extra_context=None):
        """Delete a row, unless something still names it, rows of the Cellule included, which no administrator sees."""
        try:
            with transaction.atomic():
                reponse = super().delete_view(request, object_id, extra_context)
                with connection.cursor() as curseur:
                    curseur.execute("SET CONSTRAINTS ALL IMMEDIATE")  # now, not when the request is over
        except IntegrityError:
            messages.error(
                request, "Cette ligne est encore citée ailleurs : elle ne peut pas être supprimée."
            )
            return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_change", object_id)
        return reponse

    def history_view(self, request, object_id, extra_context=None):
        """Show our readable history, whoever wrote it and wherever, instead of the admin's own log."""
        objet = self.get_object(request, unquote(object_id))
        if objet is None:
            raise Http404
        page = page_historique(self.sources_historique(request, objet), request.GET.get("page"))
        return self.page(request, "admin/historique.html", f"Historique : {objet}", objet, page=page)

    def page(self, request, gabarit, titre, objet=None, **contexte):
        """Show a page of ours in the admin's frame; a `form` is laid out as the admin lays its own out."""
        if form := contexte.get("form"):
            contexte["adminform"] = AdminForm(form, [(None, {"fields": list(form.fields)})], {})
            contexte["media"] = self.media + form.media
        contexte |= {"title": titre, "opts": self.opts, "original": objet}
        return TemplateResponse(request, gabarit, {**self.admin_site.each_context(request), **contexte})


class LectureSeule(AdminCsil):
    """The administration of a table that is only read there."""

    ajoute = change = False
