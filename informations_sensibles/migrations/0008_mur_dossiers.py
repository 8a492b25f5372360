from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0007_dossiers"), ("csil", "0010_quarantaine")]

    operations = [sql(__file__, "0008_dossiers.sql"), sql(__file__, "0008_recherche.sql")]
