from django.db import migrations, models

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    """Who steers, for everybody: mandates themselves are no longer read by all (0003)."""

    dependencies = [("partenaires", "0003_suspensions")]

    operations = [
        migrations.CreateModel(
            name="Titulaire",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("groupe_nom", models.CharField(max_length=150, verbose_name="groupe")),
                (
                    "qualite",
                    models.CharField(
                        choices=[("titulaire", "titulaire"), ("representant", "représentant")],
                        max_length=15,
                        verbose_name="qualité",
                    ),
                ),
                ("debut", models.DateTimeField(verbose_name="depuis le")),
            ],
            options={"db_table": "partenaires_titulaire", "managed": False},
        ),
        sql(__file__, "0004_titulaires.sql"),
    ]
