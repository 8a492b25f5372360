"""The groups that persons hold, said from the rows themselves for those who judge the application (`outils.cloison`).

Deliberately apart from `Utilisateur.groupes`, the view of the groups in force and every queryset: they are what is judged.
Read as owner, once; keys of persons.
"""

from collections import defaultdict

from django.utils import timezone

from csil.comptes import groupes
from csil.comptes.models import Attribution, Engagement, TexteEngagement, Utilisateur
from partenaires.mandats.models.mandat import Mandat


class Faits:
    """The groups that each person holds at this moment, undertaking signed."""

    def __init__(self):
        maintenant = timezone.now()
        self.actifs = {personne.pk for personne in Utilisateur.objects.all() if personne.is_active}
        en_vigueur = max((texte.version for texte in TexteEngagement.objects.all()), default=None)
        self.engages = {
            engagement.personne_id
            for engagement in Engagement.objects.select_related("texte")
            if engagement.texte.version == en_vigueur
        }
        suspendus = {
            suspension.mandat_id
            for mandat in Mandat.objects.prefetch_related("suspensions")
            for suspension in mandat.suspensions.all()
            if suspension.levee_le is None
        }
        self.mandates = {
            (mandat.personne_id, mandat.groupe_id)
            for mandat in Mandat.objects.all()
            if mandat.confirme_le
            and not mandat.refuse_le
            and not mandat.termine_le
            and mandat.debut <= maintenant < mandat.fin
            and mandat.pk not in suspendus
        }
        self._membres = defaultdict(set)
        for attribution in Attribution.objects.select_related("groupe"):
            self._ranger(attribution)

    def de(self, *noms: str) -> set[int]:
        """Give who holds one of these groups now, behind the whole gate but the second factor of a login."""
        return set().union(*(self._membres[nom] for nom in noms)) & self.actifs & self.engages

    def _ranger(self, attribution):
        nom = attribution.groupe.name
        couple = attribution.personne_id, attribution.groupe_id
        if nom not in groupes.SENSIBLES or couple in self.mandates:
            self._membres[nom].add(attribution.personne_id)
