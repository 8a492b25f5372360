"""The list of persons under mandate, on screen and to take away (R07)."""

from django.core.paginator import Paginator
from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from csil.comptes.groupes import AUTORITES, DPO
from csil.fichiers.exports import en_csv, en_xlsx
from csil.journal import Verbe, consigner
from partenaires.mandats.mandatees import COLONNES, engagement, fonction, habilitation, mandatees, partenaire
from partenaires.mandats.models.attestation import attestation_de

PAR_PAGE = 50


@ouvert_aux_membres(*AUTORITES, DPO)
def personnes_mandatees(request):
    """List the persons under mandate."""
    page = Paginator(mandatees(request.user), PAR_PAGE).get_page(request.GET.get("page"))
    lignes = [
        {
            "mandat": mandat,
            "fonction": fonction(mandat),
            "partenaire": partenaire(mandat),
            "engagement": engagement(mandat),
            "habilitation": habilitation(mandat),
            "habilitation_tient": (attestation := attestation_de(mandat.personne)) and attestation.tient,
        }
        for mandat in page.object_list
    ]
    return render(request, "partenaires/mandats/personnes_mandatees.html", {"page": page, "lignes": lignes})


@ouvert_aux_membres(*AUTORITES, DPO)
def personnes_mandatees_csv(request):
    """Give the list as CSV."""
    return _exporter(request, en_csv)


@ouvert_aux_membres(*AUTORITES, DPO)
def personnes_mandatees_xlsx(request):
    """Give the list as a spreadsheet."""
    return _exporter(request, en_xlsx)


def _exporter(request, en_tableau):
    lignes = [[dire(mandat) for dire in COLONNES.values()] for mandat in mandatees(request.user)]
    consigner(
        "partenaires.mandatees_exportees",
        par=request.user,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(request.user.pk)],
        motif=f"liste des personnes mandatées, {len(lignes)} ligne(s)",
    )
    return en_tableau("personnes-mandatees", list(COLONNES), lignes)
