import uuid

from django.db import models
from django.urls import reverse
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from informations_sensibles.commun.permissions import REDIGENT, a_un_role, est_de_la_cellule
from informations_sensibles.commun.versions.models import AvecVersions
from informations_sensibles.secteurs import actes
from informations_sensibles.secteurs.models.correspondant import CorrespondantSecteur
from informations_sensibles.secteurs.models.rubrique import du_secteur
from informations_sensibles.secteurs.models.version_processus import VersionProcessus


class ProcessusQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the Cellule all of them, a contact point those of its sector that were in force once."""
        if est_de_la_cellule(user):
            return self
        publies = VersionProcessus.objects.publiees().filter(processus=models.OuterRef("pk"))
        siens = CorrespondantSecteur.objects.secteurs_de(user)
        return self.filter(models.Exists(publies), secteur__in=siens)


class ProcessusCommunication(AvecVersions, Versionne):
    """Say how a sector and the Cellule speak to each other: who says what to whom, within how long. It lives in versions."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    secteur = du_secteur("processus")
    titre = LigneGardee("titre", max_length=150)
    but = TexteGarde("à quoi il sert", max_length=1000)
    propose_par = auteur("proposé par", facultatif=True)

    history = HistoricalRecords()
    objects = ProcessusQuerySet.as_manager()

    class Meta:
        verbose_name = "processus de communication"
        verbose_name_plural = "processus de communication"
        ordering = ["secteur__nom", "titre"]
        permissions = [
            ("suivre_processus", "Lire ce qui se prépare et ce qui a changé"),
            ("rediger_processus", "Rédiger le processus"),
            ("preparer_version", "Préparer une nouvelle version"),
        ]
        constraints = [
            models.UniqueConstraint(
                "secteur",
                "titre",
                name="processus_unique",
                violation_error_message="Ce secteur a déjà un processus de ce titre.",
            )
        ]

    def __str__(self):
        return self.titre

    def get_absolute_url(self):
        return reverse("processus", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        """Let the Cellule and the sector's people read it, the Référent, the Officier and the members write it."""
        droits = {"view_processuscommunication"}
        if est_de_la_cellule(user):
            droits |= {"suivre_processus"}
        if a_un_role(user, REDIGENT):
            droits |= {"rediger_processus"}
            if self.en_preparation is None:
                droits |= {"preparer_version"}
        return droits

    proposer = classmethod(actes.proposer)
    modifier = actes.modifier_processus
