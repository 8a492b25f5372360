from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from concertation.commun.groupes import GERENT
from concertation.ordre_du_jour.models import Attendu, Nature, Section
from csil.garde import LigneGardee
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner


class ModeleQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The Référent's own tools."""
        return self if user.est_membre(*GERENT) else self.none()


class ModeleReunion(Versionne):
    """What a meeting of this kind begins with: hour, place, invited people, recurring items."""

    nom = models.CharField("nom du modèle", max_length=100, unique=True)
    titre = LigneGardee("titre des réunions", max_length=150)
    heure = models.TimeField("heure de début")
    duree = models.PositiveSmallIntegerField(
        "durée en minutes", validators=[MinValueValidator(15), MaxValueValidator(600)]
    )
    lieu = models.CharField("lieu", max_length=200, blank=True)
    lien_visio = models.URLField("lien de visioconférence", blank=True)
    president = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="préside",
    )
    secretaire = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="secrétaire",
    )
    delai_propositions = models.PositiveSmallIntegerField(
        "jours avant la réunion", default=7, help_text="Les propositions se ferment ce nombre de jours avant."
    )

    history = HistoricalRecords()
    objects = ModeleQuerySet.as_manager()

    class Meta:
        verbose_name = "modèle de réunion"
        verbose_name_plural = "modèles de réunion"
        ordering = ["nom"]

    def __str__(self):
        return self.nom

    def get_absolute_url(self):
        return reverse("modele", args=[self.pk])

    def droits_de(self, user) -> set[str]:
        return {"view_modele", "modifier_modele"} if user.est_membre(*GERENT) else set()

    # Acts

    @classmethod
    @transaction.atomic
    def depuis(cls, reunion, *, par, nom, points=()):
        """What this meeting was, ready for the next ones: its hours, its place, its invited people, and these items."""
        debut = timezone.localtime(reunion.debut)
        champs = ("titre", "lieu", "lien_visio", "president", "secretaire")
        modele = cls(nom=nom, heure=debut.time(), duree=min(max(reunion.duree, 15), 600))
        modele.delai_propositions = (reunion.debut - reunion.limite_propositions).days
        for champ in champs:
            setattr(modele, champ, getattr(reunion, champ))
        modele.creer(par=par)
        for convocation in reunion.convocations.all():
            modele.inviter(
                par=par,
                nom=convocation.nom,
                courriel=convocation.courriel,
                personne=convocation.personne,
                partenaire=convocation.partenaire,
            )
        for point in points:
            repris = ("titre", "attendu", "duree", "intervenant", "section", "nature")
            PointModele(modele=modele, **{champ: getattr(point, champ) for champ in repris}).ajouter(par=par)
        return modele

    @transaction.atomic
    def creer(self, *, par):
        self._history_user = par
        self.save()
        self.noter("modele_cree", par=par, verbe=Verbe.COLLECTE)

    def noter(self, acte, *, par, verbe=Verbe.MODIFICATION):
        """Something of the template was changed, as the journal calls it."""
        consigner(f"concertation.{acte}", self, par=par, verbe=verbe)

    @transaction.atomic
    def inviter(self, *, par, nom, courriel, personne=None, partenaire=None):
        """One more person for the meetings to come. Raises ValidationError if the address is there already."""
        if self.invites.filter(courriel__iexact=courriel).exists():
            raise ValidationError(f"{nom} est déjà invité par ce modèle.")
        invite = InviteModele(
            modele=self, nom=nom, courriel=courriel, personne=personne, partenaire=partenaire
        )
        invite._history_user = par
        invite.save()
        self.noter("modele_invitation", par=par)
        return invite

    @transaction.atomic
    def desinviter(self, invite, *, par):
        invite._history_user = par
        invite.delete()
        self.noter("modele_invitation_retiree", par=par)

    @transaction.atomic
    def deplacer(self, point, pas: int, *, par):
        """One place up (-1) or down (1); at the end of the list nothing moves."""
        points = list(type(self).objects.select_for_update(of=("self",)).get(pk=self.pk).points.all())
        rang = points.index(point)
        if not 0 <= rang + pas < len(points):
            return
        points.insert(rang + pas, points.pop(rang))
        for rang, autre in enumerate(points, 1):
            if autre.rang != rang:
                autre.rang = rang
                autre.ranger("rang")
        self.noter("modele_ordre", par=par)

    @transaction.atomic
    def supprimer(self, *, par):
        """The meetings that began with it stay as they are."""
        self.noter("modele_supprime", par=par, verbe=Verbe.EFFACEMENT)
        for partie in (*self.invites.all(), *self.points.all(), self):
            partie._history_user = par
            partie.delete()


class InviteModele(models.Model):
    """Somebody whom a meeting of this kind invites."""

    modele = models.ForeignKey(ModeleReunion, models.CASCADE, related_name="invites", verbose_name="modèle")
    personne = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="personne",
    )
    partenaire = models.ForeignKey(
        "partenaires.Partenaire",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="partenaire",
    )
    nom = models.CharField("nom ou fonction", max_length=150)
    courriel = models.EmailField("adresse électronique")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "personne invitée par le modèle"
        verbose_name_plural = "personnes invitées par le modèle"
        ordering = ["nom", "pk"]
        constraints = [models.UniqueConstraint("modele", "courriel", name="invite_modele_unique")]

    def __str__(self):
        return self.nom


class PointModele(Versionne):
    """An item with which a meeting of this kind begins."""

    modele = models.ForeignKey(ModeleReunion, models.CASCADE, related_name="points", verbose_name="modèle")
    titre = LigneGardee("titre", max_length=150)
    attendu = models.CharField(
        "ce qui est attendu", max_length=12, choices=Attendu, default=Attendu.INFORMATION
    )
    duree = models.PositiveSmallIntegerField(
        "minutes", default=10, validators=[MinValueValidator(1), MaxValueValidator(240)]
    )
    intervenant = LigneGardee("qui présente", max_length=150, blank=True)
    section = models.CharField("section", max_length=12, choices=Section, default=Section.OUVERTURE)
    nature = models.CharField("nature", max_length=12, choices=Nature, default=Nature.ORDINAIRE)
    rang = models.PositiveIntegerField("rang", default=0, editable=False)

    history = HistoricalRecords(excluded_fields=["rang"])

    class Meta:
        verbose_name = "point du modèle"
        verbose_name_plural = "points du modèle"
        ordering = ["rang", "pk"]

    def __str__(self):
        return self.titre

    @transaction.atomic
    def ajouter(self, *, par):
        """At the end of the list."""
        self.rang = self.modele.points.count() + 1
        self._history_user = par
        self.save()
        self.modele.noter("modele_point_ajoute", par=par)

    @transaction.atomic
    def retirer(self, *, par):
        self._history_user = par
        self.delete()
        self.modele.noter("modele_point_retire", par=par)
