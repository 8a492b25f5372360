from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.courrier import poster
from csil.garde import TexteGarde
from informations_sensibles.secteurs.models.rubrique import Rubrique, du_secteur


class Resultat(models.TextChoices):
    REUSSI = "reussi", "La bonne personne a répondu à temps"
    TARDIF = "tardif", "Réponse tardive"
    AUTRE_VOIE = "autre_voie", "Réponse par une autre voie que celle du processus"
    SANS_REPONSE = "sans_reponse", "Aucune réponse"


class Exercice(Rubrique):
    """The yearly drill of a sector's police contact point: a test message, how long the answer took, what came of it."""

    secteur = du_secteur("exercices")
    prevu_le = models.DateField("prévu le")
    envoye_le = models.DateTimeField("message d’essai envoyé le", null=True, editable=False)
    repondu_le = models.DateTimeField("réponse reçue le", null=True, editable=False)
    resultat = models.CharField("résultat", max_length=20, choices=Resultat, blank=True, editable=False)
    commentaire = TexteGarde("ce qu’il faut en retenir", max_length=1000, blank=True, editable=False)
    conclu_le = models.DateTimeField("conclu le", null=True, editable=False)
    prevu_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="prévu par",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "exercice"
        verbose_name_plural = "exercices"
        ordering = ["-prevu_le", "-pk"]
        permissions = [
            ("envoyer_essai", "Noter l’envoi du message d’essai"),
            ("conclure_exercice", "Conclure l’exercice"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(repondu_le=None) | Q(envoye_le__isnull=False, repondu_le__gte=F("envoye_le")),
                name="exercice_dans_l_ordre",
                violation_error_message="La réponse précède l’envoi du message d’essai.",
            ),
            models.CheckConstraint(
                condition=Q(conclu_le=None, resultat="")
                | Q(conclu_le__isnull=False, envoye_le__isnull=False) & ~Q(resultat=""),
                name="exercice_conclu",
                violation_error_message="Un exercice conclu a un envoi et un résultat.",
            ),
        ]

    def __str__(self):
        return f"exercice du {self.prevu_le:%d/%m/%Y}"

    @property
    def etat(self) -> str:
        """In words: « prévu », « en attente d’une réponse », « conclu »."""
        if self.conclu_le:
            return "conclu"
        return "en attente d’une réponse" if self.envoye_le else "prévu"

    @property
    def delai(self):
        """How long the answer took; None without an answer."""
        return self.repondu_le - self.envoye_le if self.repondu_le else None

    @property
    def prochain(self):
        """When the next one falls due, counted from the test message; None before it was sent."""
        if self.envoye_le is None:
            return None
        return timezone.localdate(self.envoye_le) + relativedelta(months=settings.CSIL_EXERCICE_MOIS)

    def droits_de(self, user) -> set[str]:
        droits = super().droits_de(user)
        if "tenir_secteur" in droits and not self.conclu_le:
            droits = droits | {"conclure_exercice" if self.envoye_le else "envoyer_essai"}
        return droits

    @classmethod
    @transaction.atomic
    def planifier(cls, *, par, secteur, prevu_le):
        """One drill at a time. Raises ValidationError while another one is open."""
        if cls.objects.filter(secteur=secteur, conclu_le=None).exists():
            raise ValidationError("Un exercice est déjà en cours pour ce secteur : concluez-le d’abord.")
        exercice = cls(secteur=secteur, prevu_le=prevu_le, prevu_par=par)
        exercice.full_clean()
        exercice.enregistrer("exercice_prevu", par=par)
        return exercice

    @transaction.atomic
    def envoyer(self, *, par):
        """The test message leaves, to the address of the contact point; without an address it was given by word."""
        self._permettre("envoyer_essai", par)
        self.envoye_le = timezone.now()
        self.enregistrer("exercice_envoye", par=par)
        point = self.secteur.points.actuels().complets().first()
        if point and point.courriel:
            contexte = {"par": par, "commune": settings.CSIL_COMMUNE}
            texte = render_to_string("informations_sensibles/secteurs/email/exercice.txt", contexte)
            poster(point.courriel, "Exercice : message d’essai", texte, pour=self, par=par)

    @transaction.atomic
    def conclure(self, *, par, resultat, commentaire="", repondu_le=None):
        """What came of it; `repondu_le` is required unless nobody answered."""
        self._permettre("conclure_exercice", par)
        if (resultat == Resultat.SANS_REPONSE) == bool(repondu_le):
            raise ValidationError(
                {"repondu_le": "Donnez le moment de la réponse, ou choisissez « Aucune réponse »."}
            )
        self.resultat, self.commentaire, self.repondu_le = resultat, commentaire, repondu_le
        self.conclu_le = timezone.now()
        self.full_clean()
        self.enregistrer("exercice_conclu", par=par)

    def _permettre(self, droit, par):
        if droit not in self.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur cet exercice.")
