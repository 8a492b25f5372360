"""What of the Cellule a person would see: how many, which references, and the rule that opens them."""

from collections import defaultdict

from django.db import connection

from csil.regard import REFERENCES, Regard
from informations_sensibles.permissions import est_de_la_cellule, est_point_de_contact

MEMBRE = (
    "Membre de la Cellule, mandat et engagement en vigueur : tous, sauf ceux dont elle est tenue à l’écart."
)
CONTACT = "Point de contact sectoriel : {} de son secteur."
RIEN = "Ni membre de la Cellule ni point de contact d’un secteur : rien."
PARTENAIRES = (
    "Le Référent les lit tous, le Bourgmestre et le Chef de Corps une fois repris ou clos ; qui a signalé lit les siens, "
    "tant que son service est ouvert. Ce qui est retiré n’est lu que par son auteur."
)
TRANSMISSIONS = (
    "Le noyau légal les lit toutes, le cercle du dossier les siennes, le Référent et l’Officier celles qui partent jusqu’à un "
    "jour après leur fin ; leur destinataire, une fois libérées."
)
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


def signalements_partenaires(personne):
    yield _regard("Signalements de partenaires", "csil_regard_signaler", personne, PARTENAIRES)


def transmissions(personne):
    yield _regard("Transmissions avec la TFL", "csil_regard_transmissions", personne, TRANSMISSIONS)


def _regard(genre, fonction, personne, regle) -> Regard:
    with connection.cursor() as curseur:
        curseur.execute(f"SELECT {fonction}(%s)", [personne.pk])
        references = [reference for (reference,) in curseur.fetchall()]
    return Regard(genre, len(references), regle, tuple(references[:REFERENCES]))


def _regle(personne, du_contact) -> str:
    if est_de_la_cellule(personne):
        return MEMBRE
    return CONTACT.format(du_contact) if est_point_de_contact(personne) else RIEN
