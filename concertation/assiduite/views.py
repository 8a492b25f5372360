"""Pages of attendance by partner and by sector over a year: drawn, in a table, and to take away."""

from django.shortcuts import render
from django.utils import timezone

from concertation.assiduite.assiduite import Assiduite
from concertation.commun.groupes import LISENT
from concertation.reunions.models import Reunion
from csil.acces import ouvert_aux_membres
from csil.fichiers.exports import en_csv, en_xlsx
from csil.journal import Verbe, consigner

COLONNES = {
    "Partenaire": lambda ligne: ligne.nom,
    "Secteur": lambda ligne: ligne.secteur,
    "Réunions": lambda ligne: ligne.invitations,
    "Présent": lambda ligne: ligne.present,
    "Excusé": lambda ligne: ligne.excuse,
    "Absent": lambda ligne: ligne.absent,
    "Présence (%)": lambda ligne: ligne.taux,
}


@ouvert_aux_membres(*LISENT)
def assiduite(request):
    """Draw the attendance of a year, and list it."""
    connues = Reunion.objects.visible_to(request.user).ayant_eu_lieu().annees()
    contexte = {"assiduite": Assiduite(request.user, _annee(request, connues)), "annees": connues}
    return render(request, "concertation/assiduite/assiduite.html", contexte)


@ouvert_aux_membres(*LISENT)
def assiduite_csv(request):
    """Export it as CSV."""
    return _exporter(request, en_csv)


@ouvert_aux_membres(*LISENT)
def assiduite_xlsx(request):
    """Export it as a spreadsheet."""
    return _exporter(request, en_xlsx)


def _annee(request, connues) -> int:
    """Read the year that is asked for; else the last one in which there was a meeting."""
    demandee = request.GET.get("annee", "")
    if demandee.isdecimal() and 2000 <= int(demandee[:5]) <= 2100:
        return int(demandee)
    return connues[0] if connues else timezone.localdate().year


def _exporter(request, en_tableau):
    connues = Reunion.objects.visible_to(request.user).ayant_eu_lieu().annees()
    bilan = Assiduite(request.user, _annee(request, connues))
    consigner(
        "concertation.assiduite_exportee",
        par=request.user,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(request.user.pk)],
        motif=str(bilan.annee),
    )
    lignes = [[dire(ligne) for dire in COLONNES.values()] for ligne in bilan.partenaires]
    return en_tableau(f"assiduite-{bilan.annee}", list(COLONNES), lignes)
