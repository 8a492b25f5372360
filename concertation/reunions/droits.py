"""What a person may do with a meeting, now."""

from concertation.commun.groupes import GERENT, LISENT, PROPOSENT
from concertation.reunions.etats import ACTES, AVANT_LA_SEANCE, REDACTION, Etat


def droits_de(reunion, user) -> set[str]:
    """Say what this person may do with this meeting, now.

    Every member reads. Partners propose while the draft is open. The acts of the state are the Référent's. The Référent and the
    secretary write. Who was present asks for a correction, while the minutes are read again.
    """
    if not user.est_membre(*LISENT):
        return set()
    droits = {"view_reunion"}
    if user.est_membre(*PROPOSENT) and reunion.propositions_ouvertes:
        droits.add("proposer_point")
    if user.est_membre(*GERENT):
        droits |= {f"{acte}_reunion" for acte in ACTES[reunion.etat]} | {"copier_reunion", "gerer_reunion"}
        if reunion.etat in AVANT_LA_SEANCE or reunion.etat == Etat.TENUE:
            droits.add("proposer_point")
    if reunion.etat in REDACTION and reunion.est_redacteur(user):
        droits.add("rediger_reunion")
    if reunion.etat == Etat.TENUE and reunion.est_redacteur(user):
        droits.add("pointer_reunion")
    if reunion.etat == Etat.RELECTURE and (
        reunion.est_redacteur(user) or reunion.convocations.presentes(user).exists()
    ):
        droits.add("amender_reunion")
    return droits


def est_redacteur(reunion, user) -> bool:
    """Tell whether this person writes the minutes: the Référent, or the secretary of this meeting."""
    return user.est_membre(*GERENT) or (user.pk == reunion.secretaire_id and user.est_membre(*LISENT))
