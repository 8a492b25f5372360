"""Addresses of the processes of the sectors, and of their versions."""

from django.urls import path

from informations_sensibles.secteurs.views import processus, version

urlpatterns = [
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
