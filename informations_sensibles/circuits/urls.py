"""Addresses of the table of circuits, kind × source."""

from django.urls import path

from informations_sensibles.circuits.views import circuit, version_circuit

urlpatterns = [
    path("circuits/", circuit.circuits, name="circuits"),
    path("circuits/nouveau/", circuit.nouveau, name="circuit-nouveau"),
    path("circuits/<uuid:pk>/", circuit.circuit, name="circuit"),
    path("circuits/<uuid:pk>/historique/", circuit.historique, name="circuit-historique"),
    path("circuits/<uuid:pk>/brouillon/", circuit.brouillon, name="circuit-brouillon"),
    path("circuits/versions/<uuid:pk>/", version_circuit.version_circuit, name="version-circuit"),
    path("circuits/versions/<uuid:pk>/etapes/", version_circuit.etapes, name="version-circuit-etapes"),
    path("circuits/versions/<uuid:pk>/soumettre/", version_circuit.soumettre, name="version-circuit-soumettre"),
    path("circuits/versions/<uuid:pk>/reprendre/", version_circuit.reprendre, name="version-circuit-reprendre"),
    path("circuits/versions/<uuid:pk>/decider/", version_circuit.decider, name="version-circuit-decider"),
    path("circuits/versions/<uuid:pk>/retirer/", version_circuit.retirer, name="version-circuit-retirer"),
    path("circuits/versions/<uuid:pk>/comparer/", version_circuit.comparer, name="version-circuit-comparer"),
]  # fmt: skip
