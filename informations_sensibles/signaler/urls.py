"""Addresses of partners' reports in the Cellule; those of whoever reports are in `urls_partenaire.py`."""

from django.urls import path

from informations_sensibles.signaler.views import ouverture, signalement_partenaire

urlpatterns = [
    path("signalements-partenaires/", signalement_partenaire.signalements_partenaires, name="signalements-partenaires"),
    path("signalements-partenaires/<uuid:pk>/", signalement_partenaire.signalement_partenaire, name="signalement-partenaire"),
    path("signalements-partenaires/<uuid:pk>/historique/", signalement_partenaire.historique, name="signalement-partenaire-historique"),
    path("signalements-partenaires/<uuid:pk>/reveler/", signalement_partenaire.reveler, name="signalement-partenaire-reveler"),
    path("signalements-partenaires/<uuid:pk>/reprendre/", signalement_partenaire.reprendre, name="signalement-partenaire-reprendre"),
    path("signalements-partenaires/<uuid:pk>/clore/", signalement_partenaire.clore, name="signalement-partenaire-clore"),
    path("signalements-partenaires/<uuid:pk>/quarantaine/", signalement_partenaire.quarantaine, name="signalement-partenaire-quarantaine"),
    path("ouvertures/", ouverture.ouvertures, name="ouvertures"),
    path("ouvertures/nouvelle/", ouverture.nouvelle, name="ouverture-nouvelle"),
    path("ouvertures/<uuid:pk>/fermer/", ouverture.fermer, name="ouverture-fermer"),
]  # fmt: skip
