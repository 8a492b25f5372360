import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee, TexteGarde
from csil.journal import Verbe, consigner
from csil.models.versionne import Versionne
from informations_sensibles.permissions import DECIDENT, REDIGENT, a_un_role, est_de_la_cellule

from .correspondant import CorrespondantSecteur
from .etape import EtapeProcessus


class Etat(models.TextChoices):
    BROUILLON = "brouillon", "Brouillon"
    SOUMISE = "soumise", "À approuver"
    EN_VIGUEUR = "en_vigueur", "En vigueur"
    REMPLACEE = "remplacee", "Remplacée"
    RETIREE = "retiree", "Retirée"


EN_PREPARATION = (Etat.BROUILLON, Etat.SOUMISE)


def _personne(nom):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=nom,
    )


class VersionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All of them for the Cellule; for a contact point, what is or was in force in its sector."""
        if est_de_la_cellule(user):
            return self
        siens = CorrespondantSecteur.objects.secteurs_de(user)
        return self.publiees().filter(processus__secteur__in=siens)

    def publiees(self):
        return self.exclude(etat__in=EN_PREPARATION)

    def non_ecrites_par(self, user):
        """Of which this person drafted, submitted and changed nothing."""
        etapes = EtapeProcessus.history.filter(history_user=user).values("version_processus_id")
        return self.exclude(redigee_par=user).exclude(soumise_par=user).exclude(pk__in=etapes)

    def echues(self):
        return self.filter(etat=Etat.EN_VIGUEUR, valable_au__lte=timezone.now())


class VersionProcessus(Versionne):
    """One state of a process: drafted, submitted, approved by a third person in authority, replaced by the next."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    processus = models.ForeignKey(
        "ProcessusCommunication",
        models.PROTECT,
        related_name="versions",
        editable=False,
        verbose_name="processus",
    )
    numero = models.PositiveSmallIntegerField("numéro", editable=False)
    etat = models.CharField("état", max_length=15, choices=Etat, default=Etat.BROUILLON, editable=False)
    note = LigneGardee(
        "ce qui change", max_length=250, blank=True, help_text="Par rapport à la version précédente."
    )
    redigee_par = _personne("rédigée par")
    redigee_le = models.DateTimeField("rédigée le", default=timezone.now, editable=False)
    soumise_par = _personne("soumise par")
    soumise_le = models.DateTimeField("soumise le", null=True, editable=False)
    approuvee_par = _personne("approuvée par")
    valable_du = models.DateTimeField("valable du", null=True, editable=False)
    valable_au = models.DateTimeField("au", null=True, editable=False)
    decision = TexteGarde("pourquoi", max_length=500, blank=True, editable=False)

    history = HistoricalRecords()
    objects = VersionQuerySet.as_manager()

    class Meta:
        verbose_name = "version du processus"
        verbose_name_plural = "versions du processus"
        ordering = ["-numero"]
        permissions = [
            ("suivre_version", "La comparer à celle d’avant"),
            ("modifier_etapes", "Modifier les étapes"),
            ("soumettre_version", "Soumettre la version"),
            ("reprendre_version", "Reprendre la version soumise"),
            ("approuver_version", "Approuver ou renvoyer la version"),
            ("retirer_version", "Retirer la version en vigueur"),
        ]
        constraints = [
            models.UniqueConstraint("processus", "numero", name="version_numero_unique"),
            models.UniqueConstraint(
                fields=["processus"], condition=Q(etat=Etat.EN_VIGUEUR), name="une_version_en_vigueur"
            ),
            models.UniqueConstraint(
                fields=["processus"],
                condition=Q(etat__in=[Etat.BROUILLON, Etat.SOUMISE]),
                name="une_version_en_preparation",
            ),
            models.CheckConstraint(
                condition=Q(etat__in=[Etat.BROUILLON, Etat.SOUMISE])
                | Q(approuvee_par__isnull=False, valable_du__isnull=False),
                name="version_approuvee",
                violation_error_message="Une version n’entre en vigueur qu’approuvée.",
            ),
            models.CheckConstraint(
                condition=Q(approuvee_par=None)
                | ~Q(approuvee_par=F("redigee_par")) & ~Q(approuvee_par=F("soumise_par")),
                name="version_troisieme_personne",
                violation_error_message="Qui rédige ou soumet une version ne l’approuve pas.",
            ),
        ]

    def __str__(self):
        return f"version {self.numero}"

    def get_absolute_url(self):
        return reverse("version", args=[self.pk])

    @property
    def est_perimee(self) -> bool:
        """Was in force, is no longer: its sheet must not be used."""
        return self.etat in (Etat.REMPLACEE, Etat.RETIREE)

    @property
    def est_echue(self) -> bool:
        """In force beyond the date at which it had to be read again."""
        return self.etat == Etat.EN_VIGUEUR and bool(self.valable_au) and self.valable_au <= timezone.now()

    def a_ecrit(self, personne) -> bool:
        """Drafted it, submitted it or changed one of its steps."""
        return not VersionProcessus.objects.non_ecrites_par(personne).filter(pk=self.pk).exists()

    def droits_de(self, user) -> set[str]:
        """Acts that its state allows to this person; an approval is for an authority who wrote nothing of it."""
        droits = {"view_versionprocessus"}
        redige, decide = a_un_role(user, REDIGENT), a_un_role(user, DECIDENT)
        if est_de_la_cellule(user):
            droits |= {"suivre_version"}
        if self.etat == Etat.BROUILLON and redige:
            droits |= {"modifier_etapes", "soumettre_version"}
        elif self.etat == Etat.SOUMISE:
            droits |= {"reprendre_version"} if redige else set()
            droits |= {"approuver_version"} if decide and not self.a_ecrit(user) else set()
        elif self.etat == Etat.EN_VIGUEUR and decide:
            droits |= {"retirer_version"}
        return droits

    def copier(self, modele) -> None:
        """The steps of another version, each knowing where it comes from."""
        for etape in modele.etapes.all() if modele else ():
            etape.recopier(self)

    @transaction.atomic
    def enregistrer_etapes(self, etapes, *, par) -> None:
        """`etapes`: all of them, unsaved or saved, in their new order; those that are missing are taken out."""
        self._permettre("modifier_etapes", par)
        gardees = {etape.pk for etape in etapes}
        for etape in self.etapes.all():
            if etape.pk not in gardees:
                etape.delete()
        for ordre, etape in enumerate(etapes, 1):
            etape.version_processus, etape.ordre = self, ordre
            etape.full_clean(validate_constraints=False)
            etape.enregistrer()
        self.save(update_fields=["note"])
        self._consigner("version_modifiee", par)

    @transaction.atomic
    def soumettre(self, *, par):
        """Raises ValidationError while there is nothing to approve."""
        self._permettre("soumettre_version", par)
        if not self.etapes.exists():
            raise ValidationError("Écrivez au moins une étape avant de soumettre cette version.")
        self.etat, self.soumise_par, self.soumise_le = Etat.SOUMISE, par, timezone.now()
        self.decision = ""
        self.save(update_fields=["etat", "soumise_par", "soumise_le", "decision"])
        self._consigner("version_soumise", par)

    @transaction.atomic
    def reprendre(self, *, par):
        """Back to a draft, by those who write it."""
        self._permettre("reprendre_version", par)
        self.etat = Etat.BROUILLON
        self.save(update_fields=["etat"])
        self._consigner("version_reprise", par)

    @transaction.atomic
    def renvoyer(self, *, par, decision):
        """Back to a draft, with what has to change."""
        if not decision.strip():
            raise ValidationError({"decision": "Dites ce qui doit changer."})
        self._permettre("approuver_version", par)
        self.etat, self.decision = Etat.BROUILLON, decision
        self.save(update_fields=["etat", "decision"])
        self._consigner("version_renvoyee", par)

    @transaction.atomic
    def approuver(self, *, par, jusqu_au=None):
        """In force from now on; the one before is replaced in the same act."""
        self._permettre("approuver_version", par)
        maintenant = timezone.now()
        for ancienne in VersionProcessus.objects.filter(processus=self.processus, etat=Etat.EN_VIGUEUR):
            ancienne.etat, ancienne.valable_au = Etat.REMPLACEE, maintenant
            ancienne.save(update_fields=["etat", "valable_au"])
        self.etat, self.approuvee_par = Etat.EN_VIGUEUR, par
        self.valable_du, self.valable_au, self.decision = maintenant, jusqu_au, ""
        self.save(update_fields=["etat", "approuvee_par", "valable_du", "valable_au", "decision"])
        self._consigner("version_approuvee", par)

    @transaction.atomic
    def retirer(self, *, par, decision):
        """Out of force, without another to replace it."""
        if not decision.strip():
            raise ValidationError({"decision": "Dites pourquoi le processus est retiré."})
        self._permettre("retirer_version", par)
        self.etat, self.valable_au, self.decision = Etat.RETIREE, timezone.now(), decision
        self.save(update_fields=["etat", "valable_au", "decision"])
        self._consigner("version_retiree", par)

    def _permettre(self, droit, par):
        """Two people at once: the second finds the act no longer possible."""
        actuelle = VersionProcessus.objects.select_for_update().get(pk=self.pk)
        if droit not in actuelle.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur cette version.")
        self.version = actuelle.version

    def _consigner(self, acte, par):
        consigner(f"cellule.{acte}", self, par=par, verbe=Verbe.MODIFICATION)
