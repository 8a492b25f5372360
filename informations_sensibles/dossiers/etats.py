"""What a dossier can be, what may be done in each state, and by whom: two tables that `droits.py` crosses (domaine §7)."""

from django.db import models

from informations_sensibles.commun.permissions import DECIDENT, NOYAU, OUVRENT, REPRENNENT


class EtatDossier(models.TextChoices):
    PROPOSE = "propose", "Proposé"
    OUVERT = "ouvert", "Ouvert"
    EN_SUIVI = "en_suivi", "En suivi"
    EN_REVUE = "en_revue", "En revue"
    CLOS = "clos", "Clos"
    POLICE_SEULE = "police_seule", "Repris par la police seule"
    EFFACE = "efface", "Effacé"


# The rights that guardian stores, held by name or by role
VOIR, CONTRIBUER, PILOTER = "view_dossier", "contribuer_dossier", "piloter_dossier"

EN_COURS = (EtatDossier.OUVERT, EtatDossier.EN_SUIVI, EtatDossier.EN_REVUE)
FINIS = (EtatDossier.CLOS, EtatDossier.POLICE_SEULE, EtatDossier.EFFACE)

TOUJOURS = {"reveler", "bloquer", "geler", "mettre_en_quarantaine"}
VIVANT = TOUJOURS | {"contribuer", "piloter", "modifier", "confier", "inviter"}
SUIVI = VIVANT | {"informer", "clore", "reprendre"}
# What a state allows; whose act it is comes below. The right is « <acte>_dossier ».
ACTES = {
    EtatDossier.PROPOSE: VIVANT | {"ouvrir", "ne_pas_ouvrir"},
    EtatDossier.OUVERT: SUIVI | {"suivre"},
    EtatDossier.EN_SUIVI: SUIVI | {"mettre_en_revue"},
    EtatDossier.EN_REVUE: SUIVI | {"conclure"},
    EtatDossier.CLOS: TOUJOURS | {"regarder", "effacer"},
    EtatDossier.POLICE_SEULE: TOUJOURS | {"effacer"},
    EtatDossier.EFFACE: set(),
}
# By the right held on this dossier, by name or as the legal core.
DU_CERCLE = {
    VOIR: {"mettre_en_quarantaine"},
    CONTRIBUER: {"contribuer", "reveler"},
    PILOTER: {
        "piloter",
        "modifier",
        "suivre",
        "mettre_en_revue",
        "conclure",
        "clore",
        "confier",
        "inviter",
        "informer",
        "regarder",
    },
}
# By role, for who reads the dossier.
DES_ROLES = (
    (OUVRENT, {"ouvrir", "ne_pas_ouvrir"}),
    (REPRENNENT, {"reprendre"}),
    (DECIDENT, {"bloquer"}),
    (NOYAU, {"effacer", "geler"}),
)
