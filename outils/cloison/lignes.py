"""Raw SQL: what each person's own connection returns of each sensitive table, against the rule."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from csil.identite import au_nom_de

# History keeps the key of its record under this name.
CLE_HISTOIRE = "id"


@contextmanager
def en_csil_app():
    """Speak as a request does, owner of nothing. The command itself speaks as owner."""
    with connection.cursor() as curseur:
        curseur.execute("SET ROLE csil_app")
        try:
            yield
        finally:
            curseur.execute("SET ROLE NONE")


def tables_protegees(paquet: str) -> dict[str, bool]:
    """Give every table of a package, and whether row level security is on."""
    with connection.cursor() as curseur:
        curseur.execute(
            "SELECT relname, relrowsecurity FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace "
            "WHERE n.nspname = 'public' AND relkind = 'r' AND starts_with(relname, %s) ORDER BY relname",
            [f"{paquet}_"],
        )
        return dict(curseur.fetchall())


def lire(table: str, colonne: str) -> set[str]:
    with connection.cursor() as curseur:
        curseur.execute(f'SELECT "{colonne}"::text FROM "{table}"')
        return {ligne[0] for ligne in curseur}


def ecarts(regles, personnes) -> Iterator[tuple[bool, str]]:
    """(is it a leak?, sentence): rows that came back and should not have, or should have and did not.

    The history of a row that is gone has nobody left to judge it by, and is passed over.
    """
    for regle in (regle for regle in regles if regle.en_base):
        objets = {str(objet.pk): objet for objet in regle.modele._base_manager.all()}
        for table, colonne, lecteurs in _a_lire(regle):
            permis = {pk: lecteurs(objets[pk]) for pk in lire(table, colonne) & objets.keys()}
            for personne in personnes:
                attendus = {pk for pk, qui in permis.items() if personne.pk in qui}
                for fuite, phrase in _comparer(table, colonne, personne, attendus, permis.keys()):
                    if fuite or regle.histoire is not None or table == regle.modele._meta.db_table:
                        yield fuite, phrase


def _a_lire(regle) -> Iterator[tuple]:
    """A model's own table and its history's, with the column of the record's key and who reads it."""
    tables = tables_de(regle.modele)
    yield *tables[0], regle.lecteurs
    for table in tables[1:]:
        yield *table, regle.histoire if callable(regle.histoire) else regle.lecteurs


def _comparer(table, colonne, personne, attendus, connus):
    with en_csil_app():
        with au_nom_de(personne, second_facteur=True):
            rendus = lire(table, colonne)
        with au_nom_de(personne, second_facteur=False):
            sans_code = lire(table, colonne)
    for pk in sorted((rendus & connus) - attendus):
        yield True, f"SQL : {personne} lit {table} {pk}"
    for pk in sorted(sans_code):
        yield True, f"SQL : {personne}, sans second facteur, lit {table} {pk}"
    for pk in sorted(attendus - rendus):
        yield False, f"SQL : {personne} devrait lire {table} {pk}"


def tables_de(modele) -> list[tuple[str, str]]:
    """A model's own table and its history's, each with the column of the record's key."""
    tables = [(modele._meta.db_table, modele._meta.pk.column)]
    if hasattr(modele, "history"):
        tables.append((modele.history.model._meta.db_table, CLE_HISTOIRE))
    return tables


def tables_oubliees(paquet: str, regles) -> list[str]:
    """Tables of a package that no rule speaks of, or whose row level security is off."""
    jugees = {table for regle in regles for table, _ in tables_de(regle.modele)}
    jugees |= {liste for regle in regles for liste in _listes(regle.modele)}
    return [
        table for table, protegee in tables_protegees(paquet).items() if table not in jugees or not protegee
    ]


def _listes(modele) -> set[str]:
    """Tables of lists of choices, which hang from a judged row."""
    return {champ.remote_field.through._meta.db_table for champ in modele._meta.local_many_to_many}
