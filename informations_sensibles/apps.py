from django.apps import AppConfig
from django.db.models.signals import post_migrate

# Nothing of the Cellule is deleted by the application, but the steps of a draft, and rights whose history stays.
GARDEES = """
    arectifier
    baselegale
    baseparole
    blocage
    blocagedossier
    categoriedonnee
    circuit
    conditiontransmission
    consentement
    copiefigee
    correspondantsecteur
    dossier
    effacement
    embargo
    etapeinformation
    exercice
    facteur
    finalite
    gel
    identite
    implication
    information
    informationtransmise
    organisationsecteur
    ouverturepartenaire
    passagemasque
    pointdecontact
    processuscommunication
    rectification
    refus
    reponsesignalement
    reponsesignalementpartenaire
    reponsetype
    retourtransmission
    revelation
    revue
    secteur
    signalementcontextuel
    signalementpartenaire
    suitesignalement
    traitementsignalement
    transmission
    versioncircuit
    versionprocessus
    visadpo
"""


class InformationsSensiblesConfig(AppConfig):
    """The second working group: contextual and individual information, and the link to the TFL, under the wall."""

    name = "informations_sensibles"
    verbose_name = "Informations sensibles"
    accords = [f"REVOKE DELETE ON informations_sensibles_{nom} FROM csil_app" for nom in GARDEES.split()]

    def ready(self):
        from informations_sensibles.declarations import tout_inscrire
        from informations_sensibles.donnees import initialiser

        post_migrate.connect(initialiser, sender=self)
        tout_inscrire()
