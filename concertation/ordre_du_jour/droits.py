"""What a person may do with an item of an agenda, now."""

from concertation.commun.groupes import GERENT, LISENT
from concertation.ordre_du_jour.etats import OUVERTES, TRANSMETTENT, VIVANTS, EtatPoint
from concertation.reunions.etats import REDACTION, Etat


def droits_de(point, user) -> set[str]:
    """Say what this person may do with this item, now.

    Every member reads. Whoever proposed it changes or withdraws it, until the agenda is closed. The Référent answers and
    postpones, until the minutes circulate. The Référent and the secretary note for themselves, and write the minutes.
    """
    if not user.est_membre(*LISENT):
        return set()
    droits = {"view_point"}
    etat = point.reunion.etat if point.reunion_id else Etat.BROUILLON
    if point.reunion_id and point.reunion.est_redacteur(user):
        droits.add("noter_point")
        if etat in REDACTION:
            droits.add("rediger_point")
        if etat == Etat.TENUE:
            droits.add("commencer_point")
    if user.est_membre(*GERENT):
        droits |= _du_referent(point, etat)
    if user.pk == point.propose_par_id and etat == Etat.BROUILLON and point.attend:
        droits |= {"modifier_point", "retirer_point", "joindre_point"}
    return droits


def _du_referent(point, etat) -> set[str]:
    repondre = {"repondre_point"} if point.reunion_id else set()
    if etat == Etat.BROUILLON and point.etat == EtatPoint.REFUSE:
        return repondre
    if point.etat not in VIVANTS or etat not in TRANSMETTENT:
        return set()
    transmettre = {"transmettre_point"} if point.reunion_id else set()
    if etat not in OUVERTES:
        return transmettre
    droits = {"modifier_point", "retirer_point", "joindre_point"} | transmettre
    if point.reunion_id:
        droits.add("reporter_point")
    return droits | repondre if point.attend else droits
