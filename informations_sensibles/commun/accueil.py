"""What the home page and « Que verrait cette personne ? » show of the Cellule: never what a record says."""

from datetime import timedelta

from django.db import connection

from csil.accueil import Tache
from csil.accueil.regard import REFERENCES, Regard

# An answer is news to whoever reported for this long
REPONSE_NEUVE = timedelta(days=30)


def tache(objet, quoi, contexte, bouton, depuis, en_retard=False):
    """Make a task of the home page, done on the page of the record."""
    return Tache(
        quoi=quoi,
        contexte=contexte,
        adresse=objet.get_absolute_url(),
        bouton=bouton,
        depuis=depuis,
        en_retard=en_retard,
        lieu="cellule",
    )


def compter(genre, fonction, personne, regle) -> Regard:
    """Count what a function of the database says that this person would see of one kind, by which rule."""
    with connection.cursor() as curseur:
        curseur.execute(f"SELECT {fonction}(%s)", [personne.pk])
        references = [reference for (reference,) in curseur.fetchall()]
    return Regard(genre, len(references), regle, tuple(references[:REFERENCES]))
