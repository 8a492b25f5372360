import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.db.models import Q, Value
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast, Coalesce, Now
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.formulaires import verrouiller
from csil.garde import LigneGardee, TexteGarde
from csil.models.versionne import Versionne
from csil.quarantaine import hors_quarantaine
from informations_sensibles.permissions import (
    DEMELENT,
    NOYAU,
    TIENNENT,
    VALIDENT_PARTENAIRES,
    VALIDENT_POLICE,
    est_de_la_cellule,
    roles_de,
)
from informations_sensibles.recherche import SansRecherche
from informations_sensibles.references import nouvelle_reference

from .blocage_dossier import dossiers_fermes_a
from .circuit_information import SuitUnCircuit
from .droit_dossier import DroitDossier
from .droits_information import ASesDroits
from .embargo import RELECTURE, Embargo
from .etape_information import EtapeInformation
from .genre import DE_LA_POLICE, Genre, SourceInformation
from .identite import Identite, identite_de
from .information_transmise import InformationTransmise
from .signalement import Nature, Tlp
from .sortie import ASorties
from .suites_information import ADesSuites
from .traitement import Information as Exactitude
from .traitement import Source as Fiabilite


class EtatInformation(models.TextChoices):
    SANS_CIRCUIT = "sans_circuit", "En attente d’un circuit"
    A_VALIDER = "a_valider", "À valider"
    VALIDEE = "validee", "Validée"
    ECARTEE = "ecartee", "Écartée"


class CodeTraitement(models.TextChoices):
    """What the information may be used for: Europol's handling codes (R18)."""

    H0 = "H0", "H0 : prévenir et combattre les infractions, selon les règles"
    H1 = "H1", "H1 : pas en justice sans la permission de qui l’a donnée"
    H2 = "H2", "H2 : pas plus loin sans la permission de qui l’a donnée"
    H3 = "H3", "H3 : autre condition, écrite"


def reference():
    return nouvelle_reference("I")


def _personne(nom, **options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        editable=False,
        related_name="+",
        verbose_name=nom,
        **options,
    )


class InformationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """What waits for a step of this person's, what they hold back, and, once its circuit is over, what their circles
        read (R02, R43).
        """
        if not est_de_la_cellule(user):
            return self.none()
        ouvertes = self._non_fermees_a(user)
        roles = roles_de(user)
        if roles & set(NOYAU):
            siennes = Q(pk__in=Embargo.objects.tenus_par(user))
            return ouvertes.filter(Q(etat=EtatInformation.VALIDEE) | siennes | _attend(user, roles))
        siennes = _attendues(user, roles).union(Embargo.objects.tenus_par(user))
        return ouvertes.filter(pk__in=siennes.union(_du_cercle(user, roles)))

    def _non_fermees_a(self, user):
        """Without what an embargo, a block or a quarantine of the dossier hides from this person."""
        caches = RawSQL("SELECT csil_quarantaines(%s)", ["informations_sensibles.dossier"])
        return (
            hors_quarantaine(self)
            .exclude(pk__in=Embargo.objects.caches_a(user))
            .exclude(dossier__in=dossiers_fermes_a(user))
            .alias(
                son_dossier=Coalesce(Cast("dossier_id", models.TextField()), Value("", models.TextField()))
            )
            .exclude(son_dossier__in=caches)
        )

    def pour_liste(self):
        """With what a line shows, in a fixed number of queries."""
        return self.select_related("dossier", "saisie_par").prefetch_related("etapes", "embargos")

    def pour_sorties(self):
        """With what `obstacles` reads, in a fixed number of queries."""
        return self.pour_liste().select_related("version_circuit__circuit").prefetch_related("consentements")

    def en_circuit(self):
        """Whose circuit is not over."""
        return self.filter(termine_le=None).exclude(etat=EtatInformation.ECARTEE)

    def recentes(self):
        """Whose circuit is not over, or has been so for less than a day."""
        return self.filter(Q(termine_le=None) | Q(termine_le__gt=Now() - RELECTURE))


def _attend(user, roles) -> Q:
    """What waits for this person, by its own columns: written by them, to be validated or put right by their role."""
    attend = Q(saisie_par=user, termine_le=None)
    refermees = [EtatInformation.A_VALIDER, EtatInformation.ECARTEE]
    if roles & set(VALIDENT_POLICE):
        attend |= Q(etat__in=refermees, source__in=DE_LA_POLICE)
    if roles & set(VALIDENT_PARTENAIRES):
        attend |= Q(etat__in=refermees) & ~Q(source__in=DE_LA_POLICE)
    if roles & set(DEMELENT):
        attend |= Q(etat=EtatInformation.SANS_CIRCUIT)
    return attend


def _attendues(user, roles):
    """Keys of what waits for this person, what their role carries on included."""
    attend, tenus = _attend(user, roles), roles & set(TIENNENT)
    if tenus:
        etapes = EtapeInformation.objects.filter(role__in=tenus).order_by().values("information")
        attend |= Q(etat=EtatInformation.VALIDEE, pk__in=etapes)
    attendues = Information.objects.recentes().filter(attend).order_by().values("pk")
    if not tenus:
        return attendues
    validees = Information.objects.filter(etat=EtatInformation.VALIDEE).order_by()
    a_transmettre = InformationTransmise.objects.attendues(user).order_by().values("information")
    return attendues.union(
        validees.filter(dossier=None).values("pk"), validees.filter(pk__in=a_transmettre).values("pk")
    )


def _du_cercle(user, roles):
    from .dossier import Dossier, EtatDossier

    lus = DroitDossier.objects.lus_par(user)
    if roles & set(TIENNENT):
        lus = lus.union(Dossier.objects.filter(etat=EtatDossier.PROPOSE).order_by().values("pk"))
    finies = Information.objects.filter(etat=EtatInformation.VALIDEE, cercle=True, dossier__in=lus)
    return finies.order_by().values("pk")


class Information(SuitUnCircuit, ADesSuites, ASesDroits, ASorties, Versionne):
    """What is known of one person: where it comes from, what it is worth, what it may be used for (R16 to R21).

    In one's own words: the police text is never copied (R35). It belongs to a dossier or waits for one; it goes through
    the circuit of its kind and source, and the dossier's circle reads it once that circuit is over and lets it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    dossier = models.ForeignKey(
        "Dossier", models.PROTECT, null=True, blank=True, related_name="informations", verbose_name="dossier"
    )
    genre = models.CharField("genre", max_length=25, choices=Genre)
    source = models.CharField("source", max_length=20, choices=SourceInformation)
    originateur = LigneGardee(
        "service d’origine",
        max_length=150,
        help_text="Le service qui a donné l’information, et dont la permission est demandée pour aller plus loin.",
    )
    partenaire = models.ForeignKey(
        "partenaires.Partenaire",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="partenaire d’origine",
    )
    reference_document = LigneGardee("référence du document", max_length=60, blank=True)
    date_document = models.DateField("date du document", null=True, blank=True)
    date_fait = models.DateField("date du fait")
    nature = models.CharField("nature", max_length=15, choices=Nature)
    categorie = models.ForeignKey(
        "CategorieDonnee", models.PROTECT, related_name="+", verbose_name="catégorie de données"
    )
    synthese = TexteGarde("synthèse, dans vos mots", max_length=2000)
    evaluation_source = models.CharField("source", max_length=1, choices=Fiabilite, default=Fiabilite.X)
    evaluation_information = models.CharField(
        "information", max_length=1, choices=Exactitude, default=Exactitude.QUATRE
    )
    code_traitement = models.CharField("code de traitement", max_length=2, choices=CodeTraitement)
    condition = LigneGardee("condition (H3)", max_length=300, blank=True)
    tlp = models.CharField(
        "jusqu’où cela peut circuler", max_length=20, choices=Tlp, default=Tlp.AMBER_STRICT
    )
    issue_458ter = models.BooleanField("issue d’une concertation de cas (458ter)", default=False)
    marquage_origine = ChampMarquage()
    etat = models.CharField("état", max_length=15, choices=EtatInformation, editable=False)
    cercle = models.BooleanField("lisible par le cercle du dossier", default=False, editable=False)
    saisie_par = _personne("saisie par")
    saisie_le = models.DateTimeField("saisie le", default=timezone.now, editable=False)
    validee_par = _personne("validée par", null=True, blank=True)
    validee_le = models.DateTimeField("validée le", null=True, blank=True, editable=False)
    motif_validation = LigneGardee("mot de la validation", max_length=300, blank=True, editable=False)
    termine_le = models.DateTimeField("circuit terminé le", null=True, blank=True, editable=False)
    version_circuit = models.ForeignKey(
        "VersionCircuit",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="circuit suivi",
    )
    recherche = SearchVectorField(
        null=True, editable=False
    )  # written by the database (sql/0008_recherche.sql)

    history = HistoricalRecords(excluded_fields=["recherche"])
    objects = SansRecherche.from_queryset(InformationQuerySet)()

    class Meta:
        verbose_name = "information"
        verbose_name_plural = "informations"
        ordering = ["-saisie_le", "-pk"]
        permissions = [
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
        ]
        indexes = [
            models.Index("saisie_le", "id", name="information_par_date"),
            models.Index("termine_le", name="information_en_circuit"),
            models.Index("etat", name="information_sans_dossier", condition=Q(dossier=None)),
            GinIndex(fields=["recherche"], name="information_mots"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(code_traitement="H3") | ~Q(condition=""),
                name="information_h3_condition",
                violation_error_message="Avec le code H3, écrivez la condition.",
            ),
            models.CheckConstraint(
                condition=Q(
                    etat__in=["a_valider", "sans_circuit"], validee_par=None, cercle=False, termine_le=None
                )
                | Q(etat__in=["validee", "ecartee"], validee_par__isnull=False),
                name="information_validee_signee",
            ),
            models.CheckConstraint(
                condition=Q(cercle=False) | Q(termine_le__isnull=False), name="information_cercle_a_la_fin"
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("information", args=[self.pk])

    @property
    def evaluation(self) -> str:
        """« X4 »."""
        return self.evaluation_source + self.evaluation_information

    @property
    def est_de_la_police(self) -> bool:
        """From the police or State Security: validated by the Officier d’information or the Chef de Corps."""
        return self.source in DE_LA_POLICE

    @property
    def nee_en_concertation(self) -> bool:
        """Said in a discussion of a case: it serves its purpose only (R36). A page names no article: the law table does."""
        return self.issue_458ter

    @property
    def dossier_lu(self):
        """Its dossier, for who reads it: whoever validates or evaluates need not; None."""
        if not self.dossier_id:
            return None
        return type(self)._meta.get_field("dossier").related_model.objects.filter(pk=self.dossier_id).first()

    @property
    def etape_courante(self):
        """The first step not done, or None."""
        return next((etape for etape in self.etapes.all() if etape.faite_le is None), None)

    @property
    def en_retard(self) -> bool:
        """Is the step that waits overdue?"""
        etape = None if self.etat == EtatInformation.ECARTEE else self.etape_courante
        return etape is not None and etape.en_retard

    @property
    def identite_id(self):
        """Key of the identity that waits with it, for who may ask to see it; None."""
        return identite_de(self.pk)

    @property
    def identite_lue(self):
        """Who it is, for who asked less than a quarter of an hour ago; None."""
        return Identite.objects.filter(information=self).first()

    def clean(self):
        super().clean()
        jour = timezone.localdate()
        for champ in ("date_fait", "date_document"):
            if getattr(self, champ) and getattr(self, champ) > jour:
                raise ValidationError({champ: "Ce jour n’est pas encore venu."})

    def _verifier(self):
        """Its dossier was checked when it was given, and may be closed to who validates or evaluates."""
        self.full_clean(exclude=["dossier"])

    def _permettre(self, droit, par):
        """Two people at once: the second finds the act no longer possible."""
        actuelle = verrouiller(self)
        if droit not in actuelle.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur cette information.")
        return actuelle
