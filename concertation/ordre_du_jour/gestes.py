"""What a button of the arranging page asks for: a move, an answer to a proposal, or only the hours anew."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.urls import reverse

from concertation.ordre_du_jour.etats import Section
from concertation.ordre_du_jour.forms.arrangement import est_un_nombre
from csil.actes import reprendre
from csil.texte.typographie import heure

RECALCULER = "recalculer"
DEPLACEMENTS = {"monter": "monté", "descendre": "descendu", "section": "déplacé", "placer": "déplacé"}
# Those that need a page of their own: its address, and what is already chosen there.
PAGES = {
    "demander": ("point-repondre", "?acte=demander"),
    "ecarter": ("point-repondre", "?acte=refuser"),
    "reporter": ("point-reporter", ""),
    "retirer": ("point-retirer", ""),
}
TARDIF = ("point-repondre", "?acte=accepter")
GESTES = (*DEPLACEMENTS, "ajouter", *PAGES)


@dataclass(frozen=True)
class Geste:
    """Reads which button was pressed. `nom`: the button's; its value is « item », « item:section » or « item:section:before »."""

    nom: str = RECALCULER
    pk: int = 0
    section: str = ""
    avant: int | None = None

    @classmethod
    def lu_dans(cls, donnees):
        nom = next((nom for nom in GESTES if nom in donnees), RECALCULER)
        pk, section, avant = (*donnees.get(nom, "").split(":"), "", "", "")[:3]
        if not est_un_nombre(pk):
            return cls()
        return cls(nom, int(pk), section, int(avant) if est_un_nombre(avant) else None)

    def faire(self, arrangement) -> None:
        """Move what the gesture moves, if it is a move. Raises ValidationError."""
        if self.nom in ("monter", "descendre"):
            getattr(arrangement, self.nom)(self.pk)
        elif self.nom in DEPLACEMENTS:
            arrangement.placer(self.pk, section=self.section, avant=self.avant)

    def ajouter(self, reunion, *, par) -> None:
        """Accept the proposal as it stands. Raises ValidationError, for instance when it has its answer already."""
        if self.nom != "ajouter":
            return
        point = reunion.points.filter(pk=self.pk).first()
        if point is None:
            raise ValidationError("Ce point n’est plus proposé à cette réunion.")
        if "repondre_point" not in reprendre(point).droits_de(par):
            etat = point.get_etat_display().lower()
            raise ValidationError(f"Ce point a déjà sa réponse : il est « {etat} ».")
        point.accepter(par=par)

    def page(self, reunion) -> str:
        """Give the page where this gesture is finished, or nothing when it is done here."""
        nom, suite = PAGES.get(self.nom, ("", ""))
        if self.nom == "ajouter" and reunion.est_arretee:
            nom, suite = TARDIF
        return reverse(nom, args=[self.pk]) + suite if nom else ""

    def annonce(self, ordre_du_jour, section_avant="") -> str:
        """Say what happened, for whoever does not see the list move."""
        trop = ordre_du_jour.depassement
        fin = f" L’ordre du jour dépasse de {trop} min." if trop else ""
        ligne = ordre_du_jour.ligne_de(self.pk)
        if ligne is None:
            return f"Heures recalculées : fin à {heure(ordre_du_jour.fin)}.{fin}"
        ici = ligne.point.section
        ou = f" dans « {Section(ici).label} »" if section_avant and ici != section_avant else ""
        quoi = DEPLACEMENTS.get(self.nom, "inscrit")
        return f"Point {ligne.numero} {quoi}{ou} : il commence à {heure(ligne.debut)}.{fin}"

    def viser(self, ordre_du_jour) -> None:
        """Keep the keyboard on the button that was pressed, or on its neighbour when it can do no more."""
        if ligne := ordre_du_jour.ligne_de(self.pk):
            vise = "descendre" if self.nom == "descendre" else "monter"
            ligne.vise = "descendre" if ligne.premiere else "monter" if ligne.derniere else vise
