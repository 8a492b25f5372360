from csil.comptes.models import Utilisateur
from informations_sensibles.commun.echeances import lire, prevenir


def embargos() -> None:
    """An embargo whose date has come: whoever set it, and nobody else, is reminded to lift it or hold on (R43)."""
    for embargo, pose_par, jusqu_au in lire("SELECT * FROM csil_embargos_echus()"):
        seul = Utilisateur.objects.filter(pk=pose_par)
        prevenir(
            f"embargo:{embargo}:{jusqu_au}",
            "Un délai est à revoir",
            "informations/email/embargo",
            seul,
            reserve=True,
        )
