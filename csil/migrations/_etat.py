"""The models of the package as Django's state knows them. Written by `make schema`: do not edit."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

MODELES = [
    migrations.CreateModel(
        name="Attribution",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="attributions",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            (
                "groupe",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="attributions", to="auth.group"
                ),
            ),
            (
                "attribuee_par",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="attribuée par",
                ),
            ),
            (
                "attribuee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="attribuée le"
                ),
            ),
            ("motif", models.CharField(blank=True, max_length=250, verbose_name="motif")),
        ],
        options={
            "verbose_name": "appartenance à un groupe",
            "verbose_name_plural": "appartenances aux groupes",
            "ordering": ["groupe__name"],
            "constraints": [
                models.UniqueConstraint(
                    models.F("personne"),
                    models.F("groupe"),
                    name="attribution_unique",
                    violation_error_message="Cette personne est déjà dans ce groupe.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Connexion",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="connexions",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            ("session", models.CharField(max_length=40, unique=True)),
            ("debut", models.DateTimeField(default=django.utils.timezone.now, verbose_name="ouverte le")),
            (
                "vue_le",
                models.DateTimeField(default=django.utils.timezone.now, verbose_name="dernière activité"),
            ),
            ("appareil", models.CharField(max_length=120, verbose_name="appareil")),
            ("adresse", models.GenericIPAddressField(null=True, verbose_name="adresse")),
        ],
        options={
            "verbose_name": "connexion",
            "ordering": ["-vue_le"],
        },
    ),
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
        name="DecisionPurge",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "quarantaine",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="decisions",
                    to="csil.quarantaine",
                    verbose_name="quarantaine",
                ),
            ),
            (
                "par",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="décidée par",
                ),
            ),
            ("le", models.DateTimeField(default=django.utils.timezone.now, verbose_name="le")),
        ],
        options={
            "verbose_name": "décision d’effacer",
            "ordering": ["le"],
            "constraints": [
                models.UniqueConstraint(
                    models.F("quarantaine"), models.F("par"), name="decision_purge_une_par_personne"
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Engagement",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="engagements",
                    to=settings.AUTH_USER_MODEL,
                ),
            ),
            (
                "texte",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="engagements",
                    to="csil.texteengagement",
                    verbose_name="texte",
                ),
            ),
            (
                "accepte_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="accepté le"
                ),
            ),
        ],
        options={
            "verbose_name": "engagement de confidentialité",
            "verbose_name_plural": "engagements de confidentialité",
            "constraints": [
                models.UniqueConstraint(models.F("personne"), models.F("texte"), name="engagement_unique")
            ],
        },
    ),
    migrations.CreateModel(
        name="EntreeJournal",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("quand", models.DateTimeField(default=django.utils.timezone.now, verbose_name="quand")),
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
            ("objet_type", models.CharField(blank=True, max_length=100, verbose_name="genre d’objet")),
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
                "de_la_plateforme",
                models.BooleanField(default=False, editable=False, verbose_name="de la plateforme"),
            ),
        ],
        options={
            "verbose_name": "ligne du journal",
            "verbose_name_plural": "journal",
            "ordering": ["-quand"],
        },
    ),
    migrations.CreateModel(
        name="Envoi",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("destinataire", models.EmailField(max_length=254, verbose_name="destinataire")),
            ("cle", models.CharField(max_length=200, unique=True, verbose_name="clé")),
            ("objet_type", models.CharField(blank=True, max_length=100, verbose_name="genre d’objet")),
            ("objet_id", models.CharField(blank=True, max_length=64, verbose_name="objet")),
            ("reserve", models.BooleanField(default=False, verbose_name="réservé")),
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
            ("cree_le", models.DateTimeField(default=django.utils.timezone.now, verbose_name="demandé le")),
            ("envoye_le", models.DateTimeField(null=True, verbose_name="envoyé le")),
        ],
        options={
            "verbose_name": "envoi",
            "verbose_name_plural": "envois",
            "ordering": ["cree_le"],
            "indexes": [
                models.Index(fields=["objet_type", "objet_id"], name="envoi_objet"),
                models.Index(
                    condition=models.Q(("etat__in", ["en_attente", "a_reessayer", "en_cours"])),
                    fields=["prochain_essai"],
                    name="envoi_file",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="GroupeEnVigueur",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
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
        ],
        options={
            "db_table": "csil_groupe_en_vigueur",
            "managed": False,
        },
    ),
    migrations.CreateModel(
        name="HistoricalAttribution",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            (
                "attribuee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="attribuée le"
                ),
            ),
            ("motif", models.CharField(blank=True, max_length=250, verbose_name="motif")),
            (
                "personne",
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
                "groupe",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="auth.group",
                ),
            ),
            (
                "attribuee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="attribuée par",
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
            "verbose_name": "historical appartenance à un groupe",
            "verbose_name_plural": "historical appartenances aux groupes",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalEngagement",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            (
                "accepte_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="accepté le"
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
                ),
            ),
            (
                "texte",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="csil.texteengagement",
                    verbose_name="texte",
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
            "verbose_name": "historical engagement de confidentialité",
            "verbose_name_plural": "historical engagements de confidentialité",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalQuarantaine",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("objet_type", models.CharField(editable=False, max_length=100, verbose_name="genre d’objet")),
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
            "verbose_name": "historical quarantaine",
            "verbose_name_plural": "historical quarantaines",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalReferenceLegale",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            (
                "code",
                models.SlugField(
                    help_text="Celui que les textes de la plateforme emploient.", verbose_name="code"
                ),
            ),
            ("intitule", models.CharField(max_length=250, verbose_name="citation")),
            ("valide_du", models.DateField(verbose_name="valable du")),
            ("valide_au", models.DateField(blank=True, null=True, verbose_name="au")),
            ("verifiee", models.BooleanField(default=False, verbose_name="vérifiée par un juriste")),
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
            "verbose_name": "historical référence légale",
            "verbose_name_plural": "historical références légales",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalTexteEngagement",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(db_index=True, verbose_name="version")),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            ("contenu", models.TextField(verbose_name="texte")),
            (
                "publie_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="publié le"
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
            "verbose_name": "historical texte de l’engagement de confidentialité",
            "verbose_name_plural": "historical textes de l’engagement de confidentialité",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalUtilisateur",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            (
                "is_superuser",
                models.BooleanField(
                    default=False,
                    help_text="Designates that this user has all permissions without explicitly assigning them.",
                    verbose_name="superuser status",
                ),
            ),
            (
                "email",
                models.EmailField(
                    db_index=True,
                    error_messages={"unique": "Un compte a déjà cette adresse."},
                    max_length=254,
                    verbose_name="adresse électronique de service",
                ),
            ),
            (
                "nom",
                models.CharField(
                    help_text="Nom, ou fonction, que les autres voient.",
                    max_length=150,
                    verbose_name="nom affiché",
                ),
            ),
            (
                "is_active",
                models.BooleanField(
                    default=True,
                    help_text="Un compte ne s’efface pas : décochez pour fermer l’accès.",
                    verbose_name="actif",
                ),
            ),
            (
                "cree_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="créé le"
                ),
            ),
            ("invite_le", models.DateTimeField(editable=False, null=True, verbose_name="invité le")),
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
            "verbose_name": "historical compte",
            "verbose_name_plural": "historical comptes",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="PieceJointe",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "envoi",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.CASCADE, related_name="pieces", to="csil.envoi"
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(verbose_name="ordre")),
            ("nom", models.CharField(max_length=150, verbose_name="nom")),
            ("genre", models.CharField(max_length=150, verbose_name="type")),
            ("octets", models.BinaryField(verbose_name="contenu")),
            ("recette", models.CharField(blank=True, max_length=100, verbose_name="recette")),
            ("argument", models.CharField(blank=True, max_length=64, verbose_name="argument")),
        ],
        options={
            "verbose_name": "pièce jointe",
            "verbose_name_plural": "pièces jointes",
            "ordering": ["ordre"],
        },
    ),
    migrations.CreateModel(
        name="ProfilGroupe",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "groupe",
                models.OneToOneField(
                    on_delete=django.db.models.deletion.CASCADE,
                    related_name="profil",
                    to="auth.group",
                    verbose_name="groupe",
                ),
            ),
            ("ouvre", models.TextField(verbose_name="ce que le groupe ouvre")),
            (
                "sensible",
                models.BooleanField(help_text="N’ouvre rien sans mandat confirmé.", verbose_name="sensible"),
            ),
            ("confirme", models.BooleanField(verbose_name="confirme les mandats")),
            ("second_facteur", models.BooleanField(verbose_name="second facteur exigé")),
            (
                "securite",
                models.BooleanField(default=False, verbose_name="tient lieu d’officier de sécurité"),
            ),
            ("ordre", models.PositiveSmallIntegerField(verbose_name="ordre")),
        ],
        options={
            "verbose_name": "groupe",
            "ordering": ["ordre"],
        },
    ),
    migrations.CreateModel(
        name="Quarantaine",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("objet_type", models.CharField(editable=False, max_length=100, verbose_name="genre d’objet")),
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
            ("levee_le", models.DateTimeField(editable=False, null=True, verbose_name="levée le")),
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
            ("purgee_le", models.DateTimeField(editable=False, null=True, verbose_name="purgée le")),
        ],
        options={
            "verbose_name": "quarantaine",
            "ordering": ["-depuis"],
            "permissions": [
                ("purger_quarantaine", "Décider l’effacement"),
                ("lever_quarantaine", "Rendre de nouveau visible"),
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("objet_type"),
                    models.F("objet_id"),
                    condition=models.Q(("levee_le", None)),
                    name="quarantaine_une_a_la_fois",
                    violation_error_message="Quelqu’un vient de mettre ce contenu en quarantaine.",
                ),
                models.CheckConstraint(
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
            ],
        },
    ),
    migrations.CreateModel(
        name="ReferenceLegale",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "code",
                models.SlugField(
                    help_text="Celui que les textes de la plateforme emploient.", verbose_name="code"
                ),
            ),
            ("intitule", models.CharField(max_length=250, verbose_name="citation")),
            ("valide_du", models.DateField(verbose_name="valable du")),
            ("valide_au", models.DateField(blank=True, null=True, verbose_name="au")),
            ("verifiee", models.BooleanField(default=False, verbose_name="vérifiée par un juriste")),
        ],
        options={
            "verbose_name": "référence légale",
            "verbose_name_plural": "références légales",
            "ordering": ["code", "-valide_du"],
            "constraints": [
                models.UniqueConstraint(models.F("code"), models.F("valide_du"), name="reference_unique"),
                models.CheckConstraint(
                    condition=models.Q(
                        ("valide_au", None), ("valide_au__gte", models.F("valide_du")), _connector="OR"
                    ),
                    name="reference_dates",
                    violation_error_message="La fin de validité précède son début.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="TexteEngagement",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(unique=True, verbose_name="version")),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            ("contenu", models.TextField(verbose_name="texte")),
            (
                "publie_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="publié le"
                ),
            ),
        ],
        options={
            "verbose_name": "texte de l’engagement de confidentialité",
            "verbose_name_plural": "textes de l’engagement de confidentialité",
            "ordering": ["-version"],
        },
    ),
    migrations.CreateModel(
        name="Utilisateur",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("password", models.CharField(max_length=128, verbose_name="password")),
            (
                "is_superuser",
                models.BooleanField(
                    default=False,
                    help_text="Designates that this user has all permissions without explicitly assigning them.",
                    verbose_name="superuser status",
                ),
            ),
            (
                "email",
                models.EmailField(
                    error_messages={"unique": "Un compte a déjà cette adresse."},
                    max_length=254,
                    unique=True,
                    verbose_name="adresse électronique de service",
                ),
            ),
            (
                "nom",
                models.CharField(
                    help_text="Nom, ou fonction, que les autres voient.",
                    max_length=150,
                    verbose_name="nom affiché",
                ),
            ),
            (
                "is_active",
                models.BooleanField(
                    default=True,
                    help_text="Un compte ne s’efface pas : décochez pour fermer l’accès.",
                    verbose_name="actif",
                ),
            ),
            (
                "cree_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="créé le"
                ),
            ),
            ("invite_le", models.DateTimeField(editable=False, null=True, verbose_name="invité le")),
            (
                "groups",
                models.ManyToManyField(
                    blank=True,
                    related_name="personnes",
                    related_query_name="personne",
                    through="csil.Attribution",
                    through_fields=("personne", "groupe"),
                    to="auth.group",
                    verbose_name="groupes",
                ),
            ),
        ],
        options={
            "verbose_name": "compte",
            "ordering": ["nom", "email"],
            "constraints": [
                models.UniqueConstraint(
                    django.db.models.functions.text.Lower("email"),
                    name="email_sans_casse",
                    violation_error_message="Un compte a déjà cette adresse.",
                )
            ],
        },
    ),
]
