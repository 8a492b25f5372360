from csil.administration import admin as reference
from csil.comptes import admin as engagement

__all__ = ["engagement", "reference"]
