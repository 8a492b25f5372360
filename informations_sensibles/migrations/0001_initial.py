from django.db import migrations

from csil.mur.schema import Modeles, fichiers

from ._etat import MODELES


class Migration(migrations.Migration):
    """The Cellule and the wall around it: a file a subject, in the order of what asks what."""

    initial = True
    dependencies = [("partenaires", "0001_initial")]
    operations = [
        Modeles(MODELES),
        *fichiers(
            __file__,
            "tables",
            "porte",
            "secteurs",
            "processus",
            "circuits",
            "signalements",
            "signaler",
            "dossiers",
            "informations",
            "transmissions",
            "identites",
            "recherche",
            "regard",
        ),
    ]
