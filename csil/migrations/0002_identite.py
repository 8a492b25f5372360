from django.db import migrations

from csil.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0001_initial")]

    operations = [sql(__file__, "0002_jour.sql"), sql(__file__, "0002_identite.sql")]
