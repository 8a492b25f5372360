from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0001_initial")]

    operations = [sql(__file__, "0002_identite.sql")]
