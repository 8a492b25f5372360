"""What a process and a circuit have in common: both live in versions, made of steps, of which one at most is in force."""

import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.utils import timezone

from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner


class Etat(models.TextChoices):
    BROUILLON = "brouillon", "Brouillon"
    SOUMISE = "soumise", "À approuver"
    EN_VIGUEUR = "en_vigueur", "En vigueur"
    REMPLACEE = "remplacee", "Remplacée"
    RETIREE = "retiree", "Retirée"


EN_PREPARATION = (Etat.BROUILLON, Etat.SOUMISE)


def personne(nom, **options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=nom,
        **options,
    )


class Version(Versionne):
    """One state of `sujet`: drafted, submitted, approved, replaced by the next or withdrawn.

    A subclass has `etapes`, says who may do what (`droits_de`), and how it is approved.
    """

    # What its acts are called in the journal: « cellule.version_soumise »
    ACTE = "version"
    # Saved with the steps, in one form
    AVEC_ETAPES = ("note",)
    # How people call what is withdrawn
    NOM_DU_SUJET = "le processus"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    numero = models.PositiveSmallIntegerField("numéro", editable=False)
    etat = models.CharField("état", max_length=15, choices=Etat, default=Etat.BROUILLON, editable=False)
    note = LigneGardee(
        "ce qui change", max_length=250, blank=True, help_text="Par rapport à la version précédente."
    )
    redigee_par = personne("rédigée par")
    redigee_le = models.DateTimeField("rédigée le", default=timezone.now, editable=False)
    soumise_par = personne("soumise par")
    soumise_le = models.DateTimeField("soumise le", null=True, editable=False)
    valable_du = models.DateTimeField("valable du", null=True, editable=False)
    valable_au = models.DateTimeField("au", null=True, editable=False)
    decision = TexteGarde("pourquoi", max_length=500, blank=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"version {self.numero}"

    @property
    def sujet(self):
        """The record of which this is a version."""
        raise NotImplementedError

    @property
    def est_perimee(self) -> bool:
        """Was in force, is no longer."""
        return self.etat in (Etat.REMPLACEE, Etat.RETIREE)

    @property
    def est_echue(self) -> bool:
        """In force beyond the date at which it had to be read again."""
        return self.etat == Etat.EN_VIGUEUR and bool(self.valable_au) and self.valable_au <= timezone.now()

    @property
    def precedente(self):
        """What a draft is compared with: the version in force; else the one approved before it."""
        autres = self.sujet.versions.exclude(etat__in=EN_PREPARATION)
        return autres.filter(numero__lt=self.numero).order_by("-numero").first()

    def copier(self, modele) -> None:
        """The steps of another version, each knowing where it comes from."""
        for etape in modele.etapes.all() if modele else ():
            etape.recopier(self)

    @transaction.atomic
    def enregistrer_etapes(self, etapes, *, par) -> None:
        """`etapes`: all of them, unsaved or saved, in their new order; those that are missing are taken out."""
        self._permettre("modifier_etapes", par)
        gardees = {etape.pk for etape in etapes}
        for etape in self.etapes.all():
            if etape.pk not in gardees:
                etape.delete()
        for ordre, etape in enumerate(etapes, 1):
            setattr(etape, etape.VERSION, self)
            etape.ordre = ordre
            etape.full_clean(validate_constraints=False)
            etape.enregistrer()
        self.save(update_fields=self.AVEC_ETAPES)
        self._consigner("modifiee", par)

    def manques(self) -> list[str]:
        """What keeps it from being submitted, in sentences."""
        return (
            [] if self.etapes.exists() else ["Écrivez au moins une étape avant de soumettre cette version."]
        )

    @transaction.atomic
    def soumettre(self, *, par):
        """Raises ValidationError while there is nothing to approve."""
        self._permettre("soumettre_version", par)
        if manques := self.manques():
            raise ValidationError(manques)
        self.etat, self.soumise_par, self.soumise_le = Etat.SOUMISE, par, timezone.now()
        self.decision = ""
        self.save(update_fields=["etat", "soumise_par", "soumise_le", "decision"])
        self._consigner("soumise", par)

    @transaction.atomic
    def reprendre(self, *, par):
        """Back to a draft, by those who write it."""
        self._permettre("reprendre_version", par)
        self._rouvrir()
        self._consigner("reprise", par)

    @transaction.atomic
    def renvoyer(self, *, par, decision):
        """Back to a draft, with what has to change."""
        if not decision.strip():
            raise ValidationError({"decision": "Dites ce qui doit changer."})
        self._permettre("approuver_version", par)
        self._rouvrir(decision=decision)
        self._consigner("renvoyee", par)

    @transaction.atomic
    def retirer(self, *, par, decision):
        """Out of force, without another to replace it."""
        if not decision.strip():
            raise ValidationError({"decision": f"Dites pourquoi {self.NOM_DU_SUJET} est retiré."})
        self._permettre("retirer_version", par)
        self._passer(Etat.RETIREE, valable_au=timezone.now(), decision=decision)
        self._consigner("retiree", par)

    def _rouvrir(self, **champs):
        self._passer(Etat.BROUILLON, **champs)

    def _passer(self, etat, **champs):
        for nom, valeur in {"etat": etat, **champs}.items():
            setattr(self, nom, valeur)
        self.save(update_fields=["etat", *champs])

    def _entrer_en_vigueur(self, *, jusqu_au=None, **champs):
        """From now on; the one before is replaced in the same act."""
        maintenant = timezone.now()
        for ancienne in self.sujet.versions.filter(etat=Etat.EN_VIGUEUR):
            ancienne._passer(Etat.REMPLACEE, valable_au=maintenant)
        self._passer(Etat.EN_VIGUEUR, valable_du=maintenant, valable_au=jusqu_au, decision="", **champs)

    def _permettre(self, droit, par):
        """The version as it is now, locked. Two people at once: the second finds the act no longer possible."""
        actuelle = type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        if droit not in actuelle.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur cette version.")
        self.version = actuelle.version
        return actuelle

    def _consigner(self, acte, par):
        consigner(f"cellule.{self.ACTE}_{acte}", self, par=par, verbe=Verbe.MODIFICATION)


class EtapeDeVersion(models.Model):
    """One step of a version. Written while it is a draft, and the only rows of the Cellule that the application deletes."""

    # What a person writes; what two versions are compared by
    CHAMPS: tuple
    LUS: tuple
    # The foreign key to its version
    VERSION: str

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    ordre = models.PositiveSmallIntegerField("ordre", editable=False)
    origine = models.ForeignKey(
        "self", models.DO_NOTHING, null=True, editable=False, related_name="+", verbose_name="reprise de"
    )

    class Meta:
        abstract = True

    def __str__(self):
        return f"étape {self.ordre}"

    def recopier(self, version) -> None:
        champs = {nom: getattr(self, nom) for nom in self.CHAMPS}
        type(self).objects.create(ordre=self.ordre, origine=self, **{self.VERSION: version}, **champs)

    def enregistrer(self) -> None:
        """Nothing changed, nothing saved: history tells changes only."""
        avant = None if self._state.adding else type(self).objects.filter(pk=self.pk).first()
        champs = ("ordre", *self.CHAMPS)
        if avant is None or any(getattr(avant, nom) != getattr(self, nom) for nom in champs):
            self.save()


class AvecVersions(models.Model):
    """A record that lives in `versions`."""

    class Meta:
        abstract = True

    @property
    def en_vigueur(self):
        """The version in force, or None."""
        return next((v for v in self.versions.all() if v.etat == Etat.EN_VIGUEUR), None)

    @property
    def en_preparation(self):
        """The draft, or what waits for approval; None."""
        return next((v for v in self.versions.all() if v.etat in EN_PREPARATION), None)

    @transaction.atomic
    def nouveau_brouillon(self, *, par):
        """A copy of the version in force, to be changed and approved in its turn.

        Raises ValidationError while another version is in preparation.
        """
        type(self).objects.select_for_update(of=("self",)).get(pk=self.pk)
        versions = self.versions.all()
        if versions.filter(etat__in=EN_PREPARATION).exists():
            raise ValidationError("Une nouvelle version est déjà en préparation.")
        numero = (versions.aggregate(plus_haut=models.Max("numero"))["plus_haut"] or 0) + 1
        modele = versions.filter(etat=Etat.EN_VIGUEUR).first()
        reprises = {
            nom: getattr(modele, nom) for nom in versions.model.AVEC_ETAPES if modele and nom != "note"
        }
        brouillon = self.versions.create(numero=numero, redigee_par=par, **reprises)
        brouillon.copier(modele)
        consigner(f"cellule.{brouillon.ACTE}_preparee", brouillon, par=par, verbe=Verbe.COLLECTE)
        return brouillon
