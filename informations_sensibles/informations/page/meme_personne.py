"""What else is known of the same person, which stands out at triage, inside what the reader may see (R15)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import connection

from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations.ajouts import Meme, ajouts
from informations_sensibles.informations.models.information import Information


@dataclass(frozen=True)
class Autour:
    """Gather what this person reads of the same person; `signalements`: what the nouns above add, that is no information yet."""

    informations: list = field(default_factory=list)
    dossiers: list = field(default_factory=list)
    signalements: list[Meme] = field(default_factory=list)

    @property
    def nombre(self) -> int:
        return len(self.informations) + len(self.signalements)

    def __bool__(self):
        return bool(self.nombre or self.dossiers)


def autour_de(information, user) -> Autour:
    """Ask the database, which compares names and birth dates and gives keys; what is shown is read back through the policies."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT genre, objet FROM csil_meme_personne(%s)", [information.pk])
        trouves = curseur.fetchall()
    if not trouves:
        return Autour()
    cles = defaultdict(list)
    for genre, cle in trouves:
        cles[genre].append(cle)
    informations = Information.objects.visible_to(user).filter(pk__in=cles["information"])
    dossiers = Dossier.objects.visible_to(user).filter(pk__in=cles["dossier"])
    signalements = [meme for ajout in ajouts() for meme in ajout.memes(cles, user)]
    return Autour(list(informations.pour_liste()), list(dossiers), signalements)
