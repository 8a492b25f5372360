"""What the guard against named persons may know: the telephones and e-mails of the directory and of the accounts."""

from django.db.models import F, Func, Q, TextField, Value

from csil.comptes.models import Utilisateur
from csil.garde.reperes import chiffres_significatifs, reperer
from partenaires.annuaire.models.adresse_sujet import AdresseSujet
from partenaires.annuaire.models.contact import Contact


def connus(genre: str, valeurs: set[str]) -> set[str]:
    """Give those of `valeurs` that stand in the directory, in one query (`Declaration.repertoires`)."""
    return _telephones(valeurs) if genre == "telephone" else _courriels(valeurs)


def _telephones(valeurs):
    """Find the known numbers, which a contact writes as it likes, sometimes two in one line."""
    chiffres = Func(
        F("telephone"),
        Value(r"\D"),
        Value(""),
        Value("g"),
        function="regexp_replace",
        output_field=TextField(),
    )
    voulus = Q(*[("chiffres__contains", valeur) for valeur in valeurs], _connector=Q.OR)
    lignes = Contact.objects.alias(chiffres=chiffres).filter(voulus).values_list("telephone", flat=True)
    notes = {repere.valeur for ligne in lignes for repere in reperer(ligne)}
    return valeurs & (notes | {chiffres_significatifs(ligne) for ligne in lignes})


def _courriels(valeurs):
    sources = (Utilisateur, "email"), (Contact, "courriel"), (AdresseSujet, "courriel")
    trouves = [
        modele.objects.filter(Q(*[(f"{champ}__iexact", v) for v in valeurs], _connector=Q.OR))
        .order_by()
        .values_list(champ)
        for modele, champ in sources
    ]
    return valeurs & {adresse.casefold() for (adresse,) in trouves[0].union(*trouves[1:])}
