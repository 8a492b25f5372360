"""Filters and order of the contextual reports: those of the Cellule, and the few of whoever reported.

Whoever reported has no filter and no order on what the Cellule does: an address that names one changes nothing.
"""

import django_filters
from django.contrib.auth import get_user_model
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Replace
from django.forms import SearchInput

from csil.recherche import chercher
from informations_sensibles.commun.permissions import membres
from informations_sensibles.commun.tri import Tri
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signalements.etats import Etat
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from partenaires.annuaire.models import Quartier
from partenaires.annuaire.ordre import alphabetique

CLOS_APRES = Case(When(etat=Etat.CLOS, then=Value(1)), default=Value(0))
RANG_ETAT = Case(*(When(etat=etat, then=Value(rang)) for rang, etat in enumerate(Etat)), default=Value(9))
# The oldest due date of what is open, then what is closed, the last one first
PRIORITE = [CLOS_APRES, Case(When(~Q(etat=Etat.CLOS), then=F("echeance"))), F("recu_le").desc()]
TRIS = {
    "priorite": PRIORITE,
    "recu": ["recu_le"],
    "echeance": ["echeance"],
    "secteur": alphabetique("secteur__nom"),
    "etat": [RANG_ETAT],
    "proprietaire": [F("traitement__proprietaire__nom").asc(nulls_first=True)],
}
REFERENCE = Replace("reference", Value("-"), Value(" "))


class FiltreSiens(Tri, django_filters.FilterSet):
    """Search among one's own reports, by reference and by one's own words."""

    q = django_filters.CharFilter(label="Référence ou mot", method="chercher", widget=SearchInput)

    class Meta:
        model = SignalementContextuel
        fields = []

    def chercher(self, signalements, nom, demande):
        return chercher(signalements, demande, REFERENCE, "quoi", "lieu")


class FiltreSignalements(FiltreSiens):
    """Choose among all the reports, for a member of the Cellule."""

    tris = TRIS
    tri_habituel = "priorite"

    attente = django_filters.ChoiceFilter(
        label="Ce qui attend",
        method="attendre",
        empty_label="Tout",
        choices=[
            ("a_traiter", "À traiter"),
            ("retard", "En retard"),
            ("sans_proprietaire", "Sans propriétaire"),
            ("moi", "Les miens"),
            ("mot", "Un mot à relire"),
        ],
    )
    etat = django_filters.ChoiceFilter(label="État", choices=Etat.choices, empty_label="Tous")
    secteur = django_filters.ModelChoiceFilter(
        label="Secteur", queryset=Secteur.objects.all(), empty_label="Tous"
    )
    quartier = django_filters.ModelChoiceFilter(
        label="Quartier", queryset=Quartier.objects.all(), empty_label="Tous"
    )
    proprietaire = django_filters.ModelChoiceFilter(
        label="Propriétaire",
        queryset=get_user_model().objects.none(),
        field_name="traitement__proprietaire",
        empty_label="Tous",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["proprietaire"].queryset = membres()

    def attendre(self, signalements, nom, choix):
        return {
            "a_traiter": signalements.a_traiter,
            "retard": signalements.en_retard,
            "sans_proprietaire": signalements.sans_proprietaire,
            "moi": lambda: signalements.a_traiter().filter(traitement__proprietaire=self.request.user),
            "mot": signalements.mot_a_relire,
        }[choix]()
