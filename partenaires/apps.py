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
        from csil.accueil.navigation import enregistrer_section
        from csil.accueil.regard import enregistrer_regard
        from csil.comptes.groupes import ANNUAIRE
        from csil.garde import enregistrer_repertoire
        from csil.travailleur.echeances import enregistrer_echeance
        from partenaires import regard
        from partenaires.annuaire.accueil import nouveautes
        from partenaires.annuaire.repertoire import connus
        from partenaires.appartenances.accueil import taches
        from partenaires.mandats.accueil import SOURCES
        from partenaires.mandats.revue import suivre_les_mandats

        enregistrer_repertoire(connus)
        enregistrer_section("Partenaires", "partenaires", lambda user: user.est_membre(*ANNUAIRE), rang=40)
        enregistrer_taches(taches)
        for source in SOURCES:
            enregistrer_taches(source)
        enregistrer_nouveautes(nouveautes)
        for source in (regard.groupes, regard.annuaire, regard.mandats):
            enregistrer_regard(source)
        enregistrer_echeance("mandats", suivre_les_mandats)
