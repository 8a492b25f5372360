"""Who may read each dossier, information and identity, said a second time for `make cloison`."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from django.utils import timezone

from csil.cloison import Regle
from csil.comptes import groupes
from csil.quarantaine.models import Quarantaine
from informations_sensibles.circuits.models import Circuit, EtapeCircuit, VersionCircuit
from informations_sensibles.commun.models import CategorieDonnee
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
from informations_sensibles.informations.models import (
    ARectifier,
    Consentement,
    Embargo,
    EtapeInformation,
    Information,
    PassageMasque,
    Rectification,
)
from informations_sensibles.signaler.cloison import Lecteurs as LecteursPartenaires
from informations_sensibles.transmissions.models import InformationTransmise
from partenaires.mandats.faits import Faits

CELLULE = (groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS, groupes.OFFICIER, groupes.CELLULE)
POLICE = ("police_locale", "police_federale", "surete")


def regles() -> Iterable[Regle]:
    lecteurs = Lecteurs()
    return [
        Regle(CategorieDonnee, lambda c: lecteurs.cellule | lecteurs.admins),
        Regle(Circuit, lambda c: lecteurs.cellule),
        Regle(VersionCircuit, lambda v: lecteurs.cellule, lambda v: [v.note, v.decision]),
        Regle(EtapeCircuit, lambda e: lecteurs.cellule, lambda e: [e.consigne]),
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
        Regle(Information, lecteurs.information, lambda i: [i.synthese], histoire=None),
        Regle(EtapeInformation, lambda e: lecteurs.information(e.information), lambda e: [e.mot]),
        Regle(Embargo, lecteurs.embargo, lambda e: [e.motif]),
        Regle(PassageMasque, lecteurs.masque, lambda m: [m.avant]),
        Regle(Consentement, lambda c: lecteurs.information(c.information)),
        Regle(Rectification, lambda r: lecteurs.information(r.information), lambda r: [r.faux]),
        Regle(ARectifier, lambda a: lecteurs.information(a.information)),
        Regle(Revelation, lambda r: {r.par_id} & (lecteurs.cellule | lecteurs.partenaires.signalent)),
        Regle(Identite, lecteurs.identite, lambda i: [i.nom]),
    ]


class Lecteurs:
    """Persons, by their keys."""

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
        self.embargos = {e.information_id: e for e in Embargo.objects.all() if e.leve_le is None}
        self.roles = defaultdict(set)
        for etape in EtapeInformation.objects.all():
            self.roles[etape.information_id].add(etape.role)
        self.a_transmettre = defaultdict(set)  # dossiers of the transmissions that wait, by information
        for couverte in InformationTransmise.objects.select_related("transmission"):
            if couverte.retiree_le is None and couverte.transmission.etat in ("preparee", "verifiee"):
                self.a_transmettre[couverte.information_id].add(couverte.transmission)
        self.couvertes = defaultdict(set)
        for couverte in InformationTransmise.objects.all():
            if couverte.retiree_le is None:
                self.couvertes[couverte.transmission_id].add(couverte.information_id)
        self.leves_hier = defaultdict(set)
        for embargo in Embargo.objects.all():
            if embargo.leve_le is None or self.maintenant - embargo.leve_le < timedelta(days=1):
                self.leves_hier[embargo.information_id].add(embargo.pose_par_id)
        self.ouvertes = defaultdict(set)
        for revelation in Revelation.objects.all():
            if self.maintenant - revelation.le < timedelta(minutes=15):
                self.ouvertes[revelation.identite_id].add(revelation.par_id)
        self.partenaires = LecteursPartenaires()
        self.caches = {q.objet_id for q in Quarantaine.objects.all() if q.levee_le is None}

    def _dure(self, droit):
        return droit.debut <= self.maintenant and (droit.fin is None or self.maintenant < droit.fin)

    def dossier(self, pk, droit="view_dossier"):
        """The legal core, the circle, and who opens what is proposed; nobody who is kept away."""
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

    def tiennent_embargo(self, embargo):
        """Its setter; the legal core when its setter has left the Cellule."""
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
        for transmission in self.a_transmettre[information.pk]:
            qui |= (self.referents | self.officiers) - self.fermee_a(transmission)
        return qui

    def fermee_a(self, transmission) -> set[int]:
        """Those to whom a transmission is closed: blocked, or an information of it held back by somebody else."""
        if {str(transmission.pk), str(transmission.dossier_id)} & self.caches:
            return self.tous
        if {str(pk) for pk in self.couvertes[transmission.pk]} & self.caches:
            return self.tous
        fermee = set(self.ecartes[transmission.dossier_id])
        for pk in self.couvertes[transmission.pk] & self.embargos.keys():
            fermee |= self.tous - self.tiennent_embargo(self.embargos[pk])
        return fermee

    def embargo(self, embargo):
        qui = self.information(embargo.information)
        return qui & (
            {embargo.pose_par_id} | (self.noyau if embargo.pose_par_id not in self.cellule else set())
        )

    def masque(self, masque):
        return self.information(masque.information) & (self.noyau | {masque.par_id})

    def identite(self, identite):
        """Who asked for it with a motive, and may still ask."""
        if identite.signalement_partenaire_id:
            peuvent = self.partenaires.signalement(identite.signalement_partenaire)
        elif identite.implication_id:
            peuvent = self.dossier(identite.implication.dossier_id, "contribuer_dossier")
        else:
            peuvent = self.information(identite.information) if identite.information_id else set()
            if peuvent and identite.information.dossier_id:
                peuvent &= self.dossier(identite.information.dossier_id, "contribuer_dossier")
        return self.ouvertes[identite.pk] & peuvent
