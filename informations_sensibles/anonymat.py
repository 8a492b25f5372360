"""An identity that is known stays out of the texts: whoever types it is told, and writes « la personne suivie » (F2)."""

from django.core.exceptions import ValidationError
from django.db import connection

NOMME = (
    "Ce texte contient le nom ou le prénom d’une personne, dont l’identité est gardée à part. Écrivez « la personne "
    "suivie », « la mère », ou un autre mot."
)


def verifier_sans_nom(texte: str, dossier=None, *, information=None, noms=()) -> None:
    """Raises ValidationError if the text names somebody.

    `dossier`, `information`: whose identities are asked, without being revealed, where the speaker contributes. `noms`:
    (last name, first name) of people whom the same form names.
    """
    if not (texte or "").strip():
        return
    if any(_contient(texte, *nom) for nom in noms) or _nomme(texte, dossier, information):
        raise ValidationError(NOMME, code="nom")


def _contient(texte, nom, prenom="") -> bool:
    return _demander("SELECT csil_contient_nom(%s, %s, %s)", texte, nom, prenom)


def _nomme(texte, dossier, information) -> bool:
    if dossier is None and information is None:
        return False
    cles = [objet and objet.pk for objet in (dossier, information)]
    return _demander("SELECT csil_nomme(%s, %s, %s)", *cles, texte)


def _demander(sql, *parametres) -> bool:
    with connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchone()[0]


class FormulaireSansNom:
    """Base of a form on a dossier, before `FormulaireGarde`: its guarded texts name nobody whose identity is known.

    `self.dossier` and `self.information` are set by the form that inherits, before it is validated.
    """

    dossier = information = None

    def clean(self):
        propres = super().clean() or self.cleaned_data
        for nom in self.noms_gardes():
            try:
                verifier_sans_nom(propres.get(nom, ""), self.dossier, information=self.information)
            except ValidationError as erreur:
                self.add_error(nom, erreur)
        return propres
