"""How a meeting begins: from scratch, from a template, or as a copy of another (fonctions.md, B1)."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from concertation.actions.models import Action
from concertation.convocations.models import Convocation
from concertation.modeles.models import ModeleReunion
from concertation.ordre_du_jour.models import Attendu, EtatPoint, Nature, PointOrdreDuJour, Section
from concertation.reunions.models.reunion import Reunion
from csil.journal import Verbe, consigner

SUIVI = "Suivi des actions"


@transaction.atomic
def creer(*, par, source: ModeleReunion | Reunion | None = None, **champs) -> Reunion:
    """A draft with these fields; a source gives its invited people and recurring items. What was postponed comes along."""
    reunion = Reunion(**champs)
    reunion.full_clean()
    reunion._history_user = par
    reunion.save()
    consigner("concertation.reunion_creee", reunion, par=par, verbe=Verbe.COLLECTE)
    if source is not None:
        _inviter(reunion, source, par)
        _inscrire(reunion, source, par)
    for point in PointOrdreDuJour.objects.en_reserve():
        point.reunion, point._history_user = reunion, par
        point.save()
    assurer_suivi(reunion, par=par)
    return reunion


def depuis_modele(modele: ModeleReunion, jour) -> dict:
    """The fields of a meeting of this kind on that day."""
    debut = timezone.make_aware(datetime.combine(jour, modele.heure))
    champs = ("titre", "lieu", "lien_visio", "president", "secretaire")
    return {nom: getattr(modele, nom) for nom in champs} | {
        "debut": debut,
        "fin": debut + timedelta(minutes=modele.duree),
        "limite_propositions": max(
            debut - timedelta(days=modele.delai_propositions), min(timezone.now(), debut)
        ),
    }


def assurer_suivi(reunion, *, par) -> None:
    """Open actions come back by themselves (R54): an item for them, unless there is one or nothing is open."""
    deja = reunion.points.inscrits().filter(nature=Nature.SUIVI).exists()
    if deja or not Action.objects.ouvertes_avant(reunion).exists():
        return
    _ajouter(
        reunion, par, titre=SUIVI, nature=Nature.SUIVI, section=Section.OUVERTURE, attendu=Attendu.INFORMATION
    )


def _inviter(reunion, source, par):
    modele = isinstance(source, ModeleReunion)
    # Who came without being called is not called next time
    for invite in source.invites.all() if modele else source.convocations.exclude(courriel=""):
        convocation = Convocation(
            reunion=reunion,
            personne=invite.personne,
            partenaire=invite.partenaire,
            nom=invite.nom,
            courriel=invite.courriel,
        )
        convocation._history_user = par
        convocation.save()


def _inscrire(reunion, source, par):
    """A template's items; of a copied meeting, those that recur."""
    modele = isinstance(source, ModeleReunion)
    points = source.points.all() if modele else source.points.inscrits().exclude(nature=Nature.ORDINAIRE)
    for point in points:
        champs = ("titre", "nature", "section", "attendu", "duree", "intervenant")
        _ajouter(reunion, par, **{nom: getattr(point, nom) for nom in champs})


def _ajouter(reunion, par, **champs):
    champs = {"duree": 10, **champs}
    rang = reunion.points.count() + 1
    point = PointOrdreDuJour(reunion=reunion, propose_par=par, etat=EtatPoint.INSCRIT, rang=rang, **champs)
    point._history_user = par
    point.save()
