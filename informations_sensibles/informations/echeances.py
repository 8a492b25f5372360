from csil.comptes.models import Utilisateur
from informations_sensibles.commun.echeances import lire, prevenir


def embargos() -> None:
    """Remind whoever set an embargo whose date has come, and nobody else, to lift it or hold on (R43)."""
    for embargo, pose_par, jusqu_au in lire("SELECT * FROM csil_embargos_echus()"):
        seul = Utilisateur.objects.filter(pk=pose_par)
        prevenir(
            f"embargo:{embargo}:{jusqu_au}",
            "Un délai est à revoir",
            "informations/email/embargo",
            seul,
            reserve=True,
        )
