from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0003_journal")]

    operations = [sql(__file__, "0004_comptes.sql")]
