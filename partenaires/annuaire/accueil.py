"""What the directory shows on the home page."""

from datetime import timedelta

from django.db.models import F, Max
from django.utils import timezone

from csil.accueil import Nouveaute
from csil.comptes.groupes import ANNUAIRE
from partenaires.annuaire.models.contact import Contact
from partenaires.annuaire.models.fonction import Fonction
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.partenaire import Partenaire
from partenaires.annuaire.models.service import Service

RECENT = timedelta(days=30)


def nouveautes(user):
    """List the records that people changed in the last thirty days, each once, with the date of its last change."""
    if not user.est_membre(*ANNUAIRE):
        return
    depuis = timezone.now() - RECENT
    recents = [
        modele.history.filter(history_date__gte=depuis, history_user__isnull=False)
        .order_by()
        .values_list(F("id") if modele is Partenaire else F("partenaire"))
        .annotate(quand=Max("history_date"))
        for modele in (Partenaire, Service, Fonction, Implantation, Contact, Offre)
    ]
    dates = {}
    for pk, quand in recents[0].union(*recents[1:], all=True):
        dates[pk] = max(quand, dates.get(pk, quand))
    for pk, partenaire in Partenaire.objects.visible_to(user).in_bulk(list(dates)).items():
        yield Nouveaute(
            f"{partenaire.nom_court} : fiche mise à jour", partenaire.get_absolute_url(), dates[pk]
        )
