import uuid
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, models, transaction
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.comptes.liens import auteur
from csil.formulaires import verrouiller
from csil.garde import TexteGarde
from csil.journal import Verbe, consigner
from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.courriels import annoncer_reponse
from informations_sensibles.commun.permissions import NOYAU, RECOIVENT, a_un_role, partenaires_ouverts_pour
from informations_sensibles.commun.references import nouvelle_reference
from informations_sensibles.commun.vocabulaire import Genre, Nature, SourceInformation, Tlp
from informations_sensibles.dossiers.models import Identite, Mineur, Revelation
from informations_sensibles.informations.models import Information
from informations_sensibles.signaler.models.base_parole import BaseParole
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from informations_sensibles.signaler.models.suite_signalement import SuiteSignalement
from partenaires.annuaire.models import Partenaire


class EtatSignalement(models.TextChoices):
    RECU = "recu", "Reçu"
    REPRIS = "repris", "Repris"
    CLOS = "clos", "Clos"
    RETIRE = "retire", "Retiré"


# What whoever reported is told of its state.
POUR_LE_SIGNALANT = {
    EtatSignalement.RECU: "Reçu",
    EtatSignalement.REPRIS: "En cours d’examen",
    EtatSignalement.CLOS: "Réponse donnée",
    EtatSignalement.RETIRE: "Retiré",
}
OUVERTS = (EtatSignalement.RECU, EtatSignalement.REPRIS)
# From here on the Bourgmestre and the Chef de Corps read it too.
EXAMINES = (EtatSignalement.REPRIS, EtatSignalement.CLOS)


def reference():
    return nouvelle_reference("SP")


def echeance():
    return timezone.localdate() + timedelta(days=settings.CSIL_SIGNALEMENT_PARTENAIRE_JOURS)


class SignalementPartenaireQuerySet(models.QuerySet):
    def visible_to(self, user):
        """One’s own while one’s partner is open; for the Cellule, see `lus_dans_la_cellule`."""
        siens = Q(signalant=user, partenaire__in=partenaires_ouverts_pour(user))
        return hors_quarantaine(self).filter(siens | _dans_la_cellule(user))

    def lus_dans_la_cellule(self, user):
        """The Référent first; the legal core once taken up or closed. What was withdrawn, nobody."""
        return hors_quarantaine(self).filter(_dans_la_cellule(user))

    def de_la_meme_personne(self, signalement, user):
        """Earlier ones, by name and birth date, of those that this person reads in the Cellule (R15)."""
        memes = RawSQL("SELECT csil_signalements_de_la_meme_personne(%s)", [signalement.pk])
        return self.lus_dans_la_cellule(user).filter(pk__in=memes)

    def a_traiter(self):
        return self.filter(etat__in=OUVERTS)

    def en_retard(self):
        return self.a_traiter().filter(echeance__lt=timezone.localdate())


def _dans_la_cellule(user) -> Q:
    if a_un_role(user, RECOIVENT):
        return ~Q(etat=EtatSignalement.RETIRE)
    return Q(etat__in=EXAMINES) if a_un_role(user, NOYAU) else Q(pk__in=[])


@dataclass(frozen=True)
class Retire:
    """All that the Référent is told of a report that was withdrawn."""

    reference: str
    partenaire: Partenaire
    retire_le: datetime


def retires() -> list[Retire]:
    """The last ones, for the Référent; nobody of the Cellule reads what they said."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT reference, partenaire_id, retire_le FROM csil_signalements_retires()")
        lignes = curseur.fetchall()
    partenaires = Partenaire.objects.in_bulk({partenaire for _, partenaire, _ in lignes})
    return [Retire(reference, partenaires[pk], le) for reference, pk, le in lignes]


class SignalementPartenaire(models.Model):
    """What a person of an opened partner says of somebody, in their own words and without the name (R13, R14, R16, R23).

    Never rewritten: only its state moves. Who it is about is in `Identite`, masked. What the Cellule does with it is in `SuiteSignalement`, which whoever reported
    does not read; what they are answered in `ReponseSignalementPartenaire`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    partenaire = models.ForeignKey(
        Partenaire, models.PROTECT, editable=False, related_name="+", verbose_name="partenaire"
    )
    signalant = auteur("signalé par")
    texte = TexteGarde("ce qui vous inquiète, dans vos mots", max_length=3000)
    date_fait = models.DateField("date du fait")
    nature = models.CharField("nature", max_length=15, choices=Nature)
    mineur = models.CharField("la personne est mineure", max_length=10, choices=Mineur)
    interet_enfant = TexteGarde("intérêt supérieur de l’enfant", max_length=1500, blank=True)
    base = models.ForeignKey(BaseParole, models.PROTECT, related_name="+", verbose_name="base")
    tlp = models.CharField(
        "jusqu’où cela peut circuler", max_length=20, choices=Tlp, default=Tlp.AMBER_STRICT
    )
    marquage_origine = ChampMarquage()
    etat = models.CharField(
        "état", max_length=15, choices=EtatSignalement, default=EtatSignalement.RECU, editable=False
    )
    recu_le = models.DateTimeField("reçu le", default=timezone.now, editable=False)
    echeance = models.DateField("à traiter avant le", default=echeance, editable=False)
    retire_le = models.DateTimeField("retiré le", null=True, blank=True, editable=False)

    history = HistoricalRecords()
    objects = SignalementPartenaireQuerySet.as_manager()

    class Meta:
        verbose_name = "signalement d’un partenaire"
        verbose_name_plural = "signalements de partenaires"
        ordering = ["-recu_le"]
        permissions = [
            ("lire_sien", "Lire le sien, et sa réponse"),
            ("retirer_sien", "Retirer le sien"),
            ("lire_suite", "Lire ce que la Cellule en fait"),
            ("reveler_identite", "Voir de qui il s’agit, pour une raison"),
            ("reprendre_signalementpartenaire", "Le reprendre dans une information"),
            ("clore_signalementpartenaire", "Clore avec une issue et une réponse"),
            ("cacher_signalementpartenaire", "Le cacher à tous, parce qu’il peut être classifié"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(mineur="oui") | ~Q(interet_enfant=""),
                name="signalement_interet_enfant",
                violation_error_message="Pour une personne mineure, dites ce que commande l’intérêt de l’enfant.",
            ),
            models.CheckConstraint(
                condition=Q(retire_le__isnull=False, etat="retire") | Q(retire_le=None) & ~Q(etat="retire"),
                name="signalement_retire_le",
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        """The Cellule’s page of it; whoever reported reads `adresse_du_signalant`."""
        return reverse("signalement-partenaire", args=[self.pk])

    @property
    def adresse_du_signalant(self) -> str:
        return reverse("signaler-sien", args=[self.pk])

    def clean(self):
        if self.date_fait and self.date_fait > timezone.localdate():
            raise ValidationError({"date_fait": "Ce jour n’est pas encore venu."})

    @property
    def etat_pour_le_signalant(self) -> str:
        return POUR_LE_SIGNALANT[self.etat]

    @property
    def suivi(self):
        """The Cellule’s handling of it, or None before the first act (and for who may not read it)."""
        return getattr(self, "suite", None)

    @property
    def identite_id(self):
        """Key of who it is about, for those who may ask to see it, or None: not given, or gone on with the information."""
        with connection.cursor() as curseur:
            curseur.execute("SELECT csil_identite_du_signalement(%s)", [self.pk])
            return curseur.fetchone()[0]

    @property
    def retour(self):
        """The answer given, or None."""
        return getattr(self, "reponse", None)

    @property
    def en_retard(self) -> bool:
        return self.etat in OUVERTS and self.echeance < timezone.localdate()

    def droits_de(self, user) -> set[str]:
        """Whoever reported reads, and withdraws until it is taken up; the Référent acts, by state; the legal core reads."""
        droits = set()
        if self.signalant_id == user.pk and partenaires_ouverts_pour(user).filter(pk=self.partenaire_id):
            droits |= {"lire_sien"} | ({"retirer_sien"} if self.etat == EtatSignalement.RECU else set())
        recoit = a_un_role(user, RECOIVENT) and self.etat != EtatSignalement.RETIRE
        if recoit or a_un_role(user, NOYAU) and self.etat in EXAMINES:
            droits |= {"lire_suite", "reveler_identite", "cacher_signalementpartenaire"}
        if recoit and self.etat == EtatSignalement.RECU:
            droits |= {"reprendre_signalementpartenaire"}
        if recoit and self.etat in OUVERTS:
            droits |= {"clore_signalementpartenaire"}
        return droits

    @classmethod
    @transaction.atomic
    def signaler(cls, *, par, identite=None, **champs):
        """Report, for one’s own partner. Raises PermissionDenied when it is not open (any more).

        `identite`: name, first name, birth date of the person, if they are given.
        """
        partenaire = partenaires_ouverts_pour(par).first()
        if partenaire is None:
            raise PermissionDenied("Votre service ne peut pas faire de signalement ici.")
        signalement = cls(partenaire=partenaire, signalant=par, **champs)
        signalement.full_clean()
        signalement.save(force_insert=True)
        signalement._consigner("fait", par, Verbe.COLLECTE)
        if identite:
            Identite.saisir(par=par, signalement_partenaire=signalement, **identite)
        return signalement

    @transaction.atomic
    def retirer(self, *, par):
        """Nobody of the Cellule reads it any more; its author still does."""
        self._permettre("retirer_sien", par)
        self.retire_le = timezone.now()
        self._passer(EtatSignalement.RETIRE)
        self._consigner("retire", par)

    @transaction.atomic
    def reprendre(self, *, par, **champs) -> Information:
        """Make an information of it, in the Référent’s words: of the partner, who stays its owner (R19).

        Who it is about goes with it; to take it along, the Référent sees it, and the journal says so.
        """
        self._permettre("reprendre_signalementpartenaire", par)
        information = Information.saisir(
            par=par,
            genre=Genre.SIGNALEMENT_PARTENAIRE,
            source=SourceInformation.PARTENAIRE,
            originateur=str(self.partenaire)[:150],
            partenaire=self.partenaire,
            reference_document=self.reference,
            date_document=timezone.localdate(self.recu_le),
            date_fait=self.date_fait,
            nature=self.nature,
            tlp=self.tlp,
            marquage_origine=self.marquage_origine,
            **champs,
        )
        suite = self._suite()
        suite.information, suite.repris_par, suite.repris_le = information, par, timezone.now()
        suite.full_clean()
        suite.save()
        self._passer(EtatSignalement.REPRIS)
        self._confier_identite(information, par)
        self._consigner("repris", par)
        return information

    @transaction.atomic
    def reveler(self, *, par, motif) -> None:
        """Who it is about opens to this person for a quarter of an hour."""
        if "reveler_identite" not in self.droits_de(par) or self.identite_id is None:
            raise PermissionDenied("Cette identité ne se voit pas d’ici.")
        Revelation.demander(self, identite_id=self.identite_id, par=par, motif=motif)

    @transaction.atomic
    def clore(self, *, par, issue, motif, reponse, mot=""):
        """Exactly one outcome, with its reason, and an answer chosen among safe sentences (R13, R41, R42).

        The Référent alone closes, who is the one who reviews the word that goes with it.
        """
        self._permettre("clore_signalementpartenaire", par)
        suite = self._suite()
        suite.issue, suite.motif, suite.clos_par, suite.clos_le = issue, motif, par, timezone.now()
        suite.full_clean()
        suite.save()
        ReponseSignalementPartenaire.donner(self, reponse, mot)
        self._passer(EtatSignalement.CLOS)
        self._consigner("clos", par, Verbe.COMMUNICATION, [str(self.signalant_id)])
        if type(self).objects.visible_to(self.signalant).filter(pk=self.pk).exists():
            annoncer_reponse(self, par)

    def _confier_identite(self, information, par):
        cle = self.identite_id
        if cle is None:
            return
        Revelation.demander(self, identite_id=cle, par=par, motif=f"Reprise de {self}")
        identite = Identite.objects.get(pk=cle)
        identite.signalement_partenaire, identite.information = None, information
        identite.save()

    def _permettre(self, droit, par):
        """Two people at once: the second finds the act no longer possible."""
        actuel = verrouiller(self)
        if droit not in actuel.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce signalement de partenaire.")
        self.etat = actuel.etat

    def _suite(self):
        """As it is now; born of the first act."""
        actuelle = SuiteSignalement.objects.filter(signalement=self).first()
        self.suite = actuelle or SuiteSignalement(signalement=self)
        return self.suite

    def _passer(self, etat):
        self.etat = etat
        self.save(update_fields=["etat", "retire_le"])

    def _consigner(self, acte, par, verbe=Verbe.MODIFICATION, destinataires=()):
        consigner(
            f"cellule.signalement_partenaire_{acte}", self, par=par, verbe=verbe, destinataires=destinataires
        )
