"""The agenda as one form: every duration is a field, every gesture a submit button beside them."""

from django import forms

from concertation.ordre_du_jour.arrangement import DEPASSE, OrdreDepasse

MINUTES = {"min_value": 1, "max_value": 240}


class FormulaireArrangement(forms.Form):
    """Takes the durations of an agenda, and the gesture of the button beside them.

    `ordre` and `depart` say on which arrangement the page was opened: a duration that nobody retyped is not one's own.
    """

    ordre = forms.IntegerField(widget=forms.HiddenInput, required=False)
    depart = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, ordre_du_jour, data=None):
        super().__init__(data)
        self.ordre_du_jour = ordre_du_jour
        self.actuel = {ligne.point.pk: ligne.point.duree for ligne in ordre_du_jour.lignes}
        self.initial = {"ordre": ordre_du_jour.reunion.ordre, "depart": _ecrire(self.actuel)}
        for ligne in ordre_du_jour.lignes:
            nom = f"duree-{ligne.point.pk}"
            ici = data is None or nom in data  # not there yet when the page was opened
            self.fields[nom] = forms.IntegerField(
                label=f"Durée du point {ligne.numero}, en minutes",
                initial=ligne.point.duree,
                required=ici,
                widget=forms.NumberInput(attrs={"step": 5}),
                **MINUTES,
            )
            ligne.champ = self[nom]

    @property
    def durees(self) -> dict[int, int]:
        """List the durations that were retyped, in minutes by key of the item."""
        lues = {pk: self.cleaned_data[f"duree-{pk}"] for pk in self.actuel}
        return {pk: minutes for pk, minutes in lues.items() if minutes and self._retapee(pk)}

    def clean(self):
        if self.cleaned_data.get("ordre") != self.ordre_du_jour.reunion.ordre:
            self._rattraper()
            raise OrdreDepasse(DEPASSE)

    def _rattraper(self) -> None:
        """Take the form to the agenda that somebody arranged meanwhile, with what was retyped kept."""
        retapees = {pk for pk in self.actuel if self._retapee(pk)}
        self.data = self.data.copy()
        for pk in self.actuel.keys() - retapees:
            self.data[f"duree-{pk}"] = str(self.actuel[pk])
        for nom, valeur in self.initial.items():
            self.data[nom] = str(valeur)

    def _retapee(self, pk) -> bool:
        depart = _lire(self.data.get("depart", ""))
        return self.data.get(f"duree-{pk}") not in (None, str(depart.get(pk, self.actuel[pk])))


def _ecrire(durees) -> str:
    return ",".join(f"{pk}:{minutes}" for pk, minutes in durees.items())


def _lire(depart) -> dict[int, int]:
    """Read what `_ecrire` wrote; a browser may send anything."""
    paires = (paire.split(":") for paire in depart.split(","))
    return {int(p[0]): int(p[1]) for p in paires if len(p) == 2 and all(map(est_un_nombre, p))}


def est_un_nombre(texte: str) -> bool:
    return texte.isdecimal() and len(texte) < 15
