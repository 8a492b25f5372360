from django.db import migrations

from csil.mur.schema import Modeles, fichiers

from ._etat import MODELES


class Migration(migrations.Migration):
    """The first working group: meetings, minutes, actions."""

    initial = True
    dependencies = [("partenaires", "0001_initial")]
    operations = [Modeles(MODELES), *fichiers(__file__, "tables", "verrou")]
