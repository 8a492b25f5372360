"""The line on top of a transmission's page: what is done, where it stands, what is to come."""

from csil.texte.typographie import date_longue
from informations_sensibles.transmissions.etats import EtatTransmission as Etat

VERS = (Etat.PREPAREE, Etat.VERIFIEE, Etat.LIBEREE, Etat.ACCUSEE, Etat.RETOUR_RECU)
DE = (Etat.RECUE, Etat.ACCUSEE)


def frise(transmission) -> list[dict]:
    """List the states of a transmission, each with when it was reached or what it waits for; called off, it stops where it stood."""
    parcours = DE if transmission.est_une_arrivee else VERS
    if transmission.etat == Etat.ANNULEE:
        parcours = [Etat.PREPAREE, *([Etat.VERIFIEE] if transmission.verifiee_le else []), Etat.ANNULEE]
    rang = list(parcours).index(Etat(transmission.etat))
    return [
        {
            "nom": etat.label,
            "fait": place < rang and _quand(transmission, etat) != "sans accusé",
            "actuel": place == rang,
            "quand": _quand(transmission, etat),
        }
        for place, etat in enumerate(parcours)
    ]


def _quand(t, etat) -> str:
    if etat == Etat.ACCUSEE and not t.accusee_le:
        return "sans accusé" if t.fini_le else "par le destinataire"
    moment = {
        Etat.PREPAREE: t.preparee_le,
        Etat.RECUE: t.preparee_le,
        Etat.VERIFIEE: t.verifiee_le,
        Etat.LIBEREE: t.liberee_le,
        Etat.ACCUSEE: t.accusee_le,
        Etat.RETOUR_RECU: t.fini_le,
        Etat.ANNULEE: t.fini_le,
    }[etat]
    if moment:
        return f"le {date_longue(moment)}"
    return {
        Etat.VERIFIEE: "par une autre personne",
        Etat.LIBEREE: "par l’Officier ou le Chef de Corps",
        Etat.RETOUR_RECU: f"attendu le {date_longue(t.retour_attendu_le)}"
        if t.retour_attendu_le
        else f"attendu sous {t.retour_sous} jours",
    }.get(etat, "")
