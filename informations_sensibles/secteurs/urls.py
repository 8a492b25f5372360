"""Sectors, what their records are made of, and their processes."""

from django.urls import path

from informations_sensibles.secteurs.views import (
    correspondant,
    exercice,
    organisation,
    point_de_contact,
    processus,
    secteur,
    version,
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
    # processes and their versions
    path("processus/", processus.liste, name="processus-liste"),
    path("secteurs/<int:pk>/processus/nouveau/", processus.nouveau, name="processus-nouveau"),
    path("processus/<uuid:pk>/", processus.processus, name="processus"),
    path("processus/<uuid:pk>/modifier/", processus.modifier, name="processus-modifier"),
    path("processus/<uuid:pk>/historique/", processus.historique, name="processus-historique"),
    path("processus/<uuid:pk>/brouillon/", processus.brouillon, name="processus-brouillon"),
    path("processus/versions/<uuid:pk>/", version.version, name="version"),
    path("processus/versions/<uuid:pk>/etapes/", version.etapes, name="version-etapes"),
    path("processus/versions/<uuid:pk>/soumettre/", version.soumettre, name="version-soumettre"),
    path("processus/versions/<uuid:pk>/reprendre/", version.reprendre, name="version-reprendre"),
    path("processus/versions/<uuid:pk>/decider/", version.decider, name="version-decider"),
    path("processus/versions/<uuid:pk>/retirer/", version.retirer, name="version-retirer"),
    path("processus/versions/<uuid:pk>/comparer/", version.comparer, name="version-comparer"),
    path("processus/versions/<uuid:pk>/fiche/", version.fiche, name="version-fiche"),
    path("processus/versions/<uuid:pk>/fiche.pdf", version.fiche_pdf, name="version-fiche-pdf"),
]  # fmt: skip
