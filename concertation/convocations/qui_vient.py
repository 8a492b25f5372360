"""« Qui vient » and « Viendrez-vous ? »: what the meeting's page shows, and how an answer is taken."""

from django.core.exceptions import ValidationError

from concertation.convocations.forms import FormulairePresence, FormulaireRemplacement
from concertation.convocations.models import Reponse
from concertation.convocations.suivi import Suivi
from csil.actes import dire

MONTREES = 12  # lines on the meeting's page; all of them on the page of the invitations


def qui_vient(reunion, user, droits) -> dict:
    """Read who comes, for `concertation/convocations/reponses.html` and `viendrez.html`; three queries at most."""
    suivi = Suivi(reunion, user, droits)
    mienne = next((c for c in suivi.convocations if c.personne_id == user.pk), None)
    return {
        "suivi": suivi,
        "montrees": suivi.convocations[:MONTREES],
        "mienne": mienne,
        "peut_repondre": mienne is not None and not mienne.refus,
    }


class Saisie:
    """Holds the two forms of an answer: one comes or not, or a colleague comes; and which of them was sent."""

    def __init__(self, convocation, donnees=None, *, visiteur=False):
        self.convocation = convocation
        par_un_autre = donnees is not None and donnees.get("reponse") == Reponse.REMPLACE
        initial = {nom: getattr(convocation, nom) for nom in ("mot", "remplacant", "remplacant_courriel")}
        # Two buttons of the meeting's page send no word: the one that was written stays.
        if donnees is not None and "mot" not in donnees:
            donnees = donnees.copy()
            donnees["mot"] = convocation.mot
        communs = {"initial": initial, "visiteur": visiteur}
        self.presence = FormulairePresence(None if par_un_autre else donnees, auto_id="soi_%s", **communs)
        self.remplacement = FormulaireRemplacement(
            donnees if par_un_autre else None, auto_id="collegue_%s", **communs
        )
        self.envoyee = self.remplacement if par_un_autre else self.presence

    @property
    def ouverte(self) -> bool:
        """Tell whether the part about the colleague is unfolded."""
        return self.remplacement.is_bound or self.convocation.reponse == Reponse.REMPLACE

    def enregistrer(self, *, par) -> bool:
        """Keep the answer that was sent, if it holds; what is wrong is in the form otherwise."""
        if not self.envoyee.is_valid():
            return False
        if self.convocation.refus:
            self.envoyee.add_error(None, self.convocation.refus)
            return False
        try:
            self.convocation.repondre(par=par, **self.envoyee.cleaned_data)
        except ValidationError as erreur:
            dire(self.envoyee, erreur)
            return False
        return True
