from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0002_mur"), ("csil", "0005_courrier")]

    operations = [sql(__file__, "0003_echeances.sql")]
