"""Forms of a template of meetings: its fields, whom it invites, its items."""

from django import forms
from django.core.exceptions import ValidationError

from concertation.commun.groupes import membres
from concertation.convocations.invitables import a_inviter
from concertation.modeles.models import ModeleReunion, PointModele
from concertation.reunions.forms import Heure, LienSecurise
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde
from partenaires.annuaire.models import Partenaire

LECTEURS = "Lu par les membres de la Concertation, dans chaque réunion créée avec ce modèle."


class FormulaireModele(FormulaireGarde, FormulaireVersionne):
    lecteurs = {
        "nom": "Lu par le Référent seulement.",
        "titre": LECTEURS,
        "lieu": LECTEURS,
    }

    lien_visio = LienSecurise(
        label="Lien de visioconférence", required=False, max_length=200, help_text="Une adresse https://…"
    )

    class Meta:
        model = ModeleReunion
        fields = [
            "nom",
            "titre",
            "heure",
            "duree",
            "lieu",
            "lien_visio",
            "president",
            "secretaire",
            "delai_propositions",
        ]
        widgets = {"heure": Heure}
        labels = {"delai_propositions": "Propositions jusqu’à… jours avant"}
        error_messages = {"nom": {"unique": "Un modèle porte déjà ce nom."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for nom in ("president", "secretaire"):
            self.fields[nom].queryset = membres()
            self.fields[nom].empty_label = "Personne encore"


class FormulairePointModele(FormulaireGarde, FormulaireVersionne):
    lecteurs = {"titre": LECTEURS, "intervenant": LECTEURS}

    class Meta:
        model = PointModele
        fields = ["titre", "nature", "section", "attendu", "duree", "intervenant"]


class FormulaireInvites(forms.Form):
    """Asks whom to invite: all the people of a partner at once, or one person."""

    partenaire = forms.ModelChoiceField(
        label="Toutes les personnes d’un partenaire",
        queryset=Partenaire.objects.all(),
        required=False,
        empty_label="Aucun",
        help_text="Ses comptes, et ses contacts de l’annuaire qui ont un courriel.",
    )
    personne = forms.ModelChoiceField(
        label="Ou une personne", queryset=None, required=False, empty_label="Personne"
    )

    def __init__(self, modele, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.modele = modele
        deja = modele.invites.exclude(personne=None).values("personne")
        self.fields["personne"].queryset = membres().exclude(pk__in=deja)

    def clean(self):
        propres = super().clean()
        if not self.errors and not (propres.get("partenaire") or propres.get("personne")):
            raise ValidationError("Choisissez un partenaire ou une personne.")
        deja = {courriel.lower() for courriel in self.modele.invites.values_list("courriel", flat=True)}
        trouvees = a_inviter(propres.get("partenaire"), propres.get("personne"))
        propres["invites"] = [invite for invite in trouvees if invite["courriel"].lower() not in deja]
        if not self.errors and not propres["invites"]:
            raise ValidationError(
                "Personne à ajouter : toutes ces personnes sont déjà invitées, ou ce partenaire n’a ni compte ni courriel."
            )
        return propres


class FormulaireEnModele(forms.Form):
    """Asks what a template keeps of a meeting besides its hours, its place and its people."""

    nom = forms.CharField(
        label="Nom du modèle", max_length=100, help_text="Celui que vous verrez en créant une réunion."
    )
    points = forms.ModelMultipleChoiceField(
        label="Points à reprendre chaque fois",
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, reunion, *args, **kwargs):
        super().__init__(*args, **kwargs)
        points = reunion.points.inscrits()
        self.fields["points"].queryset = points
        self.initial.setdefault("points", [point.pk for point in points if point.est_recurrent])

    def clean_nom(self):
        nom = self.cleaned_data["nom"]
        if ModeleReunion.objects.filter(nom__iexact=nom).exists():
            raise ValidationError("Un modèle porte déjà ce nom.")
        return nom
