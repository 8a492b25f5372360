"""The « Historique » tab: what changed, in readable French, from the rows of django-simple-history.

One page costs the same number of queries however many rows it shows: one list of keys over all the sources, then by
source the rows with the keys of their neighbours, the neighbours, and the words for what foreign keys name.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import reduce
from operator import attrgetter, or_
from unicodedata import normalize

from django.contrib.auth.models import Permission
from django.core.paginator import Paginator
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery, Value
from simple_history.models import HistoricalRecords

from csil.historique.difference import morceaux
from csil.texte.texte_riche import TexteRiche, en_texte
from csil.texte.typographie import date_heure, date_longue

SANS_AUTEUR = "La plateforme"
GESTES = {"+": "a ajouté", "~": "a modifié", "-": "a supprimé"}
SOI = "soi"
PAR_PAGE = 20


@dataclass(frozen=True)
class Source:
    """A history to tell: its rows, and how a sentence tells them: « a modifié le service « Jeunesse » »."""

    lignes: models.QuerySet
    nom: str
    # What is quoted after the name: the record itself, one of its foreign keys, or nothing
    titre: str = SOI
    gestes: dict = field(default_factory=lambda: GESTES)
    # Fields whose changes a reader does not need
    tus: frozenset = frozenset({"id", "version"})
    # Rows that the same person added to within that delay are one line: a text saved while it is typed
    repli: timedelta | None = None


@dataclass(frozen=True)
class Difference:
    """The change of one field, in words: pieces of (« del », « ins » or "", text)."""

    nom: str
    morceaux: list[tuple[str, str]]


@dataclass(frozen=True)
class Ligne:
    """A line of the tab, as `composants/historique.html` shows it."""

    quand: datetime
    qui: str
    phrase: str
    motif: str = ""
    differences: list[Difference] = field(default_factory=list)


def page_historique(sources: Iterable[Source], numero=1, par_page=PAR_PAGE):
    """Give a page of these histories, whose `object_list` is a list of `Ligne`, newest first."""
    sources = list(sources)
    etats = [
        source.lignes.filter(_dernier_de_sa_version(source.lignes.model), _replie(source))
        for source in sources
    ]
    cles = [
        etat.order_by().values_list(Value(rang), "history_id", "history_date")
        for rang, etat in enumerate(etats)
    ]
    union = cles[0].union(*cles[1:], all=True) if cles[1:] else cles[0]
    page = Paginator(union.order_by("-history_date", "-history_id"), par_page).get_page(numero)
    choisies = defaultdict(list)
    for rang, pk, _ in page.object_list:
        choisies[rang].append(pk)
    lignes = {}
    for rang, pks in choisies.items():
        lignes |= {(rang, pk): ligne for pk, ligne in _lire(sources[rang], pks).items()}
    page.object_list = [lignes[rang, pk] for rang, pk, _ in page.object_list]
    return page


def _dernier_de_sa_version(historique):
    """Keep the last row of each version: saving writes one for the record, then one per list of choices, and it tells all."""
    if not _a_une_version(historique):
        return Q()
    suivante = historique.objects.filter(
        Q(history_date__gt=OuterRef("history_date"))
        | Q(history_date=OuterRef("history_date"), history_id__gt=OuterRef("history_id")),
        id=OuterRef("id"),
        version=OuterRef("version"),
    ).exclude(history_type="-")
    return Q(history_type="-") | ~Exists(suivante)


def _replie(source):
    """Keep the last row of each sitting."""
    if source.repli is None:
        return Q()
    suivante = source.lignes.model.objects.filter(
        id=OuterRef("id"),
        history_user=OuterRef("history_user"),
        history_date__gt=OuterRef("history_date"),
        history_date__lte=OuterRef("history_date") + source.repli,
    ).exclude(history_type="-")
    return Q(history_type="-") | ~Exists(suivante)


def _a_une_version(historique) -> bool:
    return any(champ.name == "version" for champ in historique._meta.fields)


def _lire(source, pks) -> dict:
    """Read the chosen rows of one source, each compared with its neighbour."""
    historique = source.lignes.model
    precedente = historique.objects.filter(
        Q(history_date__lt=OuterRef("history_date"))
        | Q(history_date=OuterRef("history_date"), history_id__lt=OuterRef("history_id")),
        id=OuterRef("id"),
    ).order_by("-history_date", "-history_id")
    if _a_une_version(historique):
        precedente = precedente.filter(version__lt=OuterRef("version"))
    precedente = precedente.filter(_replie(source))
    rangees = list(
        historique.objects.filter(pk__in=pks)
        .select_related("history_user")
        .annotate(precedente=Subquery(precedente.values("history_id")[:1]))
    )
    avant = historique.objects.in_bulk([rangee.precedente for rangee in rangees if rangee.precedente])
    paires = [(avant.get(rangee.precedente), rangee) for rangee in rangees]
    lecteur = Lecteur([rangee for paire in paires for rangee in paire if rangee])
    return {rangee.pk: _ligne(source, ancienne, rangee, lecteur) for ancienne, rangee in paires}


def _ligne(source, ancienne, rangee, lecteur) -> Ligne:
    genre = "-" if rangee.history_type == "-" else "~" if ancienne else "+"
    titre = f"« {lecteur.titre(rangee, source.titre)} »" if source.titre else ""
    return Ligne(
        quand=rangee.history_date,
        qui=str(rangee.history_user or SANS_AUTEUR),
        phrase=" ".join(filter(None, [source.gestes[genre], source.nom, titre])),
        motif=rangee.history_change_reason or "",
        differences=[] if genre == "-" else list(lecteur.differences(ancienne, rangee, source.tus)),
    )


class Lecteur:
    """Put the values of history rows of one model into words."""

    def __init__(self, rangees):
        self.modele = rangees[0].instance_type
        self.champs = [c for c in self.modele._meta.fields if hasattr(rangees[0], c.attname)]
        self.listes = list(self.modele._meta.many_to_many) if rangees[0]._history_m2m_fields else []
        self.choix = self._choix(rangees)
        self.mots = self._mots(rangees)

    def _choix(self, rangees) -> dict:
        """Read {(list field, history row): keys chosen}, in one query per list of choices."""
        choix = defaultdict(set)
        for liste in self.listes:
            historique = HistoricalRecords.m2m_models[liste]
            cible = f"{liste.m2m_reverse_field_name()}_id"
            for rangee, pk in historique.objects.filter(history__in=rangees).values_list("history_id", cible):
                choix[liste.name, rangee].add(pk)
        return choix

    def _mots(self, rangees) -> dict:
        """Read {(model, key): words}, in one query per model that foreign keys and lists of choices name."""
        voulus = defaultdict(set)
        for champ in self.champs:
            if champ.is_relation:
                voulus[champ.related_model] |= {getattr(r, champ.attname) for r in rangees} - {None}
        for liste in self.listes:
            voulus[liste.related_model] |= reduce(or_, (self.choix[liste.name, r.pk] for r in rangees), set())
        return {
            (modele, pk): mot for modele, pks in voulus.items() for pk, mot in _nommer(modele, pks).items()
        }

    def titre(self, rangee, champ) -> str:
        return (
            str(rangee.instance) if champ == SOI else self._dire(self.modele._meta.get_field(champ), rangee)
        )

    def differences(self, ancienne, rangee, tus):
        for champ in (*self.champs, *self.listes):
            avant, apres = self._dire(champ, ancienne), self._dire(champ, rangee)
            if champ.name not in tus and avant != apres:
                yield Difference(
                    champ.verbose_name[:1].upper() + champ.verbose_name[1:], morceaux(avant, apres)
                )

    def _dire(self, champ, rangee) -> str:
        if rangee is None:
            return ""
        if champ.many_to_many:
            noms = (self.mots[champ.related_model, pk] for pk in self.choix[champ.name, rangee.pk])
            return " · ".join(sorted(noms, key=lambda nom: normalize("NFKD", nom).casefold()))
        valeur = getattr(rangee, champ.attname)
        if valeur in (None, ""):
            return ""
        if champ.is_relation:
            return self.mots[champ.related_model, valeur]
        return en_mots(champ, valeur)


def _nommer(modele, pks) -> dict:
    """Read {key: words}; what has been deleted since is called by its last name."""
    # A right tells itself by its package and its model first, which no reader needs.
    mots = attrgetter("name") if modele is Permission else str
    noms = {pk: mots(objet) for pk, objet in modele._default_manager.in_bulk(pks).items()}
    disparus = pks - noms.keys()
    if disparus and hasattr(modele, "history"):
        suppressions = modele.history.filter(id__in=disparus, history_type="-")
        noms |= {rangee.id: str(rangee.instance) for rangee in suppressions}
    return {pk: noms.get(pk, f"{modele._meta.verbose_name} qui n’existe plus") for pk in pks}


def en_mots(champ, valeur) -> str:
    """Say the value of a plain field as a person would."""
    if champ.choices:
        return str(dict(champ.flatchoices).get(valeur, valeur))
    if isinstance(champ, TexteRiche):
        return en_texte(valeur)
    if isinstance(valeur, bool):
        return "oui" if valeur else "non"
    if isinstance(valeur, datetime):
        return date_heure(valeur)
    return date_longue(valeur) if isinstance(valeur, date) else str(valeur)
