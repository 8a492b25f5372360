import uuid

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes import liens
from csil.comptes.groupes import SENSIBLES
from csil.comptes.liens import moment
from csil.comptes.models import GroupeEnVigueur
from csil.garde import LigneGardee
from csil.texte.typographie import date_longue
from informations_sensibles.commun.permissions import TIENNENT, a_un_role, est_de_la_cellule
from informations_sensibles.secteurs import actes
from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.rubrique import Rubrique, du_secteur


def _annuaire(nom, verbe):
    """Link to a contact of the directory, without a constraint: the directory does not owe the Cellule to keep the row."""
    return models.ForeignKey(
        "partenaires.Contact",
        models.DO_NOTHING,
        db_constraint=False,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=nom,
        help_text=verbe,
    )


class PointQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the Cellule all of them, a sector's contact point the present one of its own sector."""
        if est_de_la_cellule(user):
            return self
        return self.actuels().filter(secteur__in=CorrespondantSecteur.objects.secteurs_de(user))

    def actuels(self):
        return self.filter(retire_le=None)

    def complets(self):
        """Fetch all that `alarmes` and the screens read."""
        mandats = GroupeEnVigueur.objects.filter(personne=OuterRef("personne"), groupe__profil__sensible=True)
        return self.select_related(
            "contact__partenaire",
            "personne",
            "suppleant_contact__partenaire",
            "suppleant_personne",
            "confirme_par",
        ).annotate(sous_mandat=Exists(mandats))


class PointDeContact(Rubrique):
    """Name whom a sector calls at the police: a service or a person of the directory, or an account under mandate (R45)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    secteur = du_secteur("points")
    contact = _annuaire("service ou personne de l’annuaire", "Ses coordonnées restent celles de l’annuaire.")
    personne = liens.personne("ou une personne de la Cellule", null=True, blank=True)
    designation = models.CharField("point de contact", max_length=250, editable=False)
    horaires = LigneGardee(
        "quand joindre", max_length=150, help_text="Par exemple : du lundi au vendredi, de 8 h à 17 h."
    )
    suppleant_contact = _annuaire("suppléant, dans l’annuaire", "À joindre si le premier ne répond pas.")
    suppleant_personne = liens.personne(
        "ou une personne de la Cellule comme suppléante", null=True, blank=True
    )
    hors_horaires = LigneGardee(
        "en dehors de ces heures",
        max_length=250,
        help_text="La voie à suivre, en mots : « le dispatching de la zone de police, qui prévient l’officier de garde ».",
    )
    debut = models.DateField("valable du", default=timezone.localdate)
    fin = models.DateField("jusqu’au", null=True, blank=True)
    confirme_le = moment("confirmé le")
    confirme_par = liens.auteur("confirmé par", facultatif=True)
    retire_le = models.DateTimeField("retiré le", null=True, editable=False)
    retire_par = liens.auteur("retiré par", facultatif=True)

    history = HistoricalRecords()
    objects = PointQuerySet.as_manager()

    class Meta:
        verbose_name = "point de contact police"
        verbose_name_plural = "points de contact police"
        ordering = [F("retire_le").desc(nulls_first=True)]
        permissions = [
            ("confirmer_point", "Confirmer que tout est exact"),
            ("retirer_point", "Retirer le point de contact"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["secteur"], condition=Q(retire_le=None), name="un_point_de_contact_par_secteur"
            ),
            models.CheckConstraint(
                condition=Q(contact=None, personne__isnull=False) | Q(contact__isnull=False, personne=None),
                name="point_contact_ou_personne",
                violation_error_message="Choisissez un contact de l’annuaire ou une personne de la Cellule, pas les deux.",
            ),
            models.CheckConstraint(
                condition=Q(suppleant_contact=None) | Q(suppleant_personne=None),
                name="point_un_suppleant",
                violation_error_message="Choisissez un seul suppléant.",
            ),
            models.CheckConstraint(
                condition=Q(fin=None) | Q(fin__gte=F("debut")),
                name="point_dates",
                violation_error_message="La fin précède le début.",
            ),
        ]

    def __str__(self):
        return self.designation

    def clean(self):
        self.nommer()

    def nommer(self) -> None:
        """Keep how the contact point is called: a contact may leave the directory."""
        if self.contact:
            self.designation = f"{self.contact}, {self.contact.partenaire.nom_court}"
        elif self.personne:
            self.designation = str(self.personne)

    @property
    def suppleant(self) -> str:
        """Say in words who stands in; empty when nobody does."""
        contact = self.suppleant_contact
        return f"{contact}, {contact.partenaire.nom_court}" if contact else str(self.suppleant_personne or "")

    @property
    def courriel(self) -> str:
        """The address to write to; empty when the directory gives none."""
        return self.personne.email if self.personne else getattr(self.contact, "courriel", "")

    @property
    def telephone(self) -> str:
        return getattr(self.contact, "telephone", "")

    @property
    def a_confirmer_le(self):
        return self.confirme_le + relativedelta(months=settings.CSIL_POINT_DE_CONTACT_MOIS)

    @property
    def alarmes(self) -> list[str]:
        """Say why the point can no longer be counted on, one sentence each; needs `complets()`."""
        alarmes = [*self._date_depassee(), *self._parti()]
        return [] if self.retire_le else alarmes

    def _date_depassee(self):
        if self.fin and self.fin < timezone.localdate():
            yield f"Sa période de validité a pris fin le {date_longue(self.fin)}."
        if self.a_confirmer_le < timezone.now():
            yield f"Personne ne l’a confirmé depuis le {date_longue(self.confirme_le)}."

    def _parti(self):
        if self.contact_id and self.contact is None:
            yield "Il ne figure plus dans l’annuaire."
        elif self.contact_id and self.contact.absent:
            yield f"Il est absent jusqu’au {date_longue(self.contact.absent_au)}."
        if self.personne_id and not self.personne.is_active:
            yield "Son compte est fermé."
        elif self.personne_id and not self.sous_mandat:
            yield "Son mandat n’est plus en vigueur."

    def droits_de(self, user) -> set[str]:
        """Let the Cellule and the sector's people read it, who keeps the sector keep it, the person in it confirm it."""
        droits = {"view_pointdecontact"} | super().droits_de(user)
        if self.retire_le:
            return droits - {"tenir_secteur"}
        if a_un_role(user, TIENNENT):
            droits |= {"confirmer_point", "retirer_point"}
        if user.pk == self.personne_id and est_de_la_cellule(user):
            droits |= {"confirmer_point"}
        return droits

    designer = classmethod(actes.designer_point)
    modifier = actes.modifier_point
    confirmer = actes.confirmer
    retirer = actes.retirer


def sous_mandat():
    """Name the keys of the accounts that may be a sector's contact point: a sensitive group in force."""
    return GroupeEnVigueur.objects.filter(groupe__name__in=SENSIBLES).values("personne")
