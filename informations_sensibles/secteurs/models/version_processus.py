from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from informations_sensibles.commun.permissions import DECIDENT, REDIGENT, a_un_role, est_de_la_cellule
from informations_sensibles.commun.versions.etats import EN_PREPARATION, Etat
from informations_sensibles.commun.versions.models import Version
from informations_sensibles.secteurs import actes
from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.etape import EtapeProcessus


class VersionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the Cellule all of them, a contact point what is or was in force in its sector."""
        if est_de_la_cellule(user):
            return self
        siens = CorrespondantSecteur.objects.secteurs_de(user)
        return self.publiees().filter(processus__secteur__in=siens)

    def publiees(self):
        return self.exclude(etat__in=EN_PREPARATION)

    def non_ecrites_par(self, user):
        """Keep those of which this person drafted, submitted and changed nothing."""
        etapes = EtapeProcessus.history.filter(history_user=user).values("version_processus_id")
        return self.exclude(redigee_par=user).exclude(soumise_par=user).exclude(pk__in=etapes)

    def echues(self):
        return self.filter(etat=Etat.EN_VIGUEUR, valable_au__lte=timezone.now())


class VersionProcessus(Version):
    """Hold one state of a process: drafted, submitted, approved by a third person in authority, replaced by the next."""

    SUJET, ADRESSE = "processus", "version"

    processus = models.ForeignKey(
        "ProcessusCommunication",
        models.PROTECT,
        related_name="versions",
        editable=False,
        verbose_name="processus",
    )
    approuvee_par = auteur("approuvée par", facultatif=True)

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

    def a_ecrit(self, personne) -> bool:
        """Tell whether this person drafted it, submitted it or changed one of its steps."""
        return not VersionProcessus.objects.non_ecrites_par(personne).filter(pk=self.pk).exists()

    def droits_de(self, user) -> set[str]:
        """Say what its state allows this person to do; an approval is for an authority who wrote nothing of it."""
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

    approuver = actes.approuver
