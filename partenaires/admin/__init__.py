"""What Django's admin finds of the package: each room's own, and accounts, which bring all of them together."""

from partenaires.admin import compte
from partenaires.annuaire import admin as annuaire
from partenaires.mandats import admin as mandats
from partenaires.plateforme import admin as plateforme

__all__ = ["annuaire", "compte", "mandats", "plateforme"]
