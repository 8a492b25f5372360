from django.urls import path

from concertation.views import document, ordre_du_jour, point, reunion, reunions

urlpatterns = [
    path("", reunions.concertation, name="concertation"),
    path("reunions/", reunions.reunions, name="reunions"),
    path("reunions/<int:pk>/", reunion.reunion, name="reunion"),
    # the agenda and its items
    path("reunions/<int:pk>/ordre-du-jour/", ordre_du_jour.ordre_du_jour, name="ordre-du-jour"),
    path("reunions/<int:pk>/ordre-du-jour/arranger/", ordre_du_jour.arranger, name="ordre-du-jour-arranger"),
    path("reunions/<int:pk>/ordre-du-jour.pdf", ordre_du_jour.pdf, name="ordre-du-jour-pdf"),
    path("reunions/<int:pk>/points/nouveau/", point.nouveau, name="point-nouveau"),
    path("points/<int:pk>/", point.point, name="point"),
    path("points/<int:pk>/modifier/", point.modifier, name="point-modifier"),
    path("points/<int:pk>/repondre/", point.repondre, name="point-repondre"),
    path("points/<int:pk>/reporter/", point.reporter, name="point-reporter"),
    path("points/<int:pk>/retirer/", point.retirer, name="point-retirer"),
    path("points/<int:pk>/documents/", point.joindre, name="point-joindre"),
    path("points/<int:pk>/note/", point.note, name="point-note"),
    path("points/<int:pk>/historique/", point.historique, name="point-historique"),
    path("documents/<uuid:pk>/", document.document, name="document"),
    path("documents/<uuid:pk>/retirer/", document.retirer, name="document-retirer"),
]
