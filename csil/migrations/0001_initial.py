from django.db import migrations

from csil.mur.schema import Modeles, fichiers

from ._etat import MODELES


class Migration(migrations.Migration):
    """The kernel: accounts, who speaks, journal, history, mail, quarantine."""

    initial = True
    dependencies = [("auth", "0012_alter_user_first_name_max_length")]
    operations = [
        Modeles(MODELES),
        *fichiers(
            __file__,
            "extensions",
            "tables",
            "jour",
            "identite",
            "journal",
            "historique",
            "comptes",
            "recherche",
            "courrier",
            "quarantaine",
        ),
    ]
