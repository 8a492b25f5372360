"""What the directory asks of those who keep a partner's record, on their home page."""

from csil.accueil import Tache
from csil.comptes.groupes import ANNUAIRE
from csil.texte.typographie import il_y_a
from partenaires.appartenances.models import partenaires_tenus


def taches(user):
    """List the records that this person keeps and that are due to be read again."""
    if not user.est_membre(*ANNUAIRE):
        return
    for partenaire in partenaires_tenus(user).a_relire():
        relue = il_y_a(partenaire.relue_le).lower()
        yield Tache(
            quoi=f"Relire la fiche de votre organisation : {partenaire.nom_court}",
            contexte=f"Relue {relue}, à relire {partenaire.get_rythme_display()}"
            if partenaire.relue_le
            else "Jamais relue",
            adresse=partenaire.get_absolute_url(),
            bouton="Relire la fiche",
            depuis=partenaire.a_relire_le,
            en_retard=partenaire.relue_le is not None,
        )
