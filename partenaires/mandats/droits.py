"""What a person may do with a mandate, by its state: read it; decide as a third person in authority; end it."""

from csil.comptes import groupes

# Until then it can still open something, and be ended.
VIVANTS = ("en attente", "en vigueur", "à venir", "suspendu")


def droits_de(mandat, personne) -> set[str]:
    """Give the rights of `personne` on this mandate now; nobody decides about what they asked for or receive."""
    droits, etat = {"view_mandat"}, mandat.etat
    autorite, soi = personne.est_membre(*groupes.AUTORITES), personne.pk == mandat.personne_id
    tiers = autorite and not soi and personne.pk != mandat.demande_par_id
    if tiers and etat == "en attente":
        droits.add("confirmer_mandat")
    if tiers and etat == "suspendu":
        if personne.pk not in {suspension.changee_par_id for suspension in mandat.suspensions_ouvertes}:
            droits.add("lever_suspension")
    if autorite and not soi and etat == "en vigueur":
        droits.add("revoir_mandat")
    if etat in VIVANTS:
        if not soi and (autorite or personne.est_membre(groupes.ADMINISTRATEURS)):
            droits.add("terminer_mandat")
        if autorite and not soi and mandat.demande_habilitation:
            droits.add("attester_habilitation")
    if autorite or personne.est_membre(groupes.DPO):
        droits.add("regarder_personne")
    return droits
