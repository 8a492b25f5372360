"""The act itself, on records of the Cellule: refused inside another, after a creation, with what `clean` fills in."""

from contextlib import suppress

from django.core.exceptions import ValidationError

from csil.actes import acte
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.secteurs.models import PointDeContact
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.outils import proprietaire, relire


@acte("view_dossier")
def _refuse_apres_avoir_enregistre(dossier, *, par):
    dossier.mettre_en_revue(par=par)
    raise ValidationError("non")


@acte("view_dossier")
def _rattrape(dossier, *, par):
    """An act that goes on after an inner act of the same record was refused."""
    with suppress(ValidationError):
        _refuse_apres_avoir_enregistre(dossier, par=par)


def test_un_acte_interieur_refuse_ne_laisse_rien(distribution, parler):
    par = distribution.membre_cellule
    with proprietaire():
        dossier = dossiers.dossier(par)
    with parler(par):
        _rattrape(Dossier.objects.get(pk=dossier.pk), par=par)
    assert relire(dossier).etat == "en_suivi"


def test_une_creation_ne_laisse_pas_son_auteur(distribution, parler):
    """`creer` leaves `_history_user` on what it gives back: the next plain save is told in that name."""
    par = distribution.referent
    with parler(par):
        fait = Dossier.proposer(par=par, **dossiers.champs_dossier())
    assert not hasattr(fait, "_history_user")


def test_l_historique_ne_raconte_que_ce_qui_est_enregistre(distribution, parler):
    """`clean()` renames the contact point after what changed was counted: the history says it, the row does not."""
    par = distribution.referent
    with proprietaire():
        point = cellule.point(cellule.secteur(), personne=distribution.officier_information)
        # The name that the person had on that day; the account was renamed since
        PointDeContact.objects.filter(pk=point.pk).update(designation="Son ancien nom")
    with parler(par):
        PointDeContact.objects.get(pk=point.pk).confirmer(par=par)
    with proprietaire():
        ligne = PointDeContact.history.filter(id=point.pk).latest("history_id")
        assert ligne.designation == PointDeContact.objects.get(pk=point.pk).designation
