"""Reading the minutes, on the screen and on paper: put together from the items, in a constant number of queries."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from concertation.actions.forms import GENRES
from concertation.compte_rendu.models import Amendement, CompteRenduPoint, EtatAmendement
from concertation.ordre_du_jour.lecture import Ligne, OrdreDuJour
from concertation.presences.feuille import Feuille, par_secteur
from concertation.reunions.etats import Etat
from csil.fichiers import pdf
from csil.texte.texte_riche import en_blocs
from csil.texte.typographie import date_longue, heure

CERCLE = "membres de la Concertation intersectorielle locale"
ETATS = {  # how the state of the minutes is shown: (colour, icon, words)
    Etat.TENUE: ("attention", "crayon", "Brouillon"),
    Etat.RELECTURE: ("lieu", "demi", "En relecture"),
    Etat.APPROUVEE: ("succes", "cadenas", "Approuvé, verrouillé"),
}


@dataclass
class PointRendu:
    """Shows one item of the minutes. `actes`: (kind, record); `demandes`: corrections asked for."""

    ligne: Ligne
    presents: int
    partenaires: int
    mouvements: str
    texte: str
    actes: list[tuple]
    demandes: list[Amendement]

    @property
    def point(self):
        return self.ligne.point

    @property
    def presence(self) -> str:
        """Say who was there: « 14 personnes, 12 partenaires. La Police locale a quitté la salle avant ce point (14 h 48). »"""
        if not self.presents:
            return f"personne n’est noté. {self.mouvements}".strip()
        s = "s" * (self.presents > 1)
        p = "s" * (self.partenaires > 1)
        pour = f", {self.partenaires} partenaire{p}" if self.partenaires else ""
        return f"{self.presents} personne{s}{pour}. {self.mouvements}".strip()


class Lecture:
    """Reads the minutes of a meeting that was held."""

    def __init__(self, reunion):
        self.reunion = reunion
        self.existe = reunion.etat in ETATS

    @property
    def etat(self) -> tuple[str, str, str]:
        return ETATS[self.reunion.etat]

    @cached_property
    def compte_rendu(self):
        """Give the minutes, or None until they circulate."""
        return getattr(self.reunion, "compte_rendu", None)

    @cached_property
    def feuille(self) -> Feuille:
        return Feuille(self.reunion)

    @cached_property
    def barres(self):
        return par_secteur(self.feuille)

    @property
    def hauteur(self) -> int:
        """Give the height of the drawing of attendance."""
        return 38 * len(self.barres) - 8

    @property
    def partenaires_invites(self) -> int:
        return self.feuille.partenaires(self.feuille.convocations)

    @property
    def partenaires_venus(self) -> int:
        return self.feuille.partenaires(self.feuille.venus)

    @property
    def presence_en_mots(self) -> str:
        """Say how many: « 19 personnes, 1 excusée, 2 absentes »; what is nought is not said."""
        feuille = self.feuille
        groupes = ((feuille.venus, "personne"), (feuille.excuses, "excusée"), (feuille.absents, "absente"))
        return ", ".join(f"{len(qui)} {mot}{'s' * (len(qui) > 1)}" for qui, mot in groupes if qui)

    @cached_property
    def demandes(self) -> list[Amendement]:
        """List every correction asked for, the first one first."""
        if self.compte_rendu is None:
            return []
        return list(self.compte_rendu.amendements.select_related("propose_par", "tranche_par"))

    @property
    def demandes_generales(self) -> list[Amendement]:
        return [demande for demande in self.demandes if demande.point_id is None]

    @property
    def en_attente(self) -> int:
        return sum(demande.etat == EtatAmendement.PROPOSE for demande in self.demandes)

    @cached_property
    def addendums(self) -> list:
        return list(self.compte_rendu.addendums.select_related("par")) if self.compte_rendu else []

    @cached_property
    def redacteurs(self) -> str:
        auteurs = {str(texte.redige_par) for texte in self._textes if texte.redige_par_id}
        return ", ".join(sorted(auteurs)) or str(self.reunion.secretaire or "")

    @cached_property
    def points(self) -> list[PointRendu]:
        return [self._rendre(ligne) for ligne in self._lignes]

    @cached_property
    def _lignes(self) -> list[Ligne]:
        points = self.reunion.points.inscrits().select_related("partenaire", "compte_rendu__redige_par")
        return OrdreDuJour(self.reunion, points).lignes

    @property
    def _textes(self) -> list:
        return [ligne.point.compte_rendu for ligne in self._lignes if hasattr(ligne.point, "compte_rendu")]

    @cached_property
    def _actes(self) -> dict:
        """Read what was concluded, {item: (kind, record)}: one query per kind."""
        actes = defaultdict(list)
        for genre in GENRES.values():
            trouves = genre.modele.objects.filter(point__reunion=self.reunion)
            if genre.nom == "action":
                trouves = trouves.select_related("responsable", "partenaire")
            for acte in trouves:
                actes[acte.point_id].append((genre, acte))
        return actes

    def _rendre(self, ligne) -> PointRendu:
        point = ligne.point
        presents = self.feuille.presents(point)
        return PointRendu(
            ligne=ligne,
            presents=len(presents),
            partenaires=self.feuille.partenaires(presents),
            mouvements=self.feuille.en_mots(point),
            texte=point.compte_rendu.texte if hasattr(point, "compte_rendu") else "",
            actes=self._actes[point.pk],
            demandes=[demande for demande in self.demandes if demande.point_id == point.pk],
        )


def texte_de(point) -> CompteRenduPoint:
    """Read what is written about an item; not saved yet when nothing is."""
    textes = CompteRenduPoint.objects.filter(point=point).select_related("redige_par")
    return textes.first() or CompteRenduPoint(point=point)


def compte_rendu_pdf(reunion, lecteur) -> bytes:
    """Compose the minutes on paper (R57). `lecteur`: a person, or words for whoever receives them without an account."""
    lecture = Lecture(reunion)
    feuille = lecture.feuille
    donnees = {
        **pdf.cadre(
            f"Compte rendu du {date_longue(reunion.debut)}",
            lieu="concertation",
            lecteur=lecteur,
            cercle=CERCLE,
        ),
        "chapeau": f"{reunion.titre}. {_etat_en_mots(lecture)}",
        "faits": [
            ["Tenue", f"{heure(reunion.debut)} à {heure(reunion.fin)}"],
            ["Lieu", reunion.lieu or "En ligne"],
            ["Préside", str(reunion.president or "Non précisé")],
            ["Rédigé par", lecture.redacteurs or "Non précisé"],
            ["Partenaires présents", f"{lecture.partenaires_venus} sur {lecture.partenaires_invites}"],
            ["Personnes présentes", f"{len(feuille.venus)} sur {len(feuille.convocations)}"],
        ],
        "presences": _presences(feuille),
        "points": [_point_en_donnees(rendu) for rendu in lecture.points],
        "decisions": _releve(lecture, "decision"),
        "actions": _releve(lecture, "action"),
        "addendums": [
            [f"{date_longue(addendum.le)}, {addendum.par}", addendum.texte] for addendum in lecture.addendums
        ],
    }
    return pdf.composer("concertation/compte_rendu/compte_rendu.typ", donnees)


def _etat_en_mots(lecture) -> str:
    compte_rendu = lecture.compte_rendu
    if compte_rendu and compte_rendu.est_approuve:
        return f"Approuvé le {date_longue(compte_rendu.approuve_lors_de.debut)}, il ne change plus."
    if compte_rendu:
        return (
            f"En relecture depuis le {date_longue(compte_rendu.circule_le)} : il n’est pas encore approuvé."
        )
    return "Brouillon : il ne circule pas encore."


def _presences(feuille) -> list[list]:
    """List (how, who): present, replaced, excused, absent; what is empty is left out."""
    groupes = [
        ("Présents", [_nommer(c) for c in feuille.venus]),
        ("Remplacés", [f"{c.nom}, par {c.remplacant}" for c in feuille.remplaces]),
        ("Excusés", [_nommer(c) for c in feuille.excuses]),
        ("Absents", [_nommer(c) for c in feuille.absents]),
    ]
    return [[f"{titre} ({len(noms)})", noms] for titre, noms in groupes if noms]


def _nommer(convocation) -> str:
    partenaire = convocation.partenaire
    return f"{convocation.representant} ({partenaire.nom_court})" if partenaire else convocation.representant


def _point_en_donnees(rendu) -> dict:
    return {
        "numero": rendu.ligne.numero,
        "titre": rendu.point.titre,
        "quand": f"{heure(rendu.ligne.debut)}, {rendu.point.duree} min",
        "presence": f"Présents à ce point : {rendu.presence}",
        "texte": en_blocs(rendu.texte),
        "actes": [[genre.mot, *_acte_en_mots(genre, acte)] for genre, acte in rendu.actes],
    }


def _acte_en_mots(genre, acte) -> list[str]:
    """Say what, then who and when."""
    if genre.nom == "decision":
        return [acte.texte, acte.decidee_par]
    if genre.nom == "avis":
        return [acte.texte, f"Avis collectif{', ' if acte.reserves else ''}{acte.reserves}"]
    return [acte.quoi, f"{acte.qui}, pour le {date_longue(acte.echeance)} ({acte.etat_en_mots.lower()})"]


def _releve(lecture, nom) -> list[list[str]]:
    """List all decisions, or all actions, after the items: (number of the item, what, who…)."""
    return [
        [str(rendu.ligne.numero), *_ligne_de_releve(nom, acte)]
        for rendu in lecture.points
        for genre, acte in rendu.actes
        if genre.nom == nom
    ]


def _ligne_de_releve(nom, acte) -> list[str]:
    if nom == "decision":
        return [acte.texte, acte.decidee_par]
    return [acte.quoi, acte.qui, date_longue(acte.echeance), acte.etat_en_mots]


def nom_du_fichier(reunion) -> str:
    return f"compte-rendu-{timezone.localtime(reunion.debut):%Y-%m-%d}.pdf"
