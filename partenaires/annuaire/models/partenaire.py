from dateutil.relativedelta import relativedelta
from django.db import models
from django.db.models import Count, F, Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.groupes import ANNUAIRE, REFERENT
from csil.comptes.liens import auteur
from csil.historique.versionne import Versionne
from csil.texte.durees import apres_mois
from partenaires.annuaire import actes
from partenaires.annuaire.ordre import alphabetique


class Rythme(models.IntegerChoices):
    """The rhythm at which a partner reads its record again, in months."""

    TROIS_MOIS = 3, "tous les trois mois"
    SIX_MOIS = 6, "tous les six mois"
    DOUZE_MOIS = 12, "tous les ans"


class StatutFiche(models.TextChoices):
    """Say whether somebody has checked the record since it was loaded."""

    VERIFIEE = "ok", "Vérifiée"
    A_CONFIRMER = "a_confirmer", "À confirmer"


class PartenaireQuerySet(models.QuerySet):
    """Partners, by who sees them and by the state of their record."""

    def visible_to(self, user):
        """Keep the whole directory for the Concertation and the groups of the Cellule, nothing for others."""
        return self if user.est_membre(*ANNUAIRE) else self.none()

    def a_relire(self):
        """Keep the records never confirmed, or not since the partner's own rhythm ran out."""
        echeance = apres_mois(F("relue_le"), F("rythme"))
        return self.alias(echeance=echeance).filter(Q(relue_le=None) | Q(echeance__lte=Now()))

    def compter(self) -> dict:
        """Count the records, those verified and those still to be confirmed, in one query."""
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
    relue_par = auteur("relue par", facultatif=True)

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
        """The acronym, or the name where the acronym is shared: « AMO » names a category, and two partners."""
        return self.acronyme if self.acronyme and self.acronyme not in self.nom.split() else self.nom

    @property
    def nom_complet(self) -> str:
        """The name, followed by the acronym where the name does not hold it already."""
        return (
            f"{self.nom} ({self.acronyme})" if self.acronyme and self.acronyme not in self.nom else self.nom
        )

    @property
    def a_confirmer(self) -> bool:
        """Say whether nobody has checked the record yet."""
        return self.statut_fiche == StatutFiche.A_CONFIRMER

    @property
    def a_relire_le(self):
        """The moment when the record falls due; None when it was never confirmed."""
        return self.relue_le and self.relue_le + relativedelta(months=self.rythme)

    @property
    def est_a_relire(self) -> bool:
        """Say whether the record is due to be read again."""
        return self.relue_le is None or self.a_relire_le <= timezone.now()

    @property
    def a_joindre(self):
        """The contact to call first, now: in their order whoever is there, or stands in for who is not."""
        for contact in self.contacts.all():
            if not contact.absent:
                return contact
            if contact.suppleant and not contact.suppleant.absent:
                return contact.suppleant
        return None

    def droits_de(self, user) -> set[str]:
        """Give the rights of `user` on this record: whoever reads the directory reads it; the partner's own people read
        the question to settle; those of them who were given that right keep it up to date. The Référent does all of it,
        for every partner, and gives that right.
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

    relire = actes.relire
    modifier = actes.modifier
    ajouter = actes.ajouter
