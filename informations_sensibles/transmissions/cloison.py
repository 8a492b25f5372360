"""The rules of the trial (`make cloison`) for the transmissions: who may read each, said a second time."""

from collections.abc import Iterable
from datetime import timedelta

from csil.cloison import Regle
from informations_sensibles.dossiers.cloison import Lecteurs
from informations_sensibles.transmissions.models.base_legale import BaseLegale
from informations_sensibles.transmissions.models.condition_transmission import ConditionTransmission
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.finalite import Finalite
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise
from informations_sensibles.transmissions.models.retour_transmission import RetourTransmission
from informations_sensibles.transmissions.models.transmission import Transmission

LUES_PAR_LE_CONTACT = ("liberee", "accusee", "retour_recu")


def regles() -> Iterable[Regle]:
    lecteurs = Lecteurs()
    cellule, listes = lecteurs.cellule, lecteurs.cellule | lecteurs.admins

    def lue(part):
        return transmission(lecteurs, part.transmission)

    return [
        Regle(Finalite, lambda f: listes | lecteurs.contacts, histoire=lambda f: listes),
        Regle(BaseLegale, lambda b: listes | lecteurs.contacts, histoire=lambda b: listes),
        Regle(Transmission, lambda t: transmission(lecteurs, t), lambda t: [t.objet], histoire=None),
        Regle(InformationTransmise, lambda i: lue(i) & cellule),
        Regle(ConditionTransmission, lambda c: lue(c) & cellule, lambda c: [c.detail]),
        Regle(CopieFigee, lambda c: copie(lecteurs, c)),
        Regle(RetourTransmission, lue, lambda r: [r.mot]),
    ]


def copie(lecteurs, objet) -> set[int]:
    """Name its recipient and who releases, not the circle: some words of it may be closed to them."""
    destinataire = {objet.transmission.destinataire_id} & lecteurs.contacts
    return transmission(lecteurs, objet.transmission) & (lecteurs.noyau | lecteurs.officiers | destinataire)


def transmission(lecteurs, objet) -> set[int]:
    """Name the legal core, the circle, who has something to do with it while it is on its way, its recipient once it left."""
    qui = lecteurs.noyau | (lecteurs.dossier(objet.dossier_id) if objet.dossier_id else set())
    if objet.direction == "de_tfl":
        qui |= lecteurs.officiers
    elif objet.fini_le is None or lecteurs.maintenant - objet.fini_le < timedelta(days=1):
        qui |= lecteurs.referents | lecteurs.officiers
    if objet.etat in LUES_PAR_LE_CONTACT:
        qui |= {objet.destinataire_id} & lecteurs.contacts
    return qui - lecteurs.fermee_a(objet)
