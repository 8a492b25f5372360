from django.apps import AppConfig


class PartenairesConfig(AppConfig):
    """Who the people are: organisations, services, contacts, memberships, mandates."""

    name = "partenaires"
    verbose_name = "Partenaires"
    accords = [
        "REVOKE DELETE ON partenaires_mandat, partenaires_suspension FROM csil_app",
        "REVOKE UPDATE, DELETE ON partenaires_attestationhabilitation FROM csil_app",
    ]

    def ready(self):
        from csil.accueil import enregistrer_nouveautes, enregistrer_taches
        from csil.echeances import enregistrer_echeance
        from csil.garde import enregistrer_repertoire
        from csil.groupes import ANNUAIRE
        from csil.navigation import enregistrer_section
        from csil.regard import enregistrer_regard
        from partenaires import regard
        from partenaires.accueil import nouveautes, taches
        from partenaires.repertoire import connus
        from partenaires.revue import suivre_les_mandats
        from partenaires.taches_mandat import SOURCES

        enregistrer_repertoire(connus)
        enregistrer_section("Partenaires", "partenaires", lambda user: user.est_membre(*ANNUAIRE), rang=40)
        enregistrer_taches(taches)
        for source in SOURCES:
            enregistrer_taches(source)
        enregistrer_nouveautes(nouveautes)
        for source in (regard.groupes, regard.annuaire, regard.mandats):
            enregistrer_regard(source)
        enregistrer_echeance("mandats", suivre_les_mandats)
