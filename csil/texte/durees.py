"""Months in queries, counted as Python's relativedelta counts them."""

from django.db.models import DateTimeField, DurationField, ExpressionWrapper, Func
from django.db.models.expressions import Combinable, CombinedExpression


def apres_mois(moment: Combinable, mois: Combinable) -> "ExpressionWrapper[CombinedExpression]":
    """Give the expression of `moment`, so many months later.

    « Due a month after » is not « a month ago »: from 31 August, six months lead to 28 February, and back from there to
    28 August.
    """
    duree = Func(mois, template="make_interval(months => %(expressions)s)", output_field=DurationField())
    return ExpressionWrapper(moment + duree, DateTimeField())
