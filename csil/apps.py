from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_migrate

from csil.declarations import declarer_paquet


class CsilConfig(AppConfig):
    name = "csil"
    verbose_name = "Comptes et accès"
    accords = [
        "REVOKE INSERT, UPDATE, DELETE ON csil_profilgroupe, auth_group FROM csil_app",
        "REVOKE UPDATE ON csil_attribution FROM csil_app",
        "REVOKE UPDATE, DELETE ON csil_engagement FROM csil_app",
        "REVOKE DELETE ON csil_quarantaine, csil_decisionpurge FROM csil_app",
        "REVOKE UPDATE ON csil_decisionpurge FROM csil_app",
        "REVOKE DELETE ON csil_utilisateur, csil_texteengagement FROM csil_app",
        "REVOKE DELETE ON csil_envoi FROM csil_app",
        "REVOKE UPDATE, DELETE ON csil_corpsenvoi, csil_piecejointe FROM csil_app",
    ]

    def ready(self):
        # These ask for models, which are loaded by now
        from allauth.mfa.signals import authentication_failed

        from csil.comptes import connexions
        from csil.mur.accords import accorder

        post_migrate.connect(accorder, sender=self)
        declarer_paquet(self.name)
        user_logged_in.connect(connexions.ouvrir)
        user_logged_out.connect(connexions.fermer)
        user_login_failed.connect(connexions.noter_echec)
        authentication_failed.connect(connexions.noter_echec)
