from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0009_engagement")]

    operations = [sql(__file__, "0010_quarantaine.sql")]
