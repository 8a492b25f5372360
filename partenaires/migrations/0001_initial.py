import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.lookups
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.contrib.postgres.operations import BtreeGistExtension, UnaccentExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        BtreeGistExtension(),
        UnaccentExtension(),
        migrations.CreateModel(
            name="GroupeTravail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                ("nom", models.CharField(max_length=150, verbose_name="nom")),
                ("nature", models.CharField(max_length=200, verbose_name="nature")),
                ("objet", models.TextField(blank=True, verbose_name="objet")),
                ("ordre", models.PositiveSmallIntegerField(default=1, verbose_name="ordre")),
            ],
            options={
                "verbose_name": "groupe de travail",
                "verbose_name_plural": "groupes de travail",
                "ordering": ["ordre"],
            },
        ),
        migrations.CreateModel(
            name="Niveau",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                ("nom", models.CharField(max_length=120, verbose_name="nom")),
            ],
            options={
                "verbose_name": "niveau",
                "verbose_name_plural": "niveaux",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
            },
        ),
        migrations.CreateModel(
            name="Poste",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                ("fonction", models.CharField(max_length=200, verbose_name="fonction")),
                ("role_legal", models.CharField(blank=True, max_length=250, verbose_name="rôle légal")),
                ("groupe_nom", models.CharField(max_length=150, verbose_name="groupe")),
                ("ordre", models.PositiveSmallIntegerField(default=1, verbose_name="ordre")),
            ],
            options={
                "verbose_name": "poste de pilotage",
                "verbose_name_plural": "postes de pilotage",
                "ordering": ["ordre"],
            },
        ),
        migrations.CreateModel(
            name="Secteur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="code")),
                ("nom", models.CharField(max_length=120, verbose_name="nom")),
            ],
            options={
                "verbose_name": "secteur",
                "verbose_name_plural": "secteurs",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                (
                    "nature",
                    models.CharField(
                        choices=[("service", "Un service"), ("personne", "Une personne")],
                        default="service",
                        max_length=10,
                        verbose_name="qui est-ce ?",
                    ),
                ),
                ("nom", models.CharField(max_length=150, verbose_name="nom")),
                ("fonction", models.CharField(blank=True, max_length=150, verbose_name="fonction")),
                ("telephone", models.CharField(blank=True, max_length=40, verbose_name="téléphone")),
                ("courriel", models.EmailField(blank=True, max_length=254, verbose_name="courriel")),
                (
                    "rang",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="1 : à joindre en premier.", verbose_name="ordre d’appel"
                    ),
                ),
                ("absent_du", models.DateField(blank=True, null=True, verbose_name="premier jour d’absence")),
                ("absent_au", models.DateField(blank=True, null=True, verbose_name="dernier jour d’absence")),
                (
                    "suppleant",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="supplee",
                        to="partenaires.contact",
                        verbose_name="en cas d’absence",
                    ),
                ),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": [
                    "rang",
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalAdresseSujet",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("sujet", models.CharField(max_length=120, verbose_name="sujet")),
                ("courriel", models.EmailField(max_length=254, verbose_name="courriel")),
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
                    "contact",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.contact",
                        verbose_name="contact",
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
            ],
            options={
                "verbose_name": "historical adresse par sujet",
                "verbose_name_plural": "historical adresses par sujet",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalGroupeTravail",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("nom", models.CharField(max_length=150, verbose_name="nom")),
                ("nature", models.CharField(max_length=200, verbose_name="nature")),
                ("objet", models.TextField(blank=True, verbose_name="objet")),
                ("ordre", models.PositiveSmallIntegerField(default=1, verbose_name="ordre")),
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
            ],
            options={
                "verbose_name": "historical groupe de travail",
                "verbose_name_plural": "historical groupes de travail",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalMandat",
            fields=[
                ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
                (
                    "qualite",
                    models.CharField(
                        choices=[("titulaire", "titulaire"), ("representant", "représentant")],
                        default="titulaire",
                        max_length=15,
                        verbose_name="qualité",
                    ),
                ),
                ("autorite", models.CharField(max_length=150, verbose_name="autorité qui mandate")),
                (
                    "base",
                    models.CharField(
                        help_text="Décision, désignation ou texte, avec sa date.",
                        max_length=250,
                        verbose_name="base",
                    ),
                ),
                ("motif", models.TextField(verbose_name="motif")),
                ("debut", models.DateTimeField(verbose_name="du")),
                (
                    "fin",
                    models.DateTimeField(help_text="L’accès s’arrête alors de lui-même.", verbose_name="au"),
                ),
                (
                    "amorce",
                    models.BooleanField(default=False, editable=False, verbose_name="nommé sur le serveur"),
                ),
                (
                    "demande_le",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="demandé le"
                    ),
                ),
                ("confirme_le", models.DateTimeField(editable=False, null=True, verbose_name="confirmé le")),
                ("refuse_le", models.DateTimeField(editable=False, null=True, verbose_name="refusé le")),
                ("termine_le", models.DateTimeField(editable=False, null=True, verbose_name="terminé le")),
                ("decision", models.TextField(blank=True, editable=False, verbose_name="pourquoi")),
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
                    "confirme_par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmé par",
                    ),
                ),
                (
                    "demande_par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="demandé par",
                    ),
                ),
                (
                    "groupe",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="auth.group",
                        verbose_name="groupe",
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
                (
                    "refuse_par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="refusé par",
                    ),
                ),
                (
                    "termine_par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="terminé par",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical mandat",
                "verbose_name_plural": "historical mandats",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalNiveau",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("nom", models.CharField(max_length=120, verbose_name="nom")),
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
            ],
            options={
                "verbose_name": "historical niveau",
                "verbose_name_plural": "historical niveaux",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPlateforme",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("commune", models.CharField(max_length=100, verbose_name="commune")),
                ("organisme", models.CharField(max_length=200, verbose_name="organisme")),
                ("province", models.CharField(max_length=100, verbose_name="province")),
                ("domaine", models.CharField(max_length=200, verbose_name="domaine")),
                ("prevention", models.CharField(max_length=100, verbose_name="prévention")),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="personne de contact")),
                (
                    "financement",
                    models.CharField(
                        blank=True,
                        help_text="Une mention, jamais un partenaire (R11).",
                        max_length=250,
                        verbose_name="financement",
                    ),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "historical carte de la plateforme",
                "verbose_name_plural": "historical carte de la plateforme",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPoste",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("fonction", models.CharField(max_length=200, verbose_name="fonction")),
                ("role_legal", models.CharField(blank=True, max_length=250, verbose_name="rôle légal")),
                ("groupe_nom", models.CharField(max_length=150, verbose_name="groupe")),
                ("ordre", models.PositiveSmallIntegerField(default=1, verbose_name="ordre")),
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
            ],
            options={
                "verbose_name": "historical poste de pilotage",
                "verbose_name_plural": "historical postes de pilotage",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalQuartier",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("nom", models.CharField(max_length=80, verbose_name="nom")),
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
            ],
            options={
                "verbose_name": "historical quartier",
                "verbose_name_plural": "historical quartiers",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalSecteur",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("code", models.SlugField(max_length=60, verbose_name="code")),
                ("nom", models.CharField(max_length=120, verbose_name="nom")),
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
            ],
            options={
                "verbose_name": "historical secteur",
                "verbose_name_plural": "historical secteurs",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalTheme",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("nom", models.CharField(max_length=80, verbose_name="nom")),
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
            ],
            options={
                "verbose_name": "historical thème",
                "verbose_name_plural": "historical thèmes",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Partenaire",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                (
                    "code",
                    models.SlugField(
                        help_text="Celui du fichier des partenaires ; il ne change pas.",
                        max_length=80,
                        unique=True,
                        verbose_name="code",
                    ),
                ),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
                ("acronyme", models.CharField(blank=True, max_length=20, verbose_name="sigle")),
                ("territoire", models.CharField(blank=True, max_length=200, verbose_name="territoire")),
                (
                    "forme",
                    models.CharField(
                        blank=True,
                        help_text="Par exemple : association, service public.",
                        max_length=100,
                        verbose_name="forme",
                    ),
                ),
                ("missions", models.TextField(blank=True, verbose_name="missions")),
                (
                    "statut_fiche",
                    models.CharField(
                        choices=[("ok", "Vérifiée"), ("a_confirmer", "À confirmer")],
                        default="a_confirmer",
                        max_length=20,
                        verbose_name="état de la fiche",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="question à régler")),
                (
                    "rythme",
                    models.PositiveSmallIntegerField(
                        choices=[(3, "tous les trois mois"), (6, "tous les six mois"), (12, "tous les ans")],
                        default=6,
                        verbose_name="relecture",
                    ),
                ),
                (
                    "relue_le",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="relue le"),
                ),
                (
                    "niveau",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partenaires",
                        to="partenaires.niveau",
                        verbose_name="niveau",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="filiales",
                        to="partenaires.partenaire",
                        verbose_name="dépend de",
                    ),
                ),
                (
                    "relue_par",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="relue par",
                    ),
                ),
                (
                    "tutelle",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sous_tutelle",
                        to="partenaires.niveau",
                        verbose_name="tutelle",
                    ),
                ),
                (
                    "secteur",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partenaires",
                        to="partenaires.secteur",
                        verbose_name="secteur",
                    ),
                ),
            ],
            options={
                "verbose_name": "partenaire",
                "verbose_name_plural": "partenaires",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
                "permissions": [
                    ("lire_question", "Lire la question à régler"),
                    ("tenir_partenaire", "Tenir la fiche à jour"),
                    ("donner_tenue", "Confier la tenue de la fiche"),
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalService",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
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
                    "partenaire",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical service",
                "verbose_name_plural": "historical services",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalOffre",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("intitule", models.CharField(max_length=150, verbose_name="intitulé")),
                ("description", models.TextField(blank=True, verbose_name="ce qui est proposé")),
                ("public", models.TextField(blank=True, verbose_name="pour qui")),
                ("conditions", models.TextField(blank=True, verbose_name="à quelles conditions")),
                ("orientation", models.TextField(blank=True, verbose_name="comment orienter")),
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
                    "partenaire",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical offre",
                "verbose_name_plural": "historical offres",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalFonction",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
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
                    "partenaire",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical fonction",
                "verbose_name_plural": "historical fonctions",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalDroitPartenaire",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                (
                    "debut",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="début"
                    ),
                ),
                ("fin", models.DateTimeField(blank=True, null=True, verbose_name="fin")),
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
                    "permission",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="auth.permission",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical droit sur une fiche",
                "verbose_name_plural": "historical droits sur les fiches",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalAppartenance",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("fonction", models.CharField(blank=True, max_length=150, verbose_name="fonction")),
                ("debut", models.DateField(default=django.utils.timezone.localdate, verbose_name="du")),
                ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
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
                    "personne",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        error_messages={"unique": "Cette personne appartient déjà à un partenaire."},
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
                (
                    "partenaire",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical appartenance à un partenaire",
                "verbose_name_plural": "historical appartenances aux partenaires",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="contact",
            name="partenaire",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="%(class)ss",
                to="partenaires.partenaire",
                verbose_name="partenaire",
            ),
        ),
        migrations.CreateModel(
            name="Plateforme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("commune", models.CharField(max_length=100, verbose_name="commune")),
                ("organisme", models.CharField(max_length=200, verbose_name="organisme")),
                ("province", models.CharField(max_length=100, verbose_name="province")),
                ("domaine", models.CharField(max_length=200, verbose_name="domaine")),
                ("prevention", models.CharField(max_length=100, verbose_name="prévention")),
                ("contact", models.CharField(blank=True, max_length=200, verbose_name="personne de contact")),
                (
                    "financement",
                    models.CharField(
                        blank=True,
                        help_text="Une mention, jamais un partenaire (R11).",
                        max_length=250,
                        verbose_name="financement",
                    ),
                ),
            ],
            options={
                "verbose_name": "carte de la plateforme",
                "verbose_name_plural": "carte de la plateforme",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("id", 1)),
                        name="plateforme_seule",
                        violation_error_message="La carte existe déjà.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Quartier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nom", models.CharField(max_length=80, verbose_name="nom")),
            ],
            options={
                "verbose_name": "quartier",
                "verbose_name_plural": "quartiers",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("nom"),
                        name="quartier_unique",
                        violation_error_message="Ce quartier existe déjà.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Offre",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("intitule", models.CharField(max_length=150, verbose_name="intitulé")),
                ("description", models.TextField(blank=True, verbose_name="ce qui est proposé")),
                ("public", models.TextField(blank=True, verbose_name="pour qui")),
                ("conditions", models.TextField(blank=True, verbose_name="à quelles conditions")),
                ("orientation", models.TextField(blank=True, verbose_name="comment orienter")),
                (
                    "partenaire",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
                (
                    "quartiers",
                    models.ManyToManyField(
                        blank=True, related_name="offres", to="partenaires.quartier", verbose_name="quartiers"
                    ),
                ),
            ],
            options={
                "verbose_name": "offre",
                "verbose_name_plural": "offres",
                "ordering": [
                    django.db.models.functions.text.Lower(
                        django.contrib.postgres.lookups.Unaccent("intitule")
                    ),
                    "intitule",
                ],
            },
        ),
        migrations.CreateModel(
            name="HistoricalOffre_quartiers",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="partenaires.historicaloffre",
                    ),
                ),
                (
                    "offre",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.offre",
                    ),
                ),
                (
                    "quartier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.quartier",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalOffre_quartiers",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalImplantation",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
                ("adresse", models.CharField(blank=True, max_length=250, verbose_name="adresse")),
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
                    "partenaire",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
                (
                    "quartier",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.quartier",
                        verbose_name="quartier",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical implantation",
                "verbose_name_plural": "historical implantations",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="HistoricalPartenaire",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                (
                    "code",
                    models.SlugField(
                        help_text="Celui du fichier des partenaires ; il ne change pas.",
                        max_length=80,
                        verbose_name="code",
                    ),
                ),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
                ("acronyme", models.CharField(blank=True, max_length=20, verbose_name="sigle")),
                ("territoire", models.CharField(blank=True, max_length=200, verbose_name="territoire")),
                (
                    "forme",
                    models.CharField(
                        blank=True,
                        help_text="Par exemple : association, service public.",
                        max_length=100,
                        verbose_name="forme",
                    ),
                ),
                ("missions", models.TextField(blank=True, verbose_name="missions")),
                (
                    "statut_fiche",
                    models.CharField(
                        choices=[("ok", "Vérifiée"), ("a_confirmer", "À confirmer")],
                        default="a_confirmer",
                        max_length=20,
                        verbose_name="état de la fiche",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="question à régler")),
                (
                    "rythme",
                    models.PositiveSmallIntegerField(
                        choices=[(3, "tous les trois mois"), (6, "tous les six mois"), (12, "tous les ans")],
                        default=6,
                        verbose_name="relecture",
                    ),
                ),
                (
                    "relue_le",
                    models.DateTimeField(blank=True, editable=False, null=True, verbose_name="relue le"),
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
                    "history_user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "relue_par",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="relue par",
                    ),
                ),
                (
                    "niveau",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.niveau",
                        verbose_name="niveau",
                    ),
                ),
                (
                    "tutelle",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.niveau",
                        verbose_name="tutelle",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="dépend de",
                    ),
                ),
                (
                    "secteur",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.secteur",
                        verbose_name="secteur",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical partenaire",
                "verbose_name_plural": "historical partenaires",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="Service",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
                (
                    "partenaire",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "service",
                "verbose_name_plural": "services",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
            },
        ),
        migrations.AddField(
            model_name="offre",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="offres",
                to="partenaires.service",
                verbose_name="service",
            ),
        ),
        migrations.AddField(
            model_name="historicaloffre",
            name="service",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="partenaires.service",
                verbose_name="service",
            ),
        ),
        migrations.CreateModel(
            name="HistoricalContact",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                (
                    "nature",
                    models.CharField(
                        choices=[("service", "Un service"), ("personne", "Une personne")],
                        default="service",
                        max_length=10,
                        verbose_name="qui est-ce ?",
                    ),
                ),
                ("nom", models.CharField(max_length=150, verbose_name="nom")),
                ("fonction", models.CharField(blank=True, max_length=150, verbose_name="fonction")),
                ("telephone", models.CharField(blank=True, max_length=40, verbose_name="téléphone")),
                ("courriel", models.EmailField(blank=True, max_length=254, verbose_name="courriel")),
                (
                    "rang",
                    models.PositiveSmallIntegerField(
                        default=1, help_text="1 : à joindre en premier.", verbose_name="ordre d’appel"
                    ),
                ),
                ("absent_du", models.DateField(blank=True, null=True, verbose_name="premier jour d’absence")),
                ("absent_au", models.DateField(blank=True, null=True, verbose_name="dernier jour d’absence")),
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
                    "suppleant",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.contact",
                        verbose_name="en cas d’absence",
                    ),
                ),
                (
                    "partenaire",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.service",
                        verbose_name="service",
                    ),
                ),
            ],
            options={
                "verbose_name": "historical contact",
                "verbose_name_plural": "historical contacts",
                "ordering": ("-history_date", "-history_id"),
                "get_latest_by": ("history_date", "history_id"),
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.AddField(
            model_name="contact",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="contacts",
                to="partenaires.service",
                verbose_name="service",
            ),
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nom", models.CharField(max_length=80, verbose_name="nom")),
            ],
            options={
                "verbose_name": "thème",
                "verbose_name_plural": "thèmes",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
                "constraints": [
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("nom"),
                        name="theme_unique",
                        violation_error_message="Ce thème existe déjà.",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="offre",
            name="themes",
            field=models.ManyToManyField(
                blank=True, related_name="offres", to="partenaires.theme", verbose_name="thèmes"
            ),
        ),
        migrations.CreateModel(
            name="HistoricalOffre_themes",
            fields=[
                (
                    "id",
                    models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID"),
                ),
                ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
                (
                    "history",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="partenaires.historicaloffre",
                    ),
                ),
                (
                    "offre",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.offre",
                    ),
                ),
                (
                    "theme",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_tablespace="",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="partenaires.theme",
                    ),
                ),
            ],
            options={
                "verbose_name": "HistoricalOffre_themes",
            },
            bases=(simple_history.models.HistoricalChanges, models.Model),
        ),
        migrations.CreateModel(
            name="AdresseSujet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("sujet", models.CharField(max_length=120, verbose_name="sujet")),
                ("courriel", models.EmailField(max_length=254, verbose_name="courriel")),
                (
                    "contact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="adresses",
                        to="partenaires.contact",
                        verbose_name="contact",
                    ),
                ),
            ],
            options={
                "verbose_name": "adresse par sujet",
                "verbose_name_plural": "adresses par sujet",
                "ordering": ["sujet"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("contact"),
                        django.db.models.functions.text.Lower("sujet"),
                        name="adresse_sujet_unique",
                        violation_error_message="Ce contact a déjà une adresse pour ce sujet.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandat",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "qualite",
                    models.CharField(
                        choices=[("titulaire", "titulaire"), ("representant", "représentant")],
                        default="titulaire",
                        max_length=15,
                        verbose_name="qualité",
                    ),
                ),
                ("autorite", models.CharField(max_length=150, verbose_name="autorité qui mandate")),
                (
                    "base",
                    models.CharField(
                        help_text="Décision, désignation ou texte, avec sa date.",
                        max_length=250,
                        verbose_name="base",
                    ),
                ),
                ("motif", models.TextField(verbose_name="motif")),
                ("debut", models.DateTimeField(verbose_name="du")),
                (
                    "fin",
                    models.DateTimeField(help_text="L’accès s’arrête alors de lui-même.", verbose_name="au"),
                ),
                (
                    "amorce",
                    models.BooleanField(default=False, editable=False, verbose_name="nommé sur le serveur"),
                ),
                (
                    "demande_le",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="demandé le"
                    ),
                ),
                ("confirme_le", models.DateTimeField(editable=False, null=True, verbose_name="confirmé le")),
                ("refuse_le", models.DateTimeField(editable=False, null=True, verbose_name="refusé le")),
                ("termine_le", models.DateTimeField(editable=False, null=True, verbose_name="terminé le")),
                ("decision", models.TextField(blank=True, editable=False, verbose_name="pourquoi")),
                (
                    "confirme_par",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="confirmé par",
                    ),
                ),
                (
                    "demande_par",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="demandé par",
                    ),
                ),
                (
                    "groupe",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandats",
                        to="auth.group",
                        verbose_name="groupe",
                    ),
                ),
                (
                    "personne",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mandats",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
                (
                    "refuse_par",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="refusé par",
                    ),
                ),
                (
                    "termine_par",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="terminé par",
                    ),
                ),
            ],
            options={
                "verbose_name": "mandat",
                "ordering": ["-demande_le"],
                "permissions": [
                    ("confirmer_mandat", "Confirmer un mandat"),
                    ("terminer_mandat", "Mettre fin à un mandat"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fin__gt", models.F("debut"))),
                        name="mandat_dates",
                        violation_error_message="La fin du mandat doit suivre son début.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amorce", True),
                            models.Q(
                                ("demande_par__isnull", False),
                                models.Q(("demande_par", models.F("personne")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="mandat_demandeur",
                        violation_error_message="Personne ne demande un mandat pour soi-même.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("amorce", True),
                            ("confirme_par", None),
                            models.Q(
                                models.Q(("confirme_par", models.F("personne")), _negated=True),
                                models.Q(("confirme_par", models.F("demande_par")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="mandat_trois_personnes",
                        violation_error_message="Qui demande, qui reçoit et qui confirme sont trois personnes.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("confirme_le", None), ("refuse_le", None), _connector="OR"),
                        name="mandat_une_reponse",
                        violation_error_message="Un mandat est confirmé ou refusé, pas les deux.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Fonction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
                (
                    "partenaire",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "fonction",
                "verbose_name_plural": "fonctions",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("partenaire"),
                        django.db.models.functions.text.Lower("nom"),
                        name="fonction_unique",
                        violation_error_message="Ce partenaire a déjà une fonction de ce nom.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DroitPartenaire",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "debut",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="début"
                    ),
                ),
                ("fin", models.DateTimeField(blank=True, null=True, verbose_name="fin")),
                (
                    "permission",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission"),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "content_object",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="droits",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "droit sur une fiche",
                "verbose_name_plural": "droits sur les fiches",
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("user", "="),
                            ("permission", "="),
                            ("content_object", "="),
                            (
                                models.Func(
                                    "debut",
                                    "fin",
                                    function="tstzrange",
                                    output_field=django.contrib.postgres.fields.ranges.DateTimeRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="droit_partenaire_sans_chevauchement",
                        violation_error_message="Cette personne a déjà ce droit à ces dates.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fin", None), ("fin__gt", models.F("debut")), _connector="OR"),
                        name="droit_partenaire_dates",
                        violation_error_message="La fin précède le début.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appartenance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fonction", models.CharField(blank=True, max_length=150, verbose_name="fonction")),
                ("debut", models.DateField(default=django.utils.timezone.localdate, verbose_name="du")),
                ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
                (
                    "personne",
                    models.OneToOneField(
                        error_messages={"unique": "Cette personne appartient déjà à un partenaire."},
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appartenance",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="personne",
                    ),
                ),
                (
                    "partenaire",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appartenances",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
            ],
            options={
                "verbose_name": "appartenance à un partenaire",
                "verbose_name_plural": "appartenances aux partenaires",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("fin", None), ("fin__gte", models.F("debut")), _connector="OR"),
                        name="appartenance_dates",
                        violation_error_message="La fin précède le début.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Implantation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
                ("nom", models.CharField(max_length=200, verbose_name="nom")),
                ("adresse", models.CharField(blank=True, max_length=250, verbose_name="adresse")),
                (
                    "partenaire",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="%(class)ss",
                        to="partenaires.partenaire",
                        verbose_name="partenaire",
                    ),
                ),
                (
                    "quartier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="implantations",
                        to="partenaires.quartier",
                        verbose_name="quartier",
                    ),
                ),
            ],
            options={
                "verbose_name": "implantation",
                "verbose_name_plural": "implantations",
                "ordering": [
                    django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                    "nom",
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("partenaire"),
                        django.db.models.functions.text.Lower("nom"),
                        name="implantation_unique",
                        violation_error_message="Ce partenaire a déjà une implantation de ce nom.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="partenaire",
            constraint=models.CheckConstraint(
                condition=models.Q(("parent", models.F("id")), _negated=True),
                name="partenaire_pas_son_parent",
                violation_error_message="Un partenaire ne peut pas dépendre de lui-même.",
            ),
        ),
        migrations.AddConstraint(
            model_name="partenaire",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("relue_le", None), ("relue_par", None)),
                    models.Q(("relue_le__isnull", False), ("relue_par__isnull", False)),
                    _connector="OR",
                ),
                name="partenaire_relecture_signee",
                violation_error_message="Une relecture a une date et un auteur.",
            ),
        ),
        migrations.AddConstraint(
            model_name="service",
            constraint=models.UniqueConstraint(
                models.F("partenaire"),
                django.db.models.functions.text.Lower("nom"),
                name="service_unique",
                violation_error_message="Ce partenaire a déjà un service de ce nom.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("telephone", ""), _negated=True),
                    models.Q(("courriel", ""), _negated=True),
                    _connector="OR",
                ),
                name="contact_joignable",
                violation_error_message="Donnez au moins un téléphone ou un courriel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("absent_au", None), ("absent_du", None)),
                    models.Q(
                        ("absent_au__gte", models.F("absent_du")),
                        ("absent_au__isnull", False),
                        ("absent_du__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="contact_absence",
                violation_error_message="Une absence a un premier et un dernier jour, dans cet ordre.",
            ),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(("suppleant", models.F("id")), _negated=True),
                name="contact_pas_son_suppleant",
                violation_error_message="Un contact ne peut pas se remplacer lui-même.",
            ),
        ),
    ]
