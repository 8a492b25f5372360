"""What the rest of the application shows of the transmissions, and where they are entered in it."""

from informations_sensibles.models import InformationTransmise, Transmission
from informations_sensibles.permissions import est_contact_tfl, est_de_la_cellule


def inscrire() -> None:
    """Called by the package when it is ready."""
    from csil.accueil import enregistrer_nouveautes, enregistrer_taches
    from csil.echeances import enregistrer_echeance
    from csil.navigation import enregistrer_rubrique, enregistrer_section
    from csil.quarantaine import enregistrer_copies, enregistrer_quarantaine
    from informations_sensibles import accueil_transmissions, echeances
    from informations_sensibles.models import (
        ConditionTransmission,
        CopieFigee,
        Information,
        RetourTransmission,
    )

    suites = (InformationTransmise, ConditionTransmission, CopieFigee, RetourTransmission)
    enregistrer_quarantaine(Transmission, *((suite, "transmission") for suite in suites))
    enregistrer_copies(Information, copies_d_une_information)
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


def copies_d_une_information(cle: str):
    """The frozen copies that repeat its words: erased with it."""
    from informations_sensibles.models import CopieFigee

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
    from informations_sensibles.parties import Partie

    contribue = "contribuer_dossier" in dossier.droits_du_cercle(user)
    contexte = {
        "transmissions": du_dossier(dossier, user),
        "peut_preparer": contribue and dossier.est_en_cours,
    }
    return Partie(
        "transmissions", "Transmissions", "informations_sensibles/transmission/du_dossier.html", contexte
    )


def chronologie_transmissions(dossier, user):
    """Prepared, released, acknowledged, answered, called off: each with who and when."""
    from informations_sensibles.chronologie import Evenement

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
