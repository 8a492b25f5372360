"""The filters of the list of transmissions; they stay in the address."""

import django_filters
from django.forms import SearchInput

from informations_sensibles.transmissions.etats import Direction, EtatTransmission
from informations_sensibles.transmissions.models.transmission import Transmission


class FiltreTransmissions(django_filters.FilterSet):
    q = django_filters.CharFilter(
        label="Référence", field_name="reference", lookup_expr="icontains", widget=SearchInput
    )
    attente = django_filters.ChoiceFilter(
        label="Ce qui attend",
        method="attendre",
        empty_label="Tout",
        choices=[
            ("verification", "Une vérification"),
            ("liberation", "Une libération"),
            ("retour", "Un retour"),
            ("sans_retour", "Un retour en retard"),
            ("moi", "Préparées par moi"),
        ],
    )
    etat = django_filters.ChoiceFilter(label="État", choices=EtatTransmission.choices, empty_label="Tous")
    direction = django_filters.ChoiceFilter(
        label="Direction", choices=Direction.choices, empty_label="Les deux"
    )

    class Meta:
        model = Transmission
        fields = []

    @property
    def champs(self):
        return list(self.form)

    @property
    def filtree(self) -> bool:
        return any(self.data.get(champ.name) for champ in self.form)

    def attendre(self, transmissions, nom, choix):
        return {
            "verification": lambda: transmissions.filter(etat=EtatTransmission.PREPAREE),
            "liberation": lambda: transmissions.filter(etat=EtatTransmission.VERIFIEE),
            "retour": transmissions.en_attente_de_retour,
            "sans_retour": transmissions.sans_retour,
            "moi": lambda: transmissions.filter(preparee_par=self.request.user),
        }[choix]()
