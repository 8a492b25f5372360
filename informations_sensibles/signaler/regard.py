"""Partners' reports in « Que verrait cette personne ? » (`csil.accueil.regard`)."""

from informations_sensibles.commun.accueil import compter

PARTENAIRES = (
    "Le Référent les lit tous, le Bourgmestre et le Chef de Corps une fois repris ou clos ; qui a signalé lit les siens, "
    "tant que son service est ouvert. Ce qui est retiré n’est lu que par son auteur."
)


def signalements_partenaires(personne):
    yield compter("Signalements de partenaires", "csil_regard_signaler", personne, PARTENAIRES)
