"""What the clock tells those who keep the sectors: a contact point or a drill that is due again."""

from django.conf import settings

from informations_sensibles.commun.echeances import lire, prevenir


def points_de_contact() -> None:
    """Write of each contact point that lapses, leaves or loses its mandate."""
    for point, _, depuis in lire("SELECT * FROM csil_points_echus(%s)", settings.CSIL_POINT_DE_CONTACT_MOIS):
        prevenir(
            f"point:{point}:{depuis}",
            "Un point de contact police est à revoir",
            "secteurs/email/point_de_contact",
        )


def exercices() -> None:
    """Write of each sector whose last drill is too old."""
    for secteur, depuis in lire("SELECT * FROM csil_exercices_dus(%s)", settings.CSIL_EXERCICE_MOIS):
        prevenir(f"exercice:{secteur}:{depuis}", "Un exercice est à refaire", "secteurs/email/exercice_du")
