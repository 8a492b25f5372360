from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0003_echeances"), ("csil", "0006_quarantaine")]

    operations = [sql(__file__, "0004_regard.sql")]
