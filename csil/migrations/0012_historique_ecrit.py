from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0011_quarantaine_colonnes")]

    operations = [sql(__file__, "0012_historique_ecrit.sql")]
