from django.apps import AppConfig
from django.db.models.signals import post_migrate

# Nothing of the Cellule is deleted by the application, but the steps of a draft.
GARDEES = """
    informations_sensibles_blocage, informations_sensibles_correspondantsecteur, informations_sensibles_exercice,
    informations_sensibles_organisationsecteur, informations_sensibles_pointdecontact,
    informations_sensibles_processuscommunication, informations_sensibles_reponsesignalement,
    informations_sensibles_reponsetype, informations_sensibles_secteur, informations_sensibles_signalementcontextuel,
    informations_sensibles_traitementsignalement, informations_sensibles_versionprocessus
"""


class InformationsSensiblesConfig(AppConfig):
    """The second working group: sectors and their processes, contextual reports, under the wall."""

    name = "informations_sensibles"
    verbose_name = "Informations sensibles"
    accords = [f"REVOKE DELETE ON {GARDEES} FROM csil_app"]

    def ready(self):
        from csil.quarantaine import enregistrer_quarantaine
        from informations_sensibles.donnees import initialiser
        from informations_sensibles.models import (
            Blocage,
            ReponseSignalement,
            SignalementContextuel,
            TraitementSignalement,
        )

        post_migrate.connect(initialiser, sender=self)
        suites = (TraitementSignalement, ReponseSignalement, Blocage)
        enregistrer_quarantaine(SignalementContextuel, *((suite, "signalement") for suite in suites))
