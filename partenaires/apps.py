from django.apps import AppConfig


class PartenairesConfig(AppConfig):
    """Who the people are: organisations, services, contacts, memberships, mandates."""

    name = "partenaires"
    verbose_name = "Partenaires"
    accords = ["REVOKE DELETE ON partenaires_mandat FROM csil_app"]

    def ready(self):
        from csil.accueil import enregistrer_nouveautes, enregistrer_taches
        from csil.garde import enregistrer_repertoire
        from csil.groupes import ANNUAIRE
        from csil.navigation import enregistrer_section
        from partenaires.accueil import mandats_a_confirmer, nouveautes, taches
        from partenaires.repertoire import connus

        enregistrer_repertoire(connus)
        enregistrer_section("Partenaires", "partenaires", lambda user: user.est_membre(*ANNUAIRE), rang=40)
        enregistrer_taches(taches)
        enregistrer_taches(mandats_a_confirmer)
        enregistrer_nouveautes(nouveautes)
