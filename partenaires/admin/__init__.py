from partenaires.admin import compte, mandat, tables
from partenaires.annuaire import admin as partenaire

__all__ = ["compte", "mandat", "partenaire", "tables"]
