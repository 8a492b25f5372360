from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("concertation", "0005_seance")]

    operations = [sql(__file__, "0006_verrou.sql")]
