"""The French alphabetical order, without an ICU collation: accents and case do not count, then they decide."""

from django.contrib.postgres.lookups import Unaccent
from django.db.models.functions import Lower


def alphabetique(champ="nom") -> list:
    """Give the expressions of `order_by` for this field."""
    return [Lower(Unaccent(champ)), champ]
