"""Informations and their circuit."""

from django.urls import path

from informations_sensibles.dossiers.views import dossier
from informations_sensibles.informations.views import a_rectifier, acte_information, information

urlpatterns = [
    path("informations/", information.informations, name="informations"),
    path("informations/nouvelle/", information.nouvelle, name="information-nouvelle"),
    path("informations/<uuid:pk>/", information.information, name="information"),
    path("informations/<uuid:pk>/historique/", information.historique, name="information-historique"),
    path("informations/<uuid:pk>/identite/", information.identite, name="information-identite"),
    path("informations/<uuid:pk>/modifier/", information.modifier, name="information-modifier"),
    path("informations/<uuid:pk>/quarantaine/", information.quarantaine, name="information-quarantaine"),
    path("informations/<uuid:pk>/lancer/", acte_information.information_lancer, name="information-lancer"),
    path("informations/<uuid:pk>/valider/", acte_information.information_valider, name="information-valider"),
    path("informations/<uuid:pk>/evaluer/", acte_information.information_evaluer, name="information-evaluer"),
    path("informations/<uuid:pk>/consentement/", acte_information.information_consentement, name="information-consentement"),
    path("informations/<uuid:pk>/etape/", acte_information.information_etape, name="information-etape"),
    path("informations/<uuid:pk>/proposer/", dossier.information_proposer, name="information-proposer"),
    path("informations/<uuid:pk>/rattacher/", acte_information.information_rattacher, name="information-rattacher"),
    path("informations/<uuid:pk>/elargir/", acte_information.information_elargir, name="information-elargir"),
    path("informations/<uuid:pk>/embargo/", acte_information.information_embargo, name="information-embargo"),
    path("informations/<uuid:pk>/embargo/prolonger/", acte_information.information_prolonger, name="information-prolonger"),
    path("informations/<uuid:pk>/embargo/lever/", acte_information.information_lever, name="information-lever"),
    path("informations/<uuid:pk>/masquer/", acte_information.information_masquer, name="information-masquer"),
    path("informations/<uuid:pk>/rectifier/", acte_information.information_rectifier, name="information-rectifier"),
    path("informations/a-rectifier/<uuid:pk>/", a_rectifier.a_rectifier, name="a-rectifier"),
]  # fmt: skip
