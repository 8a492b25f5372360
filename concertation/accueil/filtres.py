"""The filters and the order of the list of meetings."""

import django_filters
from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.forms import SearchInput

from concertation.accueil.recherche import chercher
from concertation.convocations.models import Convocation
from concertation.ordre_du_jour.models import PointOrdreDuJour
from concertation.reunions.models import Etat, Reunion
from partenaires.annuaire.ordre import alphabetique

TRIS = {"date": ["debut", "pk"], "titre": [*alphabetique("titre"), "-debut"], "etat": ["etat", "debut"]}
LIBELLES = {
    "date": "de la plus ancienne à la plus récente",
    "-date": "de la plus récente à la plus ancienne",
    "titre": "par titre",
    "-titre": "par titre, en ordre inverse",
    "etat": "par état",
    "-etat": "par état, en ordre inverse",
}


class FiltreReunions(django_filters.FilterSet):
    """Filters and sorts the list of meetings; what was asked stays in the address."""

    q = django_filters.CharFilter(
        label="Mot d’un titre, d’un point, d’un compte rendu ou d’une décision",
        method="chercher",
        widget=SearchInput,
    )
    etat = django_filters.ChoiceFilter(label="État", choices=Etat.choices, empty_label="Tous")
    annee = django_filters.ChoiceFilter(label="Année", field_name="debut__year", empty_label="Toutes")

    class Meta:
        model = Reunion
        fields = []

    def __init__(self, data, queryset):
        super().__init__(data, queryset)
        self.filters["annee"].extra["choices"] = [(annee, annee) for annee in queryset.annees()]

    def chercher(self, reunions, nom, demande):
        """Keep the meetings where every word is found."""
        return chercher(reunions, demande)

    @property
    def tri(self) -> str:
        """Name the order that was asked for; « -date »: the latest first."""
        demande = self.data.get("tri", "")
        return demande if demande in LIBELLES else "-date"

    @property
    def tri_en_mots(self) -> str:
        """Say the order in words."""
        return LIBELLES[self.tri]

    def ordonner(self, reunions):
        """Put the meetings in the order that was asked for."""
        ordre = reunions.order_by(*TRIS[self.tri.removeprefix("-")])
        return ordre.reverse() if self.tri.startswith("-") else ordre


def avec_comptes(reunions):
    """Count the items, invited people and answers of each."""
    convocations = Convocation.objects.all()
    return reunions.annotate(
        nombre_points=_compter(PointOrdreDuJour.objects.inscrits()),
        nombre_invites=_compter(convocations),
        nombre_reponses=_compter(convocations.avec_reponse()),
    )


def _compter(lignes):
    par_reunion = lignes.filter(reunion=OuterRef("pk")).order_by().values("reunion")
    return Coalesce(Subquery(par_reunion.annotate(nombre=Count("pk")).values("nombre")), 0)
