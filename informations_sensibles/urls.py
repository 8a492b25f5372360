"""The addresses of the Cellule, under /informations-sensibles/, those of each noun in its room; /signaler/ is elsewhere."""

from django.urls import include, path

from informations_sensibles.cellule.views import cellule, recherche

urlpatterns = [
    path("", cellule.cellule, name="cellule"),
    path("recherche/", recherche.recherche, name="recherche"),
    path("recherche/personne/", recherche.personne, name="recherche-personne"),
    path("transmissions/", include("informations_sensibles.transmissions.urls")),
    path("", include("informations_sensibles.dossiers.urls")),
    path("", include("informations_sensibles.signalements.urls")),
    path("", include("informations_sensibles.signaler.urls_cellule")),
    path("", include("informations_sensibles.informations.urls")),
    path("", include("informations_sensibles.secteurs.urls")),
    path("", include("informations_sensibles.secteurs.urls_processus")),
    path("", include("informations_sensibles.circuits.urls")),
]
