"""What time asks of mandates: reminders, then suspension for want of a review; called by the worker, as the clock.

It reads dates, states and owners (`EcheanceMandat`), and its e-mails name nobody. The mandates of the authorities are
never suspended for want of a review: the data protection officer is told (docs/decisions/0009).
"""

from datetime import datetime, timedelta

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from csil.comptes.groupes import AUTORITES, DPO
from csil.comptes.models import GroupeEnVigueur
from csil.courrier import poster
from csil.texte.typographie import date_longue
from partenaires.mandats.models.mandat import Mandat
from partenaires.mandats.models.suspension import Cause, EcheanceMandat, Suspension

# The holder is told that long before the suspension.
PREAVIS = timedelta(days=7)


def suspension_le(a_revoir_le: datetime, autorite: bool) -> datetime | None:
    """Say when an unreviewed mandate is suspended; never for the group of an authority."""
    return None if autorite else a_revoir_le + settings.CSIL_REVUE_DELAI


def suivre_les_mandats() -> None:
    """Remind and suspend, any number of times a day: each e-mail has a key, each suspension is unique."""
    maintenant, dus, oublies = timezone.now(), [], []
    for echeance in EcheanceMandat.objects.select_related("personne"):
        due = echeance.revu_le + relativedelta(months=settings.CSIL_REVUE_MOIS)
        if echeance.suspendu_le:
            _dire_la_suspension(echeance)
        elif due > maintenant:
            continue
        elif (limite := suspension_le(due, echeance.autorite)) is None:
            dus.append(echeance)
            if due + settings.CSIL_REVUE_DELAI <= maintenant:
                oublies.append(echeance)
        elif limite <= maintenant:
            Suspension.objects.create(mandat_id=echeance.pk, cause=Cause.REVUE)
        else:
            dus.append(echeance)
            if limite - PREAVIS <= maintenant:
                _prevenir_le_titulaire(echeance, limite)
    _rappeler(dus, maintenant)
    _alerter_le_dpo(oublies, maintenant)


def _rappeler(dus, maintenant) -> None:
    """Remind each authority once a week while a mandate of somebody else is due."""
    annee, semaine, _ = timezone.localdate(maintenant).isocalendar()
    for personne in _membres(*AUTORITES):
        nombre = sum(echeance.personne_id != personne.pk for echeance in dus)
        if nombre:
            _ecrire(
                personne,
                "des mandats attendent leur revue",
                f"{nombre} mandat{'s attendent' if nombre > 1 else ' attend'} qu’une autorité dise s’il faut les garder.\n"
                f"Sans réponse dans les {settings.CSIL_REVUE_DELAI.days} jours qui suivent l’échéance, un mandat est "
                "suspendu.",
                reverse("revues"),
                f"mandats:revue:{annee}-{semaine}:{personne.pk}",
            )


def _alerter_le_dpo(oublies, maintenant) -> None:
    annee, semaine, _ = timezone.localdate(maintenant).isocalendar()
    for personne in _membres(DPO) if oublies else ():
        _ecrire(
            personne,
            "le mandat d’une autorité n’est pas revu",
            f"Mandats d’autorités dont la revue n’est pas faite : {len(oublies)}.\n"
            "Ils ne sont jamais suspendus pour cette raison : il vous revient de le rappeler.",
            reverse("revues"),
            f"mandats:dpo:{annee}-{semaine}:{personne.pk}",
        )


def _prevenir_le_titulaire(echeance, limite) -> None:
    _ecrire(
        echeance.personne,
        "votre mandat attend sa revue",
        f"Une autorité doit dire si votre mandat est gardé. Sans réponse, il sera suspendu le {date_longue(limite)}.",
        _adresse(echeance),
        f"mandats:preavis:{echeance.pk}:{timezone.localdate(echeance.revu_le):%Y%m%d}",
        pour=echeance,
    )


def _dire_la_suspension(echeance) -> None:
    marque = f"{echeance.pk}:{echeance.suspendu_le:%Y%m%d%H%M%S}"
    _ecrire(
        echeance.personne,
        "votre mandat est suspendu",
        "Ce que votre mandat ouvrait est fermé jusqu’à ce qu’une autorité le confirme de nouveau.\n"
        "Si vous n’êtes pas à l’origine du changement que cette page indique, prévenez le Service de prévention.",
        _adresse(echeance),
        f"mandats:suspendu:{marque}",
        pour=echeance,
    )
    for personne in _membres(*AUTORITES):
        if personne.pk != echeance.personne_id:
            _ecrire(
                personne,
                "un mandat suspendu attend votre décision",
                "Un mandat est suspendu. Une autorité peut le confirmer de nouveau, ou y mettre fin.",
                _adresse(echeance),
                f"mandats:suspendu:{marque}:{personne.pk}",
                pour=echeance,
            )


def _membres(*groupes):
    vigueur = GroupeEnVigueur.objects.filter(groupe__name__in=groupes).select_related("personne")
    return {entree.personne for entree in vigueur}


def _adresse(echeance) -> str:
    return reverse("mandat", args=[echeance.pk])


def _ecrire(personne, objet, texte, chemin, cle, pour=None):
    corps = f"Bonjour,\n\n{texte}\n\n{settings.CSIL_ADRESSE}{chemin}\n\nPlateforme CSIL, Ville de {settings.CSIL_COMMUNE}\n"
    poster(personne.email, f"Plateforme CSIL : {objet}", corps, cle=cle, pour=pour and Mandat(pk=pour.pk))
