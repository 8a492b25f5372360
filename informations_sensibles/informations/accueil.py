"""What the home page shows of the informations: the steps of one's roles, the embargos at their term, who is to be told."""

from django.utils import timezone

from csil.texte.typographie import date_longue
from informations_sensibles.circuits.models import VersionCircuit
from informations_sensibles.commun.accueil import tache
from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.informations.etats import EtatInformation
from informations_sensibles.informations.filtres import a_faire
from informations_sensibles.informations.models.embargo import Embargo
from informations_sensibles.informations.models.information import Information
from informations_sensibles.informations.models.rectification import ARectifier

# The home page is no list: what waits since longest, the rest behind « Informations ».
MONTREES = 30


def etapes(user):
    """Late ones first, by how many days; no word of what they say."""
    if not est_de_la_cellule(user):
        return
    attendent = a_faire(Information.objects.visible_to(user), user).prefetch_related("etapes")
    existants = VersionCircuit.objects.paires_en_vigueur()
    for information in attendent.order_by("saisie_le")[:MONTREES]:
        if information.etat == EtatInformation.SANS_CIRCUIT:
            yield _sans_circuit(information, (information.genre, information.source) in existants)
        else:
            yield _etape(information)


def _sans_circuit(information, existe):
    suite = "un circuit existe maintenant" if existe else "aucun circuit n’existe"
    return tache(
        information,
        f"Décider d’une information sans circuit : {information}",
        f"{information.get_genre_display()}, {information.get_source_display()} : {suite}",
        "Voir",
        information.saisie_le,
    )


def _etape(information):
    etape = information.etape_courante
    jours = etape.jours_de_retard
    retard = f", en retard de {jours} jour{'s' if jours > 1 else ''}" if jours else ""
    return tache(
        information,
        f"{etape.nom} : information {information}",
        f"{information.get_genre_display()}, {information.get_source_display()}, avant le "
        f"{date_longue(etape.echeance)}{retard}",
        "Ouvrir",
        information.saisie_le,
        en_retard=bool(jours),
    )


def embargos(user):
    """Remind who holds an information back, from the day on that they gave themselves."""
    if not est_de_la_cellule(user):
        return
    echus = Embargo.objects.visible_to(user).en_vigueur().filter(jusqu_au__lte=timezone.localdate())
    for embargo in echus.select_related("information")[:MONTREES]:
        yield tache(
            embargo.information,
            f"Lever un embargo ou le prolonger : information {embargo.information}",
            f"Posé jusqu’au {date_longue(embargo.jusqu_au)}",
            "Décider",
            embargo.pose_le,
            en_retard=embargo.jusqu_au < timezone.localdate(),
        )


def rectifications(user):
    """Whoever received an information before it was put right is told by those who govern it."""
    if not est_de_la_cellule(user):
        return
    suites = ARectifier.objects.visible_to(user).a_faire().select_related("information", "destinataire")
    for suite in suites[:MONTREES]:
        if "prevenir_arectifier" in suite.droits_de(user):
            yield tache(
                suite,
                f"Faire suivre une rectification : information {suite.information}",
                f"À {suite.destinataire}, qui l’avait reçue par {suite.par_quoi}",
                "Prévenir",
                suite.depuis,
            )
