"""What is done with the agenda of a meeting: an item proposed, the agenda closed and opened again."""

from django.core.exceptions import ValidationError

from concertation.commun.groupes import GERENT
from concertation.ordre_du_jour.actes.point import SANS_MOTIF, inscrire
from concertation.ordre_du_jour.etats import Attendu, EtatPoint, Nature, Section
from concertation.ordre_du_jour.reprises import reprises
from concertation.reunions.actes import passer
from concertation.reunions.etats import Etat
from concertation.reunions.manques import exiger
from csil.actes import acte, creer

SUIVI = "Suivi des actions"


@acte("proposer_point")
def proposer(reunion, *, par, partenaire=None, **champs):
    """Propose an item; what the Référent adds is on the agenda at once. Late, it needs a reason (R47)."""
    point = reunion.points.model(reunion=reunion, propose_par=par, partenaire=partenaire, **champs)
    if reunion.est_arretee and not point.motif_tardif:
        raise ValidationError({"motif_tardif": SANS_MOTIF})
    if par.est_membre(*GERENT):
        inscrire(point)
    return creer(point, par=par, journal="concertation.point_propose")


@acte("arreter_reunion")
def arreter(reunion, *, par):
    """Close the agenda: from now on an item that comes in needs a reason (R47). Raises ValidationError."""
    assurer_suivi(reunion, par=par)
    exiger(reunion, "arreter")
    passer(reunion, Etat.ARRETEE, "ordre_du_jour_arrete", par=par)


@acte("rouvrir_reunion")
def rouvrir(reunion, *, par):
    """Make the agenda a draft again, as long as nobody was convoked."""
    passer(reunion, Etat.BROUILLON, "ordre_du_jour_rouvert", par=par)
    reunion.arretee_le = None


def assurer_suivi(reunion, *, par) -> None:
    """Put open actions on the agenda again (R54): an item for them, unless there is one or nothing is open."""
    deja = reunion.points.inscrits().filter(nature=Nature.SUIVI).exists()
    if not deja and reprises(Nature.SUIVI, reunion):
        inscrire_d_office(
            reunion,
            par=par,
            titre=SUIVI,
            nature=Nature.SUIVI,
            section=Section.OUVERTURE,
            attendu=Attendu.INFORMATION,
        )


def inscrire_d_office(reunion, *, par, **champs) -> None:
    """Put on the agenda an item that comes by itself: what recurs, what a template or a copied meeting gives."""
    point = reunion.points.model(
        reunion=reunion,
        propose_par=par,
        etat=EtatPoint.INSCRIT,
        rang=reunion.points.count() + 1,
        **{"duree": 10, **champs},
    )
    creer(point, par=par)
