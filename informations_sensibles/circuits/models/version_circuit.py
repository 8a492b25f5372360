from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from simple_history.models import HistoricalRecords

from csil.comptes.groupes import CHEF_DE_CORPS, REFERENT
from informations_sensibles.circuits.models.etape_circuit import fautes
from informations_sensibles.commun.permissions import REGLENT, a_un_role, est_de_la_cellule, roles_de
from informations_sensibles.commun.versions import Etat, Version, personne

# The two approvals that a circuit needs, each in its own place
PLACES = {REFERENT: "referent", CHEF_DE_CORPS: "chef"}
APPROBATIONS = [f"approuvee_{place}_{quoi}" for place in PLACES.values() for quoi in ("par", "le")]


class VersionCircuitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()

    def en_vigueur(self, genre, source):
        """The version that an information of this kind and source starts now; None when the pair has no circuit."""
        return self.filter(circuit__genre=genre, circuit__source=source, etat=Etat.EN_VIGUEUR).first()

    def paires_en_vigueur(self) -> set[tuple[str, str]]:
        """(kind, source) of the circuits that exist now."""
        return set(self.filter(etat=Etat.EN_VIGUEUR).values_list("circuit__genre", "circuit__source"))

    def attendant(self, user):
        """Submitted, and waiting for an approval that this person may give."""
        libres = Q(pk__in=[])
        for role in roles_de(user) & set(PLACES):
            libres |= Q(**{f"approuvee_{PLACES[role]}_par": None})
        deja = Q(approuvee_referent_par=user) | Q(approuvee_chef_par=user)
        return self.filter(libres, etat=Etat.SOUMISE).exclude(deja)


class VersionCircuit(Version):
    """One state of a circuit, approved by the Référent and by the Chef de Corps, two people; the second puts it in force.

    What is under way keeps the version that it began with.
    """

    ACTE = "circuit_version"
    PERMIS = ("permet_transmission", "permet_agenda", "permet_cercle")
    AVEC_ETAPES = ("note", *PERMIS)
    NOM_DU_SUJET = "le circuit"

    circuit = models.ForeignKey(
        "Circuit", models.PROTECT, related_name="versions", editable=False, verbose_name="circuit"
    )
    permet_transmission = models.BooleanField(
        "une transmission au contact TFL", default=False, help_text="Avec ses propres vérifications."
    )
    permet_agenda = models.BooleanField(
        "être à l’ordre du jour de la Cellule", default=False, help_text="Par sa référence, sans son texte."
    )
    permet_cercle = models.BooleanField("être lue par le cercle du dossier", default=False)
    a_valider = models.BooleanField("circuit de départ, à valider", default=False, editable=False)
    approuvee_referent_par = personne("approuvée, pour le Référent, par")
    approuvee_referent_le = models.DateTimeField("approuvée par le Référent le", null=True, editable=False)
    approuvee_chef_par = personne("approuvée, pour la police, par")
    approuvee_chef_le = models.DateTimeField("approuvée par le Chef de Corps le", null=True, editable=False)

    history = HistoricalRecords()
    objects = VersionCircuitQuerySet.as_manager()

    class Meta:
        verbose_name = "version du circuit"
        verbose_name_plural = "versions du circuit"
        ordering = ["-numero"]
        permissions = [
            ("suivre_version", "La comparer à celle d’avant"),
            ("modifier_etapes", "Modifier les étapes"),
            ("soumettre_version", "Soumettre la version"),
            ("reprendre_version", "Reprendre la version soumise"),
            ("approuver_version", "Approuver ou renvoyer la version"),
            ("retirer_version", "Retirer la version en vigueur"),
        ]
        constraints = [
            models.UniqueConstraint("circuit", "numero", name="version_circuit_numero"),
            models.UniqueConstraint(
                fields=["circuit"], condition=Q(etat=Etat.EN_VIGUEUR), name="un_circuit_en_vigueur"
            ),
            models.UniqueConstraint(
                fields=["circuit"],
                condition=Q(etat__in=[Etat.BROUILLON, Etat.SOUMISE]),
                name="un_circuit_en_preparation",
            ),
            models.CheckConstraint(
                condition=Q(etat__in=[Etat.BROUILLON, Etat.SOUMISE])
                | Q(a_valider=True, valable_du__isnull=False)
                | Q(
                    approuvee_referent_par__isnull=False,
                    approuvee_chef_par__isnull=False,
                    valable_du__isnull=False,
                ),
                name="version_circuit_approuvee",
                violation_error_message="Un circuit n’entre en vigueur qu’approuvé deux fois.",
            ),
            models.CheckConstraint(
                condition=Q(approuvee_referent_par=None)
                | Q(approuvee_chef_par=None)
                | ~Q(approuvee_referent_par=F("approuvee_chef_par")),
                name="version_circuit_deux_personnes",
                violation_error_message="Deux personnes approuvent un circuit.",
            ),
        ]

    def get_absolute_url(self):
        return reverse("version-circuit", args=[self.pk])

    @property
    def sujet(self):
        return self.circuit

    @property
    def approbations(self) -> list[tuple[str, object, object]]:
        """(role, by whom, when) of the two approvals; None where it is still missing."""
        return [
            (role, getattr(self, f"approuvee_{place}_par"), getattr(self, f"approuvee_{place}_le"))
            for role, place in PLACES.items()
        ]

    @property
    def attendues(self) -> list[str]:
        """What is still missing, in sentences."""
        return [f"Celle de ce rôle : {role}." for role, par, _ in self.approbations if par is None]

    @property
    def permis(self) -> list[str]:
        """What is allowed at the end, in words."""
        return [str(self._meta.get_field(nom).verbose_name) for nom in self.PERMIS if getattr(self, nom)]

    def place_de(self, user) -> str:
        """Where this person's approval would go: « referent », « chef », or "" when none is theirs to give."""
        if any(par == user for _, par, _ in self.approbations):
            return ""
        roles = roles_de(user)
        return next((PLACES[role] for role, par, _ in self.approbations if role in roles and par is None), "")

    def droits_de(self, user) -> set[str]:
        """Acts that its state allows to this person."""
        droits = {"view_versioncircuit"}
        if est_de_la_cellule(user):
            droits |= {"suivre_version"}
        if not a_un_role(user, REGLENT):
            return droits
        if self.etat == Etat.BROUILLON:
            droits |= {"modifier_etapes", "soumettre_version"}
        elif self.etat == Etat.SOUMISE:
            droits |= {"reprendre_version"} | ({"approuver_version"} if self.place_de(user) else set())
        elif self.etat == Etat.EN_VIGUEUR:
            droits |= {"retirer_version"}
        return droits

    def manques(self) -> list[str]:
        return super().manques() or [str(faute) for faute in fautes(self.circuit.source, self.etapes.all())]

    def enregistrer_etapes(self, etapes, *, par) -> None:
        """Raises ValidationError, a sentence for each step, when they make no circuit."""
        if trouvees := fautes(self.circuit.source, etapes):
            raise ValidationError([str(faute) for faute in trouvees])
        super().enregistrer_etapes(etapes, par=par)

    @transaction.atomic
    def approuver(self, *, par) -> bool:
        """One of the two approvals; the second puts it in force and replaces the one before, in the same act.

        True when it is in force.
        """
        actuelle = self._permettre("approuver_version", par)
        for nom in APPROBATIONS:
            setattr(self, nom, getattr(actuelle, nom))
        place = actuelle.place_de(par)
        signature = {f"approuvee_{place}_par": par, f"approuvee_{place}_le": timezone.now()}
        complete = any(qui for _, qui, _ in self.approbations)
        if complete:
            self._entrer_en_vigueur(**signature)
        else:
            self._passer(Etat.SOUMISE, **signature)
        self._consigner("approuvee", par)
        return complete

    def _rouvrir(self, **champs):
        """A draft again: what was approved of it is worth nothing any more."""
        super()._rouvrir(**champs, **dict.fromkeys(APPROBATIONS))
