"""What time asks of the Cellule: an e-mail, once, to those who answer for it. It names no sector, no person, no content."""

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.template.loader import render_to_string

from csil.courrier import poster
from csil.models import GroupeEnVigueur, Utilisateur
from informations_sensibles.permissions import OFFICIER, TIENNENT, membres


def points_de_contact() -> None:
    """A contact point that lapses, leaves or loses its mandate."""
    for point, _, depuis in _lire("SELECT * FROM csil_points_echus(%s)", settings.CSIL_POINT_DE_CONTACT_MOIS):
        _prevenir(f"point:{point}:{depuis}", "Un point de contact police est à revoir", "point_de_contact")


def exercices() -> None:
    """A sector whose last drill is too old."""
    for secteur, depuis in _lire("SELECT * FROM csil_exercices_dus(%s)", settings.CSIL_EXERCICE_MOIS):
        _prevenir(f"exercice:{secteur}:{depuis}", "Un exercice est à refaire", "exercice_du")


def embargos() -> None:
    """An embargo whose date has come: whoever set it, and nobody else, is reminded to lift it or hold on (R43)."""
    for embargo, pose_par, jusqu_au in _lire("SELECT * FROM csil_embargos_echus()"):
        seul = Utilisateur.objects.filter(pk=pose_par)
        _prevenir(f"embargo:{embargo}:{jusqu_au}", "Un délai est à revoir", "embargo", seul, reserve=True)


def retours() -> None:
    """A return from the TFL that is overdue: the Officier, and who leads the dossier."""
    officiers = GroupeEnVigueur.objects.filter(groupe__name=OFFICIER)
    for transmission, depuis, pilote in _lire("SELECT * FROM csil_retours_dus()"):
        gens = membres().filter(Q(pk=pilote) | Q(pk__in=officiers.values("personne")))
        _prevenir(
            f"retour:{transmission}:{depuis}", "Un retour n’est pas arrivé", "retour_du", gens, reserve=True
        )


def _lire(sql, *parametres):
    with connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall()


def _prevenir(cle, objet, gabarit, gens=None, reserve=False):
    """`gens`: those who keep the sectors, unless said otherwise."""
    contexte = {"adresse": settings.CSIL_ADRESSE, "commune": settings.CSIL_COMMUNE}
    texte = render_to_string(f"informations_sensibles/email/{gabarit}.txt", contexte)
    if gens is None:
        gardiens = GroupeEnVigueur.objects.filter(groupe__name__in=TIENNENT).values("personne")
        gens = Utilisateur.objects.filter(pk__in=gardiens)
    for personne in gens:
        poster(personne.email, objet, texte, cle=f"{cle}:{personne.pk}", reserve=reserve)
