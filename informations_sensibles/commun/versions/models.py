"""What a process and a circuit have in common: both live in versions, made of steps, of which one at most is in force."""

import uuid

from django.db import models
from django.urls import reverse
from django.utils import timezone

from csil.comptes.liens import auteur, moment
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from informations_sensibles.commun.versions import actes
from informations_sensibles.commun.versions.etats import EN_PREPARATION, Etat


class Version(Versionne):
    """Hold one state of `sujet`: drafted, submitted, approved, replaced by the next or withdrawn.

    A subclass has the foreign key that `SUJET` names and `etapes`, says who may do what (`droits_de`), and how it is
    approved (an act of its own).
    """

    # The foreign key to what it is a version of
    SUJET: str
    # Where it is shown: the name of its address, with which those of its acts begin (« version-etapes »)
    ADRESSE: str
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
    redigee_par = auteur("rédigée par", facultatif=True)
    redigee_le = moment("rédigée le")
    soumise_par = auteur("soumise par", facultatif=True)
    soumise_le = models.DateTimeField("soumise le", null=True, editable=False)
    valable_du = models.DateTimeField("valable du", null=True, editable=False)
    valable_au = models.DateTimeField("au", null=True, editable=False)
    decision = TexteGarde("pourquoi", max_length=500, blank=True, editable=False)

    class Meta:
        abstract = True

    def __str__(self):
        return f"version {self.numero}"

    def get_absolute_url(self):
        return reverse(self.ADRESSE, args=[self.pk])

    @property
    def sujet(self):
        """The process or the circuit of which this is a version."""
        return getattr(self, self.SUJET)

    @property
    def est_perimee(self) -> bool:
        """Tell whether it was in force and is no longer."""
        return self.etat in (Etat.REMPLACEE, Etat.RETIREE)

    @property
    def est_echue(self) -> bool:
        """Tell whether it is in force beyond the date at which it had to be read again."""
        return self.etat == Etat.EN_VIGUEUR and bool(self.valable_au) and self.valable_au <= timezone.now()

    @property
    def precedente(self):
        """The version that this one is compared with: the last one before it that was in force."""
        autres = self.sujet.versions.exclude(etat__in=EN_PREPARATION)
        return autres.filter(numero__lt=self.numero).order_by("-numero").first()

    def copier(self, modele) -> None:
        """Take over the steps of another version, if there is one, each knowing where it comes from."""
        for etape in modele.etapes.all() if modele else ():
            etape.recopier(self)

    def fautes(self, etapes) -> list[str]:
        """Say, a sentence each, why these steps cannot follow each other; to be overridden."""
        return []

    def manques(self) -> list[str]:
        """Say, a sentence each, what keeps the version from being submitted."""
        etapes = list(self.etapes.all())
        if not etapes:
            return ["Écrivez au moins une étape avant de soumettre cette version."]
        return self.fautes(etapes)

    def rouvrir(self) -> None:
        """Become a draft again, within an act."""
        self.etat = Etat.BROUILLON

    ecrire_etapes = actes.ecrire_etapes
    soumettre = actes.soumettre
    reprendre = actes.reprendre
    renvoyer = actes.renvoyer
    retirer = actes.retirer


class EtapeDeVersion(models.Model):
    """Hold one step of a version: written, and deleted, while the version is a draft."""

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
        """Copy the step into another version, which remembers where it comes from."""
        champs = {nom: getattr(self, nom) for nom in self.CHAMPS}
        type(self).objects.create(ordre=self.ordre, origine=self, **{self.VERSION: version}, **champs)

    def enregistrer(self) -> None:
        """Save the step if something changed in it: history tells changes only."""
        avant = None if self._state.adding else type(self).objects.filter(pk=self.pk).first()
        champs = ("ordre", *self.CHAMPS)
        if avant is None or any(getattr(avant, nom) != getattr(self, nom) for nom in champs):
            self.save()


class AvecVersions(models.Model):
    """Make a record live in `versions`, of which one at most is in force and one in preparation."""

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

    nouveau_brouillon = actes.nouveau_brouillon
