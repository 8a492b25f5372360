"""The filters of the list of actions."""

import django_filters
from django.forms import SearchInput

from concertation.actions.models import Action, EtatAction
from csil.recherche import chercher
from partenaires.annuaire.models import Partenaire

RETARD = "retard"


class FiltreActions(django_filters.FilterSet):
    """Filters the list of actions; the filters stay in the address."""

    q = django_filters.CharFilter(
        label="Mots de l’action, de son point ou de ses notes", method="chercher", widget=SearchInput
    )
    a_qui = django_filters.ChoiceFilter(
        label="À qui", choices=[("moi", "Les miennes")], empty_label="Tout le monde", method="de_qui"
    )
    etat = django_filters.ChoiceFilter(
        label="État",
        choices=[(RETARD, "En retard"), *EtatAction.choices],
        empty_label="Tous",
        method="dans_l_etat",
    )
    partenaire = django_filters.ModelChoiceFilter(
        label="Partenaire", queryset=Partenaire.objects.filter(pk__in=Action.objects.values("partenaire")), empty_label="Tous"
    )  # fmt: skip

    class Meta:
        model = Action
        fields = []

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user

    def chercher(self, actions, nom, demande):
        trouvees = chercher(actions, demande, "quoi", "motif", "point__titre", "notes__texte")
        return actions.filter(pk__in=trouvees.order_by().values("pk"))

    def de_qui(self, actions, nom, qui):
        return actions.de(self.user)

    def dans_l_etat(self, actions, nom, etat):
        return actions.en_retard() if etat == RETARD else actions.filter(etat=etat)

    @property
    def champs(self):
        """List the fields worth showing: a list of choices without a choice filters nothing."""
        return [champ for champ in self.form if champ.name == "q" or len(champ.field.choices) > 1]
