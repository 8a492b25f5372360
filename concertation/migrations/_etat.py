"""The models of the package as Django's state knows them. Written by `make schema`: do not edit."""

import uuid

import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

MODELES = [
    migrations.CreateModel(
        name="Action",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "point",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="actions",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            ("quoi", models.CharField(max_length=300, verbose_name="action")),
            (
                "responsable",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="qui s’en charge",
                ),
            ),
            (
                "partenaire",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="partenaires.partenaire",
                    verbose_name="ou quel partenaire",
                ),
            ),
            ("echeance", models.DateField(verbose_name="pour le")),
            (
                "etat",
                models.CharField(
                    choices=[("ouverte", "En cours"), ("faite", "Faite"), ("retiree", "Retirée")],
                    default="ouverte",
                    editable=False,
                    max_length=10,
                    verbose_name="état",
                ),
            ),
            ("motif", models.TextField(blank=True, editable=False, max_length=600, verbose_name="motif")),
            (
                "cree_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="créée le"
                ),
            ),
            ("close_le", models.DateTimeField(editable=False, null=True, verbose_name="close le")),
            ("rappelee_le", models.DateTimeField(editable=False, null=True, verbose_name="rappelée le")),
        ],
        options={
            "verbose_name": "action",
            "verbose_name_plural": "actions",
            "ordering": ["echeance", "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("partenaire", None), ("responsable__isnull", False)),
                        models.Q(("partenaire__isnull", False), ("responsable", None)),
                        _connector="OR",
                    ),
                    name="action_un_responsable",
                    violation_error_message="Une action a un seul responsable : une personne, ou un partenaire.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("etat", "retiree"), _negated=True),
                        models.Q(("motif", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="action_retrait_motive",
                    violation_error_message="Une action se retire avec un motif.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Addendum",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "compte_rendu",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="addendums",
                    to="concertation.compterendu",
                    verbose_name="compte rendu",
                ),
            ),
            ("texte", models.TextField(max_length=1200, verbose_name="addendum")),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="par",
                ),
            ),
            (
                "le",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="le"),
            ),
        ],
        options={
            "verbose_name": "addendum",
            "verbose_name_plural": "addendums",
            "ordering": ["le"],
        },
    ),
    migrations.CreateModel(
        name="AgendaPersonnel",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "personne",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="personne",
                ),
            ),
            ("numero", models.PositiveIntegerField(default=1, verbose_name="numéro de l’adresse")),
        ],
        options={
            "verbose_name": "agenda personnel",
            "verbose_name_plural": "agendas personnels",
        },
    ),
    migrations.CreateModel(
        name="Amendement",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "compte_rendu",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="amendements",
                    to="concertation.compterendu",
                    verbose_name="compte rendu",
                ),
            ),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    help_text="Vide : le compte rendu en général.",
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="amendements",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            ("texte", models.TextField(max_length=1200, verbose_name="correction demandée")),
            (
                "propose_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="demandée par",
                ),
            ),
            (
                "propose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="demandée le"
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[("propose", "En attente"), ("accepte", "Accepté"), ("refuse", "Refusé")],
                    default="propose",
                    editable=False,
                    max_length=10,
                    verbose_name="état",
                ),
            ),
            (
                "reponse",
                models.TextField(
                    blank=True, editable=False, max_length=600, verbose_name="un mot de réponse"
                ),
            ),
            (
                "tranche_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="tranché par",
                ),
            ),
            ("tranche_le", models.DateTimeField(editable=False, null=True, verbose_name="tranché le")),
        ],
        options={
            "verbose_name": "demande de correction",
            "verbose_name_plural": "demandes de correction",
            "ordering": ["propose_le"],
        },
    ),
    migrations.CreateModel(
        name="Avis",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "point",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="avis",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            ("texte", models.TextField(max_length=600, verbose_name="avis")),
            (
                "reserves",
                models.CharField(
                    blank=True,
                    help_text="Par exemple « sans opposition », ou ce qui ne fait pas accord.",
                    max_length=250,
                    verbose_name="réserves",
                ),
            ),
        ],
        options={
            "verbose_name": "avis",
            "verbose_name_plural": "avis",
            "ordering": ["pk"],
        },
    ),
    migrations.CreateModel(
        name="CompteRendu",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "reunion",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="compte_rendu",
                    to="concertation.reunion",
                    verbose_name="réunion",
                ),
            ),
            (
                "circule_le",
                models.DateTimeField(default=django.utils.timezone.now, verbose_name="circule depuis le"),
            ),
            ("approuve_le", models.DateTimeField(editable=False, null=True, verbose_name="approuvé le")),
            (
                "approuve_lors_de",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="comptes_rendus_approuves",
                    to="concertation.reunion",
                    verbose_name="approuvé lors de",
                ),
            ),
            (
                "approuve_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approbation notée par",
                ),
            ),
        ],
        options={
            "verbose_name": "compte rendu",
            "verbose_name_plural": "comptes rendus",
        },
    ),
    migrations.CreateModel(
        name="CompteRenduPoint",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "point",
                models.OneToOneField(
                    editable=False,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="compte_rendu",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            ("texte", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
            (
                "redige_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            ("redige_le", models.DateTimeField(editable=False, null=True, verbose_name="écrit le")),
        ],
        options={
            "verbose_name": "compte rendu du point",
            "verbose_name_plural": "comptes rendus des points",
        },
    ),
    migrations.CreateModel(
        name="Convocation",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "reunion",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="convocations",
                    to="concertation.reunion",
                    verbose_name="réunion",
                ),
            ),
            (
                "personne",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="personne",
                ),
            ),
            (
                "partenaire",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="partenaires.partenaire",
                    verbose_name="pour quel partenaire",
                ),
            ),
            ("nom", models.CharField(max_length=150, verbose_name="nom ou fonction")),
            ("courriel", models.EmailField(blank=True, max_length=254, verbose_name="adresse électronique")),
            (
                "reponse",
                models.CharField(
                    choices=[
                        ("sans", "Sans réponse"),
                        ("present", "Vient"),
                        ("excuse", "Excusé"),
                        ("remplace", "Remplacé"),
                    ],
                    default="sans",
                    editable=False,
                    max_length=10,
                    verbose_name="réponse",
                ),
            ),
            ("remplacant", models.CharField(blank=True, max_length=150, verbose_name="remplacé par")),
            (
                "remplacant_courriel",
                models.EmailField(blank=True, max_length=254, verbose_name="adresse du remplaçant"),
            ),
            ("mot", models.TextField(blank=True, max_length=600, verbose_name="un mot")),
            ("repondu_le", models.DateTimeField(editable=False, null=True, verbose_name="répondu le")),
            ("envoyee_le", models.DateTimeField(editable=False, null=True, verbose_name="convoquée le")),
            ("relancee_le", models.DateTimeField(editable=False, null=True, verbose_name="relancée le")),
        ],
        options={
            "verbose_name": "convocation",
            "verbose_name_plural": "convocations",
            "ordering": ["nom", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    models.F("reunion"),
                    django.db.models.functions.text.Lower("courriel"),
                    condition=models.Q(("courriel", ""), _negated=True),
                    name="convocation_unique",
                    violation_error_message="Cette adresse est déjà invitée à cette réunion.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("reponse", "remplace"), _negated=True),
                        models.Q(("remplacant", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="convocation_remplacant",
                    violation_error_message="Dites qui remplace cette personne.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Decision",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "point",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="decisions",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            ("texte", models.TextField(max_length=600, verbose_name="décision")),
            (
                "decidee_par",
                models.CharField(
                    help_text="La fonction qui a ce pouvoir, par exemple « Bourgmestre ».",
                    max_length=150,
                    verbose_name="qui décide",
                ),
            ),
        ],
        options={
            "verbose_name": "décision",
            "verbose_name_plural": "décisions",
            "ordering": ["pk"],
        },
    ),
    migrations.CreateModel(
        name="Document",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "point",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="documents",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            ("nom", models.CharField(max_length=150, verbose_name="nom du fichier")),
            ("genre", models.CharField(max_length=100, verbose_name="genre")),
            ("taille", models.PositiveIntegerField(help_text="En octets.", verbose_name="taille")),
            ("contenu", models.BinaryField(verbose_name="contenu")),
            (
                "depose_par",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="déposé par",
                ),
            ),
            (
                "depose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="déposé le"
                ),
            ),
        ],
        options={
            "verbose_name": "document",
            "verbose_name_plural": "documents",
            "ordering": ["depose_le"],
        },
    ),
    migrations.CreateModel(
        name="HistoricalAction",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("quoi", models.CharField(max_length=300, verbose_name="action")),
            ("echeance", models.DateField(verbose_name="pour le")),
            (
                "etat",
                models.CharField(
                    choices=[("ouverte", "En cours"), ("faite", "Faite"), ("retiree", "Retirée")],
                    default="ouverte",
                    editable=False,
                    max_length=10,
                    verbose_name="état",
                ),
            ),
            ("motif", models.TextField(blank=True, editable=False, max_length=600, verbose_name="motif")),
            (
                "cree_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="créée le"
                ),
            ),
            ("close_le", models.DateTimeField(editable=False, null=True, verbose_name="close le")),
            ("rappelee_le", models.DateTimeField(editable=False, null=True, verbose_name="rappelée le")),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            (
                "responsable",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="qui s’en charge",
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
                    verbose_name="ou quel partenaire",
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
            "verbose_name": "historical action",
            "verbose_name_plural": "historical actions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalAddendum",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("texte", models.TextField(max_length=1200, verbose_name="addendum")),
            (
                "le",
                models.DateTimeField(default=django.utils.timezone.now, editable=False, verbose_name="le"),
            ),
            (
                "compte_rendu",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.compterendu",
                    verbose_name="compte rendu",
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
                    verbose_name="par",
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
            "verbose_name": "historical addendum",
            "verbose_name_plural": "historical addendums",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalAgendaPersonnel",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("numero", models.PositiveIntegerField(default=1, verbose_name="numéro de l’adresse")),
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
            "verbose_name": "historical agenda personnel",
            "verbose_name_plural": "historical agendas personnels",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalAmendement",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("texte", models.TextField(max_length=1200, verbose_name="correction demandée")),
            (
                "propose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="demandée le"
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[("propose", "En attente"), ("accepte", "Accepté"), ("refuse", "Refusé")],
                    default="propose",
                    editable=False,
                    max_length=10,
                    verbose_name="état",
                ),
            ),
            (
                "reponse",
                models.TextField(
                    blank=True, editable=False, max_length=600, verbose_name="un mot de réponse"
                ),
            ),
            ("tranche_le", models.DateTimeField(editable=False, null=True, verbose_name="tranché le")),
            (
                "compte_rendu",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.compterendu",
                    verbose_name="compte rendu",
                ),
            ),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="Vide : le compte rendu en général.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            (
                "propose_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="demandée par",
                ),
            ),
            (
                "tranche_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="tranché par",
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
            "verbose_name": "historical demande de correction",
            "verbose_name_plural": "historical demandes de correction",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalAvis",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("texte", models.TextField(max_length=600, verbose_name="avis")),
            (
                "reserves",
                models.CharField(
                    blank=True,
                    help_text="Par exemple « sans opposition », ou ce qui ne fait pas accord.",
                    max_length=250,
                    verbose_name="réserves",
                ),
            ),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="point",
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
            "verbose_name": "historical avis",
            "verbose_name_plural": "historical avis",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalCompteRendu",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            (
                "circule_le",
                models.DateTimeField(default=django.utils.timezone.now, verbose_name="circule depuis le"),
            ),
            ("approuve_le", models.DateTimeField(editable=False, null=True, verbose_name="approuvé le")),
            (
                "reunion",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.reunion",
                    verbose_name="réunion",
                ),
            ),
            (
                "approuve_lors_de",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.reunion",
                    verbose_name="approuvé lors de",
                ),
            ),
            (
                "approuve_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approbation notée par",
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
            "verbose_name": "historical compte rendu",
            "verbose_name_plural": "historical comptes rendus",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalCompteRenduPoint",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("texte", models.TextField(blank=True, verbose_name="ce qui s’est dit")),
            ("redige_le", models.DateTimeField(editable=False, null=True, verbose_name="écrit le")),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            (
                "redige_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
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
            "verbose_name": "historical compte rendu du point",
            "verbose_name_plural": "historical comptes rendus des points",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalConvocation",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("nom", models.CharField(max_length=150, verbose_name="nom ou fonction")),
            ("courriel", models.EmailField(blank=True, max_length=254, verbose_name="adresse électronique")),
            (
                "reponse",
                models.CharField(
                    choices=[
                        ("sans", "Sans réponse"),
                        ("present", "Vient"),
                        ("excuse", "Excusé"),
                        ("remplace", "Remplacé"),
                    ],
                    default="sans",
                    editable=False,
                    max_length=10,
                    verbose_name="réponse",
                ),
            ),
            ("remplacant", models.CharField(blank=True, max_length=150, verbose_name="remplacé par")),
            (
                "remplacant_courriel",
                models.EmailField(blank=True, max_length=254, verbose_name="adresse du remplaçant"),
            ),
            ("mot", models.TextField(blank=True, max_length=600, verbose_name="un mot")),
            ("repondu_le", models.DateTimeField(editable=False, null=True, verbose_name="répondu le")),
            ("envoyee_le", models.DateTimeField(editable=False, null=True, verbose_name="convoquée le")),
            ("relancee_le", models.DateTimeField(editable=False, null=True, verbose_name="relancée le")),
            (
                "reunion",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.reunion",
                    verbose_name="réunion",
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
                "partenaire",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="partenaires.partenaire",
                    verbose_name="pour quel partenaire",
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
            "verbose_name": "historical convocation",
            "verbose_name_plural": "historical convocations",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalDecision",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("texte", models.TextField(max_length=600, verbose_name="décision")),
            (
                "decidee_par",
                models.CharField(
                    help_text="La fonction qui a ce pouvoir, par exemple « Bourgmestre ».",
                    max_length=150,
                    verbose_name="qui décide",
                ),
            ),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="point",
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
            "verbose_name": "historical décision",
            "verbose_name_plural": "historical décisions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalDocument",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("nom", models.CharField(max_length=150, verbose_name="nom du fichier")),
            ("genre", models.CharField(max_length=100, verbose_name="genre")),
            ("taille", models.PositiveIntegerField(help_text="En octets.", verbose_name="taille")),
            (
                "depose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="déposé le"
                ),
            ),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            (
                "depose_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="déposé par",
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
            "verbose_name": "historical document",
            "verbose_name_plural": "historical documents",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalInviteModele",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("nom", models.CharField(max_length=150, verbose_name="nom ou fonction")),
            ("courriel", models.EmailField(max_length=254, verbose_name="adresse électronique")),
            (
                "modele",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.modelereunion",
                    verbose_name="modèle",
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
            "verbose_name": "historical personne invitée par le modèle",
            "verbose_name_plural": "historical personnes invitées par le modèle",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalModeleReunion",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("nom", models.CharField(db_index=True, max_length=100, verbose_name="nom du modèle")),
            ("titre", models.CharField(max_length=150, verbose_name="titre des réunions")),
            ("heure", models.TimeField(verbose_name="heure de début")),
            (
                "duree",
                models.PositiveSmallIntegerField(
                    validators=[
                        django.core.validators.MinValueValidator(15),
                        django.core.validators.MaxValueValidator(600),
                    ],
                    verbose_name="durée en minutes",
                ),
            ),
            ("lieu", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
            ("lien_visio", models.URLField(blank=True, verbose_name="lien de visioconférence")),
            (
                "delai_propositions",
                models.PositiveSmallIntegerField(
                    default=7,
                    help_text="Les propositions se ferment ce nombre de jours avant.",
                    verbose_name="jours avant la réunion",
                ),
            ),
            (
                "president",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="préside",
                ),
            ),
            (
                "secretaire",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="secrétaire",
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
            "verbose_name": "historical modèle de réunion",
            "verbose_name_plural": "historical modèles de réunion",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalNoteAction",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("texte", models.TextField(max_length=600, verbose_name="où en est-on")),
            ("le", models.DateTimeField(default=django.utils.timezone.now, verbose_name="le")),
            (
                "action",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.action",
                    verbose_name="action",
                ),
            ),
            (
                "par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="par",
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
            "verbose_name": "historical note d’avancement",
            "verbose_name_plural": "historical notes d’avancement",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalNoteSecretariat",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("texte", models.TextField(blank=True, max_length=2000, verbose_name="note du secrétariat")),
            (
                "point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="point",
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
            "verbose_name": "historical note du secrétariat",
            "verbose_name_plural": "historical notes du secrétariat",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalPointModele",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            (
                "attendu",
                models.CharField(
                    choices=[
                        ("information", "Information"),
                        ("echange", "Échange"),
                        ("decision", "Décision"),
                    ],
                    default="information",
                    max_length=12,
                    verbose_name="ce qui est attendu",
                ),
            ),
            (
                "duree",
                models.PositiveSmallIntegerField(
                    default=10,
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(240),
                    ],
                    verbose_name="minutes",
                ),
            ),
            ("intervenant", models.CharField(blank=True, max_length=150, verbose_name="qui présente")),
            (
                "section",
                models.CharField(
                    choices=[
                        ("ouverture", "Ouverture"),
                        ("nouveaux", "Points nouveaux"),
                        ("en_cours", "Points en cours"),
                        ("a_cloturer", "Points à clôturer"),
                    ],
                    default="ouverture",
                    max_length=12,
                    verbose_name="section",
                ),
            ),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("ordinaire", "Point ordinaire"),
                        ("approbation", "Approbation du compte rendu précédent"),
                        ("suivi", "Suivi des actions"),
                        ("divers", "Divers"),
                    ],
                    default="ordinaire",
                    max_length=12,
                    verbose_name="nature",
                ),
            ),
            (
                "modele",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.modelereunion",
                    verbose_name="modèle",
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
            "verbose_name": "historical point du modèle",
            "verbose_name_plural": "historical points du modèle",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalPointOrdreDuJour",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            (
                "attendu",
                models.CharField(
                    choices=[
                        ("information", "Information"),
                        ("echange", "Échange"),
                        ("decision", "Décision"),
                    ],
                    default="echange",
                    max_length=12,
                    verbose_name="ce qui est attendu",
                ),
            ),
            (
                "duree",
                models.PositiveSmallIntegerField(
                    default=15,
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(240),
                    ],
                    verbose_name="minutes souhaitées",
                ),
            ),
            (
                "intervenant",
                models.CharField(
                    blank=True,
                    help_text="Une fonction ou un service de la Concertation.",
                    max_length=150,
                    verbose_name="qui présente",
                ),
            ),
            (
                "pourquoi",
                models.TextField(
                    blank=True,
                    help_text="Ce que le groupe doit savoir pour préparer ce point.",
                    max_length=1200,
                    verbose_name="pourquoi maintenant",
                ),
            ),
            (
                "section",
                models.CharField(
                    choices=[
                        ("ouverture", "Ouverture"),
                        ("nouveaux", "Points nouveaux"),
                        ("en_cours", "Points en cours"),
                        ("a_cloturer", "Points à clôturer"),
                    ],
                    default="nouveaux",
                    max_length=12,
                    verbose_name="section",
                ),
            ),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("ordinaire", "Point ordinaire"),
                        ("approbation", "Approbation du compte rendu précédent"),
                        ("suivi", "Suivi des actions"),
                        ("divers", "Divers"),
                    ],
                    default="ordinaire",
                    editable=False,
                    max_length=12,
                    verbose_name="nature",
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("propose", "Proposé"),
                        ("a_completer", "À compléter"),
                        ("inscrit", "Inscrit à l’ordre du jour"),
                        ("refuse", "Refusé"),
                        ("reporte", "Reporté"),
                        ("retire", "Retiré"),
                    ],
                    default="propose",
                    editable=False,
                    max_length=12,
                    verbose_name="état",
                ),
            ),
            (
                "propose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="proposé le"
                ),
            ),
            (
                "reponse",
                models.TextField(
                    blank=True, editable=False, max_length=600, verbose_name="réponse du Référent"
                ),
            ),
            ("repondu_le", models.DateTimeField(editable=False, null=True, verbose_name="répondu le")),
            (
                "motif_tardif",
                models.TextField(
                    blank=True,
                    help_text="L’ordre du jour est arrêté : dites ce qui ne peut attendre.",
                    max_length=600,
                    verbose_name="pourquoi si tard",
                ),
            ),
            ("commence_le", models.DateTimeField(editable=False, null=True, verbose_name="commencé le")),
            (
                "reunion",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.reunion",
                    verbose_name="réunion",
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
                "propose_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="proposé par",
                ),
            ),
            (
                "reporte_de",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="reporté de",
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
            "verbose_name": "historical point de l’ordre du jour",
            "verbose_name_plural": "historical points de l’ordre du jour",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalPresence",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("arrivee_le", models.DateTimeField(default=django.utils.timezone.now, verbose_name="arrivée à")),
            ("depart_le", models.DateTimeField(blank=True, null=True, verbose_name="partie à")),
            (
                "convocation",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.convocation",
                    verbose_name="convocation",
                ),
            ),
            (
                "du_point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="arrivée au point",
                ),
            ),
            (
                "avant_point",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="partie avant le point",
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
            "verbose_name": "historical présence",
            "verbose_name_plural": "historical présences",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalReunion",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            ("debut", models.DateTimeField(verbose_name="début")),
            ("fin", models.DateTimeField(verbose_name="fin")),
            (
                "lieu",
                models.CharField(
                    blank=True, help_text="Salle, bâtiment, accès.", max_length=200, verbose_name="lieu"
                ),
            ),
            ("lien_visio", models.URLField(blank=True, verbose_name="lien de visioconférence")),
            (
                "limite_propositions",
                models.DateTimeField(
                    help_text="Les partenaires proposent des points jusqu’à ce moment.",
                    verbose_name="propositions jusqu’au",
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("brouillon", "Brouillon"),
                        ("arretee", "Ordre du jour arrêté"),
                        ("convoquee", "Convoquée"),
                        ("tenue", "Tenue"),
                        ("relecture", "Compte rendu en relecture"),
                        ("approuvee", "Compte rendu approuvé"),
                        ("reportee", "Reportée"),
                        ("annulee", "Annulée"),
                    ],
                    default="brouillon",
                    editable=False,
                    max_length=12,
                    verbose_name="état",
                ),
            ),
            ("motif", models.TextField(blank=True, editable=False, max_length=600, verbose_name="motif")),
            (
                "creee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="créée le"
                ),
            ),
            (
                "arretee_le",
                models.DateTimeField(editable=False, null=True, verbose_name="ordre du jour arrêté le"),
            ),
            ("convoquee_le", models.DateTimeField(editable=False, null=True, verbose_name="convoquée le")),
            ("tenue_le", models.DateTimeField(editable=False, null=True, verbose_name="tenue le")),
            (
                "relecture_le",
                models.DateTimeField(editable=False, null=True, verbose_name="compte rendu en relecture le"),
            ),
            (
                "approuvee_le",
                models.DateTimeField(editable=False, null=True, verbose_name="compte rendu approuvé le"),
            ),
            (
                "president",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="préside",
                ),
            ),
            (
                "secretaire",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="Note les présences et écrit le compte rendu, avec le Référent.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="secrétaire",
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
            "verbose_name": "historical réunion",
            "verbose_name_plural": "historical réunions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="InviteModele",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "modele",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="invites",
                    to="concertation.modelereunion",
                    verbose_name="modèle",
                ),
            ),
            (
                "personne",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="personne",
                ),
            ),
            (
                "partenaire",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="+",
                    to="partenaires.partenaire",
                    verbose_name="partenaire",
                ),
            ),
            ("nom", models.CharField(max_length=150, verbose_name="nom ou fonction")),
            ("courriel", models.EmailField(max_length=254, verbose_name="adresse électronique")),
        ],
        options={
            "verbose_name": "personne invitée par le modèle",
            "verbose_name_plural": "personnes invitées par le modèle",
            "ordering": ["nom", "pk"],
            "constraints": [
                models.UniqueConstraint(models.F("modele"), models.F("courriel"), name="invite_modele_unique")
            ],
        },
    ),
    migrations.CreateModel(
        name="ModeleReunion",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("nom", models.CharField(max_length=100, unique=True, verbose_name="nom du modèle")),
            ("titre", models.CharField(max_length=150, verbose_name="titre des réunions")),
            ("heure", models.TimeField(verbose_name="heure de début")),
            (
                "duree",
                models.PositiveSmallIntegerField(
                    validators=[
                        django.core.validators.MinValueValidator(15),
                        django.core.validators.MaxValueValidator(600),
                    ],
                    verbose_name="durée en minutes",
                ),
            ),
            ("lieu", models.CharField(blank=True, max_length=200, verbose_name="lieu")),
            ("lien_visio", models.URLField(blank=True, verbose_name="lien de visioconférence")),
            (
                "president",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="préside",
                ),
            ),
            (
                "secretaire",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="secrétaire",
                ),
            ),
            (
                "delai_propositions",
                models.PositiveSmallIntegerField(
                    default=7,
                    help_text="Les propositions se ferment ce nombre de jours avant.",
                    verbose_name="jours avant la réunion",
                ),
            ),
        ],
        options={
            "verbose_name": "modèle de réunion",
            "verbose_name_plural": "modèles de réunion",
            "ordering": ["nom"],
        },
    ),
    migrations.CreateModel(
        name="NoteAction",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "action",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="notes",
                    to="concertation.action",
                    verbose_name="action",
                ),
            ),
            ("texte", models.TextField(max_length=600, verbose_name="où en est-on")),
            (
                "par",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="par",
                ),
            ),
            ("le", models.DateTimeField(default=django.utils.timezone.now, verbose_name="le")),
        ],
        options={
            "verbose_name": "note d’avancement",
            "verbose_name_plural": "notes d’avancement",
            "ordering": ["le"],
        },
    ),
    migrations.CreateModel(
        name="NoteSecretariat",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "point",
                models.OneToOneField(
                    editable=False,
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="note",
                    to="concertation.pointordredujour",
                    verbose_name="point",
                ),
            ),
            ("texte", models.TextField(blank=True, max_length=2000, verbose_name="note du secrétariat")),
        ],
        options={
            "verbose_name": "note du secrétariat",
            "verbose_name_plural": "notes du secrétariat",
        },
    ),
    migrations.CreateModel(
        name="PointModele",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "modele",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="points",
                    to="concertation.modelereunion",
                    verbose_name="modèle",
                ),
            ),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            (
                "attendu",
                models.CharField(
                    choices=[
                        ("information", "Information"),
                        ("echange", "Échange"),
                        ("decision", "Décision"),
                    ],
                    default="information",
                    max_length=12,
                    verbose_name="ce qui est attendu",
                ),
            ),
            (
                "duree",
                models.PositiveSmallIntegerField(
                    default=10,
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(240),
                    ],
                    verbose_name="minutes",
                ),
            ),
            ("intervenant", models.CharField(blank=True, max_length=150, verbose_name="qui présente")),
            (
                "section",
                models.CharField(
                    choices=[
                        ("ouverture", "Ouverture"),
                        ("nouveaux", "Points nouveaux"),
                        ("en_cours", "Points en cours"),
                        ("a_cloturer", "Points à clôturer"),
                    ],
                    default="ouverture",
                    max_length=12,
                    verbose_name="section",
                ),
            ),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("ordinaire", "Point ordinaire"),
                        ("approbation", "Approbation du compte rendu précédent"),
                        ("suivi", "Suivi des actions"),
                        ("divers", "Divers"),
                    ],
                    default="ordinaire",
                    max_length=12,
                    verbose_name="nature",
                ),
            ),
            ("rang", models.PositiveIntegerField(default=0, editable=False, verbose_name="rang")),
        ],
        options={
            "verbose_name": "point du modèle",
            "verbose_name_plural": "points du modèle",
            "ordering": ["rang", "pk"],
        },
    ),
    migrations.CreateModel(
        name="PointOrdreDuJour",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "reunion",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="points",
                    to="concertation.reunion",
                    verbose_name="réunion",
                ),
            ),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            (
                "attendu",
                models.CharField(
                    choices=[
                        ("information", "Information"),
                        ("echange", "Échange"),
                        ("decision", "Décision"),
                    ],
                    default="echange",
                    max_length=12,
                    verbose_name="ce qui est attendu",
                ),
            ),
            (
                "duree",
                models.PositiveSmallIntegerField(
                    default=15,
                    validators=[
                        django.core.validators.MinValueValidator(1),
                        django.core.validators.MaxValueValidator(240),
                    ],
                    verbose_name="minutes souhaitées",
                ),
            ),
            (
                "intervenant",
                models.CharField(
                    blank=True,
                    help_text="Une fonction ou un service de la Concertation.",
                    max_length=150,
                    verbose_name="qui présente",
                ),
            ),
            (
                "pourquoi",
                models.TextField(
                    blank=True,
                    help_text="Ce que le groupe doit savoir pour préparer ce point.",
                    max_length=1200,
                    verbose_name="pourquoi maintenant",
                ),
            ),
            (
                "section",
                models.CharField(
                    choices=[
                        ("ouverture", "Ouverture"),
                        ("nouveaux", "Points nouveaux"),
                        ("en_cours", "Points en cours"),
                        ("a_cloturer", "Points à clôturer"),
                    ],
                    default="nouveaux",
                    max_length=12,
                    verbose_name="section",
                ),
            ),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("ordinaire", "Point ordinaire"),
                        ("approbation", "Approbation du compte rendu précédent"),
                        ("suivi", "Suivi des actions"),
                        ("divers", "Divers"),
                    ],
                    default="ordinaire",
                    editable=False,
                    max_length=12,
                    verbose_name="nature",
                ),
            ),
            ("rang", models.PositiveIntegerField(default=0, editable=False, verbose_name="rang")),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("propose", "Proposé"),
                        ("a_completer", "À compléter"),
                        ("inscrit", "Inscrit à l’ordre du jour"),
                        ("refuse", "Refusé"),
                        ("reporte", "Reporté"),
                        ("retire", "Retiré"),
                    ],
                    default="propose",
                    editable=False,
                    max_length=12,
                    verbose_name="état",
                ),
            ),
            (
                "partenaire",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="partenaires.partenaire",
                    verbose_name="partenaire",
                ),
            ),
            (
                "propose_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="proposé par",
                ),
            ),
            (
                "propose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="proposé le"
                ),
            ),
            (
                "reponse",
                models.TextField(
                    blank=True, editable=False, max_length=600, verbose_name="réponse du Référent"
                ),
            ),
            ("repondu_le", models.DateTimeField(editable=False, null=True, verbose_name="répondu le")),
            (
                "motif_tardif",
                models.TextField(
                    blank=True,
                    help_text="L’ordre du jour est arrêté : dites ce qui ne peut attendre.",
                    max_length=600,
                    verbose_name="pourquoi si tard",
                ),
            ),
            (
                "reporte_de",
                models.OneToOneField(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="suite",
                    to="concertation.pointordredujour",
                    verbose_name="reporté de",
                ),
            ),
            ("commence_le", models.DateTimeField(editable=False, null=True, verbose_name="commencé le")),
        ],
        options={
            "verbose_name": "point de l’ordre du jour",
            "verbose_name_plural": "points de l’ordre du jour",
            "ordering": ["rang", "pk"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("reunion__isnull", False), ("etat__in", ["propose", "retire"]), _connector="OR"
                    ),
                    name="point_sans_reunion",
                    violation_error_message="Un point sans réunion attend la prochaine.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("etat__in", ["refuse", "a_completer"]), _negated=True),
                        models.Q(("reponse", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="point_reponse",
                    violation_error_message="Un refus ou une demande de précision se motive.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Presence",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "convocation",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="presences",
                    to="concertation.convocation",
                    verbose_name="convocation",
                ),
            ),
            (
                "du_point",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="arrivée au point",
                ),
            ),
            (
                "avant_point",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="concertation.pointordredujour",
                    verbose_name="partie avant le point",
                ),
            ),
            ("arrivee_le", models.DateTimeField(default=django.utils.timezone.now, verbose_name="arrivée à")),
            ("depart_le", models.DateTimeField(blank=True, null=True, verbose_name="partie à")),
        ],
        options={
            "verbose_name": "présence",
            "verbose_name_plural": "présences",
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("depart_le", None)),
                    fields=("convocation",),
                    name="presence_une_a_la_fois",
                    violation_error_message="Cette personne est déjà notée présente.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Reunion",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            ("debut", models.DateTimeField(verbose_name="début")),
            ("fin", models.DateTimeField(verbose_name="fin")),
            (
                "lieu",
                models.CharField(
                    blank=True, help_text="Salle, bâtiment, accès.", max_length=200, verbose_name="lieu"
                ),
            ),
            ("lien_visio", models.URLField(blank=True, verbose_name="lien de visioconférence")),
            (
                "president",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="préside",
                ),
            ),
            (
                "secretaire",
                models.ForeignKey(
                    blank=True,
                    help_text="Note les présences et écrit le compte rendu, avec le Référent.",
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="secrétaire",
                ),
            ),
            (
                "limite_propositions",
                models.DateTimeField(
                    help_text="Les partenaires proposent des points jusqu’à ce moment.",
                    verbose_name="propositions jusqu’au",
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("brouillon", "Brouillon"),
                        ("arretee", "Ordre du jour arrêté"),
                        ("convoquee", "Convoquée"),
                        ("tenue", "Tenue"),
                        ("relecture", "Compte rendu en relecture"),
                        ("approuvee", "Compte rendu approuvé"),
                        ("reportee", "Reportée"),
                        ("annulee", "Annulée"),
                    ],
                    default="brouillon",
                    editable=False,
                    max_length=12,
                    verbose_name="état",
                ),
            ),
            ("motif", models.TextField(blank=True, editable=False, max_length=600, verbose_name="motif")),
            (
                "creee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="créée le"
                ),
            ),
            (
                "arretee_le",
                models.DateTimeField(editable=False, null=True, verbose_name="ordre du jour arrêté le"),
            ),
            ("convoquee_le", models.DateTimeField(editable=False, null=True, verbose_name="convoquée le")),
            ("tenue_le", models.DateTimeField(editable=False, null=True, verbose_name="tenue le")),
            (
                "relecture_le",
                models.DateTimeField(editable=False, null=True, verbose_name="compte rendu en relecture le"),
            ),
            (
                "approuvee_le",
                models.DateTimeField(editable=False, null=True, verbose_name="compte rendu approuvé le"),
            ),
            ("sequence", models.PositiveIntegerField(default=0, editable=False, verbose_name="envois")),
            ("annonce", models.JSONField(editable=False, null=True, verbose_name="annoncé")),
            ("ordre", models.PositiveIntegerField(default=0, editable=False, verbose_name="arrangement")),
        ],
        options={
            "verbose_name": "réunion",
            "verbose_name_plural": "réunions",
            "ordering": ["-debut", "-pk"],
            "permissions": [
                ("gerer_reunion", "Gérer la réunion et son ordre du jour"),
                ("proposer_point", "Proposer un point"),
                ("rediger_reunion", "Noter les présences et écrire le compte rendu"),
                ("amender_reunion", "Demander une correction du compte rendu"),
            ],
            "indexes": [models.Index(fields=["etat", "debut"], name="concertatio_etat_cfed88_idx")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("fin__gt", models.F("debut"))),
                    name="reunion_dates",
                    violation_error_message="La fin de la réunion doit suivre son début.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("limite_propositions__lte", models.F("debut"))),
                    name="reunion_limite",
                    violation_error_message="Les propositions se ferment avant le début de la réunion.",
                ),
            ],
        },
    ),
]
