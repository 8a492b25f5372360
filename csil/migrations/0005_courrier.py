import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.contrib.postgres.operations import UnaccentExtension
from django.db import migrations, models

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    """The clock's identity, the mail queue, and the configurations of text search."""

    dependencies = [
        ("csil", "0004_comptes"),
    ]

    operations = [
        UnaccentExtension(),
        sql(__file__, "0005_recherche.sql"),
        sql(__file__, "0005_horloge.sql"),
        migrations.CreateModel(
            name="Envoi",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("destinataire", models.EmailField(max_length=254, verbose_name="destinataire")),
                ("cle", models.CharField(max_length=200, unique=True, verbose_name="clé")),
                ("objet_type", models.CharField(blank=True, max_length=100, verbose_name="genre d’objet")),
                ("objet_id", models.CharField(blank=True, max_length=64, verbose_name="objet")),
                ("reserve", models.BooleanField(default=False, verbose_name="réservé")),
                (
                    "etat",
                    models.CharField(
                        choices=[
                            ("en_attente", "en attente"),
                            ("en_cours", "en cours"),
                            ("envoye", "envoyé"),
                            ("a_reessayer", "à réessayer"),
                            ("rejete", "rejeté"),
                            ("abandonne", "abandonné"),
                            ("incertain", "incertain"),
                            ("annule", "annulé"),
                        ],
                        default="en_attente",
                        max_length=12,
                        verbose_name="état",
                    ),
                ),
                ("tentatives", models.PositiveSmallIntegerField(default=0, verbose_name="tentatives")),
                (
                    "prochain_essai",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="prochain essai"),
                ),
                ("pris_le", models.DateTimeField(null=True, verbose_name="pris en charge le")),
                ("erreur", models.CharField(blank=True, max_length=250, verbose_name="dernière erreur")),
                (
                    "cree_le",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="demandé le"),
                ),
                ("envoye_le", models.DateTimeField(null=True, verbose_name="envoyé le")),
                (
                    "par",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="demandé par",
                    ),
                ),
            ],
            options={
                "verbose_name": "envoi",
                "verbose_name_plural": "envois",
                "ordering": ["cree_le"],
            },
        ),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AddField(
                    model_name="entreejournal",
                    name="de_la_plateforme",
                    field=models.BooleanField(default=False, editable=False, verbose_name="de la plateforme"),
                ),
            ]
        ),  # 0005_horloge.sql makes the column
        migrations.CreateModel(
            name="CorpsEnvoi",
            fields=[
                (
                    "envoi",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="corps",
                        serialize=False,
                        to="csil.envoi",
                    ),
                ),
                ("objet", models.CharField(max_length=250, verbose_name="objet")),
                ("texte", models.TextField(verbose_name="texte")),
                ("html", models.TextField(blank=True, verbose_name="texte mis en forme")),
            ],
            options={
                "verbose_name": "texte d’un envoi",
            },
        ),
        migrations.CreateModel(
            name="PieceJointe",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordre", models.PositiveSmallIntegerField(verbose_name="ordre")),
                ("nom", models.CharField(max_length=150, verbose_name="nom")),
                ("genre", models.CharField(max_length=150, verbose_name="type")),
                ("octets", models.BinaryField(verbose_name="contenu")),
                (
                    "envoi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="pieces", to="csil.envoi"
                    ),
                ),
            ],
            options={
                "verbose_name": "pièce jointe",
                "verbose_name_plural": "pièces jointes",
                "ordering": ["ordre"],
            },
        ),
        migrations.AddIndex(
            model_name="envoi",
            index=models.Index(fields=["objet_type", "objet_id"], name="envoi_objet"),
        ),
        migrations.AddIndex(
            model_name="envoi",
            index=models.Index(
                condition=models.Q(("etat__in", ["en_attente", "a_reessayer", "en_cours"])),
                fields=["prochain_essai"],
                name="envoi_file",
            ),
        ),
        sql(__file__, "0005_courrier.sql"),
    ]
