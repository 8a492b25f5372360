"""What is verified before the first page: the database opens, and to the role that must serve it."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor


def verifier_base() -> None:
    """As csil_app, without the rights that would pass the wall (conception §4); `ImproperlyConfigured` otherwise."""
    role = ouvrir_base()
    with connection.cursor() as curseur:
        curseur.execute(
            """SELECT rolsuper OR rolbypassrls OR EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid)
               FROM pg_roles r WHERE rolname = session_user"""
        )
        (trop_de_droits,) = curseur.fetchone()
    connection.close()  # not shared with the processes to come
    if role != "csil_app":
        raise ImproperlyConfigured(
            f"CSIL_DATABASE_URL ouvre la base comme {role} ; seul csil_app sert les pages."
        )
    if trop_de_droits:
        raise ImproperlyConfigured(
            "le rôle csil_app a trop de droits ; relancez csil/sql/roles.sql (README)."
        )


def ouvrir_base() -> str:
    """The role that the database knows us by."""
    try:
        with connection.cursor() as curseur:
            curseur.execute("SELECT session_user")
            return curseur.fetchone()[0]
    except OperationalError as erreur:
        base = settings.DATABASES["default"]
        variable = "CSIL_DATABASE_OWNER_URL" if settings.PROPRIETAIRE else "CSIL_DATABASE_URL"
        raise ImproperlyConfigured(
            f"la base « {base['NAME']} » ne s’ouvre pas au rôle {base['USER']} ; vérifiez que PostgreSQL tourne et que "
            f"{variable} est juste."
        ) from erreur


def migrations_en_attente() -> bool:
    executeur = MigrationExecutor(connection)
    return bool(executeur.migration_plan(executeur.loader.graph.leaf_nodes()))
