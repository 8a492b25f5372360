"""Pages of what was promised: one's own and everybody's, overdue first; how far each is, until it is done or withdrawn."""

from django.core.paginator import Paginator
from django.shortcuts import redirect, render

from concertation.actions.filtres import FiltreActions
from concertation.actions.forms import FormulaireAction, FormulaireAvancement, FormulaireRetrait
from concertation.actions.models import Action, NoteAction
from concertation.commun.groupes import LISENT
from concertation.commun.pages import corriger
from csil.acces import acces, ouvert_aux_membres
from csil.actes import a_remplir, agir, envoye
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
    """Note progress, which may also be the last: « C’est fait »."""
    if request.method != "POST":
        return redirect(action)
    form = FormulaireAvancement(request.POST, fait="fait" in request.POST)
    annonce = "L’action est faite. Merci." if form.close else "C’est noté."
    return agir(request, form, action.avancer, annonce=annonce, suite=action) or _page(request, action, form)


@acces(Action, "retirer_action")
def retirer(request, action):
    """Withdraw what is not done and not to be done any more: with a reason, which everybody reads."""
    form = FormulaireRetrait(envoye(request))
    return agir(request, form, action.retirer, annonce="L’action est retirée.", suite=action) or render(
        request, "concertation/actions/retirer.html", {"action": action, "form": form}
    )


@acces(Action, "modifier_action")
def modifier(request, action):
    """Change the date, the owner: the history keeps what was agreed first."""
    form = FormulaireAction(envoye(request), instance=a_remplir(request, action))
    return corriger(
        request, form, action.modifier, annonce="L’action est enregistrée.", suite=action
    ) or render(request, "concertation/actions/modifier.html", {"action": action, "form": form})


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
