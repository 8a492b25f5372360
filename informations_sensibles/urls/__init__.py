"""The addresses of the Cellule, under /informations-sensibles/; each noun has its file. /signaler/ stands outside its gate."""

from django.urls import include, path

from informations_sensibles.views import cellule, recherche

urlpatterns = [
    path("", cellule.cellule, name="cellule"),
    path("recherche/", recherche.recherche, name="recherche"),
    path("recherche/personne/", recherche.personne, name="recherche-personne"),
    path("transmissions/", include("informations_sensibles.urls.transmissions")),
    path("", include("informations_sensibles.urls.dossiers")),
    path("", include("informations_sensibles.urls.signalements")),
    path("", include("informations_sensibles.urls.signalements_partenaires")),
    path("", include("informations_sensibles.urls.informations")),
    path("", include("informations_sensibles.urls.secteurs")),
    path("", include("informations_sensibles.urls.processus")),
    path("", include("informations_sensibles.urls.circuits")),
]
