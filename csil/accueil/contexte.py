"""What base.html needs on every page, without a query beyond the person's groups."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from csil.accueil.navigation import sections_de
from csil.comptes import groupes
from csil.identite.second_facteur import est_verifie


def plateforme(request: HttpRequest) -> dict[str, Any]:
    """Give every page its frame: who is logged in, the menu, the city."""
    user: Any = getattr(request, "user", None)
    connecte = user is not None and user.is_authenticated
    return {
        "commune": settings.CSIL_COMMUNE,
        "demonstration": settings.DEMONSTRATION,
        "maintenant": timezone.localtime(),
        "moi": user if connecte else None,
        "menu": sections_de(user, request.path) if connecte and _est_entree(request) else [],
        "voit_mandats": connecte and user.est_membre(*groupes.SENSIBLES, groupes.DPO),
    }


def _est_entree(request: HttpRequest) -> bool:
    """Say whether this person is past the door: until then every section would lead back to the undertaking or to the second factor."""
    user: Any = request.user
    return bool((est_verifie(request) or not user.doit_second_facteur) and user.a_signe)
