"""After every migrate: what csil_app may do, for tables old and new, and the key by which identities are verified."""

from datetime import date
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.db import connections
from django.utils import timezone

from csil.identite import cle_en_deux_moities
from csil.mur.donnees import initialiser
from csil.quarantaine import tables_gardees

# A package adds its own exceptions in its AppConfig: `accords = ["REVOKE DELETE ON … FROM csil_app", …]`.
GENERAUX = """
    GRANT USAGE ON SCHEMA public TO csil_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO csil_app;
    GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO csil_app;
    REVOKE ALL ON csil_cle FROM csil_app;
    REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM csil_app;
    DO $$ DECLARE t record; BEGIN
      -- a temporary table would shadow the real one for the next request on this connection
      EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC', current_database());
      FOR t IN SELECT c.oid::regclass AS nom FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname = 'public' AND c.relkind = 'r' AND c.relname ~ '_historical' LOOP
        EXECUTE format('REVOKE UPDATE, DELETE ON %s FROM csil_app', t.nom);
        IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = t.nom AND tgname = 'historique_garde') THEN
          EXECUTE format('CREATE TRIGGER historique_garde BEFORE INSERT OR UPDATE OR DELETE ON %s
                          FOR EACH ROW EXECUTE FUNCTION csil_historique_garde()', t.nom);
        END IF;
      END LOOP; END $$;
"""
JOURNAL = """
    DO $$ DECLARE t record; BEGIN
      FOR t IN SELECT inhrelid::regclass AS nom FROM pg_inherits WHERE inhparent = 'csil_entreejournal'::regclass LOOP
        EXECUTE format('REVOKE ALL ON %s FROM csil_app', t.nom); END LOOP; END $$;
    REVOKE UPDATE, DELETE ON csil_entreejournal FROM csil_app;
"""
MOIS_D_AVANCE = 24


def accorder(using: str, **kwargs: Any) -> None:
    """Set, after a `migrate`, the rights of csil_app, the journal's months, the quarantines, the key and the first data."""
    call_command("createcachetable", database=using, verbosity=0)
    with connections[using].cursor() as curseur:
        preparer_journal(curseur)
        curseur.execute(GENERAUX)
        curseur.execute(JOURNAL)
        for application in apps.get_app_configs():
            for accord in getattr(application, "accords", ()):
                curseur.execute(accord)
        for modele, colonne, racine in tables_gardees():
            curseur.execute(
                "SELECT csil_quarantaine_poser(%s, %s, %s)", [modele._meta.db_table, colonne, racine]
            )
        curseur.execute(
            """INSERT INTO csil_cle (interieure, exterieure) VALUES (%s, %s) ON CONFLICT (seule)
               DO UPDATE SET (interieure, exterieure) = (excluded.interieure, excluded.exterieure)""",
            cle_en_deux_moities(),
        )
    initialiser()


def preparer_journal(curseur: Any, depuis: date | None = None) -> None:
    """Make the journal's partitions for the months to come; partitions themselves are closed to csil_app (RLS is above)."""
    jour = (depuis or timezone.localdate()).replace(day=1)
    for _ in range(MOIS_D_AVANCE):
        curseur.execute("SELECT csil_journal_mois(%s)", [jour])
        jour = jour.replace(year=jour.year + jour.month // 12, month=jour.month % 12 + 1)
