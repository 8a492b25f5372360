"""The meeting, root of the Concertation: items, invited people, minutes, decisions and actions hang on it."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.reunions import actes, droits
from concertation.reunions.etats import PARCOURS, Etat
from concertation.reunions.manques import manques
from concertation.reunions.visibilite import ReunionQuerySet
from csil.comptes.liens import moment, personne
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from csil.texte.typographie import date_longue

__all__ = ["Etat", "Reunion"]


class Reunion(Versionne):
    """Keeps a meeting of the Concertation, from its draft agenda to its locked minutes. No field names a person of a case (R01)."""

    titre = LigneGardee("titre", max_length=150)
    debut = models.DateTimeField("début")
    fin = models.DateTimeField("fin")
    lieu = models.CharField("lieu", max_length=200, blank=True, help_text="Salle, bâtiment, accès.")
    lien_visio = models.URLField("lien de visioconférence", blank=True)
    president = personne("préside", null=True, blank=True)
    secretaire = personne(
        "secrétaire",
        null=True,
        blank=True,
        help_text="Note les présences et écrit le compte rendu, avec le Référent.",
    )
    limite_propositions = models.DateTimeField(
        "propositions jusqu’au", help_text="Les partenaires proposent des points jusqu’à ce moment."
    )
    etat = models.CharField("état", max_length=12, choices=Etat, default=Etat.BROUILLON, editable=False)
    motif = TexteGarde("motif", blank=True, editable=False, max_length=600)
    creee_le = moment("créée le")
    arretee_le = models.DateTimeField("ordre du jour arrêté le", null=True, editable=False)
    convoquee_le = models.DateTimeField("convoquée le", null=True, editable=False)
    tenue_le = models.DateTimeField("tenue le", null=True, editable=False)
    relecture_le = models.DateTimeField("compte rendu en relecture le", null=True, editable=False)
    approuvee_le = models.DateTimeField("compte rendu approuvé le", null=True, editable=False)
    # Grows with each change that the invited people's calendars must take over (RFC 5545, SEQUENCE).
    sequence = models.PositiveIntegerField("envois", default=0, editable=False)
    # What the invited people were last told (concertation.convocations.annonce).
    annonce = models.JSONField("annoncé", null=True, editable=False)
    # Grows with each rearrangement of the agenda: two windows never overwrite each other.
    ordre = models.PositiveIntegerField("arrangement", default=0, editable=False)

    history = HistoricalRecords(excluded_fields=["annonce", "ordre", "sequence"])
    objects = ReunionQuerySet.as_manager()

    droits_de = droits.droits_de
    est_redacteur = droits.est_redacteur
    manques = manques
    tenir = actes.tenir

    class Meta:
        verbose_name = "réunion"
        verbose_name_plural = "réunions"
        ordering = ["-debut", "-pk"]
        indexes = [models.Index(fields=["etat", "debut"])]
        permissions = [
            ("gerer_reunion", "Gérer la réunion et son ordre du jour"),
            ("proposer_point", "Proposer un point"),
            ("rediger_reunion", "Noter les présences et écrire le compte rendu"),
            ("amender_reunion", "Demander une correction du compte rendu"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(fin__gt=F("debut")),
                name="reunion_dates",
                violation_error_message="La fin de la réunion doit suivre son début.",
            ),
            models.CheckConstraint(
                condition=Q(limite_propositions__lte=F("debut")),
                name="reunion_limite",
                violation_error_message="Les propositions se ferment avant le début de la réunion.",
            ),
        ]

    def __str__(self):
        return f"{self.titre}, {date_longue(self.debut)}"

    def get_absolute_url(self):
        return reverse("reunion", args=[self.pk])

    @property
    def adresse_ordre_du_jour(self) -> str:
        """Give the address of its agenda."""
        return reverse("ordre-du-jour", args=[self.pk])

    @property
    def duree(self) -> int:
        """Give its planned length, in minutes."""
        return int((self.fin - self.debut).total_seconds() // 60)

    @property
    def propositions_ouvertes(self) -> bool:
        """Tell whether partners may still propose an item."""
        return self.etat == Etat.BROUILLON and timezone.now() < self.limite_propositions

    @property
    def est_arretee(self) -> bool:
        """Tell whether an item that comes in is late and needs a reason."""
        return self.etat not in (Etat.BROUILLON, Etat.REPORTEE)

    @property
    def est_verrouillee(self) -> bool:
        """Tell whether nothing of it changes any more."""
        return self.etat in (Etat.APPROUVEE, Etat.ANNULEE)

    @property
    def frise(self) -> list[dict]:
        """List the states of the line on top of the page: name, when, « fait », « actuel » or to come."""
        etats = list(PARCOURS)
        ici = etats.index(self.etat) if self.etat in etats else -1
        return [
            {
                "nom": etat.label,
                "quand": getattr(self, champ) if rang <= ici else None,
                "fait": rang < ici or self.etat == Etat.APPROUVEE,
                "actuel": rang == ici and self.etat != Etat.APPROUVEE,
            }
            for rang, (etat, champ) in enumerate(PARCOURS.items())
        ]

    def noter_arrangement(self):
        """Count one more rearrangement of the agenda: whoever arranges it in another window is told before overwriting anything."""
        self.refresh_from_db(
            fields=["ordre"], from_queryset=type(self).objects.select_for_update(of=("self",))
        )
        self.ordre += 1
        self.ranger("ordre")
