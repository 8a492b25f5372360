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
from copy import deepcopy
from functools import cached_property, wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction

from csil.journal import Verbe, consigner

# Under this name an object in the middle of an act keeps the values that the database knows.
EN_COURS = "_acte_en_cours"
# A field that was not loaded.
ABSENT = object()
# What an act leaves on the object for the history, and takes away with it: the next line is somebody else's, for another reason.
DE_L_ACTE = (EN_COURS, "_history_user", "_change_reason")


class ActeRefuse(PermissionDenied):
    """The act is not, or no longer, this person's on this record; its text says so in a sentence that a page can show.

    `agir` says it in the form to whoever still reads the record (`lu`); else Django turns it into the 403 page, which gives back
    what was typed, and the journal keeps `refus`: the right and the record (`csil.exploitation.views.erreurs`).
    """

    def __init__(self, phrase: str, *, refus: tuple[str, str] | None = None, lu: bool = False) -> None:
        super().__init__(phrase)
        self.refus, self.lu = refus, lu


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
                if droit not in (droits := objet.droits_de(par)):
                    raise _refus(objet, droit, lu=any(sien.startswith("view_") for sien in droits))
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
    try:
        objet.full_clean()
        objet.save(force_insert=True)
    finally:
        objet.__dict__.pop("_history_user", None)
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
        raise Disparu("Ce qui était à l’écran n’existe plus, ou plus pour vous.") from absence
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
        objet._meta.get_field(nom)  # a misspelt name would be dropped in silence
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
    if objet.pk is None:  # the act deleted it
        return False
    champs = {champ.attname: champ.name for champ in objet._meta.concrete_fields}
    voulus = {attname for attname, nom in champs.items() if nom in aussi}
    changes = _changes(objet) | voulus
    if not changes:
        return False
    objet.clean_fields(exclude={nom for attname, nom in champs.items() if attname not in changes})
    objet.clean()
    changes |= _changes(objet)  # `clean` may fill a field from others
    inchanges = {nom for attname, nom in champs.items() if attname not in changes}
    objet.clean_fields(exclude=inchanges)
    objet.validate_unique(exclude=inchanges)
    objet.validate_constraints(exclude=objet.get_deferred_fields())
    objet.save(update_fields={champs[attname] for attname in changes})
    objet.__dict__[EN_COURS] = _valeurs(objet)
    return True


@contextmanager
def _en_cours(objet: models.Model) -> Iterator[None]:
    """Begin an act on the row as it is now; what is refused leaves the object as it was.

    An act that another act of the same record calls finds the row held already, with what was changed before it.
    """
    dedans = EN_COURS in objet.__dict__
    avant, liens = objet.__dict__.copy(), objet._state.fields_cache.copy()
    try:
        with transaction.atomic():
            if not dedans:
                reprendre(objet)
                objet.__dict__[EN_COURS] = _valeurs(objet)
            yield
    except BaseException:
        objet.__dict__.clear()
        objet.__dict__.update(avant)
        objet._state.fields_cache = liens
        raise
    finally:
        for nom in () if dedans else DE_L_ACTE:
            objet.__dict__.pop(nom, None)


def _valeurs(objet: models.Model) -> dict[str, Any]:
    """Give the values of the loaded fields, by attribute: `dossier_id`, not `dossier`. A list or a dictionary is copied: it could
    be changed in place."""
    return {
        champ.attname: deepcopy(valeur) if isinstance(valeur, list | dict) else valeur
        for champ in objet._meta.concrete_fields
        if (valeur := objet.__dict__.get(champ.attname, ABSENT)) is not ABSENT
    }


def _changes(objet: models.Model) -> set[str]:
    """Name the attributes whose value is no longer the one that the database knows; what was not loaded and is now counts."""
    connues = objet.__dict__[EN_COURS]
    return {nom for nom, valeur in _valeurs(objet).items() if connues.get(nom, ABSENT) != valeur}


def _calcules(modele: type[models.Model]) -> Iterator[str]:
    for classe in modele.__mro__:
        yield from (nom for nom, valeur in vars(classe).items() if isinstance(valeur, cached_property))


def _refus(objet: Any, droit: str, *, lu: bool) -> ActeRefuse:
    """Say no, with the state in which the record is for who reads it; never its words, which may be closed to this person."""
    phrase = "Cet acte n’est pas, ou plus, possible ici."
    if lu and hasattr(objet, "get_etat_display"):
        phrase = f"Cet acte n’est plus possible : l’état est maintenant « {objet.get_etat_display()} »."
    return ActeRefuse(phrase, refus=(droit, f"{objet._meta.label_lower} {objet.pk}"), lu=lu)
