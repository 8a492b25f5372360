import uuid

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import F, OuterRef, Q, Subquery
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.formulaires import verrouiller
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne
from csil.journal import Verbe, consigner
from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import (
    NOYAU,
    REDIGENT,
    TIENNENT,
    a_un_role,
    est_de_la_cellule,
    membres,
)
from informations_sensibles.commun.recherche import SansRecherche
from informations_sensibles.commun.references import nouvelle_reference
from informations_sensibles.dossiers.etats import ACTES, DES_ROLES, DU_CERCLE, EN_COURS, FINIS, EtatDossier
from informations_sensibles.dossiers.models.blocage_dossier import dossier_est_ferme_a, dossiers_fermes_a
from informations_sensibles.dossiers.models.cercle_dossier import CercleDossier
from informations_sensibles.dossiers.models.droit_dossier import (
    CONTRIBUER,
    PILOTER,
    VOIR,
    DroitDossier,
    Niveau,
)
from informations_sensibles.dossiers.models.implication import Implication, Qualite
from informations_sensibles.dossiers.models.revue import Conclusion, Revue
from informations_sensibles.dossiers.models.vie_dossier import VieDossier


class Mineur(models.TextChoices):
    NON = "non", "Non"
    OUI = "oui", "Oui"
    INCONNU = "inconnu", "On ne sait pas"


class Informee(models.TextChoices):
    """Whether the person was told that the Cellule speaks of them (R24)."""

    PAS_ENCORE = "pas_encore", "Pas encore"
    OUI = "oui", "Oui"
    NON = "non", "Non, pour une raison écrite"


def reference():
    return nouvelle_reference("D")


def _personne(nom, **options):
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=nom, **options
    )


def _par(nom):
    return _personne(nom, null=True, blank=True, editable=False)


class DossierQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The legal core reads all; the others their circles, and Référent and Officier what is proposed (R02).

        One indexable `IN`, never an OR, so that the list of a member does not grow with the table.
        """
        if not est_de_la_cellule(user):
            return self.none()
        ouverts = hors_quarantaine(self).exclude(pk__in=dossiers_fermes_a(user))
        if a_un_role(user, NOYAU):
            return ouverts
        lus = DroitDossier.objects.lus_par(user)
        if a_un_role(user, TIENNENT):
            lus = lus.union(Dossier.objects.filter(etat=EtatDossier.PROPOSE).order_by().values("pk"))
        return ouverts.filter(pk__in=lus)

    def contribues_par(self, user):
        """To which this person may add: what is proposed included, for Référent and Officier."""
        ouverts = self.visible_to(user)
        if a_un_role(user, NOYAU):
            return ouverts
        siens = DroitDossier.objects.lus_par(user, CONTRIBUER)
        if a_un_role(user, TIENNENT):
            siens = siens.union(Dossier.objects.filter(etat=EtatDossier.PROPOSE).order_by().values("pk"))
        return ouverts.filter(pk__in=siens)

    def en_cours(self):
        return self.filter(etat__in=EN_COURS)

    def a_revoir(self):
        """Whose review is due (R61)."""
        return self.en_cours().filter(prochaine_revue__lte=timezone.localdate())

    def a_regarder(self):
        """Closed, whose look-back is due (R62)."""
        aujourd_hui = timezone.localdate()
        dus = Q(premier_regard__lte=aujourd_hui) | Q(second_regard__lte=aujourd_hui)
        return self.filter(dus, etat=EtatDossier.CLOS)

    def sans_pilote(self):
        """Whose pilote may no longer lead: account closed, mandate over, group taken away (R60)."""
        partis = get_user_model().objects.exclude(pk__in=membres().values("pk"))
        return self.exclude(etat__in=FINIS).filter(pilote__in=partis)

    def a_clore(self):
        """Whose last review leads to closing."""
        derniere = Revue.objects.filter(dossier=OuterRef("pk")).order_by("-le").values("conclusion")[:1]
        return self.en_cours().alias(derniere=Subquery(derniere)).filter(derniere=Conclusion.CLORE)

    def a_effacer(self):
        """Kept long enough, and held by nothing (R64)."""
        from informations_sensibles.dossiers.models.gel import Gel

        echus = self.filter(etat__in=[EtatDossier.CLOS, EtatDossier.POLICE_SEULE])
        gels = Gel.objects.en_vigueur().order_by().values("dossier")
        return echus.filter(conservation_jusqu_au__lt=timezone.localdate()).exclude(pk__in=gels)


class Dossier(VieDossier, CercleDossier, Versionne):
    """The follow-up of one person by several services, without their name (domaine §7).

    Necessity, proportionality and subsidiarity are weighed by who proposes it and by another person who opens it (R59).
    Who the person is stands in `Identite`, apart; who may read the dossier in `DroitDossier` and `BlocageDossier`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    etat = models.CharField(
        "état", max_length=15, choices=EtatDossier, default=EtatDossier.PROPOSE, editable=False
    )
    pilote = _personne("pilote")
    mineur = models.CharField("la personne est mineure", max_length=10, choices=Mineur)
    interet_enfant = TexteGarde("intérêt supérieur de l’enfant", max_length=1500, blank=True)
    signes = TexteGarde("signes observés", max_length=2000)
    necessite = TexteGarde("nécessité", max_length=1500)
    proportionnalite = TexteGarde("proportionnalité", max_length=1500)
    subsidiarite = TexteGarde("subsidiarité", max_length=1500)
    propose_par = _personne("proposé par", editable=False)
    propose_le = models.DateTimeField("proposé le", default=timezone.now, editable=False)
    ouvert_par = _par("ouvert par")
    ouvert_le = models.DateTimeField("ouvert le", null=True, blank=True, editable=False)
    prochaine_revue = models.DateField("prochaine revue", null=True, blank=True, editable=False)
    prolongations = models.PositiveSmallIntegerField("prolongations", default=0, editable=False)
    informee = models.CharField(
        "la personne a été informée", max_length=12, choices=Informee, default=Informee.PAS_ENCORE
    )
    informee_le = models.DateField("informée le", null=True, blank=True)
    pourquoi_pas_informee = TexteGarde("pourquoi elle ne l’est pas", max_length=1000, blank=True)
    clos_par = _par("clos par")
    clos_le = models.DateTimeField("clos le", null=True, blank=True, editable=False)
    motif_cloture = TexteGarde("motif de la clôture", max_length=1500, blank=True)
    conservation_jusqu_au = models.DateField("conservé jusqu’au", null=True, blank=True, editable=False)
    premier_regard = models.DateField("premier coup d’œil", null=True, blank=True, editable=False)
    second_regard = models.DateField("second coup d’œil", null=True, blank=True, editable=False)
    recherche = SearchVectorField(null=True, editable=False)  # written by the database (sql/recherche.sql)

    history = HistoricalRecords(excluded_fields=["recherche"])
    objects = SansRecherche.from_queryset(DossierQuerySet)()

    class Meta:
        verbose_name = "dossier"
        verbose_name_plural = "dossiers"
        ordering = ["-propose_le", "-pk"]
        indexes = [
            models.Index("propose_le", "id", name="dossier_par_date"),
            models.Index("id", name="dossier_proposes", condition=Q(etat="propose")),
            models.Index("prochaine_revue", name="dossier_par_revue"),
            GinIndex(fields=["recherche"], name="dossier_mots"),
        ]
        permissions = [
            ("contribuer_dossier", "Contribuer au dossier"),
            ("piloter_dossier", "Piloter le dossier"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mineur="oui") | ~Q(interet_enfant=""),
                name="dossier_interet_enfant",
                violation_error_message="Pour une personne mineure, dites ce que commande l’intérêt de l’enfant.",
            ),
            models.CheckConstraint(
                condition=Q(ouvert_par=None) | ~Q(ouvert_par=F("propose_par")),
                name="dossier_deux_personnes",
                violation_error_message="Une autre personne que celle qui propose ouvre le dossier.",
            ),
            models.CheckConstraint(
                condition=~Q(etat__in=["ouvert", "en_suivi", "en_revue"])
                | Q(ouvert_par__isnull=False, prochaine_revue__isnull=False),
                name="dossier_ouvert_a_une_revue",
                violation_error_message="Un dossier ouvert a une date de revue.",
            ),
            models.CheckConstraint(
                condition=Q(clos_le=None) | Q(clos_par__isnull=False) & ~Q(motif_cloture=""),
                name="dossier_clos_motive",
                violation_error_message="Une clôture a un motif.",
            ),
            models.CheckConstraint(
                condition=~Q(informee="oui") | Q(informee_le__isnull=False),
                name="dossier_informee_le",
                violation_error_message="Dites quand la personne a été informée.",
            ),
            models.CheckConstraint(
                condition=~Q(informee="non") | ~Q(pourquoi_pas_informee=""),
                name="dossier_pourquoi_pas_informee",
                violation_error_message="Dites pourquoi la personne n’est pas informée.",
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("dossier", args=[self.pk])

    @property
    def est_en_cours(self) -> bool:
        return self.etat in EN_COURS

    @property
    def est_fini(self) -> bool:
        return self.etat in FINIS

    @property
    def personne_suivie(self):
        """The one person of whom it speaks, or None."""
        return self.implications.filter(qualite=Qualite.SUIVIE, retiree_le=None).first()

    def droits_de(self, user) -> set[str]:
        """Rights held (role, circle) that the state allows: the two tables of etat_dossier.py, crossed."""
        if dossier_est_ferme_a(self, user):
            return set()
        tenus = self.droits_du_cercle(user)
        if VOIR not in tenus:
            return set()
        actes = set().union(*(DU_CERCLE[droit] for droit in tenus))
        actes |= {acte for roles, siens in DES_ROLES if a_un_role(user, roles) for acte in siens}
        if user.pk == self.propose_par_id:
            actes -= {"ouvrir"}
            actes |= {"modifier"} if self.etat == EtatDossier.PROPOSE else set()
        actes &= ACTES[self.etat]
        actes -= set() if self.regard_du else {"regarder"}
        actes -= set() if self.conservation_echue else {"effacer"}
        return {VOIR} | {f"{acte}_dossier" for acte in actes}

    def droits_du_cercle(self, user) -> set[str]:
        """« view_dossier », « contribuer_dossier », « piloter_dossier », by role or by name."""
        if a_un_role(user, NOYAU):
            return {VOIR, CONTRIBUER, PILOTER}
        siens = DroitDossier.objects.en_vigueur().filter(user=user, content_object=self)
        droits = set(siens.values_list("permission__codename", flat=True))
        if self.etat == EtatDossier.PROPOSE and a_un_role(user, TIENNENT):
            droits |= {VOIR, CONTRIBUER}
        return droits if est_de_la_cellule(user) else set()

    @classmethod
    @transaction.atomic
    def proposer(cls, *, par, pilote=None, **champs):
        """A new dossier, which another person opens or refuses (R59). Its author reads it, its pilote leads it (R60)."""
        if not a_un_role(par, REDIGENT):
            raise PermissionDenied("Un dossier se propose par un membre de la Cellule.")
        dossier = cls(propose_par=par, pilote=pilote or par, **champs)
        dossier.full_clean()
        # The rights come first, on a key that nobody uses yet: what is then written is visible to who writes it.
        if dossier.pilote_id != par.pk:
            DroitDossier.donner(dossier, par, Niveau.CONTRIBUER, par=par, motif="Auteur de la proposition")
        DroitDossier.donner(dossier, dossier.pilote, Niveau.PILOTER, par=par, motif="Pilote proposé")
        dossier.save(force_insert=True)
        Implication(dossier=dossier, par=par, qualite=Qualite.SUIVIE, designation="La personne suivie").save(
            force_insert=True
        )
        consigner("cellule.dossier_propose", dossier, par=par, verbe=Verbe.COLLECTE)
        return dossier

    def _permettre(self, droit, par):
        """As it is now. Two people at once: the second finds the act no longer possible."""
        actuel = verrouiller(self)
        if droit not in actuel.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce dossier.")
        self.__dict__.update(actuel.__dict__)

    def _enregistrer(self, acte, par, verbe=Verbe.MODIFICATION, destinataires=()):
        """The end of every act: saved as the constraints want it, and a line in the journal."""
        self.full_clean(exclude=["recherche"])
        self.save()
        consigner(f"cellule.{acte}", self, par=par, verbe=verbe, destinataires=destinataires)
