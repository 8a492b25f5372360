"""« Que verrait cette personne ? »: what it is told of the sectors, processes and contextual reports."""

from collections import defaultdict

from django.db import connection

from csil.accueil.regard import REFERENCES, Regard
from informations_sensibles.commun.permissions import est_de_la_cellule, est_point_de_contact

MEMBRE = (
    "Membre de la Cellule, mandat et engagement en vigueur : tous, sauf ceux dont elle est tenue à l’écart."
)

CONTACT = "Point de contact sectoriel : {} de son secteur."

RIEN = "Ni membre de la Cellule ni point de contact d’un secteur : rien."

GENRES = {
    "secteur": ("Secteurs de la Cellule", "aucune fiche"),
    "processus": ("Processus de communication", "ce qui est ou a été en vigueur"),
    "signalement": ("Signalements contextuels", "les siens"),
}


def cellule(personne):
    trouves = defaultdict(list)
    with connection.cursor() as curseur:
        curseur.execute("SELECT genre, reference FROM csil_regard_cellule(%s)", [personne.pk])
        for genre, reference in curseur.fetchall():
            trouves[genre].append(reference)
    for genre, (nom, du_contact) in GENRES.items():
        references = tuple(filter(None, trouves[genre]))[:REFERENCES]
        yield Regard(nom, len(trouves[genre]), _regle(personne, du_contact), references)


def _regle(personne, du_contact) -> str:
    if est_de_la_cellule(personne):
        return MEMBRE
    return CONTACT.format(du_contact) if est_point_de_contact(personne) else RIEN
