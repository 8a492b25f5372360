"""The only place that gives and takes back the right to keep a partner's record, and takes a person out of a group."""

from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError
from django.db import transaction

from csil.journal import Verbe, consigner
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models.appartenance import Appartenance
from partenaires.appartenances.models.droit_partenaire import DroitPartenaire
from partenaires.mandats.models import Mandat

TENIR = "tenir_partenaire"


def _tenues():
    return DroitPartenaire.objects.exerces().filter(permission__codename=TENIR)


def partenaires_tenus(user):
    return Partenaire.objects.filter(pk__in=_tenues().filter(user=user).values("content_object"))


def tenues_de(partenaire):
    """Who keeps this record now, the oldest right first."""
    return _tenues().filter(content_object=partenaire).select_related("user").order_by("debut")


@transaction.atomic
def donner_tenue(partenaire, personne, *, par, fin=None) -> DroitPartenaire:
    """Give `personne`, who belongs to the partner, the right to keep its record, until `fin` or until withdrawn."""
    if not Appartenance.objects.en_vigueur().filter(personne=personne, partenaire=partenaire).exists():
        raise ValidationError("Cette personne n’appartient pas à ce partenaire.")
    droit = DroitPartenaire(
        user=personne, content_object=partenaire, fin=fin, permission=Permission.objects.get(codename=TENIR)
    )
    droit._history_user = par
    droit.save()
    consigner(
        "partenaires.tenue_donnee",
        partenaire,
        par=par,
        verbe=Verbe.ATTRIBUTION,
        destinataires=[str(personne.pk)],
    )
    return droit


@transaction.atomic
def retirer_tenue(droit: DroitPartenaire, *, par) -> None:
    """End it now: the row goes, its history stays."""
    droit._history_user = par
    consigner(
        "partenaires.tenue_retiree",
        droit.content_object,
        par=par,
        verbe=Verbe.ATTRIBUTION,
        destinataires=[str(droit.user_id)],
    )
    droit.delete()


@transaction.atomic
def retirer_groupe(attribution, *, par, motif) -> None:
    """Take the person out of the group and, in the same act, end the mandates that stood behind it."""
    mandats = Mandat.objects.en_cours().filter(personne=attribution.personne, groupe=attribution.groupe)
    attribution.retirer(par=par, motif=motif)
    for mandat in mandats:
        mandat.terminer(par=par, decision=motif)


def portes_de(personne) -> dict[str, bool]:
    """What a person must have done herself before anything sensitive opens."""
    return {
        "compte": personne.is_active,
        "engagement": personne.a_signe,
        "second_facteur": personne.second_facteur_installe,
    }
