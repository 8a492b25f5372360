"""Who can read a report, as the line at the top of its page says it: names and roles, never why somebody is kept away."""

from csil.comptes.models import Utilisateur
from informations_sensibles.commun.cercle import Cercle, Lecteur, roles_par_personne
from informations_sensibles.commun.permissions import membres
from informations_sensibles.signalements.visibilite import tenus_a_l_ecart


def cercle_de(signalement) -> Cercle:
    """Say who reads the report and who is kept away, in a fixed number of queries."""
    ecartes, roles = tenus_a_l_ecart(signalement), roles_par_personne()
    lecteurs = [
        Lecteur(personne, " et ".join(sorted(roles[personne.pk])).replace("'", "’"))
        for personne in membres()
        if personne.pk not in ecartes
    ]
    if signalement.signalant_id not in roles:
        lecteurs.append(Lecteur(signalement.signalant, "Son texte, l’état et la réponse : rien d’autre"))
    return Cercle(lecteurs, list(Utilisateur.objects.filter(pk__in=ecartes)))
