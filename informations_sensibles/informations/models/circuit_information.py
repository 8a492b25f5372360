"""How an information goes through its circuit: entered, started, each step by its role, over by itself."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from csil.journal import Verbe, consigner
from informations_sensibles.circuits.models import VersionCircuit
from informations_sensibles.commun.permissions import NOYAU, REDIGENT, a_un_role
from informations_sensibles.dossiers.models import Identite
from informations_sensibles.informations.models.consentement import Consentement
from informations_sensibles.informations.models.etape_information import EtapeInformation
from informations_sensibles.informations.models.sortie import Sortie

CHANGE = (
    "Pendant que cette page était ouverte, le circuit a avancé : cette étape n’est plus celle qui attend."
)


class SuitUnCircuit:
    """Acts of `Information`, each on the record as it is now, which they give back.

    The circuit in force when it began stays its circuit.
    """

    @classmethod
    @transaction.atomic
    def saisir(cls, *, par, identite=None, **champs):
        """Enter an information: it starts the circuit of its kind and source, or waits for one to exist.

        `identite`: of the person, where it waits for a dossier (`nom`, `prenom`, `date_naissance`), masked at once.
        Raises ValidationError for a dossier to which `par` may not add; PermissionDenied for who enters none.
        """
        if not a_un_role(par, (*REDIGENT, *NOYAU)):
            raise PermissionDenied("Une information se saisit par un membre de la Cellule.")
        information = cls(saisie_par=par, **champs)
        information._verifier_dossier(par)
        information.version_circuit = VersionCircuit.objects.en_vigueur(information.genre, information.source)
        information.etat = "a_valider" if information.version_circuit else "sans_circuit"
        information.full_clean()
        information.save(force_insert=True)
        information._poser_les_etapes()
        if identite and identite.get("nom"):
            Identite.saisir(par=par, information=information, **identite)
        information._consigner("saisie", par, Verbe.COLLECTE)
        return information

    @transaction.atomic
    def lancer_circuit(self, *, par):
        """A circuit exists now for what waited. By the one of the two who validates such a source."""
        actuelle = self._permettre("lancer_information", par)
        actuelle.version_circuit = VersionCircuit.objects.en_vigueur(actuelle.genre, actuelle.source)
        actuelle.etat = "a_valider"
        actuelle.save(update_fields=["version_circuit", "etat"])
        actuelle._poser_les_etapes()
        actuelle._consigner("lancee", par)
        return actuelle

    @transaction.atomic
    def valider(self, *, par, mot):
        """Read before anybody else, and kept: the circle of those who read it opens to the roles of its circuit."""
        actuelle = self._permettre("valider_information", par)
        actuelle._signer(actuelle.etape_courante, par, mot)
        actuelle._trancher("validee", par, mot)
        actuelle._avancer()
        actuelle._consigner("validee", par)
        return actuelle

    @transaction.atomic
    def ecarter(self, *, par, mot):
        """Not kept: it goes no further, and stays where it is, read by its author and those who validate."""
        actuelle = self._permettre("valider_information", par)
        actuelle._trancher("ecartee", par, mot)
        actuelle._consigner("ecartee", par)
        return actuelle

    @transaction.atomic
    def evaluer(self, *, par, source, information, mot=""):
        """4×4, by the Officier d’information (R17). Does the step that asks for it, if it is the one that waits."""
        actuelle = self._permettre("evaluer_information", par)
        actuelle.evaluation_source, actuelle.evaluation_information = source, information
        actuelle._verifier()
        actuelle.save(update_fields=["evaluation_source", "evaluation_information"])
        actuelle._faire_si("evaluer", par, mot or f"Évaluée {actuelle.evaluation}.")
        actuelle._consigner("evaluee", par)
        return actuelle

    @transaction.atomic
    def consentir(self, *, par, **champs):
        """Write down what the service that gave it answered (R19). Does the step that asks for it, for its role.

        After the end of the circuit, the circle opens or closes with the answer.
        """
        actuelle = self._permettre("consentir_information", par)
        reponse = Consentement(information=actuelle, consigne_par=par, **champs)
        reponse.full_clean()
        reponse.save(force_insert=True)
        if actuelle.termine_le:
            actuelle._ouvrir_ou_fermer()
        else:
            actuelle._faire_si("demander_consentement", par, f"{reponse}".capitalize() + ".")
        actuelle._consigner("consentement", par, motif=str(reponse))
        return actuelle

    @transaction.atomic
    def faire_etape(self, etape, *, par, mot):
        """Any other step, with a word. Raises ValidationError if it is not, or no longer, the one that waits."""
        actuelle = self._permettre("faire_etape", par)
        courante = actuelle.etape_courante
        if courante.pk != etape.pk:
            raise ValidationError(CHANGE)
        if courante.acte == "evaluer":
            raise ValidationError("Cette étape se fait en évaluant l’information.")
        if courante.acte == "demander_consentement" and actuelle.consentement is None:
            raise ValidationError("Consignez d’abord la réponse du service d’origine.")
        actuelle._signer(courante, par, mot)
        actuelle._avancer()
        actuelle._consigner("etape", par, motif=courante.acte)
        return actuelle

    def _verifier_dossier(self, par):
        from informations_sensibles.dossiers.models import Dossier

        if self.dossier_id is None:
            return
        dossier = Dossier.objects.contribues_par(par).filter(pk=self.dossier_id).first()
        if dossier is None:
            raise ValidationError(
                {"dossier": "Vous ne pouvez rien ajouter à ce dossier, ou ne le pouvez plus."}
            )
        if dossier.est_fini:
            raise ValidationError({"dossier": "Ce dossier est clos : rien ne s’y ajoute."})

    def _poser_les_etapes(self):
        """Copied from the version that it starts; the first is due from today on, the others when they come."""
        version = self.version_circuit
        for etape in version.etapes.all() if version else ():
            posee = EtapeInformation(
                information=self,
                ordre=etape.ordre,
                acte=etape.acte,
                role=etape.role,
                consigne=etape.consigne,
                delai_jours=etape.delai_jours,
            )
            if etape.ordre == 1:
                posee.echeance = echeance(etape)
            posee.save(force_insert=True)

    def _trancher(self, etat, par, mot):
        if not mot.strip():
            raise ValidationError({"mot": "Dites en un mot pourquoi."})
        self.etat, self.motif_validation = etat, mot
        self.validee_par, self.validee_le = par, timezone.now()
        self._verifier()
        self.save(update_fields=["etat", "motif_validation", "validee_par", "validee_le"])

    def _signer(self, etape, par, mot):
        if not mot.strip():
            raise ValidationError({"mot": "Dites en un mot ce qui a été fait."})
        etape.faite_par, etape.faite_le, etape.mot = par, timezone.now(), mot
        etape.full_clean()
        etape.save()

    def _faire_si(self, acte, par, mot):
        """Sign the step that waits, if it is this act and this person's."""
        courante = self.etape_courante
        if courante and courante.acte == acte and self.tient(courante, par):
            self._signer(courante, par, mot)
            self._avancer()

    def _avancer(self):
        """The next step is due from now on; after the last, the circuit is over and the circle reads, if it may."""
        suivante = self.etape_courante
        if suivante:
            suivante.echeance = echeance(suivante)
            suivante.save()
            return
        self.termine_le = timezone.now()
        self.cercle = self._peut_aller_au_cercle()
        self.save(update_fields=["termine_le", "cercle"])

    def _ouvrir_ou_fermer(self):
        cercle = self._peut_aller_au_cercle()
        if cercle != self.cercle:
            self.cercle = cercle
            self.save(update_fields=["cercle"])

    def _peut_aller_au_cercle(self) -> bool:
        """An embargo hides it by itself, for as long as it holds."""
        return not [phrase for phrase in self.obstacles(Sortie.CERCLE) if phrase != self._sous_embargo()]

    def _consigner(self, acte, par, verbe=Verbe.MODIFICATION, **options):
        consigner(f"cellule.information_{acte}", self, par=par, verbe=verbe, **options)


def echeance(etape):
    """Of a step that becomes the one that waits."""
    return timezone.localdate() + timedelta(days=etape.delai_jours)
