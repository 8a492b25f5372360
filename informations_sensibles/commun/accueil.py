"""What the home page shows of the Cellule: each noun its tasks and its news, never what a record says."""

from datetime import timedelta

from csil.accueil import Tache

# An answer is news to whoever reported for this long
REPONSE_NEUVE = timedelta(days=30)


def tache(objet, quoi, contexte, bouton, depuis, en_retard=False):
    return Tache(
        quoi=quoi,
        contexte=contexte,
        adresse=objet.get_absolute_url(),
        bouton=bouton,
        depuis=depuis,
        en_retard=en_retard,
        lieu="cellule",
    )
