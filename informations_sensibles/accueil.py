"""What the home page shows of the sectors, their processes and the contextual reports."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from csil.accueil import Nouveaute, Tache
from csil.typographie import date_longue
from informations_sensibles.models import (
    ReponseSignalement,
    ReponseSignalementPartenaire,
    Secteur,
    SignalementContextuel,
    SignalementPartenaire,
    VersionProcessus,
)
from informations_sensibles.permissions import (
    DECIDENT,
    RECOIVENT,
    REDIGENT,
    RELISENT,
    RESPONSABLES,
    TIENNENT,
    a_un_role,
    est_de_la_cellule,
)

REPONSE_NEUVE = timedelta(days=30)


def versions(user):
    """For an authority what waits for its approval; for who drafted it what came back or is due to be read again."""
    if a_un_role(user, DECIDENT):
        yield from _a_approuver(user)
    if a_un_role(user, REDIGENT):
        yield from _renvoyees(user)
        yield from _a_revoir(user)


def _visibles(user):
    return VersionProcessus.objects.visible_to(user).select_related("processus__secteur")


def _a_approuver(user):
    for version in _visibles(user).filter(etat="soumise").non_ecrites_par(user):
        yield tache(
            version,
            f"Approuver un processus : {version.processus}",
            f"Secteur {version.processus.secteur}, {version}",
            "Examiner",
            version.soumise_le,
        )


def _renvoyees(user):
    for version in _visibles(user).filter(etat="brouillon", redigee_par=user).exclude(decision=""):
        contexte = f"Secteur {version.processus.secteur}, {version}"
        yield tache(
            version, f"Corriger un processus renvoyé : {version.processus}", contexte, "Corriger", None
        )


def _a_revoir(user):
    for version in _visibles(user).echues():
        contexte = f"Secteur {version.processus.secteur}, à revoir avant le {date_longue(version.valable_au)}"
        yield tache(
            version.processus,
            f"Revoir un processus : {version.processus}",
            contexte,
            "Revoir",
            version.valable_au,
            en_retard=True,
        )


def secteurs(user):
    """For who keeps the sectors: those that cannot be counted on, one line each."""
    if not a_un_role(user, TIENNENT):
        return
    for secteur in Secteur.objects.visible_to(user).complets():
        alarmes = secteur.alarmes
        if alarmes:
            autres = f", et {len(alarmes) - 1} de plus" if len(alarmes) > 1 else ""
            yield tache(
                secteur,
                f"Remettre un secteur à jour : {secteur}",
                f"{alarmes[0].rstrip('.')}{autres}",
                "Voir le secteur",
                None,
            )


def signalements(user):
    """What nobody has yet, what is one's own, what is late in somebody's hands, and the words to review. No content."""
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


def signalements_partenaires(user):
    """For the Référent: what partners reported on a person and is not closed. No content."""
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
    """For whoever reported: the answers of the last month."""
    recentes = ReponseSignalement.objects.visible_to(user).filter(signalement__signalant=user)
    depuis = timezone.now() - REPONSE_NEUVE
    for reponse in recentes.filter(repondu_le__gt=depuis).select_related("signalement"):
        yield Nouveaute(
            f"Une réponse à votre signalement contextuel {reponse.signalement}",
            reverse("signalement", args=[reponse.signalement_id]),
            reponse.repondu_le,
        )


def reponses_aux_partenaires(user):
    """For whoever reported on a person: the answers of the last month."""
    recentes = ReponseSignalementPartenaire.objects.visible_to(user).filter(signalement__signalant=user)
    depuis = timezone.now() - REPONSE_NEUVE
    for reponse in recentes.filter(repondu_le__gt=depuis).select_related("signalement"):
        yield Nouveaute(
            f"Une réponse à votre signalement {reponse.signalement}",
            reponse.signalement.adresse_du_signalant,
            reponse.repondu_le,
        )


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
