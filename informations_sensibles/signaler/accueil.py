"""The home page's tasks and news of partners' reports, without their contents."""

from django.utils import timezone

from csil.accueil import Nouveaute
from csil.texte.typographie import date_longue
from informations_sensibles.commun.accueil import REPONSE_NEUVE, tache
from informations_sensibles.commun.permissions import RECOIVENT, a_un_role
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire


def signalements(user):
    """Yield, for the Référent, what partners reported on a person and is not closed."""
    if not a_un_role(user, RECOIVENT):
        return
    visibles = SignalementPartenaire.objects.lus_dans_la_cellule(user).select_related("partenaire")
    for signalement in visibles.a_traiter().order_by("echeance"):
        acte = "Examiner" if signalement.etat == "recu" else "Répondre à"
        yield tache(
            signalement,
            f"{acte} un signalement de partenaire : {signalement}",
            f"{signalement.partenaire.nom_court}, avant le {date_longue(signalement.echeance)}",
            "Examiner" if signalement.etat == "recu" else "Répondre",
            signalement.recu_le,
            signalement.en_retard,
        )


def reponses(user):
    """Yield, for whoever reported on a person, the answers of the last month."""
    recentes = ReponseSignalementPartenaire.objects.visible_to(user).filter(signalement__signalant=user)
    depuis = timezone.now() - REPONSE_NEUVE
    for reponse in recentes.filter(repondu_le__gt=depuis).select_related("signalement"):
        yield Nouveaute(
            f"Une réponse à votre signalement {reponse.signalement}",
            reponse.signalement.adresse_du_signalant,
            reponse.repondu_le,
        )
