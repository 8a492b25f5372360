"""What the rest of the application shows of the transmissions."""

from informations_sensibles.dossiers.ajouts import DansLeDossier, Evenement, Manque, Partie, lignes_gardees
from informations_sensibles.informations.ajouts import AvecLInformation
from informations_sensibles.transmissions.cloison import Couvertures
from informations_sensibles.transmissions.models.information_transmise import InformationTransmise
from informations_sensibles.transmissions.models.transmission import Transmission


def copies_d_une_information(cle: str):
    """The frozen copies that repeat its words: erased with it."""
    from informations_sensibles.transmissions.models.copie_figee import CopieFigee

    couvertes = (
        InformationTransmise.objects.filter(information=cle).order_by().values_list("transmission", flat=True)
    )
    yield CopieFigee, "transmission_id", [str(transmission) for transmission in couvertes]


# For the page of a dossier


def du_dossier(dossier, user):
    """Those that this person reads, newest first: for `transmission/du_dossier.html`."""
    visibles = Transmission.objects.visible_to(user).filter(dossier=dossier)
    return visibles.select_related("destinataire").order_by("-preparee_le")


def partie_transmissions(dossier, user):
    """The section of the dossier's page."""
    contribue = "contribuer_dossier" in dossier.droits_du_cercle(user)
    contexte = {
        "transmissions": du_dossier(dossier, user),
        "peut_preparer": contribue and dossier.est_en_cours,
    }
    return Partie(
        "transmissions", "Transmissions", "informations_sensibles/transmissions/du_dossier.html", contexte
    )


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


def manques_transmissions(dossier, user):
    """Those that this person reads: in preparation, or without a return."""
    visibles = Transmission.objects.visible_to(user).vers_la_tfl().filter(dossier=dossier, fini_le=None)
    for transmission in visibles:
        suite = (
            "attend un retour de la TFL."
            if transmission.est_partie
            else "est en préparation : libérez-la ou annulez-la."
        )
        yield Manque(f"La transmission {transmission} {suite}", transmission.get_absolute_url())


DANS_LE_DOSSIER = DansLeDossier(
    chronologie=chronologie_transmissions,
    manques=manques_transmissions,
    partie=partie_transmissions,
    a_effacer=lambda dossier: lignes_gardees(Transmission.objects.filter(dossier=dossier)),
)

AVEC_L_INFORMATION = AvecLInformation(
    cloison=lambda lecteurs: Couvertures(lecteurs).information,
    attendues=lambda user: InformationTransmise.objects.attendues(user).order_by().values("information"),
)
