"""What the rest of the application shows of the transmissions, and where they are entered in it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from informations_sensibles.models import InformationTransmise, Transmission
from informations_sensibles.models.transmission import LUES_PAR_LE_CONTACT
from informations_sensibles.permissions import est_contact_tfl, est_de_la_cellule


def inscrire() -> None:
    """Called by the package when it is ready."""
    from csil.accueil import enregistrer_nouveautes, enregistrer_taches
    from csil.echeances import enregistrer_echeance
    from csil.navigation import enregistrer_rubrique, enregistrer_section
    from csil.quarantaine import enregistrer_quarantaine
    from informations_sensibles import accueil_transmissions, echeances
    from informations_sensibles.models import ConditionTransmission, CopieFigee, RetourTransmission

    suites = (InformationTransmise, ConditionTransmission, CopieFigee, RetourTransmission)
    enregistrer_quarantaine(Transmission, *((suite, "transmission") for suite in suites))
    enregistrer_section(
        "Transmissions reçues",
        "transmissions-recues",
        lambda user: est_contact_tfl(user) and not est_de_la_cellule(user),
        20,
        "Lire ce qui vous a été transmis, et y répondre",
    )
    enregistrer_rubrique("cellule", "Transmissions", "transmissions", 25, est_de_la_cellule)
    enregistrer_rubrique("cellule", "Transmissions reçues", "transmissions-recues", 26, est_contact_tfl)
    enregistrer_taches(accueil_transmissions.taches)
    enregistrer_nouveautes(accueil_transmissions.retours)
    enregistrer_echeance("retours de la TFL", echeances.retours)


# For the page of a dossier


@dataclass(frozen=True)
class Evenement:
    quand: datetime
    quoi: str
    qui: str = ""
    detail: str = ""
    adresse: str = ""


def du_dossier(dossier, user):
    """Those that this person reads, newest first: for `transmission/du_dossier.html`."""
    visibles = Transmission.objects.visible_to(user).filter(dossier=dossier)
    return visibles.select_related("destinataire").order_by("-preparee_le")


def chronologie_transmissions(dossier, user):
    """Prepared, released, acknowledged, answered, called off: each with who and when."""
    visibles = du_dossier(dossier, user).select_related(
        "preparee_par", "verifiee_par", "liberee_par", "accusee_par"
    )
    for t in visibles.prefetch_related("retours__par"):
        adresse = t.get_absolute_url()
        nait = "Reçu de la TFL" if t.est_une_arrivee else "Transmission préparée"
        yield Evenement(t.preparee_le, f"{nait} : {t}", str(t.preparee_par), t.objet, adresse)
        for quand, qui, quoi in (
            (t.verifiee_le, t.verifiee_par, "Transmission vérifiée"),
            (t.liberee_le, t.liberee_par, "Transmise à la TFL"),
            (t.accusee_le, t.accusee_par, "Réception accusée"),
            (t.motif_annulation and t.fini_le, "", "Transmission annulée"),
        ):
            if quand:
                yield Evenement(quand, f"{quoi} : {t}", str(qui), adresse=adresse)
        for retour in t.retours.all():
            yield Evenement(
                retour.le, f"Retour de la TFL sur {t} : {retour}", str(retour.par), retour.mot, adresse
            )


def sans_retour_du_dossier(dossier, user):
    """(sentence, address) for each that keeps the dossier open (R62)."""
    for t in Transmission.objects.visible_to(user).vers_la_tfl().filter(dossier=dossier, fini_le=None):
        adresse = reverse("transmission", args=[t.pk])
        if t.est_partie:
            yield f"La transmission {t} attend un retour de la TFL.", adresse
        else:
            yield f"La transmission {t} est en préparation : libérez-la ou annulez-la.", adresse


# For a rectification


def destinataires_passes(information) -> list[Transmission]:
    """Transmissions that took this information to somebody: each recipient is to be told what was put right (R44)."""
    parties = InformationTransmise.objects.couvertes().filter(
        information=information,
        transmission__direction="vers_tfl",
        transmission__etat__in=LUES_PAR_LE_CONTACT,
    )
    cles = parties.order_by().values("transmission")
    return list(Transmission.objects.filter(pk__in=cles).select_related("destinataire"))
