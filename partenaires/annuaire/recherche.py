"""The directory's search: accents, case and the order of words do not count, and every word must be found.

A word is found when it begins a word of the record: its name, services, functions, places, contacts, offers, themes and
neighbourhoods; or when it stands in the initials of its name. The text is put together in the query itself: nothing
is stored, so nothing goes stale.
"""

import re

from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.lookups import Unaccent
from django.db.models import F, Func, OuterRef, Q, Subquery, TextField, Value
from django.db.models.functions import Concat, Lower

from partenaires.annuaire.models.contact import Contact
from partenaires.annuaire.models.fonction import Fonction
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.service import Service

ESPACE = Value(" ")
# Words that initials leave out: SAJ is the « Service d’Aide à la Jeunesse ».
SANS_INITIALE = r"\m(a|au|aux|d|de|des|du|en|et|l|la|le|les|pour|sur)\M"
ELISIONS = re.compile(r"\b([cdjlmnst]|qu)['’]", re.IGNORECASE)
# What people write in full or not: « Saint-Léonard », « St Leonard ».
ABREGES = {"saint": "st", "st": "saint", "sainte": "ste", "ste": "sainte"}


def chercher(partenaires, demande: str):
    """Keep the records where every word of `demande` is found."""
    mots = re.findall(r"\w+", ELISIONS.sub(" ", demande))
    if not mots:
        return partenaires
    trouves = Q()
    for mot in mots:
        trouves &= _trouve(mot)
    return partenaires.alias(texte_cherche=_texte(), initiales=_initiales()).filter(trouves)


def _trouve(mot: str) -> Q:
    cle = Func(_simple(Value(mot)), function="btrim", output_field=TextField())
    trouve = Q(texte_cherche__contains=Concat(ESPACE, cle, output_field=TextField()))
    if abrege := ABREGES.get(mot.lower()):
        trouve |= Q(texte_cherche__contains=f" {abrege} ")
    if len(mot) > 2:
        trouve |= Q(initiales__contains=cle)
    return trouve


def _simple(expression):
    """Reduce to small letters and digits without accents, one space around each word."""
    mots = _remplacer(Lower(Unaccent(expression)), r"[^a-z0-9]+", " ")
    return Concat(ESPACE, mots, ESPACE, output_field=TextField())


def _remplacer(expression, motif, par):
    return Func(
        expression, Value(motif), Value(par), Value("g"), function="regexp_replace", output_field=TextField()
    )


def _initiales():
    mots = _remplacer(Lower(Unaccent(F("nom"))), SANS_INITIALE, " ")
    return _remplacer(mots, r"\W*(\w)\w*\W*", r"\1")


def _texte():
    """Join everything that can be found in a record into one text."""
    morceaux = [
        F("nom"),
        F("acronyme"),
        _des(Service, "nom"),
        _des(Fonction, "nom"),
        _des(Implantation, "nom", "quartier__nom"),
        _des(Contact, "nom", "fonction"),
        _des(Offre, "intitule", "description", "public"),
        _des(Offre, "themes__nom"),
        _des(Offre, "quartiers__nom"),
    ]
    return _simple(_joindre(*morceaux))


def _joindre(*morceaux):
    """Join with a space between, leaving out what is null."""
    return Func(ESPACE, *morceaux, function="concat_ws", output_field=TextField())


def _des(modele, *champs):
    """Join the words of a kind of parts into one column per record, so that nothing is counted twice."""
    lignes = modele.objects.filter(partenaire=OuterRef("pk")).order_by().values("partenaire")
    mots = StringAgg(_joindre(*map(F, champs)), ESPACE)
    return Subquery(lignes.annotate(mots=mots).values("mots"), output_field=TextField())
