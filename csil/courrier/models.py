import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone

from csil.journal.models import Verbe, consigner


class EtatEnvoi(models.TextChoices):
    EN_ATTENTE = "en_attente", "en attente"
    EN_COURS = "en_cours", "en cours"
    ENVOYE = "envoye", "envoyé"
    A_REESSAYER = "a_reessayer", "à réessayer"
    # The server refuses this address or this message for good
    REJETE = "rejete", "rejeté"
    # Too many attempts
    ABANDONNE = "abandonne", "abandonné"
    # The process died between handing it over and noting it: never sent again by itself
    INCERTAIN = "incertain", "incertain"
    ANNULE = "annule", "annulé"


ATTENDENT = (EtatEnvoi.EN_ATTENTE, EtatEnvoi.A_REESSAYER)
ECHOUES = (EtatEnvoi.REJETE, EtatEnvoi.ABANDONNE, EtatEnvoi.INCERTAIN)
# How a state is shown: colour and icon (the tag « etat »)
ALLURES = {
    EtatEnvoi.EN_ATTENTE: ("trait", "horloge"),
    EtatEnvoi.EN_COURS: ("trait", "demi"),
    EtatEnvoi.ENVOYE: ("succes", "coche"),
    EtatEnvoi.A_REESSAYER: ("attention", "horloge"),
    EtatEnvoi.REJETE: ("danger", "alerte"),
    EtatEnvoi.ABANDONNE: ("danger", "alerte"),
    EtatEnvoi.INCERTAIN: ("attention", "alerte"),
    EtatEnvoi.ANNULE: ("trait", "refus"),
}


class EnvoiQuerySet(models.QuerySet):
    def visible_to(self, personne):
        """State and address of what is not reserved; of one's own in any case. The text: `CorpsEnvoi`."""
        return self.filter(Q(par=personne.pk) | Q(reserve=False))

    def pour(self, objet):
        """What was sent about this record, one row per recipient, in the order it was asked."""
        return self.filter(objet_type=objet._meta.label_lower, objet_id=str(objet.pk)).order_by("cree_le")

    def a_montrer(self, personne) -> list["Envoi"]:
        """For `composants/envois.html`: each with the acts that this person has on it."""
        envois = list(self.visible_to(personne).order_by("destinataire", "cree_le"))
        for envoi in envois:
            envoi.actes = envoi.droits_de(personne)
        return envois

    def dus(self):
        return self.filter(etat__in=ATTENDENT, prochain_essai__lte=timezone.now())


class Envoi(models.Model):
    """One e-mail to one recipient, and what became of it. Asked by `csil.courrier.poster`, sent by the worker.

    The row is the queue (decision 7). It holds an address and a state, never a text, so that whoever manages the record
    can follow it; `reserve` keeps even that for who asked and for the clock, where to be written to is itself sensitive.
    No history: the states and their dates are its trace, acts of people on it are in the journal.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    destinataire = models.EmailField("destinataire")
    cle = models.CharField("clé", max_length=200, unique=True)
    objet_type = models.CharField("genre d’objet", max_length=100, blank=True)
    objet_id = models.CharField("objet", max_length=64, blank=True)
    reserve = models.BooleanField("réservé", default=False)
    par = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="demandé par"
    )
    etat = models.CharField("état", max_length=12, choices=EtatEnvoi.choices, default=EtatEnvoi.EN_ATTENTE)
    tentatives = models.PositiveSmallIntegerField("tentatives", default=0)
    prochain_essai = models.DateTimeField("prochain essai", default=timezone.now)
    pris_le = models.DateTimeField("pris en charge le", null=True)
    erreur = models.CharField("dernière erreur", max_length=250, blank=True)
    cree_le = models.DateTimeField("demandé le", default=timezone.now)
    envoye_le = models.DateTimeField("envoyé le", null=True)

    objects = EnvoiQuerySet.as_manager()

    class Meta:
        verbose_name = "envoi"
        verbose_name_plural = "envois"
        ordering = ["cree_le"]
        indexes = [
            models.Index(fields=["objet_type", "objet_id"], name="envoi_objet"),
            models.Index(
                fields=["prochain_essai"],
                name="envoi_file",
                condition=Q(etat__in=["en_attente", "a_reessayer", "en_cours"]),
            ),
        ]

    def __str__(self):
        return f"{self.destinataire}, {self.get_etat_display()}"

    @property
    def attend(self) -> bool:
        return self.etat in ATTENDENT

    @property
    def a_echoue(self) -> bool:
        return self.etat in ECHOUES

    @property
    def ton(self) -> str:
        return ALLURES[self.etat][0]

    @property
    def icone(self) -> str:
        return ALLURES[self.etat][1]

    def droits_de(self, personne) -> set[str]:
        """Who asked for it may ask again, or change their mind while it waits."""
        if self.par_id is None or self.par_id != personne.pk:
            return set()
        return {"annuler_envoi"} if self.attend else {"reessayer_envoi"} if self.a_echoue else set()

    @transaction.atomic
    def reessayer(self, *, par):
        """Send it again, from the first attempt. Raises ValidationError when its state or `par` does not allow it."""
        self._verrouiller("reessayer_envoi", par, "Ce courriel ne peut pas être renvoyé : il n’a pas échoué.")
        self.etat, self.tentatives, self.erreur = EtatEnvoi.EN_ATTENTE, 0, ""
        self.prochain_essai = timezone.now()
        self.save(update_fields=["etat", "tentatives", "erreur", "prochain_essai"])
        consigner("courrier.reessaye", self, par=par, verbe=Verbe.COMMUNICATION)

    @transaction.atomic
    def annuler(self, *, par):
        """It will not leave. Raises ValidationError when it has left already, or is not `par`’s."""
        self._verrouiller("annuler_envoi", par, "Ce courriel ne peut plus être annulé : il est parti.")
        self.etat = EtatEnvoi.ANNULE
        self.save(update_fields=["etat"])
        consigner("courrier.annule", self, par=par, verbe=Verbe.COMMUNICATION)

    def _verrouiller(self, droit, par, refus):
        """The state as it is now, held: the worker may have taken the row since the page was opened."""
        if self.par_id != par.pk:
            raise ValidationError("Ce courriel a été demandé par quelqu’un d’autre.")
        self.refresh_from_db(from_queryset=Envoi.objects.select_for_update())
        if droit not in self.droits_de(par):
            raise ValidationError(refus)


class CorpsEnvoi(models.Model):
    """What the e-mail says. Only who asked for it reads it; the worker sends it in that person's name."""

    envoi = models.OneToOneField(Envoi, models.CASCADE, primary_key=True, related_name="corps")
    objet = models.CharField("objet", max_length=250)
    texte = models.TextField("texte")
    html = models.TextField("texte mis en forme", blank=True)

    class Meta:
        verbose_name = "texte d’un envoi"

    def __str__(self):
        return self.objet


class PieceJointe(models.Model):
    """A file that leaves with the e-mail; read like its text."""

    envoi = models.ForeignKey(Envoi, models.CASCADE, related_name="pieces")
    ordre = models.PositiveSmallIntegerField("ordre")
    nom = models.CharField("nom", max_length=150)
    genre = models.CharField("type", max_length=150)
    octets = models.BinaryField("contenu")
    # How the file is made when the e-mail leaves (csil.courrier.Recette); empty: `octets` is the file
    recette = models.CharField("recette", max_length=100, blank=True)
    argument = models.CharField("argument", max_length=64, blank=True)

    class Meta:
        verbose_name = "pièce jointe"
        verbose_name_plural = "pièces jointes"
        ordering = ["ordre"]

    def __str__(self):
        return self.nom
