"""The pocket sheet: whom to call, what to transmit, what not to; for people of a sector who have no account.

The page and the PDF say the same: all its words are here.
"""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from csil.fichiers.pdf import cadre, composer
from csil.texte.typographie import date_longue
from informations_sensibles.secteurs.models.point_de_contact import PointDeContact
from informations_sensibles.secteurs.models.version_processus import VersionProcessus

URGENCE = "Danger immédiat : appelez le 112 ou la police. Cette fiche ne les remplace pas."
SANS_POINT = "Aucun n’est désigné : adressez-vous à votre responsable, ou à la police."
TOUJOURS = "Le nom d’une personne, sauf à la police qui vous le demande."


@dataclass(frozen=True)
class Fiche:
    """Put in words the pocket sheet of one version."""

    version: VersionProcessus
    point: PointDeContact | None
    urgence: str = URGENCE

    @property
    def perimee(self) -> bool:
        return self.version.est_perimee

    @property
    def tampon(self) -> str:
        """Say why the sheet must not be followed; nothing for the version in force."""
        if self.perimee:
            return "Périmée : ne plus suivre"
        return "" if self.version.etat == "en_vigueur" else "Brouillon : pas encore à suivre"

    @property
    def chapeau(self) -> str:
        """Say the sector, the number of the version, and until when it holds."""
        du, au = date_longue(self.version.valable_du), date_longue(self.version.valable_au)
        fin = f"jusqu’au {au}" if self.perimee else au and f"à revoir avant le {au}"
        morceaux = [
            f"Secteur {self.version.processus.secteur}",
            str(self.version),
            du and f"valable depuis le {du}",
            fin,
        ]
        return ", ".join(filter(None, morceaux)) + "."

    @property
    def appeler(self) -> list[tuple[str, str]]:
        point = self.point
        if point is None:
            return [("Point de contact police", SANS_POINT)]
        joindre = ", ".join(filter(None, [str(point), point.telephone, point.courriel]))
        lignes = [
            ("Point de contact police", joindre),
            ("Quand", point.horaires),
            ("Sinon", point.suppleant),
            ("En dehors de ces heures", point.hors_horaires),
        ]
        return [ligne for ligne in lignes if ligne[1]]

    @property
    def interdits(self) -> list[str]:
        """List what must not be transmitted, each thing once, in the order of the steps."""
        textes = (etape.ne_pas_transmettre.strip() for etape in self.version.etapes.all())
        return list(dict.fromkeys(filter(None, textes))) or [TOUJOURS]

    @property
    def pied(self) -> str:
        jour = date_longue(timezone.now())
        return (
            f"Ville de {settings.CSIL_COMMUNE}. Imprimée le {jour}. Demandez la dernière version à la personne qui vous a "
            "remis cette fiche."
        )


def fiche_de(user, version) -> Fiche:
    """Make the sheet of a version, with the present contact point: that of a former version is out of date in any case."""
    points = PointDeContact.objects.visible_to(user).actuels().complets()
    return Fiche(version, points.filter(secteur=version.processus.secteur_id).first())


def fiches_du_secteur(user, secteur) -> list[Fiche]:
    """Make a sheet for each process in force of the sector."""
    versions = VersionProcessus.objects.visible_to(user).filter(processus__secteur=secteur, etat="en_vigueur")
    ordonnees = versions.order_by("processus__titre").select_related("processus__secteur")
    return [fiche_de(user, version) for version in ordonnees.prefetch_related("etapes")]


def en_pdf(fiche, lecteur) -> bytes:
    """Print the sheet on the house’s paper, not on the Cellule’s: it is handed to people of the sector."""
    etapes = [
        {"qui": e.qui, "a_qui": e.a_qui, "quoi": e.quoi, "delai": f"{e.delai[:1].upper()}{e.delai[1:]}."}
        for e in fiche.version.etapes.all()
    ]
    donnees = {
        nom: getattr(fiche, nom) for nom in ("tampon", "chapeau", "urgence", "appeler", "interdits", "pied")
    }
    cercle = "à remettre aux personnes du secteur"
    cadre_ = cadre(str(fiche.version.processus), lieu="maison", lecteur=lecteur, cercle=cercle)
    return composer(
        "informations_sensibles/secteurs/version/fiche.typ", {**cadre_, **donnees, "etapes": etapes}
    )
