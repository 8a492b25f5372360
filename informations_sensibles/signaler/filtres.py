"""The filters of the list of partners' reports, for who receives them."""

import django_filters
from django.db.models import Case, F, Q, Value, When
from django.forms import SearchInput

from csil.recherche import chercher
from informations_sensibles.commun.tri import Tri
from informations_sensibles.signalements.filtres import REFERENCE
from informations_sensibles.signaler.etats import EtatSignalement
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire
from partenaires.annuaire.models import Partenaire
from partenaires.annuaire.ordre import alphabetique

CLOS_APRES = Case(When(etat=EtatSignalement.CLOS, then=Value(1)), default=Value(0))
TRIS = {
    "priorite": [
        CLOS_APRES,
        Case(When(~Q(etat=EtatSignalement.CLOS), then=F("echeance"))),
        F("recu_le").desc(),
    ],
    "recu": ["recu_le"],
    "echeance": ["echeance"],
    "partenaire": alphabetique("partenaire__nom"),
}


class FiltreSignalementsPartenaires(Tri, django_filters.FilterSet):
    tris = TRIS
    tri_habituel = "priorite"

    q = django_filters.CharFilter(label="Référence ou mot", method="chercher", widget=SearchInput)
    attente = django_filters.ChoiceFilter(
        label="Ce qui attend",
        method="attendre",
        empty_label="Tout",
        choices=[("a_traiter", "À traiter"), ("retard", "En retard")],
    )
    partenaire = django_filters.ModelChoiceFilter(
        label="Partenaire", queryset=Partenaire.objects.none(), empty_label="Tous"
    )

    class Meta:
        model = SignalementPartenaire
        fields = []

    def __init__(self, donnees, visibles, **kwargs):
        super().__init__(donnees, visibles, **kwargs)
        self.filters["partenaire"].queryset = Partenaire.objects.filter(pk__in=visibles.values("partenaire"))

    def chercher(self, signalements, nom, demande):
        return chercher(signalements, demande, REFERENCE, "texte")

    def attendre(self, signalements, nom, choix):
        return signalements.en_retard() if choix == "retard" else signalements.a_traiter()
