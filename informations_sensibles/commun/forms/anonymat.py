"""Keep a known identity out of the texts: whoever types it is told, and writes « la personne suivie » (F2)."""

from django.core.exceptions import ValidationError
from django.db import connection

NOMME = (
    "Ce texte contient le nom ou le prénom d’une personne, dont l’identité est gardée à part. Écrivez « la personne "
    "suivie », « la mère », ou un autre mot."
)


def verifier_sans_nom(texte: str, dossier=None, *, information=None, signalement=None, noms=()) -> None:
    """Raise ValidationError if the text names somebody.

    `dossier`, `information`, `signalement` of a partner: whose identities are asked, without being revealed, where the
    speaker could ask to see them. `noms`: (last name, first name) of people whom the same form names.
    """
    if not (texte or "").strip():
        return
    if any(_contient(texte, *nom) for nom in noms) or _nomme(texte, dossier, information, signalement):
        raise ValidationError(NOMME, code="nom")


def _contient(texte, nom, prenom="") -> bool:
    return _demander("SELECT csil_contient_nom(%s, %s, %s)", texte, nom, prenom)


def _nomme(texte, *porteurs) -> bool:
    if not any(porteurs):
        return False
    cles = [objet and objet.pk for objet in porteurs]
    return _demander("SELECT csil_nomme(%s, %s, %s, %s)", *cles, texte)


def _demander(sql, *parametres) -> bool:
    with connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchone()[0]


class FormulaireSansNom:
    """Refuse, in a form of the Cellule, a guarded text that names somebody whose identity is known; before `FormulaireGarde`.

    `self.dossier`, `self.information` and `self.signalement` are set by the form that inherits, before it is validated.
    """

    dossier = information = signalement = None

    def clean(self):
        propres = super().clean() or self.cleaned_data
        porteurs = {"information": self.information, "signalement": self.signalement}
        for nom in self.noms_gardes():
            try:
                verifier_sans_nom(propres.get(nom, ""), self.dossier, **porteurs)
            except ValidationError as erreur:
                self.add_error(nom, erreur)
        return propres
