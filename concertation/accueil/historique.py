"""What the « Historique » tab of a meeting tells: the meeting and its parts. The secretary's notes never appear in it."""

from concertation.actions.models import Action, Avis, Decision
from concertation.compte_rendu.actes import REPRISE
from concertation.compte_rendu.models import Addendum, Amendement, CompteRendu, CompteRenduPoint
from concertation.convocations.models import Convocation
from concertation.modeles.historique import INVITER
from concertation.ordre_du_jour.models import Document, PointOrdreDuJour
from concertation.presences.models import Presence
from csil.historique import Source

COMMUNS = {"id", "version", "reunion", "point", "convocation", "compte_rendu", "modele"}
# Moments that the history tells by itself, or that a state already says.
MOMENTS = {
    "creee_le",
    "arretee_le",
    "convoquee_le",
    "tenue_le",
    "relecture_le",
    "approuvee_le",
    "propose_le",
    "propose_par",
    "repondu_le",
    "envoyee_le",
    "relancee_le",
    "cree_le",
    "close_le",
    "rappelee_le",
    "redige_par",
    "redige_le",
    "tranche_par",
    "tranche_le",
    "commence_le",
    "depose_par",
    "depose_le",
    "genre",
    "taille",
    "circule_le",
    "arrivee_le",
    "par",
    "le",
    "rang",
    "reporte_de",
}
TUS = frozenset(COMMUNS | MOMENTS)
# Read by the Référent only (the forms of the invitations say so).
ADRESSES = {"courriel", "remplacant_courriel"}
PRESENCE = {"+": "a noté présent", "~": "a noté le départ de", "-": "a effacé la présence de"}


def sources(reunion) -> list[Source]:
    """List what tells the history of a meeting and of its parts."""
    points = PointOrdreDuJour.history.filter(reunion=reunion).values("id")
    invitees = Convocation.history.filter(reunion=reunion).values("id")
    comptes_rendus = CompteRendu.history.filter(reunion=reunion).values("id")
    return [
        Source(reunion.history.all(), "la réunion", titre="", tus=TUS),
        Source(PointOrdreDuJour.history.filter(reunion=reunion), "le point", tus=TUS),
        Source(Document.history.filter(point__in=points), "le document", tus=TUS),
        Source(Convocation.history.filter(reunion=reunion), "", gestes=INVITER, tus=TUS | ADRESSES),
        Source(
            Presence.history.filter(convocation__in=invitees),
            "",
            titre="convocation",
            gestes=PRESENCE,
            tus=TUS | {"depart_le"},
        ),
        Source(
            CompteRenduPoint.history.filter(point__in=points),
            "le compte rendu du point",
            titre="point",
            tus=TUS,
            repli=REPRISE,
        ),
        *(
            Source(modele.history.filter(point__in=points), nom, tus=TUS)
            for modele, nom in ((Decision, "la décision"), (Avis, "l’avis"), (Action, "l’action"))
        ),
        Source(CompteRendu.history.filter(reunion=reunion), "le compte rendu", titre="", tus=TUS),
        *(
            Source(modele.history.filter(compte_rendu__in=comptes_rendus), nom, tus=TUS)
            for modele, nom in ((Amendement, "la demande de correction"), (Addendum, "l’addendum"))
        ),
    ]
