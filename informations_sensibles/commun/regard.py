from django.db import connection

from csil.accueil.regard import REFERENCES, Regard


def compter(genre, fonction, personne, regle) -> Regard:
    with connection.cursor() as curseur:
        curseur.execute(f"SELECT {fonction}(%s)", [personne.pk])
        references = [reference for (reference,) in curseur.fetchall()]
    return Regard(genre, len(references), regle, tuple(references[:REFERENCES]))
