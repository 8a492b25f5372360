import uuid

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur, moment, personne
from csil.garde import TexteGarde
from csil.historique.versionne import Versionne
from informations_sensibles.commun.recherche import SansRecherche, nouvelle_reference
from informations_sensibles.dossiers import droits
from informations_sensibles.dossiers.actes import cercle, contenu, vie
from informations_sensibles.dossiers.etats import EN_COURS, FINIS, EtatDossier
from informations_sensibles.dossiers.models.implication import Qualite
from informations_sensibles.dossiers.visibilite import DossierQuerySet

# From the fourth on, a prolongation is the Bourgmestre's (R61).
PROLONGATIONS_SANS_BOURGMESTRE = 3


class Mineur(models.TextChoices):
    NON = "non", "Non"
    OUI = "oui", "Oui"
    INCONNU = "inconnu", "On ne sait pas"


class Informee(models.TextChoices):
    """Say whether the person was told that the Cellule speaks of them (R24)."""

    PAS_ENCORE = "pas_encore", "Pas encore"
    OUI = "oui", "Oui"
    NON = "non", "Non, pour une raison écrite"


def reference():
    return nouvelle_reference("D")


class Dossier(Versionne):
    """Follow one person by several services, without their name (domaine §7).

    Necessity, proportionality and subsidiarity are weighed by who proposes it and by another person who opens it (R59).
    Who the person is stands in `Identite`, apart; who may read the dossier in `DroitDossier` and `BlocageDossier`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    etat = models.CharField(
        "état", max_length=15, choices=EtatDossier, default=EtatDossier.PROPOSE, editable=False
    )
    pilote = personne("pilote")
    mineur = models.CharField("la personne est mineure", max_length=10, choices=Mineur)
    interet_enfant = TexteGarde("intérêt supérieur de l’enfant", max_length=1500, blank=True)
    signes = TexteGarde("signes observés", max_length=2000)
    necessite = TexteGarde("nécessité", max_length=1500)
    proportionnalite = TexteGarde("proportionnalité", max_length=1500)
    subsidiarite = TexteGarde("subsidiarité", max_length=1500)
    propose_par = auteur("proposé par")
    propose_le = moment("proposé le")
    ouvert_par = auteur("ouvert par", facultatif=True)
    ouvert_le = models.DateTimeField("ouvert le", null=True, blank=True, editable=False)
    prochaine_revue = models.DateField("prochaine revue", null=True, blank=True, editable=False)
    prolongations = models.PositiveSmallIntegerField("prolongations", default=0, editable=False)
    informee = models.CharField(
        "la personne a été informée", max_length=12, choices=Informee, default=Informee.PAS_ENCORE
    )
    informee_le = models.DateField("informée le", null=True, blank=True)
    pourquoi_pas_informee = TexteGarde("pourquoi elle ne l’est pas", max_length=1000, blank=True)
    clos_par = auteur("clos par", facultatif=True)
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
        default_permissions = ("add", "change", "delete")
        permissions = [
            ("view_dossier", "Lire le dossier"),  # Django would name it in English, and history says it
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
        """Give the one person of whom it speaks, or None."""
        return self.implications.filter(qualite=Qualite.SUIVIE, retiree_le=None).first()

    @property
    def regard_du(self) -> str:
        """Name the look-back that is due, « premier_regard » or « second_regard », or nothing."""
        aujourd_hui = timezone.localdate()
        dates = {nom: getattr(self, nom) for nom in ("premier_regard", "second_regard")}
        return next((nom for nom, jour in dates.items() if jour and jour <= aujourd_hui), "")

    @property
    def conservation_echue(self) -> bool:
        return bool(self.conservation_jusqu_au and self.conservation_jusqu_au < timezone.localdate())

    @property
    def revue_en_retard(self) -> bool:
        return self.est_en_cours and self.prochaine_revue < timezone.localdate()

    @property
    def prolongation_du_bourgmestre(self) -> bool:
        """Say whether the next prolongation would be the Bourgmestre's alone."""
        return self.prolongations >= PROLONGATIONS_SANS_BOURGMESTRE

    def fin_de_conservation(self, mois: int):
        """Give the day on which so many months end; half as many for a minor (domaine §3.3, to be validated by the data protection officer)."""
        return timezone.localdate() + relativedelta(
            months=max(1, mois // 2) if self.mineur == Mineur.OUI else mois
        )

    def conservation_apres_cloture(self):
        return self.fin_de_conservation(settings.CSIL_CONSERVATION_MOIS)

    def dates_des_regards(self) -> list:
        """Give the days of the two look-backs: after six and twelve months; for a minor three and six."""
        return [self.fin_de_conservation(mois) for mois in (6, 12)]

    def tenus_a_l_ecart(self) -> set[int]:
        """Give the keys of those to whom it is closed, for whoever reads it; why is the authorities'."""
        with connection.cursor() as curseur:
            curseur.execute("SELECT csil_tenus_a_l_ecart_du_dossier(%s)", [self.pk])
            return {pk for (pk,) in curseur.fetchall()}

    def identites(self) -> dict:
        """Map each person of the dossier to the key of their identity, for who may ask to see it; nothing of it is said."""
        with connection.cursor() as curseur:
            curseur.execute("SELECT implication, identite FROM csil_identites_du_dossier(%s)", [self.pk])
            return dict(curseur.fetchall())

    droits_de = droits.droits_de
    droits_du_cercle = droits.droits_du_cercle

    proposer = classmethod(vie.proposer)
    ouvrir = vie.ouvrir
    ne_pas_ouvrir = vie.ne_pas_ouvrir
    suivre = vie.suivre
    mettre_en_revue = vie.mettre_en_revue
    conclure_revue = vie.conclure_revue
    clore = vie.clore
    reprendre_par_la_police = vie.reprendre_par_la_police
    regarder = vie.regarder
    informer = vie.informer
    modifier = vie.modifier
    noter_naissance = vie.noter_naissance

    confier = cercle.confier
    inviter = cercle.inviter
    ecarter_du_cercle = cercle.ecarter_du_cercle
    bloquer = cercle.bloquer

    ecrire = contenu.ecrire
    geler = contenu.geler
    proposer_effacement = contenu.proposer_effacement
