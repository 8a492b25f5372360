"""What Django's admin finds of the kernel."""

from csil.administration import admin

__all__ = ["admin"]
