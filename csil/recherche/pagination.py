"""Pages of a list that may have no end: counting stops at a thousand, so that its cost does not grow with the table."""

from functools import cached_property
from typing import Any

from django.core.paginator import Paginator

MAXIMUM = 1000


class PaginateurBorne(Paginator):  # type: ignore[type-arg]
    """Page through the first thousand rows; « plus de 1 000 » is said beyond, and the list is then to be filtered."""

    @cached_property
    def _bornes(self) -> int:
        lignes: Any = self.object_list
        nombre: int = lignes.order_by().values("pk")[: MAXIMUM + 1].count()
        return nombre

    @cached_property
    def count(self) -> int:
        return min(self._bornes, MAXIMUM)

    @property
    def deborde(self) -> bool:
        return self._bornes > MAXIMUM

    @property
    def nombre(self) -> str:
        """The number of rows in words: « 12 », « plus de 1 000 »."""
        return "plus de 1\N{NARROW NO-BREAK SPACE}000" if self.deborde else str(self.count)
