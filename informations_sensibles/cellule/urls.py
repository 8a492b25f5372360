"""The Cellule's own first page, and its search."""

from django.urls import path

from informations_sensibles.cellule.views import cellule, recherche

urlpatterns = [
    path("", cellule.cellule, name="cellule"),
    path("recherche/", recherche.recherche, name="recherche"),
    path("recherche/personne/", recherche.personne, name="recherche-personne"),
]
