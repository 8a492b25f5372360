import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    """The table is partitioned, which Django cannot say: the SQL makes it, the state knows it."""

    dependencies = [("csil", "0002_identite")]

    operations = [
        sql(__file__, "0003_journal.sql"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.CreateModel(
                    name="EntreeJournal",
                    fields=[
                        (
                            "id",
                            models.UUIDField(
                                default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        (
                            "quand",
                            models.DateTimeField(default=django.utils.timezone.now, verbose_name="quand"),
                        ),
                        (
                            "verbe",
                            models.CharField(
                                choices=[
                                    ("collecte", "collecte"),
                                    ("modification", "modification"),
                                    ("consultation", "consultation"),
                                    ("communication", "communication"),
                                    ("interconnexion", "interconnexion"),
                                    ("effacement", "effacement"),
                                    ("connexion", "connexion"),
                                    ("refus", "refus"),
                                    ("attribution", "attribution d’un droit"),
                                ],
                                max_length=20,
                                verbose_name="opération",
                            ),
                        ),
                        ("acte", models.CharField(max_length=100, verbose_name="acte")),
                        (
                            "objet_type",
                            models.CharField(blank=True, max_length=100, verbose_name="genre d’objet"),
                        ),
                        ("objet_id", models.CharField(blank=True, max_length=64, verbose_name="objet")),
                        ("motif", models.TextField(blank=True, verbose_name="motif")),
                        (
                            "destinataires",
                            django.contrib.postgres.fields.ArrayField(
                                base_field=models.TextField(),
                                blank=True,
                                default=list,
                                size=None,
                                verbose_name="destinataires",
                            ),
                        ),
                        (
                            "qui",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="qui",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "ligne du journal",
                        "verbose_name_plural": "journal",
                        "ordering": ["-quand"],
                    },
                ),
            ]
        ),
    ]
