"""Informations and their circuit."""

from django.urls import path

from informations_sensibles.informations.views import actes, information

urlpatterns = [
    path("informations/", information.informations, name="informations"),
    path("informations/nouvelle/", information.nouvelle, name="information-nouvelle"),
    path("informations/<uuid:pk>/", information.information, name="information"),
    path("informations/<uuid:pk>/historique/", information.historique, name="information-historique"),
    path("informations/<uuid:pk>/identite/", information.identite, name="information-identite"),
    path("informations/<uuid:pk>/modifier/", information.modifier, name="information-modifier"),
    path("informations/<uuid:pk>/quarantaine/", information.quarantaine, name="information-quarantaine"),
    path("informations/<uuid:pk>/lancer/", actes.information_lancer, name="information-lancer"),
    path("informations/<uuid:pk>/valider/", actes.information_valider, name="information-valider"),
    path("informations/<uuid:pk>/evaluer/", actes.information_evaluer, name="information-evaluer"),
    path("informations/<uuid:pk>/consentement/", actes.information_consentement, name="information-consentement"),
    path("informations/<uuid:pk>/etape/", actes.information_etape, name="information-etape"),
    path("informations/<uuid:pk>/proposer/", actes.information_proposer, name="information-proposer"),
    path("informations/<uuid:pk>/rattacher/", actes.information_rattacher, name="information-rattacher"),
    path("informations/<uuid:pk>/elargir/", actes.information_elargir, name="information-elargir"),
    path("informations/<uuid:pk>/embargo/", actes.information_embargo, name="information-embargo"),
    path("informations/<uuid:pk>/embargo/prolonger/", actes.information_prolonger, name="information-prolonger"),
    path("informations/<uuid:pk>/embargo/lever/", actes.information_lever, name="information-lever"),
    path("informations/<uuid:pk>/masquer/", actes.information_masquer, name="information-masquer"),
    path("informations/<uuid:pk>/rectifier/", actes.information_rectifier, name="information-rectifier"),
    path("informations/a-rectifier/<uuid:pk>/", actes.a_rectifier, name="a-rectifier"),
]  # fmt: skip
