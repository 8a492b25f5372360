"""SQL that a migration runs stands whole in a file of its package's `sql/` folder, never edited once it is out."""

from pathlib import Path

from django.db.migrations import RunSQL


def sql(migration: str, nom: str, defaire: str = RunSQL.noop) -> RunSQL:
    """`migration`: the migration's `__file__`; `nom`: the file in the package's `sql/` folder."""
    return RunSQL((Path(migration).resolve().parent.parent / "sql" / nom).read_text(), defaire)
