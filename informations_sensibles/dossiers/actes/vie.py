"""The acts that move a dossier from state to state: proposed, opened by another person, watched, reviewed, closed, looked back at."""

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from csil.actes import ActeRefuse, acte, changer, creer
from csil.comptes.groupes import BOURGMESTRE
from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import REDIGENT, a_un_role
from informations_sensibles.dossiers.actes.cercle import donner
from informations_sensibles.dossiers.cloture import manques_pour_clore
from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.droit_dossier import Niveau
from informations_sensibles.dossiers.models.implication import Implication, Qualite
from informations_sensibles.dossiers.models.revue import Conclusion, Revue

# A review takes place at the latest after this long (R61; also in sql/dossiers.sql).
REVUE_AU_PLUS = relativedelta(months=6)
MAJORITE = 18
INTERET_MANQUE = (
    "À cette date de naissance, la personne est mineure : dites ce que commande l’intérêt de l’enfant."
)
TROIS_FOIS = "Ce dossier a déjà été prolongé trois fois : la suivante est décidée par le Bourgmestre."


@transaction.atomic
def proposer(modele, *, par, pilote=None, **champs):
    """Make a dossier that another person opens or refuses (R59). Its author reads it, its pilote leads it (R60)."""
    if not a_un_role(par, REDIGENT):
        raise ActeRefuse("Un dossier se propose par un membre de la Cellule.")
    dossier = modele(propose_par=par, pilote=pilote or par, **champs)
    # The rights come first, on a key that nobody uses yet: what is then written is visible to who writes it.
    if dossier.pilote_id != par.pk:
        donner(dossier, par, Niveau.CONTRIBUER, par=par, motif="Auteur de la proposition")
    donner(dossier, dossier.pilote, Niveau.PILOTER, par=par, motif="Pilote proposé")
    creer(dossier, par=par, journal="cellule.dossier_propose")
    suivie = Implication(dossier=dossier, par=par, qualite=Qualite.SUIVIE, designation="La personne suivie")
    creer(suivie, par=par)
    return dossier


@acte("ouvrir_dossier", "cellule.dossier_ouvert")
def ouvrir(dossier, *, par, prochaine_revue):
    """Open what another person proposed, after weighing the same test (R59)."""
    dossier.etat, dossier.ouvert_par, dossier.ouvert_le = EtatDossier.OUVERT, par, timezone.now()
    _fixer_la_revue(dossier, prochaine_revue)


@acte("ne_pas_ouvrir_dossier", "cellule.dossier_non_ouvert")
def ne_pas_ouvrir(dossier, *, par, motif):
    """Close a proposal that nobody follows up: it is kept a shorter time, and nobody looks back at it."""
    _finir(dossier, EtatDossier.CLOS, par, motif, settings.CSIL_CONSERVATION_SANS_SUITE_MOIS)


@acte("suivre_dossier", "cellule.dossier_suivi")
def suivre(dossier, *, par):
    dossier.etat = EtatDossier.EN_SUIVI


@acte("mettre_en_revue_dossier", "cellule.dossier_en_revue")
def mettre_en_revue(dossier, *, par):
    dossier.etat = EtatDossier.EN_REVUE


@acte("conclure_dossier", "cellule.dossier_revu")
def conclure_revue(dossier, *, par, conclusion, motif, prochaine_revue=None):
    """Prolong the follow-up, which is counted, until a new date; or lead to closing, which is another act (R61)."""
    prolonge = conclusion == Conclusion.PROLONGER
    if prolonge:
        if dossier.prolongation_du_bourgmestre and not a_un_role(par, (BOURGMESTRE,)):
            raise ValidationError({"conclusion": TROIS_FOIS})
        _fixer_la_revue(dossier, prochaine_revue)
        dossier.prolongations += 1
    _noter(dossier, par, conclusion, motif, dossier.prochaine_revue if prolonge else None)
    dossier.etat = EtatDossier.EN_SUIVI


@acte("clore_dossier", "cellule.dossier_clos")
def clore(dossier, *, par, motif):
    """Close when nothing is left open (R62). Raises ValidationError with what is still missing, in words."""
    if manques := manques_pour_clore(dossier, par):
        raise ValidationError([str(manque) for manque in manques])
    _finir(dossier, EtatDossier.CLOS, par, motif, settings.CSIL_CONSERVATION_MOIS)
    dossier.premier_regard, dossier.second_regard = dossier.dates_des_regards()


@acte("reprendre_dossier", "cellule.dossier_repris")
def reprendre_par_la_police(dossier, *, par, motif):
    """Stop the social follow-up; what is left here is that it stopped, by whom and why."""
    _finir(dossier, EtatDossier.POLICE_SEULE, par, motif, settings.CSIL_CONSERVATION_MOIS)
    dossier.prochaine_revue = None


@acte("regarder_dossier", "cellule.dossier_regarde")
def regarder(dossier, *, par, mot):
    """Note a look back after closing, with a word (R62)."""
    _noter(dossier, par, Conclusion.REGARD, mot)
    setattr(dossier, dossier.regard_du, None)


@acte("informer_dossier")
def informer(dossier, *, par, **champs):
    """Say whether the person was told, when, and otherwise why not (R24)."""
    if changer(dossier, **champs):
        consigner("cellule.dossier_informe", dossier, par=par, verbe=Verbe.MODIFICATION)


@acte("modifier_dossier")
def modifier(dossier, *, par, **champs):
    """Change the test while it is proposed; later, only whether the person is a minor and the child's interest (R23)."""
    if changer(dossier, **champs):
        consigner("cellule.dossier_modifie", dossier, par=par, verbe=Verbe.MODIFICATION)


@acte("contribuer_dossier", "cellule.dossier_modifie")
def noter_naissance(dossier, *, par, jour, interet_enfant):
    """Say whether the person is a minor. Raises ValidationError when nothing is said of the child's interest (R23)."""
    dossier.mineur = "oui" if relativedelta(timezone.localdate(), jour).years < MAJORITE else "non"
    dossier.interet_enfant = interet_enfant or dossier.interet_enfant
    if dossier.mineur == "oui" and not dossier.interet_enfant:
        raise ValidationError({"interet_enfant": INTERET_MANQUE})


def _fixer_la_revue(dossier, jour) -> None:
    aujourd_hui = timezone.localdate()
    if not jour or not aujourd_hui < jour <= aujourd_hui + REVUE_AU_PLUS:
        raise ValidationError(
            {"prochaine_revue": "La prochaine revue a lieu après aujourd’hui, et au plus tard dans six mois."}
        )
    dossier.prochaine_revue = jour


def _noter(dossier, par, conclusion, motif, prochaine_revue=None) -> None:
    revue = Revue(
        dossier=dossier, par=par, conclusion=conclusion, motif=motif, prochaine_revue=prochaine_revue
    )
    creer(revue, par=par)


def _finir(dossier, etat, par, motif, mois) -> None:
    dossier.etat, dossier.clos_par, dossier.clos_le = etat, par, timezone.now()
    dossier.motif_cloture = motif
    dossier.conservation_jusqu_au = dossier.fin_de_conservation(mois)
