"""The groups of a person: what each opens, granted and withdrawn, by whom and when: the administrators' main job."""

from dataclasses import dataclass
from functools import partial

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import redirect
from django.urls import reverse

from csil.actes import agir
from csil.comptes.models import Attribution, ProfilGroupe
from csil.historique import Source, page_historique
from partenaires.admin.formulaires import FormulaireMandat, FormulaireMotif
from partenaires.mandats.actes import retirer_groupe
from partenaires.mandats.models import Mandat

GESTES = {"+": "a attribué le groupe", "~": "a changé l’attribution du groupe", "-": "a retiré le groupe"}
GESTES_MANDAT = {
    "+": "a demandé un mandat pour le groupe",
    "~": "a fait avancer le mandat pour le groupe",
    "-": "",
}
TUS = frozenset({"id", "personne", "groupe", "attribuee_par", "attribuee_le"})
# Who asked and who decided are the authors of the lines.
AUTEURS = {"demande_par", "confirme_par", "refuse_par", "termine_par", "revu_par"}
TUS_MANDAT = frozenset({"id", "personne", "groupe", "demande_le", "amorce", *AUTEURS})


@dataclass(frozen=True)
class Ligne:
    """A group as it stands for one person."""

    profil: ProfilGroupe
    attribution: Attribution | None
    mandats: list[Mandat]
    en_vigueur: bool

    @property
    def attend(self) -> bool:
        """Say whether a mandate waits for being confirmed."""
        return any(mandat.etat == "en attente" for mandat in self.mandats)


def groupes(admin, request, personne):
    """Show every group as it stands for this person, and what was done."""
    contexte = {
        "lignes": _lignes(personne),
        "soi": personne == request.user,
        "page": page_historique(_sources(personne), request.GET.get("page")),
    }
    return admin.page(request, "admin/groupes.html", f"Groupes de {personne}", personne, **contexte)


def attribuer(admin, request, personne, groupe):
    """Put the person in an ordinary group, at once."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    profil = _profil(groupe)
    motif = request.POST.get("motif", "").strip()
    try:
        Attribution.attribuer(par=request.user, personne=personne, groupe=profil.groupe, motif=motif)
    except ValidationError as erreur:
        messages.error(request, " ".join(erreur.messages))
    else:
        messages.success(request, f"{personne} est maintenant dans le groupe « {profil} ».")
    return redirect("admin:groupes", personne.pk)


def demander(admin, request, personne, groupe):
    """Ask for a mandate for a sensitive group: nothing opens before a second person confirms."""
    profil = _profil(groupe)
    if not profil.sensible:
        raise Http404
    form = FormulaireMandat(request.POST or None)
    attente = personne.mandats.en_attente().filter(groupe=groupe)
    if attend := attente.first():
        messages.warning(request, "Ce mandat est déjà demandé : il attend une confirmation.")
        return redirect(attend)
    contexte = {"form": form, "profil": profil, "retour": _retour(personne)}
    titre = f"Demander un mandat pour {personne}"
    return agir(
        request,
        form,
        partial(Mandat.demander, personne=personne, groupe=profil.groupe),
        annonce="Le mandat est demandé. Rien ne s’ouvre avant qu’une autorité le confirme sur cette page.",
        suite=attente.first,
    ) or admin.page(request, "admin/mandat_demander.html", titre, personne, **contexte)


def retirer(admin, request, personne, groupe):
    """Take the person out of a group, on a page that says what closes."""
    profil = _profil(groupe)
    attribution = personne.attributions.filter(groupe=groupe).first()
    if attribution is None:
        raise Http404
    form = FormulaireMotif(request.POST or None, obligatoire=profil.sensible)
    phrases = [f"{personne} perdra aussitôt ce que le groupe ouvre : {profil.ouvre}"]
    if profil.sensible:
        phrases.append(
            "Ses mandats pour ce groupe prendront fin, définitivement : pour revenir, il en faudra un nouveau."
        )
    contexte = {"form": form, "phrases": phrases, "bouton": "Retirer du groupe", "retour": _retour(personne)}
    titre = f"Retirer {personne} du groupe « {profil} »"
    return agir(
        request,
        form,
        partial(retirer_groupe, attribution),
        annonce=f"{personne} n’est plus dans le groupe « {profil} ».",
        suite=_retour(personne),
    ) or admin.page(request, "admin/confirmer.html", titre, personne, **contexte)


def _lignes(personne) -> list[Ligne]:
    attributions = {a.groupe_id: a for a in personne.attributions.select_related("attribuee_par")}
    mandats = list(personne.mandats.en_cours().prefetch_related("suspensions"))
    return [
        Ligne(
            profil,
            attributions.get(profil.groupe_id),
            [mandat for mandat in mandats if mandat.groupe_id == profil.groupe_id],
            profil.groupe.name in personne.groupes,
        )
        for profil in ProfilGroupe.objects.select_related("groupe")
    ]


def _sources(personne) -> list[Source]:
    return [
        Source(Attribution.history.filter(personne=personne), "", "groupe", GESTES, TUS),
        Source(Mandat.history.filter(personne=personne), "", "groupe", GESTES_MANDAT, TUS_MANDAT),
    ]


def _profil(groupe) -> ProfilGroupe:
    profil = ProfilGroupe.objects.select_related("groupe").filter(groupe=groupe).first()
    if profil is None:
        raise Http404
    return profil


def _retour(personne):
    return reverse("admin:groupes", args=[personne.pk])
