import uuid

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from informations_sensibles.circuits.models import VersionCircuit
from informations_sensibles.commun.recherche import SansRecherche, nouvelle_reference
from informations_sensibles.commun.vocabulaire import (
    DE_LA_POLICE,
    Exactitude,
    Fiabilite,
    Genre,
    Nature,
    SourceInformation,
    Tlp,
)
from informations_sensibles.dossiers.models import Dossier, Identite, identite_de
from informations_sensibles.informations import droits, sortie
from informations_sensibles.informations.actes import circuit, suites
from informations_sensibles.informations.etats import (
    CODES_A_CONSENTIR,
    TIERS,
    CodeTraitement,
    EtatInformation,
    Sortie,
)
from informations_sensibles.informations.visibilite import InformationQuerySet


def reference():
    return nouvelle_reference("I")


class Information(Versionne):
    """Tell what is known of one person: where it comes from, what it is worth, what it may be used for (R16 to R21).

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
    saisie_par = auteur("saisie par")
    saisie_le = moment("saisie le")
    validee_par = auteur("validée par", facultatif=True)
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
    recherche = SearchVectorField(null=True, editable=False)  # written by the database (sql/recherche.sql)

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
        """Write both grades, « X4 »."""
        return self.evaluation_source + self.evaluation_information

    @property
    def est_de_la_police(self) -> bool:
        """Say whether it is from the police or State Security: validated by the Officier d’information or the Chef de Corps."""
        return self.source in DE_LA_POLICE

    @property
    def nee_en_concertation(self) -> bool:
        """Say whether it was said in a discussion of a case, and serves that purpose only (R36). The law table names the article."""
        return self.issue_458ter

    @property
    def dossier_lu(self):
        """Give its dossier to who reads it, which whoever validates or evaluates need not, or None."""
        return Dossier.objects.filter(pk=self.dossier_id).first() if self.dossier_id else None

    @property
    def circuit_a_lancer(self):
        """Give the version in force now for its kind and source, or None."""
        return VersionCircuit.objects.en_vigueur(self.genre, self.source)

    @property
    def etape_courante(self):
        """Give the first step not done, or None."""
        return next((etape for etape in self.etapes.all() if etape.faite_le is None), None)

    @property
    def en_retard(self) -> bool:
        """Say whether the step that waits is overdue."""
        etape = None if self.etat == EtatInformation.ECARTEE else self.etape_courante
        return etape is not None and etape.en_retard

    @property
    def attend_un_consentement(self) -> bool:
        """Say whether the service that gave it must be asked before it goes anywhere, for what it is or by its code."""
        return self.source in TIERS or self.code_traitement in CODES_A_CONSENTIR

    @property
    def consentement(self):
        """Give the last answer of the service that gave it, or None."""
        return next(iter(self.consentements.all()), None)

    @property
    def embargo(self):
        """Give the one in force, for who may know of it, or None."""
        return next((e for e in self.embargos.all() if e.leve_le is None), None)

    @property
    def sorties(self) -> list[tuple[Sortie, list[str]]]:
        """List its ways out, each with what holds it back there."""
        return [(sortie, self.obstacles(sortie)) for sortie in Sortie]

    @property
    def identite_id(self):
        """Give the key of the identity that waits with it, for who may ask to see it, or None."""
        return identite_de(self.pk)

    @property
    def identite_lue(self):
        """Give who it is, for who asked less than a quarter of an hour ago, or None."""
        return Identite.objects.filter(information=self).first()

    def clean(self):
        super().clean()
        jour = timezone.localdate()
        for champ in ("date_fait", "date_document"):
            if getattr(self, champ) and getattr(self, champ) > jour:
                raise ValidationError({champ: "Ce jour n’est pas encore venu."})

    droits_de = droits.droits_de
    tient = droits.tient
    obstacles = sortie.obstacles

    saisir = classmethod(circuit.saisir)
    lancer_circuit = circuit.lancer_circuit
    valider = circuit.valider
    ecarter = circuit.ecarter
    evaluer = circuit.evaluer
    consentir = circuit.consentir
    faire_etape = circuit.faire_etape

    modifier = suites.modifier
    rattacher = suites.rattacher
    proposer_un_dossier = suites.proposer_un_dossier
    elargir = suites.elargir
    mettre_sous_embargo = suites.mettre_sous_embargo
    prolonger_embargo = suites.prolonger_embargo
    lever_embargo = suites.lever_embargo
    masquer = suites.masquer
    rectifier = suites.rectifier
