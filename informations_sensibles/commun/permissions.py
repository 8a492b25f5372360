"""Who may see and do what in the Cellule: each rule once.

`sql/` says the same to PostgreSQL; `tests/informations_sensibles/test_mur.py` compares both for every person and every table.
"""

from django.db.models.expressions import RawSQL

from csil.comptes.groupes import (
    AUTORITES,
    BOURGMESTRE,
    CELLULE,
    CHEF_DE_CORPS,
    CONTACT_TFL,
    DPO,
    OFFICIER,
    POINTS_DE_CONTACT,
    REFERENT,
)
from csil.comptes.models import Engagement, GroupeEnVigueur, Utilisateur
from partenaires.annuaire.models import Partenaire

# Read the contextual information. The contact TFL does not: only transmissions are addressed to it.
MEMBRES = (REFERENT, BOURGMESTRE, CHEF_DE_CORPS, OFFICIER, CELLULE)
# The legal core: every dossier.
NOYAU = (BOURGMESTRE, CHEF_DE_CORPS)
# Validate what comes from the police or State Security, before anybody else reads it; a partner's report is the Référent's.
VALIDENT_POLICE = (OFFICIER, CHEF_DE_CORPS)
VALIDENT_PARTENAIRES = (REFERENT,)
# Are told of an information for which no circuit exists.
DEMELENT = (CHEF_DE_CORPS, REFERENT)
# Keep the table of circuits; each of the two approves a version.
REGLENT = (REFERENT, CHEF_DE_CORPS)
# Receive what a partner reports on a person, and answer it.
RECOIVENT = (REFERENT,)
# Keep the sectors: organisations, people, police contact point, drills.
TIENNENT = (REFERENT, OFFICIER)
# Write the processes.
REDIGENT = (REFERENT, OFFICIER, CELLULE)
# Approve or withdraw a process, close a record to somebody.
DECIDENT = AUTORITES
# Open what another person proposed, or refuse it (R59).
OUVRENT = (*TIENNENT, *NOYAU)
# Take a dossier back for the police alone: the social follow-up stops.
REPRENNENT = (CHEF_DE_CORPS, OFFICIER)
# Evaluate an information, 4×4 (R17).
EVALUENT = (OFFICIER,)
# Hand over a report or close it in place of its owner.
RESPONSABLES = (REFERENT, OFFICIER)
# Check a transmission that somebody else prepared (R39).
VERIFIENT = (*TIENNENT, *NOYAU)
# Release a transmission, record what comes from the TFL.
LIBERENT = (OFFICIER, CHEF_DE_CORPS)
# Read a free word before it goes to whoever reported (R42).
RELISENT = (REFERENT,)


def est_de_la_cellule(user) -> bool:
    """Tell whether group, mandate and undertaking are in force; the second factor of this login is asked at the door."""
    return a_un_role(user, MEMBRES)


def est_point_de_contact(user) -> bool:
    """Tell whether this person answers for sectors; which ones, `CorrespondantSecteur` says."""
    return a_un_role(user, (POINTS_DE_CONTACT,))


def est_du_lieu(user) -> bool:
    """Say whether the place of the Cellule is this person's, as a member or as the contact point of a sector."""
    return est_de_la_cellule(user) or est_point_de_contact(user)


def est_dpo(user) -> bool:
    """Tell whether this person is the data protection officer."""
    return a_un_role(user, (DPO,))


def lit_les_signalements_de_partenaires(user) -> bool:
    """Tell whether this person receives the reports of partners, or is of the legal core, which reads those taken up."""
    return a_un_role(user, (*RECOIVENT, *NOYAU))


def est_contact_tfl(user) -> bool:
    """Tell whether transmissions are addressed to this person, who reads nothing else of the Cellule."""
    return a_un_role(user, (CONTACT_TFL,))


def a_un_role(user, groupes) -> bool:
    """Tell whether this person is in one of these groups now, and has signed the undertaking in force."""
    return user.est_membre(*groupes) and user.a_signe


def roles_de(user) -> set[str]:
    """Name the groups of the Cellule in which this person is now, who has signed the undertaking in force."""
    return set(user.groupes) & set(MEMBRES) if user.a_signe else set()


def membres():
    """List the accounts for which `est_de_la_cellule` is true now."""
    return _tenant(MEMBRES)


def contacts_tfl():
    """List the accounts to which a transmission can be addressed now."""
    return _tenant((CONTACT_TFL,))


def _tenant(groupes):
    dans = GroupeEnVigueur.objects.filter(groupe__name__in=groupes)
    signe = Engagement.objects.en_vigueur()
    return Utilisateur.objects.filter(pk__in=dans.values("personne")).filter(pk__in=signe.values("personne"))


def peut_signaler(user) -> bool:
    """Tell whether this person works for a partner whose people may report on a person now.

    Asked at the door: before the undertaking and the second factor, which the door then asks for.
    """
    return _ouverts_a(user).exists()


def partenaires_ouverts_pour(user):
    """Find the partner for which this person reports now (`csil_signale()`, but for the second factor)."""
    return _ouverts_a(user) if user.a_signe else Partenaire.objects.none()


def _ouverts_a(user):
    """Ask the database: whoever asks need not read the visa nor the openings."""
    ouverts = RawSQL("SELECT csil_partenaires_ouverts(%s)", [user.pk])
    return Partenaire.objects.filter(pk__in=ouverts).order_by()
