"""The pieces of an initial migration: models told to Django's state at once, tables and rules made by SQL (decision 0018).

    operations = [Modeles(MODELES), *fichiers(__file__, "tables", "porte", "dossiers")]

`MODELES` and `sql/tables.sql` are written by `make schema` from the models; the other files of `sql/` by hand, by subject.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db.migrations import CreateModel, RunSQL
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState


class Modeles(Operation):
    """Tell the state every model of a package, without a table and without a class.

    Django makes the classes of all related models anew at each model it is told of, which was 94 % of a `migrate`. Here it
    makes them once, afterwards, when something asks for one.
    """

    reduces_to_sql = False
    reversible = False

    def __init__(self, modeles: list[CreateModel]):
        self.modeles = modeles

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        state.__dict__.pop("apps", None)
        for modele in self.modeles:
            modele.state_forwards(app_label, state)

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        """Do nothing: `sql/tables.sql` makes the tables."""

    def describe(self) -> str:
        return f"{len(self.modeles)} models"


def fichiers(migration: str, *noms: str) -> Iterator[RunSQL]:
    """Run files of the package's `sql/` folder in this order; `migration` is the `__file__` of the migration."""
    dossier = Path(migration).resolve().parent.parent / "sql"
    return (RunSQL((dossier / f"{nom}.sql").read_text()) for nom in noms)
