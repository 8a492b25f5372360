"""Who may read each dossier and identity, said a second time for `make cloison`."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from csil.cloison import Regle
from csil.comptes import groupes
from csil.declarations import modules
from csil.quarantaine.models import Quarantaine
from informations_sensibles.dossiers.models.blocage_dossier import BlocageDossier
from informations_sensibles.dossiers.models.dossier import Dossier
from informations_sensibles.dossiers.models.droit_dossier import DroitDossier
from informations_sensibles.dossiers.models.effacement import Effacement
from informations_sensibles.dossiers.models.facteur import Facteur
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.models.identite import Identite
from informations_sensibles.dossiers.models.implication import Implication
from informations_sensibles.dossiers.models.refus import Refus
from informations_sensibles.dossiers.models.revelation import Revelation
from informations_sensibles.dossiers.models.revue import Revue
from partenaires.mandats.faits import Faits

CELLULE = (groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS, groupes.OFFICIER, groupes.CELLULE)


def regles() -> Iterable[Regle]:
    lecteurs = Lecteurs()
    d_ailleurs = dites_par_les_pieces("demandeurs")
    return [
        Regle(
            Dossier,
            lambda d: lecteurs.dossier(d.pk),
            lambda d: [d.signes, d.necessite, d.proportionnalite, d.subsidiarite, d.motif_cloture],
        ),
        Regle(DroitDossier, lecteurs.droit, histoire=lecteurs.ancien_droit),
        Regle(BlocageDossier, lecteurs.blocage, lambda b: [b.motif], histoire=None),
        Regle(Implication, lambda i: lecteurs.dossier(i.dossier_id)),
        Regle(Facteur, lambda f: lecteurs.dossier(f.dossier_id), lambda f: [f.texte]),
        Regle(Revue, lambda r: lecteurs.dossier(r.dossier_id), lambda r: [r.motif]),
        Regle(Refus, lambda r: lecteurs.dossier(r.dossier_id), lambda r: [r.motif]),
        Regle(Gel, lambda g: lecteurs.dossier(g.dossier_id), lambda g: [g.motif]),
        Regle(Effacement, lambda e: lecteurs.dossier(e.dossier_id) & lecteurs.noyau),
        Regle(Revelation, lambda r: {r.par_id} & lecteurs.cellule.union(*(d.gens for d in d_ailleurs))),
        Regle(Identite, lambda i: lecteurs.identite(i, d_ailleurs), lambda i: [i.nom]),
    ]


@dataclass(frozen=True)
class Demandeurs:
    """Say who may ask to see identities through another noun: `gens` at all, `de(identite)` this one. Keys of persons."""

    gens: set[int]
    de: Callable[..., set[int]]


def dites_par_les_pieces(nom, *faits) -> list:
    """Call the function of this name in the `cloison.py` of each room that has one: what a higher room says of a lower one's rows."""
    pieces = modules("informations_sensibles", "cloison")
    return [getattr(piece, nom)(*faits) for piece in pieces if hasattr(piece, nom)]


class Lecteurs:
    """Gather the facts of the dossiers, and answer with persons, by their keys."""

    def __init__(self):
        faits = Faits()
        self.maintenant = timezone.now()
        self.cellule = faits.de(*CELLULE)
        self.noyau = faits.de(groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS)
        self.autorites = faits.de(*groupes.AUTORITES)
        self.referents = faits.de(groupes.REFERENT)
        self.officiers = faits.de(groupes.OFFICIER)
        self.chefs = faits.de(groupes.CHEF_DE_CORPS)
        self.admins = faits.de(groupes.ADMINISTRATEURS)
        self.contacts = faits.de(groupes.CONTACT_TFL)
        self.tous = set(faits.actifs)
        self.cercles = defaultdict(lambda: defaultdict(set))
        for droit in DroitDossier.objects.select_related("permission"):
            if self._dure(droit):
                self.cercles[droit.permission.codename][droit.content_object_id].add(droit.user_id)
        self.ecartes = defaultdict(set)
        for blocage in BlocageDossier.objects.all():
            if blocage.leve_le is None:
                self.ecartes[blocage.dossier_id].add(blocage.personne_id)
        self.etats = {dossier.pk: dossier.etat for dossier in Dossier.objects.all()}
        self.ouvertes = defaultdict(set)
        for revelation in Revelation.objects.all():
            if self.maintenant - revelation.le < timedelta(minutes=15):
                self.ouvertes[revelation.identite_id].add(revelation.par_id)
        self.caches = {q.objet_id for q in Quarantaine.objects.all() if q.levee_le is None}

    def _dure(self, droit):
        return droit.debut <= self.maintenant and (droit.fin is None or self.maintenant < droit.fin)

    def dossier(self, pk, droit="view_dossier"):
        """Name the legal core, the circle, and who opens what is proposed; nobody who is kept away."""
        if str(pk) in self.caches:
            return set()
        qui = self.noyau | self.cercles[droit][pk] & self.cellule
        if self.etats.get(pk) == "propose" and droit != "piloter_dossier":
            qui |= self.referents | self.officiers
        return qui - self.ecartes[pk]

    def droit(self, droit):
        return self.ancien_droit(droit) if self._dure(droit) else set()

    def ancien_droit(self, droit):
        if str(droit.content_object_id) in self.caches:
            return set()
        return self.dossier(droit.content_object_id) | {droit.user_id} & self.cellule

    def blocage(self, blocage):
        if str(blocage.dossier_id) in self.caches:
            return set()
        return self.autorites & self.dossier(blocage.dossier_id) - {blocage.personne_id}

    def identite(self, identite, d_ailleurs):
        """Name who asked for it with a motive, and may still ask, by the dossier or by what another noun says of it."""
        peuvent = set().union(*(demandeurs.de(identite) for demandeurs in d_ailleurs))
        if identite.implication_id:
            peuvent |= self.dossier(identite.implication.dossier_id, "contribuer_dossier")
        return self.ouvertes[identite.pk] & peuvent
