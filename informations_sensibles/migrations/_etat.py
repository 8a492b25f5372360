"""The models of the package as Django's state knows them. Written by `make schema`: do not edit."""

import uuid

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.contrib.postgres.lookups
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import django.utils.timezone
import simple_history.models
from django.conf import settings
from django.db import migrations, models

import informations_sensibles.dossiers.models.dossier
import informations_sensibles.informations.models.information
import informations_sensibles.signalements.models.signalement
import informations_sensibles.signaler.models.signalement_partenaire
import informations_sensibles.transmissions.models.transmission

MODELES = [
    migrations.CreateModel(
        name="ARectifier",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="a_rectifier",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "rectification",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="a_prevenir",
                    to="informations_sensibles.rectification",
                    verbose_name="rectification",
                ),
            ),
            (
                "destinataire",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="destinataire",
                ),
            ),
            ("par_quoi", models.CharField(editable=False, max_length=60, verbose_name="reçue par")),
            (
                "depuis",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="à faire depuis"
                ),
            ),
            (
                "fait_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="prévenu par",
                ),
            ),
            (
                "fait_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="prévenu le"),
            ),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="comment")),
        ],
        options={
            "verbose_name": "rectification à faire suivre",
            "verbose_name_plural": "rectifications à faire suivre",
            "ordering": ["depuis"],
            "constraints": [
                models.UniqueConstraint(
                    models.F("rectification"),
                    models.F("destinataire"),
                    models.F("par_quoi"),
                    name="a_rectifier_une_fois",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("fait_le", None), ("fait_par", None), ("mot", "")),
                        models.Q(
                            ("fait_le__isnull", False),
                            ("fait_par__isnull", False),
                            models.Q(("mot", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="a_rectifier_signe",
                    violation_error_message="Dites comment la personne a été prévenue.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="BaseLegale",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("libelle", models.CharField(max_length=200, unique=True, verbose_name="base légale")),
            (
                "loi",
                models.SlugField(
                    blank=True,
                    help_text="Le code d’une référence légale de la plateforme.",
                    verbose_name="référence légale",
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
        ],
        options={
            "verbose_name": "base légale d’une transmission",
            "verbose_name_plural": "bases légales des transmissions",
            "ordering": ["ordre", "libelle"],
        },
    ),
    migrations.CreateModel(
        name="BaseParole",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("libelle", models.CharField(max_length=150, unique=True, verbose_name="base")),
            ("precision", models.CharField(blank=True, max_length=250, verbose_name="ce que cela demande")),
            (
                "reference",
                models.SlugField(
                    blank=True,
                    help_text="Celui de la table des références légales.",
                    verbose_name="référence légale (code)",
                ),
            ),
            ("validee", models.BooleanField(default=False, verbose_name="validée par un juriste")),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
        ],
        options={
            "verbose_name": "base d’un signalement de partenaire",
            "verbose_name_plural": "bases des signalements de partenaires",
            "ordering": ["ordre", "libelle"],
        },
    ),
    migrations.CreateModel(
        name="Blocage",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="personne",
                ),
            ),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="décidé par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="décidé le"
                ),
            ),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
                ),
            ),
            ("leve_le", models.DateTimeField(editable=False, null=True, verbose_name="levé le")),
            (
                "signalement",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="blocages",
                    to="informations_sensibles.signalementcontextuel",
                    verbose_name="signalement contextuel",
                ),
            ),
        ],
        options={
            "verbose_name": "blocage",
            "verbose_name_plural": "blocages",
            "ordering": ["-le"],
            "permissions": [("lever_blocage", "Lever le blocage")],
            "abstract": False,
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("leve_le", None), ("leve_par", None)),
                        models.Q(
                            ("leve_le__isnull", False),
                            ("leve_par__isnull", False),
                            models.Q(("leve_par", models.F("personne")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="blocage_leve_par_un_autre",
                    violation_error_message="Personne ne lève ce qui le tient à l’écart.",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("leve_le", None)),
                    fields=("personne", "signalement"),
                    name="blocage_unique",
                    violation_error_message="Cette personne est déjà tenue à l’écart.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="BlocageDossier",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="personne",
                ),
            ),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="décidé par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="décidé le"
                ),
            ),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
                ),
            ),
            ("leve_le", models.DateTimeField(editable=False, null=True, verbose_name="levé le")),
            (
                "dossier",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="blocages",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
        ],
        options={
            "verbose_name": "blocage d’un dossier",
            "verbose_name_plural": "blocages des dossiers",
            "ordering": ["-le"],
            "permissions": [("lever_blocage", "Lever le blocage")],
            "abstract": False,
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("leve_le", None)),
                    fields=("personne", "dossier"),
                    name="blocage_dossier_unique",
                    violation_error_message="Cette personne est déjà tenue à l’écart.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("leve_le", None), ("leve_par", None)),
                        models.Q(
                            ("leve_le__isnull", False),
                            ("leve_par__isnull", False),
                            models.Q(("leve_par", models.F("personne")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="blocagedossier_leve_par_un_autre",
                    violation_error_message="Personne ne lève ce qui le tient à l’écart.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CategorieDonnee",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("libelle", models.CharField(max_length=150, unique=True, verbose_name="catégorie")),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
        ],
        options={
            "verbose_name": "catégorie de données",
            "verbose_name_plural": "catégories de données",
            "ordering": ["ordre", "libelle"],
        },
    ),
    migrations.CreateModel(
        name="Circuit",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "genre",
                models.CharField(
                    choices=[
                        ("rir", "RIR"),
                        ("pv", "PV"),
                        ("rapport", "Rapport"),
                        ("signalement_partenaire", "Signalement d’un partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=25,
                    verbose_name="genre d’information",
                ),
            ),
            (
                "source",
                models.CharField(
                    choices=[
                        ("police_locale", "Police locale"),
                        ("police_federale", "Police fédérale"),
                        ("surete", "Sûreté de l’Etat"),
                        ("partenaire", "Partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=20,
                    verbose_name="d’où elle vient",
                ),
            ),
        ],
        options={
            "verbose_name": "circuit",
            "verbose_name_plural": "circuits",
            "ordering": ["genre", "source"],
            "permissions": [("preparer_version", "Préparer une nouvelle version")],
            "constraints": [
                models.UniqueConstraint(
                    models.F("genre"),
                    models.F("source"),
                    name="circuit_unique",
                    violation_error_message="Ce circuit existe déjà : préparez-en une nouvelle version.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="ConditionTransmission",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "transmission",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="conditions",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
                ),
            ),
            (
                "code",
                models.CharField(
                    choices=[
                        ("validee", "Les informations sont validées et leur circuit permet de transmettre"),
                        ("accord", "Le service d’origine a donné son accord"),
                        ("finalite_458ter", "La finalité est celle de la concertation de cas"),
                        ("interet_enfant", "L’intérêt de l’enfant est pesé"),
                        ("evaluation", "La nature, la date et l’évaluation sont dites"),
                        ("embargo", "Aucune autorité ne retient une information"),
                        ("necessaire", "Rien de plus que nécessaire"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="condition",
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            ("tenue", models.BooleanField(null=True, verbose_name="tenue")),
            ("detail", models.CharField(blank=True, max_length=250, verbose_name="précision")),
            (
                "derogation",
                models.BooleanField(default=False, editable=False, verbose_name="dérogation du Bourgmestre"),
            ),
            (
                "constatee_par",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="constatée par",
                ),
            ),
            ("constatee_le", models.DateTimeField(editable=False, null=True, verbose_name="constatée le")),
        ],
        options={
            "verbose_name": "condition d’une transmission",
            "verbose_name_plural": "conditions d’une transmission",
            "ordering": ["pk"],
            "constraints": [
                models.UniqueConstraint(
                    fields=("transmission", "code", "information"),
                    name="condition_transmission_unique",
                    nulls_distinct=False,
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("constatee_par", None), ("derogation", False), ("tenue", None)),
                        models.Q(
                            ("constatee_le__isnull", False),
                            ("constatee_par__isnull", False),
                            ("tenue__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="condition_transmission_signee",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("derogation", False), models.Q(("detail", ""), _negated=True), _connector="OR"
                    ),
                    name="condition_transmission_derogation",
                    violation_error_message="Une dérogation a une raison.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Consentement",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="consentements",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            ("demande_a", models.CharField(max_length=150, verbose_name="service interrogé")),
            (
                "par_qui",
                models.CharField(
                    help_text="La fonction de la personne qui engage son service, jamais son nom.",
                    max_length=150,
                    verbose_name="qui a répondu",
                ),
            ),
            ("le", models.DateField(default=django.utils.timezone.localdate, verbose_name="répondu le")),
            ("accorde", models.BooleanField(verbose_name="accordé")),
            (
                "pour_transmission",
                models.BooleanField(default=False, verbose_name="pour une transmission au contact TFL"),
            ),
            (
                "pour_agenda",
                models.BooleanField(default=False, verbose_name="pour l’ordre du jour de la Cellule"),
            ),
            ("pour_cercle", models.BooleanField(default=False, verbose_name="pour le cercle du dossier")),
            (
                "tlp",
                models.CharField(
                    blank=True,
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    max_length=20,
                    verbose_name="circulation la plus large",
                ),
            ),
            ("conditions", models.CharField(blank=True, max_length=300, verbose_name="conditions posées")),
            (
                "consigne_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="consigné par",
                ),
            ),
            (
                "consigne_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="consigné le"
                ),
            ),
        ],
        options={
            "verbose_name": "réponse du service d’origine",
            "verbose_name_plural": "réponses des services d’origine",
            "ordering": ["-consigne_le"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("accorde", True),
                        models.Q(
                            ("pour_agenda", False),
                            ("pour_cercle", False),
                            ("pour_transmission", False),
                            ("tlp", ""),
                        ),
                        _connector="OR",
                    ),
                    name="consentement_refus_sans_etendue",
                    violation_error_message="Un refus ne permet rien.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("accorde", False),
                        ("pour_transmission", True),
                        ("pour_agenda", True),
                        ("pour_cercle", True),
                        models.Q(("tlp", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="consentement_accord_etendue",
                    violation_error_message="Dites ce que l’accord permet.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="CopieFigee",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "transmission",
                models.OneToOneField(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="copie",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
                ),
            ),
            ("contenu", models.BinaryField(verbose_name="contenu")),
            ("sha256", models.CharField(editable=False, max_length=64, verbose_name="empreinte (SHA-256)")),
            (
                "taille",
                models.PositiveIntegerField(editable=False, help_text="En octets.", verbose_name="taille"),
            ),
            ("lecteur", models.CharField(editable=False, max_length=200, verbose_name="au nom de")),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="figée par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="figée le"
                ),
            ),
        ],
        options={
            "verbose_name": "copie figée",
            "verbose_name_plural": "copies figées",
        },
    ),
    migrations.CreateModel(
        name="CorrespondantSecteur",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "secteur",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="correspondants",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            (
                "personne",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="correspondances",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="personne",
                ),
            ),
            ("fonction", models.CharField(max_length=150, verbose_name="fonction")),
            ("debut", models.DateTimeField(default=django.utils.timezone.now, verbose_name="du")),
            ("fin", models.DateTimeField(blank=True, null=True, verbose_name="au")),
        ],
        options={
            "verbose_name": "personne du secteur",
            "verbose_name_plural": "personnes du secteur",
            "ordering": ["personne__nom", "debut"],
            "permissions": [("terminer_correspondance", "Mettre fin à la correspondance")],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(("fin", None), ("fin__gte", models.F("debut")), _connector="OR"),
                    name="correspondant_dates",
                    violation_error_message="La fin précède le début.",
                ),
                django.contrib.postgres.constraints.ExclusionConstraint(
                    expressions=[
                        ("personne", "="),
                        ("secteur", "="),
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
                    name="correspondant_sans_chevauchement",
                    violation_error_message="Cette personne répond déjà pour ce secteur à ces dates.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Dossier",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "reference",
                models.CharField(
                    default=informations_sensibles.dossiers.models.dossier.reference,
                    editable=False,
                    max_length=12,
                    unique=True,
                    verbose_name="référence",
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("propose", "Proposé"),
                        ("ouvert", "Ouvert"),
                        ("en_suivi", "En suivi"),
                        ("en_revue", "En revue"),
                        ("clos", "Clos"),
                        ("police_seule", "Repris par la police seule"),
                        ("efface", "Effacé"),
                    ],
                    default="propose",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "pilote",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="pilote",
                ),
            ),
            (
                "mineur",
                models.CharField(
                    choices=[("non", "Non"), ("oui", "Oui"), ("inconnu", "On ne sait pas")],
                    max_length=10,
                    verbose_name="la personne est mineure",
                ),
            ),
            (
                "interet_enfant",
                models.TextField(blank=True, max_length=1500, verbose_name="intérêt supérieur de l’enfant"),
            ),
            ("signes", models.TextField(max_length=2000, verbose_name="signes observés")),
            ("necessite", models.TextField(max_length=1500, verbose_name="nécessité")),
            ("proportionnalite", models.TextField(max_length=1500, verbose_name="proportionnalité")),
            ("subsidiarite", models.TextField(max_length=1500, verbose_name="subsidiarité")),
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
                "ouvert_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="ouvert par",
                ),
            ),
            (
                "ouvert_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ouvert le"),
            ),
            (
                "prochaine_revue",
                models.DateField(blank=True, editable=False, null=True, verbose_name="prochaine revue"),
            ),
            (
                "prolongations",
                models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="prolongations"),
            ),
            (
                "informee",
                models.CharField(
                    choices=[
                        ("pas_encore", "Pas encore"),
                        ("oui", "Oui"),
                        ("non", "Non, pour une raison écrite"),
                    ],
                    default="pas_encore",
                    max_length=12,
                    verbose_name="la personne a été informée",
                ),
            ),
            ("informee_le", models.DateField(blank=True, null=True, verbose_name="informée le")),
            (
                "pourquoi_pas_informee",
                models.TextField(blank=True, max_length=1000, verbose_name="pourquoi elle ne l’est pas"),
            ),
            (
                "clos_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="clos par",
                ),
            ),
            ("clos_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="clos le")),
            (
                "motif_cloture",
                models.TextField(blank=True, max_length=1500, verbose_name="motif de la clôture"),
            ),
            (
                "conservation_jusqu_au",
                models.DateField(blank=True, editable=False, null=True, verbose_name="conservé jusqu’au"),
            ),
            (
                "premier_regard",
                models.DateField(blank=True, editable=False, null=True, verbose_name="premier coup d’œil"),
            ),
            (
                "second_regard",
                models.DateField(blank=True, editable=False, null=True, verbose_name="second coup d’œil"),
            ),
            ("recherche", django.contrib.postgres.search.SearchVectorField(editable=False, null=True)),
        ],
        options={
            "verbose_name": "dossier",
            "verbose_name_plural": "dossiers",
            "ordering": ["-propose_le", "-pk"],
            "permissions": [
                ("view_dossier", "Lire le dossier"),
                ("contribuer_dossier", "Contribuer au dossier"),
                ("piloter_dossier", "Piloter le dossier"),
            ],
            "default_permissions": ("add", "change", "delete"),
            "indexes": [
                models.Index(models.F("propose_le"), models.F("id"), name="dossier_par_date"),
                models.Index(
                    models.F("id"), condition=models.Q(("etat", "propose")), name="dossier_proposes"
                ),
                models.Index(models.F("prochaine_revue"), name="dossier_par_revue"),
                django.contrib.postgres.indexes.GinIndex(fields=["recherche"], name="dossier_mots"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("mineur", "oui"), _negated=True),
                        models.Q(("interet_enfant", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="dossier_interet_enfant",
                    violation_error_message="Pour une personne mineure, dites ce que commande l’intérêt de l’enfant.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("ouvert_par", None),
                        models.Q(("ouvert_par", models.F("propose_par")), _negated=True),
                        _connector="OR",
                    ),
                    name="dossier_deux_personnes",
                    violation_error_message="Une autre personne que celle qui propose ouvre le dossier.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("etat__in", ["ouvert", "en_suivi", "en_revue"]), _negated=True),
                        models.Q(("ouvert_par__isnull", False), ("prochaine_revue__isnull", False)),
                        _connector="OR",
                    ),
                    name="dossier_ouvert_a_une_revue",
                    violation_error_message="Un dossier ouvert a une date de revue.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("clos_le", None),
                        models.Q(("clos_par__isnull", False), models.Q(("motif_cloture", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="dossier_clos_motive",
                    violation_error_message="Une clôture a un motif.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("informee", "oui"), _negated=True),
                        ("informee_le__isnull", False),
                        _connector="OR",
                    ),
                    name="dossier_informee_le",
                    violation_error_message="Dites quand la personne a été informée.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("informee", "non"), _negated=True),
                        models.Q(("pourquoi_pas_informee", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="dossier_pourquoi_pas_informee",
                    violation_error_message="Dites pourquoi la personne n’est pas informée.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="DroitDossier",
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
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="droits",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            (
                "debut",
                models.DateTimeField(
                    db_default=django.db.models.functions.datetime.Now(), verbose_name="début"
                ),
            ),
            ("fin", models.DateTimeField(blank=True, null=True, verbose_name="fin")),
        ],
        options={
            "verbose_name": "droit sur un dossier",
            "verbose_name_plural": "droits sur les dossiers",
            "unique_together": set(),
            "indexes": [
                models.Index(
                    models.F("user"),
                    models.F("permission"),
                    models.F("content_object"),
                    name="droit_dossier_des_gens",
                )
            ],
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
                    name="droit_dossier_sans_chevauchement",
                    violation_error_message="Cette personne a déjà ce droit à ces dates.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("fin", None), ("fin__gt", models.F("debut")), _connector="OR"),
                    name="droit_dossier_dates",
                    violation_error_message="La fin précède le début.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Effacement",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="effacements",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "decision",
                models.CharField(
                    blank=True,
                    choices=[("effacer", "L’effacer"), ("garder", "Le garder encore")],
                    editable=False,
                    max_length=10,
                    verbose_name="décision",
                ),
            ),
            (
                "decide_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="décidé par",
                ),
            ),
            (
                "decide_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="décidé le"),
            ),
            (
                "efface_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="effacé le"),
            ),
        ],
        options={
            "verbose_name": "effacement d’un dossier",
            "verbose_name_plural": "effacements des dossiers",
            "ordering": ["-le"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("decision", ""), ("decision", "effacer"), _connector="OR"),
                    fields=("dossier",),
                    name="un_effacement_ouvert",
                    violation_error_message="L’effacement de ce dossier est déjà proposé.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("decide_par", None), ("decision", "")),
                        models.Q(
                            ("decide_le__isnull", False),
                            ("decide_par__isnull", False),
                            models.Q(("decision", ""), _negated=True),
                            models.Q(("decide_par", models.F("par")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="effacement_deux_personnes",
                    violation_error_message="Une autre personne que celle qui propose décide.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Embargo",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="embargos",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            ("autorite", models.CharField(max_length=150, verbose_name="autorité qui le demande")),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            ("jusqu_au", models.DateField(verbose_name="jusqu’au")),
            (
                "pose_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="posé par",
                ),
            ),
            (
                "pose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="posé le"
                ),
            ),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
                ),
            ),
            ("leve_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="levé le")),
            (
                "motif_levee",
                models.CharField(blank=True, max_length=250, verbose_name="pourquoi il est levé"),
            ),
        ],
        options={
            "verbose_name": "embargo",
            "verbose_name_plural": "embargos",
            "ordering": ["-pose_le"],
            "permissions": [("lever_embargo", "Lever l’embargo")],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("leve_le", None)),
                    fields=("information",),
                    name="un_embargo_a_la_fois",
                    violation_error_message="Cette information est déjà sous embargo.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("leve_le", None),
                        models.Q(("leve_par__isnull", False), models.Q(("motif_levee", ""), _negated=True)),
                        _connector="OR",
                    ),
                    name="embargo_leve_motive",
                    violation_error_message="Lever un embargo est une décision : dites pourquoi.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="EtapeCircuit",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("ordre", models.PositiveSmallIntegerField(editable=False, verbose_name="ordre")),
            (
                "origine",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.etapecircuit",
                    verbose_name="reprise de",
                ),
            ),
            (
                "version_circuit",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="etapes",
                    to="informations_sensibles.versioncircuit",
                    verbose_name="version",
                ),
            ),
            (
                "acte",
                models.CharField(
                    choices=[
                        ("valider", "Valider"),
                        ("evaluer", "Évaluer (4×4)"),
                        ("demander_consentement", "Demander le consentement du service d’origine"),
                        ("informer_tfl", "Informer le contact TFL"),
                        ("soumettre_bourgmestre", "Soumettre au Bourgmestre"),
                        ("repondre_signalant", "Répondre au signalant"),
                        ("verifier", "Vérifier"),
                        ("autre", "Autre acte, dit dans la consigne"),
                    ],
                    max_length=30,
                    verbose_name="ce qui est fait",
                ),
            ),
            (
                "role",
                models.CharField(
                    choices=[
                        ("Référent Radicalisme", "Référent Radicalisme"),
                        ("Officier d'information", "Officier d’information"),
                        ("Chef de Corps", "Chef de Corps"),
                        ("Bourgmestre", "Bourgmestre"),
                    ],
                    max_length=60,
                    verbose_name="par qui",
                ),
            ),
            (
                "delai_jours",
                models.PositiveSmallIntegerField(
                    default=2,
                    help_text="Compté depuis la fin de l’étape d’avant ; pour la première, depuis la saisie.",
                    validators=[
                        django.core.validators.MinValueValidator(1, "Donnez au moins un jour."),
                        django.core.validators.MaxValueValidator(90, "Donnez au plus 90 jours."),
                    ],
                    verbose_name="délai, en jours",
                ),
            ),
            (
                "consigne",
                models.CharField(
                    blank=True,
                    help_text="Ce que cette personne doit savoir pour bien le faire.",
                    max_length=300,
                    verbose_name="consigne",
                ),
            ),
        ],
        options={
            "verbose_name": "étape d’un modèle de circuit",
            "verbose_name_plural": "étapes d’un modèle de circuit",
            "ordering": ["ordre"],
            "constraints": [
                models.UniqueConstraint(
                    deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                    fields=("version_circuit", "ordre"),
                    name="etape_circuit_ordre",
                ),
                models.CheckConstraint(
                    condition=models.Q(("delai_jours__gte", 1)), name="etape_circuit_delai"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("acte", "evaluer"), _negated=True),
                        ("role", "Officier d'information"),
                        _connector="OR",
                    ),
                    name="etape_circuit_evaluer",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("acte", "soumettre_bourgmestre"), _negated=True),
                        ("role", "Bourgmestre"),
                        _connector="OR",
                    ),
                    name="etape_circuit_soumettre_bourgmestre",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("acte", "autre"), _negated=True),
                        models.Q(("consigne", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="etape_circuit_autre_dit",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="EtapeInformation",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="etapes",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(editable=False, verbose_name="ordre")),
            ("acte", models.CharField(editable=False, max_length=30, verbose_name="acte")),
            ("role", models.CharField(editable=False, max_length=60, verbose_name="rôle")),
            (
                "consigne",
                models.CharField(blank=True, editable=False, max_length=300, verbose_name="consigne"),
            ),
            ("delai_jours", models.PositiveSmallIntegerField(editable=False, verbose_name="délai, en jours")),
            (
                "echeance",
                models.DateField(blank=True, editable=False, null=True, verbose_name="à faire avant le"),
            ),
            (
                "faite_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="faite par",
                ),
            ),
            (
                "faite_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="faite le"),
            ),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="mot")),
        ],
        options={
            "verbose_name": "étape d’un circuit",
            "verbose_name_plural": "étapes d’un circuit",
            "ordering": ["ordre"],
            "indexes": [
                models.Index(
                    models.F("role"),
                    models.F("information"),
                    condition=models.Q(("faite_le", None)),
                    name="etape_information_a_faire",
                )
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("information"), models.F("ordre"), name="etape_information_ordre"
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("faite_le", None), ("faite_par", None)),
                        models.Q(("faite_le__isnull", False), ("faite_par__isnull", False)),
                        _connector="OR",
                    ),
                    name="etape_information_signee",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="EtapeProcessus",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("ordre", models.PositiveSmallIntegerField(editable=False, verbose_name="ordre")),
            (
                "origine",
                models.ForeignKey(
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.etapeprocessus",
                    verbose_name="reprise de",
                ),
            ),
            (
                "version_processus",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="etapes",
                    to="informations_sensibles.versionprocessus",
                    verbose_name="version",
                ),
            ),
            (
                "qui",
                models.CharField(
                    help_text="Une fonction, jamais une personne.", max_length=150, verbose_name="qui"
                ),
            ),
            ("quoi", models.TextField(max_length=600, verbose_name="transmet quoi")),
            ("a_qui", models.CharField(max_length=150, verbose_name="à qui")),
            ("delai_valeur", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="délai")),
            (
                "delai_unite",
                models.CharField(
                    blank=True,
                    choices=[("minutes", "minutes"), ("heures", "heures"), ("jours", "jours")],
                    max_length=10,
                    verbose_name="unité",
                ),
            ),
            (
                "delai_mots",
                models.CharField(
                    blank=True,
                    help_text="Par exemple : avant la fin du service.",
                    max_length=80,
                    verbose_name="ou le délai en mots",
                ),
            ),
            (
                "ne_pas_transmettre",
                models.TextField(blank=True, max_length=400, verbose_name="ce qu’il ne faut pas transmettre"),
            ),
        ],
        options={
            "verbose_name": "étape",
            "verbose_name_plural": "étapes",
            "ordering": ["ordre"],
            "constraints": [
                models.UniqueConstraint(
                    deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                    fields=("version_processus", "ordre"),
                    name="etape_ordre_unique",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("delai_unite", ""), ("delai_valeur", None)),
                        models.Q(
                            ("delai_valeur__isnull", False), models.Q(("delai_unite", ""), _negated=True)
                        ),
                        _connector="OR",
                    ),
                    name="etape_delai",
                    violation_error_message="Un délai a un nombre et une unité.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Exercice",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "secteur",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="exercices",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            ("prevu_le", models.DateField(verbose_name="prévu le")),
            (
                "envoye_le",
                models.DateTimeField(editable=False, null=True, verbose_name="message d’essai envoyé le"),
            ),
            ("repondu_le", models.DateTimeField(editable=False, null=True, verbose_name="réponse reçue le")),
            (
                "resultat",
                models.CharField(
                    blank=True,
                    choices=[
                        ("reussi", "La bonne personne a répondu à temps"),
                        ("tardif", "Réponse tardive"),
                        ("autre_voie", "Réponse par une autre voie que celle du processus"),
                        ("sans_reponse", "Aucune réponse"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="résultat",
                ),
            ),
            (
                "commentaire",
                models.TextField(
                    blank=True, editable=False, max_length=1000, verbose_name="ce qu’il faut en retenir"
                ),
            ),
            ("conclu_le", models.DateTimeField(editable=False, null=True, verbose_name="conclu le")),
            (
                "prevu_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="prévu par",
                ),
            ),
        ],
        options={
            "verbose_name": "exercice",
            "verbose_name_plural": "exercices",
            "ordering": ["-prevu_le", "-pk"],
            "permissions": [
                ("envoyer_essai", "Noter l’envoi du message d’essai"),
                ("conclure_exercice", "Conclure l’exercice"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        ("repondu_le", None),
                        models.Q(("envoye_le__isnull", False), ("repondu_le__gte", models.F("envoye_le"))),
                        _connector="OR",
                    ),
                    name="exercice_dans_l_ordre",
                    violation_error_message="La réponse précède l’envoi du message d’essai.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("conclu_le", None), ("resultat", "")),
                        models.Q(
                            ("conclu_le__isnull", False),
                            ("envoye_le__isnull", False),
                            models.Q(("resultat", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="exercice_conclu",
                    violation_error_message="Un exercice conclu a un envoi et un résultat.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="Facteur",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="facteurs",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "genre",
                models.CharField(
                    choices=[("risque", "Facteur de risque"), ("protection", "Facteur de protection")],
                    max_length=12,
                    verbose_name="genre",
                ),
            ),
            ("texte", models.TextField(max_length=600, verbose_name="ce qui est observé")),
            (
                "retire_le",
                models.DateTimeField(
                    blank=True, editable=False, null=True, verbose_name="n’est plus d’actualité depuis"
                ),
            ),
        ],
        options={
            "verbose_name": "facteur",
            "verbose_name_plural": "facteurs",
            "ordering": ["genre", "le"],
        },
    ),
    migrations.CreateModel(
        name="Finalite",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            (
                "but",
                models.CharField(
                    choices=[
                        ("terrorisme", "Prévention des infractions terroristes"),
                        ("integrite", "Protection de l’intégrité physique ou psychique"),
                    ],
                    max_length=15,
                    unique=True,
                    verbose_name="but",
                ),
            ),
            ("libelle", models.CharField(max_length=150, verbose_name="finalité")),
            (
                "loi",
                models.SlugField(
                    blank=True,
                    help_text="Le code d’une référence légale de la plateforme.",
                    verbose_name="référence légale",
                ),
            ),
            (
                "concertation",
                models.BooleanField(
                    default=True,
                    help_text="Ce qui est né dans une concertation de cas peut être transmis pour elle.",
                    verbose_name="celle d’une concertation de cas (458ter)",
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
        ],
        options={
            "verbose_name": "finalité d’une transmission",
            "verbose_name_plural": "finalités des transmissions",
            "ordering": ["ordre", "libelle"],
        },
    ),
    migrations.CreateModel(
        name="Gel",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="gels",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            ("motif", models.CharField(max_length=250, verbose_name="pourquoi")),
            ("jusqu_au", models.DateField(verbose_name="jusqu’au")),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
                ),
            ),
            ("leve_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="levé le")),
        ],
        options={
            "verbose_name": "gel d’un dossier",
            "verbose_name_plural": "gels des dossiers",
            "ordering": ["-le"],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("leve_le", None), ("leve_par", None)),
                        models.Q(("leve_le__isnull", False), ("leve_par__isnull", False)),
                        _connector="OR",
                    ),
                    name="gel_leve_signe",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="HistoricalARectifier",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("par_quoi", models.CharField(editable=False, max_length=60, verbose_name="reçue par")),
            (
                "depuis",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="à faire depuis"
                ),
            ),
            (
                "fait_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="prévenu le"),
            ),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="comment")),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "rectification",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.rectification",
                    verbose_name="rectification",
                ),
            ),
            (
                "destinataire",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="destinataire",
                ),
            ),
            (
                "fait_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="prévenu par",
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
            "verbose_name": "historical rectification à faire suivre",
            "verbose_name_plural": "historical rectifications à faire suivre",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalBaseLegale",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("libelle", models.CharField(db_index=True, max_length=200, verbose_name="base légale")),
            (
                "loi",
                models.SlugField(
                    blank=True,
                    help_text="Le code d’une référence légale de la plateforme.",
                    verbose_name="référence légale",
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
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
            "verbose_name": "historical base légale d’une transmission",
            "verbose_name_plural": "historical bases légales des transmissions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalBaseParole",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("libelle", models.CharField(db_index=True, max_length=150, verbose_name="base")),
            ("precision", models.CharField(blank=True, max_length=250, verbose_name="ce que cela demande")),
            (
                "reference",
                models.SlugField(
                    blank=True,
                    help_text="Celui de la table des références légales.",
                    verbose_name="référence légale (code)",
                ),
            ),
            ("validee", models.BooleanField(default=False, verbose_name="validée par un juriste")),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
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
            "verbose_name": "historical base d’un signalement de partenaire",
            "verbose_name_plural": "historical bases des signalements de partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalBlocage",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="décidé le"
                ),
            ),
            ("leve_le", models.DateTimeField(editable=False, null=True, verbose_name="levé le")),
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
                "par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="décidé par",
                ),
            ),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
                ),
            ),
            (
                "signalement",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.signalementcontextuel",
                    verbose_name="signalement contextuel",
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
            "verbose_name": "historical blocage",
            "verbose_name_plural": "historical blocages",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalBlocageDossier",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="décidé le"
                ),
            ),
            ("leve_le", models.DateTimeField(editable=False, null=True, verbose_name="levé le")),
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
                "par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="décidé par",
                ),
            ),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
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
            "verbose_name": "historical blocage d’un dossier",
            "verbose_name_plural": "historical blocages des dossiers",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalCategorieDonnee",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("libelle", models.CharField(db_index=True, max_length=150, verbose_name="catégorie")),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
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
            "verbose_name": "historical catégorie de données",
            "verbose_name_plural": "historical catégories de données",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalCircuit",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "genre",
                models.CharField(
                    choices=[
                        ("rir", "RIR"),
                        ("pv", "PV"),
                        ("rapport", "Rapport"),
                        ("signalement_partenaire", "Signalement d’un partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=25,
                    verbose_name="genre d’information",
                ),
            ),
            (
                "source",
                models.CharField(
                    choices=[
                        ("police_locale", "Police locale"),
                        ("police_federale", "Police fédérale"),
                        ("surete", "Sûreté de l’Etat"),
                        ("partenaire", "Partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=20,
                    verbose_name="d’où elle vient",
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
            "verbose_name": "historical circuit",
            "verbose_name_plural": "historical circuits",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalConditionTransmission",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "code",
                models.CharField(
                    choices=[
                        ("validee", "Les informations sont validées et leur circuit permet de transmettre"),
                        ("accord", "Le service d’origine a donné son accord"),
                        ("finalite_458ter", "La finalité est celle de la concertation de cas"),
                        ("interet_enfant", "L’intérêt de l’enfant est pesé"),
                        ("evaluation", "La nature, la date et l’évaluation sont dites"),
                        ("embargo", "Aucune autorité ne retient une information"),
                        ("necessaire", "Rien de plus que nécessaire"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="condition",
                ),
            ),
            ("tenue", models.BooleanField(null=True, verbose_name="tenue")),
            ("detail", models.CharField(blank=True, max_length=250, verbose_name="précision")),
            (
                "derogation",
                models.BooleanField(default=False, editable=False, verbose_name="dérogation du Bourgmestre"),
            ),
            ("constatee_le", models.DateTimeField(editable=False, null=True, verbose_name="constatée le")),
            (
                "transmission",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "constatee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="constatée par",
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
            "verbose_name": "historical condition d’une transmission",
            "verbose_name_plural": "historical conditions d’une transmission",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalConsentement",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("demande_a", models.CharField(max_length=150, verbose_name="service interrogé")),
            (
                "par_qui",
                models.CharField(
                    help_text="La fonction de la personne qui engage son service, jamais son nom.",
                    max_length=150,
                    verbose_name="qui a répondu",
                ),
            ),
            ("le", models.DateField(default=django.utils.timezone.localdate, verbose_name="répondu le")),
            ("accorde", models.BooleanField(verbose_name="accordé")),
            (
                "pour_transmission",
                models.BooleanField(default=False, verbose_name="pour une transmission au contact TFL"),
            ),
            (
                "pour_agenda",
                models.BooleanField(default=False, verbose_name="pour l’ordre du jour de la Cellule"),
            ),
            ("pour_cercle", models.BooleanField(default=False, verbose_name="pour le cercle du dossier")),
            (
                "tlp",
                models.CharField(
                    blank=True,
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    max_length=20,
                    verbose_name="circulation la plus large",
                ),
            ),
            ("conditions", models.CharField(blank=True, max_length=300, verbose_name="conditions posées")),
            (
                "consigne_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="consigné le"
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "consigne_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="consigné par",
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
            "verbose_name": "historical réponse du service d’origine",
            "verbose_name_plural": "historical réponses des services d’origine",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalCopieFigee",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("sha256", models.CharField(editable=False, max_length=64, verbose_name="empreinte (SHA-256)")),
            (
                "taille",
                models.PositiveIntegerField(editable=False, help_text="En octets.", verbose_name="taille"),
            ),
            ("lecteur", models.CharField(editable=False, max_length=200, verbose_name="au nom de")),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="figée le"
                ),
            ),
            (
                "transmission",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
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
                    verbose_name="figée par",
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
            "verbose_name": "historical copie figée",
            "verbose_name_plural": "historical copies figées",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalCorrespondantSecteur",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("fonction", models.CharField(max_length=150, verbose_name="fonction")),
            ("debut", models.DateTimeField(default=django.utils.timezone.now, verbose_name="du")),
            ("fin", models.DateTimeField(blank=True, null=True, verbose_name="au")),
            (
                "secteur",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
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
            "verbose_name": "historical personne du secteur",
            "verbose_name_plural": "historical personnes du secteur",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalDossier",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "reference",
                models.CharField(
                    db_index=True,
                    default=informations_sensibles.dossiers.models.dossier.reference,
                    editable=False,
                    max_length=12,
                    verbose_name="référence",
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("propose", "Proposé"),
                        ("ouvert", "Ouvert"),
                        ("en_suivi", "En suivi"),
                        ("en_revue", "En revue"),
                        ("clos", "Clos"),
                        ("police_seule", "Repris par la police seule"),
                        ("efface", "Effacé"),
                    ],
                    default="propose",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "mineur",
                models.CharField(
                    choices=[("non", "Non"), ("oui", "Oui"), ("inconnu", "On ne sait pas")],
                    max_length=10,
                    verbose_name="la personne est mineure",
                ),
            ),
            (
                "interet_enfant",
                models.TextField(blank=True, max_length=1500, verbose_name="intérêt supérieur de l’enfant"),
            ),
            ("signes", models.TextField(max_length=2000, verbose_name="signes observés")),
            ("necessite", models.TextField(max_length=1500, verbose_name="nécessité")),
            ("proportionnalite", models.TextField(max_length=1500, verbose_name="proportionnalité")),
            ("subsidiarite", models.TextField(max_length=1500, verbose_name="subsidiarité")),
            (
                "propose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="proposé le"
                ),
            ),
            (
                "ouvert_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="ouvert le"),
            ),
            (
                "prochaine_revue",
                models.DateField(blank=True, editable=False, null=True, verbose_name="prochaine revue"),
            ),
            (
                "prolongations",
                models.PositiveSmallIntegerField(default=0, editable=False, verbose_name="prolongations"),
            ),
            (
                "informee",
                models.CharField(
                    choices=[
                        ("pas_encore", "Pas encore"),
                        ("oui", "Oui"),
                        ("non", "Non, pour une raison écrite"),
                    ],
                    default="pas_encore",
                    max_length=12,
                    verbose_name="la personne a été informée",
                ),
            ),
            ("informee_le", models.DateField(blank=True, null=True, verbose_name="informée le")),
            (
                "pourquoi_pas_informee",
                models.TextField(blank=True, max_length=1000, verbose_name="pourquoi elle ne l’est pas"),
            ),
            ("clos_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="clos le")),
            (
                "motif_cloture",
                models.TextField(blank=True, max_length=1500, verbose_name="motif de la clôture"),
            ),
            (
                "conservation_jusqu_au",
                models.DateField(blank=True, editable=False, null=True, verbose_name="conservé jusqu’au"),
            ),
            (
                "premier_regard",
                models.DateField(blank=True, editable=False, null=True, verbose_name="premier coup d’œil"),
            ),
            (
                "second_regard",
                models.DateField(blank=True, editable=False, null=True, verbose_name="second coup d’œil"),
            ),
            (
                "pilote",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="pilote",
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
                "ouvert_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="ouvert par",
                ),
            ),
            (
                "clos_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="clos par",
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
            "verbose_name": "historical dossier",
            "verbose_name_plural": "historical dossiers",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalDroitDossier",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
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
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
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
            "verbose_name": "historical droit sur un dossier",
            "verbose_name_plural": "historical droits sur les dossiers",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalEffacement",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "decision",
                models.CharField(
                    blank=True,
                    choices=[("effacer", "L’effacer"), ("garder", "Le garder encore")],
                    editable=False,
                    max_length=10,
                    verbose_name="décision",
                ),
            ),
            (
                "decide_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="décidé le"),
            ),
            (
                "efface_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="effacé le"),
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
                    verbose_name="écrit par",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "decide_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="décidé par",
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
            "verbose_name": "historical effacement d’un dossier",
            "verbose_name_plural": "historical effacements des dossiers",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalEmbargo",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("autorite", models.CharField(max_length=150, verbose_name="autorité qui le demande")),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            ("jusqu_au", models.DateField(verbose_name="jusqu’au")),
            (
                "pose_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="posé le"
                ),
            ),
            ("leve_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="levé le")),
            (
                "motif_levee",
                models.CharField(blank=True, max_length=250, verbose_name="pourquoi il est levé"),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "pose_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="posé par",
                ),
            ),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
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
            "verbose_name": "historical embargo",
            "verbose_name_plural": "historical embargos",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalEtapeCircuit",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("ordre", models.PositiveSmallIntegerField(editable=False, verbose_name="ordre")),
            (
                "acte",
                models.CharField(
                    choices=[
                        ("valider", "Valider"),
                        ("evaluer", "Évaluer (4×4)"),
                        ("demander_consentement", "Demander le consentement du service d’origine"),
                        ("informer_tfl", "Informer le contact TFL"),
                        ("soumettre_bourgmestre", "Soumettre au Bourgmestre"),
                        ("repondre_signalant", "Répondre au signalant"),
                        ("verifier", "Vérifier"),
                        ("autre", "Autre acte, dit dans la consigne"),
                    ],
                    max_length=30,
                    verbose_name="ce qui est fait",
                ),
            ),
            (
                "role",
                models.CharField(
                    choices=[
                        ("Référent Radicalisme", "Référent Radicalisme"),
                        ("Officier d'information", "Officier d’information"),
                        ("Chef de Corps", "Chef de Corps"),
                        ("Bourgmestre", "Bourgmestre"),
                    ],
                    max_length=60,
                    verbose_name="par qui",
                ),
            ),
            (
                "delai_jours",
                models.PositiveSmallIntegerField(
                    default=2,
                    help_text="Compté depuis la fin de l’étape d’avant ; pour la première, depuis la saisie.",
                    validators=[
                        django.core.validators.MinValueValidator(1, "Donnez au moins un jour."),
                        django.core.validators.MaxValueValidator(90, "Donnez au plus 90 jours."),
                    ],
                    verbose_name="délai, en jours",
                ),
            ),
            (
                "consigne",
                models.CharField(
                    blank=True,
                    help_text="Ce que cette personne doit savoir pour bien le faire.",
                    max_length=300,
                    verbose_name="consigne",
                ),
            ),
            (
                "origine",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.etapecircuit",
                    verbose_name="reprise de",
                ),
            ),
            (
                "version_circuit",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.versioncircuit",
                    verbose_name="version",
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
            "verbose_name": "historical étape d’un modèle de circuit",
            "verbose_name_plural": "historical étapes d’un modèle de circuit",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalEtapeInformation",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("ordre", models.PositiveSmallIntegerField(editable=False, verbose_name="ordre")),
            ("acte", models.CharField(editable=False, max_length=30, verbose_name="acte")),
            ("role", models.CharField(editable=False, max_length=60, verbose_name="rôle")),
            (
                "consigne",
                models.CharField(blank=True, editable=False, max_length=300, verbose_name="consigne"),
            ),
            ("delai_jours", models.PositiveSmallIntegerField(editable=False, verbose_name="délai, en jours")),
            (
                "echeance",
                models.DateField(blank=True, editable=False, null=True, verbose_name="à faire avant le"),
            ),
            (
                "faite_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="faite le"),
            ),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="mot")),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "faite_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="faite par",
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
            "verbose_name": "historical étape d’un circuit",
            "verbose_name_plural": "historical étapes d’un circuit",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalEtapeProcessus",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("ordre", models.PositiveSmallIntegerField(editable=False, verbose_name="ordre")),
            (
                "qui",
                models.CharField(
                    help_text="Une fonction, jamais une personne.", max_length=150, verbose_name="qui"
                ),
            ),
            ("quoi", models.TextField(max_length=600, verbose_name="transmet quoi")),
            ("a_qui", models.CharField(max_length=150, verbose_name="à qui")),
            ("delai_valeur", models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="délai")),
            (
                "delai_unite",
                models.CharField(
                    blank=True,
                    choices=[("minutes", "minutes"), ("heures", "heures"), ("jours", "jours")],
                    max_length=10,
                    verbose_name="unité",
                ),
            ),
            (
                "delai_mots",
                models.CharField(
                    blank=True,
                    help_text="Par exemple : avant la fin du service.",
                    max_length=80,
                    verbose_name="ou le délai en mots",
                ),
            ),
            (
                "ne_pas_transmettre",
                models.TextField(blank=True, max_length=400, verbose_name="ce qu’il ne faut pas transmettre"),
            ),
            (
                "origine",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.etapeprocessus",
                    verbose_name="reprise de",
                ),
            ),
            (
                "version_processus",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.versionprocessus",
                    verbose_name="version",
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
            "verbose_name": "historical étape",
            "verbose_name_plural": "historical étapes",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalExercice",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("prevu_le", models.DateField(verbose_name="prévu le")),
            (
                "envoye_le",
                models.DateTimeField(editable=False, null=True, verbose_name="message d’essai envoyé le"),
            ),
            ("repondu_le", models.DateTimeField(editable=False, null=True, verbose_name="réponse reçue le")),
            (
                "resultat",
                models.CharField(
                    blank=True,
                    choices=[
                        ("reussi", "La bonne personne a répondu à temps"),
                        ("tardif", "Réponse tardive"),
                        ("autre_voie", "Réponse par une autre voie que celle du processus"),
                        ("sans_reponse", "Aucune réponse"),
                    ],
                    editable=False,
                    max_length=20,
                    verbose_name="résultat",
                ),
            ),
            (
                "commentaire",
                models.TextField(
                    blank=True, editable=False, max_length=1000, verbose_name="ce qu’il faut en retenir"
                ),
            ),
            ("conclu_le", models.DateTimeField(editable=False, null=True, verbose_name="conclu le")),
            (
                "secteur",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            (
                "prevu_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="prévu par",
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
            "verbose_name": "historical exercice",
            "verbose_name_plural": "historical exercices",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalFacteur",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "genre",
                models.CharField(
                    choices=[("risque", "Facteur de risque"), ("protection", "Facteur de protection")],
                    max_length=12,
                    verbose_name="genre",
                ),
            ),
            ("texte", models.TextField(max_length=600, verbose_name="ce qui est observé")),
            (
                "retire_le",
                models.DateTimeField(
                    blank=True, editable=False, null=True, verbose_name="n’est plus d’actualité depuis"
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
                    verbose_name="écrit par",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
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
            "verbose_name": "historical facteur",
            "verbose_name_plural": "historical facteurs",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalFinalite",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            (
                "but",
                models.CharField(
                    choices=[
                        ("terrorisme", "Prévention des infractions terroristes"),
                        ("integrite", "Protection de l’intégrité physique ou psychique"),
                    ],
                    db_index=True,
                    max_length=15,
                    verbose_name="but",
                ),
            ),
            ("libelle", models.CharField(max_length=150, verbose_name="finalité")),
            (
                "loi",
                models.SlugField(
                    blank=True,
                    help_text="Le code d’une référence légale de la plateforme.",
                    verbose_name="référence légale",
                ),
            ),
            (
                "concertation",
                models.BooleanField(
                    default=True,
                    help_text="Ce qui est né dans une concertation de cas peut être transmis pour elle.",
                    verbose_name="celle d’une concertation de cas (458ter)",
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
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
            "verbose_name": "historical finalité d’une transmission",
            "verbose_name_plural": "historical finalités des transmissions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalGel",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            ("motif", models.CharField(max_length=250, verbose_name="pourquoi")),
            ("jusqu_au", models.DateField(verbose_name="jusqu’au")),
            ("leve_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="levé le")),
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
                    verbose_name="écrit par",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "leve_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="levé par",
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
            "verbose_name": "historical gel d’un dossier",
            "verbose_name_plural": "historical gels des dossiers",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalIdentite",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("nom", models.CharField(max_length=100, verbose_name="nom")),
            ("prenom", models.CharField(blank=True, max_length=100, verbose_name="prénom")),
            ("date_naissance", models.DateField(blank=True, null=True, verbose_name="date de naissance")),
            (
                "saisie_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="saisie le"
                ),
            ),
            (
                "implication",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.implication",
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                ),
            ),
            (
                "signalement_partenaire",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.signalementpartenaire",
                ),
            ),
            (
                "saisie_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="saisie par",
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
            "verbose_name": "historical identité",
            "verbose_name_plural": "historical identités",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalImplication",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "qualite",
                models.CharField(
                    choices=[
                        ("suivie", "Personne suivie"),
                        ("proche", "Proche"),
                        ("temoin", "Témoin"),
                        ("signalant", "Signalant"),
                        ("victime", "Victime"),
                        ("professionnel", "Professionnel"),
                    ],
                    max_length=15,
                    verbose_name="qualité",
                ),
            ),
            (
                "designation",
                models.CharField(
                    help_text="Sans nom : « la mère », « l’éducateur de rue ».",
                    max_length=100,
                    verbose_name="désignation",
                ),
            ),
            (
                "retiree_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retirée le"),
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
                    verbose_name="écrit par",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
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
            "verbose_name": "historical personne dans le dossier",
            "verbose_name_plural": "historical personnes dans le dossier",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalInformation",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "reference",
                models.CharField(
                    db_index=True,
                    default=informations_sensibles.informations.models.information.reference,
                    editable=False,
                    max_length=12,
                    verbose_name="référence",
                ),
            ),
            (
                "genre",
                models.CharField(
                    choices=[
                        ("rir", "RIR"),
                        ("pv", "PV"),
                        ("rapport", "Rapport"),
                        ("signalement_partenaire", "Signalement d’un partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=25,
                    verbose_name="genre",
                ),
            ),
            (
                "source",
                models.CharField(
                    choices=[
                        ("police_locale", "Police locale"),
                        ("police_federale", "Police fédérale"),
                        ("surete", "Sûreté de l’Etat"),
                        ("partenaire", "Partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=20,
                    verbose_name="source",
                ),
            ),
            (
                "originateur",
                models.CharField(
                    help_text="Le service qui a donné l’information, et dont la permission est demandée pour aller plus loin.",
                    max_length=150,
                    verbose_name="service d’origine",
                ),
            ),
            (
                "reference_document",
                models.CharField(blank=True, max_length=60, verbose_name="référence du document"),
            ),
            ("date_document", models.DateField(blank=True, null=True, verbose_name="date du document")),
            ("date_fait", models.DateField(verbose_name="date du fait")),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("fait", "Fait constaté"),
                        ("propos", "Propos rapporté"),
                        ("appreciation", "Appréciation"),
                    ],
                    max_length=15,
                    verbose_name="nature",
                ),
            ),
            ("synthese", models.TextField(max_length=2000, verbose_name="synthèse, dans vos mots")),
            (
                "evaluation_source",
                models.CharField(
                    choices=[
                        ("A", "A : fiable sans réserve"),
                        ("B", "B : fiable le plus souvent"),
                        ("C", "C : peu fiable le plus souvent"),
                        ("X", "X : on ne peut pas juger"),
                    ],
                    default="X",
                    max_length=1,
                    verbose_name="source",
                ),
            ),
            (
                "evaluation_information",
                models.CharField(
                    choices=[
                        ("1", "1 : exactitude certaine"),
                        ("2", "2 : connue personnellement de la source"),
                        ("3", "3 : recoupée par une information déjà enregistrée"),
                        ("4", "4 : ni connue de la source ni recoupée"),
                    ],
                    default="4",
                    max_length=1,
                    verbose_name="information",
                ),
            ),
            (
                "code_traitement",
                models.CharField(
                    choices=[
                        ("H0", "H0 : prévenir et combattre les infractions, selon les règles"),
                        ("H1", "H1 : pas en justice sans la permission de qui l’a donnée"),
                        ("H2", "H2 : pas plus loin sans la permission de qui l’a donnée"),
                        ("H3", "H3 : autre condition, écrite"),
                    ],
                    max_length=2,
                    verbose_name="code de traitement",
                ),
            ),
            ("condition", models.CharField(blank=True, max_length=300, verbose_name="condition (H3)")),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "issue_458ter",
                models.BooleanField(default=False, verbose_name="issue d’une concertation de cas (458ter)"),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("sans_circuit", "En attente d’un circuit"),
                        ("a_valider", "À valider"),
                        ("validee", "Validée"),
                        ("ecartee", "Écartée"),
                    ],
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "cercle",
                models.BooleanField(
                    default=False, editable=False, verbose_name="lisible par le cercle du dossier"
                ),
            ),
            (
                "saisie_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="saisie le"
                ),
            ),
            (
                "validee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="validée le"),
            ),
            (
                "motif_validation",
                models.CharField(
                    blank=True, editable=False, max_length=300, verbose_name="mot de la validation"
                ),
            ),
            (
                "termine_le",
                models.DateTimeField(
                    blank=True, editable=False, null=True, verbose_name="circuit terminé le"
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
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
                    verbose_name="partenaire d’origine",
                ),
            ),
            (
                "categorie",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.categoriedonnee",
                    verbose_name="catégorie de données",
                ),
            ),
            (
                "saisie_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="saisie par",
                ),
            ),
            (
                "validee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="validée par",
                ),
            ),
            (
                "version_circuit",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.versioncircuit",
                    verbose_name="circuit suivi",
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
            "verbose_name": "historical information",
            "verbose_name_plural": "historical informations",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalInformationTransmise",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "empreinte",
                models.CharField(
                    blank=True, editable=False, max_length=64, verbose_name="empreinte vérifiée"
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="choisie le"
                ),
            ),
            (
                "retiree_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retirée le"),
            ),
            (
                "transmission",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
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
                    verbose_name="choisie par",
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
            "verbose_name": "historical information transmise",
            "verbose_name_plural": "historical informations transmises",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalOrganisationSecteur",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("nom", models.CharField(max_length=150, verbose_name="nom")),
            (
                "note",
                models.CharField(
                    blank=True,
                    help_text="Par exemple : dépôt, site, réseau.",
                    max_length=250,
                    verbose_name="note",
                ),
            ),
            ("retiree", models.BooleanField(default=False, verbose_name="n’est plus concernée")),
            (
                "secteur",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
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
            "verbose_name": "historical organisation du secteur",
            "verbose_name_plural": "historical organisations du secteur",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalOuverturePartenaire",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("decision_du", models.DateField(verbose_name="décision du")),
            ("motif", models.TextField(max_length=1000, verbose_name="pourquoi ce partenaire")),
            (
                "motif_commune",
                models.TextField(
                    blank=True, max_length=1000, verbose_name="pourquoi un partenaire d’une autre commune"
                ),
            ),
            (
                "ouverte_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="ouverte le"
                ),
            ),
            (
                "fermee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="fermée le"),
            ),
            (
                "motif_fermeture",
                models.CharField(
                    blank=True, editable=False, max_length=250, verbose_name="pourquoi elle est fermée"
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
            (
                "ouverte_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="ouverte par",
                ),
            ),
            (
                "fermee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="fermée par",
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
            "verbose_name": "historical ouverture à un partenaire",
            "verbose_name_plural": "historical ouvertures aux partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalPassageMasque",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("avant", models.TextField(editable=False, max_length=2000, verbose_name="synthèse d’avant")),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="masqué le"
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
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
                    verbose_name="masqué par",
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
            "verbose_name": "historical passage masqué",
            "verbose_name_plural": "historical passages masqués",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalPointDeContact",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "designation",
                models.CharField(editable=False, max_length=250, verbose_name="point de contact"),
            ),
            (
                "horaires",
                models.CharField(
                    help_text="Par exemple : du lundi au vendredi, de 8 h à 17 h.",
                    max_length=150,
                    verbose_name="quand joindre",
                ),
            ),
            (
                "hors_horaires",
                models.CharField(
                    help_text="La voie à suivre, en mots : « le dispatching de la zone de police, qui prévient l’officier de garde ».",
                    max_length=250,
                    verbose_name="en dehors de ces heures",
                ),
            ),
            ("debut", models.DateField(default=django.utils.timezone.localdate, verbose_name="valable du")),
            ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
            (
                "confirme_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="confirmé le"
                ),
            ),
            ("retire_le", models.DateTimeField(editable=False, null=True, verbose_name="retiré le")),
            (
                "secteur",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            (
                "contact",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="Ses coordonnées restent celles de l’annuaire.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="partenaires.contact",
                    verbose_name="service ou personne de l’annuaire",
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
                    verbose_name="ou une personne de la Cellule",
                ),
            ),
            (
                "suppleant_contact",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="À joindre si le premier ne répond pas.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="partenaires.contact",
                    verbose_name="suppléant, dans l’annuaire",
                ),
            ),
            (
                "suppleant_personne",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="ou une personne de la Cellule comme suppléante",
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
                "retire_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="retiré par",
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
            "verbose_name": "historical point de contact police",
            "verbose_name_plural": "historical points de contact police",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalProcessusCommunication",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            ("but", models.TextField(max_length=1000, verbose_name="à quoi il sert")),
            (
                "secteur",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
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
            "verbose_name": "historical processus de communication",
            "verbose_name_plural": "historical processus de communication",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalRectification",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("faux", models.TextField(max_length=1000, verbose_name="ce qui était faux")),
            ("motif", models.CharField(max_length=300, verbose_name="d’où vient la correction")),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="rectifiée le"
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
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
                    verbose_name="rectifiée par",
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
            "verbose_name": "historical rectification",
            "verbose_name_plural": "historical rectifications",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalRefus",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            ("motif", models.TextField(max_length=1500, verbose_name="motif écrit")),
            ("date", models.DateField(verbose_name="daté du")),
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
                    verbose_name="écrit par",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
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
            "verbose_name": "historical refus de participer",
            "verbose_name_plural": "historical refus de participer",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalReponseSignalement",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("phrase", models.CharField(editable=False, max_length=250, verbose_name="réponse")),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="mot joint")),
            (
                "repondu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="répondu le"
                ),
            ),
            (
                "modele",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.reponsetype",
                    verbose_name="réponse type",
                ),
            ),
            (
                "signalement",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.signalementcontextuel",
                    verbose_name="signalement contextuel",
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
            "verbose_name": "historical réponse au signalement contextuel",
            "verbose_name_plural": "historical réponses aux signalements contextuels",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalReponseSignalementPartenaire",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("phrase", models.CharField(editable=False, max_length=250, verbose_name="réponse")),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="mot joint")),
            (
                "repondu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="répondu le"
                ),
            ),
            (
                "modele",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.reponsetype",
                    verbose_name="réponse type",
                ),
            ),
            (
                "signalement",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.signalementpartenaire",
                    verbose_name="signalement d’un partenaire",
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
            "verbose_name": "historical réponse au signalement d’un partenaire",
            "verbose_name_plural": "historical réponses aux signalements de partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalReponseType",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("phrase", models.CharField(db_index=True, max_length=250, verbose_name="phrase")),
            (
                "pour",
                models.CharField(
                    choices=[
                        ("contextuel", "Un signalement contextuel"),
                        ("partenaire", "Un signalement de partenaire"),
                    ],
                    default="contextuel",
                    max_length=15,
                    verbose_name="répond à",
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
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
            "verbose_name": "historical réponse type",
            "verbose_name_plural": "historical réponses types",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalRetourTransmission",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "code",
                models.CharField(
                    choices=[
                        ("recu", "Reçu, une suite viendra"),
                        ("traite", "Traité"),
                        ("sans_suite", "Sans suite"),
                        ("impossible", "Pas de retour possible"),
                    ],
                    max_length=15,
                    verbose_name="retour",
                ),
            ),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="un mot")),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où ce retour peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "hors_ligne",
                models.BooleanField(
                    default=False, editable=False, verbose_name="arrivé par le réseau séparé"
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="reçu le"
                ),
            ),
            (
                "transmission",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
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
            "verbose_name": "historical retour sur une transmission",
            "verbose_name_plural": "historical retours sur les transmissions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalRevelation",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("motif", models.CharField(max_length=250, verbose_name="pourquoi")),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="demandée le"
                ),
            ),
            (
                "identite",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.identite",
                    verbose_name="identité",
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
                    verbose_name="demandée par",
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
            "verbose_name": "historical identité révélée",
            "verbose_name_plural": "historical identités révélées",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalRevue",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "conclusion",
                models.CharField(
                    choices=[
                        ("prolonger", "Poursuivre le suivi"),
                        ("clore", "Aller vers la clôture"),
                        ("regard", "Coup d’œil après la clôture"),
                    ],
                    max_length=12,
                    verbose_name="conclusion",
                ),
            ),
            ("motif", models.TextField(max_length=1500, verbose_name="motif")),
            ("prochaine_revue", models.DateField(blank=True, null=True, verbose_name="prochaine revue")),
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
                    verbose_name="écrit par",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
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
            "verbose_name": "historical revue",
            "verbose_name_plural": "historical revues",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalSecteur",
        fields=[
            ("id", models.BigIntegerField(auto_created=True, blank=True, db_index=True, verbose_name="ID")),
            ("nom", models.CharField(db_index=True, max_length=120, verbose_name="nom")),
            ("code", models.SlugField(help_text="Il ne change pas.", max_length=40, verbose_name="code")),
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
            "verbose_name": "historical secteur de communication",
            "verbose_name_plural": "historical secteurs de communication",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalSignalementContextuel",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "reference",
                models.CharField(
                    db_index=True,
                    default=informations_sensibles.signalements.models.signalement.reference,
                    editable=False,
                    max_length=12,
                    verbose_name="référence",
                ),
            ),
            ("quoi", models.TextField(max_length=2000, verbose_name="ce qui a été vu ou entendu")),
            (
                "lieu",
                models.CharField(
                    blank=True,
                    help_text="Une ligne, un arrêt, un service : jamais une adresse privée.",
                    max_length=150,
                    verbose_name="lieu",
                ),
            ),
            ("observe_le", models.DateTimeField(verbose_name="observé le")),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("fait", "Fait constaté"),
                        ("propos", "Propos rapporté"),
                        ("appreciation", "Appréciation"),
                    ],
                    max_length=15,
                    verbose_name="nature",
                ),
            ),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "etat",
                models.CharField(
                    choices=[("recu", "Reçu"), ("pris_en_charge", "Pris en charge"), ("clos", "Clos")],
                    default="recu",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "recu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="reçu le"
                ),
            ),
            (
                "echeance",
                models.DateField(
                    default=informations_sensibles.signalements.models.signalement.echeance,
                    editable=False,
                    verbose_name="à traiter avant le",
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
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            (
                "signalant",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="signalé par",
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
            "verbose_name": "historical signalement contextuel",
            "verbose_name_plural": "historical signalements contextuels",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalSignalementPartenaire",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "reference",
                models.CharField(
                    db_index=True,
                    default=informations_sensibles.signaler.models.signalement_partenaire.reference,
                    editable=False,
                    max_length=12,
                    verbose_name="référence",
                ),
            ),
            ("texte", models.TextField(max_length=3000, verbose_name="ce qui vous inquiète, dans vos mots")),
            ("date_fait", models.DateField(verbose_name="date du fait")),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("fait", "Fait constaté"),
                        ("propos", "Propos rapporté"),
                        ("appreciation", "Appréciation"),
                    ],
                    max_length=15,
                    verbose_name="nature",
                ),
            ),
            (
                "mineur",
                models.CharField(
                    choices=[("non", "Non"), ("oui", "Oui"), ("inconnu", "On ne sait pas")],
                    max_length=10,
                    verbose_name="la personne est mineure",
                ),
            ),
            (
                "interet_enfant",
                models.TextField(blank=True, max_length=1500, verbose_name="intérêt supérieur de l’enfant"),
            ),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "etat",
                models.CharField(
                    choices=[("recu", "Reçu"), ("repris", "Repris"), ("clos", "Clos"), ("retire", "Retiré")],
                    default="recu",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "recu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="reçu le"
                ),
            ),
            (
                "echeance",
                models.DateField(
                    default=informations_sensibles.signaler.models.signalement_partenaire.echeance,
                    editable=False,
                    verbose_name="à traiter avant le",
                ),
            ),
            (
                "retire_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retiré le"),
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
                "signalant",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="signalé par",
                ),
            ),
            (
                "base",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.baseparole",
                    verbose_name="base",
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
            "verbose_name": "historical signalement d’un partenaire",
            "verbose_name_plural": "historical signalements de partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalSuiteSignalement",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "repris_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="repris le"),
            ),
            (
                "issue",
                models.CharField(
                    blank=True,
                    choices=[
                        ("information", "Repris dans une information de la Cellule"),
                        ("dossier", "Joint à ce que la Cellule suit déjà"),
                        ("aide", "Orienté vers un service d’aide"),
                        ("police", "Transmis à la Police locale"),
                        ("sans_suite", "Sans suite"),
                        ("hors_champ", "Hors champ de la CSIL"),
                        ("doublon", "Déjà signalé"),
                        ("urgence", "Réorienté vers le 112 ou la police"),
                    ],
                    max_length=20,
                    verbose_name="issue",
                ),
            ),
            ("motif", models.TextField(blank=True, max_length=1000, verbose_name="motif")),
            ("clos_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="clos le")),
            (
                "signalement",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.signalementpartenaire",
                    verbose_name="signalement d’un partenaire",
                ),
            ),
            (
                "repris_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="repris par",
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "clos_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="clos par",
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
            "verbose_name": "historical suite du signalement d’un partenaire",
            "verbose_name_plural": "historical suites des signalements de partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalTraitementSignalement",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "pris_en_charge_le",
                models.DateTimeField(editable=False, null=True, verbose_name="pris en charge le"),
            ),
            (
                "evaluation_source",
                models.CharField(
                    choices=[
                        ("A", "A : fiable sans réserve"),
                        ("B", "B : fiable le plus souvent"),
                        ("C", "C : peu fiable le plus souvent"),
                        ("X", "X : on ne peut pas juger"),
                    ],
                    default="X",
                    max_length=1,
                    verbose_name="source",
                ),
            ),
            (
                "evaluation_information",
                models.CharField(
                    choices=[
                        ("1", "1 : exactitude certaine"),
                        ("2", "2 : connue personnellement de la source"),
                        ("3", "3 : recoupée par une information déjà enregistrée"),
                        ("4", "4 : ni connue de la source ni recoupée"),
                    ],
                    default="4",
                    max_length=1,
                    verbose_name="information",
                ),
            ),
            ("evalue_le", models.DateTimeField(editable=False, null=True, verbose_name="évalué le")),
            (
                "issue",
                models.CharField(
                    blank=True,
                    choices=[
                        ("police", "Transmis à la Police locale"),
                        ("concertation", "Suite donnée en Concertation, comme thème, sans personne"),
                        ("processus", "Processus rappelé au secteur"),
                        ("sans_suite", "Sans suite"),
                        ("hors_champ", "Hors champ de la CSIL"),
                        ("doublon", "Déjà signalé"),
                        ("urgence", "Réorienté vers le 112 ou la police"),
                    ],
                    max_length=20,
                    verbose_name="issue",
                ),
            ),
            ("motif", models.TextField(blank=True, max_length=1000, verbose_name="motif")),
            ("clos_le", models.DateTimeField(editable=False, null=True, verbose_name="clos le")),
            ("mot_propose", models.CharField(blank=True, max_length=300, verbose_name="mot à relire")),
            (
                "signalement",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.signalementcontextuel",
                    verbose_name="signalement contextuel",
                ),
            ),
            (
                "proprietaire",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="propriétaire",
                ),
            ),
            (
                "evalue_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="évalué par",
                ),
            ),
            (
                "clos_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="clos par",
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
            "verbose_name": "historical traitement du signalement contextuel",
            "verbose_name_plural": "historical traitements des signalements contextuels",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalTransmission",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            (
                "reference",
                models.CharField(
                    db_index=True,
                    default=informations_sensibles.transmissions.models.transmission.reference,
                    editable=False,
                    max_length=12,
                    verbose_name="référence",
                ),
            ),
            (
                "direction",
                models.CharField(
                    choices=[("vers_tfl", "Vers la TFL"), ("de_tfl", "De la TFL")],
                    default="vers_tfl",
                    editable=False,
                    max_length=10,
                    verbose_name="direction",
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("preparee", "Préparée"),
                        ("verifiee", "Vérifiée"),
                        ("liberee", "Libérée"),
                        ("recue", "Reçue"),
                        ("accusee", "Accusée"),
                        ("retour_recu", "Retour reçu"),
                        ("annulee", "Annulée"),
                    ],
                    default="preparee",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "reference_dossier",
                models.CharField(
                    blank=True, editable=False, max_length=12, verbose_name="référence du dossier"
                ),
            ),
            (
                "genre",
                models.CharField(
                    choices=[
                        ("rir", "RIR"),
                        ("pv", "PV"),
                        ("rapport", "Rapport"),
                        ("avis", "Avis"),
                        ("autre", "Autre"),
                    ],
                    max_length=10,
                    verbose_name="genre",
                ),
            ),
            (
                "objet",
                models.CharField(help_text="En une ligne, sans nom.", max_length=200, verbose_name="objet"),
            ),
            (
                "reference_externe",
                models.CharField(
                    blank=True,
                    help_text="Le numéro du RIR ou du PV, ou celui que la TFL a donné. Jamais le texte.",
                    max_length=60,
                    verbose_name="référence de la pièce",
                ),
            ),
            ("date_piece", models.DateField(blank=True, null=True, verbose_name="date de la pièce")),
            (
                "organisation",
                models.CharField(
                    default="Task Force Locale opérationnelle",
                    help_text="Celle qui reçoit, ou qui a envoyé.",
                    max_length=150,
                    verbose_name="organisation",
                ),
            ),
            (
                "canal",
                models.CharField(
                    choices=[
                        ("reseau", "Réseau séparé"),
                        ("main_propre", "Remise en main propre"),
                        ("porteur", "Pli fermé, par porteur"),
                    ],
                    default="reseau",
                    max_length=15,
                    verbose_name="canal",
                ),
            ),
            (
                "code_traitement",
                models.CharField(
                    choices=[
                        ("H0", "H0 : prévenir et combattre les infractions, selon les règles"),
                        ("H1", "H1 : pas en justice sans la permission de qui l’a donnée"),
                        ("H2", "H2 : pas plus loin sans la permission de qui l’a donnée"),
                        ("H3", "H3 : autre condition, écrite"),
                    ],
                    max_length=2,
                    verbose_name="code de traitement",
                ),
            ),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "mineur",
                models.BooleanField(default=False, editable=False, verbose_name="la personne est mineure"),
            ),
            (
                "interet_enfant",
                models.TextField(blank=True, max_length=1000, verbose_name="intérêt supérieur de l’enfant"),
            ),
            (
                "retour_sous",
                models.PositiveSmallIntegerField(
                    default=21,
                    validators=[
                        django.core.validators.MinValueValidator(1, "Laissez au moins un jour."),
                        django.core.validators.MaxValueValidator(
                            90, "Attendez un retour sous 90 jours au plus."
                        ),
                    ],
                    verbose_name="retour attendu sous, en jours",
                ),
            ),
            (
                "retour_attendu_le",
                models.DateField(blank=True, editable=False, null=True, verbose_name="retour attendu le"),
            ),
            (
                "mot_renvoi",
                models.CharField(blank=True, editable=False, max_length=300, verbose_name="à corriger"),
            ),
            (
                "motif_annulation",
                models.CharField(
                    blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est annulée"
                ),
            ),
            (
                "preparee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="préparée le"
                ),
            ),
            (
                "verifiee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="vérifiée le"),
            ),
            (
                "liberee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="libérée le"),
            ),
            (
                "accusee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="accusée le"),
            ),
            ("fini_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="finie le")),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "finalite",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.finalite",
                    verbose_name="finalité",
                ),
            ),
            (
                "base",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.baselegale",
                    verbose_name="base légale",
                ),
            ),
            (
                "destinataire",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="destinataire",
                ),
            ),
            (
                "preparee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="préparée par",
                ),
            ),
            (
                "verifiee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="vérifiée par",
                ),
            ),
            (
                "liberee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="libérée par",
                ),
            ),
            (
                "accusee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="accusée par",
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
            "verbose_name": "historical transmission",
            "verbose_name_plural": "historical transmissions",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalVersionCircuit",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("numero", models.PositiveSmallIntegerField(editable=False, verbose_name="numéro")),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("brouillon", "Brouillon"),
                        ("soumise", "À approuver"),
                        ("en_vigueur", "En vigueur"),
                        ("remplacee", "Remplacée"),
                        ("retiree", "Retirée"),
                    ],
                    default="brouillon",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "note",
                models.CharField(
                    blank=True,
                    help_text="Par rapport à la version précédente.",
                    max_length=250,
                    verbose_name="ce qui change",
                ),
            ),
            (
                "redigee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="rédigée le"
                ),
            ),
            ("soumise_le", models.DateTimeField(editable=False, null=True, verbose_name="soumise le")),
            ("valable_du", models.DateTimeField(editable=False, null=True, verbose_name="valable du")),
            ("valable_au", models.DateTimeField(editable=False, null=True, verbose_name="au")),
            (
                "decision",
                models.TextField(blank=True, editable=False, max_length=500, verbose_name="pourquoi"),
            ),
            (
                "permet_transmission",
                models.BooleanField(
                    default=False,
                    help_text="Avec ses propres vérifications.",
                    verbose_name="une transmission au contact TFL",
                ),
            ),
            (
                "permet_agenda",
                models.BooleanField(
                    default=False,
                    help_text="Par sa référence, sans son texte.",
                    verbose_name="être à l’ordre du jour de la Cellule",
                ),
            ),
            (
                "permet_cercle",
                models.BooleanField(default=False, verbose_name="être lue par le cercle du dossier"),
            ),
            (
                "a_valider",
                models.BooleanField(
                    default=False, editable=False, verbose_name="circuit de départ, à valider"
                ),
            ),
            (
                "approuvee_referent_le",
                models.DateTimeField(editable=False, null=True, verbose_name="approuvée par le Référent le"),
            ),
            (
                "approuvee_chef_le",
                models.DateTimeField(
                    editable=False, null=True, verbose_name="approuvée par le Chef de Corps le"
                ),
            ),
            (
                "redigee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="rédigée par",
                ),
            ),
            (
                "soumise_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="soumise par",
                ),
            ),
            (
                "circuit",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.circuit",
                    verbose_name="circuit",
                ),
            ),
            (
                "approuvee_referent_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approuvée, pour le Référent, par",
                ),
            ),
            (
                "approuvee_chef_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approuvée, pour la police, par",
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
            "verbose_name": "historical version du circuit",
            "verbose_name_plural": "historical versions du circuit",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalVersionProcessus",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("numero", models.PositiveSmallIntegerField(editable=False, verbose_name="numéro")),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("brouillon", "Brouillon"),
                        ("soumise", "À approuver"),
                        ("en_vigueur", "En vigueur"),
                        ("remplacee", "Remplacée"),
                        ("retiree", "Retirée"),
                    ],
                    default="brouillon",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "note",
                models.CharField(
                    blank=True,
                    help_text="Par rapport à la version précédente.",
                    max_length=250,
                    verbose_name="ce qui change",
                ),
            ),
            (
                "redigee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="rédigée le"
                ),
            ),
            ("soumise_le", models.DateTimeField(editable=False, null=True, verbose_name="soumise le")),
            ("valable_du", models.DateTimeField(editable=False, null=True, verbose_name="valable du")),
            ("valable_au", models.DateTimeField(editable=False, null=True, verbose_name="au")),
            (
                "decision",
                models.TextField(blank=True, editable=False, max_length=500, verbose_name="pourquoi"),
            ),
            (
                "redigee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="rédigée par",
                ),
            ),
            (
                "soumise_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="soumise par",
                ),
            ),
            (
                "processus",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="informations_sensibles.processuscommunication",
                    verbose_name="processus",
                ),
            ),
            (
                "approuvee_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approuvée par",
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
            "verbose_name": "historical version du processus",
            "verbose_name_plural": "historical versions du processus",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="HistoricalVisaDpo",
        fields=[
            ("id", models.UUIDField(db_index=True, default=uuid.uuid4, editable=False)),
            ("texte", models.TextField(max_length=2000, verbose_name="ce que couvre le visa")),
            (
                "donne_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="donné le"
                ),
            ),
            (
                "retire_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retiré le"),
            ),
            (
                "motif_retrait",
                models.CharField(
                    blank=True, editable=False, max_length=250, verbose_name="pourquoi il est retiré"
                ),
            ),
            (
                "donne_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="donné par",
                ),
            ),
            (
                "retire_par",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="retiré par",
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
            "verbose_name": "historical visa des signalements de partenaires",
            "verbose_name_plural": "historical visas des signalements de partenaires",
            "ordering": ("-history_date", "-history_id"),
            "get_latest_by": ("history_date", "history_id"),
        },
        bases=(simple_history.models.HistoricalChanges, models.Model),
    ),
    migrations.CreateModel(
        name="Identite",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "implication",
                models.OneToOneField(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="identite",
                    to="informations_sensibles.implication",
                ),
            ),
            (
                "information",
                models.OneToOneField(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="identite",
                    to="informations_sensibles.information",
                ),
            ),
            (
                "signalement_partenaire",
                models.OneToOneField(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="identite",
                    to="informations_sensibles.signalementpartenaire",
                ),
            ),
            ("nom", models.CharField(max_length=100, verbose_name="nom")),
            ("prenom", models.CharField(blank=True, max_length=100, verbose_name="prénom")),
            ("date_naissance", models.DateField(blank=True, null=True, verbose_name="date de naissance")),
            (
                "saisie_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="saisie par",
                ),
            ),
            (
                "saisie_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="saisie le"
                ),
            ),
        ],
        options={
            "verbose_name": "identité",
            "verbose_name_plural": "identités",
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("implication__isnull", False),
                            ("information", None),
                            ("signalement_partenaire", None),
                        ),
                        models.Q(
                            ("implication", None),
                            ("information__isnull", False),
                            ("signalement_partenaire", None),
                        ),
                        models.Q(
                            ("implication", None),
                            ("information", None),
                            ("signalement_partenaire__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="identite_d_un_seul",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Implication",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="implications",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "qualite",
                models.CharField(
                    choices=[
                        ("suivie", "Personne suivie"),
                        ("proche", "Proche"),
                        ("temoin", "Témoin"),
                        ("signalant", "Signalant"),
                        ("victime", "Victime"),
                        ("professionnel", "Professionnel"),
                    ],
                    max_length=15,
                    verbose_name="qualité",
                ),
            ),
            (
                "designation",
                models.CharField(
                    help_text="Sans nom : « la mère », « l’éducateur de rue ».",
                    max_length=100,
                    verbose_name="désignation",
                ),
            ),
            (
                "retiree_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retirée le"),
            ),
        ],
        options={
            "verbose_name": "personne dans le dossier",
            "verbose_name_plural": "personnes dans le dossier",
            "ordering": ["le"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("qualite", "suivie"), ("retiree_le", None)),
                    fields=("dossier",),
                    name="une_personne_suivie",
                    violation_error_message="Un dossier suit une seule personne.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Information",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "reference",
                models.CharField(
                    default=informations_sensibles.informations.models.information.reference,
                    editable=False,
                    max_length=12,
                    unique=True,
                    verbose_name="référence",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="informations",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "genre",
                models.CharField(
                    choices=[
                        ("rir", "RIR"),
                        ("pv", "PV"),
                        ("rapport", "Rapport"),
                        ("signalement_partenaire", "Signalement d’un partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=25,
                    verbose_name="genre",
                ),
            ),
            (
                "source",
                models.CharField(
                    choices=[
                        ("police_locale", "Police locale"),
                        ("police_federale", "Police fédérale"),
                        ("surete", "Sûreté de l’Etat"),
                        ("partenaire", "Partenaire"),
                        ("autre", "Autre"),
                    ],
                    max_length=20,
                    verbose_name="source",
                ),
            ),
            (
                "originateur",
                models.CharField(
                    help_text="Le service qui a donné l’information, et dont la permission est demandée pour aller plus loin.",
                    max_length=150,
                    verbose_name="service d’origine",
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
                    verbose_name="partenaire d’origine",
                ),
            ),
            (
                "reference_document",
                models.CharField(blank=True, max_length=60, verbose_name="référence du document"),
            ),
            ("date_document", models.DateField(blank=True, null=True, verbose_name="date du document")),
            ("date_fait", models.DateField(verbose_name="date du fait")),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("fait", "Fait constaté"),
                        ("propos", "Propos rapporté"),
                        ("appreciation", "Appréciation"),
                    ],
                    max_length=15,
                    verbose_name="nature",
                ),
            ),
            (
                "categorie",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.categoriedonnee",
                    verbose_name="catégorie de données",
                ),
            ),
            ("synthese", models.TextField(max_length=2000, verbose_name="synthèse, dans vos mots")),
            (
                "evaluation_source",
                models.CharField(
                    choices=[
                        ("A", "A : fiable sans réserve"),
                        ("B", "B : fiable le plus souvent"),
                        ("C", "C : peu fiable le plus souvent"),
                        ("X", "X : on ne peut pas juger"),
                    ],
                    default="X",
                    max_length=1,
                    verbose_name="source",
                ),
            ),
            (
                "evaluation_information",
                models.CharField(
                    choices=[
                        ("1", "1 : exactitude certaine"),
                        ("2", "2 : connue personnellement de la source"),
                        ("3", "3 : recoupée par une information déjà enregistrée"),
                        ("4", "4 : ni connue de la source ni recoupée"),
                    ],
                    default="4",
                    max_length=1,
                    verbose_name="information",
                ),
            ),
            (
                "code_traitement",
                models.CharField(
                    choices=[
                        ("H0", "H0 : prévenir et combattre les infractions, selon les règles"),
                        ("H1", "H1 : pas en justice sans la permission de qui l’a donnée"),
                        ("H2", "H2 : pas plus loin sans la permission de qui l’a donnée"),
                        ("H3", "H3 : autre condition, écrite"),
                    ],
                    max_length=2,
                    verbose_name="code de traitement",
                ),
            ),
            ("condition", models.CharField(blank=True, max_length=300, verbose_name="condition (H3)")),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "issue_458ter",
                models.BooleanField(default=False, verbose_name="issue d’une concertation de cas (458ter)"),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("sans_circuit", "En attente d’un circuit"),
                        ("a_valider", "À valider"),
                        ("validee", "Validée"),
                        ("ecartee", "Écartée"),
                    ],
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "cercle",
                models.BooleanField(
                    default=False, editable=False, verbose_name="lisible par le cercle du dossier"
                ),
            ),
            (
                "saisie_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="saisie par",
                ),
            ),
            (
                "saisie_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="saisie le"
                ),
            ),
            (
                "validee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="validée par",
                ),
            ),
            (
                "validee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="validée le"),
            ),
            (
                "motif_validation",
                models.CharField(
                    blank=True, editable=False, max_length=300, verbose_name="mot de la validation"
                ),
            ),
            (
                "termine_le",
                models.DateTimeField(
                    blank=True, editable=False, null=True, verbose_name="circuit terminé le"
                ),
            ),
            (
                "version_circuit",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.versioncircuit",
                    verbose_name="circuit suivi",
                ),
            ),
            ("recherche", django.contrib.postgres.search.SearchVectorField(editable=False, null=True)),
        ],
        options={
            "verbose_name": "information",
            "verbose_name_plural": "informations",
            "ordering": ["-saisie_le", "-pk"],
            "permissions": [
                ("cacher_information", "La cacher à tous, parce qu’elle peut être classifiée"),
                ("lancer_information", "Lancer son circuit"),
                ("modifier_information", "La corriger avant sa validation"),
                ("valider_information", "La valider ou l’écarter"),
                ("evaluer_information", "Évaluer la source et l’information"),
                ("consentir_information", "Consigner la réponse du service d’origine"),
                ("faire_etape", "Faire l’étape qui attend"),
                ("rattacher_information", "La rattacher à un dossier"),
                ("elargir_information", "La laisser circuler plus loin, avec l’accord de qui l’a donnée"),
                ("poser_embargo", "La mettre sous embargo"),
                ("masquer_information", "Masquer un passage"),
                ("rectifier_information", "La rectifier"),
            ],
            "indexes": [
                models.Index(models.F("saisie_le"), models.F("id"), name="information_par_date"),
                models.Index(models.F("termine_le"), name="information_en_circuit"),
                models.Index(
                    models.F("etat"), condition=models.Q(("dossier", None)), name="information_sans_dossier"
                ),
                django.contrib.postgres.indexes.GinIndex(fields=["recherche"], name="information_mots"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("code_traitement", "H3"), _negated=True),
                        models.Q(("condition", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="information_h3_condition",
                    violation_error_message="Avec le code H3, écrivez la condition.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(
                            ("cercle", False),
                            ("etat__in", ["a_valider", "sans_circuit"]),
                            ("termine_le", None),
                            ("validee_par", None),
                        ),
                        models.Q(("etat__in", ["validee", "ecartee"]), ("validee_par__isnull", False)),
                        _connector="OR",
                    ),
                    name="information_validee_signee",
                ),
                models.CheckConstraint(
                    condition=models.Q(("cercle", False), ("termine_le__isnull", False), _connector="OR"),
                    name="information_cercle_a_la_fin",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="InformationTransmise",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "transmission",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="couvertures",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
                ),
            ),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="transmises",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "empreinte",
                models.CharField(
                    blank=True, editable=False, max_length=64, verbose_name="empreinte vérifiée"
                ),
            ),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="choisie par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="choisie le"
                ),
            ),
            (
                "retiree_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retirée le"),
            ),
        ],
        options={
            "verbose_name": "information transmise",
            "verbose_name_plural": "informations transmises",
            "ordering": ["le", "pk"],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("retiree_le", None)),
                    fields=("transmission", "information"),
                    name="information_transmise_une_fois",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="OrganisationSecteur",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            (
                "secteur",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="organisations",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            ("nom", models.CharField(max_length=150, verbose_name="nom")),
            (
                "note",
                models.CharField(
                    blank=True,
                    help_text="Par exemple : dépôt, site, réseau.",
                    max_length=250,
                    verbose_name="note",
                ),
            ),
            ("retiree", models.BooleanField(default=False, verbose_name="n’est plus concernée")),
        ],
        options={
            "verbose_name": "organisation du secteur",
            "verbose_name_plural": "organisations du secteur",
            "ordering": [
                "retiree",
                django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                "nom",
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("secteur"),
                    models.F("nom"),
                    name="organisation_unique",
                    violation_error_message="Cette organisation figure déjà dans le secteur.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="OuverturePartenaire",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "partenaire",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="ouvertures",
                    to="partenaires.partenaire",
                    verbose_name="partenaire",
                ),
            ),
            ("decision_du", models.DateField(verbose_name="décision du")),
            ("motif", models.TextField(max_length=1000, verbose_name="pourquoi ce partenaire")),
            (
                "motif_commune",
                models.TextField(
                    blank=True, max_length=1000, verbose_name="pourquoi un partenaire d’une autre commune"
                ),
            ),
            (
                "ouverte_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="ouverte par",
                ),
            ),
            (
                "ouverte_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="ouverte le"
                ),
            ),
            (
                "fermee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="fermée par",
                ),
            ),
            (
                "fermee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="fermée le"),
            ),
            (
                "motif_fermeture",
                models.CharField(
                    blank=True, editable=False, max_length=250, verbose_name="pourquoi elle est fermée"
                ),
            ),
        ],
        options={
            "verbose_name": "ouverture à un partenaire",
            "verbose_name_plural": "ouvertures aux partenaires",
            "ordering": ["-ouverte_le"],
            "permissions": [("fermer_ouverture", "Fermer l’ouverture")],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("fermee_le", None)),
                    fields=("partenaire",),
                    name="une_ouverture_par_partenaire",
                    violation_error_message="Ce partenaire peut déjà faire un signalement.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("fermee_le", None), ("fermee_par", None), ("motif_fermeture", "")),
                        models.Q(
                            ("fermee_le__isnull", False),
                            ("fermee_par__isnull", False),
                            models.Q(("motif_fermeture", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="ouverture_fermee_motivee",
                    violation_error_message="Une ouverture se ferme pour une raison.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="PassageMasque",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="passages_masques",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            ("avant", models.TextField(editable=False, max_length=2000, verbose_name="synthèse d’avant")),
            ("motif", models.CharField(max_length=250, verbose_name="motif")),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="masqué par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="masqué le"
                ),
            ),
        ],
        options={
            "verbose_name": "passage masqué",
            "verbose_name_plural": "passages masqués",
            "ordering": ["-le"],
        },
    ),
    migrations.CreateModel(
        name="PointDeContact",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "secteur",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="points",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            (
                "contact",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="Ses coordonnées restent celles de l’annuaire.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="partenaires.contact",
                    verbose_name="service ou personne de l’annuaire",
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
                    verbose_name="ou une personne de la Cellule",
                ),
            ),
            (
                "designation",
                models.CharField(editable=False, max_length=250, verbose_name="point de contact"),
            ),
            (
                "horaires",
                models.CharField(
                    help_text="Par exemple : du lundi au vendredi, de 8 h à 17 h.",
                    max_length=150,
                    verbose_name="quand joindre",
                ),
            ),
            (
                "suppleant_contact",
                models.ForeignKey(
                    blank=True,
                    db_constraint=False,
                    help_text="À joindre si le premier ne répond pas.",
                    null=True,
                    on_delete=django.db.models.deletion.DO_NOTHING,
                    related_name="+",
                    to="partenaires.contact",
                    verbose_name="suppléant, dans l’annuaire",
                ),
            ),
            (
                "suppleant_personne",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="ou une personne de la Cellule comme suppléante",
                ),
            ),
            (
                "hors_horaires",
                models.CharField(
                    help_text="La voie à suivre, en mots : « le dispatching de la zone de police, qui prévient l’officier de garde ».",
                    max_length=250,
                    verbose_name="en dehors de ces heures",
                ),
            ),
            ("debut", models.DateField(default=django.utils.timezone.localdate, verbose_name="valable du")),
            ("fin", models.DateField(blank=True, null=True, verbose_name="jusqu’au")),
            (
                "confirme_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="confirmé le"
                ),
            ),
            (
                "confirme_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="confirmé par",
                ),
            ),
            ("retire_le", models.DateTimeField(editable=False, null=True, verbose_name="retiré le")),
            (
                "retire_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="retiré par",
                ),
            ),
        ],
        options={
            "verbose_name": "point de contact police",
            "verbose_name_plural": "points de contact police",
            "ordering": [models.OrderBy(models.F("retire_le"), descending=True, nulls_first=True)],
            "permissions": [
                ("confirmer_point", "Confirmer que tout est exact"),
                ("retirer_point", "Retirer le point de contact"),
            ],
            "constraints": [
                models.UniqueConstraint(
                    condition=models.Q(("retire_le", None)),
                    fields=("secteur",),
                    name="un_point_de_contact_par_secteur",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("contact", None), ("personne__isnull", False)),
                        models.Q(("contact__isnull", False), ("personne", None)),
                        _connector="OR",
                    ),
                    name="point_contact_ou_personne",
                    violation_error_message="Choisissez un contact de l’annuaire ou une personne de la Cellule, pas les deux.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("suppleant_contact", None), ("suppleant_personne", None), _connector="OR"
                    ),
                    name="point_un_suppleant",
                    violation_error_message="Choisissez un seul suppléant.",
                ),
                models.CheckConstraint(
                    condition=models.Q(("fin", None), ("fin__gte", models.F("debut")), _connector="OR"),
                    name="point_dates",
                    violation_error_message="La fin précède le début.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="ProcessusCommunication",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "secteur",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="processus",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            ("titre", models.CharField(max_length=150, verbose_name="titre")),
            ("but", models.TextField(max_length=1000, verbose_name="à quoi il sert")),
            (
                "propose_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="proposé par",
                ),
            ),
        ],
        options={
            "verbose_name": "processus de communication",
            "verbose_name_plural": "processus de communication",
            "ordering": ["secteur__nom", "titre"],
            "permissions": [
                ("suivre_processus", "Lire ce qui se prépare et ce qui a changé"),
                ("rediger_processus", "Rédiger le processus"),
                ("preparer_version", "Préparer une nouvelle version"),
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("secteur"),
                    models.F("titre"),
                    name="processus_unique",
                    violation_error_message="Ce secteur a déjà un processus de ce titre.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Rectification",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "information",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="rectifications",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            ("faux", models.TextField(max_length=1000, verbose_name="ce qui était faux")),
            ("motif", models.CharField(max_length=300, verbose_name="d’où vient la correction")),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="rectifiée par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="rectifiée le"
                ),
            ),
        ],
        options={
            "verbose_name": "rectification",
            "verbose_name_plural": "rectifications",
            "ordering": ["-le"],
        },
    ),
    migrations.CreateModel(
        name="Refus",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="refus",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "partenaire",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="partenaires.partenaire",
                    verbose_name="partenaire",
                ),
            ),
            ("motif", models.TextField(max_length=1500, verbose_name="motif écrit")),
            ("date", models.DateField(verbose_name="daté du")),
        ],
        options={
            "verbose_name": "refus de participer",
            "verbose_name_plural": "refus de participer",
            "ordering": ["-date"],
        },
    ),
    migrations.CreateModel(
        name="ReponseSignalement",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "modele",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.reponsetype",
                    verbose_name="réponse type",
                ),
            ),
            ("phrase", models.CharField(editable=False, max_length=250, verbose_name="réponse")),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="mot joint")),
            (
                "repondu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="répondu le"
                ),
            ),
            (
                "signalement",
                models.OneToOneField(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="reponse",
                    to="informations_sensibles.signalementcontextuel",
                    verbose_name="signalement contextuel",
                ),
            ),
        ],
        options={
            "verbose_name": "réponse au signalement contextuel",
            "verbose_name_plural": "réponses aux signalements contextuels",
        },
    ),
    migrations.CreateModel(
        name="ReponseSignalementPartenaire",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "modele",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.reponsetype",
                    verbose_name="réponse type",
                ),
            ),
            ("phrase", models.CharField(editable=False, max_length=250, verbose_name="réponse")),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="mot joint")),
            (
                "repondu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="répondu le"
                ),
            ),
            (
                "signalement",
                models.OneToOneField(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="reponse",
                    to="informations_sensibles.signalementpartenaire",
                    verbose_name="signalement d’un partenaire",
                ),
            ),
        ],
        options={
            "verbose_name": "réponse au signalement d’un partenaire",
            "verbose_name_plural": "réponses aux signalements de partenaires",
        },
    ),
    migrations.CreateModel(
        name="ReponseType",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("phrase", models.CharField(max_length=250, unique=True, verbose_name="phrase")),
            (
                "pour",
                models.CharField(
                    choices=[
                        ("contextuel", "Un signalement contextuel"),
                        ("partenaire", "Un signalement de partenaire"),
                    ],
                    default="contextuel",
                    max_length=15,
                    verbose_name="répond à",
                ),
            ),
            ("ordre", models.PositiveSmallIntegerField(default=10, verbose_name="ordre")),
            ("active", models.BooleanField(default=True, verbose_name="proposée")),
        ],
        options={
            "verbose_name": "réponse type",
            "verbose_name_plural": "réponses types",
            "ordering": ["pour", "ordre", "phrase"],
        },
    ),
    migrations.CreateModel(
        name="RetourTransmission",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "transmission",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="retours",
                    to="informations_sensibles.transmission",
                    verbose_name="transmission",
                ),
            ),
            (
                "code",
                models.CharField(
                    choices=[
                        ("recu", "Reçu, une suite viendra"),
                        ("traite", "Traité"),
                        ("sans_suite", "Sans suite"),
                        ("impossible", "Pas de retour possible"),
                    ],
                    max_length=15,
                    verbose_name="retour",
                ),
            ),
            ("mot", models.CharField(blank=True, max_length=300, verbose_name="un mot")),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où ce retour peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "hors_ligne",
                models.BooleanField(
                    default=False, editable=False, verbose_name="arrivé par le réseau séparé"
                ),
            ),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="reçu le"
                ),
            ),
        ],
        options={
            "verbose_name": "retour sur une transmission",
            "verbose_name_plural": "retours sur les transmissions",
            "ordering": ["le"],
        },
    ),
    migrations.CreateModel(
        name="Revelation",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "identite",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="revelations",
                    to="informations_sensibles.identite",
                    verbose_name="identité",
                ),
            ),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="demandée par",
                ),
            ),
            ("motif", models.CharField(max_length=250, verbose_name="pourquoi")),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="demandée le"
                ),
            ),
        ],
        options={
            "verbose_name": "identité révélée",
            "verbose_name_plural": "identités révélées",
            "ordering": ["-le"],
        },
    ),
    migrations.CreateModel(
        name="Revue",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="écrit par",
                ),
            ),
            (
                "le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="écrit le"
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="revues",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "conclusion",
                models.CharField(
                    choices=[
                        ("prolonger", "Poursuivre le suivi"),
                        ("clore", "Aller vers la clôture"),
                        ("regard", "Coup d’œil après la clôture"),
                    ],
                    max_length=12,
                    verbose_name="conclusion",
                ),
            ),
            ("motif", models.TextField(max_length=1500, verbose_name="motif")),
            ("prochaine_revue", models.DateField(blank=True, null=True, verbose_name="prochaine revue")),
        ],
        options={
            "verbose_name": "revue",
            "verbose_name_plural": "revues",
            "ordering": ["-le"],
        },
    ),
    migrations.CreateModel(
        name="Secteur",
        fields=[
            (
                "id",
                models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID"),
            ),
            ("nom", models.CharField(max_length=120, unique=True, verbose_name="nom")),
            (
                "code",
                models.SlugField(
                    help_text="Il ne change pas.", max_length=40, unique=True, verbose_name="code"
                ),
            ),
        ],
        options={
            "verbose_name": "secteur de communication",
            "verbose_name_plural": "secteurs de communication",
            "ordering": [
                django.db.models.functions.text.Lower(django.contrib.postgres.lookups.Unaccent("nom")),
                "nom",
            ],
            "permissions": [
                ("tenir_secteur", "Tenir le secteur à jour"),
                ("proposer_processus", "Proposer un processus"),
            ],
        },
    ),
    migrations.CreateModel(
        name="SignalementContextuel",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "reference",
                models.CharField(
                    default=informations_sensibles.signalements.models.signalement.reference,
                    editable=False,
                    max_length=12,
                    unique=True,
                    verbose_name="référence",
                ),
            ),
            (
                "secteur",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="signalements",
                    to="informations_sensibles.secteur",
                    verbose_name="secteur",
                ),
            ),
            (
                "signalant",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="signalé par",
                ),
            ),
            ("quoi", models.TextField(max_length=2000, verbose_name="ce qui a été vu ou entendu")),
            (
                "quartier",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="partenaires.quartier",
                    verbose_name="quartier",
                ),
            ),
            (
                "lieu",
                models.CharField(
                    blank=True,
                    help_text="Une ligne, un arrêt, un service : jamais une adresse privée.",
                    max_length=150,
                    verbose_name="lieu",
                ),
            ),
            ("observe_le", models.DateTimeField(verbose_name="observé le")),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("fait", "Fait constaté"),
                        ("propos", "Propos rapporté"),
                        ("appreciation", "Appréciation"),
                    ],
                    max_length=15,
                    verbose_name="nature",
                ),
            ),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "etat",
                models.CharField(
                    choices=[("recu", "Reçu"), ("pris_en_charge", "Pris en charge"), ("clos", "Clos")],
                    default="recu",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "recu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="reçu le"
                ),
            ),
            (
                "echeance",
                models.DateField(
                    default=informations_sensibles.signalements.models.signalement.echeance,
                    editable=False,
                    verbose_name="à traiter avant le",
                ),
            ),
        ],
        options={
            "verbose_name": "signalement contextuel",
            "verbose_name_plural": "signalements contextuels",
            "ordering": ["-recu_le"],
            "permissions": [
                ("lire_traitement", "Lire ce que la Cellule en fait"),
                ("prendre_en_charge", "Prendre en charge"),
                ("evaluer_signalement", "Évaluer la source et l’information"),
                ("changer_proprietaire", "Confier à quelqu’un d’autre"),
                ("clore_signalement", "Clore avec une issue et une réponse"),
                ("relire_mot", "Relire le mot joint à la réponse"),
                ("bloquer_signalement", "Tenir quelqu’un à l’écart"),
                ("mettre_en_quarantaine", "Le cacher à tous, parce qu’il peut être classifié"),
            ],
        },
    ),
    migrations.CreateModel(
        name="SignalementPartenaire",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "reference",
                models.CharField(
                    default=informations_sensibles.signaler.models.signalement_partenaire.reference,
                    editable=False,
                    max_length=12,
                    unique=True,
                    verbose_name="référence",
                ),
            ),
            (
                "partenaire",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="partenaires.partenaire",
                    verbose_name="partenaire",
                ),
            ),
            (
                "signalant",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="signalé par",
                ),
            ),
            ("texte", models.TextField(max_length=3000, verbose_name="ce qui vous inquiète, dans vos mots")),
            ("date_fait", models.DateField(verbose_name="date du fait")),
            (
                "nature",
                models.CharField(
                    choices=[
                        ("fait", "Fait constaté"),
                        ("propos", "Propos rapporté"),
                        ("appreciation", "Appréciation"),
                    ],
                    max_length=15,
                    verbose_name="nature",
                ),
            ),
            (
                "mineur",
                models.CharField(
                    choices=[("non", "Non"), ("oui", "Oui"), ("inconnu", "On ne sait pas")],
                    max_length=10,
                    verbose_name="la personne est mineure",
                ),
            ),
            (
                "interet_enfant",
                models.TextField(blank=True, max_length=1500, verbose_name="intérêt supérieur de l’enfant"),
            ),
            (
                "base",
                models.ForeignKey(
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.baseparole",
                    verbose_name="base",
                ),
            ),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "etat",
                models.CharField(
                    choices=[("recu", "Reçu"), ("repris", "Repris"), ("clos", "Clos"), ("retire", "Retiré")],
                    default="recu",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "recu_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="reçu le"
                ),
            ),
            (
                "echeance",
                models.DateField(
                    default=informations_sensibles.signaler.models.signalement_partenaire.echeance,
                    editable=False,
                    verbose_name="à traiter avant le",
                ),
            ),
            (
                "retire_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retiré le"),
            ),
        ],
        options={
            "verbose_name": "signalement d’un partenaire",
            "verbose_name_plural": "signalements de partenaires",
            "ordering": ["-recu_le"],
            "permissions": [
                ("lire_sien", "Lire le sien, et sa réponse"),
                ("retirer_sien", "Retirer le sien"),
                ("lire_suite", "Lire ce que la Cellule en fait"),
                ("reveler_identite", "Voir de qui il s’agit, pour une raison"),
                ("reprendre_signalementpartenaire", "Le reprendre dans une information"),
                ("clore_signalementpartenaire", "Clore avec une issue et une réponse"),
                ("cacher_signalementpartenaire", "Le cacher à tous, parce qu’il peut être classifié"),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("mineur", "oui"), _negated=True),
                        models.Q(("interet_enfant", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="signalement_interet_enfant",
                    violation_error_message="Pour une personne mineure, dites ce que commande l’intérêt de l’enfant.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("etat", "retire"), ("retire_le__isnull", False)),
                        models.Q(("retire_le", None), models.Q(("etat", "retire"), _negated=True)),
                        _connector="OR",
                    ),
                    name="signalement_retire_le",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="SuiteSignalement",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "signalement",
                models.OneToOneField(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="suite",
                    to="informations_sensibles.signalementpartenaire",
                    verbose_name="signalement d’un partenaire",
                ),
            ),
            (
                "repris_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="repris par",
                ),
            ),
            (
                "repris_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="repris le"),
            ),
            (
                "information",
                models.OneToOneField(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="suite_signalement",
                    to="informations_sensibles.information",
                    verbose_name="information",
                ),
            ),
            (
                "issue",
                models.CharField(
                    blank=True,
                    choices=[
                        ("information", "Repris dans une information de la Cellule"),
                        ("dossier", "Joint à ce que la Cellule suit déjà"),
                        ("aide", "Orienté vers un service d’aide"),
                        ("police", "Transmis à la Police locale"),
                        ("sans_suite", "Sans suite"),
                        ("hors_champ", "Hors champ de la CSIL"),
                        ("doublon", "Déjà signalé"),
                        ("urgence", "Réorienté vers le 112 ou la police"),
                    ],
                    max_length=20,
                    verbose_name="issue",
                ),
            ),
            ("motif", models.TextField(blank=True, max_length=1000, verbose_name="motif")),
            (
                "clos_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="clos par",
                ),
            ),
            ("clos_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="clos le")),
        ],
        options={
            "verbose_name": "suite du signalement d’un partenaire",
            "verbose_name_plural": "suites des signalements de partenaires",
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("clos_le", None), ("issue", ""), ("motif", "")),
                        models.Q(
                            ("clos_le__isnull", False),
                            ("clos_par__isnull", False),
                            models.Q(("issue", ""), _negated=True),
                            models.Q(("motif", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="suite_issue_motivee",
                    violation_error_message="Une clôture a une issue et un motif.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("information", None), ("repris_le", None), ("repris_par", None)),
                        models.Q(
                            ("information__isnull", False),
                            ("repris_le__isnull", False),
                            ("repris_par__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="suite_reprise_signee",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("issue", "information"), _negated=True),
                        ("information__isnull", False),
                        _connector="OR",
                    ),
                    name="suite_information_reprise",
                    violation_error_message="Reprenez d’abord ce signalement dans une information.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="TraitementSignalement",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "signalement",
                models.OneToOneField(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="traitement",
                    to="informations_sensibles.signalementcontextuel",
                    verbose_name="signalement contextuel",
                ),
            ),
            (
                "proprietaire",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="propriétaire",
                ),
            ),
            (
                "pris_en_charge_le",
                models.DateTimeField(editable=False, null=True, verbose_name="pris en charge le"),
            ),
            (
                "evaluation_source",
                models.CharField(
                    choices=[
                        ("A", "A : fiable sans réserve"),
                        ("B", "B : fiable le plus souvent"),
                        ("C", "C : peu fiable le plus souvent"),
                        ("X", "X : on ne peut pas juger"),
                    ],
                    default="X",
                    max_length=1,
                    verbose_name="source",
                ),
            ),
            (
                "evaluation_information",
                models.CharField(
                    choices=[
                        ("1", "1 : exactitude certaine"),
                        ("2", "2 : connue personnellement de la source"),
                        ("3", "3 : recoupée par une information déjà enregistrée"),
                        ("4", "4 : ni connue de la source ni recoupée"),
                    ],
                    default="4",
                    max_length=1,
                    verbose_name="information",
                ),
            ),
            (
                "evalue_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="évalué par",
                ),
            ),
            ("evalue_le", models.DateTimeField(editable=False, null=True, verbose_name="évalué le")),
            (
                "issue",
                models.CharField(
                    blank=True,
                    choices=[
                        ("police", "Transmis à la Police locale"),
                        ("concertation", "Suite donnée en Concertation, comme thème, sans personne"),
                        ("processus", "Processus rappelé au secteur"),
                        ("sans_suite", "Sans suite"),
                        ("hors_champ", "Hors champ de la CSIL"),
                        ("doublon", "Déjà signalé"),
                        ("urgence", "Réorienté vers le 112 ou la police"),
                    ],
                    max_length=20,
                    verbose_name="issue",
                ),
            ),
            ("motif", models.TextField(blank=True, max_length=1000, verbose_name="motif")),
            (
                "clos_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="clos par",
                ),
            ),
            ("clos_le", models.DateTimeField(editable=False, null=True, verbose_name="clos le")),
            ("mot_propose", models.CharField(blank=True, max_length=300, verbose_name="mot à relire")),
        ],
        options={
            "verbose_name": "traitement du signalement contextuel",
            "verbose_name_plural": "traitements des signalements contextuels",
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("clos_le", None), ("issue", ""), ("motif", "")),
                        models.Q(
                            ("clos_le__isnull", False),
                            ("clos_par__isnull", False),
                            models.Q(("issue", ""), _negated=True),
                            models.Q(("motif", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="traitement_issue_motivee",
                    violation_error_message="Une clôture a une issue et un motif.",
                )
            ],
        },
    ),
    migrations.CreateModel(
        name="Transmission",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            (
                "reference",
                models.CharField(
                    default=informations_sensibles.transmissions.models.transmission.reference,
                    editable=False,
                    max_length=12,
                    unique=True,
                    verbose_name="référence",
                ),
            ),
            (
                "direction",
                models.CharField(
                    choices=[("vers_tfl", "Vers la TFL"), ("de_tfl", "De la TFL")],
                    default="vers_tfl",
                    editable=False,
                    max_length=10,
                    verbose_name="direction",
                ),
            ),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("preparee", "Préparée"),
                        ("verifiee", "Vérifiée"),
                        ("liberee", "Libérée"),
                        ("recue", "Reçue"),
                        ("accusee", "Accusée"),
                        ("retour_recu", "Retour reçu"),
                        ("annulee", "Annulée"),
                    ],
                    default="preparee",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "dossier",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="transmissions",
                    to="informations_sensibles.dossier",
                    verbose_name="dossier",
                ),
            ),
            (
                "reference_dossier",
                models.CharField(
                    blank=True, editable=False, max_length=12, verbose_name="référence du dossier"
                ),
            ),
            (
                "genre",
                models.CharField(
                    choices=[
                        ("rir", "RIR"),
                        ("pv", "PV"),
                        ("rapport", "Rapport"),
                        ("avis", "Avis"),
                        ("autre", "Autre"),
                    ],
                    max_length=10,
                    verbose_name="genre",
                ),
            ),
            (
                "objet",
                models.CharField(help_text="En une ligne, sans nom.", max_length=200, verbose_name="objet"),
            ),
            (
                "reference_externe",
                models.CharField(
                    blank=True,
                    help_text="Le numéro du RIR ou du PV, ou celui que la TFL a donné. Jamais le texte.",
                    max_length=60,
                    verbose_name="référence de la pièce",
                ),
            ),
            ("date_piece", models.DateField(blank=True, null=True, verbose_name="date de la pièce")),
            (
                "finalite",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.finalite",
                    verbose_name="finalité",
                ),
            ),
            (
                "base",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to="informations_sensibles.baselegale",
                    verbose_name="base légale",
                ),
            ),
            (
                "destinataire",
                models.ForeignKey(
                    blank=True,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="destinataire",
                ),
            ),
            (
                "organisation",
                models.CharField(
                    default="Task Force Locale opérationnelle",
                    help_text="Celle qui reçoit, ou qui a envoyé.",
                    max_length=150,
                    verbose_name="organisation",
                ),
            ),
            (
                "canal",
                models.CharField(
                    choices=[
                        ("reseau", "Réseau séparé"),
                        ("main_propre", "Remise en main propre"),
                        ("porteur", "Pli fermé, par porteur"),
                    ],
                    default="reseau",
                    max_length=15,
                    verbose_name="canal",
                ),
            ),
            (
                "code_traitement",
                models.CharField(
                    choices=[
                        ("H0", "H0 : prévenir et combattre les infractions, selon les règles"),
                        ("H1", "H1 : pas en justice sans la permission de qui l’a donnée"),
                        ("H2", "H2 : pas plus loin sans la permission de qui l’a donnée"),
                        ("H3", "H3 : autre condition, écrite"),
                    ],
                    max_length=2,
                    verbose_name="code de traitement",
                ),
            ),
            (
                "tlp",
                models.CharField(
                    choices=[
                        ("TLP:RED", "TLP:RED"),
                        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT"),
                        ("TLP:AMBER", "TLP:AMBER"),
                        ("TLP:GREEN", "TLP:GREEN"),
                        ("TLP:CLEAR", "TLP:CLEAR"),
                    ],
                    default="TLP:AMBER+STRICT",
                    max_length=20,
                    verbose_name="jusqu’où cela peut circuler",
                ),
            ),
            (
                "marquage_origine",
                models.CharField(default="aucun", max_length=20, verbose_name="marquage d’origine"),
            ),
            (
                "mineur",
                models.BooleanField(default=False, editable=False, verbose_name="la personne est mineure"),
            ),
            (
                "interet_enfant",
                models.TextField(blank=True, max_length=1000, verbose_name="intérêt supérieur de l’enfant"),
            ),
            (
                "retour_sous",
                models.PositiveSmallIntegerField(
                    default=21,
                    validators=[
                        django.core.validators.MinValueValidator(1, "Laissez au moins un jour."),
                        django.core.validators.MaxValueValidator(
                            90, "Attendez un retour sous 90 jours au plus."
                        ),
                    ],
                    verbose_name="retour attendu sous, en jours",
                ),
            ),
            (
                "retour_attendu_le",
                models.DateField(blank=True, editable=False, null=True, verbose_name="retour attendu le"),
            ),
            (
                "mot_renvoi",
                models.CharField(blank=True, editable=False, max_length=300, verbose_name="à corriger"),
            ),
            (
                "motif_annulation",
                models.CharField(
                    blank=True, editable=False, max_length=300, verbose_name="pourquoi elle est annulée"
                ),
            ),
            (
                "preparee_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="préparée par",
                ),
            ),
            (
                "preparee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="préparée le"
                ),
            ),
            (
                "verifiee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="vérifiée par",
                ),
            ),
            (
                "verifiee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="vérifiée le"),
            ),
            (
                "liberee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="libérée par",
                ),
            ),
            (
                "liberee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="libérée le"),
            ),
            (
                "accusee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="accusée par",
                ),
            ),
            (
                "accusee_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="accusée le"),
            ),
            ("fini_le", models.DateTimeField(blank=True, editable=False, null=True, verbose_name="finie le")),
        ],
        options={
            "verbose_name": "transmission",
            "verbose_name_plural": "transmissions",
            "ordering": ["-preparee_le", "-pk"],
            "permissions": [
                ("modifier_transmission", "Modifier la transmission"),
                ("verifier_transmission", "Vérifier la transmission"),
                ("deroger_transmission", "Déroger à la finalité d’une concertation"),
                ("renvoyer_transmission", "Renvoyer la transmission"),
                ("liberer_transmission", "Libérer la transmission"),
                ("annuler_transmission", "Annuler la transmission"),
                ("telecharger_copie", "Télécharger la copie figée"),
                ("accuser_transmission", "Accuser réception"),
                ("repondre_transmission", "Répondre"),
                ("consigner_retour", "Noter un retour arrivé par le réseau séparé"),
                ("accuser_arrivee", "Accuser réception de ce qui vient de la TFL"),
                ("lier_information", "Lier l’information qui en est née"),
            ],
            "indexes": [
                models.Index(models.F("preparee_le"), models.F("id"), name="transmission_par_date"),
                models.Index(models.F("fini_le"), name="transmission_en_cours"),
                models.Index(
                    models.F("retour_attendu_le"),
                    condition=models.Q(("fini_le", None)),
                    name="transmission_par_retour",
                ),
            ],
            "constraints": [
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("destinataire", None), ("direction", "de_tfl")),
                        models.Q(
                            ("base__isnull", False),
                            ("destinataire__isnull", False),
                            ("direction", "vers_tfl"),
                            ("dossier__isnull", False),
                            ("finalite__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="transmission_complete",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("genre__in", ["rir", "pv"]), _negated=True),
                        models.Q(("reference_externe", ""), _negated=True),
                        _connector="OR",
                    ),
                    name="transmission_reference_police",
                    violation_error_message="Un RIR ou un PV se désigne par sa référence.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("mineur", False), models.Q(("interet_enfant", ""), _negated=True), _connector="OR"
                    ),
                    name="transmission_interet_enfant",
                    violation_error_message="Pour une personne mineure, dites ce que commande l’intérêt de l’enfant.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("verifiee_par", None),
                        models.Q(("verifiee_par", models.F("preparee_par")), _negated=True),
                        _connector="OR",
                    ),
                    name="transmission_verifiee_par_un_autre",
                    violation_error_message="Une autre personne que celle qui prépare vérifie.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("liberee_par", None),
                        models.Q(
                            models.Q(("liberee_par", models.F("preparee_par")), _negated=True),
                            models.Q(("liberee_par", models.F("destinataire")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="transmission_liberee_par_un_autre",
                    violation_error_message="Qui prépare ou reçoit ne libère pas.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("liberee_le", None), ("liberee_par", None), ("retour_attendu_le", None)),
                        models.Q(
                            ("liberee_par__isnull", False),
                            ("retour_attendu_le__isnull", False),
                            ("verifiee_par__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="transmission_liberee_signee",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="VersionCircuit",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("numero", models.PositiveSmallIntegerField(editable=False, verbose_name="numéro")),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("brouillon", "Brouillon"),
                        ("soumise", "À approuver"),
                        ("en_vigueur", "En vigueur"),
                        ("remplacee", "Remplacée"),
                        ("retiree", "Retirée"),
                    ],
                    default="brouillon",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "note",
                models.CharField(
                    blank=True,
                    help_text="Par rapport à la version précédente.",
                    max_length=250,
                    verbose_name="ce qui change",
                ),
            ),
            (
                "redigee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="rédigée par",
                ),
            ),
            (
                "redigee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="rédigée le"
                ),
            ),
            (
                "soumise_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="soumise par",
                ),
            ),
            ("soumise_le", models.DateTimeField(editable=False, null=True, verbose_name="soumise le")),
            ("valable_du", models.DateTimeField(editable=False, null=True, verbose_name="valable du")),
            ("valable_au", models.DateTimeField(editable=False, null=True, verbose_name="au")),
            (
                "decision",
                models.TextField(blank=True, editable=False, max_length=500, verbose_name="pourquoi"),
            ),
            (
                "circuit",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="versions",
                    to="informations_sensibles.circuit",
                    verbose_name="circuit",
                ),
            ),
            (
                "permet_transmission",
                models.BooleanField(
                    default=False,
                    help_text="Avec ses propres vérifications.",
                    verbose_name="une transmission au contact TFL",
                ),
            ),
            (
                "permet_agenda",
                models.BooleanField(
                    default=False,
                    help_text="Par sa référence, sans son texte.",
                    verbose_name="être à l’ordre du jour de la Cellule",
                ),
            ),
            (
                "permet_cercle",
                models.BooleanField(default=False, verbose_name="être lue par le cercle du dossier"),
            ),
            (
                "a_valider",
                models.BooleanField(
                    default=False, editable=False, verbose_name="circuit de départ, à valider"
                ),
            ),
            (
                "approuvee_referent_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approuvée, pour le Référent, par",
                ),
            ),
            (
                "approuvee_referent_le",
                models.DateTimeField(editable=False, null=True, verbose_name="approuvée par le Référent le"),
            ),
            (
                "approuvee_chef_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approuvée, pour la police, par",
                ),
            ),
            (
                "approuvee_chef_le",
                models.DateTimeField(
                    editable=False, null=True, verbose_name="approuvée par le Chef de Corps le"
                ),
            ),
        ],
        options={
            "verbose_name": "version du circuit",
            "verbose_name_plural": "versions du circuit",
            "ordering": ["-numero"],
            "permissions": [
                ("suivre_version", "La comparer à celle d’avant"),
                ("modifier_etapes", "Modifier les étapes"),
                ("soumettre_version", "Soumettre la version"),
                ("reprendre_version", "Reprendre la version soumise"),
                ("approuver_version", "Approuver ou renvoyer la version"),
                ("retirer_version", "Retirer la version en vigueur"),
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("circuit"), models.F("numero"), name="version_circuit_numero"
                ),
                models.UniqueConstraint(
                    condition=models.Q(("etat", "en_vigueur")),
                    fields=("circuit",),
                    name="un_circuit_en_vigueur",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("etat__in", ["brouillon", "soumise"])),
                    fields=("circuit",),
                    name="un_circuit_en_preparation",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("etat__in", ["brouillon", "soumise"]),
                        models.Q(("a_valider", True), ("valable_du__isnull", False)),
                        models.Q(
                            ("approuvee_chef_par__isnull", False),
                            ("approuvee_referent_par__isnull", False),
                            ("valable_du__isnull", False),
                        ),
                        _connector="OR",
                    ),
                    name="version_circuit_approuvee",
                    violation_error_message="Un circuit n’entre en vigueur qu’approuvé deux fois.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("approuvee_referent_par", None),
                        ("approuvee_chef_par", None),
                        models.Q(("approuvee_referent_par", models.F("approuvee_chef_par")), _negated=True),
                        _connector="OR",
                    ),
                    name="version_circuit_deux_personnes",
                    violation_error_message="Deux personnes approuvent un circuit.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="VersionProcessus",
        fields=[
            ("version", models.PositiveIntegerField(default=0, editable=False, verbose_name="version")),
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("numero", models.PositiveSmallIntegerField(editable=False, verbose_name="numéro")),
            (
                "etat",
                models.CharField(
                    choices=[
                        ("brouillon", "Brouillon"),
                        ("soumise", "À approuver"),
                        ("en_vigueur", "En vigueur"),
                        ("remplacee", "Remplacée"),
                        ("retiree", "Retirée"),
                    ],
                    default="brouillon",
                    editable=False,
                    max_length=15,
                    verbose_name="état",
                ),
            ),
            (
                "note",
                models.CharField(
                    blank=True,
                    help_text="Par rapport à la version précédente.",
                    max_length=250,
                    verbose_name="ce qui change",
                ),
            ),
            (
                "redigee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="rédigée par",
                ),
            ),
            (
                "redigee_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="rédigée le"
                ),
            ),
            (
                "soumise_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="soumise par",
                ),
            ),
            ("soumise_le", models.DateTimeField(editable=False, null=True, verbose_name="soumise le")),
            ("valable_du", models.DateTimeField(editable=False, null=True, verbose_name="valable du")),
            ("valable_au", models.DateTimeField(editable=False, null=True, verbose_name="au")),
            (
                "decision",
                models.TextField(blank=True, editable=False, max_length=500, verbose_name="pourquoi"),
            ),
            (
                "processus",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="versions",
                    to="informations_sensibles.processuscommunication",
                    verbose_name="processus",
                ),
            ),
            (
                "approuvee_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="approuvée par",
                ),
            ),
        ],
        options={
            "verbose_name": "version du processus",
            "verbose_name_plural": "versions du processus",
            "ordering": ["-numero"],
            "permissions": [
                ("suivre_version", "La comparer à celle d’avant"),
                ("modifier_etapes", "Modifier les étapes"),
                ("soumettre_version", "Soumettre la version"),
                ("reprendre_version", "Reprendre la version soumise"),
                ("approuver_version", "Approuver ou renvoyer la version"),
                ("retirer_version", "Retirer la version en vigueur"),
            ],
            "constraints": [
                models.UniqueConstraint(
                    models.F("processus"), models.F("numero"), name="version_numero_unique"
                ),
                models.UniqueConstraint(
                    condition=models.Q(("etat", "en_vigueur")),
                    fields=("processus",),
                    name="une_version_en_vigueur",
                ),
                models.UniqueConstraint(
                    condition=models.Q(("etat__in", ["brouillon", "soumise"])),
                    fields=("processus",),
                    name="une_version_en_preparation",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("etat__in", ["brouillon", "soumise"]),
                        models.Q(("approuvee_par__isnull", False), ("valable_du__isnull", False)),
                        _connector="OR",
                    ),
                    name="version_approuvee",
                    violation_error_message="Une version n’entre en vigueur qu’approuvée.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        ("approuvee_par", None),
                        models.Q(
                            models.Q(("approuvee_par", models.F("redigee_par")), _negated=True),
                            models.Q(("approuvee_par", models.F("soumise_par")), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="version_troisieme_personne",
                    violation_error_message="Qui rédige ou soumet une version ne l’approuve pas.",
                ),
            ],
        },
    ),
    migrations.CreateModel(
        name="VisaDpo",
        fields=[
            ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
            ("texte", models.TextField(max_length=2000, verbose_name="ce que couvre le visa")),
            (
                "donne_par",
                models.ForeignKey(
                    editable=False,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="donné par",
                ),
            ),
            (
                "donne_le",
                models.DateTimeField(
                    default=django.utils.timezone.now, editable=False, verbose_name="donné le"
                ),
            ),
            (
                "retire_par",
                models.ForeignKey(
                    blank=True,
                    editable=False,
                    null=True,
                    on_delete=django.db.models.deletion.PROTECT,
                    related_name="+",
                    to=settings.AUTH_USER_MODEL,
                    verbose_name="retiré par",
                ),
            ),
            (
                "retire_le",
                models.DateTimeField(blank=True, editable=False, null=True, verbose_name="retiré le"),
            ),
            (
                "motif_retrait",
                models.CharField(
                    blank=True, editable=False, max_length=250, verbose_name="pourquoi il est retiré"
                ),
            ),
        ],
        options={
            "verbose_name": "visa des signalements de partenaires",
            "verbose_name_plural": "visas des signalements de partenaires",
            "ordering": ["-donne_le"],
            "permissions": [("retirer_visa", "Retirer le visa")],
            "constraints": [
                models.UniqueConstraint(
                    django.db.models.lookups.IsNull(models.F("retire_le"), True),
                    condition=models.Q(("retire_le", None)),
                    name="un_visa_en_vigueur",
                    violation_error_message="Un visa est déjà en vigueur.",
                ),
                models.CheckConstraint(
                    condition=models.Q(
                        models.Q(("motif_retrait", ""), ("retire_le", None), ("retire_par", None)),
                        models.Q(
                            ("retire_le__isnull", False),
                            ("retire_par__isnull", False),
                            models.Q(("motif_retrait", ""), _negated=True),
                        ),
                        _connector="OR",
                    ),
                    name="visa_retire_motive",
                    violation_error_message="Un visa se retire pour une raison.",
                ),
            ],
        },
    ),
]
