"""Pages of the Référent's templates of meetings."""

from functools import partial

from django.contrib import messages
from django.db.models import Count
from django.forms import Form
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from concertation.commun.groupes import GERENT
from concertation.commun.pages import corriger
from concertation.modeles.creation import creer_modele
from concertation.modeles.forms import FormulaireInvites, FormulaireModele, FormulairePointModele
from concertation.modeles.historique import sources
from concertation.modeles.models import ModeleReunion, PointModele
from csil.acces import acces, ouvert_aux_membres
from csil.actes import a_remplir, agir, envoye
from csil.historique import page_historique


@ouvert_aux_membres(*GERENT)
def modeles(request):
    """List the templates."""
    visibles = ModeleReunion.objects.visible_to(request.user).annotate(
        nombre_points=Count("points", distinct=True), nombre_invites=Count("invites", distinct=True)
    )
    return render(request, "concertation/modeles/modeles.html", {"modeles": visibles})


@ouvert_aux_membres(*GERENT)
def nouveau(request):
    """Create a template."""
    form = FormulaireModele(request.POST or None)
    annonce = "Le modèle est créé : ajoutez-lui ses points et ses invités."
    return agir(request, form, creer_modele, annonce=annonce, suite=lambda: form.fait) or render(
        request, "concertation/modeles/nouveau.html", {"form": form}
    )


@acces(ModeleReunion, "view_modele")
def modele(request, modele):
    """Show a template."""
    contexte = {
        "modele": modele,
        "points": list(modele.points.all()),
        "invites": modele.invites.select_related("partenaire", "personne"),
        "form": FormulaireInvites(modele),
    }
    return render(request, "concertation/modeles/modele.html", contexte)


@acces(ModeleReunion, "view_modele")
def historique(request, modele):
    """Tell the history of a template."""
    page = page_historique(sources(modele), request.GET.get("page"))
    return render(request, "concertation/modeles/historique.html", {"modele": modele, "page": page})


@acces(ModeleReunion, "modifier_modele")
def modifier(request, modele):
    """Change what a template gives."""
    form = FormulaireModele(envoye(request), instance=a_remplir(request, modele))
    return corriger(
        request, form, modele.modifier, annonce="Le modèle est enregistré.", suite=modele
    ) or render(request, "concertation/modeles/modifier.html", {"modele": modele, "form": form})


@acces(ModeleReunion, "modifier_modele")
def supprimer(request, modele):
    """Delete a template: asked for once."""
    form = Form(envoye(request))
    annonce = f"Le modèle « {modele.nom} » est supprimé."
    return agir(request, form, modele.supprimer, annonce=annonce, suite="modeles") or render(
        request, "concertation/modeles/supprimer.html", {"modele": modele}
    )


@acces(ModeleReunion, "modifier_modele")
def invites(request, modele):
    """Invite a partner's people or one person; take somebody away."""
    if "retirer" in request.POST:
        invite = {str(un.pk): un for un in modele.invites.all()}.get(request.POST["retirer"])
        if invite:
            modele.desinviter(invite, par=request.user)
            messages.success(request, f"{invite} n’est plus invité par ce modèle.")
        return redirect(modele)
    form = FormulaireInvites(modele, request.POST or None)
    return agir(
        request,
        form,
        partial(_inviter, modele),
        annonce=lambda: f"{form.fait} personne{'s' * (form.fait > 1)} ajoutée{'s' * (form.fait > 1)}.",
        suite=modele,
    ) or render(request, "concertation/modeles/invites.html", {"modele": modele, "form": form})


def _inviter(modele, *, par, invites, **_) -> int:
    for invite in invites:
        modele.inviter(par=par, **invite)
    return len(invites)


@acces(ModeleReunion, "modifier_modele")
@require_POST
def arranger(request, modele):
    """Move an item, where each arrow is a button of one form: « monter » or « descendre », and which item."""
    points = {str(point.pk): point for point in modele.points.all()}
    for nom, pas in (("monter", -1), ("descendre", 1)):
        if point := points.get(request.POST.get(nom, "")):
            modele.deplacer(point, pas, par=request.user)
            return redirect(f"{modele.get_absolute_url()}#{nom}-{point.pk}")
    return redirect(modele)


@acces(ModeleReunion, "modifier_modele")
def point_nouveau(request, modele):
    """Add an item to a template."""
    form = FormulairePointModele(request.POST or None, instance=PointModele(modele=modele))
    contexte = {"modele": modele, "form": form, "titre": "Ajouter un point"}
    return agir(request, form, modele.ajouter_point, annonce="Le point est ajouté.", suite=modele) or render(
        request, "concertation/modeles/point.html", contexte
    )


@acces(ModeleReunion, "modifier_modele")
def point_modifier(request, modele, numero):
    """Change an item of a template."""
    point = get_object_or_404(modele.points, pk=numero)
    form = FormulairePointModele(envoye(request), instance=a_remplir(request, point))
    contexte = {"modele": modele, "form": form, "titre": "Modifier le point"}
    return corriger(
        request, form, point.modifier, annonce="Le point est enregistré.", suite=modele
    ) or render(request, "concertation/modeles/point.html", contexte)


@acces(ModeleReunion, "modifier_modele")
def point_retirer(request, modele, numero):
    """Take an item out of a template: asked for once."""
    point = get_object_or_404(modele.points, pk=numero)
    form = Form(envoye(request))
    return agir(
        request, form, point.retirer, annonce="Le point est retiré du modèle.", suite=modele
    ) or render(request, "concertation/modeles/point_retirer.html", {"modele": modele, "point": point})
