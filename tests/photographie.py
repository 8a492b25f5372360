"""The rows of the whole database, kept and put back as they were: what a test has committed, a world long to build."""

from dataclasses import dataclass
from io import BytesIO

from django.db import connection, transaction

from tests.outils import proprietaire


@dataclass
class Photo:
    tables: dict[str, bytes]  # as COPY writes them
    sequences: dict[str, int | None]

    @classmethod
    def prendre(cls) -> "Photo":
        with transaction.atomic(), proprietaire(), connection.cursor() as curseur:
            return cls({nom: _lire(curseur, nom) for nom in _noms(curseur)}, _sequences(curseur))

    def reposer(self, depuis: "Photo"):
        """Where the database is as in the photograph `depuis`, make it as in this one."""
        with transaction.atomic(), proprietaire(), connection.cursor() as curseur:
            curseur.execute("SET LOCAL session_replication_role = replica")  # no trigger, no foreign key
            for nom, lignes in self.tables.items():
                if lignes != depuis.tables[nom]:
                    curseur.execute(f"DELETE FROM {nom}")
                    curseur.copy_expert(f"COPY {nom} FROM STDIN", BytesIO(lignes))
            for nom, valeur in self.sequences.items():
                if valeur != depuis.sequences[nom]:
                    curseur.execute("SELECT setval(%s, %s, %s)", [nom, valeur or 1, valeur is not None])
            curseur.execute("SET LOCAL session_replication_role = origin")

    def revenir(self):
        """Put back what differs, once every request under way has ended."""
        with transaction.atomic(), proprietaire(), connection.cursor() as curseur:
            curseur.execute(f"LOCK TABLE {', '.join(self.tables)} IN ACCESS EXCLUSIVE MODE")
            self.reposer(Photo.prendre())


class Decor:
    """A world long to build: the first test that asks has it built, the next ones get its rows put back."""

    def __init__(self, batir):
        self.batir, self.photo, self.rendu = batir, None, None

    def monter(self, depart: Photo, *arguments):
        """In a database that is as in `depart`; what the builder gave back the first time."""
        if self.photo:
            self.photo.reposer(depuis=depart)
        else:
            self.rendu, self.photo = self.batir(*arguments), Photo.prendre()
        return self.rendu


def _noms(curseur) -> list[str]:
    curseur.execute(
        "SELECT oid::regclass FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
    )
    return [nom for (nom,) in curseur.fetchall()]


def _lire(curseur, nom) -> bytes:
    sortie = BytesIO()
    curseur.copy_expert(f"COPY {nom} TO STDOUT", sortie)
    return sortie.getvalue()


def _sequences(curseur) -> dict:
    curseur.execute(
        "SELECT quote_ident(sequencename), last_value FROM pg_sequences WHERE schemaname = 'public'"
    )
    return dict(curseur.fetchall())
