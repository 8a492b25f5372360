import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee, TexteGarde
from informations_sensibles.commun.recherche import nouvelle_reference
from informations_sensibles.commun.vocabulaire import Nature, Tlp
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signalements import actes, droits
from informations_sensibles.signalements.etats import POUR_LE_SIGNALANT, Etat
from informations_sensibles.signalements.visibilite import SignalementQuerySet


def reference():
    return nouvelle_reference("SC")


def echeance():
    return timezone.localdate() + timedelta(days=settings.CSIL_SIGNALEMENT_JOURS)


class SignalementContextuel(models.Model):
    """Tell what a sector's contact point or a member of the Cellule saw or heard, without a person (R12, R13, R14, R16).

    What was reported is never rewritten: only the state moves. What the Cellule does with it is in
    `TraitementSignalement`, which whoever reported does not read; what they are answered in `ReponseSignalement`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    secteur = models.ForeignKey(Secteur, models.PROTECT, related_name="signalements", verbose_name="secteur")
    signalant = auteur("signalé par")
    quoi = TexteGarde("ce qui a été vu ou entendu", max_length=2000)
    quartier = models.ForeignKey(
        "partenaires.Quartier",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="quartier",
    )
    lieu = LigneGardee(
        "lieu",
        max_length=150,
        blank=True,
        help_text="Une ligne, un arrêt, un service : jamais une adresse privée.",
    )
    observe_le = models.DateTimeField("observé le")
    nature = models.CharField("nature", max_length=15, choices=Nature)
    tlp = models.CharField(
        "jusqu’où cela peut circuler", max_length=20, choices=Tlp, default=Tlp.AMBER_STRICT
    )
    marquage_origine = ChampMarquage()
    etat = models.CharField("état", max_length=15, choices=Etat, default=Etat.RECU, editable=False)
    recu_le = moment("reçu le")
    echeance = models.DateField("à traiter avant le", default=echeance, editable=False)

    history = HistoricalRecords()
    objects = SignalementQuerySet.as_manager()

    class Meta:
        verbose_name = "signalement contextuel"
        verbose_name_plural = "signalements contextuels"
        ordering = ["-recu_le"]
        permissions = [
            ("lire_traitement", "Lire ce que la Cellule en fait"),
            ("prendre_en_charge", "Prendre en charge"),
            ("evaluer_signalement", "Évaluer la source et l’information"),
            ("changer_proprietaire", "Confier à quelqu’un d’autre"),
            ("clore_signalement", "Clore avec une issue et une réponse"),
            ("relire_mot", "Relire le mot joint à la réponse"),
            ("bloquer_signalement", "Tenir quelqu’un à l’écart"),
            ("mettre_en_quarantaine", "Le cacher à tous, parce qu’il peut être classifié"),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("signalement", args=[self.pk])

    def clean(self):
        if self.observe_le and self.observe_le > timezone.now():
            raise ValidationError({"observe_le": "Ce moment n’est pas encore venu."})

    @property
    def ou(self) -> str:
        """Say where: « Droixhe, Ligne 17 »."""
        return (
            ", ".join(filter(None, [self.quartier and str(self.quartier), self.lieu])) or "Lieu non précisé"
        )

    @property
    def etat_pour_le_signalant(self) -> str:
        return POUR_LE_SIGNALANT[self.etat]

    @property
    def suivi(self):
        """The Cellule's handling of it; None before anybody touched it, and for who may not read it."""
        return getattr(self, "traitement", None)

    @property
    def retour(self):
        """The answer given; None before there is one."""
        return getattr(self, "reponse", None)

    @property
    def en_retard(self) -> bool:
        return self.etat != Etat.CLOS and self.echeance < timezone.localdate()

    @property
    def est_sans_proprietaire(self) -> bool:
        return SignalementContextuel.objects.sans_proprietaire().filter(pk=self.pk).exists()

    droits_de = droits.droits_de

    signaler = classmethod(actes.signaler)
    prendre_en_charge = actes.prendre_en_charge
    evaluer = actes.evaluer
    changer_proprietaire = actes.changer_proprietaire
    clore = actes.clore
    relire_mot = actes.relire_mot
    ecarter = actes.ecarter
