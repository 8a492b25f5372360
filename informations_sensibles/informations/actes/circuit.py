"""The acts that take an information through its circuit: entered, started, each step by its role, over by itself."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from csil.actes import ActeRefuse, acte, creer, enregistrer
from csil.journal import Verbe, consigner
from informations_sensibles.circuits.models import VersionCircuit
from informations_sensibles.commun.permissions import NOYAU, REDIGENT, a_un_role
from informations_sensibles.dossiers.models import Dossier, Identite
from informations_sensibles.informations.etats import EtatInformation
from informations_sensibles.informations.models.consentement import Consentement
from informations_sensibles.informations.models.etape_information import EtapeInformation

CHANGE = (
    "Pendant que cette page était ouverte, le circuit a avancé : cette étape n’est plus celle qui attend."
)


@transaction.atomic
def saisir(modele, *, par, identite=None, **champs):
    """Enter an information: it starts the circuit of its kind and source, or waits for one to exist.

    `identite`: of the person, where it waits for a dossier (`nom`, `prenom`, `date_naissance`), masked at once.
    Raises ValidationError for a dossier to which `par` may not add; ActeRefuse for who enters none.
    """
    if not a_un_role(par, (*REDIGENT, *NOYAU)):
        raise ActeRefuse("Une information se saisit par un membre de la Cellule.")
    information = modele(saisie_par=par, **champs)
    verifier_dossier(information.dossier_id, par)
    _choisir_le_circuit(information)
    creer(information, par=par, journal="cellule.information_saisie")
    _poser_les_etapes(information, par)
    if identite and identite.get("nom"):
        Identite.saisir(par=par, information=information, **identite)
    return information


@acte("lancer_information", "cellule.information_lancee")
def lancer_circuit(information, *, par):
    """Start the circuit that exists now for what waited, by the one of the two who validates such a source."""
    _choisir_le_circuit(information)
    enregistrer(information)  # the database knows the steps by the circuit
    _poser_les_etapes(information, par)


@acte("valider_information", "cellule.information_validee")
def valider(information, *, par, mot):
    """Keep what was read before anybody else: it opens to the roles of its circuit."""
    _signer(information.etape_courante, par, mot)
    _trancher(information, EtatInformation.VALIDEE, par, mot)
    _avancer(information, par)


@acte("valider_information", "cellule.information_ecartee")
def ecarter(information, *, par, mot):
    """Set it aside: it goes no further, read by its author and those who validate."""
    _trancher(information, EtatInformation.ECARTEE, par, mot)


@acte("evaluer_information", "cellule.information_evaluee")
def evaluer(information, *, par, source, exactitude, mot=""):
    """Grade it 4×4, by the Officier d’information (R17). Does the step that asks for it, if it is the one that waits."""
    information.evaluation_source, information.evaluation_information = source, exactitude
    enregistrer(information)
    _faire_si(information, "evaluer", par, mot or f"Évaluée {information.evaluation}.")


@acte("consentir_information")
def consentir(information, *, par, **champs):
    """Write down what the service that gave it answered (R19). Does the step that asks for it, for its role.

    After the end of the circuit, the circle opens or closes with the answer.
    """
    reponse = creer(Consentement(information=information, consigne_par=par, **champs), par=par)
    if information.termine_le:
        information.cercle = _peut_aller_au_cercle(information)
    else:
        _faire_si(information, "demander_consentement", par, f"{reponse}".capitalize() + ".")
    _consigner("consentement", information, par, motif=str(reponse))


@acte("faire_etape")
def faire_etape(information, etape, *, par, mot):
    """Do any other step, with a word. Raises ValidationError if it is not, or no longer, the one that waits."""
    courante = information.etape_courante
    if courante.pk != etape.pk:
        raise ValidationError(CHANGE)
    if courante.acte == "evaluer":
        raise ValidationError("Cette étape se fait en évaluant l’information.")
    if courante.acte == "demander_consentement" and information.consentement is None:
        raise ValidationError("Consignez d’abord la réponse du service d’origine.")
    _signer(courante, par, mot)
    _avancer(information, par)
    _consigner("etape", information, par, motif=courante.acte)


def verifier_dossier(cle, par) -> None:
    """Raise ValidationError for the key of a dossier to which this person may not add."""
    if cle is None:
        return
    dossier = Dossier.objects.contribues_par(par).filter(pk=cle).first()
    if dossier is None:
        raise ValidationError({"dossier": "Vous ne pouvez rien ajouter à ce dossier, ou ne le pouvez plus."})
    if dossier.est_fini:
        raise ValidationError({"dossier": "Ce dossier est clos : rien ne s’y ajoute."})


def _choisir_le_circuit(information) -> None:
    """Give it the circuit in force now, which stays its circuit."""
    version = VersionCircuit.objects.en_vigueur(information.genre, information.source)
    information.version_circuit = version
    information.etat = EtatInformation.A_VALIDER if version else EtatInformation.SANS_CIRCUIT


def _poser_les_etapes(information, par) -> None:
    """Copy the steps of its circuit; the first is due from today on, the others when they come."""
    version = information.version_circuit
    for etape in version.etapes.all() if version else ():
        posee = EtapeInformation(
            information=information,
            ordre=etape.ordre,
            acte=etape.acte,
            role=etape.role,
            consigne=etape.consigne,
            delai_jours=etape.delai_jours,
            echeance=_echeance(etape) if etape.ordre == 1 else None,
        )
        posee._history_user = par
        posee.save(force_insert=True)


def _trancher(information, etat, par, mot) -> None:
    if not mot.strip():
        raise ValidationError({"mot": "Dites en un mot pourquoi."})
    information.etat, information.motif_validation = etat, mot
    information.validee_par, information.validee_le = par, timezone.now()
    enregistrer(information)


def _signer(etape, par, mot) -> None:
    if not mot.strip():
        raise ValidationError({"mot": "Dites en un mot ce qui a été fait."})
    etape.faite_par, etape.faite_le, etape.mot = par, timezone.now(), mot
    _garder(etape, par)


def _faire_si(information, acte, par, mot) -> None:
    """Sign the step that waits, if it is this act and this person's."""
    courante = information.etape_courante
    if courante and courante.acte == acte and information.tient(courante, par):
        _signer(courante, par, mot)
        _avancer(information, par)


def _avancer(information, par) -> None:
    """Make the next step due from now on; after the last, end the circuit, and let the circle read if it may."""
    suivante = information.etape_courante
    if suivante:
        suivante.echeance = _echeance(suivante)
        _garder(suivante, par)
        return
    information.termine_le = timezone.now()
    information.cercle = _peut_aller_au_cercle(information)


def _garder(etape, par) -> None:
    etape._history_user = par
    etape.full_clean()
    etape.save()


def _peut_aller_au_cercle(information) -> bool:
    """Say whether nothing but an embargo, which hides it by itself, keeps it from the circle."""
    return not information.obstacles("cercle", embargo=False)


def _echeance(etape):
    """Give the day until which a step that becomes the one that waits is to be done."""
    return timezone.localdate() + timedelta(days=etape.delai_jours)


def _consigner(quoi, information, par, **options) -> None:
    consigner(f"cellule.information_{quoi}", information, par=par, verbe=Verbe.MODIFICATION, **options)
