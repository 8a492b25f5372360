"""What the partners’ reports add to a dossier: who they are about, and their erasing once an information of it took them up."""

from django.db.models import Q

from informations_sensibles.dossiers.ajouts import DansLeDossier, lignes_gardees
from informations_sensibles.informations.ajouts import AvecLInformation, Meme
from informations_sensibles.signaler.models.signalement_partenaire import SignalementPartenaire

DANS_LE_DOSSIER = DansLeDossier(
    identites=lambda user: Q(signalement_partenaire__in=SignalementPartenaire.objects.visible_to(user)),
    a_effacer=lambda dossier: lignes_gardees(
        SignalementPartenaire.objects.filter(suite__information__dossier=dossier)
    ),
)


def _memes(cles, user):
    """Show what nobody has taken up: what is taken up is an information."""
    lus = SignalementPartenaire.objects.lus_dans_la_cellule(user).filter(pk__in=cles["signalement"])
    for s in lus.select_related("partenaire"):
        yield Meme("Signalement de partenaire", s, s.partenaire, s.recu_le, s.get_etat_display())


AVEC_L_INFORMATION = AvecLInformation(memes=_memes)
