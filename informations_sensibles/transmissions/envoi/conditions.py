"""The conditions under which a transmission may leave: which ones it has, and what the platform knows of each (R36 to R40)."""

from collections.abc import Iterable

from django.db import connection

from informations_sensibles.commun.permissions import contacts_tfl
from informations_sensibles.commun.vocabulaire import SourceInformation, Tlp
from informations_sensibles.transmissions.models.condition_transmission import CodeCondition
from informations_sensibles.transmissions.models.information_transmise import empreinte

# What goes no further than the Cellule unless its originator agrees
DANS_LA_CELLULE = (Tlp.RED, Tlp.AMBER_STRICT)
SANS_ACCORD = "H0"
NON_VERIFIE = "X4"
TOUJOURS = (CodeCondition.VALIDEE, CodeCondition.EMBARGO, CodeCondition.EVALUATION, CodeCondition.NECESSAIRE)


def voulues(transmission, informations) -> list[tuple]:
    """List the conditions that a transmission of these informations must meet, in the order in which they are looked at:
    (code, information or None).
    """
    demandees = [(CodeCondition.VALIDEE, None), (CodeCondition.EMBARGO, None)]
    demandees += [(CodeCondition.ACCORD, i) for i in informations if demande_un_accord(i)]
    if any(i.issue_458ter for i in informations):
        demandees.append((CodeCondition.CONCERTATION, None))
    if transmission.mineur:
        demandees.append((CodeCondition.ENFANT, None))
    return [*demandees, (CodeCondition.EVALUATION, None), (CodeCondition.NECESSAIRE, None)]


def demande_un_accord(information) -> bool:
    """Must the originator agree? By its code or its source, its TLP, or because it comes from elsewhere than the local police."""
    return (
        information.attend_un_consentement
        or information.code_traitement != SANS_ACCORD
        or information.tlp in DANS_LA_CELLULE
        or information.source != SourceInformation.POLICE_LOCALE
    )


def demande_une_precision(code) -> bool:
    """Must who looks at this condition also say by whom it was met, and when?"""
    return code == CodeCondition.ACCORD


def conditions_de(transmission) -> list:
    """List the conditions of a transmission in order, each with its information; those of an information that was taken out are left out."""
    informations = list(transmission.informations_couvertes())
    posees = {(c.code, c.information_id): c for c in transmission.conditions.select_related("constatee_par")}
    demandees = []
    for code, information in voulues(transmission, informations):
        condition = posees.get((code, information and information.pk))
        if condition is not None:
            condition.information = information
            demandees.append(condition)
    return demandees


def obstacles(transmission, condition) -> list[str]:
    """Say why this condition cannot hold now, whatever somebody finds."""
    informations = list(transmission.informations_couvertes())
    if condition.code == CodeCondition.VALIDEE:
        return list(_interdites(transmission, informations))
    if condition.code == CodeCondition.EMBARGO:
        return [f"{i} est sous embargo." for i in informations if i.embargos.en_vigueur().exists()]
    if condition.code == CodeCondition.CONCERTATION and not transmission.finalite.concertation:
        return ["Cette finalité n’est pas celle d’une concertation de cas : le Bourgmestre peut y déroger."]
    if condition.code == CodeCondition.ENFANT and not transmission.interet_enfant:
        return ["L’intérêt de l’enfant n’est pas écrit."]
    return []


def _interdites(transmission, informations) -> Iterable[str]:
    if len(informations) < transmission.couvertures.couvertes().count():
        yield "Une information de cette transmission ne vous est pas ouverte."
    for information in informations:
        for phrase in information.obstacles("transmission"):
            yield f"{information} : {phrase}"


def manques(transmission) -> list[str]:
    """Say what keeps a transmission from leaving: conditions that nobody found held, or that hold no more, and what changed."""
    phrases = []
    conditions = conditions_de(transmission)
    for condition in conditions:
        de = f" ({condition.information})" if condition.information else ""
        if not condition.tenue:
            phrases.append(f"« {condition}{de} » : pas constaté.")
        elif not condition.derogation:
            phrases += obstacles(transmission, condition)
    poses = {(c.code, c.information_id) for c in conditions}
    informations = list(transmission.informations_couvertes())
    if {(code, i and i.pk) for code, i in voulues(transmission, informations)} - poses:
        phrases.append("Une condition de plus est à vérifier : renvoyez la transmission.")
    if not contacts_tfl().filter(pk=transmission.destinataire_id).exists():
        phrases.append(f"{transmission.destinataire} ne peut plus recevoir de transmission : annulez-la.")
    if transmission.etat == "verifiee":
        phrases += _changees(transmission, informations)
    return list(dict.fromkeys(phrases))


def _changees(transmission, informations) -> Iterable[str]:
    verifiees = dict(transmission.couvertures.couvertes().values_list("information", "empreinte"))
    for information in informations:
        if verifiees.get(information.pk) != empreinte(information):
            yield f"{information} a changé depuis la vérification : renvoyez la transmission."
    if est_devenue_mineure(transmission):
        yield "La personne est mineure : l’intérêt de l’enfant est à peser. Renvoyez la transmission."


def est_devenue_mineure(transmission) -> bool:
    """Does the dossier say now that the person is a minor, and did not say so before? Told to whoever reads the transmission."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_transmission_mineur(%s)", [transmission.pk])
        return bool(curseur.fetchone()[0]) and not transmission.mineur
