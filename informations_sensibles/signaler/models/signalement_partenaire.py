import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.comptes.liens import auteur, moment
from csil.garde import TexteGarde
from informations_sensibles.commun.recherche import nouvelle_reference
from informations_sensibles.commun.vocabulaire import Nature, Tlp
from informations_sensibles.dossiers.models import Mineur
from informations_sensibles.signaler import actes, droits
from informations_sensibles.signaler.etats import OUVERTS, POUR_LE_SIGNALANT, EtatSignalement
from informations_sensibles.signaler.models.base_parole import BaseParole
from informations_sensibles.signaler.visibilite import SignalementPartenaireQuerySet
from partenaires.annuaire.models import Partenaire


def reference():
    return nouvelle_reference("SP")


def echeance():
    return timezone.localdate() + timedelta(days=settings.CSIL_SIGNALEMENT_PARTENAIRE_JOURS)


class SignalementPartenaire(models.Model):
    """Keep what a person of an opened partner says of somebody, in their own words and without the name (R13, R14, R16, R23).

    Never rewritten: only its state moves. Who it is about is in `Identite`, masked. What the Cellule does with it is in
    `SuiteSignalement`, which whoever reported does not read; what they are answered in `ReponseSignalementPartenaire`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    partenaire = models.ForeignKey(
        Partenaire, models.PROTECT, editable=False, related_name="+", verbose_name="partenaire"
    )
    signalant = auteur("signalé par")
    texte = TexteGarde("ce qui vous inquiète, dans vos mots", max_length=3000)
    date_fait = models.DateField("date du fait")
    nature = models.CharField("nature", max_length=15, choices=Nature)
    mineur = models.CharField("la personne est mineure", max_length=10, choices=Mineur)
    interet_enfant = TexteGarde("intérêt supérieur de l’enfant", max_length=1500, blank=True)
    base = models.ForeignKey(BaseParole, models.PROTECT, related_name="+", verbose_name="base")
    tlp = models.CharField(
        "jusqu’où cela peut circuler", max_length=20, choices=Tlp, default=Tlp.AMBER_STRICT
    )
    marquage_origine = ChampMarquage()
    etat = models.CharField(
        "état", max_length=15, choices=EtatSignalement, default=EtatSignalement.RECU, editable=False
    )
    recu_le = moment("reçu le")
    echeance = models.DateField("à traiter avant le", default=echeance, editable=False)
    retire_le = models.DateTimeField("retiré le", null=True, blank=True, editable=False)

    history = HistoricalRecords()
    objects = SignalementPartenaireQuerySet.as_manager()

    droits_de = droits.du_signalement
    signaler = classmethod(actes.signaler)
    retirer = actes.retirer_signalement
    reveler = actes.reveler_identite
    reprendre = actes.reprendre_signalement
    clore = actes.clore_signalement

    class Meta:
        verbose_name = "signalement d’un partenaire"
        verbose_name_plural = "signalements de partenaires"
        ordering = ["-recu_le"]
        permissions = [
            ("lire_sien", "Lire le sien, et sa réponse"),
            ("retirer_sien", "Retirer le sien"),
            ("lire_suite", "Lire ce que la Cellule en fait"),
            ("reveler_identite", "Voir de qui il s’agit, pour une raison"),
            ("reprendre_signalementpartenaire", "Le reprendre dans une information"),
            ("clore_signalementpartenaire", "Clore avec une issue et une réponse"),
            ("cacher_signalementpartenaire", "Le cacher à tous, parce qu’il peut être classifié"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mineur="oui") | ~Q(interet_enfant=""),
                name="signalement_interet_enfant",
                violation_error_message="Pour une personne mineure, dites ce que commande l’intérêt de l’enfant.",
            ),
            models.CheckConstraint(
                condition=Q(retire_le__isnull=False, etat="retire") | Q(retire_le=None) & ~Q(etat="retire"),
                name="signalement_retire_le",
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        """Lead to the Cellule’s page of the report; whoever reported reads `adresse_du_signalant`."""
        return reverse("signalement-partenaire", args=[self.pk])

    @property
    def adresse_du_signalant(self) -> str:
        return reverse("signaler-sien", args=[self.pk])

    def clean(self):
        if self.date_fait and self.date_fait > timezone.localdate():
            raise ValidationError({"date_fait": "Ce jour n’est pas encore venu."})

    @property
    def etat_pour_le_signalant(self) -> str:
        return POUR_LE_SIGNALANT[self.etat]

    @property
    def suivi(self):
        """Give what the Cellule does with the report, or None before its first act, and for who may not read it."""
        return getattr(self, "suite", None)

    @property
    def identite_id(self):
        """Give the key of who it is about, to those who may ask to see it; None: not given, or gone on with the information."""
        with connection.cursor() as curseur:
            curseur.execute("SELECT csil_identite_du_signalement(%s)", [self.pk])
            return curseur.fetchone()[0]

    @property
    def retour(self):
        """Give the answer to whoever reported, or None."""
        return getattr(self, "reponse", None)

    @property
    def en_retard(self) -> bool:
        return self.etat in OUVERTS and self.echeance < timezone.localdate()
