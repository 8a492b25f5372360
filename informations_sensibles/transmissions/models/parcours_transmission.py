"""How a transmission goes: prepared, checked by a second person, released with its frozen copy, acknowledged, answered."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from csil.formulaires import verrouiller
from csil.journal import Verbe, consigner
from informations_sensibles.commun.permissions import LIBERENT, NOYAU, REDIGENT, a_un_role
from informations_sensibles.transmissions.models.condition_transmission import (
    CodeCondition,
    ConditionTransmission,
)
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise, empreinte
from informations_sensibles.transmissions.models.retour_transmission import CodeRetour, RetourTransmission

TROP_TARD = "Cet acte n’est plus possible sur cette transmission."


class ParcoursDeTransmission:
    """Acts of `Transmission`; what each state allows is said there."""

    # Preparation

    @classmethod
    @transaction.atomic
    def preparer(cls, *, par, dossier, informations, **champs):
        """Raises PermissionDenied for a dossier to which `par` may not add; ValidationError for what may not go out."""
        if not a_un_role(par, (*REDIGENT, *NOYAU)) or not _contribue(par, dossier):
            raise PermissionDenied("Une transmission se prépare par qui contribue au dossier.")
        faite = cls(direction="vers_tfl", etat="preparee", preparee_par=par, dossier=dossier, **champs)
        faite.mineur, faite.reference_dossier = dossier.mineur == "oui", dossier.reference
        faite._marquer(faite._transmissibles(informations))
        faite.full_clean()
        faite.save(force_insert=True)
        for information in informations:
            InformationTransmise.objects.create(transmission=faite, information=information, par=par)
        faite._poser_les_conditions(informations)
        consigner("cellule.transmission_preparee", faite, par=par, verbe=Verbe.MODIFICATION)
        return faite

    @transaction.atomic
    def modifier(self, *, par, informations):
        """The form has changed the fields of `self`; what was checked is to be checked again."""
        self._permettre("modifier_transmission", par)
        self.mineur = self.dossier.mineur == "oui"
        self._marquer(self._transmissibles(informations))
        self.mot_renvoi = ""
        self.full_clean()
        self.save()
        voulues = {information.pk: information for information in informations}
        for couverte in self.couvertures.couvertes():
            if couverte.information_id not in voulues:
                couverte.retiree_le = timezone.now()
                couverte.save()
            voulues.pop(couverte.information_id, None)
        for information in voulues.values():
            InformationTransmise.objects.create(transmission=self, information=information, par=par)
        self._oublier_les_constats()
        self._poser_les_conditions(informations)
        self._consigner("transmission_modifiee", par)

    def informations_couvertes(self):
        """As who speaks reads them; fewer than are covered when one of them is closed to this person."""
        from informations_sensibles.informations.models import Information

        couvertes = self.couvertures.couvertes().order_by().values("information")
        return Information.objects.filter(pk__in=couvertes).select_related("categorie").order_by("date_fait")

    def _transmissibles(self, informations):
        if not informations:
            raise ValidationError({"informations": "Choisissez au moins une information."})
        for information in informations:
            if information.dossier_id != self.dossier_id:
                raise ValidationError({"informations": f"{information} n’est pas de ce dossier."})
            if phrases := information.obstacles("transmission"):
                raise ValidationError({"informations": [f"{information} : {phrase}" for phrase in phrases]})
        return informations

    def _marquer(self, informations):
        """The strictest of what it covers."""
        from informations_sensibles.commun.vocabulaire import Tlp
        from informations_sensibles.informations.etats import CodeTraitement

        self.code_traitement = max(
            (i.code_traitement for i in informations), key=list(CodeTraitement.values).index
        )
        self.tlp = min((i.tlp for i in informations), key=list(Tlp.values).index)

    def _poser_les_conditions(self, informations):
        from informations_sensibles.transmissions.conditions import voulues

        deja = {(c.code, c.information_id) for c in self.conditions.all()}
        for code, information in voulues(self, informations):
            if (code, information and information.pk) not in deja:
                ConditionTransmission.objects.create(transmission=self, code=code, information=information)

    def _oublier_les_constats(self):
        for condition in self.conditions.exclude(tenue=None):
            condition.tenue, condition.detail, condition.derogation = None, "", False
            condition.constatee_par = condition.constatee_le = None
            condition.save()

    # Check, by another person

    @transaction.atomic
    def constater(self, condition, *, par, tenue: bool, detail=""):
        """One condition, looked at. Raises ValidationError when the platform itself knows that it does not hold."""
        from informations_sensibles.transmissions.conditions import demande_une_precision, obstacles

        self._permettre("verifier_transmission", par)
        if condition.derogation:
            raise ValidationError("Le Bourgmestre y a dérogé : cette condition ne se constate plus.")
        if tenue and (phrases := obstacles(self, condition)):
            raise ValidationError(phrases)
        if demande_une_precision(condition.code) and not detail:
            raise ValidationError({"detail": "Dites par qui et quand, ou ce qui manque."})
        self._noter(condition, par, tenue=tenue, detail=detail)
        self._consigner("transmission_constat", par, motif=condition.code)

    @transaction.atomic
    def deroger(self, *, par, motif):
        """The Bourgmestre lets what is born in a concertation serve this other purpose (R36)."""
        self._permettre("deroger_transmission", par)
        condition = self.conditions.filter(code=CodeCondition.CONCERTATION).first()
        if condition is None:
            raise ValidationError("Rien ici ne vient d’une concertation de cas.")
        self._noter(condition, par, tenue=True, detail=motif, derogation=True)
        self._consigner("transmission_derogation", par, motif=motif)

    def _noter(self, condition, par, **champs):
        for nom, valeur in champs.items():
            setattr(condition, nom, valeur)
        condition.constatee_par, condition.constatee_le = par, timezone.now()
        condition.full_clean()
        condition.save()

    @transaction.atomic
    def verifier(self, *, par):
        """Every condition holds. What the informations say now is what may leave."""
        self._permettre("verifier_transmission", par)
        self._exiger(self.manques())
        lues = {information.pk: information for information in self.informations_couvertes()}
        for couverte in self.couvertures.couvertes():
            couverte.empreinte = empreinte(lues[couverte.information_id])
            couverte.save()
        self._passer("verifiee", verifiee_par=par, verifiee_le=timezone.now(), mot_renvoi="")
        self._consigner("transmission_verifiee", par)

    @transaction.atomic
    def renvoyer(self, *, par, mot):
        """Back to who prepared it, with a word on what to put right."""
        self._permettre("renvoyer_transmission", par)
        if not mot:
            raise ValidationError({"mot": "Dites ce qui est à corriger."})
        self._passer("preparee", mot_renvoi=mot, verifiee_par=None, verifiee_le=None)
        self._oublier_les_constats()
        self._consigner("transmission_renvoyee", par)

    @transaction.atomic
    def annuler(self, *, par, motif):
        self._permettre("annuler_transmission", par)
        if not motif:
            raise ValidationError({"motif": "Dites pourquoi elle est annulée."})
        self._passer("annulee", motif_annulation=motif, fini_le=timezone.now())
        self._consigner("transmission_annulee", par)

    def manques(self) -> list[str]:
        """In words, what stops it: conditions that nobody found held, and those that stopped holding since."""
        from informations_sensibles.transmissions.conditions import manques

        return manques(self)

    # Release: the copy is frozen in the same act

    @transaction.atomic
    def liberer(self, *, par):
        """Raises ValidationError, with each reason, when a condition stopped holding since the check."""
        from informations_sensibles.transmissions.copie import composer_copie
        from informations_sensibles.transmissions.courriels import annoncer_transmission

        self._permettre("liberer_transmission", par)
        self.refresh_from_db()  # what leaves is what stands, whatever the page that asks was opened on
        self._exiger(self.manques())
        informations = list(self.informations_couvertes())
        attendu = timezone.localdate() + timedelta(days=self.retour_sous)
        self._passer("liberee", liberee_par=par, liberee_le=timezone.now(), retour_attendu_le=attendu)
        CopieFigee.figer(self, composer_copie(self, informations), par=par)
        self._consigner(
            "transmission_liberee",
            par,
            verbe=Verbe.COMMUNICATION,
            destinataires=[str(self.destinataire_id)],
        )
        annoncer_transmission(self, par)

    # The contact TFL, and the return

    @transaction.atomic
    def accuser(self, *, par):
        self._permettre("accuser_transmission", par)
        self._passer("accusee", accusee_par=par, accusee_le=timezone.now())
        self._consigner("transmission_accusee", par)

    @transaction.atomic
    def repondre(self, *, par, **champs):
        """By its recipient, on the platform."""
        self._permettre("repondre_transmission", par)
        return self._recevoir_retour(par, hors_ligne=False, **champs)

    @transaction.atomic
    def consigner_retour(self, *, par, **champs):
        """By the Officier, of what came by the separate network."""
        self._permettre("consigner_retour", par)
        return self._recevoir_retour(par, hors_ligne=True, **champs)

    def _recevoir_retour(self, par, **champs):
        retour = RetourTransmission(transmission=self, par=par, **champs)
        retour.full_clean()
        retour.save(force_insert=True)
        if retour.code != CodeRetour.RECU:
            self._passer("retour_recu", fini_le=timezone.now())
        self._consigner("transmission_retour", par, verbe=Verbe.COLLECTE)
        return retour

    # What comes from the TFL

    @classmethod
    @transaction.atomic
    def enregistrer_arrivee(cls, *, par, **champs):
        """Reference data only: its text stays on the separate network."""
        if not a_un_role(par, LIBERENT):
            raise PermissionDenied("Ce qui vient de la TFL s’enregistre par l’Officier ou le Chef de Corps.")
        dossier = champs.get("dossier")
        if dossier is not None and not _contribue(par, dossier):
            raise ValidationError({"dossier": "Vous ne pouvez rien ajouter à ce dossier."})
        arrivee = cls(direction="de_tfl", etat="recue", preparee_par=par, **champs)
        arrivee.reference_dossier = dossier.reference if dossier else ""
        arrivee.full_clean()
        arrivee.save(force_insert=True)
        consigner("cellule.transmission_arrivee", arrivee, par=par, verbe=Verbe.COLLECTE)
        return arrivee

    @transaction.atomic
    def accuser_arrivee(self, *, par):
        self._permettre("accuser_arrivee", par)
        maintenant = timezone.now()
        self._passer("accusee", accusee_par=par, accusee_le=maintenant, fini_le=maintenant)
        self._consigner("transmission_accusee", par)

    @transaction.atomic
    def lier_information(self, information, *, par):
        """The information that was born of it."""
        self._permettre("lier_information", par)
        if self.couvertures.couvertes().filter(information=information).exists():
            raise ValidationError("Cette information est déjà liée.")
        InformationTransmise.objects.create(transmission=self, information=information, par=par)
        self._consigner("transmission_liee", par, verbe=Verbe.INTERCONNEXION)

    # Shared

    def _permettre(self, droit, par):
        """Two people at once: the second finds the act no longer possible."""
        actuelle = verrouiller(self)
        if droit not in actuelle.droits_de(par):
            raise PermissionDenied(TROP_TARD)
        self.etat, self.version = actuelle.etat, actuelle.version

    def _passer(self, etat, **champs):
        """Only what this act changes is written: what somebody else saved meanwhile stays."""
        self.etat = etat
        for nom, valeur in champs.items():
            setattr(self, nom, valeur)
        self.save(update_fields=["etat", *champs])

    @staticmethod
    def _exiger(manques):
        if manques:
            raise ValidationError(manques)

    def _consigner(self, acte, par, verbe=Verbe.MODIFICATION, **champs):
        consigner(f"cellule.{acte}", self, par=par, verbe=verbe, **champs)


def _contribue(par, dossier) -> bool:
    from informations_sensibles.dossiers.models import Dossier

    return Dossier.objects.contribues_par(par).filter(pk=dossier.pk).exists()
