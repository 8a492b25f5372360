"""What of their groups and of the mandates a person would see (« Que verrait cette personne ? »)."""

from csil.accueil.regard import Regard
from csil.comptes.groupes import ADMINISTRATEURS
from csil.comptes.models import ProfilGroupe
from csil.texte.typographie import date_longue
from partenaires.mandats.models import Mandat
from partenaires.mandats.visibilite import VOIENT_TOUT


def groupes(personne):
    """What opens everything else: the groups in force, and the mandate behind the sensitive ones."""
    siens = Mandat.objects.visible_to(personne).filter(personne=personne)
    mandats = {mandat.groupe_id: mandat for mandat in siens.effectifs().order_by("fin")}
    profils = ProfilGroupe.objects.select_related("groupe").filter(groupe__name__in=personne.groupes)
    regles = [_regle_du_groupe(profil, mandats.get(profil.groupe_id)) for profil in profils]
    yield Regard("Groupes en vigueur", len(regles), " ; ".join(regles) or "Aucun groupe ne lui est ouvert.")


def _regle_du_groupe(profil, mandat) -> str:
    return f"{profil} : mandat jusqu’au {date_longue(mandat.fin)}" if mandat else f"{profil} : attribué"


def mandats(personne):
    tous = personne.est_membre(*VOIENT_TOUT)
    yield Regard(
        "Mandats",
        Mandat.objects.visible_to(personne).count(),
        "Autorité, administrateur ou délégué à la protection des données : tous les mandats."
        if tous
        else "Ses propres mandats.",
    )
    if personne.est_membre(ADMINISTRATEURS):
        yield Regard(
            "Administration",
            1,
            "Administrateur : comptes, groupes et tables ; aucun contenu des deux groupes.",
        )
