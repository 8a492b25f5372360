"""Pages for what went wrong. What was typed is shown again, never kept."""

from django.shortcuts import render

from csil.acces import ouvert_a_tous

TUS = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code"}


def renvoyer(request):
    """The page was open for too long: offer to send again what was typed, which stays in the page only (403)."""
    champs = [(nom, valeur) for nom, valeurs in request.POST.lists() if nom not in TUS for valeur in valeurs]
    contexte = {"champs": champs, "fichiers": bool(request.FILES), "adresse": request.get_full_path()}
    return render(request, "csil/renvoyer.html", contexte, status=403)


@ouvert_a_tous
def csrf(request, reason=""):
    """A form whose proof of origin is out of date, or missing. From another site, nothing is offered again."""
    origine = request.headers.get("Origin", "")
    meme_site = origine == f"{request.scheme}://{request.get_host()}"
    if meme_site and request.POST:
        return renvoyer(request)
    return render(request, "403_csrf.html", status=403)
