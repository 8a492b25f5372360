"""Content found classified later is hidden from everybody, then erased in the record and in its history (R31).

A noun declares its records and what hangs from them:

    quarantaine={SignalementContextuel: ((TraitementSignalement, "signalement"),)}

After every `migrate`, each table named there, history included, gets a restrictive policy that hides the rows of a record
in quarantine, whatever its other policies say; `visible_to` says the same with `hors_quarantaine(queryset)`. Whoever reads
the record puts it away: `Quarantaine.mettre(objet, par=…, regle=…)`. The security officer is told on the home page; once
two people have decided, `manage.py purger_quarantaine` erases, on the server, as the owner.
"""

from collections.abc import Iterator

from django.apps import apps
from django.db import connection, models, transaction
from django.db.models.expressions import RawSQL
from django.db.models.functions import Cast
from django.utils import timezone

from csil.classification import ChampMarquage
from csil.declarations import tous
from csil.journal import Verbe, consigner

PURGE = "[purgé]"


def gardes() -> dict[type[models.Model], list[tuple[type[models.Model], str]]]:
    """Give every record that can be put away, with what hangs from it: (model, its foreign key)."""
    toutes: dict[type[models.Model], list[tuple[type[models.Model], str]]] = {}
    for racine, enfants in tous("quarantaine"):
        toutes.setdefault(racine, []).extend(enfants)
    return toutes


def tables_gardees(modele=None) -> Iterator[tuple[type[models.Model], str, str]]:
    """(model, column that names the record, the record's kind) for each table, history included."""
    for racine in [modele] if modele else list(gardes()):
        paires = [(racine, racine._meta.pk.column)]
        paires += [(enfant, enfant._meta.get_field(nom).column) for enfant, nom in gardes()[racine]]
        for table, colonne in paires:
            yield table, colonne, racine._meta.label_lower
            yield table.history.model, colonne, racine._meta.label_lower


def hors_quarantaine(queryset):
    """Leave out what is put away, as the policy does: for `visible_to`. `queryset` is of the declared record.

    Keys are compared as text, as the policy does: one that is no key of this record hides nothing, and closes no page.
    """
    caches = RawSQL("SELECT csil_quarantaines(%s)", [queryset.model._meta.label_lower])
    return queryset.alias(cle_en_texte=Cast("pk", models.TextField())).exclude(cle_en_texte__in=caches)


# Erasing: the owner's, behind two people's decision


def purger(quarantaine) -> list[str]:
    """Erase the words of the record and of all its past versions; gives the tables touched. As csil_owner only."""
    modele = apps.get_model(quarantaine.objet_type)
    touchees = []
    with transaction.atomic(), connection.cursor() as curseur:
        for table, colonne, cles in _a_purger(modele, quarantaine.objet_id):
            effacer_les_mots(curseur, table, colonne, cles)
            touchees.append(table._meta.db_table)
        quarantaine.purgee_le = timezone.now()
        quarantaine.save(update_fields=["purgee_le"])
        consigner(
            "classification.purge",
            quarantaine,
            verbe=Verbe.EFFACEMENT,
            motif="décidée par "
            + " et ".join(str(pk) for pk in quarantaine.decisions.values_list("par_id", flat=True)),
        )
    return touchees


def _a_purger(modele, cle: str) -> Iterator[tuple]:
    for table, colonne, _ in tables_gardees(modele):
        yield table, colonne, [cle]
    for copie, lignes in tous("copies"):
        if copie is modele:
            yield from lignes(cle)


def effacer_les_mots(curseur, table, colonne: str, cles: list[str]) -> None:
    """Blank every word of the rows of `table` whose `colonne` is one of `cles`; codes, choices and references stay."""
    nom = connection.ops.quote_name(table._meta.db_table)
    historique = hasattr(table, "instance_type")
    effacements = list(_effacements(table))
    if not effacements or not cles:
        return
    curseur.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else ALTER TABLE refuses, with events still to come
    if historique:
        curseur.execute(f"ALTER TABLE {nom} DISABLE TRIGGER historique_garde")
    curseur.execute(
        f"UPDATE {nom} SET {', '.join(effacements)} WHERE {connection.ops.quote_name(colonne)}::text = ANY(%s)",
        [cles],
    )
    if historique:
        curseur.execute(f"ALTER TABLE {nom} ENABLE TRIGGER historique_garde")


def _effacements(table) -> Iterator[str]:
    """« column = … » for every column that may hold somebody's words; codes, choices and references stay."""
    base = getattr(table, "instance_type", table)
    colonnes = {champ.column for champ in table._meta.concrete_fields}  # a history may leave some out
    for champ in (champ for champ in base._meta.concrete_fields if champ.column in colonnes):
        colonne = connection.ops.quote_name(champ.column)
        if isinstance(champ, models.FileField):
            raise NotImplementedError(
                f"{base._meta.label}.{champ.name}: a file is not erased by this command"
            )
        if isinstance(champ, models.JSONField):
            yield f"{colonne} = CASE WHEN {colonne} IS NOT NULL THEN '{{}}'::jsonb END"
        elif isinstance(champ, models.BinaryField):
            yield f"{colonne} = CASE WHEN {colonne} IS NOT NULL THEN ''::bytea END"
        elif _ecrit_par_quelqu_un(champ):
            mot = PURGE if (champ.max_length or len(PURGE)) >= len(PURGE) else ""
            yield f"{colonne} = CASE WHEN {colonne} IN ('') THEN '' WHEN {colonne} IS NOT NULL THEN '{mot}' END"
    if base is not table:
        yield "history_change_reason = NULL"


def _ecrit_par_quelqu_un(champ) -> bool:
    texte = isinstance(champ, models.CharField | models.TextField) and not isinstance(champ, ChampMarquage)
    return texte and not (champ.choices or champ.primary_key or champ.unique or champ.is_relation)
