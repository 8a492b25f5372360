"""What time asks of the sectors: an e-mail, once, to those who keep them. It names no sector, no person, no content."""

from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string

from csil.courrier import poster
from csil.models import GroupeEnVigueur, Utilisateur
from informations_sensibles.permissions import TIENNENT


def points_de_contact() -> None:
    """A contact point that lapses, leaves or loses its mandate."""
    for point, _, depuis in _lire("SELECT * FROM csil_points_echus(%s)", settings.CSIL_POINT_DE_CONTACT_MOIS):
        _prevenir(f"point:{point}:{depuis}", "Un point de contact police est à revoir", "point_de_contact")


def exercices() -> None:
    """A sector whose last drill is too old."""
    for secteur, depuis in _lire("SELECT * FROM csil_exercices_dus(%s)", settings.CSIL_EXERCICE_MOIS):
        _prevenir(f"exercice:{secteur}:{depuis}", "Un exercice est à refaire", "exercice_du")


def _lire(sql, mois):
    with connection.cursor() as curseur:
        curseur.execute(sql, [mois])
        return curseur.fetchall()


def _prevenir(cle, objet, gabarit):
    contexte = {"adresse": settings.CSIL_ADRESSE, "commune": settings.CSIL_COMMUNE}
    texte = render_to_string(f"informations_sensibles/email/{gabarit}.txt", contexte)
    gardiens = GroupeEnVigueur.objects.filter(groupe__name__in=TIENNENT).values("personne")
    for gardien in Utilisateur.objects.filter(pk__in=gardiens):
        poster(gardien.email, objet, texte, cle=f"{cle}:{gardien.pk}")
