"""Who may read each information, and what hangs from it, said a second time for `make cloison`."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from csil.cloison import Regle
from csil.comptes import groupes
from informations_sensibles.dossiers import cloison as dossiers
from informations_sensibles.informations.models.consentement import Consentement
from informations_sensibles.informations.models.embargo import Embargo
from informations_sensibles.informations.models.etape_information import EtapeInformation
from informations_sensibles.informations.models.information import Information
from informations_sensibles.informations.models.passage_masque import PassageMasque
from informations_sensibles.informations.models.rectification import ARectifier, Rectification

POLICE = ("police_locale", "police_federale", "surete")


def regles() -> Iterable[Regle]:
    lecteurs = Lecteurs()
    return [
        Regle(Information, lecteurs.information, lambda i: [i.synthese], histoire=None),
        Regle(EtapeInformation, lambda e: lecteurs.information(e.information), lambda e: [e.mot]),
        Regle(Embargo, lecteurs.embargo, lambda e: [e.motif]),
        Regle(PassageMasque, lecteurs.masque, lambda m: [m.avant]),
        Regle(Consentement, lambda c: lecteurs.information(c.information)),
        Regle(Rectification, lambda r: lecteurs.information(r.information), lambda r: [r.faux]),
        Regle(ARectifier, lambda a: lecteurs.information(a.information)),
    ]


def demandeurs() -> dossiers.Demandeurs:
    """Say who may ask to see the identity that waits with an information."""
    lecteurs = Lecteurs()
    return dossiers.Demandeurs(lecteurs.cellule, lecteurs.demandent)


class Lecteurs(dossiers.Lecteurs):
    """Gather the facts of the informations too, and answer with persons, by their keys."""

    def __init__(self):
        super().__init__()
        self.embargos = {e.information_id: e for e in Embargo.objects.all() if e.leve_le is None}
        self.roles = defaultdict(set)
        for etape in EtapeInformation.objects.all():
            self.roles[etape.information_id].add(etape.role)
        self.leves_hier = defaultdict(set)
        for embargo in Embargo.objects.all():
            if embargo.leve_le is None or self.maintenant - embargo.leve_le < timedelta(days=1):
                self.leves_hier[embargo.information_id].add(embargo.pose_par_id)
        self.par_ailleurs = dossiers.dites_par_les_pieces("lecteurs_d_information", self)

    def tiennent_embargo(self, embargo):
        """Name its setter; the legal core when its setter has left the Cellule."""
        siens = {embargo.pose_par_id} & self.cellule
        return siens or self.noyau

    def information(self, information):
        dossier = information.dossier_id
        if {str(information.pk), str(dossier)} & self.caches:
            return set()
        qui = self._auteur(information) | self._par_etat(information)
        qui |= self.leves_hier[information.pk] & self.cellule
        if information.pk in self.embargos:
            qui &= self.tiennent_embargo(self.embargos[information.pk])
        return qui - self.ecartes[dossier]

    def _auteur(self, information):
        return set() if information.termine_le else {information.saisie_par_id} & self.cellule

    def _par_etat(self, information):
        if information.etat == "sans_circuit":
            return self.chefs | self.referents
        if information.etat in ("a_valider", "ecartee"):
            return self.officiers | self.chefs if information.source in POLICE else self.referents
        qui = set(self.noyau)
        if information.cercle and information.dossier_id:
            qui |= self.dossier(information.dossier_id)
        if information.dossier_id is None:
            qui |= self.referents | self.officiers
        fini = information.termine_le
        if fini is None or self.maintenant - fini < timedelta(days=1):
            qui |= self.referents if groupes.REFERENT in self.roles[information.pk] else set()
            qui |= self.officiers if groupes.OFFICIER in self.roles[information.pk] else set()
        return qui.union(*(lisent(information) for lisent in self.par_ailleurs))

    def embargo(self, embargo):
        qui = self.information(embargo.information)
        return qui & (
            {embargo.pose_par_id} | (self.noyau if embargo.pose_par_id not in self.cellule else set())
        )

    def masque(self, masque):
        return self.information(masque.information) & (self.noyau | {masque.par_id})

    def demandent(self, identite):
        """Name who reads the information with which it waits, and adds to the dossier that this one is in."""
        if not identite.information_id:
            return set()
        peuvent, dossier = self.information(identite.information), identite.information.dossier_id
        return peuvent & self.dossier(dossier, "contribuer_dossier") if dossier else peuvent
