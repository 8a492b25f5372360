"""What of the directory a person would see (« Que verrait cette personne ? »)."""

from csil.accueil.regard import REFERENCES, Regard
from csil.comptes.groupes import ANNUAIRE
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models import partenaires_tenus


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
