"""The administration of accounts: opened, invited, closed, with their partner and their groups."""

from functools import wraps

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.auth.models import Group
from django.contrib.postgres.expressions import ArraySubquery
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html

from csil.administration.site import COMPTES, AdminCsil, Porte
from csil.comptes.invitation import inviter, ouvrir_compte
from csil.comptes.models import GroupeEnVigueur, Utilisateur
from csil.historique import Source
from csil.identite.second_facteur import retirer_second_facteur
from csil.journal import Verbe, consigner
from partenaires.admin import comptes_multiples, groupe
from partenaires.admin.formulaires import FormulaireCompte
from partenaires.appartenances.models import Appartenance


class ParGroupe(admin.SimpleListFilter):
    """Filter by group in force."""

    title, parameter_name = "groupe en vigueur", "groupe"

    def lookups(self, request, model_admin):
        return Group.objects.order_by("profil__ordre").values_list("pk", "name")

    def queryset(self, request, queryset):
        if not (self.value() or "").isdigit():
            return queryset
        membres = GroupeEnVigueur.objects.filter(groupe=self.value())
        return queryset.filter(pk__in=membres.values("personne"))


class ParEtat(admin.SimpleListFilter):
    """Filter by whether the account is in use, waits for its password, or is closed."""

    title, parameter_name = "état", "etat"
    # A password that cannot be used begins with « ! »: it was never chosen.
    ETATS = {
        "service": ("en service", {"is_active": True, "sans": False}),
        "invite": ("invité, mot de passe à choisir", {"is_active": True, "sans": True}),
        "ferme": ("fermé", {"is_active": False}),
    }

    def lookups(self, request, model_admin):
        return [(code, nom) for code, (nom, _) in self.ETATS.items()]

    def queryset(self, request, queryset):
        if self.value() not in self.ETATS:
            return queryset
        conditions = dict(self.ETATS[self.value()][1])
        sans = conditions.pop("sans", None)
        queryset = queryset.filter(**conditions)
        if sans is None:
            return queryset
        return (queryset.filter if sans else queryset.exclude)(password__startswith="!")


class AppartenanceInline(Porte, admin.StackedInline):
    """Keep for which partner the person works; it ends by its date and is not erased."""

    model = Appartenance
    fields = ["partenaire", "fonction", ("debut", "fin")]
    extra = 1
    can_delete = False
    verbose_name_plural = "partenaire"


@admin.register(Utilisateur)
class CompteAdmin(AdminCsil):
    """Create, invite and close accounts; none is deleted, and nobody here chooses a password."""

    rubrique = COMPTES
    form = FormulaireCompte
    list_display = ["nom", "email", "partenaire", "ses_groupes", "etat", "second_facteur", "lien_groupes"]
    list_filter = [ParEtat, ParGroupe, ("appartenance__partenaire", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["appartenance__partenaire"]
    search_fields = [
        "nom__unaccent__icontains",
        "email",
        "appartenance__partenaire__nom__unaccent__icontains",
        "appartenance__partenaire__acronyme",
    ]
    search_help_text = "Nom, adresse ou partenaire"
    readonly_fields = ["ses_groupes", "etat", "second_facteur", "cree_le"]
    inlines = [AppartenanceInline]
    actions = ["inviter_a_nouveau"]

    def get_queryset(self, request):
        siens = GroupeEnVigueur.objects.filter(personne=OuterRef("pk")).order_by("groupe__profil__ordre")
        totp = Authenticator.objects.filter(user=OuterRef("pk"), type=Authenticator.Type.TOTP)
        return (
            super()
            .get_queryset(request)
            .annotate(en_vigueur=ArraySubquery(siens.values("groupe__name")), totp=Exists(totp))
        )

    def get_fields(self, request, obj=None):
        return ["nom", "email", "is_active", *self.readonly_fields] if obj else ["nom", "email"]

    def get_form(self, request, obj=None, change=False, **kwargs):
        formulaire = super().get_form(request, obj, change, **kwargs)
        formulaire.par = request.user
        return formulaire

    # Columns

    @admin.display(description="partenaire", ordering="appartenance__partenaire__nom", empty_value="—")
    def partenaire(self, compte):
        appartenance = getattr(compte, "appartenance", None)
        return appartenance and appartenance.partenaire.nom_court

    @admin.display(description="groupes en vigueur", empty_value="aucun")
    def ses_groupes(self, compte):
        return ", ".join(compte.en_vigueur) or None

    @admin.display(description="état")
    def etat(self, compte):
        if not compte.is_active:
            return "fermé"
        if compte.has_usable_password():
            return "en service"
        if compte.invite_le is None:
            return "jamais invité"
        expire = timezone.now() > compte.invite_le + settings.CSIL_INVITATION_DUREE
        jour = f"{timezone.localtime(compte.invite_le):%d/%m/%Y}"
        return f"invitation du {jour}, {'expirée' if expire else 'sans réponse'}"

    @admin.display(description="second facteur", boolean=True)
    def second_facteur(self, compte):
        return compte.totp

    @admin.display(description="Attribuer, retirer")
    def lien_groupes(self, compte):
        adresse = reverse("admin:groupes", args=[compte.pk])
        return format_html('<a href="{}">Groupes<span class="vh"> de {}</span></a>', adresse, compte)

    # Writing

    def save_model(self, request, obj, form, change):
        if not change:
            ouvrir_compte(obj, par=request.user)
            messages.info(request, f"L’invitation part à l’adresse {obj.email}.")
            return
        super().save_model(request, obj, form, change)
        for champ, acte in (
            ("is_active", "rouvert" if obj.is_active else "ferme"),
            ("email", "adresse_changee"),
        ):
            if champ in form.changed_data:
                consigner(f"comptes.{acte}", obj, par=request.user, verbe=Verbe.MODIFICATION)
        if "email" in form.changed_data and obj.mandats.suspendus().exists():
            messages.warning(
                request,
                f"Les mandats de {obj} sont suspendus jusqu’à ce qu’une autorité les confirme de nouveau.",
            )
        if "email" in form.changed_data and obj.is_active and not obj.has_usable_password():
            inviter(obj, par=request.user)
            messages.info(request, f"Une nouvelle invitation part à l’adresse {obj.email}.")

    @admin.action(description="Inviter à nouveau")
    def inviter_a_nouveau(self, request, queryset):
        attendus = [c for c in queryset if c.is_active and not c.has_usable_password()]
        for compte in attendus:
            inviter(compte, par=request.user)
        if attendus:
            messages.success(request, f"Invitation envoyée à : {', '.join(c.email for c in attendus)}.")
        if autres := len(queryset) - len(attendus):
            messages.warning(request, f"Sans invitation, parce qu’en service ou fermés : {autres} compte(s).")

    def sources_historique(self, request, objet):
        appartenances = Appartenance.history.filter(personne=objet)
        return [
            Source(objet.history.all(), "le compte", titre=""),
            Source(appartenances, "l’appartenance à", titre="partenaire", tus=frozenset({"id", "personne"})),
        ]

    # Pages of ours

    def get_urls(self):
        return [
            path("plusieurs/", self._vue(comptes_multiples.comptes_multiples), name="comptes-multiples"),
            path("<int:pk>/groupes/", self._vue(groupe.groupes), name="groupes"),
            path(
                "<int:pk>/groupes/<int:groupe>/attribuer/",
                self._vue(groupe.attribuer),
                name="groupe-attribuer",
            ),
            path("<int:pk>/groupes/<int:groupe>/mandat/", self._vue(groupe.demander), name="groupe-demander"),
            path("<int:pk>/groupes/<int:groupe>/retirer/", self._vue(groupe.retirer), name="groupe-retirer"),
            path(
                "<int:pk>/second-facteur/retirer/",
                self._vue(sans_second_facteur),
                name="compte-sans-second-facteur",
            ),
            *super().get_urls(),
        ]

    def _vue(self, fonction):
        """Lead the view through the site's gate, with the person that the address names."""

        @wraps(fonction)
        def vue(request, pk=None, **kwargs):
            if pk is None:
                return fonction(self, request, **kwargs)
            personne = self.get_object(request, str(pk))
            if personne is None:
                raise Http404
            return fonction(self, request, personne, **kwargs)

        return self.admin_site.admin_view(vue)


def sans_second_facteur(admin, request, personne):
    """Take away the second factor of somebody who lost the telephone."""
    retour = reverse("admin:csil_utilisateur_change", args=[personne.pk])
    if request.method == "POST":
        try:
            retirer_second_facteur(personne, par=request.user)
            messages.success(
                request, f"Le second facteur de {personne} est retiré ; un courriel l’en prévient."
            )
        except ValidationError as erreur:
            messages.error(request, " ".join(erreur.messages))
        return redirect(retour)
    phrases = [
        "Le téléphone enregistré et les codes de secours ne serviront plus.",
        "À la prochaine connexion, la personne en installera un autre si son rôle l’exige. Un courriel l’en prévient.",
        "Ses mandats seront suspendus jusqu’à ce qu’une autorité, autre que vous, les confirme de nouveau.",
        "Assurez-vous, de vive voix, que c’est bien elle qui le demande.",
    ]
    contexte = {"phrases": phrases, "bouton": "Retirer le second facteur", "retour": retour, "form": None}
    return admin.page(
        request, "admin/confirmer.html", f"Retirer le second facteur de {personne}", personne, **contexte
    )
