"""Pages for what went wrong. What was typed is shown again, never kept."""

from django.shortcuts import render

from csil.acces import ouvert_a_tous
from csil.classification import reperer
from csil.classification.arret import arreter

TUS = {"csrfmiddlewaretoken", "password", "password1", "password2", "oldpassword", "code"}


def renvoyer(request):
    """The page was open for too long: offer to send again what was typed, which stays in the page only (403).

    Classified information is stopped here too (422): it would have been given back.
    """
    champs = [(nom, valeur) for nom, valeurs in request.POST.lists() if nom not in TUS for valeur in valeurs]
    for _, valeur in champs:
        # A choice sends a code in small letters: only what somebody wrote has a space or a capital
        grave = next((mention for mention in reperer(valeur) if mention.bloque), None)
        if grave and not (valeur.islower() and valeur.isidentifier()):
            return arreter(request, grave.regle)
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
