"""The Référent's templates of meetings."""

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from concertation.commun.groupes import GERENT
from concertation.modeles.forms import FormulaireInvites, FormulaireModele, FormulairePointModele
from concertation.modeles.models import ModeleReunion, PointModele
from concertation.reunions.historique import sources_du_modele
from csil.acces import acces, ouvert_aux_membres
from csil.formulaires import verrouiller
from csil.historique import page_historique


@ouvert_aux_membres(*GERENT)
def modeles(request):
    visibles = ModeleReunion.objects.visible_to(request.user).annotate(
        nombre_points=Count("points", distinct=True), nombre_invites=Count("invites", distinct=True)
    )
    return render(request, "concertation/modeles/modeles.html", {"modeles": visibles})


@ouvert_aux_membres(*GERENT)
def nouveau(request):
    form = FormulaireModele(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.instance.creer(par=request.user)
        messages.success(request, "Le modèle est créé : ajoutez-lui ses points et ses invités.")
        return redirect(form.instance)
    return render(request, "concertation/modeles/nouveau.html", {"form": form})


@acces(ModeleReunion, "view_modele")
def modele(request, modele):
    contexte = {
        "modele": modele,
        "points": list(modele.points.all()),
        "invites": modele.invites.select_related("partenaire", "personne"),
        "form": FormulaireInvites(modele),
    }
    return render(request, "concertation/modeles/modele.html", contexte)


@acces(ModeleReunion, "view_modele")
def historique(request, modele):
    page = page_historique(sources_du_modele(modele), request.GET.get("page"))
    return render(request, "concertation/modeles/historique.html", {"modele": modele, "page": page})


@acces(ModeleReunion, "modifier_modele")
def modifier(request, modele):
    fiche = verrouiller(modele) if request.method == "POST" else modele
    form = FormulaireModele(request.POST or None, instance=fiche)
    if request.method == "POST" and form.is_valid():
        form.save()
        if form.has_changed():
            fiche.noter("modele_modifie", par=request.user)
        messages.success(request, form.message_reprise() or "Le modèle est enregistré.")
        return redirect(modele)
    return render(request, "concertation/modeles/modifier.html", {"modele": modele, "form": form})


@acces(ModeleReunion, "modifier_modele")
def supprimer(request, modele):
    if request.method == "POST":
        modele.supprimer(par=request.user)
        messages.success(request, f"Le modèle « {modele.nom} » est supprimé.")
        return redirect("modeles")
    return render(request, "concertation/modeles/supprimer.html", {"modele": modele})


@acces(ModeleReunion, "modifier_modele")
def invites(request, modele):
    """Add a partner's people or one person; take somebody away."""
    if "retirer" in request.POST:
        invite = {str(un.pk): un for un in modele.invites.all()}.get(request.POST["retirer"])
        if invite:
            modele.desinviter(invite, par=request.user)
            messages.success(request, f"{invite} n’est plus invité par ce modèle.")
        return redirect(modele)
    form = FormulaireInvites(modele, request.POST or None)
    if request.method == "POST" and form.is_valid():
        nouveaux = form.cleaned_data["invites"]
        for champs in nouveaux:
            modele.inviter(par=request.user, **champs)
        s = "s" * (len(nouveaux) > 1)
        messages.success(request, f"{len(nouveaux)} personne{s} ajoutée{s}.")
        return redirect(modele)
    return render(request, "concertation/modeles/invites.html", {"modele": modele, "form": form})


@acces(ModeleReunion, "modifier_modele")
@require_POST
def arranger(request, modele):
    """Each arrow is a button of one form: « monter » or « descendre », and which item."""
    points = {str(point.pk): point for point in modele.points.all()}
    for nom, pas in (("monter", -1), ("descendre", 1)):
        if point := points.get(request.POST.get(nom, "")):
            modele.deplacer(point, pas, par=request.user)
            return redirect(f"{modele.get_absolute_url()}#{nom}-{point.pk}")
    return redirect(modele)


@acces(ModeleReunion, "modifier_modele")
def point_nouveau(request, modele):
    form = FormulairePointModele(request.POST or None, instance=PointModele(modele=modele))
    if request.method == "POST" and form.is_valid():
        form.instance.ajouter(par=request.user)
        messages.success(request, "Le point est ajouté.")
        return redirect(modele)
    contexte = {"modele": modele, "form": form, "titre": "Ajouter un point"}
    return render(request, "concertation/modeles/point.html", contexte)


@acces(ModeleReunion, "modifier_modele")
def point_modifier(request, modele, numero):
    points = modele.points.select_for_update(of=("self",)) if request.method == "POST" else modele.points
    point = get_object_or_404(points, pk=numero)
    form = FormulairePointModele(request.POST or None, instance=point)
    if request.method == "POST" and form.is_valid():
        form.save()
        if form.has_changed():
            modele.noter("modele_point_modifie", par=request.user)
        messages.success(request, form.message_reprise() or "Le point est enregistré.")
        return redirect(modele)
    contexte = {"modele": modele, "form": form, "titre": "Modifier le point"}
    return render(request, "concertation/modeles/point.html", contexte)


@acces(ModeleReunion, "modifier_modele")
def point_retirer(request, modele, numero):
    point = get_object_or_404(modele.points, pk=numero)
    if request.method == "POST":
        point.retirer(par=request.user)
        messages.success(request, "Le point est retiré du modèle.")
        return redirect(modele)
    return render(request, "concertation/modeles/point_retirer.html", {"modele": modele, "point": point})
