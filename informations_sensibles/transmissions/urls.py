"""The addresses of the transmissions."""

from django.urls import path

from informations_sensibles.transmissions.views import transmission, transmission_actes, transmission_recue

urlpatterns = [
    path("transmissions/", transmission.transmissions, name="transmissions"),
    path("transmissions/nouvelle/", transmission.nouvelle, name="transmission-nouvelle"),
    path("transmissions/arrivee/", transmission.arrivee, name="transmission-arrivee"),
    # the contact TFL's own
    path("transmissions/recues/", transmission_recue.transmissions_recues, name="transmissions-recues"),
    path("transmissions/recues/<uuid:pk>/", transmission_recue.transmission_recue, name="transmission-recue"),
    path(
        "transmissions/recues/<uuid:pk>/accuser/",
        transmission_recue.transmission_accuser,
        name="transmission-accuser",
    ),
    path(
        "transmissions/recues/<uuid:pk>/repondre/",
        transmission_recue.transmission_repondre,
        name="transmission-repondre",
    ),
    path("transmissions/<uuid:pk>/", transmission.transmission, name="transmission"),
    path("transmissions/<uuid:pk>/modifier/", transmission.modifier, name="transmission-modifier"),
    path("transmissions/<uuid:pk>/historique/", transmission.historique, name="transmission-historique"),
    path("transmissions/<uuid:pk>/copie/", transmission.copie, name="transmission-copie"),
    path("transmissions/<uuid:pk>/quarantaine/", transmission.quarantaine, name="transmission-quarantaine"),
    path(
        "transmissions/<uuid:pk>/accuser/", transmission.accuser_arrivee, name="transmission-accuser-arrivee"
    ),
    path("transmissions/<uuid:pk>/lier/", transmission.lier, name="transmission-lier"),
    path(
        "transmissions/<uuid:pk>/verifier/",
        transmission_actes.transmission_verifier,
        name="transmission-verifier",
    ),
    path(
        "transmissions/<uuid:pk>/deroger/",
        transmission_actes.transmission_deroger,
        name="transmission-deroger",
    ),
    path(
        "transmissions/<uuid:pk>/renvoyer/",
        transmission_actes.transmission_renvoyer,
        name="transmission-renvoyer",
    ),
    path(
        "transmissions/<uuid:pk>/liberer/",
        transmission_actes.transmission_liberer,
        name="transmission-liberer",
    ),
    path(
        "transmissions/<uuid:pk>/annuler/",
        transmission_actes.transmission_annuler,
        name="transmission-annuler",
    ),
    path(
        "transmissions/<uuid:pk>/retour/",
        transmission_actes.transmission_consigner_retour,
        name="transmission-consigner-retour",
    ),
]
