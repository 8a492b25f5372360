"""What the clock tells by e-mail when something in the Cellule falls due."""

from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string

from csil.comptes.models import GroupeEnVigueur, Utilisateur
from csil.courrier import poster
from informations_sensibles.commun.permissions import TIENNENT


def lire(sql, *parametres):
    with connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall()


def prevenir(cle, objet, gabarit, gens=None, reserve=False):
    """Write once for each `cle` to `gens`: those who keep the sectors, unless said otherwise."""
    contexte = {"adresse": settings.CSIL_ADRESSE, "commune": settings.CSIL_COMMUNE}
    texte = render_to_string(f"informations_sensibles/{gabarit}.txt", contexte)
    if gens is None:
        gardiens = GroupeEnVigueur.objects.filter(groupe__name__in=TIENNENT).values("personne")
        gens = Utilisateur.objects.filter(pk__in=gardiens)
    for personne in gens:
        poster(personne.email, objet, texte, cle=f"{cle}:{personne.pk}", reserve=reserve)
