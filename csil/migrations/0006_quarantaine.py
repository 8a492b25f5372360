import uuid

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    """Quarantine of content found classified later."""

    dependencies = [
        ("csil", "0005_courrier"),
    ]

    operations = [
        migrations.AddField(
            model_name="profilgroupe",
            name="securite",
            field=models.BooleanField(default=False, verbose_name="tient lieu d’officier de sécurité"),
        ),
        migrations.CreateModel(
            name="HistoricalQuarantaine",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "objet_type",
                    models.CharField(editable=False, max_length=100, verbose_name="genre d’objet"),
                ),
                ("objet_id", models.CharField(editable=False, max_length=64, verbose_name="objet")),
                (
                    "regle",
                    models.CharField(
                        choices=[
                            ("marquage_decouvert", "Un marquage a été découvert sur la pièce"),
                            ("dit_par_la_source", "Le service d’origine l’a dit classifié"),
                            ("doute", "Un doute, en attendant l’officier de sécurité"),
                        ],
                        max_length=20,
                        verbose_name="pourquoi",
                    ),
                ),
                (
                    "depuis",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="depuis"
                    ),
                ),
                ("levee_le", models.DateTimeField(editable=False, null=True, verbose_name="levée le")),
                ("purgee_le", models.DateTimeField(editable=False, null=True, verbose_name="purgée le")),
                ("history_id", models.AutoField(primary_key=True, serialize=False)),
                ("history_date", models.DateTimeField(db_index=True)),
                ("history_change_reason", models.CharField(max_length=100, null=True)),
                (
                    "history_type",
                    models.CharField(
                        choices=[("+", "Created"), ("~", "Changed"), ("-", "Deleted")], max_length=1
                    ),
                ),
                (
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "levee_par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="levée par",
                    ),
                ),
                (
                    "par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mis par",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical quarantaine",
                "verbose_name_plural": "historical quarantaines",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Quarantaine",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "objet_type",
                    models.CharField(editable=False, max_length=100, verbose_name="genre d’objet"),
                ),
                ("objet_id", models.CharField(editable=False, max_length=64, verbose_name="objet")),
                (
                    "regle",
                    models.CharField(
                        choices=[
                            ("marquage_decouvert", "Un marquage a été découvert sur la pièce"),
                            ("dit_par_la_source", "Le service d’origine l’a dit classifié"),
                            ("doute", "Un doute, en attendant l’officier de sécurité"),
                        ],
                        max_length=20,
                        verbose_name="pourquoi",
                    ),
                ),
                (
                    "depuis",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="depuis"
                    ),
                ),
                ("levee_le", models.DateTimeField(editable=False, null=True, verbose_name="levée le")),
                ("purgee_le", models.DateTimeField(editable=False, null=True, verbose_name="purgée le")),
                (
                    "levee_par",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="levée par",
                    ),
                ),
                (
                    "par",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="mis par",
                    ),
                ),
            ],
            options={
                "verbose_name": "quarantaine",
                "ordering": ["-depuis"],
                "permissions": [
                    ("purger_quarantaine", "Décider l’effacement"),
                    ("lever_quarantaine", "Rendre de nouveau visible"),
                ],
            },
        ),
        migrations.CreateModel(
            name="DecisionPurge",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("le", models.DateTimeField(default=django.utils.timezone.now, verbose_name="le")),
                (
                    "par",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="décidée par",
                    ),
                ),
                (
                    "quarantaine",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="csil.quarantaine",
                        verbose_name="quarantaine",
                    ),
                ),
            ],
            options={
                "verbose_name": "décision d’effacer",
                "ordering": ["le"],
            },
        ),
        migrations.AddConstraint(
            model_name="quarantaine",
            constraint=models.UniqueConstraint(
                models.F("objet_type"),
                models.F("objet_id"),
                condition=models.Q(("levee_le", None)),
                name="quarantaine_une_a_la_fois",
            ),
        ),
        migrations.AddConstraint(
            model_name="quarantaine",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("levee_le", None), ("levee_par", None)),
                    models.Q(
                        ("levee_le__isnull", False),
                        ("levee_par__isnull", False),
                        ("purgee_le", None),
                        models.Q(("levee_par", models.F("par")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="quarantaine_levee_par_un_autre",
            ),
        ),
        migrations.AddConstraint(
            model_name="decisionpurge",
            constraint=models.UniqueConstraint(
                models.F("quarantaine"), models.F("par"), name="decision_purge_une_par_personne"
            ),
        ),
        sql(__file__, "0006_quarantaine.sql"),
    ]
