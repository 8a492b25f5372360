from django.urls import path, register_converter

from partenaires.annuaire.forms import RUBRIQUES
from partenaires.annuaire.views import annuaire, contact, partenaire, rubrique
from partenaires.appartenances.views import tenue
from partenaires.mandats.views import mandat, mandatees, revue
from partenaires.plateforme import views as plateforme


class Rubrique:
    """Take the name of a part of a partner's record in an address; another word is no address."""

    regex = "|".join(RUBRIQUES)

    def to_python(self, mot):
        return mot

    to_url = to_python


register_converter(Rubrique, "rubrique")

urlpatterns = [
    path("plateforme/", plateforme.plateforme, name="plateforme"),
    path("partenaires/", annuaire.partenaires, name="partenaires"),
    path("partenaires/export.csv", annuaire.partenaires_csv, name="partenaires-csv"),
    path("partenaires/export.xlsx", annuaire.partenaires_xlsx, name="partenaires-xlsx"),
    path("partenaires/<int:pk>/", partenaire.partenaire, name="partenaire"),
    path("partenaires/<int:pk>/modifier/", partenaire.modifier, name="partenaire-modifier"),
    path("partenaires/<int:pk>/relire/", partenaire.relire, name="partenaire-relire"),
    path("partenaires/<int:pk>/historique/", partenaire.historique, name="partenaire-historique"),
    path("partenaires/<int:pk>/tenue/", tenue, name="partenaire-tenue"),
    # its parts: services, functions, places, contacts, offers
    path("partenaires/<int:pk>/<rubrique:rubrique>/nouveau/", rubrique.nouveau, name="rubrique-nouveau"),
    path("partenaires/<int:pk>/<rubrique:rubrique>/<int:numero>/modifier/", rubrique.modifier, name="rubrique-modifier"),
    path("partenaires/<int:pk>/<rubrique:rubrique>/<int:numero>/supprimer/", rubrique.supprimer, name="rubrique-supprimer"),
    path("partenaires/contacts/<int:pk>/vcard.vcf", contact.vcard, name="contact-vcard"),
    # mandates
    path("mandats/", mandat.mandats, name="mandats"),
    path("mandats/revue/", revue.revues, name="revues"),
    path("mandats/personnes/", mandatees.personnes_mandatees, name="personnes-mandatees"),
    path("mandats/personnes/export.csv", mandatees.personnes_mandatees_csv, name="personnes-mandatees-csv"),
    path("mandats/personnes/export.xlsx", mandatees.personnes_mandatees_xlsx, name="personnes-mandatees-xlsx"),
    path("mandats/<uuid:pk>/", mandat.mandat, name="mandat"),
    path("mandats/<uuid:pk>/decider/", mandat.decider, name="mandat-decider"),
    path("mandats/<uuid:pk>/terminer/", mandat.terminer, name="mandat-terminer"),
    path("mandats/<uuid:pk>/lever/", mandat.lever, name="mandat-lever"),
    path("mandats/<uuid:pk>/revoir/", mandat.revoir, name="mandat-revoir"),
    path("mandats/<uuid:pk>/habilitation/", mandat.habilitation, name="mandat-habilitation"),
    path("mandats/<uuid:pk>/regard/", mandat.regard, name="mandat-regard"),
]  # fmt: skip
