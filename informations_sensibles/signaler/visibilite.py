"""Filter the partners' reports that a person may read. The database says the same (sql/signaler.sql)."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils import timezone

from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import NOYAU, RECOIVENT, a_un_role, partenaires_ouverts_pour
from informations_sensibles.signaler.etats import EXAMINES, OUVERTS, EtatSignalement
from partenaires.annuaire.models import Partenaire


class SignalementPartenaireQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Keep one’s own while one’s partner is open, and what one reads in the Cellule (`lus_dans_la_cellule`)."""
        siens = Q(signalant=user, partenaire__in=partenaires_ouverts_pour(user))
        return hors_quarantaine(self).filter(siens | _dans_la_cellule(user))

    def lus_dans_la_cellule(self, user):
        """Keep what the Référent reads, and the legal core once it is taken up or closed; what was withdrawn, nobody reads."""
        return hors_quarantaine(self).filter(_dans_la_cellule(user))

    def de_la_meme_personne(self, signalement, user):
        """Keep the earlier ones on the same person, by name and birth date, that this person reads in the Cellule (R15)."""
        memes = RawSQL("SELECT csil_signalements_de_la_meme_personne(%s)", [signalement.pk])
        return self.lus_dans_la_cellule(user).filter(pk__in=memes)

    def a_traiter(self):
        return self.filter(etat__in=OUVERTS)

    def en_retard(self):
        return self.a_traiter().filter(echeance__lt=timezone.localdate())


def _dans_la_cellule(user) -> Q:
    if a_un_role(user, RECOIVENT):
        return ~Q(etat=EtatSignalement.RETIRE)
    return Q(etat__in=EXAMINES) if a_un_role(user, NOYAU) else Q(pk__in=[])


@dataclass(frozen=True)
class Retire:
    """Tell the Référent all that they may know of a report that was withdrawn."""

    reference: str
    partenaire: Partenaire
    retire_le: datetime


def retires() -> list[Retire]:
    """List for the Référent the last reports that were withdrawn; nobody of the Cellule reads what they said."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT reference, partenaire_id, retire_le FROM csil_signalements_retires()")
        lignes = curseur.fetchall()
    partenaires = Partenaire.objects.in_bulk({partenaire for _, partenaire, _ in lignes})
    return [Retire(reference, partenaires[pk], le) for reference, pk, le in lignes]
