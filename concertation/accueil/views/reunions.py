"""Pages of all the meetings: what is new, the list, the month."""

from django.core.paginator import Paginator
from django.shortcuts import render

from concertation.accueil.accueil import nouveautes
from concertation.accueil.filtres import FiltreReunions, avec_comptes
from concertation.accueil.mois import Mois
from concertation.commun.groupes import GERENT, LISENT
from concertation.reunions.models import Reunion
from csil.acces import ouvert_aux_membres

PAR_PAGE = 25


@ouvert_aux_membres(*LISENT)
def concertation(request):
    """Show what is new, what is coming and what was held."""
    visibles = Reunion.objects.visible_to(request.user)
    neuves = sorted(nouveautes(request.user), key=lambda neuve: neuve.quand, reverse=True)[:10]
    contexte = {
        "a_venir": avec_comptes(visibles.a_venir())[:4],
        "tenues": visibles.ayant_eu_lieu()[:5],
        "nouveautes": neuves,
        "gere": request.user.est_membre(*GERENT),
    }
    return render(request, "concertation/accueil/concertation.html", contexte)


@ouvert_aux_membres(*LISENT)
def reunions(request):
    """List the meetings, filtered and sorted by the address."""
    filtre = FiltreReunions(request.GET, Reunion.objects.visible_to(request.user))
    trouvees = avec_comptes(filtre.ordonner(filtre.qs))
    contexte = {
        "filtre": filtre,
        "page": Paginator(trouvees, PAR_PAGE).get_page(request.GET.get("page")),
        "filtree": any(request.GET.get(champ.name) for champ in filtre.form),
        "gere": request.user.est_membre(*GERENT),
    }
    return render(request, "concertation/accueil/reunions.html", contexte)


@ouvert_aux_membres(*LISENT)
def calendrier(request):
    """Show one month, from Monday to Sunday; on a telephone the days that hold something."""
    mois = Mois(Reunion.objects.visible_to(request.user), request.GET.get("mois", ""))
    semaines = mois.semaines
    contexte = {
        "mois": mois,
        "semaines": semaines,
        "nombre": sum(len(jour.reunions) for semaine in semaines for jour in semaine if jour.du_mois),
        "gere": request.user.est_membre(*GERENT),
    }
    return render(request, "concertation/accueil/calendrier.html", contexte)
