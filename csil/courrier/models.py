import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from csil.comptes.liens import personne as lien
from csil.courrier import actes


class EtatEnvoi(models.TextChoices):
    """The state of an e-mail, from the queue to its end."""

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
    """E-mails, by who may follow them and by what they are about."""

    def visible_to(self, personne):
        """Keep the person's own and what is not reserved, to see states and addresses; the text is in `CorpsEnvoi`."""
        return self.filter(Q(par=personne.pk) | Q(reserve=False))

    def pour(self, objet):
        """Keep what was sent about this record, one row per recipient, in the order it was asked."""
        return self.filter(objet_type=objet._meta.label_lower, objet_id=str(objet.pk)).order_by("cree_le")

    def a_montrer(self, personne) -> list["Envoi"]:
        """List them for `composants/envois.html`, each with the acts that this person has on it."""
        envois = list(self.visible_to(personne).order_by("destinataire", "cree_le"))
        for envoi in envois:
            envoi.actes = envoi.droits_de(personne)
        return envois

    def dus(self):
        """Keep what is to be tried now."""
        return self.filter(etat__in=ATTENDENT, prochain_essai__lte=timezone.now())


class Envoi(models.Model):
    """One e-mail to one recipient, and what became of it: asked by `csil.courrier.poster`, sent by the worker.

    The row is the queue (decision 7). It holds an address and a state, never a text, so that whoever manages the record
    can follow it; `reserve` keeps even that for who asked and for the clock, where to be written to is itself sensitive.
    No history: the states and their dates are its trace, acts of people on it are in the journal.
    """

    Etat = EtatEnvoi

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    destinataire = models.EmailField("destinataire")
    cle = models.CharField("clé", max_length=200, unique=True)
    objet_type = models.CharField("genre d’objet", max_length=100, blank=True)
    objet_id = models.CharField("objet", max_length=64, blank=True)
    reserve = models.BooleanField("réservé", default=False)
    par = lien("demandé par", null=True)
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
        """Say whether it may still leave."""
        return self.etat in ATTENDENT

    @property
    def a_echoue(self) -> bool:
        """Say whether it did not arrive, or perhaps did not."""
        return self.etat in ECHOUES

    @property
    def ton(self) -> str:
        """The colour in which its state is shown."""
        return ALLURES[self.etat][0]

    @property
    def icone(self) -> str:
        """The icon beside its state."""
        return ALLURES[self.etat][1]

    def droits_de(self, personne) -> set[str]:
        """Give the rights of who asked for it: ask again, or change their mind while it waits."""
        if self.par_id is None or self.par_id != personne.pk:
            return set()
        return {"annuler_envoi"} if self.attend else {"reessayer_envoi"} if self.a_echoue else set()

    reessayer = actes.reessayer
    annuler = actes.annuler


class CorpsEnvoi(models.Model):
    """The text of an e-mail: only who asked for it reads it; the worker sends it in that person's name."""

    envoi = models.OneToOneField(Envoi, models.CASCADE, primary_key=True, related_name="corps")
    objet = models.CharField("objet", max_length=250)
    texte = models.TextField("texte")
    html = models.TextField("texte mis en forme", blank=True)

    class Meta:
        verbose_name = "texte d’un envoi"

    def __str__(self):
        return self.objet


class PieceJointe(models.Model):
    """A file that leaves with an e-mail, read by whoever reads its text."""

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
