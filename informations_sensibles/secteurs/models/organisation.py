from django.db import models
from simple_history.models import HistoricalRecords

from csil.garde import LigneGardee
from informations_sensibles.secteurs import actes
from informations_sensibles.secteurs.models.rubrique import Rubrique, du_secteur
from partenaires.annuaire.ordre import alphabetique


class OrganisationSecteur(Rubrique):
    """Name an organisation of a sector: « Réseau TEC Liège-Verviers », « Hôpital de la Citadelle »."""

    secteur = du_secteur("organisations")
    nom = LigneGardee("nom", max_length=150)
    note = LigneGardee("note", max_length=250, blank=True, help_text="Par exemple : dépôt, site, réseau.")
    retiree = models.BooleanField("n’est plus concernée", default=False)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "organisation du secteur"
        verbose_name_plural = "organisations du secteur"
        ordering = ["retiree", *alphabetique()]
        constraints = [
            models.UniqueConstraint(
                "secteur",
                "nom",
                name="organisation_unique",
                violation_error_message="Cette organisation figure déjà dans le secteur.",
            )
        ]

    def __str__(self):
        return self.nom

    ajouter = classmethod(actes.ajouter_organisation)
    modifier = actes.modifier_organisation
