"""What may be done with an information beside its circuit: put right, given to a dossier, held back, masked."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from csil.formulaires import verrouiller
from csil.journal import Verbe
from informations_sensibles.commun.vocabulaire import Tlp
from informations_sensibles.dossiers.models import Identite, Implication, Qualite, Revelation, identite_de
from informations_sensibles.informations.models.embargo import Embargo
from informations_sensibles.informations.models.passage_masque import PassageMasque
from informations_sensibles.informations.models.rectification import (
    ARectifier,
    Rectification,
    destinataires_passes,
)

# From the narrowest to the widest (R18).
LARGEUR = {tlp: rang for rang, tlp in enumerate(Tlp.values)}
SAISIS = (
    "originateur",
    "partenaire",
    "reference_document",
    "date_document",
    "date_fait",
    "nature",
    "categorie",
    "synthese",
    "code_traitement",
    "condition",
    "tlp",
    "issue_458ter",
)
RECTIFIABLES = ("reference_document", "date_document", "date_fait", "nature", "categorie", "synthese")
PLUS_LARGE = (
    "Elle ne peut pas circuler plus loin sans l’accord de qui l’a donnée : consignez-le, puis élargissez."
)


class ADesSuites:
    """Acts of `Information`, each on the record as it is now, which they give back."""

    @transaction.atomic
    def modifier(self, *, par):
        """Its fields were filled by the form, on the record held by `verrouiller`. By its author, before it is validated."""
        actuelle = self._permettre("modifier_information", par)
        if LARGEUR[self.tlp] > LARGEUR[actuelle.tlp]:
            raise ValidationError({"tlp": PLUS_LARGE})
        self._verifier()
        self.save(update_fields=SAISIS)
        self._consigner("modifiee", par)
        return self

    @transaction.atomic
    def rattacher(self, *, par, dossier):
        """To a dossier to which `par` may add, once. The identity that waited with it goes to the person followed there."""
        actuelle = self._permettre("rattacher_information", par)
        actuelle.dossier = dossier
        actuelle._verifier_dossier(par)
        actuelle.save(update_fields=["dossier"])
        actuelle._confier_l_identite(par)
        actuelle._consigner("rattachee", par, Verbe.INTERCONNEXION, motif=str(dossier))
        return actuelle

    @transaction.atomic
    def proposer_un_dossier(self, *, par, **champs):
        """A dossier born of this information, which belongs to it from then on: both, or neither. Gives the dossier."""
        from informations_sensibles.dossiers.models import Dossier

        actuelle = self._permettre("proposer_dossier", par)
        dossier = Dossier.proposer(par=par, **champs)
        actuelle.rattacher(par=par, dossier=dossier)
        return dossier

    def _confier_l_identite(self, par):
        """Unless the dossier knows already who it follows. Whoever attaches has read who it is: the journal says so."""
        cle = self.identite_id
        if cle is None:
            return
        suivie = Implication.objects.filter(
            dossier=self.dossier_id, qualite=Qualite.SUIVIE, retiree_le=None
        ).first()
        if suivie is None:
            suivie = Implication(dossier=self.dossier, par=par, qualite=Qualite.SUIVIE)
            suivie.designation = "La personne suivie"
            suivie.save(force_insert=True)
        elif identite_de(suivie.pk):
            return
        Revelation.demander(self, identite_id=cle, par=par, motif=f"Rattachement au dossier {self.dossier}")
        identite = Identite.objects.get(pk=cle)
        identite.implication, identite.information = suivie, None
        identite.save(update_fields=["implication", "information"])

    @transaction.atomic
    def elargir(self, *, par, tlp):
        """As far as the service that gave it agreed to, and no further (R19)."""
        actuelle = self._permettre("elargir_information", par)
        accord = actuelle.consentement
        permis = accord.tlp if accord and accord.accorde else ""
        if LARGEUR[tlp] <= LARGEUR[actuelle.tlp]:
            raise ValidationError({"tlp": "Choisissez plus large que ce qui est permis aujourd’hui."})
        if not permis or LARGEUR[tlp] > LARGEUR[permis]:
            raise ValidationError({"tlp": PLUS_LARGE})
        actuelle.tlp = tlp
        actuelle.save(update_fields=["tlp"])
        actuelle._consigner("elargie", par, motif=tlp)
        return actuelle

    @transaction.atomic
    def mettre_sous_embargo(self, *, par, autorite, motif, jusqu_au):
        """Hidden at once from everybody but `par`, until it is lifted (R43)."""
        actuelle = self._permettre("poser_embargo", par)
        if jusqu_au <= timezone.localdate():
            raise ValidationError({"jusqu_au": "Donnez un jour à venir : c’est là que vous serez prévenu."})
        pose = Embargo(information=actuelle, pose_par=par, autorite=autorite, motif=motif, jusqu_au=jusqu_au)
        pose.full_clean()
        pose.save(force_insert=True)
        actuelle._consigner("sous_embargo", par, motif=f"jusqu’au {jusqu_au:%d/%m/%Y}")
        return actuelle

    @transaction.atomic
    def prolonger_embargo(self, *, par, jusqu_au):
        actuelle = self._permettre("lever_embargo", par)
        pose = verrouiller(actuelle.embargo)
        if jusqu_au <= max(timezone.localdate(), pose.jusqu_au):
            raise ValidationError({"jusqu_au": "Donnez un jour plus lointain que celui d’aujourd’hui."})
        pose.jusqu_au = jusqu_au
        pose.full_clean()
        pose.save()
        actuelle._consigner("embargo_prolonge", par, motif=f"jusqu’au {jusqu_au:%d/%m/%Y}")
        return actuelle

    @transaction.atomic
    def lever_embargo(self, *, par, motif):
        """A decision, with its reason; the date alone lifts nothing."""
        actuelle = self._permettre("lever_embargo", par)
        pose = verrouiller(actuelle.embargo)
        pose.leve_par, pose.leve_le, pose.motif_levee = par, timezone.now(), motif
        pose.full_clean()
        pose.save()
        actuelle._consigner("embargo_leve", par)
        return actuelle

    @transaction.atomic
    def masquer(self, *, par, synthese, motif):
        """A passage goes out of its words; those from before stay with the legal core and with `par` (F13)."""
        actuelle = self._permettre("masquer_information", par)
        if synthese.strip() == actuelle.synthese.strip():
            raise ValidationError({"synthese": "Rien n’a été retiré de la synthèse."})
        masque = PassageMasque(information=actuelle, avant=actuelle.synthese, motif=motif, par=par)
        masque.full_clean()
        masque.save(force_insert=True)
        actuelle.synthese = synthese
        actuelle._verifier()
        actuelle.save(update_fields=["synthese"])
        actuelle._consigner("masquee", par)
        return actuelle

    @transaction.atomic
    def rectifier(self, *, par, faux, motif):
        """Its fields were filled by the form, on the record held by `verrouiller`. Whoever received it is to be told (R44).

        Gives what is to be told, and to whom.
        """
        self._permettre("rectifier_information", par)
        rectification = Rectification(information=self, par=par, faux=faux, motif=motif)
        rectification.full_clean()
        rectification.save(force_insert=True)
        self._verifier()
        self.save(update_fields=RECTIFIABLES)
        a_prevenir = [
            ARectifier(information=self, rectification=rectification, destinataire=qui, par_quoi=par_quoi)
            for qui, par_quoi in destinataires_passes(self)
        ]
        for suite in a_prevenir:
            suite.save(force_insert=True)
        self._consigner("rectifiee", par, destinataires=[str(suite.destinataire_id) for suite in a_prevenir])
        return a_prevenir
