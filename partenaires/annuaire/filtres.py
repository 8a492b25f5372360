"""The filters and the order of the directory's list."""

import django_filters
from django.db.models import F
from django.forms import SearchInput

from partenaires.annuaire.models.niveau import Niveau
from partenaires.annuaire.models.partenaire import Partenaire, StatutFiche
from partenaires.annuaire.models.quartier import Quartier
from partenaires.annuaire.models.secteur import Secteur
from partenaires.annuaire.models.theme import Theme
from partenaires.annuaire.ordre import alphabetique
from partenaires.annuaire.recherche import chercher

TRIS = {
    "nom": alphabetique(),
    "secteur": alphabetique("secteur__nom"),
    "niveau": alphabetique("niveau__nom"),
    "relue": [F("relue_le").asc(nulls_first=True)],
    "fiche": ["statut_fiche"],
}
LIBELLES = {
    "nom": "nom",
    "secteur": "secteur",
    "niveau": "niveau",
    "relue": "date de relecture",
    "fiche": "état",
}


class FiltrePartenaires(django_filters.FilterSet):
    """Filter the directory; what is asked stays in the address, and exports keep it."""

    q = django_filters.CharFilter(
        label="Nom, sigle, service, contact ou mot de l’offre", method="chercher", widget=SearchInput
    )
    secteur = django_filters.ModelChoiceFilter(
        label="Secteur",
        queryset=Secteur.objects.filter(partenaires__isnull=False).distinct(),
        empty_label="Tous",
    )
    niveau = django_filters.ModelChoiceFilter(
        label="Niveau",
        queryset=Niveau.objects.filter(partenaires__isnull=False).distinct(),
        empty_label="Tous",
    )
    theme = django_filters.ModelChoiceFilter(
        label="Thème",
        queryset=Theme.objects.all(),
        field_name="offres__themes",
        empty_label="Tous",
        distinct=True,
    )
    quartier = django_filters.ModelChoiceFilter(
        label="Quartier", queryset=Quartier.objects.all(), method="du_quartier", empty_label="Tous"
    )
    fiche = django_filters.ChoiceFilter(
        label="Fiche", field_name="statut_fiche", choices=StatutFiche.choices, empty_label="Toutes"
    )

    class Meta:
        model = Partenaire
        fields = []

    def chercher(self, partenaires, nom, demande):
        return chercher(partenaires, demande)

    def du_quartier(self, partenaires, nom, quartier):
        """Keep the partners that give an offer or have a place in this neighbourhood."""
        offrent = quartier.offres.values("partenaire")
        return partenaires.filter(pk__in=offrent.union(quartier.implantations.values("partenaire"), all=True))

    @property
    def tri(self) -> str:
        """The order asked for: « nom », or « -nom » for the other way round."""
        demande = self.data.get("tri", "")
        return demande if demande.removeprefix("-") in TRIS else "nom"

    @property
    def tri_en_mots(self) -> str:
        return LIBELLES[self.tri.removeprefix("-")] + (
            ", en ordre inverse" if self.tri.startswith("-") else ""
        )

    def ordonner(self, partenaires):
        ordre = partenaires.order_by(*TRIS[self.tri.removeprefix("-")], *alphabetique())
        return ordre.reverse() if self.tri.startswith("-") else ordre

    @property
    def champs(self):
        """The fields worth showing: a list of choices without a choice filters nothing."""
        return [champ for champ in self.form if champ.name == "q" or len(champ.field.choices) > 1]
