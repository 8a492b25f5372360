from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from csil.garde import TexteGarde
from informations_sensibles.secteurs import actes
from informations_sensibles.secteurs.models.rubrique import Rubrique, du_secteur


class Resultat(models.TextChoices):
    REUSSI = "reussi", "La bonne personne a répondu à temps"
    TARDIF = "tardif", "Réponse tardive"
    AUTRE_VOIE = "autre_voie", "Réponse par une autre voie que celle du processus"
    SANS_REPONSE = "sans_reponse", "Aucune réponse"


class Exercice(Rubrique):
    """Keep the yearly drill of a sector's police contact point: a test message, how long the answer took, what came of it."""

    secteur = du_secteur("exercices")
    prevu_le = models.DateField("prévu le")
    envoye_le = models.DateTimeField("message d’essai envoyé le", null=True, editable=False)
    repondu_le = models.DateTimeField("réponse reçue le", null=True, editable=False)
    resultat = models.CharField("résultat", max_length=20, choices=Resultat, blank=True, editable=False)
    commentaire = TexteGarde("ce qu’il faut en retenir", max_length=1000, blank=True, editable=False)
    conclu_le = models.DateTimeField("conclu le", null=True, editable=False)
    prevu_par = auteur("prévu par", facultatif=True)

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
        """Put its state in words: « prévu », « en attente d’une réponse », « conclu »."""
        if self.conclu_le:
            return "conclu"
        return "en attente d’une réponse" if self.envoye_le else "prévu"

    @property
    def delai(self):
        """The time that the answer took; None without an answer."""
        return self.repondu_le - self.envoye_le if self.repondu_le else None

    @property
    def prochain(self):
        """The day on which the next drill falls due, counted from the test message; None before it was sent."""
        if self.envoye_le is None:
            return None
        return timezone.localdate(self.envoye_le) + relativedelta(months=settings.CSIL_EXERCICE_MOIS)

    def droits_de(self, user) -> set[str]:
        droits = super().droits_de(user)
        if "tenir_secteur" in droits and not self.conclu_le:
            droits = droits | {"conclure_exercice" if self.envoye_le else "envoyer_essai"}
        return droits

    planifier = classmethod(actes.planifier)
    envoyer = actes.envoyer
    conclure = actes.conclure
