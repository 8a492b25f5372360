from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0005_signalements")]

    operations = [sql(__file__, "0006_histoire.sql")]
