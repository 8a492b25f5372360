"""How a meeting begins: from scratch, from a template, or as a copy of another (fonctions.md, B1); how a template does."""

from django.db import transaction
from django.utils import timezone

from concertation.commun.groupes import GERENT
from concertation.convocations.models import Convocation
from concertation.modeles.models import ModeleReunion
from concertation.ordre_du_jour.actes.reunion import assurer_suivi, inscrire_d_office
from concertation.ordre_du_jour.models import Nature, PointOrdreDuJour
from concertation.reunions.models import Reunion
from csil.actes import ActeRefuse, creer

REPRIS = ("titre", "lieu", "lien_visio", "president", "secretaire")
DU_POINT = ("titre", "nature", "section", "attendu", "duree", "intervenant")


@transaction.atomic
def creer_reunion(*, par, source: ModeleReunion | Reunion | None = None, **champs) -> Reunion:
    """Create a draft with these fields; a source gives its invited people and recurring items. What was postponed comes along."""
    _exiger_le_referent(par)
    reunion = creer(Reunion(**champs), par=par, journal="concertation.reunion_creee")
    if source is not None:
        _inviter(reunion, source, par)
        _inscrire(reunion, source, par)
    for point in PointOrdreDuJour.objects.en_reserve():
        point.rejoindre(reunion, par=par)
    assurer_suivi(reunion, par=par)
    return reunion


@transaction.atomic
def creer_modele(*, par, **champs) -> ModeleReunion:
    """Create a template of meetings, without items nor invited people yet."""
    _exiger_le_referent(par)
    return creer(ModeleReunion(**champs), par=par, journal="concertation.modele_cree")


@transaction.atomic
def en_modele(reunion, *, par, nom, points=()) -> ModeleReunion:
    """Make a template of what this meeting was: its hours, its place, its invited people, and these items."""
    modele = creer_modele(
        par=par,
        nom=nom,
        heure=timezone.localtime(reunion.debut).time(),
        duree=min(max(reunion.duree, 15), 600),
        delai_propositions=(reunion.debut - reunion.limite_propositions).days,
        **{champ: getattr(reunion, champ) for champ in REPRIS},
    )
    for convocation in reunion.convocations.exclude(courriel=""):  # who came without being called is not
        modele.inviter(par=par, **_qui(convocation))
    for point in points:
        modele.ajouter_point(par=par, **{champ: getattr(point, champ) for champ in DU_POINT})
    return modele


def _exiger_le_referent(par) -> None:
    if not par.est_membre(*GERENT):
        raise ActeRefuse("Le Référent seul prépare les réunions.")


def _inviter(reunion, source, par) -> None:
    """Call whom the source calls; who came without being called is not called next time."""
    modele = isinstance(source, ModeleReunion)
    for invite in source.invites.all() if modele else source.convocations.exclude(courriel=""):
        creer(Convocation(reunion=reunion, **_qui(invite)), par=par)


def _inscrire(reunion, source, par) -> None:
    """Put on the agenda a template's items; of a copied meeting, those that recur."""
    modele = isinstance(source, ModeleReunion)
    points = source.points.all() if modele else source.points.inscrits().exclude(nature=Nature.ORDINAIRE)
    for point in points:
        inscrire_d_office(reunion, par=par, **{nom: getattr(point, nom) for nom in DU_POINT})


def _qui(invite) -> dict:
    return {nom: getattr(invite, nom) for nom in ("nom", "courriel", "personne", "partenaire")}
