"""One's own account: undertaking, open logins, invitation."""

from allauth.account.forms import SetPasswordForm
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from csil.acces import Requete, ouvert_a_tous, ouvert_au_compte
from csil.actes import envoye
from csil.comptes.connexions import terminer_les_autres
from csil.comptes.forms import FormulaireEngagement
from csil.comptes.invitation import accepter, invite
from csil.comptes.models.connexion import Connexion
from csil.comptes.models.engagement import TexteEngagement
from csil.comptes.sessions import empreinte


@ouvert_au_compte
def engagement(request: Requete) -> HttpResponse:
    """Show the undertaking in force: read, accepted once, before anything else opens (R06)."""
    texte = TexteEngagement.objects.first()
    if texte is None or request.user.a_signe:
        return redirect(_suite(request))
    form = FormulaireEngagement(envoye(request), initial={"next": request.GET.get("next", "")})
    if request.method == "POST" and form.is_valid():
        texte.accepter(par=request.user)
        return redirect(_suite(request))
    return render(request, "csil/comptes/engagement.html", {"texte": texte, "form": form})


@ouvert_au_compte
def connexions(request: Requete) -> HttpResponse:
    """List one's open logins."""
    contexte = {
        "connexions": request.user.connexions.all(),
        "courante": empreinte(request.session.session_key),
    }
    return render(request, "csil/comptes/connexions.html", contexte)


@ouvert_au_compte
@require_POST
def connexion_terminer(request: Requete, pk: int) -> HttpResponse:
    """End one of one's logins."""
    connexion = Connexion.objects.filter(personne=request.user, pk=pk).first()
    if connexion is None:
        raise Http404
    connexion.terminer(par=request.user)
    messages.success(request, "Cette connexion a pris fin.")
    return redirect("connexions")


@ouvert_au_compte
@require_POST
def connexions_terminer_autres(request: Requete) -> HttpResponse:
    """End all of one's logins but this one."""
    terminer_les_autres(request)
    messages.success(request, "Toutes vos autres connexions ont pris fin.")
    return redirect("connexions")


@ouvert_a_tous
def invitation(request: HttpRequest, uidb36: str, jeton: str) -> HttpResponse:
    """Choose one's first password; the link is then spent."""
    personne = invite(uidb36, jeton)
    if personne is None:
        return render(
            request,
            "csil/comptes/invitation.html",
            {"valide": False, "form": None, "personne": None},
            status=410,
        )
    form = SetPasswordForm(data=envoye(request), user=personne)
    if request.method == "POST" and form.is_valid():
        accepter(personne, form.cleaned_data["password1"])
        messages.success(request, "Votre mot de passe est enregistré. Connectez-vous pour commencer.")
        return redirect("account_login")
    return render(
        request, "csil/comptes/invitation.html", {"valide": True, "form": form, "personne": personne}
    )


def _suite(request: HttpRequest) -> str:
    suite = request.POST.get("next") or request.GET.get("next") or ""
    sur = url_has_allowed_host_and_scheme(suite, {request.get_host()}, require_https=request.is_secure())
    return suite if sur else "accueil"
