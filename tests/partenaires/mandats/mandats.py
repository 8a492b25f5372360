"""Mandates for the tests, arranged as csil_owner."""

from datetime import timedelta

from dateutil.relativedelta import relativedelta
from django.db import connection
from django.utils import timezone

from csil.comptes.groupes import CELLULE, CONTACT_TFL, OFFICIER, REFERENT
from csil.journal.models import EntreeJournal
from partenaires.distribution import attribuer, creer, mandater
from partenaires.mandats.models import Suspension
from tests.outils import proprietaire


def nouveau_membre(distribution, login="nouveau", groupe=CELLULE, **options):
    """A member under mandate, with password, undertaking and second factor."""
    with proprietaire():
        personne = creer(login, f"Membre {login}")
        attribuer(personne, groupe)
        options = {"demande_par": distribution.admin, "confirme_par": distribution.bourgmestre} | options
        return personne, mandater(personne, groupe, **options)


def suspendre(mandat, cause=Suspension.Cause.TELEPHONE, par=None):
    return Suspension.objects.create(mandat=mandat, cause=cause, changee_par=par)


def dans_chaque_etat(personne, distribution) -> dict:
    """In force, suspended, and one that asks for a clearance."""
    decides = {"demande_par": distribution.admin, "confirme_par": distribution.bourgmestre}
    suspendu = mandater(personne, REFERENT, **decides)
    suspendre(suspendu)
    return {
        "suspendu": suspendu,
        "actif": mandater(personne, CONTACT_TFL, **decides),
        "policier": mandater(personne, OFFICIER, demande_par=distribution.admin, confirme_par=None),
    }


def vieillir(mandat, mois=0, jours=0):
    """Confirmed so that it has been due for `jours` days after `mois` months: nothing else happens."""
    quand = timezone.now() - timedelta(days=jours) - relativedelta(months=mois)
    with proprietaire(), connection.cursor() as curseur:
        curseur.execute(
            "UPDATE partenaires_mandat SET confirme_le = %s, debut = %s, revu_le = NULL WHERE id = %s",
            [quand, quand, mandat.pk],
        )


def causes(mandat) -> list[str]:
    """Those of the open suspensions."""
    with proprietaire():
        return sorted(mandat.suspensions.ouvertes().values_list("cause", flat=True))


def journal(acte) -> list[EntreeJournal]:
    with proprietaire():
        return list(EntreeJournal.objects.filter(acte=acte).order_by("quand"))
