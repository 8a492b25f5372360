"""What a person has to do with the items of a meeting, and where an item that is postponed would go."""

from concertation.ordre_du_jour.etats import Nature
from concertation.ordre_du_jour.models.document import Document
from concertation.reunions.models import Reunion
from csil.historique import Source
from csil.texte.typographie import date_longue
from partenaires.appartenances.models import Appartenance

TUS = frozenset({"id", "version", "reunion", "nature", "propose_par", "propose_le", "repondu_le", "point"})
TUS_DU_DOCUMENT = TUS | {"genre", "taille", "depose_le", "depose_par"}


def partenaire_de(user):
    """Find for whom this person works now, or None."""
    appartenance = (
        Appartenance.objects.en_vigueur().filter(personne=user).select_related("partenaire").first()
    )
    return appartenance and appartenance.partenaire


def vos_points(reunion, user) -> dict:
    """Read one's own items at this meeting, and whether one may propose another (`point/vos_points.html`)."""
    siens = reunion.points.visible_to(user).filter(propose_par=user, nature=Nature.ORDINAIRE)
    points = siens.order_by("propose_le")
    return {"points": points, "reunion": reunion, "droits": reunion.droits_de(user)}


def destination(reunion) -> str:
    """Say where an item postponed from this meeting goes, after « reporter »."""
    suivante = Reunion.objects.suivante(reunion)
    if suivante:
        return f"à la réunion du {date_longue(suivante.debut)}"
    return "à la prochaine réunion, qui n’a pas encore de date : le point est gardé jusque-là"


def sources(point) -> list[Source]:
    """List what tells the history of an item; the secretary's notes are nobody else's."""
    return [
        Source(point.history.all(), "le point", titre="", tus=TUS),
        Source(Document.history.filter(point=point.pk), "le document", tus=TUS_DU_DOCUMENT),
    ]
