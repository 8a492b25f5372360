"""What was promised: one's own and everybody's, overdue first; how far each is, until it is done or withdrawn."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.shortcuts import redirect, render

from concertation.actions import actes
from concertation.actions.filtres import FiltreActions
from concertation.actions.forms.acte import FormulaireAction
from concertation.actions.forms.action import FormulaireAvancement, FormulaireRetrait
from concertation.actions.models.action import Action, NoteAction
from concertation.commun.groupes import LISENT
from csil.acces import acces, ouvert_aux_membres
from csil.formulaires import verrouiller
from csil.historique import Source, page_historique

PAR_PAGE = 25
TUS = frozenset({"id", "version", "point", "cree_le", "close_le", "rappelee_le", "action", "par", "le"})


@ouvert_aux_membres(*LISENT)
def actions(request):
    visibles = Action.objects.visible_to(request.user)
    filtre = FiltreActions(request.GET, visibles, user=request.user)
    trouvees = filtre.qs.select_related("responsable", "partenaire", "point__reunion").par_urgence()
    contexte = {
        "filtre": filtre,
        "page": Paginator(trouvees, PAR_PAGE).get_page(request.GET.get("page")),
        "en_retard": filtre.qs.en_retard().count(),
        "filtree": any(request.GET.get(champ.name) for champ in filtre.form),
    }
    return render(request, "concertation/actions/actions.html", contexte)


@acces(Action, "view_action")
def action(request, action):
    return _page(request, action, FormulaireAvancement())


@acces(Action, "avancer_action")
def avancer(request, action):
    """A progress note, which may also be the last one: « C’est fait »."""
    fait = "fait" in request.POST
    form = FormulaireAvancement(request.POST if request.method == "POST" else None, exige=not fait)
    if request.method != "POST":
        return redirect(action)
    if not form.is_valid():
        return _page(request, action, form)
    texte = form.cleaned_data["texte"]
    try:
        if texte:
            action.noter(par=request.user, texte=texte)
        if fait:
            verrouiller(action).faire(par=request.user)
    except ValidationError as erreur:
        form.add_error(None, erreur.messages)
        return _page(request, action, form)
    messages.success(request, "L’action est faite. Merci." if fait else "C’est noté.")
    return redirect(action)


@acces(Action, "retirer_action")
def retirer(request, action):
    """Not done, and not to be done any more: with a reason, which everybody reads."""
    form = FormulaireRetrait(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            verrouiller(action).retirer(par=request.user, motif=form.cleaned_data["motif"])
        except ValidationError as erreur:
            form.add_error(None, erreur.messages)
        else:
            messages.success(request, "L’action est retirée.")
            return redirect(action)
    return render(request, "concertation/actions/retirer.html", {"action": action, "form": form})


@acces(Action, "modifier_action")
def modifier(request, action):
    """Another date, another owner: the history keeps what was agreed first."""
    objet = verrouiller(action) if request.method == "POST" else action
    form = FormulaireAction(request.POST if request.method == "POST" else None, instance=objet)
    if request.method == "POST" and form.is_valid():
        if form.has_changed():
            actes.enregistrer(form.save(commit=False), par=request.user)
        messages.success(request, form.message_reprise() or "L’action est enregistrée.")
        return redirect(action)
    return render(request, "concertation/actions/modifier.html", {"action": action, "form": form})


@acces(Action, "view_action")
def historique(request, action):
    sources = [
        Source(action.history.all(), "l’action", titre="", tus=TUS),
        Source(NoteAction.history.filter(action=action), "une note d’avancement", titre="", tus=TUS),
    ]
    contexte = {"action": action, "page": page_historique(sources, request.GET.get("page"))}
    return render(request, "concertation/actions/historique.html", contexte)


def _page(request, action, form):
    contexte = {
        "action": action,
        "droits": action.droits_de(request.user),
        "notes": action.notes.select_related("par").order_by("-le"),
        "form": form,
    }
    return render(request, "concertation/actions/action.html", contexte)
