"""What the list of informations lets one look for: what waits for me, and the kinds, sources and states of the rest."""

import django_filters
from django.forms import SearchInput

from csil.comptes.groupes import CHEF_DE_CORPS, OFFICIER
from informations_sensibles.circuits.models import Acte
from informations_sensibles.commun.permissions import DEMELENT, roles_de
from informations_sensibles.commun.recherche import repondant
from informations_sensibles.commun.vocabulaire import Genre, SourceInformation
from informations_sensibles.informations.etats import EtatInformation
from informations_sensibles.informations.models.etape_information import EtapeInformation
from informations_sensibles.informations.models.information import Information

A_FAIRE, RETARD, SANS_DOSSIER, MIENNES = "a_faire", "retard", "sans_dossier", "miennes"


def a_faire(visibles, user):
    """Keep those whose current step is one of this person's roles, or that waits for a circuit that they look after."""
    roles = roles_de(user)
    etapes = EtapeInformation.objects.attendent().filter(role__in=roles)
    if CHEF_DE_CORPS in roles:
        validations = EtapeInformation.objects.attendent().filter(acte=Acte.VALIDER, role=OFFICIER)
        etapes = etapes | validations
    trouvees = visibles.filter(pk__in=etapes.order_by().values("information"))
    if roles & set(DEMELENT):
        trouvees = trouvees | visibles.filter(etat=EtatInformation.SANS_CIRCUIT)
    return trouvees


class FiltreInformations(django_filters.FilterSet):
    q = django_filters.CharFilter(label="Référence ou mot", method="chercher", widget=SearchInput)
    attente = django_filters.ChoiceFilter(
        label="Ce qui attend",
        method="attendre",
        empty_label="Tout",
        choices=[
            (A_FAIRE, "À faire par moi"),
            (RETARD, "En retard"),
            (SANS_DOSSIER, "Sans dossier"),
            (MIENNES, "Saisies par moi"),
        ],
    )
    genre = django_filters.ChoiceFilter(label="Genre", choices=Genre.choices, empty_label="Tous")
    source = django_filters.ChoiceFilter(
        label="Source", choices=SourceInformation.choices, empty_label="Toutes"
    )
    etat = django_filters.ChoiceFilter(label="État", choices=EtatInformation.choices, empty_label="Tous")

    class Meta:
        model = Information
        fields = []

    def chercher(self, informations, nom, demande):
        return repondant(informations, self.request.user, demande)

    def attendre(self, informations, nom, choix):
        if choix == A_FAIRE:
            return a_faire(informations, self.request.user)
        if choix == RETARD:
            tardives = EtapeInformation.objects.en_retard().order_by().values("information")
            return informations.filter(pk__in=tardives)
        if choix == SANS_DOSSIER:
            return informations.filter(dossier=None).exclude(etat=EtatInformation.ECARTEE)
        return informations.filter(saisie_par=self.request.user)

    @property
    def filtree(self) -> bool:
        return any(self.data.get(champ.name) for champ in self.form)
