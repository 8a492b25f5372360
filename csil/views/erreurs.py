"""Pages for what went wrong. What was typed is shown again, never kept."""

from django.shortcuts import render

from csil.acces import ouvert_a_tous
from csil.classification import reperer
from csil.classification.arret import arreter

TUS = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code"}


def renvoyer(request):
    """The page was open for too long: offer to send again what was typed, which stays in the page only (403)."""
    champs = _envoyes(request)
    if regle := _classifie(champs):
        return arreter(request, regle)
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


@ouvert_a_tous
def refus(request, exception):
    """The act is not, or no longer, this person's (403): why, if the record said it, and what they had typed."""
    return _refuser(request, "403.html", 403, {"raison": str(exception)})


@ouvert_a_tous
def introuvable(request, exception):
    """Does not exist, or not for this person (404): not which of the two, but what they had typed."""
    return _refuser(request, "404.html", 404, {})


def _refuser(request, gabarit, code, contexte):
    # Only what our own form sent: its proof of origin was checked
    champs = _envoyes(request) if getattr(request, "csrf_processing_done", False) else []
    if regle := _classifie(champs):
        return arreter(request, regle)
    return render(request, gabarit, contexte | {"champs": champs}, status=code)


def _envoyes(request) -> list[tuple[str, str]]:
    return [(nom, valeur) for nom, valeurs in request.POST.lists() if nom not in TUS for valeur in valeurs]


def _classifie(champs) -> str:
    """The rule that what would be given back breaks, or ""."""
    for _, valeur in champs:
        # A choice sends a code in small letters: only what somebody wrote has a space or a capital
        grave = next((mention for mention in reperer(valeur) if mention.bloque), None)
        if grave and not (valeur.islower() and valeur.isidentifier()):
            return grave.regle
    return ""
