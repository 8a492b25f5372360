"""Addresses of whoever reports on a person, outside the gate of the Cellule (`csil.urls` puts them at /signaler/)."""

from django.urls import path

from informations_sensibles.signaler.views import signaler, visa

urlpatterns = [
    path("", signaler.signaler, name="signaler"),
    path("nouveau/", signaler.nouveau, name="signaler-nouveau"),
    path("visa/", visa.visa, name="visa"),
    path("visa/donner/", visa.donner, name="visa-donner"),
    path("visa/<uuid:pk>/retirer/", visa.retirer, name="visa-retirer"),
    path("<uuid:pk>/", signaler.sien, name="signaler-sien"),
    path("<uuid:pk>/retirer/", signaler.retirer, name="signaler-retirer"),
]
