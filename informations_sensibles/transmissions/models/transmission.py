import uuid

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.classification import ChampMarquage
from csil.comptes.liens import auteur, moment, personne
from csil.garde import LigneGardee, TexteGarde
from csil.historique.versionne import Versionne
from informations_sensibles.commun.recherche import nouvelle_reference
from informations_sensibles.commun.vocabulaire import Tlp
from informations_sensibles.informations.etats import CodeTraitement
from informations_sensibles.transmissions import actes, droits
from informations_sensibles.transmissions.envoi import conditions
from informations_sensibles.transmissions.etats import (
    DE_POLICE,
    Canal,
    Direction,
    EtatTransmission,
    GenreTransmission,
)
from informations_sensibles.transmissions.visibilite import TransmissionQuerySet


def reference():
    return nouvelle_reference("T")


def _le(nom):
    return models.DateTimeField(nom, null=True, blank=True, editable=False)


class Transmission(Versionne):
    """Tell what goes to the operational TFL, or comes from it (R34 to R41): who, to whom, what for, on what basis, how.

    It has no text of its own: an object in one line, and the informations it covers, as they were when their copy was
    frozen. Prepared by one person, checked by another, released by the Officier or the Chef de Corps who did not prepare it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField("référence", max_length=12, unique=True, default=reference, editable=False)
    direction = models.CharField(
        "direction", max_length=10, choices=Direction, default=Direction.VERS, editable=False
    )
    etat = models.CharField(
        "état", max_length=15, choices=EtatTransmission, default=EtatTransmission.PREPAREE, editable=False
    )
    dossier = models.ForeignKey(
        "Dossier", models.PROTECT, null=True, blank=True, related_name="transmissions", verbose_name="dossier"
    )
    # Who checks and releases need not read the dossier: its opaque reference is enough
    reference_dossier = models.CharField("référence du dossier", max_length=12, blank=True, editable=False)
    genre = models.CharField("genre", max_length=10, choices=GenreTransmission)
    objet = LigneGardee("objet", max_length=200, help_text="En une ligne, sans nom.")
    reference_externe = LigneGardee(
        "référence de la pièce",
        max_length=60,
        blank=True,
        help_text="Le numéro du RIR ou du PV, ou celui que la TFL a donné. Jamais le texte.",
    )
    date_piece = models.DateField("date de la pièce", null=True, blank=True)
    finalite = models.ForeignKey(
        "Finalite", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="finalité"
    )
    base = models.ForeignKey(
        "BaseLegale", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="base légale"
    )
    destinataire = personne("destinataire", null=True, blank=True)
    organisation = LigneGardee(
        "organisation",
        max_length=150,
        default="Task Force Locale opérationnelle",
        help_text="Celle qui reçoit, ou qui a envoyé.",
    )
    canal = models.CharField("canal", max_length=15, choices=Canal, default=Canal.RESEAU)
    code_traitement = models.CharField("code de traitement", max_length=2, choices=CodeTraitement)
    tlp = models.CharField(
        "jusqu’où cela peut circuler", max_length=20, choices=Tlp, default=Tlp.AMBER_STRICT
    )
    marquage_origine = ChampMarquage()
    mineur = models.BooleanField("la personne est mineure", default=False, editable=False)
    interet_enfant = TexteGarde("intérêt supérieur de l’enfant", max_length=1000, blank=True)
    retour_sous = models.PositiveSmallIntegerField(
        "retour attendu sous, en jours",
        default=21,
        validators=[
            MinValueValidator(1, "Laissez au moins un jour."),
            MaxValueValidator(90, "Attendez un retour sous 90 jours au plus."),
        ],
    )
    retour_attendu_le = models.DateField("retour attendu le", null=True, blank=True, editable=False)
    mot_renvoi = LigneGardee("à corriger", max_length=300, blank=True, editable=False)
    motif_annulation = LigneGardee("pourquoi elle est annulée", max_length=300, blank=True, editable=False)
    preparee_par = auteur("préparée par")
    preparee_le = moment("préparée le")
    verifiee_par = auteur("vérifiée par", facultatif=True)
    verifiee_le = _le("vérifiée le")
    liberee_par = auteur("libérée par", facultatif=True)
    liberee_le = _le("libérée le")
    accusee_par = auteur("accusée par", facultatif=True)
    accusee_le = _le("accusée le")
    fini_le = _le("finie le")

    history = HistoricalRecords()
    objects = TransmissionQuerySet.as_manager()

    droits_de = droits.droits_de
    manques = conditions.manques
    preparer = classmethod(actes.preparer)
    modifier = actes.modifier
    constater = actes.constater
    deroger = actes.deroger
    verifier = actes.verifier
    renvoyer = actes.renvoyer
    annuler = actes.annuler
    liberer = actes.liberer
    accuser = actes.accuser
    repondre = actes.repondre
    consigner_retour = actes.consigner_retour
    enregistrer_arrivee = classmethod(actes.enregistrer_arrivee)
    accuser_arrivee = actes.accuser_arrivee
    lier_information = actes.lier_information

    class Meta:
        verbose_name = "transmission"
        verbose_name_plural = "transmissions"
        ordering = ["-preparee_le", "-pk"]
        indexes = [
            models.Index("preparee_le", "id", name="transmission_par_date"),
            models.Index("fini_le", name="transmission_en_cours"),
            models.Index("retour_attendu_le", name="transmission_par_retour", condition=Q(fini_le=None)),
        ]
        permissions = [
            ("modifier_transmission", "Modifier la transmission"),
            ("verifier_transmission", "Vérifier la transmission"),
            ("deroger_transmission", "Déroger à la finalité d’une concertation"),
            ("renvoyer_transmission", "Renvoyer la transmission"),
            ("liberer_transmission", "Libérer la transmission"),
            ("annuler_transmission", "Annuler la transmission"),
            ("telecharger_copie", "Télécharger la copie figée"),
            ("accuser_transmission", "Accuser réception"),
            ("repondre_transmission", "Répondre"),
            ("consigner_retour", "Noter un retour arrivé par le réseau séparé"),
            ("accuser_arrivee", "Accuser réception de ce qui vient de la TFL"),
            ("lier_information", "Lier l’information qui en est née"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(direction="de_tfl", destinataire=None)
                | Q(
                    direction="vers_tfl",
                    dossier__isnull=False,
                    finalite__isnull=False,
                    base__isnull=False,
                    destinataire__isnull=False,
                ),
                name="transmission_complete",
            ),
            models.CheckConstraint(
                condition=~Q(genre__in=["rir", "pv"]) | ~Q(reference_externe=""),
                name="transmission_reference_police",
                violation_error_message="Un RIR ou un PV se désigne par sa référence.",
            ),
            models.CheckConstraint(
                condition=Q(mineur=False) | ~Q(interet_enfant=""),
                name="transmission_interet_enfant",
                violation_error_message="Pour une personne mineure, dites ce que commande l’intérêt de l’enfant.",
            ),
            models.CheckConstraint(
                condition=Q(verifiee_par=None) | ~Q(verifiee_par=F("preparee_par")),
                name="transmission_verifiee_par_un_autre",
                violation_error_message="Une autre personne que celle qui prépare vérifie.",
            ),
            models.CheckConstraint(
                condition=Q(liberee_par=None)
                | ~Q(liberee_par=F("preparee_par")) & ~Q(liberee_par=F("destinataire")),
                name="transmission_liberee_par_un_autre",
                violation_error_message="Qui prépare ou reçoit ne libère pas.",
            ),
            models.CheckConstraint(
                condition=Q(liberee_le=None, liberee_par=None, retour_attendu_le=None)
                | Q(verifiee_par__isnull=False, liberee_par__isnull=False, retour_attendu_le__isnull=False),
                name="transmission_liberee_signee",
            ),
        ]

    def __str__(self):
        return self.reference

    def get_absolute_url(self):
        return reverse("transmission", args=[self.pk])

    @property
    def est_une_arrivee(self) -> bool:
        return self.direction == Direction.DE

    @property
    def est_partie(self) -> bool:
        return self.liberee_le is not None

    @property
    def attend_un_retour(self) -> bool:
        return self.est_partie and self.fini_le is None

    @property
    def jours_sans_retour(self) -> int:
        """Count the days past the date when a return was expected: 0 while there is time, or once it came."""
        if not self.attend_un_retour:
            return 0
        return max(0, (timezone.localdate() - self.retour_attendu_le).days)

    @property
    def sans_texte(self) -> bool:
        """Is this a RIR or a PV, of which the copy gives references only (R35)?"""
        return self.genre in DE_POLICE

    def informations_couvertes(self):
        """Give the informations it covers that who speaks reads: fewer than are covered when one of them is closed to them."""
        return self.couvertures.couvertes().informations()
