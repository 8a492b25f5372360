"""What a transmission sends over the separate network: a PDF with its reader's name and its markings on every page (R40, R57).

The page of confirmation and the PDF say the same: all its words are here. Nobody is named in it: the identity travels apart.
"""

from dataclasses import dataclass

from csil.administration.models import ReferenceLegale
from csil.fichiers.pdf import cadre, composer
from csil.texte.typographie import date_heure, date_longue
from informations_sensibles.transmissions.envoi.conditions import NON_VERIFIE
from informations_sensibles.transmissions.models.finalite import USAGES_INTERDITS

SANS_NOM = "Cette pièce ne nomme personne. Qui porte cette référence se dit par le réseau séparé, à qui a besoin de le savoir."
SANS_TEXTE = "Le texte de cette pièce suit sa propre voie : la plateforme n’en garde que la référence."


@dataclass(frozen=True)
class Copie:
    """Say in words what the copy of a transmission tells of it and of the informations it covers, as they are now."""

    transmission: object
    informations: list

    @property
    def marquages(self) -> str:
        """Give what stands at the top and at the foot of each page: « TLP:AMBER, code H2 »."""
        return f"{self.transmission.tlp}, code {self.transmission.code_traitement}"

    @property
    def faits(self) -> list[tuple[str, str]]:
        """List what the transmission is, to whom it goes and who handled it: (name, value)."""
        t = self.transmission
        lignes = [
            ("Référence", t.reference),
            ("Dossier", t.reference_dossier),
            ("Genre", t.get_genre_display()),
            ("Référence de la pièce", t.reference_externe),
            ("Date de la pièce", date_longue(t.date_piece)),
            ("Destinataire", str(t.destinataire)),
            ("Organisation", t.organisation),
            ("Voie", t.get_canal_display()),
            ("Retour attendu", date_longue(t.retour_attendu_le)),
            ("Préparée par", str(t.preparee_par)),
            ("Vérifiée par", str(t.verifiee_par or "")),
            ("Libérée par", _signee(t.liberee_par, t.liberee_le)),
        ]
        return [ligne for ligne in lignes if ligne[1]]

    @property
    def usage(self) -> list[tuple[str, str]]:
        """List what the copy may be used for, on what basis, and what for never: (name, value)."""
        t = self.transmission
        lignes = [
            ("Finalité", _avec_la_loi(t.finalite)),
            ("Base légale", _avec_la_loi(t.base)),
            ("Code de traitement", t.get_code_traitement_display()),
            ("Circulation", t.tlp),
            ("Intérêt de l’enfant", t.interet_enfant),
            ("Jamais pour", USAGES_INTERDITS),
        ]
        return [ligne for ligne in lignes if ligne[1]]

    @property
    def textes(self) -> list[dict]:
        """Describe each information; of a RIR or a PV without its words (R35)."""
        return [self._texte(information) for information in self.informations]

    def _texte(self, i):
        origine = [
            i.originateur,
            i.reference_document,
            i.date_document and date_longue(i.date_document),
            i.issue_458ter and "issue d’une concertation de cas",
        ]
        return {
            "reference": i.reference,
            "non_verifie": est_non_verifiee(i),
            "code4": i.evaluation,
            "code": i.code_traitement,
            "tlp": i.tlp,
            "evaluation": f"Source {i.get_evaluation_source_display()} ; information {i.get_evaluation_information_display()}",
            "nature": f"{i.get_nature_display()}, {date_longue(i.date_fait)}. {i.categorie}.",
            "origine": ", ".join(filter(None, origine)),
            "condition": i.condition,
            "synthese": "" if self.transmission.sans_texte else i.synthese,
        }

    @property
    def notes(self) -> list[str]:
        return [SANS_NOM, *([SANS_TEXTE] if self.transmission.sans_texte else [])]


def est_non_verifiee(information) -> bool:
    """Could neither its source nor itself be judged? The sheet says so (R40)."""
    return information.evaluation == NON_VERIFIE


def composer_copie(transmission, informations) -> bytes:
    """Make the PDF in the name of its recipient, whoever prints it afterwards."""
    copie = Copie(transmission, informations)
    cadre_ = cadre(
        f"Transmission {transmission.reference}",
        lieu="cellule",
        lecteur=transmission.destinataire,
        cercle=f"{copie.marquages} ; copie figée, pour cette personne seule",
    )
    donnees = {nom: getattr(copie, nom) for nom in ("marquages", "faits", "usage", "textes", "notes")}
    return composer(
        "informations_sensibles/transmissions/copie.typ",
        {**cadre_, **donnees, "objet": transmission.objet},
    )


def _signee(qui, quand) -> str:
    return f"{qui}, {date_heure(quand)}" if qui else ""


def _avec_la_loi(ligne) -> str:
    """Add the citation in force today (R77): « Concertation de cas (article 458ter du Code pénal) »."""
    loi = ligne.loi and ReferenceLegale.objects.en_vigueur().filter(code=ligne.loi).first()
    return f"{ligne} ({loi})" if loi else str(ligne)
