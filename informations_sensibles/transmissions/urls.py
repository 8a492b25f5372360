"""The addresses of the transmissions."""

from django.urls import path

from informations_sensibles.transmissions.views import transmission, transmission_actes, transmission_recue

urlpatterns = [
    path("", transmission.transmissions, name="transmissions"),
    path("nouvelle/", transmission.nouvelle, name="transmission-nouvelle"),
    path("arrivee/", transmission.arrivee, name="transmission-arrivee"),
    # the contact TFL's own
    path("recues/", transmission_recue.transmissions_recues, name="transmissions-recues"),
    path("recues/<uuid:pk>/", transmission_recue.transmission_recue, name="transmission-recue"),
    path("recues/<uuid:pk>/accuser/", transmission_recue.transmission_accuser, name="transmission-accuser"),
    path(
        "recues/<uuid:pk>/repondre/", transmission_recue.transmission_repondre, name="transmission-repondre"
    ),
    path("<uuid:pk>/", transmission.transmission, name="transmission"),
    path("<uuid:pk>/modifier/", transmission.modifier, name="transmission-modifier"),
    path("<uuid:pk>/historique/", transmission.historique, name="transmission-historique"),
    path("<uuid:pk>/copie/", transmission.copie, name="transmission-copie"),
    path("<uuid:pk>/quarantaine/", transmission.quarantaine, name="transmission-quarantaine"),
    path("<uuid:pk>/accuser/", transmission.accuser_arrivee, name="transmission-accuser-arrivee"),
    path("<uuid:pk>/lier/", transmission.lier, name="transmission-lier"),
    path("<uuid:pk>/verifier/", transmission_actes.transmission_verifier, name="transmission-verifier"),
    path("<uuid:pk>/deroger/", transmission_actes.transmission_deroger, name="transmission-deroger"),
    path("<uuid:pk>/renvoyer/", transmission_actes.transmission_renvoyer, name="transmission-renvoyer"),
    path("<uuid:pk>/liberer/", transmission_actes.transmission_liberer, name="transmission-liberer"),
    path("<uuid:pk>/annuler/", transmission_actes.transmission_annuler, name="transmission-annuler"),
    path(
        "<uuid:pk>/retour/",
        transmission_actes.transmission_consigner_retour,
        name="transmission-consigner-retour",
    ),
]
