"""Pages that search the Cellule: by reference or words in what one may read; by name, with a motive, where one may reveal it (R74)."""

from django.shortcuts import render

from csil.acces import ouvert_aux_membres
from csil.actes import envoye
from csil.journal import Verbe, consigner
from csil.recherche import en_mots
from informations_sensibles.cellule.forms import FormulairePersonne
from informations_sensibles.commun.permissions import MEMBRES
from informations_sensibles.commun.recherche import RIEN, Trouvailles, nommes, trouver
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations.models import Information

PAGES = "informations_sensibles/cellule/recherche"


@ouvert_aux_membres(*MEMBRES)
def recherche(request):
    demande = request.GET.get("q", "").strip()[:200]
    contexte = {"demande": demande, "dossiers": RIEN, "informations": RIEN}
    if demande:
        contexte |= chercher(request.user, demande)
        nombre = len(contexte["dossiers"].lignes) + len(contexte["informations"].lignes)
        consigner(
            "cellule.recherche", par=request.user, verbe=Verbe.CONSULTATION, motif=f"{nombre} lignes lues"
        )
    return render(request, f"{PAGES}/recherche.html", contexte)


def chercher(user, demande: str) -> dict[str, Trouvailles]:
    """Find the dossiers and the informations that this person may read and that answer."""
    return {
        "dossiers": trouver(Dossier.objects.select_related("pilote"), user, demande, "propose_le"),
        "informations": trouver(Information.objects.select_related("dossier"), user, demande, "saisie_le"),
    }


@ouvert_aux_membres(*MEMBRES)
def personne(request):
    """Look for the dossiers of somebody, by POST only, so that a name stands in no address; answer with references only."""
    form = FormulairePersonne(envoye(request))
    contexte = {"form": form, "dossiers": None}
    if request.method == "POST" and form.is_valid():
        trouves = Dossier.objects.visible_to(request.user).filter(
            pk__in=nommes(en_mots(form.cleaned_data["nom"]))
        )
        contexte["dossiers"] = list(trouves.select_related("pilote").order_by("-propose_le")[:25])
        consigner(
            "cellule.recherche_personne",
            par=request.user,
            verbe=Verbe.CONSULTATION,
            motif=form.cleaned_data["motif"],
        )
    return render(request, f"{PAGES}/personne.html", contexte)
