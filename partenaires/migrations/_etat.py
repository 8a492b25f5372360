"""The models of the package as Django's state knows them. Written by `make schema`: do not edit."""

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
from django.db import migrations, models

MODELES = [
    migrations.CreateModel(
        name="AdresseSujet",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "contact",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="adresses",
                    to="partenaires.contact",
                    verbose_name="contact",
                ),
            ),
            ("sujet", models.CharField(max_length=120, verbose_name="sujet")),
            ("courriel", models.EmailField(max_length=254, verbose_name="courriel")),
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
        name="Appartenance",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
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
            ("fonction", models.CharField(blank=True, max_length=150, verbose_name="fonction")),
            ("debut", models.DateField(default=django.utils.timezone.localdate, verbose_name="du")),
            ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
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
        name="AttestationHabilitation",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="attestations",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="personne",
                ),
            ),
            ("valable_jusqu_au", models.DateField(verbose_name="valable jusqu’au")),
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
                "attestee_le",
                models.DateTimeField(default=django.utils.timezone.now, verbose_name="attestée le"),
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
        name="Contact",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
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
            (
                "service",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.SET_NULL,
                    related_name="contacts",
                    to="partenaires.service",
                    verbose_name="service",
                ),
            ),
            ("telephone", models.CharField(blank=True, max_length=40, verbose_name="téléphone")),
            ("courriel", models.EmailField(blank=True, max_length=254, verbose_name="courriel")),
            (
                "rang",
                models.PositiveSmallIntegerField(
                    default=1, help_text="1 : à joindre en premier.", verbose_name="ordre d’appel"
                ),
            ),
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
            ("absent_du", models.DateField(blank=True, null=True, verbose_name="premier jour d’absence")),
            ("absent_au", models.DateField(blank=True, null=True, verbose_name="dernier jour d’absence")),
        ],
        options={
            "verbose_name": "contact",
            "verbose_name_plural": "contacts",
            "ordering": [
                "rang",
                django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                "nom",
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("telephone", ""), _negated=True),
                        models.Q(("courriel", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="contact_joignable",
                    violation_error_message="Donnez au moins un téléphone ou un courriel.",
                ),
                models.CheckConstraint(
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
                models.CheckConstraint(
                    condition=models.Q(("suppleant", models.F("id")), _negated=True),
                    name="contact_pas_son_suppleant",
                    violation_error_message="Un contact ne peut pas se remplacer lui-même.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DroitPartenaire",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "permission",
                models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="auth.permission"),
            ),
            (
                "user",
                models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL),
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
            (
                "debut",
                models.DateTimeField(
                    db_default=django.db.models.functions.datetime.Now(), verbose_name="début"
                ),
            ),
            ("fin", models.DateTimeField(blank=True, null=True, verbose_name="fin")),
        ],
        options={
            "verbose_name": "droit sur une fiche",
            "verbose_name_plural": "droits sur les fiches",
            "unique_together": set(),
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
        name="EcheanceMandat",
        fields=[
            ("id", models.UUIDField(primary_key=True, serialize=False)),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            (
                "groupe",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="auth.group"
                ),
            ),
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
    migrations.CreateModel(
        name="Fonction",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
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
            ("nom", models.CharField(max_length=200, verbose_name="nom")),
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
        name="GroupeTravail",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
        name="HistoricalAdresseSujet",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("sujet", models.CharField(max_length=120, verbose_name="sujet")),
            ("courriel", models.EmailField(max_length=254, verbose_name="courriel")),
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
            "verbose_name": "historical adresse par sujet",
            "verbose_name_plural": "historical adresses par sujet",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalAppartenance",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("fonction", models.CharField(blank=True, max_length=150, verbose_name="fonction")),
            ("debut", models.DateField(default=django.utils.timezone.localdate, verbose_name="du")),
            ("fin", models.DateField(blank=True, null=True, verbose_name="au")),
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
            "verbose_name": "historical appartenance à un partenaire",
            "verbose_name_plural": "historical appartenances aux partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
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
            "verbose_name": "historical habilitation de niveau SECRET",
            "verbose_name_plural": "historical habilitations de niveau SECRET",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalContact",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
            "verbose_name": "historical contact",
            "verbose_name_plural": "historical contacts",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalDroitPartenaire",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            (
                "debut",
                models.DateTimeField(
                    db_default=django.db.models.functions.datetime.Now(), verbose_name="début"
                ),
            ),
            ("fin", models.DateTimeField(blank=True, null=True, verbose_name="fin")),
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
            "verbose_name": "historical droit sur une fiche",
            "verbose_name_plural": "historical droits sur les fiches",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalFonction",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("nom", models.CharField(max_length=200, verbose_name="nom")),
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
            "verbose_name": "historical fonction",
            "verbose_name_plural": "historical fonctions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalGroupeTravail",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
        name="HistoricalImplantation",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("nom", models.CharField(max_length=200, verbose_name="nom")),
            ("adresse", models.CharField(blank=True, max_length=250, verbose_name="adresse")),
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
            "verbose_name": "historical implantation",
            "verbose_name_plural": "historical implantations",
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
            ("fin", models.DateTimeField(help_text="L’accès s’arrête alors de lui-même.", verbose_name="au")),
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
            ("revu_le", models.DateTimeField(editable=False, null=True, verbose_name="revu le")),
            ("decision", models.TextField(blank=True, editable=False, verbose_name="pourquoi")),
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
            (
                "revu_par",
                models.ForeignKey(
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
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
        name="HistoricalOffre",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("intitule", models.CharField(max_length=150, verbose_name="intitulé")),
            ("description", models.TextField(blank=True, verbose_name="ce qui est proposé")),
            ("public", models.TextField(blank=True, verbose_name="pour qui")),
            ("conditions", models.TextField(blank=True, verbose_name="à quelles conditions")),
            ("orientation", models.TextField(blank=True, verbose_name="comment orienter")),
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
            "verbose_name": "historical offre",
            "verbose_name_plural": "historical offres",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalOffre_quartiers",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
            (
                "history",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    to="partenaires.historicaloffre",
                ),
            ),
            ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
        ],
        options={
            "verbose_name": "HistoricalOffre_quartiers",
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalOffre_themes",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
            (
                "history",
                models.ForeignKey(
                    db_constraint=False,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    to="partenaires.historicaloffre",
                ),
            ),
            ("m2m_history_id", models.AutoField(primary_key=True, serialize=False)),
        ],
        options={
            "verbose_name": "HistoricalOffre_themes",
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalPartenaire",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
            "verbose_name": "historical partenaire",
            "verbose_name_plural": "historical partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalPlateforme",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
        name="HistoricalService",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("nom", models.CharField(max_length=200, verbose_name="nom")),
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
            "verbose_name": "historical service",
            "verbose_name_plural": "historical services",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalTheme",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
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
        name="Implantation",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
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
            ("nom", models.CharField(max_length=200, verbose_name="nom")),
            ("adresse", models.CharField(blank=True, max_length=250, verbose_name="adresse")),
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
    migrations.CreateModel(
        name="Mandat",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
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
                "groupe",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="mandats",
                    to="auth.group",
                    verbose_name="groupe",
                ),
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
            ("fin", models.DateTimeField(help_text="L’accès s’arrête alors de lui-même.", verbose_name="au")),
            (
                "amorce",
                models.BooleanField(default=False, editable=False, verbose_name="nommé sur le serveur"),
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
                "demande_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="demandé le"
                ),
            ),
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
            ("confirme_le", models.DateTimeField(editable=False, null=True, verbose_name="confirmé le")),
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
            ("refuse_le", models.DateTimeField(editable=False, null=True, verbose_name="refusé le")),
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
            ("termine_le", models.DateTimeField(editable=False, null=True, verbose_name="terminé le")),
            (
                "revu_par",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="revu par",
                ),
            ),
            ("revu_le", models.DateTimeField(editable=False, null=True, verbose_name="revu le")),
            ("decision", models.TextField(blank=True, editable=False, verbose_name="pourquoi")),
        ],
        options={
            "verbose_name": "mandat",
            "ordering": ["-demande_le"],
            "permissions": [
                ("confirmer_mandat", "Confirmer un mandat"),
                ("terminer_mandat", "Mettre fin à un mandat"),
                ("lever_suspension", "Confirmer de nouveau un mandat suspendu"),
                ("revoir_mandat", "Revoir un mandat"),
                ("attester_habilitation", "Attester l’habilitation d’un membre policier"),
                ("regarder_personne", "Voir ce que la personne verrait"),
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
        name="Niveau",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
        name="Offre",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
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
            ("intitule", models.CharField(max_length=150, verbose_name="intitulé")),
            ("description", models.TextField(blank=True, verbose_name="ce qui est proposé")),
            ("public", models.TextField(blank=True, verbose_name="pour qui")),
            ("conditions", models.TextField(blank=True, verbose_name="à quelles conditions")),
            ("orientation", models.TextField(blank=True, verbose_name="comment orienter")),
            (
                "service",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.SET_NULL,
                    related_name="offres",
                    to="partenaires.service",
                    verbose_name="service",
                ),
            ),
            (
                "themes",
                models.ManyToManyField(
                    blank=True, related_name="offres", to="partenaires.theme", verbose_name="thèmes"
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
                django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("intitule")),
                "intitule",
            ],
        },
    ),
    migrations.CreateModel(
        name="Partenaire",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
            (
                "secteur",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="partenaires",
                    to="partenaires.secteur",
                    verbose_name="secteur",
                ),
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
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("parent", models.F("id")), _negated=True),
                    name="partenaire_pas_son_parent",
                    violation_error_message="Un partenaire ne peut pas dépendre de lui-même.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("relue_le", None), ("relue_par", None)),
                        models.Q(("relue_le__isnull", False), ("relue_par__isnull", False)),
                        _connector="OR",
                    ),
                    name="partenaire_relecture_signee",
                    violation_error_message="Une relecture a une date et un auteur.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Plateforme",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
        name="Poste",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
        name="Quartier",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
        name="Secteur",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
        name="Service",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
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
            ("nom", models.CharField(max_length=200, verbose_name="nom")),
        ],
        options={
            "verbose_name": "service",
            "verbose_name_plural": "services",
            "ordering": [
                django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                "nom",
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("partenaire"),
                    django.db.models.functions.text.Lower("nom"),
                    name="service_unique",
                    violation_error_message="Ce partenaire a déjà un service de ce nom.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Suspension",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "mandat",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="suspensions",
                    to="partenaires.mandat",
                ),
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
            ("levee_le", models.DateTimeField(null=True, verbose_name="levée le")),
            ("motif_levee", models.TextField(blank=True, verbose_name="pourquoi")),
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
    migrations.CreateModel(
        name="Theme",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
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
    migrations.CreateModel(
        name="Titulaire",
        fields=[
            ("id", models.UUIDField(primary_key=True, serialize=False)),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
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
        options={
            "db_table": "partenaires_titulaire",
            "managed": False,
        },
    ),
]
