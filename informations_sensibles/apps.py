from django.apps import AppConfig
from django.db.models.signals import post_migrate

# Nothing of the Cellule is deleted by the application, but the steps of a draft, and rights whose history stays.
GARDEES = """
    arectifier
    blocage
    blocagedossier
    categoriedonnee
    circuit
    consentement
    correspondantsecteur
    dossier
    effacement
    embargo
    etapeinformation
    exercice
    facteur
    gel
    identite
    implication
    information
    organisationsecteur
    passagemasque
    pointdecontact
    processuscommunication
    rectification
    refus
    reponsesignalement
    reponsetype
    revelation
    revue
    secteur
    signalementcontextuel
    traitementsignalement
    versioncircuit
    versionprocessus
"""


class InformationsSensiblesConfig(AppConfig):
    """The second working group: sectors and their processes, contextual reports, under the wall."""

    name = "informations_sensibles"
    verbose_name = "Informations sensibles"
    accords = [f"REVOKE DELETE ON informations_sensibles_{nom} FROM csil_app" for nom in GARDEES.split()]

    def ready(self):
        from csil.accueil import enregistrer_nouveautes, enregistrer_taches
        from csil.cloison import enregistrer_regles
        from csil.echeances import enregistrer_echeance
        from csil.navigation import enregistrer_rubrique, enregistrer_section
        from csil.quarantaine import enregistrer_quarantaine
        from csil.regard import enregistrer_regard
        from informations_sensibles import (
            accueil,
            accueil_circuits,
            accueil_dossiers,
            echeances,
            regard,
        )
        from informations_sensibles.cloison import regles
        from informations_sensibles.cloison_dossiers import regles as regles_dossiers
        from informations_sensibles.donnees import initialiser
        from informations_sensibles.models import (
            ARectifier,
            Blocage,
            BlocageDossier,
            Consentement,
            Dossier,
            DroitDossier,
            Effacement,
            Embargo,
            EtapeInformation,
            Facteur,
            Gel,
            Implication,
            Information,
            PassageMasque,
            Rectification,
            Refus,
            ReponseSignalement,
            Revue,
            SignalementContextuel,
            TraitementSignalement,
        )
        from informations_sensibles.permissions import est_de_la_cellule, est_point_de_contact

        post_migrate.connect(initialiser, sender=self)
        suites = (TraitementSignalement, ReponseSignalement, Blocage)
        enregistrer_quarantaine(SignalementContextuel, *((suite, "signalement") for suite in suites))
        parts = (Implication, Facteur, Revue, Refus, BlocageDossier, Information, Effacement, Gel)
        enregistrer_quarantaine(
            Dossier, (DroitDossier, "content_object"), *((part, "dossier") for part in parts)
        )
        suites = (EtapeInformation, Embargo, PassageMasque, Consentement, Rectification, ARectifier)
        enregistrer_quarantaine(Information, *((suite, "information") for suite in suites))
        enregistrer_regles(regles, mure=self.name)
        enregistrer_regles(regles_dossiers)
        enregistrer_section(
            "Informations sensibles", "cellule", est_de_la_cellule, 20, "Voir ce qui attend dans la Cellule"
        )
        enregistrer_section(
            "Votre secteur",
            "processus-liste",
            lambda user: est_point_de_contact(user) and not est_de_la_cellule(user),
            20,
            "Lire le processus de communication de votre secteur",
        )
        enregistrer_rubrique("cellule", "Vue d’ensemble", "cellule", 0, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Dossiers", "dossiers", 5, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Recherche", "recherche", 50, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Signalements contextuels", "signalements", 10)
        enregistrer_rubrique("cellule", "Secteurs", "secteurs", 20, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Processus", "processus-liste", 30)
        enregistrer_rubrique("cellule", "Circuits", "circuits", 40, est_de_la_cellule)
        for source in (
            accueil.versions,
            accueil.secteurs,
            accueil.signalements,
            accueil_circuits.versions,
            accueil_dossiers.dossiers,
        ):
            enregistrer_taches(source)
        enregistrer_regard(regard.cellule)
        enregistrer_nouveautes(accueil.reponses)
        enregistrer_echeance("points de contact police", echeances.points_de_contact)
        enregistrer_echeance("exercices des secteurs", echeances.exercices)
