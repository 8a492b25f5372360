"""Erasing dossiers whose time is over and whose erasing two people decided: the owner's, on the server (R63, R64)."""

from django.db import connection, transaction
from django.utils import timezone

from csil.journal import Verbe, consigner
from csil.quarantaine import effacer_les_mots, tables_gardees
from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.effacement import Effacement
from informations_sensibles.dossiers.models.identite import Identite
from informations_sensibles.dossiers.models.implication import Implication
from informations_sensibles.dossiers.models.revelation import Revelation
from informations_sensibles.informations.models import Information
from informations_sensibles.signaler.models import SignalementPartenaire
from informations_sensibles.transmissions.models import Transmission


def decides() -> list[Effacement]:
    """What two people decided, and whose time is still over: a hold that came since keeps it (R64)."""
    attendent = Effacement.objects.a_executer().select_related("dossier").order_by("decide_le")
    return list(attendent.filter(dossier__in=Dossier.objects.a_effacer()))


def retenus() -> int:
    """Decided too, and held back."""
    return Effacement.objects.a_executer().count() - len(decides())


@transaction.atomic
def effacer(effacement) -> list[str]:
    """Words, identities, informations and the partners’ reports taken up in them, transmissions with their frozen copies, and
    all past versions; gives the tables touched. As csil_owner only.

    The reference, the states and the dates stay: what a register of erasings needs.
    """
    dossier = effacement.dossier
    touchees = []
    with connection.cursor() as curseur:
        for table, colonne, cles in _lignes(dossier):
            effacer_les_mots(curseur, table, colonne, cles)
            touchees.append(table._meta.db_table)
        _effacer_les_naissances(curseur, dossier)
    dossier.refresh_from_db()
    dossier.etat = EtatDossier.EFFACE
    dossier.save()
    effacement.efface_le = timezone.now()
    effacement.save()
    motif = f"décidé par {effacement.par_id} et {effacement.decide_par_id}"
    consigner("cellule.dossier_efface", dossier, verbe=Verbe.EFFACEMENT, motif=motif)
    return touchees


def _lignes(dossier):
    """(table, column, keys) of everything that hangs from the dossier, histories included."""
    for table, colonne, _ in tables_gardees(Dossier):
        yield table, colonne, [str(dossier.pk)]
    for objets in (
        Information.objects.filter(dossier=dossier),
        Transmission.objects.filter(dossier=dossier),
        SignalementPartenaire.objects.filter(suite__information__dossier=dossier),
    ):
        cles = _cles(objets)
        for table, colonne, _ in tables_gardees(objets.model):
            yield table, colonne, cles
    for colonne, cles in _parents(dossier).items():
        for table in (Identite, Identite.history.model):
            yield table, colonne, cles
    identites = _cles(_identites(dossier))
    for table in (Revelation, Revelation.history.model):
        yield table, "identite_id", identites


def _effacer_les_naissances(curseur, dossier):
    """A birth date is no word, and says who somebody is."""
    for colonne, cles in _parents(dossier).items():
        curseur.execute(
            f"UPDATE informations_sensibles_identite SET date_naissance = NULL WHERE {colonne}::text = ANY(%s)",
            [cles],
        )
        passe = Identite.history.model._meta.db_table
        curseur.execute(f"ALTER TABLE {passe} DISABLE TRIGGER historique_garde")
        curseur.execute(f"UPDATE {passe} SET date_naissance = NULL WHERE {colonne}::text = ANY(%s)", [cles])
        curseur.execute(f"ALTER TABLE {passe} ENABLE TRIGGER historique_garde")


def _parents(dossier) -> dict[str, list[str]]:
    return {
        "implication_id": _cles(Implication.objects.filter(dossier=dossier)),
        "information_id": _cles(Information.objects.filter(dossier=dossier)),
    }


def _identites(dossier):
    du_dossier = Identite.objects.filter(implication__dossier=dossier)
    return du_dossier | Identite.objects.filter(information__dossier=dossier)


def _cles(objets) -> list[str]:
    return [str(pk) for pk in objets.order_by().values_list("pk", flat=True)]
