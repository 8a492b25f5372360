"""What of the directory and of the mandates a person would see."""

from csil.accueil.regard import REFERENCES, Regard
from csil.comptes.groupes import ADMINISTRATEURS, ANNUAIRE
from csil.comptes.models import ProfilGroupe
from csil.texte.typographie import date_longue
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models import partenaires_tenus
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


def annuaire(personne):
    fiches = Partenaire.objects.visible_to(personne)
    ouvert = personne.est_membre(*ANNUAIRE)
    yield Regard(
        "Fiches de l’annuaire",
        fiches.count(),
        "Membre de la Concertation ou d’un groupe de la Cellule : tout l’annuaire."
        if ouvert
        else "Ni membre de la Concertation ni d’un groupe de la Cellule : rien de l’annuaire.",
        tuple(fiche.nom_court for fiche in fiches[:REFERENCES]),
    )
    tenues = partenaires_tenus(personne)
    yield Regard(
        "Fiches dont la tenue lui est confiée",
        tenues.count(),
        "Droit donné fiche par fiche par le Référent, avec ses dates.",
        tuple(fiche.nom_court for fiche in tenues[:REFERENCES]),
    )


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
