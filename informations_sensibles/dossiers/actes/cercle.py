"""The acts that say who is around a dossier: its pilote, its circle, who is kept away (R02, R60)."""

from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError

from csil.actes import ActeRefuse, acte, enregistrer
from csil.journal import Verbe, consigner
from informations_sensibles.commun.actes import ecarter
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers.etats import PILOTER
from informations_sensibles.dossiers.models.blocage_dossier import BlocageDossier
from informations_sensibles.dossiers.models.droit_dossier import DROITS, DroitDossier, Niveau


@acte("confier_dossier")
def confier(dossier, *, par, pilote, motif):
    """Hand over to another member; who led it keeps reading and contributing (R60)."""
    _verifier_ouvert_a(dossier, "pilote", pilote)
    if pilote.pk == dossier.pilote_id:
        raise ValidationError({"pilote": "Cette personne pilote déjà ce dossier."})
    ancien = dossier.pilote_id
    _reprendre(_droits(dossier, pilote.pk), par, motif)
    donner(dossier, pilote, Niveau.PILOTER, par=par, motif=motif)
    dossier.pilote = pilote
    enregistrer(dossier)  # before the right is taken back, which the database refuses of a pilote
    _reprendre(_droits(dossier, ancien).filter(permission__codename=PILOTER), par, motif)
    _dire("cellule.dossier_confie", dossier, par, pilote, verbe=Verbe.MODIFICATION)


@acte("inviter_dossier")
def inviter(dossier, *, par, personne, niveau, motif, fin=None):
    """Let a member into the circle, or at another level or until another day than before. `fin`: until that moment, or open."""
    _verifier_ouvert_a(dossier, "personne", personne)
    if personne.pk == dossier.pilote_id:
        raise ValidationError({"personne": "Cette personne pilote ce dossier : elle y lit et y écrit déjà."})
    if niveau == Niveau.PILOTER:
        raise ValidationError({"niveau": "Un dossier a un seul pilote : confiez-le."})
    _reprendre(_droits(dossier, personne.pk), par, motif)
    donner(dossier, personne, niveau, par=par, motif=motif, fin=fin)


@acte("inviter_dossier")
def ecarter_du_cercle(dossier, *, par, personne, motif):
    """Take somebody out of the circle now: the rows go, their history stays. The pilote leaves by handing over (R60)."""
    if personne.pk == dossier.pilote_id:
        raise ActeRefuse("Le pilote ne quitte pas le cercle avant d’avoir un successeur.")
    _reprendre(_droits(dossier, personne.pk), par, motif)
    _dire("cellule.cercle_retire", dossier, par, personne)


@acte("bloquer_dossier")
def bloquer(dossier, *, par, personne, motif):
    """Keep somebody away for a conflict of interest; its pilote is first replaced (R60). Gives the row that says so."""
    if personne.pk == dossier.pilote_id and not dossier.est_fini:
        raise ValidationError(
            {"personne": "Cette personne pilote le dossier : confiez-le d’abord à une autre."}
        )
    return ecarter(BlocageDossier(dossier=dossier, personne=personne, motif=motif), par=par)


def donner(dossier, personne, niveau, *, par, motif, fin=None) -> None:
    """Give a member of the Cellule the rights of this level; what they already hold stays as it is.

    Who may do it is asked by the act that calls and by the policy. Raises ValidationError for somebody who is not of the Cellule.
    """
    if not est_de_la_cellule(personne):
        raise ValidationError(
            "Cette personne n’est pas de la Cellule ; le cercle d’un dossier lui est fermé."
        )
    tenus = set(_droits(dossier, personne.pk).values_list("permission__codename", flat=True))
    for permission in Permission.objects.filter(
        content_type__app_label="informations_sensibles", codename__in=DROITS[niveau]
    ).exclude(codename__in=tenus):
        droit = DroitDossier(
            user=personne, content_object=dossier, permission=permission, motif=motif, fin=fin
        )
        droit._history_user = par
        droit.save()
    _dire("cellule.cercle_donne", dossier, par, personne)


def _reprendre(droits, par, motif) -> None:
    for droit in droits:
        droit._history_user, droit._change_reason = par, motif[:100]
        droit.delete()


def _droits(dossier, personne_pk):
    return DroitDossier.objects.en_vigueur().filter(content_object_id=dossier.pk, user=personne_pk)


def _verifier_ouvert_a(dossier, champ, personne) -> None:
    if not est_de_la_cellule(personne) or personne.pk in dossier.tenus_a_l_ecart():
        raise ValidationError({champ: "Cette personne ne peut pas lire ce dossier."})


def _dire(code, dossier, par, personne, verbe=Verbe.ATTRIBUTION) -> None:
    consigner(code, dossier, par=par, verbe=verbe, destinataires=[str(personne.pk)])
