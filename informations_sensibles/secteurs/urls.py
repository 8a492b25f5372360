"""Addresses of the sectors."""

from django.urls import path

from informations_sensibles.secteurs.views import (
    correspondant,
    exercice,
    organisation,
    point_de_contact,
    secteur,
)

urlpatterns = [
    path("secteurs/", secteur.secteurs, name="secteurs"),
    path("secteurs/<int:pk>/", secteur.secteur, name="secteur"),
    path("secteurs/<int:pk>/historique/", secteur.historique, name="secteur-historique"),
    path("secteurs/<int:pk>/fiche/", secteur.fiche, name="secteur-fiche"),
    path("secteurs/<int:pk>/organisations/nouvelle/", organisation.nouvelle, name="organisation-nouvelle"),
    path("secteurs/organisations/<int:pk>/modifier/", organisation.modifier, name="organisation-modifier"),
    path("secteurs/<int:pk>/personnes/nouvelle/", correspondant.nouveau, name="correspondant-nouveau"),
    path("secteurs/personnes/<uuid:pk>/terminer/", correspondant.terminer, name="correspondant-terminer"),
    path("secteurs/<int:pk>/point-de-contact/nouveau/", point_de_contact.nouveau, name="point-de-contact-nouveau"),
    path("secteurs/points-de-contact/<uuid:pk>/modifier/", point_de_contact.modifier, name="point-de-contact-modifier"),
    path("secteurs/points-de-contact/<uuid:pk>/confirmer/", point_de_contact.confirmer, name="point-de-contact-confirmer"),
    path("secteurs/points-de-contact/<uuid:pk>/retirer/", point_de_contact.retirer, name="point-de-contact-retirer"),
    path("secteurs/<int:pk>/exercices/nouveau/", exercice.nouveau, name="exercice-nouveau"),
    path("secteurs/exercices/<int:pk>/envoyer/", exercice.envoyer, name="exercice-envoyer"),
    path("secteurs/exercices/<int:pk>/conclure/", exercice.conclure, name="exercice-conclure"),
]  # fmt: skip
