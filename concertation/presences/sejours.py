"""What is done with one stay, by the acts on whose stay it is (`actes`)."""

from django.utils import timezone

from csil.actes import acte


@acte("pointer_presence")
def finir(sejour, *, par, avant_point):
    """End the stay before this item."""
    sejour.avant_point, sejour.depart_le = avant_point, timezone.now()


@acte("pointer_presence")
def effacer(sejour, *, par):
    """Rub the stay out."""
    sejour.delete()
