"""The rules of the trial (`make cloison`) for partners’ reports and what opens them: who may read each, said a second time."""

from collections import defaultdict
from collections.abc import Iterable

from django.utils import timezone

from csil.cloison import Regle
from csil.comptes import groupes
from csil.quarantaine.models import Quarantaine
from informations_sensibles.dossiers.cloison import Demandeurs
from informations_sensibles.signaler.models.base_parole import BaseParole
from informations_sensibles.signaler.models.ouverture import OuverturePartenaire
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import SuiteSignalement
from informations_sensibles.signaler.models.visa import VisaDpo
from partenaires.appartenances.models import Appartenance
from partenaires.mandats.faits import Faits

CELLULE = (groupes.REFERENT, groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS, groupes.OFFICIER, groupes.CELLULE)


def regles() -> Iterable[Regle]:
    lecteurs = Lecteurs()
    cellule = lecteurs.cellule
    return [
        Regle(VisaDpo, lambda v: cellule | lecteurs.dpo, lambda v: [v.texte, v.motif_retrait]),
        Regle(
            OuverturePartenaire,
            lambda o: cellule,
            lambda o: [o.motif, o.motif_commune, o.motif_fermeture],
        ),
        Regle(
            BaseParole,
            lambda b: cellule | lecteurs.admins | lecteurs.signalent,
            histoire=lambda b: cellule | lecteurs.admins,
        ),
        Regle(
            SignalementPartenaire,
            lecteurs.signalement,
            lambda s: [s.texte, s.interet_enfant],
            histoire=None,
        ),
        Regle(SuiteSignalement, lambda s: lecteurs.examinateurs(s.signalement), lambda s: [s.motif]),
        Regle(
            ReponseSignalementPartenaire,
            lambda r: lecteurs.signalement(r.signalement),
            lambda r: [r.mot],
            histoire=lambda r: lecteurs.examinateurs(r.signalement),
        ),
    ]


def demandeurs() -> Demandeurs:
    """Say who may ask to see the identity that waits with a report."""
    lecteurs = Lecteurs()

    def de(identite):
        return (
            lecteurs.signalement(identite.signalement_partenaire)
            if identite.signalement_partenaire_id
            else set()
        )

    return Demandeurs(lecteurs.signalent, de)


class Lecteurs:
    """Know who is what, by the keys of persons, as the rows say it now."""

    def __init__(self):
        faits = Faits()
        self.cellule = faits.de(*CELLULE)
        self.admins = faits.de(groupes.ADMINISTRATEURS)
        self.dpo = faits.de(groupes.DPO)
        self.referents = faits.de(groupes.REFERENT)
        self.noyau = faits.de(groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS)
        self.du_partenaire = _signalent(faits)
        self.signalent = set().union(*self.du_partenaire.values())
        self.caches = {q.objet_id for q in Quarantaine.objects.all() if q.levee_le is None}

    def examinateurs(self, signalement):
        """Name the Référent, and the legal core once it is taken up or closed; nobody once it is withdrawn."""
        if str(signalement.pk) in self.caches or signalement.etat == "retire":
            return set()
        return self.referents | (self.noyau if signalement.etat in ("repris", "clos") else set())

    def signalement(self, signalement):
        if str(signalement.pk) in self.caches:
            return set()
        auteur = {signalement.signalant_id} & self.du_partenaire[signalement.partenaire_id]
        return self.examinateurs(signalement) | auteur


def _signalent(faits) -> dict[int, set[int]]:
    """Name by partner who may report now: by the officer’s visa, the Bourgmestre’s opening, the person’s own membership."""
    trouves = defaultdict(set)
    if all(visa.retire_le for visa in VisaDpo.objects.all()):
        return trouves
    ouverts = {o.partenaire_id for o in OuverturePartenaire.objects.all() if o.fermee_le is None}
    jour = timezone.localdate()
    for lien in Appartenance.objects.all():
        if lien.partenaire_id in ouverts and lien.debut <= jour and (lien.fin is None or jour <= lien.fin):
            trouves[lien.partenaire_id] |= {lien.personne_id} & faits.actifs & faits.engages
    return trouves
