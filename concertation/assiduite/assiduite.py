"""Attendance over a year, by partner and by sector: who was called to the meetings that were held, and who came.

A partner was there when at least one of the people called for it was; excused, when nobody came and one of them said so.
"""

from collections import defaultdict
from dataclasses import dataclass
from unicodedata import normalize

from django.db.models import Exists, OuterRef

from concertation.convocations.models import Convocation, Reponse
from concertation.presences.models import Presence
from concertation.reunions.models import Reunion

SANS_PARTENAIRE = "Hors partenaire"
PAS = 44  # pixels from one bar of the drawing to the next


@dataclass
class Ligne:
    """Counts, for one partner or one sector, how often it was called, and what came of it."""

    nom: str
    secteur: str = ""
    adresse: str = ""
    present: int = 0
    excuse: int = 0
    absent: int = 0
    y: int = 0  # where its bar stands in the drawing, in pixels

    @property
    def invitations(self) -> int:
        return self.present + self.excuse + self.absent

    @property
    def taux(self) -> int:
        """Give how often it was present, in percent of the invitations."""
        return round(100 * self.present / self.invitations) if self.invitations else 0

    @property
    def en_mots(self) -> str:
        return f"{self.nom} : {self.present} sur {self.invitations}"

    def compter(self, issue: str) -> None:
        setattr(self, issue, getattr(self, issue) + 1)


class Assiduite:
    """Reads the attendance of a year, in three queries however many meetings and people."""

    def __init__(self, user, annee: int):
        self.annee = annee
        self.tenues = list(
            Reunion.objects.visible_to(user).ayant_eu_lieu().filter(debut__year=annee).order_by("debut")
        )
        self._lire(user)

    def _lire(self, user):
        convocations = (
            Convocation.objects.visible_to(user)
            .filter(reunion__in=self.tenues)
            .select_related("partenaire__secteur")
            .annotate(venu=Exists(Presence.objects.filter(convocation=OuterRef("pk"))))
        )
        groupes = defaultdict(list)
        for convocation in convocations:
            groupes[convocation.partenaire, convocation.reunion_id].append(convocation)
        partenaires, secteurs = {}, {}
        for (partenaire, _), siennes in groupes.items():
            issue = _issue(siennes)
            self._ligne_de(partenaires, partenaire).compter(issue)
            secteur = partenaire.secteur.nom if partenaire else SANS_PARTENAIRE
            secteurs.setdefault(secteur, Ligne(secteur)).compter(issue)
        self.partenaires = sorted(partenaires.values(), key=_par_nom)
        self.secteurs = sorted(secteurs.values(), key=_par_nom)
        for rang, ligne in enumerate(self.secteurs):
            ligne.y = PAS * rang

    def _ligne_de(self, lignes, partenaire) -> Ligne:
        if partenaire not in lignes:
            lignes[partenaire] = (
                Ligne(partenaire.nom, partenaire.secteur.nom, partenaire.get_absolute_url())
                if partenaire
                else Ligne(SANS_PARTENAIRE)
            )
        return lignes[partenaire]

    @property
    def hauteur(self) -> int:
        return PAS * len(self.secteurs)

    @property
    def phrase(self) -> str:
        """Say what the drawing shows, for whoever does not see it."""
        return (
            f"Présence par secteur en {self.annee}. "
            + " ; ".join(ligne.en_mots for ligne in self.secteurs)
            + "."
        )


def _issue(convocations) -> str:
    if any(convocation.venu for convocation in convocations):
        return "present"
    return "excuse" if any(c.reponse == Reponse.EXCUSE for c in convocations) else "absent"


def _par_nom(ligne) -> str:
    return normalize("NFKD", ligne.nom).casefold()
