from django.apps import AppConfig


class ConcertationConfig(AppConfig):
    """The first group: meetings, agendas, minutes, actions. Never a named person."""

    name = "concertation"
    verbose_name = "Concertation intersectorielle locale"
    accords = [
        "REVOKE DELETE ON concertation_reunion, concertation_pointordredujour, concertation_action, concertation_compterendu, "
        "concertation_amendement, concertation_addendum, concertation_noteaction FROM csil_app",
    ]

    def ready(self):
        from concertation.accueil import accueil
        from concertation.actions import accueil as accueil_actions
        from concertation.actions.rappels import rappeler
        from concertation.actions.suivi import a_suivre
        from concertation.cloison import regles
        from concertation.commun.groupes import GERENT, LISENT
        from concertation.compte_rendu.approbation import a_approuver
        from concertation.convocations import courriels, piece_jointe, rappels
        from concertation.ordre_du_jour.etats import Nature
        from concertation.ordre_du_jour.reprises import enregistrer_reprise
        from csil.accueil import enregistrer_nouveautes, enregistrer_rendez_vous, enregistrer_taches
        from csil.accueil.navigation import enregistrer_rubrique, enregistrer_section
        from csil.cloison import enregistrer_regles
        from csil.courrier import enregistrer_recette
        from csil.travailleur.echeances import enregistrer_echeance

        enregistrer_regles(regles)
        enregistrer_reprise(Nature.SUIVI, a_suivre)
        enregistrer_reprise(Nature.APPROBATION, a_approuver)
        enregistrer_section(
            "Concertation",
            "concertation",
            lambda user: user.est_membre(*LISENT),
            10,
            "Voir les réunions de la Concertation et y proposer un point",
        )
        enregistrer_rubrique("concertation", "Nouveautés", "concertation", 0)
        enregistrer_rubrique(
            "concertation", "Réunions", "reunions", 10, aussi=("points", "documents", "convocations")
        )
        enregistrer_rubrique("concertation", "Actions", "actions", 60)
        enregistrer_rubrique("concertation", "Mon agenda", "mon-agenda", 70)
        enregistrer_echeance("rappels des convocations", rappels.rappeler)
        enregistrer_recette(courriels.ORDRE_DU_JOUR, piece_jointe.ordre_du_jour)
        enregistrer_rubrique("concertation", "Assiduité", "assiduite", 80)
        enregistrer_rubrique("concertation", "Modèles", "modeles", 90, lambda user: user.est_membre(*GERENT))
        enregistrer_taches(accueil.taches_du_referent)
        enregistrer_taches(accueil.taches_des_membres)
        enregistrer_taches(accueil_actions.taches)
        enregistrer_taches(accueil_actions.retards)
        enregistrer_rendez_vous(accueil.rendez_vous)
        enregistrer_nouveautes(accueil.nouveautes)
        enregistrer_echeance("actions de la Concertation", rappeler)
