"""Telling the proposer by e-mail that their item has an answer: what became of it, never its words."""

from django.conf import settings
from django.template.loader import render_to_string

from concertation.ordre_du_jour.etats import EtatPoint
from csil.courrier import poster
from csil.texte.typographie import date_longue

OBJET = "Plateforme CSIL : une réponse à votre point"
SUITES = {
    EtatPoint.INSCRIT: "il est inscrit à l’ordre du jour",
    EtatPoint.A_COMPLETER: "une précision vous est demandée avant de l’inscrire",
    EtatPoint.REFUSE: "il n’est pas inscrit, et la réponse dit pourquoi",
    EtatPoint.RETIRE: "il est retiré de l’ordre du jour",
}


def prevenir(point, *, par) -> None:
    """Tell the proposer, once per answer; nobody is told of what they did themselves, nor whose account is closed."""
    personne = point.propose_par
    if personne == par or not personne.is_active:
        return
    contexte = {
        "personne": personne,
        "reunion": point.reunion,
        "suite": SUITES.get(point.etat) or _report(point),
        "adresse": settings.CSIL_ADRESSE + point.get_absolute_url(),
        "commune": settings.CSIL_COMMUNE,
    }
    texte = render_to_string("concertation/ordre_du_jour/email/point_repondu.txt", contexte)
    cle = f"point:{point.pk}:{point.version}"
    poster(personne.email, OBJET, texte, cle=cle, pour=point, par=par)


def _report(point) -> str:
    if reunion := point.suite_eventuelle and point.suite_eventuelle.reunion:
        return f"il est reporté à la réunion du {date_longue(reunion.debut)}"
    return "il est gardé pour la réunion suivante, qui n’a pas encore de date"
