"""The transmissions in « Que verrait cette personne ? » (`csil.accueil.regard`)."""

from informations_sensibles.commun.accueil import compter

TRANSMISSIONS = (
    "Le noyau légal les lit toutes, le cercle du dossier les siennes, le Référent et l’Officier celles qui partent jusqu’à un "
    "jour après leur fin ; leur destinataire, une fois libérées."
)


def transmissions(personne):
    yield compter("Transmissions avec la TFL", "csil_regard_transmissions", personne, TRANSMISSIONS)
