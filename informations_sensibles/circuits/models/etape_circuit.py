from collections.abc import Iterable
from dataclasses import dataclass

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from simple_history.models import HistoricalRecords

from csil.comptes.groupes import BOURGMESTRE, CHEF_DE_CORPS, OFFICIER, REFERENT
from csil.garde import LigneGardee
from informations_sensibles.commun.permissions import VALIDENT_PARTENAIRES, VALIDENT_POLICE
from informations_sensibles.commun.versions.models import EtapeDeVersion
from informations_sensibles.commun.vocabulaire import DE_LA_POLICE, SourceInformation


class Acte(models.TextChoices):
    """List what a step may ask for. An information's own steps carry the same codes."""

    VALIDER = "valider", "Valider"
    EVALUER = "evaluer", "Évaluer (4×4)"
    CONSENTEMENT = "demander_consentement", "Demander le consentement du service d’origine"
    INFORMER_TFL = "informer_tfl", "Informer le contact TFL"
    BOURGMESTRE = "soumettre_bourgmestre", "Soumettre au Bourgmestre"
    REPONDRE = "repondre_signalant", "Répondre au signalant"
    VERIFIER = "verifier", "Vérifier"
    AUTRE = "autre", "Autre acte, dit dans la consigne"


class Role(models.TextChoices):
    """List who may take a step: a group, under its name."""

    REFERENT = REFERENT, "Référent Radicalisme"
    OFFICIER = OFFICIER, "Officier d’information"
    CHEF_DE_CORPS = CHEF_DE_CORPS, "Chef de Corps"
    BOURGMESTRE = BOURGMESTRE, "Bourgmestre"


# Some acts belong to one role
RESERVES = {Acte.EVALUER: Role.OFFICIER, Acte.BOURGMESTRE: Role.BOURGMESTRE}


class EtapeCircuitQuerySet(models.QuerySet):
    def visible_to(self, user):
        versions = self.model._meta.get_field("version_circuit").related_model
        return self.filter(version_circuit__in=versions.objects.visible_to(user))


class EtapeCircuit(EtapeDeVersion):
    """Hold one step of a circuit: what is done, by which role, within how many days."""

    CHAMPS = ("acte", "role", "delai_jours", "consigne")
    LUS = ("acte", "role", "delai", "consigne")
    VERSION = "version_circuit"

    version_circuit = models.ForeignKey(
        "VersionCircuit", models.PROTECT, related_name="etapes", editable=False, verbose_name="version"
    )
    acte = models.CharField("ce qui est fait", max_length=30, choices=Acte)
    role = models.CharField("par qui", max_length=60, choices=Role)
    delai_jours = models.PositiveSmallIntegerField(
        "délai, en jours",
        default=2,
        validators=[
            MinValueValidator(1, "Donnez au moins un jour."),
            MaxValueValidator(90, "Donnez au plus 90 jours."),
        ],
        help_text="Compté depuis la fin de l’étape d’avant ; pour la première, depuis la saisie.",
    )
    consigne = LigneGardee(
        "consigne",
        max_length=300,
        blank=True,
        help_text="Ce que cette personne doit savoir pour bien le faire.",
    )

    history = HistoricalRecords()
    objects = EtapeCircuitQuerySet.as_manager()

    class Meta:
        verbose_name = "étape d’un modèle de circuit"
        verbose_name_plural = "étapes d’un modèle de circuit"
        ordering = ["ordre"]
        constraints = [
            models.UniqueConstraint(
                fields=["version_circuit", "ordre"],
                name="etape_circuit_ordre",
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(condition=Q(delai_jours__gte=1), name="etape_circuit_delai"),
            *(
                models.CheckConstraint(
                    condition=~Q(acte=acte) | Q(role=role), name=f"etape_circuit_{acte.value}"
                )
                for acte, role in RESERVES.items()
            ),
            models.CheckConstraint(
                condition=~Q(acte=Acte.AUTRE) | ~Q(consigne=""), name="etape_circuit_autre_dit"
            ),
        ]

    def validate_constraints(self, exclude=None):
        """Leave it to `fautes`, which judges the steps together and in words; the database holds the rest."""

    @property
    def delai(self) -> str:
        """Put the delay in words: « 1 jour », « 3 jours »."""
        return f"{self.delai_jours} jour{'s' if self.delai_jours > 1 else ''}"


@dataclass(frozen=True)
class Faute:
    """Say what does not hold in a list of steps. `rang` counts from 1; `champ` is the field to change."""

    rang: int
    champ: str
    phrase: str

    def __str__(self):
        return f"Étape {self.rang} : {self.phrase}"


def validateurs(source) -> tuple[str, ...]:
    """Name the roles that validate what comes from there."""
    return VALIDENT_POLICE if source in DE_LA_POLICE else VALIDENT_PARTENAIRES


def fautes(source, etapes: Iterable[EtapeCircuit]) -> list[Faute]:
    """Find why these steps, in this order, are no circuit for what comes from there; each named by its number."""
    trouvees = []
    for rang, etape in enumerate(etapes, 1):
        trouvees += [Faute(rang, *faute) for faute in _fautes_de(source, rang, etape)]
    return trouvees


def _fautes_de(source, rang, etape):
    if rang == 1 and etape.acte != Acte.VALIDER:
        yield "acte", "un circuit commence par la validation."
    if rang > 1 and etape.acte == Acte.VALIDER:
        yield "acte", "la validation se fait une fois, au début du circuit."
    if rang == 1 and etape.acte == Acte.VALIDER and etape.role not in validateurs(source):
        qui = " ou le ".join(str(Role(role).label) for role in validateurs(source))
        article = "l’" if qui.startswith("O") else "le "
        yield (
            "role",
            f"ce qui vient de cette source ({SourceInformation(source).label}) est validé par {article}{qui}.",
        )
    reserve = RESERVES.get(etape.acte)
    if reserve and etape.role != reserve:
        yield "role", f"« {Acte(etape.acte).label} » revient à ce rôle : {reserve.label}."
    if etape.acte == Acte.AUTRE and not etape.consigne.strip():
        yield "consigne", "dites dans la consigne en quoi consiste cet acte."
