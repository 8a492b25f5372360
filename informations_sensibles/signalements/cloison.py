"""Who may read each row of the Cellule, said a second time for `make cloison`: from the rows, without querysets or policies."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from csil.cloison import Regle
from csil.comptes import groupes
from csil.quarantaine.models import Quarantaine
from informations_sensibles.commun.models import ReponseType
from informations_sensibles.secteurs.models import (
    CorrespondantSecteur,
    EtapeProcessus,
    Exercice,
    OrganisationSecteur,
    PointDeContact,
    ProcessusCommunication,
    Secteur,
    VersionProcessus,
)
from informations_sensibles.signalements.models.blocage import Blocage
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.signalement import SignalementContextuel
from informations_sensibles.signalements.models.traitement import TraitementSignalement
from partenaires.mandats.faits import Faits

CELLULE = (groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS, groupes.OFFICIER, groupes.CELLULE)
PUBLIEES = ("en_vigueur", "remplacee", "retiree")


def regles() -> Iterable[Regle]:
    lecteurs = Lecteurs()
    cellule = lecteurs.cellule
    return [
        Regle(
            Secteur, lecteurs.secteur, histoire=lambda s: cellule | lecteurs.admins, pages=lambda s: cellule
        ),
        Regle(ReponseType, lambda r: cellule | lecteurs.admins),
        Regle(OrganisationSecteur, lambda o: cellule),
        Regle(
            CorrespondantSecteur,
            lambda c: cellule | {c.personne_id},
            histoire=lambda c: cellule,
            pages=lambda c: cellule,
        ),
        Regle(PointDeContact, lecteurs.point_de_contact, histoire=lambda p: cellule),
        Regle(Exercice, lambda e: cellule, lambda e: [e.commentaire]),
        Regle(ProcessusCommunication, lecteurs.processus, histoire=lambda p: cellule),
        Regle(VersionProcessus, lecteurs.version, lambda v: [v.note], histoire=lambda v: cellule),
        Regle(
            EtapeProcessus,
            lambda e: lecteurs.version(e.version_processus),
            lambda e: [e.ne_pas_transmettre],
            histoire=lambda e: cellule,
        ),
        Regle(Blocage, lecteurs.blocage, lambda b: [b.motif], histoire=None),
        Regle(SignalementContextuel, lecteurs.signalement, lambda s: [s.quoi]),
        Regle(TraitementSignalement, lecteurs.traitement, lambda t: [t.motif, t.mot_propose]),
        Regle(
            ReponseSignalement,
            lambda r: lecteurs.signalement(r.signalement),
            lambda r: [r.mot],
            histoire=lambda r: lecteurs.interne(r.signalement),
        ),
    ]


class Lecteurs:
    """Find who may read a row, as keys of persons."""

    def __init__(self):
        faits, maintenant = Faits(), timezone.now()
        self.cellule = faits.de(*CELLULE)
        self.autorites = faits.de(*groupes.AUTORITES)
        self.admins = faits.de(groupes.ADMINISTRATEURS)
        self.du_secteur = defaultdict(set)
        for designation in CorrespondantSecteur.objects.all():
            if designation.debut <= maintenant and (designation.fin is None or maintenant < designation.fin):
                self.du_secteur[designation.secteur_id] |= {designation.personne_id} & faits.de(
                    groupes.POINTS_DE_CONTACT
                )
        self.ecartes = defaultdict(set)
        for blocage in Blocage.objects.all():
            if blocage.leve_le is None:
                self.ecartes[blocage.signalement_id].add(blocage.personne_id)
        self.publies = {v.processus_id for v in VersionProcessus.objects.all() if v.etat in PUBLIEES}
        self.caches = {q.objet_id for q in Quarantaine.objects.all() if q.levee_le is None}

    def secteur(self, secteur):
        return self.cellule | self.du_secteur[secteur.pk] | self.admins

    def point_de_contact(self, point):
        return self.cellule | (set() if point.retire_le else self.du_secteur[point.secteur_id])

    def processus(self, processus):
        publie = processus.pk in self.publies
        return self.cellule | (self.du_secteur[processus.secteur_id] if publie else set())

    def version(self, version):
        publiee = version.etat in PUBLIEES
        return self.cellule | (self.du_secteur[version.processus.secteur_id] if publiee else set())

    def interne(self, signalement):
        """Say who of the Cellule reads a report: nobody who is kept away, nothing that is in quarantine."""
        if str(signalement.pk) in self.caches:
            return set()
        return self.cellule - self.ecartes[signalement.pk]

    def signalement(self, signalement):
        if str(signalement.pk) in self.caches:
            return set()
        siens = {signalement.signalant_id} & self.du_secteur[signalement.secteur_id]
        return (self.cellule | siens) - self.ecartes[signalement.pk]

    def traitement(self, traitement):
        return self.interne(traitement.signalement)

    def blocage(self, blocage):
        """Say who reads why somebody is kept away: the authorities, but for that person."""
        if str(blocage.signalement_id) in self.caches:
            return set()
        return self.autorites - self.ecartes[blocage.signalement_id] - {blocage.personne_id}
