"""What else is known of the same person stands out at triage, inside what the reader may see (R15)."""

from dataclasses import dataclass, field

from django.db import connection

from informations_sensibles.models import Dossier, Information


@dataclass(frozen=True)
class Autour:
    """`resume`: « Trois informations sur la même personne »; empty when there is none."""

    informations: list = field(default_factory=list)
    dossiers: list = field(default_factory=list)

    @property
    def nombre(self) -> int:
        return len(self.informations)

    def __bool__(self):
        return bool(self.informations or self.dossiers)


def autour_de(information, user) -> Autour:
    """The database compares names and birth dates, and gives keys; what is shown is read back through the policies."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT genre, objet FROM csil_meme_personne(%s)", [information.pk])
        trouves = curseur.fetchall()
    cles = {genre: [cle for autre, cle in trouves if autre == genre] for genre in ("information", "dossier")}
    if not trouves:
        return Autour()
    informations = Information.objects.visible_to(user).filter(pk__in=cles["information"])
    dossiers = Dossier.objects.visible_to(user).filter(pk__in=cles["dossier"])
    return Autour(list(informations.pour_liste()), list(dossiers))
