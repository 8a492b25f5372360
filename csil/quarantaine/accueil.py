"""What the home page asks of the security officer."""

from django.conf import settings
from django.urls import reverse

from csil.accueil import Tache
from csil.quarantaine.models import Quarantaine


def est_officier(user) -> bool:
    """Say whether this person decides of what may be classified (R31)."""
    return user.est_membre(*settings.CSIL_OFFICIERS_SECURITE)


def taches(user):
    """Yield, for the security officer, what waits for a decision of theirs."""
    if not est_officier(user):
        return
    for quarantaine in Quarantaine.objects.visible_to(user).ouvertes().prefetch_related("decisions"):
        if "purger_quarantaine" in quarantaine.droits_de(user):
            yield Tache(
                quoi="Décider d’un contenu mis en quarantaine",
                contexte=f"{quarantaine.quoi}, {quarantaine.get_regle_display()[:1].lower()}"
                f"{quarantaine.get_regle_display()[1:]}",
                adresse=reverse("quarantaine", args=[quarantaine.pk]),
                bouton="Décider",
                depuis=quarantaine.depuis,
            )
