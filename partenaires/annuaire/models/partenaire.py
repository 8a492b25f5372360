from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.db import models, transaction
from django.db.models import Count, F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.groupes import ANNUAIRE, REFERENT
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner
from csil.texte.durees import apres_mois
from partenaires.annuaire.ordre import alphabetique


class Rythme(models.IntegerChoices):
    TROIS_MOIS = 3, "tous les trois mois"
    SIX_MOIS = 6, "tous les six mois"
    DOUZE_MOIS = 12, "tous les ans"


class StatutFiche(models.TextChoices):
    VERIFIEE = "ok", "Vérifiée"
    A_CONFIRMER = "a_confirmer", "À confirmer"


class PartenaireQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The whole directory to the Concertation and to the groups of the Cellule, nothing to others."""
        return self if user.est_membre(*ANNUAIRE) else self.none()

    def a_relire(self):
        """Never confirmed, or not since the partner's own rhythm ran out."""
        echeance = apres_mois(F("relue_le"), F("rythme"))
        return self.alias(echeance=echeance).filter(Q(relue_le=None) | Q(echeance__lte=Now()))

    def compter(self) -> dict:
        """How many records, how many verified, how many still to be confirmed, in one query."""
        return self.aggregate(
            total=Count("pk"),
            verifies=Count("pk", filter=Q(statut_fiche=StatutFiche.VERIFIEE)),
            a_confirmer=Count("pk", filter=Q(statut_fiche=StatutFiche.A_CONFIRMER)),
        )


class Partenaire(Versionne):
    """An organisation of the Concertation (R11): never a person, a function or a funder."""

    code = models.SlugField(
        "code", max_length=80, unique=True, help_text="Celui du fichier des partenaires ; il ne change pas."
    )
    nom = models.CharField("nom", max_length=200)
    acronyme = models.CharField("sigle", max_length=20, blank=True)
    secteur = models.ForeignKey("Secteur", models.PROTECT, related_name="partenaires", verbose_name="secteur")
    niveau = models.ForeignKey("Niveau", models.PROTECT, related_name="partenaires", verbose_name="niveau")
    tutelle = models.ForeignKey(
        "Niveau", models.PROTECT, null=True, blank=True, related_name="sous_tutelle", verbose_name="tutelle"
    )
    territoire = models.CharField("territoire", max_length=200, blank=True)
    forme = models.CharField(
        "forme", max_length=100, blank=True, help_text="Par exemple : association, service public."
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="filiales", verbose_name="dépend de"
    )
    missions = models.TextField("missions", blank=True)
    statut_fiche = models.CharField(
        "état de la fiche", max_length=20, choices=StatutFiche.choices, default=StatutFiche.A_CONFIRMER
    )
    note = models.TextField("question à régler", blank=True)
    rythme = models.PositiveSmallIntegerField("relecture", choices=Rythme.choices, default=Rythme.SIX_MOIS)
    relue_le = models.DateTimeField("relue le", null=True, blank=True, editable=False)
    relue_par = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="relue par",
    )

    history = HistoricalRecords()
    objects = PartenaireQuerySet.as_manager()

    class Meta:
        verbose_name = "partenaire"
        verbose_name_plural = "partenaires"
        ordering = alphabetique()
        permissions = [
            ("lire_question", "Lire la question à régler"),
            ("tenir_partenaire", "Tenir la fiche à jour"),
            ("donner_tenue", "Confier la tenue de la fiche"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(parent=F("id")),
                name="partenaire_pas_son_parent",
                violation_error_message="Un partenaire ne peut pas dépendre de lui-même.",
            ),
            models.CheckConstraint(
                condition=Q(relue_le=None, relue_par=None)
                | Q(relue_le__isnull=False, relue_par__isnull=False),
                name="partenaire_relecture_signee",
                violation_error_message="Une relecture a une date et un auteur.",
            ),
        ]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("partenaire", args=[self.pk])

    @property
    def nom_court(self) -> str:
        """The acronym, unless it is shared: « AMO » names a category, and two partners."""
        return self.acronyme if self.acronyme and self.acronyme not in self.nom.split() else self.nom

    @property
    def nom_complet(self) -> str:
        """The name, followed by the acronym where the name does not hold it already."""
        return (
            f"{self.nom} ({self.acronyme})" if self.acronyme and self.acronyme not in self.nom else self.nom
        )

    @property
    def a_confirmer(self) -> bool:
        return self.statut_fiche == StatutFiche.A_CONFIRMER

    @property
    def a_relire_le(self):
        """When the record falls due; None when it was never confirmed."""
        return self.relue_le and self.relue_le + relativedelta(months=self.rythme)

    @property
    def est_a_relire(self) -> bool:
        return self.relue_le is None or self.a_relire_le <= timezone.now()

    @property
    def a_joindre(self):
        """Whom to call first, now: in the order of the contacts whoever is there, or stands in for who is not."""
        for contact in self.contacts.all():
            if not contact.absent:
                return contact
            if contact.suppleant and not contact.suppleant.absent:
                return contact.suppleant
        return None

    def droits_de(self, user) -> set[str]:
        """Read: whoever reads the directory. Read the question to settle: the partner's own people. Keep up to date:
        those of them who were given that right. The Référent does all of it, for every partner, and gives that right.
        """
        if not user.est_membre(*ANNUAIRE):
            return set()
        if user.est_membre(REFERENT):
            return {"view_partenaire", "lire_question", "tenir_partenaire", "donner_tenue"}
        droits = {"view_partenaire"}
        if self.appartenances.en_vigueur().filter(personne=user).exists():
            donnes = self.droits.en_vigueur().filter(user=user)
            droits |= {"lire_question", *donnes.values_list("permission__codename", flat=True)}
        return droits

    @transaction.atomic
    def noter(self, acte: str, *, par) -> None:
        """Something of the record was changed, as the journal calls it: « service_modifie »."""
        consigner(f"partenaires.{acte}", self, par=par, verbe=Verbe.MODIFICATION)

    @transaction.atomic
    def relire(self, *, par) -> None:
        """« Tout est exact »: the whole record was read again and holds."""
        self.relue_le, self.relue_par = timezone.now(), par
        self._history_user, self._change_reason = par, "Tout est exact"
        self.save(update_fields=["relue_le", "relue_par"])
        consigner("partenaires.fiche_confirmee", self, par=par, verbe=Verbe.MODIFICATION)
