"""What is reported again and again at the same place stands out, inside what the reader may see (R15)."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlencode

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

JOURS = 30
# From this many on it stands out on the list
SEUIL = 3


@dataclass(frozen=True)
class Repetition:
    """Count what comes back at one place. `champ`: « quartier » or « secteur », `cle` which one, `lieu` in words: « à Droixhe », « du secteur TEC »."""

    champ: str
    cle: int
    lieu: str
    nombre: int

    @property
    def phrase(self) -> str:
        signalements = "signalements contextuels" if self.nombre > 1 else "signalement contextuel"
        return f"{self.nombre} {signalements} {self.lieu} en {JOURS} jours"

    @property
    def adresse(self) -> str:
        return f"{reverse('signalements')}?{urlencode({self.champ: self.cle, 'tri': '-recu'})}"


def recents(visibles):
    """Keep those received these last days, whatever became of them."""
    return visibles.filter(recu_le__gt=timezone.now() - timedelta(days=JOURS))


def repetitions(visibles, seuil=SEUIL) -> list[Repetition]:
    """Find the neighbourhoods, then the sectors, that come back, the most frequent first. `visibles`: what the reader may see."""
    return [
        Repetition(champ, cle, en_mots(nom), nombre)
        for champ, en_mots in (("quartier", au_quartier), ("secteur", du_secteur))
        for cle, nom, nombre in _compter(recents(visibles), champ)
        if nombre >= seuil
    ]


def _compter(signalements, champ):
    groupes = signalements.exclude(**{champ: None}).order_by().values(champ, f"{champ}__nom")
    comptes = groupes.annotate(nombre=Count("pk")).order_by("-nombre", f"{champ}__nom")
    return comptes.values_list(champ, f"{champ}__nom", "nombre")


def autour_de(signalement, visibles):
    """Find the other recent reports of the same neighbourhood, or of the same sector where none is known."""
    lieu = (
        Q(quartier=signalement.quartier_id) if signalement.quartier_id else Q(secteur=signalement.secteur_id)
    )
    autres = recents(visibles).filter(lieu).exclude(pk=signalement.pk)
    return autres.select_related("secteur", "quartier", "traitement")


def au_quartier(nom: str) -> str:
    """Put the article of a neighbourhood: « à Droixhe », « au Laveu », « aux Guillemins »."""
    article, _, reste = nom.partition(" ")
    return {"Le": f"au {reste}", "Les": f"aux {reste}"}.get(article, f"à {nom}")


def du_secteur(nom: str) -> str:
    return f"du secteur {nom}"
