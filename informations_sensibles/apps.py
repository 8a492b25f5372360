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
            accueil_informations,
            echeances,
            regard,
            transmissions,
        )
        from informations_sensibles.cloison import regles
        from informations_sensibles.cloison_dossiers import regles as regles_dossiers
        from informations_sensibles.cloison_signaler import regles as regles_signaler
        from informations_sensibles.cloison_transmissions import regles as regles_transmissions
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
            ReponseSignalementPartenaire,
            Revue,
            SignalementContextuel,
            SignalementPartenaire,
            SuiteSignalement,
            TraitementSignalement,
            Transmission,
        )
        from informations_sensibles.permissions import (
            est_de_la_cellule,
            est_dpo,
            est_point_de_contact,
            lit_les_signalements_de_partenaires,
            peut_signaler,
        )

        post_migrate.connect(initialiser, sender=self)
        suites = (TraitementSignalement, ReponseSignalement, Blocage)
        enregistrer_quarantaine(SignalementContextuel, *((suite, "signalement") for suite in suites))
        parts = (
            Implication,
            Facteur,
            Revue,
            Refus,
            BlocageDossier,
            Information,
            Transmission,
            Effacement,
            Gel,
        )
        enregistrer_quarantaine(
            Dossier, (DroitDossier, "content_object"), *((part, "dossier") for part in parts)
        )
        suites = (EtapeInformation, Embargo, PassageMasque, Consentement, Rectification, ARectifier)
        enregistrer_quarantaine(Information, *((suite, "information") for suite in suites))
        enregistrer_quarantaine(
            SignalementPartenaire,
            (SuiteSignalement, "signalement"),
            (ReponseSignalementPartenaire, "signalement"),
        )
        enregistrer_regles(regles, mure=self.name)
        enregistrer_regles(regles_dossiers)
        enregistrer_regles(regles_signaler)
        enregistrer_regles(regles_transmissions)
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
        enregistrer_section(
            "Signaler", "signaler", peut_signaler, 25, "Signaler une situation qui vous inquiète"
        )
        enregistrer_section(
            "Visa", "visa", est_dpo, 60, "Donner ou retirer le visa des signalements de partenaires"
        )

        # Outside the gate (/signaler/), the band of the Cellule stands alone
        def est_du_lieu(user):
            return est_de_la_cellule(user) or est_point_de_contact(user)

        enregistrer_rubrique("cellule", "Vue d’ensemble", "cellule", 0, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Dossiers", "dossiers", 5, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Recherche", "recherche", 50, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Informations", "informations", 7, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Signalements contextuels", "signalements", 10, est_du_lieu)
        enregistrer_rubrique(
            "cellule",
            "Signalements des partenaires",
            "signalements-partenaires",
            15,
            lit_les_signalements_de_partenaires,
            ("ouvertures",),
        )
        enregistrer_rubrique("cellule", "Secteurs", "secteurs", 20, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Circuits", "circuits", 40, est_de_la_cellule)
        enregistrer_rubrique("cellule", "Processus", "processus-liste", 30, est_du_lieu)
        transmissions.inscrire()
        for source in (
            accueil.versions,
            accueil.secteurs,
            accueil.signalements,
            accueil_circuits.versions,
            accueil_dossiers.dossiers,
            accueil_informations.etapes,
            accueil_informations.embargos,
            accueil_informations.rectifications,
            accueil.signalements_partenaires,
        ):
            enregistrer_taches(source)
        enregistrer_regard(regard.cellule)
        enregistrer_regard(regard.signalements_partenaires)
        enregistrer_nouveautes(accueil.reponses)
        enregistrer_nouveautes(accueil.reponses_aux_partenaires)
        enregistrer_echeance("points de contact police", echeances.points_de_contact)
        enregistrer_echeance("exercices des secteurs", echeances.exercices)
        enregistrer_echeance("embargos à leur terme", echeances.embargos)
