"""Erasing dossiers whose time is over and whose erasing two people decided: the owner's, on the server (R63, R64)."""

from collections.abc import Iterator

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from csil.journal import Verbe, consigner
from csil.quarantaine import effacer_les_mots
from informations_sensibles.dossiers.ajouts import ajouts, lignes_gardees
from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.effacement import Effacement
from informations_sensibles.dossiers.models.identite import Identite
from informations_sensibles.dossiers.models.revelation import Revelation


def decides() -> list[Effacement]:
    """List what two people decided, and whose time is still over: a hold that came since keeps it (R64)."""
    attendent = Effacement.objects.a_executer().select_related("dossier").order_by("decide_le")
    return list(attendent.filter(dossier__in=Dossier.objects.a_effacer()))


def retenus() -> int:
    """Count what is decided too, and held back."""
    return Effacement.objects.a_executer().count() - len(decides())


@transaction.atomic
def effacer(effacement) -> list[str]:
    """Blank the words of the dossier, its identities, what the other nouns add, and all past versions; give the tables touched.

    As csil_owner only. The reference, the states and the dates stay: what a register of erasings needs.
    """
    dossier = effacement.dossier
    identites = _identites(dossier)
    touchees = []
    with connection.cursor() as curseur:
        for table, colonne, cles in _lignes(dossier, identites):
            effacer_les_mots(curseur, table, colonne, cles)
            touchees.append(table._meta.db_table)
        _effacer_les_naissances(curseur, identites)
    dossier.refresh_from_db()
    dossier.etat = EtatDossier.EFFACE
    dossier.save()
    effacement.efface_le = timezone.now()
    effacement.save()
    motif = f"décidé par {effacement.par_id} et {effacement.decide_par_id}"
    consigner("cellule.dossier_efface", dossier, verbe=Verbe.EFFACEMENT, motif=motif)
    return touchees


def _lignes(dossier, identites) -> Iterator[tuple]:
    yield from lignes_gardees(Dossier.objects.filter(pk=dossier.pk))
    for ajout in ajouts():
        yield from ajout.a_effacer(dossier)
    for modele, colonne in ((Identite, "id"), (Revelation, "identite_id")):
        for table in (modele, modele.history.model):
            yield table, colonne, identites


def _identites(dossier) -> list[str]:
    """Give the keys of the identities of its people and of its informations, wherever they waited before."""
    siennes = Q(implication__dossier=dossier) | Q(information__dossier=dossier)
    return [str(pk) for pk in Identite.objects.filter(siennes).values_list("pk", flat=True)]


def _effacer_les_naissances(curseur, identites) -> None:
    """Take the birth dates out: they are no words, and say who somebody is."""
    presente, passe = Identite._meta.db_table, Identite.history.model._meta.db_table
    curseur.execute(f"ALTER TABLE {passe} DISABLE TRIGGER historique_garde")
    for table in (presente, passe):
        curseur.execute(f"UPDATE {table} SET date_naissance = NULL WHERE id::text = ANY(%s)", [identites])
    curseur.execute(f"ALTER TABLE {passe} ENABLE TRIGGER historique_garde")
