from . import compte, mandat, partenaire, tables

__all__ = ["compte", "mandat", "partenaire", "tables"]
