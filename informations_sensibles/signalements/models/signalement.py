import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.formulaires import verrouiller
from csil.garde import LigneGardee, TexteGarde
from csil.journal import Verbe, consigner
from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.courriels import annoncer_mot, annoncer_reponse
from informations_sensibles.commun.permissions import (
    DECIDENT,
    EVALUENT,
    RELISENT,
    RESPONSABLES,
    a_un_role,
    est_de_la_cellule,
    membres,
)
from informations_sensibles.commun.references import nouvelle_reference
from informations_sensibles.commun.vocabulaire import Nature, Tlp
from informations_sensibles.secteurs.models import CorrespondantSecteur, Secteur
from informations_sensibles.signalements.models.blocage import est_ferme_a, fermes_a, tenus_a_l_ecart
from informations_sensibles.signalements.models.reponse import ReponseSignalement
from informations_sensibles.signalements.models.traitement import TraitementSignalement


class Etat(models.TextChoices):
    RECU = "recu", "Reçu"
    PRIS_EN_CHARGE = "pris_en_charge", "Pris en charge"
    CLOS = "clos", "Clos"


# What whoever reported is told of its state.
POUR_LE_SIGNALANT = {
    Etat.RECU: "Reçu",
    Etat.PRIS_EN_CHARGE: "En cours d’examen",
    Etat.CLOS: "Réponse donnée",
}


def reference():
    return nouvelle_reference("SC")


def echeance():
    return timezone.localdate() + timedelta(days=settings.CSIL_SIGNALEMENT_JOURS)


class SignalementQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Not what is closed to this person; else all of them for the Cellule, one's own for a sector's contact point."""
        ouverts = hors_quarantaine(self).exclude(pk__in=fermes_a(user))
        if est_de_la_cellule(user):
            return ouverts
        return ouverts.filter(signalant=user, secteur__in=CorrespondantSecteur.objects.secteurs_de(user))

    def a_traiter(self):
        return self.exclude(etat=Etat.CLOS)

    def sans_proprietaire(self):
        """Not taken over, or by somebody whom the Cellule is no longer open to."""
        return self.a_traiter().exclude(traitement__proprietaire__in=membres().values("pk"))

    def mot_a_relire(self):
        return self.filter(etat=Etat.CLOS).exclude(traitement=None).exclude(traitement__mot_propose="")

    def en_retard(self):
        return self.a_traiter().filter(echeance__lt=timezone.localdate())


class SignalementContextuel(models.Model):
    """What a sector's contact point or a member of the Cellule saw or heard, without a person (R12, R13, R14, R16).

    What was reported is never rewritten: only the state moves. What the Cellule does with it is in
    `TraitementSignalement`, which whoever reported does not read; what they are answered in `ReponseSignalement`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    secteur = models.ForeignKey(Secteur, models.PROTECT, related_name="signalements", verbose_name="secteur")
    signalant = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="signalements",
        editable=False,
        verbose_name="signalé par",
    )
    quoi = TexteGarde("ce qui a été vu ou entendu", max_length=2000)
    quartier = models.ForeignKey(
        "partenaires.Quartier",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="quartier",
    )
    lieu = LigneGardee(
        "lieu",
        max_length=150,
        blank=True,
        help_text="Une ligne, un arrêt, un service : jamais une adresse privée.",
    )
    observe_le = models.DateTimeField("observé le")
    nature = models.CharField("nature", max_length=15, choices=Nature)
    tlp = models.CharField(
        "jusqu’où cela peut circuler", max_length=20, choices=Tlp, default=Tlp.AMBER_STRICT
    )
    marquage_origine = ChampMarquage()
    etat = models.CharField("état", max_length=15, choices=Etat, default=Etat.RECU, editable=False)
    recu_le = models.DateTimeField("reçu le", default=timezone.now, editable=False)
    echeance = models.DateField("à traiter avant le", default=echeance, editable=False)

    history = HistoricalRecords()
    objects = SignalementQuerySet.as_manager()

    class Meta:
        verbose_name = "signalement contextuel"
        verbose_name_plural = "signalements contextuels"
        ordering = ["-recu_le"]
        permissions = [
            ("lire_traitement", "Lire ce que la Cellule en fait"),
            ("prendre_en_charge", "Prendre en charge"),
            ("evaluer_signalement", "Évaluer la source et l’information"),
            ("changer_proprietaire", "Confier à quelqu’un d’autre"),
            ("clore_signalement", "Clore avec une issue et une réponse"),
            ("relire_mot", "Relire le mot joint à la réponse"),
            ("bloquer_signalement", "Tenir quelqu’un à l’écart"),
            ("mettre_en_quarantaine", "Le cacher à tous, parce qu’il peut être classifié"),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("signalement", args=[self.pk])

    def clean(self):
        if self.observe_le and self.observe_le > timezone.now():
            raise ValidationError({"observe_le": "Ce moment n’est pas encore venu."})

    @property
    def ou(self) -> str:
        """« Droixhe, Ligne 17 »."""
        return (
            ", ".join(filter(None, [self.quartier and str(self.quartier), self.lieu])) or "Lieu non précisé"
        )

    @property
    def etat_pour_le_signalant(self) -> str:
        return POUR_LE_SIGNALANT[self.etat]

    @property
    def suivi(self):
        """The Cellule's handling of it, or None before anybody touched it (or for who may not read it)."""
        return getattr(self, "traitement", None)

    @property
    def retour(self):
        """The answer given, or None."""
        return getattr(self, "reponse", None)

    @property
    def en_retard(self) -> bool:
        return self.etat != Etat.CLOS and self.echeance < timezone.localdate()

    @property
    def est_sans_proprietaire(self) -> bool:
        return SignalementContextuel.objects.sans_proprietaire().filter(pk=self.pk).exists()

    def droits_de(self, user) -> set[str]:
        """Nothing if it is closed to this person. Whoever reported reads; the Cellule acts, by role and state."""
        if est_ferme_a(self, user):
            return set()
        droits = {"view_signalementcontextuel"}
        if not est_de_la_cellule(user):
            return droits
        droits |= {"lire_traitement", "mettre_en_quarantaine"}
        if a_un_role(user, DECIDENT):
            droits |= {"bloquer_signalement"}
        if self.etat == Etat.CLOS:
            attend = self.suivi and self.suivi.mot_propose
            return droits | ({"relire_mot"} if attend and a_un_role(user, RELISENT) else set())
        if a_un_role(user, EVALUENT):
            droits |= {"evaluer_signalement"}
        if self.etat == Etat.RECU:
            return droits | {"prendre_en_charge"}
        droits |= {"prendre_en_charge"} if self.est_sans_proprietaire else set()
        if user.pk == self.suivi.proprietaire_id or a_un_role(user, RESPONSABLES):
            droits |= {"changer_proprietaire", "clore_signalement"}
        return droits

    @classmethod
    @transaction.atomic
    def signaler(cls, *, par, secteur, **champs):
        """Report: for a sector's contact point, of its own sector; for the Cellule, of any.

        Raises PermissionDenied for a sector that is not one's own.
        """
        if not Secteur.objects.nommables_par(par).filter(pk=secteur.pk).exists():
            raise PermissionDenied("Ce secteur n’est pas le vôtre.")
        signalement = cls(secteur=secteur, signalant=par, **champs)
        signalement.full_clean()
        signalement.save(force_insert=True)
        consigner("cellule.signalement", signalement, par=par, verbe=Verbe.COLLECTE)
        return signalement

    @transaction.atomic
    def prendre_en_charge(self, *, par):
        self._permettre("prendre_en_charge", par)
        traitement = self._traitement()
        traitement.proprietaire, traitement.pris_en_charge_le = par, timezone.now()
        traitement.save()
        if self.etat == Etat.RECU:
            self._passer(Etat.PRIS_EN_CHARGE)
        self._consigner("signalement_pris_en_charge", par)

    @transaction.atomic
    def evaluer(self, *, par, source, information):
        """4×4: the source A, B, C, X; the information 1 to 4 (R17)."""
        self._permettre("evaluer_signalement", par)
        traitement = self._traitement()
        traitement.evaluation_source, traitement.evaluation_information = source, information
        traitement.evalue_par, traitement.evalue_le = par, timezone.now()
        traitement.full_clean()
        traitement.save()
        self._consigner("signalement_evalue", par)

    @transaction.atomic
    def changer_proprietaire(self, *, par, proprietaire):
        """Hand over to another member. Raises ValidationError for somebody who may not read it."""
        self._permettre("changer_proprietaire", par)
        if not est_de_la_cellule(proprietaire) or not self._est_ouvert_a(proprietaire):
            raise ValidationError(
                {"proprietaire": "Cette personne ne peut pas recevoir ce signalement contextuel."}
            )
        traitement = self._traitement()
        traitement.proprietaire = proprietaire
        traitement.save()
        self._consigner("signalement_confie", par, destinataires=[str(proprietaire.pk)])

    @transaction.atomic
    def clore(self, *, par, issue, motif, reponse, mot=""):
        """Exactly one outcome, with its reason, and an answer chosen among safe sentences (R13, R41, R42).

        A free word waits in the Cellule until the Référent has read it, unless it is the Référent who writes it.
        """
        self._permettre("clore_signalement", par)
        relu = a_un_role(par, RELISENT)
        traitement = self._traitement()
        traitement.issue, traitement.motif, traitement.clos_par = issue, motif, par
        traitement.clos_le = timezone.now()
        traitement.mot_propose = "" if relu else mot
        traitement.full_clean()
        traitement.save()
        ReponseSignalement.donner(self, reponse, mot if relu else "")
        self._passer(Etat.CLOS)
        self._consigner(
            "signalement_clos", par, verbe=Verbe.COMMUNICATION, destinataires=[str(self.signalant_id)]
        )
        if self._est_ouvert_a(self.signalant):
            annoncer_reponse(self, par)

    @transaction.atomic
    def relire_mot(self, *, par, accepte: bool):
        """The Référent lets the free word go to whoever reported, or keeps it back."""
        self._permettre("relire_mot", par)
        traitement = self._traitement()
        if accepte:
            self.reponse.mot = traitement.mot_propose
            self.reponse.full_clean()
            self.reponse.save()
            if self._est_ouvert_a(self.signalant):
                annoncer_mot(self, par)
        traitement.mot_propose = ""
        traitement.save()
        self._consigner("mot_relu" if accepte else "mot_ecarte", par)

    def liberer_de(self, personne):
        """Nobody's to handle any more, if it was this person's."""
        if self.etat != Etat.CLOS and self.suivi and self.suivi.proprietaire_id == personne.pk:
            traitement = self._traitement()
            traitement.proprietaire = None
            traitement.save()

    def _est_ouvert_a(self, personne) -> bool:
        """Now, for another person than who speaks."""
        visibles = SignalementContextuel.objects.visible_to(personne)
        return personne.pk not in tenus_a_l_ecart(self) and visibles.filter(pk=self.pk).exists()

    def _permettre(self, droit, par):
        """Two people at once: the second finds the act no longer possible."""
        actuel = verrouiller(self)
        if droit not in actuel.droits_de(par):
            raise PermissionDenied("Cet acte n’est plus possible sur ce signalement contextuel.")
        self.etat = actuel.etat

    def _traitement(self):
        """As it is now; born of the first act."""
        actuel = TraitementSignalement.objects.filter(signalement=self).first()
        self.traitement = actuel or TraitementSignalement(signalement=self)
        return self.traitement

    def _passer(self, etat):
        self.etat = etat
        self.save(update_fields=["etat"])

    def _consigner(self, acte, par, verbe=Verbe.MODIFICATION, destinataires=()):
        consigner(f"cellule.{acte}", self, par=par, verbe=verbe, destinataires=destinataires)
