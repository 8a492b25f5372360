"""Forms of what a sector's record is made of."""

from datetime import datetime, time, timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.classification import FormulaireSansClassifie
from csil.comptes.groupes import POINTS_DE_CONTACT
from csil.comptes.models import Attribution, Utilisateur
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from informations_sensibles.commun.forms.champs import CELLULE, Jour, Moment
from informations_sensibles.secteurs.models.exercice import Exercice, Resultat
from informations_sensibles.secteurs.models.organisation import OrganisationSecteur
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact, sous_mandat
from partenaires.annuaire.models import Contact

SECTEUR = "Lu par la Cellule, par les points de contact du secteur et par qui reçoit la fiche de poche."


class FormulaireOrganisation(FormulaireSansClassifie, FormulaireGarde, FormulaireVersionne):
    lecteurs = {"note": CELLULE}

    class Meta:
        model = OrganisationSecteur
        fields = ["nom", "note", "retiree"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            del self.fields["retiree"]

    def _get_validation_exclusions(self):
        """Count the sector, which nobody types, when names must differ."""
        return super()._get_validation_exclusions() - {"secteur"}


class FormulaireCorrespondant(FormulaireSansClassifie, forms.Form):
    """Choose who answers for the sector: an account that an administrator put in the group of contact points."""

    personne = forms.ModelChoiceField(
        queryset=Utilisateur.objects.none(), label="Personne", empty_label="Choisissez"
    )
    fonction = forms.CharField(label="Fonction dans le secteur", max_length=150)
    fin = forms.DateField(
        label="Dernier jour",
        required=False,
        widget=Jour,
        help_text="Sans date, la désignation vaut jusqu’à ce que vous y mettiez fin.",
    )
    lecteurs = {"fonction": CELLULE}

    def __init__(self, secteur, par, *args, **kwargs):
        super().__init__(*args, **kwargs)
        groupe = Attribution.objects.filter(groupe__name=POINTS_DE_CONTACT).values("personne")
        deja = secteur.correspondants.en_vigueur().values("personne")
        comptes = Utilisateur.objects.filter(is_active=True, pk__in=groupe)
        self.fields["personne"].queryset = comptes.exclude(pk__in=deja).exclude(pk=par.pk)

    def clean_fin(self):
        """Make the designation hold through that day."""
        jour = self.cleaned_data["fin"]
        if jour and jour < timezone.localdate():
            raise ValidationError("Ce jour est déjà passé.")
        return jour and timezone.make_aware(datetime.combine(jour + timedelta(days=1), time.min))


class ChoixContact(forms.ModelChoiceField):
    def label_from_instance(self, contact):
        return f"{contact.partenaire.nom_court} : {contact}"


class FormulairePoint(FormulaireSansClassifie, FormulaireGarde, FormulaireVersionne):
    lecteurs = {"horaires": SECTEUR, "hors_horaires": SECTEUR}

    class Meta:
        model = PointDeContact
        fields = [
            "contact",
            "personne",
            "horaires",
            "suppleant_contact",
            "suppleant_personne",
            "hors_horaires",
            "debut",
            "fin",
        ]
        field_classes = {"contact": ChoixContact, "suppleant_contact": ChoixContact}
        widgets = {"debut": Jour, "fin": Jour}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        contacts = Contact.objects.select_related("partenaire").order_by("partenaire__nom", "rang", "nom")
        comptes = Utilisateur.objects.filter(is_active=True, pk__in=sous_mandat())
        for nom in ("contact", "suppleant_contact"):
            self.fields[nom].queryset = contacts
            self.fields[nom].empty_label = "Aucun"
        for nom in ("personne", "suppleant_personne"):
            self.fields[nom].queryset = comptes
            self.fields[nom].empty_label = "Aucune"


class FormulaireExercice(forms.ModelForm):
    class Meta:
        model = Exercice
        fields = ["prevu_le"]
        widgets = {"prevu_le": Jour}


class FormulaireConclusion(FormulaireSansClassifie, FormulaireGarde, forms.Form):
    champs_gardes = ("commentaire",)
    resultat = forms.ChoiceField(label="Résultat", choices=Resultat, widget=forms.RadioSelect)
    repondu_le = forms.DateTimeField(
        label="Réponse reçue le", required=False, widget=Moment, help_text="Vide si personne n’a répondu."
    )
    commentaire = forms.CharField(
        label="Ce qu’il faut en retenir",
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    lecteurs = {"commentaire": CELLULE}

    def __init__(self, exercice, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.exercice = exercice

    def clean_repondu_le(self):
        moment = self.cleaned_data["repondu_le"]
        if moment and moment > timezone.now():
            raise ValidationError("Ce moment n’est pas encore venu.")
        # A field of minutes: an answer within the minute of the message is not before it.
        if moment and moment < self.exercice.envoye_le.replace(second=0, microsecond=0):
            raise ValidationError("La réponse précède l’envoi du message d’essai.")
        return moment and max(moment, self.exercice.envoye_le)
