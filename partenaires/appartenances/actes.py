"""Who of a partner's people keeps its record: given and withdrawn by the Référent."""

from django.contrib.auth.models import Permission
from django.core.exceptions import ValidationError

from csil.actes import acte, creer
from csil.journal import Verbe, consigner
from partenaires.appartenances.models.appartenance import Appartenance
from partenaires.appartenances.models.droit_partenaire import TENIR, DroitPartenaire


@acte("donner_tenue")
def donner_tenue(partenaire, personne, *, par, fin=None) -> DroitPartenaire:
    """Give `personne`, who belongs to the partner, the right to keep its record, until `fin` or until withdrawn."""
    if not Appartenance.objects.en_vigueur().filter(personne=personne, partenaire=partenaire).exists():
        raise ValidationError("Cette personne n’appartient pas à ce partenaire.")
    permission = Permission.objects.get(codename=TENIR)
    droit = DroitPartenaire(user=personne, content_object=partenaire, fin=fin, permission=permission)
    creer(droit, par=par)
    _consigner("tenue_donnee", partenaire, par, personne.pk)
    return droit


@acte("donner_tenue")
def retirer_tenue(partenaire, droit, *, par) -> None:
    """Withdraw at once the right that somebody had to keep this record: the row goes, its history stays."""
    droit._history_user = par
    _consigner("tenue_retiree", partenaire, par, droit.user_id)
    droit.delete()


def _consigner(fait, partenaire, par, personne):
    consigner(
        f"partenaires.{fait}", partenaire, par=par, verbe=Verbe.ATTRIBUTION, destinataires=[str(personne)]
    )
