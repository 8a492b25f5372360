"""The list of partners, and what can be taken away of it."""

from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import render
from django.template.defaultfilters import pluralize

from csil.acces import ouvert_aux_membres
from csil.comptes.groupes import ANNUAIRE
from csil.fichiers.exports import en_csv, en_xlsx
from csil.journal import Verbe, consigner
from csil.texte.typographie import date_longue
from partenaires.annuaire.filtres import FiltrePartenaires
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.partenaire import Partenaire

PAR_PAGE = 25


@ouvert_aux_membres(*ANNUAIRE)
def partenaires(request):
    """List the partners that the filters keep."""
    filtre, trouves = _filtrer(request)
    complets = trouves.prefetch_related("services", "implantations", "fonctions", "contacts__suppleant")
    contexte = {
        "filtre": filtre,
        "page": Paginator(complets, PAR_PAGE).get_page(request.GET.get("page")),
        "comptes": trouves.order_by().compter(),
        "filtree": any(request.GET.get(champ.name) for champ in filtre.form),
        "question": request.GET.urlencode(),
    }
    return render(request, "partenaires/annuaire/partenaires.html", contexte)


@ouvert_aux_membres(*ANNUAIRE)
def partenaires_csv(request):
    """Give the list as CSV."""
    return _exporter(request, en_csv)


@ouvert_aux_membres(*ANNUAIRE)
def partenaires_xlsx(request):
    """Give the list as a spreadsheet."""
    return _exporter(request, en_xlsx)


def _filtrer(request):
    filtre = FiltrePartenaires(request.GET, Partenaire.objects.visible_to(request.user))
    return filtre, filtre.ordonner(filtre.qs.select_related("secteur", "niveau"))


def _exporter(request, en_tableau):
    _, trouves = _filtrer(request)
    offres = Prefetch("offres", Offre.objects.prefetch_related("themes", "quartiers"))
    complets = trouves.select_related("secteur", "niveau", "tutelle", "parent").prefetch_related(
        "services", "implantations", "fonctions", "contacts", offres
    )
    lignes = [[dire(partenaire) for dire in COLONNES.values()] for partenaire in complets]
    consigner(
        "partenaires.annuaire_exporte",
        par=request.user,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(request.user.pk)],
        motif=f"{len(lignes)} fiche{pluralize(lignes)}",
    )
    return en_tableau("partenaires", list(COLONNES), lignes)


def _liste(objets) -> str:
    return " ; ".join(str(objet) for objet in objets)


def _contact(contact) -> str:
    return ", ".join(filter(None, [contact.nom, contact.fonction, contact.telephone, contact.courriel]))


COLONNES = {
    "Partenaire": lambda p: p.nom,
    "Sigle": lambda p: p.acronyme,
    "Secteur": lambda p: p.secteur,
    "Niveau": lambda p: p.niveau,
    "Tutelle": lambda p: p.tutelle,
    "Territoire": lambda p: p.territoire,
    "Dépend de": lambda p: p.parent,
    "Missions": lambda p: p.missions,
    "Services": lambda p: _liste(p.services.all()),
    "Fonctions": lambda p: _liste(p.fonctions.all()),
    "Implantations": lambda p: _liste(p.implantations.all()),
    "Contacts": lambda p: _liste(map(_contact, p.contacts.all())),
    "Offres": lambda p: _liste(p.offres.all()),
    "Thèmes": lambda p: _liste(
        sorted({str(theme) for offre in p.offres.all() for theme in offre.themes.all()})
    ),
    "Quartiers": lambda p: _liste(
        sorted({str(q) for offre in p.offres.all() for q in offre.quartiers.all()})
    ),
    "Fiche": lambda p: p.get_statut_fiche_display(),
    "Relue": lambda p: date_longue(p.relue_le),
    "À relire": lambda p: date_longue(p.a_relire_le),
}
