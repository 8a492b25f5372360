from django.contrib.auth.hashers import check_password
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, Group, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.functional import cached_property
from simple_history.models import HistoricalRecords

from csil.comptes import groupes
from csil.comptes.models.attribution import GroupeEnVigueur
from csil.comptes.models.engagement import Engagement


class GestionnaireUtilisateur(BaseUserManager):
    """Create accounts, and find them by their address."""

    def create_user(self, email, nom="", password=None, **champs):
        """Create an account; without a password, nobody logs in before its person has chosen one by the invitation."""
        personne = self.model(email=self.normalize_email(email).lower(), nom=nom, **champs)
        personne.set_password(password)
        personne.save(using=self._db)
        return personne

    def create_superuser(self, email, nom="", password=None, **champs):
        return self.create_user(email, nom, password, is_superuser=True, **champs)

    def get_by_natural_key(self, email):
        return self.get(email__iexact=email)


class Utilisateur(AbstractBaseUser, PermissionsMixin):
    """A person who may log in; everything this person may open comes from the groups in force."""

    email = models.EmailField(
        "adresse électronique de service",
        unique=True,
        error_messages={"unique": "Un compte a déjà cette adresse."},
    )
    nom = models.CharField(
        "nom affiché", max_length=150, help_text="Nom, ou fonction, que les autres voient."
    )
    is_active = models.BooleanField(
        "actif", default=True, help_text="Un compte ne s’efface pas : décochez pour fermer l’accès."
    )
    cree_le = models.DateTimeField("créé le", default=timezone.now, editable=False)
    invite_le = models.DateTimeField("invité le", null=True, editable=False)
    groups = models.ManyToManyField(
        Group,
        verbose_name="groupes",
        through="csil.Attribution",
        through_fields=("personne", "groupe"),
        related_name="personnes",
        related_query_name="personne",
        blank=True,
    )
    last_login = None  # logins are in Connexion and in the journal
    user_permissions = None  # rights come from groups, and object by object

    history = HistoricalRecords(excluded_fields=["password"])
    objects = GestionnaireUtilisateur()

    USERNAME_FIELD = EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["nom"]

    class Meta:
        verbose_name = "compte"
        ordering = ["nom", "email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="email_sans_casse",
                violation_error_message="Un compte a déjà cette adresse.",
            )
        ]

    def __str__(self):
        return self.nom or self.email

    def get_full_name(self):
        return str(self)

    get_short_name = get_full_name

    def check_password(self, raw_password) -> bool:
        """Compare, and never rehash while logging in: a visitor would then be writing a password, which suspends the mandates."""
        return check_password(raw_password, self.password)

    @cached_property
    def groupes(self) -> frozenset[str]:
        """The names of the groups in force now: given, and for the sensitive ones under a confirmed mandate."""
        return frozenset(GroupeEnVigueur.objects.filter(personne=self).values_list("groupe__name", flat=True))

    def est_membre(self, *noms: str) -> bool:
        """Say whether this person is in one of these groups now."""
        return not self.groupes.isdisjoint(noms)

    @property
    def is_staff(self) -> bool:
        return self.is_active and self.est_membre(groupes.ADMINISTRATEURS)

    @property
    def doit_second_facteur(self) -> bool:
        """Say whether one of the groups asks for a second factor."""
        return self.est_membre(*groupes.SECOND_FACTEUR)

    @cached_property
    def a_signe(self) -> bool:
        """Say whether this person accepted the undertaking in force (R06)."""
        return Engagement.objects.en_vigueur().filter(personne=self).exists()

    @property
    def second_facteur_installe(self) -> bool:
        """Say whether a telephone is set up."""
        return self.authenticator_set.filter(type="totp").exists()
