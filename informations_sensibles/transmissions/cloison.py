"""The rules of the trial (`make cloison`) for the transmissions: who may read each, said a second time."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

from csil.cloison import Regle
from informations_sensibles.informations.cloison import Lecteurs
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
    couvertures = Couvertures(lecteurs)
    cellule, listes = lecteurs.cellule, lecteurs.cellule | lecteurs.admins

    def lue(part):
        return transmission(couvertures, part.transmission)

    return [
        Regle(Finalite, lambda f: listes | lecteurs.contacts, histoire=lambda f: listes),
        Regle(BaseLegale, lambda b: listes | lecteurs.contacts, histoire=lambda b: listes),
        Regle(Transmission, lambda t: transmission(couvertures, t), lambda t: [t.objet], histoire=None),
        Regle(InformationTransmise, lambda i: lue(i) & cellule),
        Regle(ConditionTransmission, lambda c: lue(c) & cellule, lambda c: [c.detail]),
        Regle(CopieFigee, lambda c: copie(couvertures, c)),
        Regle(RetourTransmission, lue, lambda r: [r.mot]),
    ]


def lecteurs_d_information(lecteurs):
    """Give, of the facts of the informations, who reads an information because a transmission of it waits."""
    return Couvertures(lecteurs).information


class Couvertures:
    """Gather which informations each transmission covers, beside the facts of the informations (`lecteurs`)."""

    def __init__(self, lecteurs):
        self.lecteurs = lecteurs
        self.couvertes = defaultdict(set)
        self.attendent = defaultdict(set)  # transmissions that wait, by information
        for couverte in InformationTransmise.objects.select_related("transmission"):
            if couverte.retiree_le is None:
                self.couvertes[couverte.transmission_id].add(couverte.information_id)
                if couverte.transmission.etat in ("preparee", "verifiee"):
                    self.attendent[couverte.information_id].add(couverte.transmission)

    def information(self, information) -> set[int]:
        """Name the Référent and the Officier, who read what waits to be transmitted."""
        tiennent = self.lecteurs.referents | self.lecteurs.officiers
        return set().union(*(tiennent - self.fermee_a(t) for t in self.attendent[information.pk]))

    def fermee_a(self, transmission) -> set[int]:
        """Name those to whom a transmission is closed: blocked, or an information of it held back by somebody else."""
        lecteurs, couvertes = self.lecteurs, self.couvertes[transmission.pk]
        if {str(transmission.pk), str(transmission.dossier_id), *map(str, couvertes)} & lecteurs.caches:
            return lecteurs.tous
        fermee = set(lecteurs.ecartes[transmission.dossier_id])
        for pk in couvertes & lecteurs.embargos.keys():
            fermee |= lecteurs.tous - lecteurs.tiennent_embargo(lecteurs.embargos[pk])
        return fermee


def copie(couvertures, objet) -> set[int]:
    """Name its recipient and who releases, not the circle: some words of it may be closed to them."""
    lecteurs = couvertures.lecteurs
    destinataire = {objet.transmission.destinataire_id} & lecteurs.contacts
    return transmission(couvertures, objet.transmission) & (
        lecteurs.noyau | lecteurs.officiers | destinataire
    )


def transmission(couvertures, objet) -> set[int]:
    """Name the legal core, the circle, who has something to do with it while it is on its way, its recipient once it left."""
    lecteurs = couvertures.lecteurs
    qui = lecteurs.noyau | (lecteurs.dossier(objet.dossier_id) if objet.dossier_id else set())
    if objet.direction == "de_tfl":
        qui |= lecteurs.officiers
    elif objet.fini_le is None or lecteurs.maintenant - objet.fini_le < timedelta(days=1):
        qui |= lecteurs.referents | lecteurs.officiers
    if objet.etat in LUES_PAR_LE_CONTACT:
        qui |= {objet.destinataire_id} & lecteurs.contacts
    return qui - couvertures.fermee_a(objet)
