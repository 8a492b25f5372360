"""What the home page shows of contextual reports: for the Cellule what is to be done, for whoever reported the answers."""

from django.urls import reverse
from django.utils import timezone

from csil.accueil import Nouveaute
from csil.texte.typographie import date_longue
from informations_sensibles.commun.accueil import REPONSE_NEUVE, tache
from informations_sensibles.commun.permissions import (
    REDIGENT,
    RELISENT,
    RESPONSABLES,
    a_un_role,
    est_de_la_cellule,
)
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.signalement import SignalementContextuel


def signalements(user):
    """List what nobody has yet, what is one's own, what is late in other hands, and the words to review. No content."""
    if not est_de_la_cellule(user):
        return
    visibles = SignalementContextuel.objects.visible_to(user).select_related("secteur", "traitement")
    libres = visibles.sans_proprietaire().order_by("echeance")
    if a_un_role(user, REDIGENT):
        yield from _traiter(libres, "Prendre en charge", "sans propriétaire", "Voir")
    siens = visibles.a_traiter().filter(traitement__proprietaire=user)
    yield from _traiter(siens, "Traiter", "le vôtre", "Traiter")
    if a_un_role(user, RESPONSABLES):
        tardifs = visibles.en_retard().exclude(pk__in=libres).exclude(traitement__proprietaire=user)
        yield from _traiter(tardifs, "Relancer", "en d’autres mains", "Voir")
    if a_un_role(user, RELISENT):
        for signalement in visibles.mot_a_relire():
            yield tache(
                signalement,
                f"Relire un mot avant qu’il parte : {signalement}",
                f"Secteur {signalement.secteur}",
                "Relire",
                signalement.traitement.clos_le,
            )


def _traiter(signalements, acte, chez_qui, bouton):
    for signalement in signalements:
        contexte = f"Secteur {signalement.secteur}, {chez_qui}, avant le {date_longue(signalement.echeance)}"
        yield tache(
            signalement,
            f"{acte} un signalement contextuel : {signalement}",
            contexte,
            bouton,
            signalement.recu_le,
            signalement.en_retard,
        )


def reponses(user):
    """List for whoever reported the answers of the last month."""
    recentes = ReponseSignalement.objects.visible_to(user).filter(signalement__signalant=user)
    depuis = timezone.now() - REPONSE_NEUVE
    for reponse in recentes.filter(repondu_le__gt=depuis).select_related("signalement"):
        yield Nouveaute(
            f"Une réponse à votre signalement contextuel {reponse.signalement}",
            reverse("signalement", args=[reponse.signalement_id]),
            reponse.repondu_le,
        )
