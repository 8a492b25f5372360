from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("csil", "0007_piece_a_composer")]

    operations = [sql(__file__, "0008_historique.sql")]
