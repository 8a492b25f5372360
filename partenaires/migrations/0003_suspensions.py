import uuid

import django.db.models.deletion
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    """Suspended mandates, their review, the clearance of the police members; who may touch a second factor."""

    dependencies = [
        ("partenaires", "0002_mandats"),
        ("csil", "0005_courrier"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]

    operations = [
        migrations.CreateModel(
            name="EcheanceMandat",
            fields=[
                ("id", models.UUIDField(primary_key=True, serialize=False)),
                ("autorite", models.BooleanField(verbose_name="groupe d’autorité")),
                ("fin", models.DateTimeField()),
                ("revu_le", models.DateTimeField(verbose_name="confirmé ou revu le")),
                ("suspendu_le", models.DateTimeField(null=True, verbose_name="suspendu depuis le")),
            ],
            options={
                "db_table": "partenaires_echeancemandat",
                "managed": False,
            },
        ),
        migrations.AlterModelOptions(
            name="mandat",
            options={
                "ordering": ["-demande_le"],
                "permissions": [
                    ("confirmer_mandat", "Confirmer un mandat"),
                    ("terminer_mandat", "Mettre fin à un mandat"),
                    ("lever_suspension", "Confirmer de nouveau un mandat suspendu"),
                    ("revoir_mandat", "Revoir un mandat"),
                    ("attester_habilitation", "Attester l’habilitation d’un membre policier"),
                    ("regarder_personne", "Voir ce que la personne verrait"),
                ],
                "verbose_name": "mandat",
            },
        ),
        migrations.AddField(
            model_name="historicalmandat",
            name="revu_le",
            field=models.DateTimeField(editable=False, null=True, verbose_name="revu le"),
        ),
        migrations.AddField(
            model_name="historicalmandat",
            name="revu_par",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="revu par",
            ),
        ),
        migrations.AddField(
            model_name="mandat",
            name="revu_le",
            field=models.DateTimeField(editable=False, null=True, verbose_name="revu le"),
        ),
        migrations.AddField(
            model_name="mandat",
            name="revu_par",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="revu par",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalAttestationHabilitation",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                ("valable_jusqu_au", models.DateField(verbose_name="valable jusqu’au")),
                (
                    "attestee_le",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="attestée le"),
                ),
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
                    "attestee_par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="attestée par",
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
                    "personne",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical habilitation de niveau SECRET",
                "verbose_name_plural": "historical habilitations de niveau SECRET",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AttestationHabilitation",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("valable_jusqu_au", models.DateField(verbose_name="valable jusqu’au")),
                (
                    "attestee_le",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="attestée le"),
                ),
                (
                    "attestee_par",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="attestée par",
                    ),
                ),
                (
                    "personne",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attestations",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
            ],
            options={
                "verbose_name": "habilitation de niveau SECRET",
                "verbose_name_plural": "habilitations de niveau SECRET",
                "ordering": ["-attestee_le"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("attestee_par", models.F("personne")), _negated=True),
                        name="attestation_deux_personnes",
                        violation_error_message="Personne n’atteste sa propre habilitation.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Suspension",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            (
                                "second_facteur",
                                "second facteur installé ou changé hors d’une connexion qui l’avait passé",
                            ),
                            ("telephone", "second facteur retiré par un administrateur"),
                            ("mot_de_passe", "mot de passe changé hors d’une connexion vérifiée"),
                            ("reinitialisation", "mot de passe réinitialisé par courriel"),
                            ("invitation", "premier mot de passe choisi après la confirmation"),
                            ("adresse", "adresse électronique changée"),
                            ("revue", "revue périodique non faite"),
                        ],
                        max_length=20,
                        verbose_name="cause",
                    ),
                ),
                ("depuis", models.DateTimeField(default=django.utils.timezone.now, verbose_name="depuis")),
                ("levee_le", models.DateTimeField(null=True, verbose_name="levée le")),
                ("motif_levee", models.TextField(blank=True, verbose_name="pourquoi")),
                (
                    "changee_par",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="changement fait par",
                    ),
                ),
                (
                    "levee_par",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="levée par",
                    ),
                ),
                (
                    "mandat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="suspensions",
                        to="partenaires.mandat",
                    ),
                ),
            ],
            options={
                "verbose_name": "suspension",
                "ordering": ["depuis", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("levee_le", None)),
                        fields=("mandat", "cause", "changee_par"),
                        name="suspension_ouverte_unique",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("levee_le", None), ("levee_par", None)),
                            models.Q(("levee_le__isnull", False), ("levee_par__isnull", False)),
                            _connector="OR",
                        ),
                        name="suspension_levee_signee",
                    ),
                ],
            },
        ),
        sql(__file__, "0003_suspensions.sql"),
    ]
