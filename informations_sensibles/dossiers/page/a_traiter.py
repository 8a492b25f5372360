"""« À traiter en Cellule »: what is new, what goes on, what is to be closed. References only; each list stops at a hundred."""

from dataclasses import dataclass

from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.dossier import Dossier

AU_PLUS = 100


@dataclass(frozen=True)
class Liste:
    cle: str
    titre: str
    vide: str
    dossiers: list

    @property
    def coupee(self) -> bool:
        return len(self.dossiers) == AU_PLUS


def a_traiter(user) -> list[Liste]:
    visibles = Dossier.objects.visible_to(user).select_related("pilote")
    en_cours = visibles.en_cours().order_by("prochaine_revue", "pk")
    a_clore = list(visibles.a_clore().order_by("prochaine_revue", "pk")[:AU_PLUS])
    nouveaux = visibles.filter(etat=EtatDossier.PROPOSE).order_by("propose_le")[:AU_PLUS]
    restants = en_cours.exclude(pk__in=[dossier.pk for dossier in a_clore])[:AU_PLUS]
    return [
        Liste("nouveaux", "Nouveaux", "Aucun dossier n’attend d’être ouvert.", list(nouveaux)),
        Liste("en-cours", "En cours", "Aucun dossier n’est en cours.", list(restants)),
        Liste("a-clore", "À clôturer", "Aucune revue n’a conclu à la clôture.", a_clore),
    ]
