"""What tests arrange the world with."""

from contextlib import contextmanager

from django.db import connection


@contextmanager
def proprietaire():
    """Arrange as csil_owner, on the same connection and in the same transaction."""
    with connection.cursor() as curseur:
        curseur.execute("SET ROLE NONE")
        try:
            yield
        finally:
            if not connection.needs_rollback:
                curseur.execute("SET ROLE csil_app")
