"""Which acts on an information are whose, and when: its state, its circuit, the role, and what is asked of each."""

from django.utils import timezone

from csil.comptes.groupes import CHEF_DE_CORPS, OFFICIER
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
from informations_sensibles.informations.etats import EtatInformation
from informations_sensibles.informations.models.embargo import RELECTURE

# Put right, hold back, mask, write down what the service of origin answered.
GOUVERNENT = {*TIENNENT, *NOYAU}


def droits_de(information, user) -> set[str]:
    """Say which acts are this person's now, by its state, its circuit and their roles; nothing for who does not read it."""
    if not type(information).objects.visible_to(user).filter(pk=information.pk).exists():
        return set()
    roles = roles_de(user)
    droits = {"view_information", "cacher_information"}
    return droits | _du_circuit(information, roles) | _des_suites(information, user, roles)


def tient(information, etape, personne) -> bool:
    """Say whether this step is theirs: the Chef de Corps validates for the Officier d’information too."""
    return _tient(etape, roles_de(personne))


def _tient(etape, roles) -> bool:
    remplace = etape.acte == "valider" and etape.role == OFFICIER and CHEF_DE_CORPS in roles
    return etape.role in roles or remplace


def _du_circuit(information, roles) -> set[str]:
    etape = information.etape_courante
    if information.etat == EtatInformation.SANS_CIRCUIT:
        valident = set(VALIDENT_POLICE if information.est_de_la_police else VALIDENT_PARTENAIRES)
        lance = roles & set(DEMELENT) & valident and information.circuit_a_lancer
        return {"lancer_information"} if lance else set()
    if information.etat == EtatInformation.A_VALIDER:
        return {"valider_information"} if etape and _tient(etape, roles) else set()
    if information.etat != EtatInformation.VALIDEE:
        return set()
    droits = {"evaluer_information"} if roles & set(EVALUENT) else set()
    if roles & GOUVERNENT and (information.termine_le is None or _reste_lisible(information, roles)):
        droits |= {"consentir_information"}
    if etape and _tient(etape, roles):
        droits |= {"faire_etape"}
    return droits


def _des_suites(information, user, roles) -> set[str]:
    droits = {"lever_embargo"} if information.embargo else set()
    if information.etat == EtatInformation.ECARTEE:
        return droits
    auteur = user.pk == information.saisie_par_id and information.termine_le is None
    if auteur and information.etat != EtatInformation.VALIDEE:
        droits |= {"modifier_information"}
    if information.dossier_id is None and (
        auteur or _reste_lisible(information, roles) or information.cercle
    ):
        droits |= {"rattacher_information"} | ({"proposer_dossier"} if roles & set(REDIGENT) else set())
    if roles & GOUVERNENT:
        droits |= {"poser_embargo"} if not information.embargo else set()
        if information.etat == EtatInformation.VALIDEE:
            droits |= {"rectifier_information", "masquer_information"}
            droits |= {"elargir_information"} if information.consentement else set()
    return droits


def _reste_lisible(information, roles) -> bool:
    """Say whether this role reads it whatever becomes of its dossier and its circle."""
    if information.etat != EtatInformation.VALIDEE or roles & set(NOYAU):
        return True
    recente = information.termine_le is None or information.termine_le > timezone.now() - RELECTURE
    return recente and any(etape.role in roles & set(TIENNENT) for etape in information.etapes.all())
