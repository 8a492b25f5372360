from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0008_historique")]

    operations = [sql(__file__, "0009_engagement.sql")]
