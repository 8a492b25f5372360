from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0013_transmissions")]

    operations = [sql(__file__, "0014_attaque.sql")]
