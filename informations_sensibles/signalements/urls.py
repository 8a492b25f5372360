"""Addresses of the contextual reports."""

from django.urls import path

from informations_sensibles.signalements.views import blocage, signalement, traitement

urlpatterns = [
    path("signalements/", signalement.signalements, name="signalements"),
    path("signalements/nouveau/", signalement.nouveau, name="signalement-nouveau"),
    path("signalements/urgence/", signalement.urgence, name="signalement-urgence"),
    path("signalements/<uuid:pk>/", signalement.signalement, name="signalement"),
    path("signalements/<uuid:pk>/historique/", signalement.historique, name="signalement-historique"),
    path("signalements/<uuid:pk>/quarantaine/", signalement.quarantaine, name="signalement-quarantaine"),
    path("signalements/<uuid:pk>/prendre/", traitement.prendre, name="traitement-prendre"),
    path("signalements/<uuid:pk>/evaluer/", traitement.evaluer, name="traitement-evaluer"),
    path("signalements/<uuid:pk>/confier/", traitement.confier, name="traitement-confier"),
    path("signalements/<uuid:pk>/clore/", traitement.clore, name="traitement-clore"),
    path("signalements/<uuid:pk>/mot/", traitement.relire, name="traitement-relire"),
    path("signalements/<uuid:pk>/ecarter/", blocage.nouveau, name="blocage-nouveau"),
    path("signalements/blocages/<uuid:pk>/lever/", blocage.lever, name="blocage-lever"),
]  # fmt: skip
