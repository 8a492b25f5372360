"""What the transmissions add to a dossier, and to the informations that they cover."""

from informations_sensibles.dossiers.ajouts import DansLeDossier, Evenement, Manque, Partie, lignes_gardees
from informations_sensibles.informations.ajouts import AvecLInformation
from informations_sensibles.transmissions.models.copie_figee import CopieFigee
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise
from informations_sensibles.transmissions.models.transmission import Transmission


def copies_d_une_information(cle: str):
    """Yield, for the quarantine, the frozen copies that repeat the words of the information of this key."""
    couvertes = InformationTransmise.objects.filter(information=cle).order_by()
    transmissions = couvertes.values_list("transmission", flat=True)
    yield CopieFigee, "transmission_id", [str(transmission) for transmission in transmissions]


def _lues(dossier, user):
    return Transmission.objects.visible_to(user).filter(dossier=dossier).order_by("-preparee_le")


def _partie(dossier, user) -> Partie:
    """Show the transmissions on the dossier's page, newest first."""
    contribue = "contribuer_dossier" in dossier.droits_du_cercle(user)
    contexte = {
        "transmissions": _lues(dossier, user),
        "peut_preparer": contribue and dossier.est_en_cours,
    }
    return Partie(
        "transmissions", "Transmissions", "informations_sensibles/transmissions/du_dossier.html", contexte
    )


def _chronologie(dossier, user):
    """Tell when each was prepared, checked, released, acknowledged, answered or called off, and by whom."""
    lues = _lues(dossier, user).select_related("preparee_par", "verifiee_par", "liberee_par", "accusee_par")
    for t in lues.prefetch_related("retours__par"):
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


def _manques(dossier, user):
    """Say which are still in preparation, or without a return."""
    for transmission in _lues(dossier, user).vers_la_tfl().filter(fini_le=None):
        suite = (
            "attend un retour de la TFL."
            if transmission.est_partie
            else "est en préparation : libérez-la ou annulez-la."
        )
        yield Manque(f"La transmission {transmission} {suite}", transmission.get_absolute_url())


DANS_LE_DOSSIER = DansLeDossier(
    chronologie=_chronologie,
    manques=_manques,
    partie=_partie,
    a_effacer=lambda dossier: lignes_gardees(Transmission.objects.filter(dossier=dossier)),
)

AVEC_L_INFORMATION = AvecLInformation(
    attendues=lambda user: InformationTransmise.objects.attendues(user).order_by().values("information")
)
