"""Filters of the dossiers; they stay in the address. Newest first: no other order, so that the list costs the same at any size."""

import django_filters
from django.forms import SearchInput

from informations_sensibles.commun.recherche import repondant
from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.dossier import Dossier, Mineur


class FiltreDossiers(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Référence ou mots", method="chercher", widget=SearchInput)
    etat = django_filters.ChoiceFilter(label="État", choices=EtatDossier.choices, empty_label="Tous")
    attente = django_filters.ChoiceFilter(
        label="Ce qui attend",
        method="attendre",
        empty_label="Tout",
        choices=[
            ("moi", "Ceux que je pilote"),
            ("revue", "Revue à faire"),
            ("regard", "Coup d’œil à faire"),
            ("clore", "À clôturer"),
            ("sans_pilote", "Sans pilote"),
        ],
    )
    mineur = django_filters.ChoiceFilter(label="Mineur", choices=Mineur.choices, empty_label="Tous")

    class Meta:
        model = Dossier
        fields = []

    @property
    def filtree(self) -> bool:
        return any(self.data.get(champ.name) for champ in self.form)

    def chercher(self, dossiers, nom, demande):
        return repondant(dossiers, self.request.user, demande)

    def attendre(self, dossiers, nom, choix):
        return {
            "moi": lambda: dossiers.filter(pilote=self.request.user),
            "revue": dossiers.a_revoir,
            "regard": dossiers.a_regarder,
            "clore": dossiers.a_clore,
            "sans_pilote": dossiers.sans_pilote,
        }[choix]()
