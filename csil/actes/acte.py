"""An act is what a person does to a record: allowed by the record as it is now, or refused in words.

An act is a function of the record, kept in `actes.py` of its room and named in the record's class, so that one calls
`dossier.clore(par=…, motif=…)`:

    @acte("clore_dossier", "cellule.dossier_clos")
    def clore(dossier, *, par, motif):
        dossier.etat, dossier.clos_par, dossier.motif_cloture = EtatDossier.CLOS, par, motif

    class Dossier(Versionne):
        clore = actes.clore

The function says only what changes. Around it, in one transaction, `acte` holds the row and reads it anew into the object
that the caller has in hand, asks `droits_de`, validates and saves what changed (django-simple-history writes its line then),
and leaves the line of the journal. What it refuses leaves the object as it was.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from csil.journal import Verbe, consigner

# Under this name an object in the middle of an act keeps the values that the database knows.
EN_COURS = "_acte_en_cours"
# What an act leaves on the object for the history, and takes away with it: the next line is somebody else's, for another reason.
DE_L_ACTE = (EN_COURS, "_history_user", "_change_reason")


class ActeRefuse(PermissionDenied):
    """The act is not, or no longer, this person's on this record; its text says so in a sentence that a page can show.

    Django turns it into the 403 page, which gives back what was typed (`csil.exploitation.views.erreurs`).
    """


class Disparu(ActeRefuse):
    """The record is gone, or no longer for this person, since the page was opened: the 404 page."""


def acte(
    droit: str, journal: str = "", *, verbe: str = Verbe.MODIFICATION
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Make a function of a record into an act of the person `par`, who must hold `droit` on the record as it is now.

    `droit`: one of the words of the record's `droits_de(par)`. `journal`: the code of the line that the act leaves; an act
    that says more (why, to whom) writes its own line with `consigner` and leaves this out.

    Raises ActeRefuse without the right, Disparu when the row is gone, ValidationError for what the record does not accept.
    """

    def decorer(faire: Callable[..., Any]) -> Any:
        @wraps(faire)
        def agir(objet: Any, /, *args: Any, par: Any, **dits: Any) -> Any:
            with _en_cours(objet):
                if droit not in objet.droits_de(par):
                    raise ActeRefuse(f"Cet acte n’est plus possible : {_nommer(objet)} a changé entre-temps.")
                objet._history_user = par
                suite = faire(objet, *args, par=par, **dits)
                enregistrer(objet)
                if journal:
                    consigner(journal, objet, par=par, verbe=verbe)
            return suite

        declare: Any = agir
        declare.droit, declare.journal = droit, journal  # what the tests of the house read
        return declare

    return decorer


@transaction.atomic
def creer(objet: Any, *, par: Any, journal: str = "", verbe: str = Verbe.COLLECTE) -> Any:
    """Validate and insert a new record written by `par`, with its line of history and, if `journal` names one, of the journal.

    Gives the record back. Raises ValidationError for what it does not accept.
    """
    objet._history_user = par
    objet.full_clean()
    objet.save(force_insert=True)
    if journal:
        consigner(journal, objet, par=par, verbe=verbe)
    return objet


def reprendre(objet: models.Model) -> models.Model:
    """Hold the record's row until the end of the transaction, and read it anew into this same object, which is given back.

    For a form that compares what was typed with what stands now. Raises Disparu when the row is gone.
    """
    modele: Any = type(objet)
    try:
        objet.refresh_from_db(from_queryset=modele._default_manager.select_for_update(of=("self",)))
    except modele.DoesNotExist as absence:
        raise Disparu(f"{_nommer(objet, majuscule=True)} n’existe plus.") from absence
    for nom in _calcules(modele):
        objet.__dict__.pop(nom, None)
    return objet


def changer(objet: models.Model, **champs: Any) -> bool:
    """Give the record these values and save it, within one of its acts, if that changes anything; say whether it did.

    For what a form took: fields, and lists of other records (many-to-many), which make a new version too.
    """
    listes = {
        champ.name: champs.pop(champ.name) for champ in objet._meta.many_to_many if champ.name in champs
    }
    for nom, valeur in champs.items():
        setattr(objet, nom, valeur)
    listes = {nom: ceux for nom, ceux in listes.items() if set(getattr(objet, nom).all()) != set(ceux)}
    change = enregistrer(objet)
    if listes and not change:
        objet.save(update_fields=())
        objet.__dict__[EN_COURS] = _valeurs(objet)
    for nom, ceux in listes.items():
        getattr(objet, nom).set(ceux)
    return change or bool(listes)


def enregistrer(objet: models.Model, *aussi: str) -> bool:
    """Validate and save the fields that changed since the act began, or since it last saved; say whether any did.

    An act calls it to save before its end, or to save `aussi`, unchanged or not: a record counts what changed around it.

    Only what changed is validated field by field: an act does not need to see a record that another field names. `acte` ends
    with it; an act calls it before only where the database asks for this row first, then for another (a copy of what left).
    """
    connues = objet.__dict__[EN_COURS]
    if objet.pk is None:  # the act deleted it
        return False
    changees = {nom for nom, valeur in _valeurs(objet).items() if connues.get(nom) != valeur}
    changees |= {champ.attname for champ in objet._meta.concrete_fields if champ.name in aussi}
    if not changees:
        return False
    champs = {champ.name: champ.attname for champ in objet._meta.concrete_fields}
    inchanges = {nom for nom, attname in champs.items() if attname not in changees}
    objet.clean_fields(exclude=inchanges)
    objet.clean()
    objet.validate_unique(exclude=inchanges)
    objet.validate_constraints(exclude=objet.get_deferred_fields())
    objet.save(update_fields=set(champs) - inchanges)
    objet.__dict__[EN_COURS] = _valeurs(objet)
    return True


@contextmanager
def _en_cours(objet: models.Model) -> Iterator[None]:
    """Begin an act on the row as it is now; what is refused leaves the object as it was.

    An act that another act of the same record calls finds the row held already, with what was changed before it.
    """
    if EN_COURS in objet.__dict__:
        yield
        return
    avant, liens = objet.__dict__.copy(), objet._state.fields_cache.copy()
    try:
        with transaction.atomic():
            reprendre(objet)
            objet.__dict__[EN_COURS] = _valeurs(objet)
            yield
    except BaseException:
        objet.__dict__.clear()
        objet.__dict__.update(avant)
        objet._state.fields_cache = liens
        raise
    finally:
        for nom in DE_L_ACTE:
            objet.__dict__.pop(nom, None)


def _valeurs(objet: models.Model) -> dict[str, Any]:
    """The values of the loaded fields, by attribute: `dossier_id`, not `dossier`."""
    return {
        champ.attname: objet.__dict__[champ.attname]
        for champ in objet._meta.concrete_fields
        if champ.attname in objet.__dict__
    }


def _calcules(modele: type[models.Model]) -> Iterator[str]:
    for classe in modele.__mro__:
        yield from (nom for nom, valeur in vars(classe).items() if isinstance(valeur, cached_property))


def _nommer(objet: models.Model, *, majuscule: bool = False) -> str:
    nom = f"« {objet} »" if objet.pk else str(objet._meta.verbose_name)
    return nom[:1].upper() + nom[1:] if majuscule else nom
