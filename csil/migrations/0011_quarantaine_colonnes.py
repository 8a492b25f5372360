from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0010_quarantaine")]

    operations = [sql(__file__, "0011_quarantaine_colonnes.sql")]
