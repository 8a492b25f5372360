from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0014_attaque")]

    operations = [sql(__file__, "0015_ecart.sql")]
