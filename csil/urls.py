"""The table of contents. Addresses are flat, French and kebab-case; an address has the name of its view."""

from allauth.account import views as compte
from allauth.mfa.base import views as second_facteur
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path

from csil.acces import ouvert_a_tous, ouvert_au_compte
from csil.accueil.views import accueil, aide
from csil.comptes import views as comptes
from csil.comptes.allauth import ActiverSecondFacteurVue, SaisirCodeVue
from csil.courrier.views import courriels, envoi
from csil.exploitation.views import sante
from csil.quarantaine import views as quarantaine

urlpatterns = [
    path("", accueil.accueil, name="accueil"),
    path("aide/", aide.aide, name="aide"),
    path("sante/", sante.sante, name="sante"),
    # content found classified: for the security officer
    path("quarantaine/", quarantaine.quarantaines, name="quarantaines"),
    path("quarantaine/<uuid:pk>/", quarantaine.quarantaine, name="quarantaine"),
    path("quarantaine/<uuid:pk>/purger/", quarantaine.purger, name="quarantaine-purger"),
    path("quarantaine/<uuid:pk>/lever/", quarantaine.lever, name="quarantaine-lever"),
    path("envois/<uuid:pk>/reessayer/", envoi.reessayer, name="envoi-reessayer"),
    path("envois/<uuid:pk>/annuler/", envoi.annuler, name="envoi-annuler"),
    # one's account
    path("comptes/engagement/", comptes.engagement, name="engagement"),
    path("comptes/connexions/", comptes.connexions, name="connexions"),
    path("comptes/connexions/<int:pk>/terminer/", comptes.connexion_terminer, name="connexion-terminer"),
    path(
        "comptes/connexions/terminer-les-autres/",
        comptes.connexions_terminer_autres,
        name="connexions-terminer-autres",
    ),
    path("comptes/invitation/<uidb36>/<jeton>/", comptes.invitation, name="invitation"),
    # allauth's own, each chosen: nobody registers, addresses are changed by administrators
    path("comptes/login/", ouvert_a_tous(compte.login), name="account_login"),
    path("comptes/logout/", ouvert_a_tous(compte.logout), name="account_logout"),
    path("comptes/inactive/", ouvert_a_tous(compte.account_inactive), name="account_inactive"),
    path("comptes/reauthenticate/", ouvert_au_compte(compte.reauthenticate), name="account_reauthenticate"),
    path(
        "comptes/password/change/", ouvert_au_compte(compte.password_change), name="account_change_password"
    ),
    path("comptes/password/reset/", ouvert_a_tous(compte.password_reset), name="account_reset_password"),
    path(
        "comptes/password/reset/done/",
        ouvert_a_tous(compte.password_reset_done),
        name="account_reset_password_done",
    ),
    path(
        "comptes/password/reset/key/done/",
        ouvert_a_tous(compte.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^comptes/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        ouvert_a_tous(compte.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("comptes/2fa/", ouvert_au_compte(second_facteur.index), name="mfa_index"),
    path("comptes/2fa/authenticate/", ouvert_a_tous(SaisirCodeVue.as_view()), name="mfa_authenticate"),
    path(
        "comptes/2fa/reauthenticate/",
        ouvert_au_compte(second_facteur.reauthenticate),
        name="mfa_reauthenticate",
    ),
    path(
        "comptes/2fa/totp/activate/",
        ouvert_au_compte(ActiverSecondFacteurVue.as_view()),
        name="mfa_activate_totp",
    ),
    path("comptes/2fa/totp/deactivate/", ouvert_au_compte(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path(
        "comptes/2fa/recovery-codes/",
        ouvert_au_compte(codes.view_recovery_codes),
        name="mfa_view_recovery_codes",
    ),
    path(
        "comptes/2fa/recovery-codes/generate/",
        ouvert_au_compte(codes.generate_recovery_codes),
        name="mfa_generate_recovery_codes",
    ),
    path(
        "comptes/2fa/recovery-codes/download/",
        ouvert_au_compte(codes.download_recovery_codes),
        name="mfa_download_recovery_codes",
    ),
    path("", include("partenaires.urls")),
    path("concertation/", include("concertation.urls")),
    path("informations-sensibles/", include("informations_sensibles.urls")),
    path("signaler/", include("informations_sensibles.signaler.urls_partenaire")),
    path("admin/", admin.site.urls),
]

if settings.DEMONSTRATION:
    urlpatterns += [
        path("courriels/", courriels.courriels, name="courriels"),
        path(
            "courriels/<str:fichier>/<int:message>/<int:piece>/",
            courriels.courriel_piece,
            name="courriel-piece",
        ),
    ]

handler403 = "csil.exploitation.views.erreurs.refus"
handler404 = "csil.exploitation.views.erreurs.introuvable"
