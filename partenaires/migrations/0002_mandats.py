from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("partenaires", "0001_initial"), ("csil", "0004_comptes")]

    operations = [sql(__file__, "0002_mandats.sql")]
