from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from csil.comptes.liens import auteur
from informations_sensibles.circuits import actes
from informations_sensibles.circuits.actes import PLACES
from informations_sensibles.circuits.models.etape_circuit import fautes
from informations_sensibles.commun.permissions import REGLENT, a_un_role, est_de_la_cellule, roles_de
from informations_sensibles.commun.versions.etats import Etat
from informations_sensibles.commun.versions.models import Version

APPROBATIONS = [f"approuvee_{place}_{quoi}" for place in PLACES.values() for quoi in ("par", "le")]


class VersionCircuitQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self if est_de_la_cellule(user) else self.none()

    def en_vigueur(self, genre, source):
        """Find the version that an information of this kind and source starts now; None when the pair has no circuit."""
        return self.filter(circuit__genre=genre, circuit__source=source, etat=Etat.EN_VIGUEUR).first()

    def paires_en_vigueur(self) -> set[tuple[str, str]]:
        """List the (kind, source) that have a circuit now."""
        return set(self.filter(etat=Etat.EN_VIGUEUR).values_list("circuit__genre", "circuit__source"))

    def attendant(self, user):
        """Keep those that are submitted and wait for an approval that this person may give."""
        libres = Q(pk__in=[])
        for role in roles_de(user) & set(PLACES):
            libres |= Q(**{f"approuvee_{PLACES[role]}_par": None})
        deja = Q(approuvee_referent_par=user) | Q(approuvee_chef_par=user)
        return self.filter(libres, etat=Etat.SOUMISE).exclude(deja)


class VersionCircuit(Version):
    """Hold one state of a circuit, approved by the Référent and by the Chef de Corps; the second of the two puts it in force.

    What is under way keeps the version that it began with.
    """

    SUJET, ADRESSE, ACTE = "circuit", "version-circuit", "circuit_version"
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
    approuvee_referent_par = auteur("approuvée, pour le Référent, par", facultatif=True)
    approuvee_referent_le = models.DateTimeField("approuvée par le Référent le", null=True, editable=False)
    approuvee_chef_par = auteur("approuvée, pour la police, par", facultatif=True)
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

    @property
    def approbations(self) -> list[tuple[str, object, object]]:
        """List (role, by whom, when) of the two approvals, None where it is still missing."""
        return [
            (role, getattr(self, f"approuvee_{place}_par"), getattr(self, f"approuvee_{place}_le"))
            for role, place in PLACES.items()
        ]

    @property
    def attendues(self) -> list[str]:
        """Say which approvals are still missing, a sentence each."""
        return [f"Celle de ce rôle : {role}." for role, par, _ in self.approbations if par is None]

    @property
    def permis(self) -> list[str]:
        """Say in words what is allowed at the end of the circuit."""
        return [str(self._meta.get_field(nom).verbose_name) for nom in self.PERMIS if getattr(self, nom)]

    def place_de(self, user) -> str:
        """Say where this person's approval would go: « referent », « chef », or "" when none is theirs to give."""
        if any(par == user for _, par, _ in self.approbations):
            return ""
        roles = roles_de(user)
        return next((PLACES[role] for role, par, _ in self.approbations if role in roles and par is None), "")

    def droits_de(self, user) -> set[str]:
        """Say what its state allows this person to do."""
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

    def fautes(self, etapes) -> list[str]:
        """Say why these steps are no circuit for what comes from its source."""
        return [str(faute) for faute in fautes(self.circuit.source, etapes)]

    def rouvrir(self) -> None:
        """Become a draft again: what was approved of it is worth nothing any more."""
        super().rouvrir()
        for nom in APPROBATIONS:
            setattr(self, nom, None)

    approuver = actes.approuver
