from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0001_initial"), ("partenaires", "0002_mandats")]

    operations = [sql(__file__, "0002_mur.sql")]
