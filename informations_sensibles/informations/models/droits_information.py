"""Which acts on an information are whose, and when: its state, its circuit, the role, and what is asked of each."""

from django.utils import timezone

from csil.comptes.groupes import CHEF_DE_CORPS, OFFICIER
from informations_sensibles.circuits.models import VersionCircuit
from informations_sensibles.commun.permissions import (
    DEMELENT,
    EVALUENT,
    NOYAU,
    REDIGENT,
    TIENNENT,
    VALIDENT_PARTENAIRES,
    VALIDENT_POLICE,
    roles_de,
)
from informations_sensibles.informations.models.embargo import RELECTURE

# Put right, hold back, mask, write down what the service of origin answered.
GOUVERNENT = {*TIENNENT, *NOYAU}


class ASesDroits:
    """Rights of `Information`: nothing for who does not see it."""

    def droits_de(self, user) -> set[str]:
        if not type(self).objects.visible_to(user).filter(pk=self.pk).exists():
            return set()
        roles = roles_de(user)
        droits = {"view_information", "cacher_information"}
        return droits | self._du_circuit(roles) | self._des_suites(user, roles)

    def tient(self, etape, personne) -> bool:
        """Is this step theirs? The Chef de Corps validates for the Officier d’information too."""
        return self._tient(etape, roles_de(personne))

    def _tient(self, etape, roles) -> bool:
        remplace = etape.acte == "valider" and etape.role == OFFICIER and CHEF_DE_CORPS in roles
        return etape.role in roles or remplace

    def _du_circuit(self, roles) -> set[str]:
        etape = self.etape_courante
        if self.etat == "sans_circuit":
            valident = set(VALIDENT_POLICE if self.est_de_la_police else VALIDENT_PARTENAIRES)
            lance = roles & set(DEMELENT) & valident and self.circuit_a_lancer
            return {"lancer_information"} if lance else set()
        if self.etat == "a_valider":
            return {"valider_information"} if etape and self._tient(etape, roles) else set()
        if self.etat != "validee":
            return set()
        droits = {"evaluer_information"} if roles & set(EVALUENT) else set()
        if roles & GOUVERNENT and (self.termine_le is None or self._reste_lisible(roles)):
            droits |= {"consentir_information"}
        if etape and self._tient(etape, roles):
            droits |= {"faire_etape"}
        return droits

    def _des_suites(self, user, roles) -> set[str]:
        droits = {"lever_embargo"} if self.embargo else set()
        if self.etat == "ecartee":
            return droits
        auteur = user.pk == self.saisie_par_id and self.termine_le is None
        if auteur and self.etat != "validee":
            droits |= {"modifier_information"}
        if self.dossier_id is None and (auteur or self._reste_lisible(roles) or self.cercle):
            droits |= {"rattacher_information"} | ({"proposer_dossier"} if roles & set(REDIGENT) else set())
        if roles & GOUVERNENT:
            droits |= {"poser_embargo"} if not self.embargo else set()
            if self.etat == "validee":
                droits |= {"rectifier_information", "masquer_information"}
                droits |= {"elargir_information"} if self.consentement else set()
        return droits

    def _reste_lisible(self, roles) -> bool:
        """Does this role read it whatever becomes of its dossier and its circle?"""
        if self.etat != "validee" or roles & set(NOYAU):
            return True
        recente = self.termine_le is None or self.termine_le > timezone.now() - RELECTURE
        return recente and any(etape.role in roles & set(TIENNENT) for etape in self.etapes.all())

    @property
    def circuit_a_lancer(self):
        """In force for its kind and source, now; or None."""
        return VersionCircuit.objects.en_vigueur(self.genre, self.source)
