"""Builders of transmissions: plain functions, run as owner (`with proprietaire():`) unless they say otherwise."""

import hashlib
import random
from datetime import timedelta

from django.utils import timezone

from csil.quarantaine.models import Quarantaine
from informations_sensibles.transmissions.envoi.conditions import voulues
from informations_sensibles.transmissions.models import (
    BaseLegale,
    ConditionTransmission,
    CopieFigee,
    Finalite,
    InformationTransmise,
    RetourTransmission,
    Transmission,
    empreinte,
)

ORDRE = ["preparee", "verifiee", "liberee", "accusee", "retour_recu"]


def champs_transmission(destinataire, **champs) -> dict:
    return {
        "genre": "rapport",
        "objet": "Évolution depuis la revue de septembre",
        "finalite": Finalite.objects.first(),
        "base": BaseLegale.objects.first(),
        "destinataire": destinataire,
        **champs,
    }


def transmission(par, dossier, informations, destinataire, autre, etat="preparee", **champs) -> Transmission:
    """Checked and released by `autre`, acknowledged and answered by its recipient, as far as `etat` says."""
    maintenant = timezone.now()
    rang = ORDRE.index(etat) if etat in ORDRE else 0
    if rang >= 1:
        champs |= {"verifiee_par": autre, "verifiee_le": maintenant}
    if rang >= 2:
        champs.setdefault("retour_attendu_le", timezone.localdate() + timedelta(days=21))
        champs |= {"liberee_par": autre, "liberee_le": maintenant}
    if rang >= 3:
        champs |= {"accusee_par": destinataire, "accusee_le": maintenant}
    if etat in ("retour_recu", "annulee"):
        champs.setdefault("fini_le", maintenant)
    champs = {"code_traitement": "H0", "tlp": "TLP:AMBER"} | champs
    faite = Transmission.objects.create(
        preparee_par=par,
        dossier=dossier,
        reference_dossier=dossier.reference,
        etat=etat,
        **champs_transmission(destinataire, **champs),
    )
    for information in informations:
        InformationTransmise.objects.create(
            transmission=faite, information=information, par=par, empreinte=empreinte(information)
        )
    for code, information in voulues(faite, informations):
        constat = {"tenue": True, "constatee_par": autre, "constatee_le": maintenant} if rang >= 1 else {}
        ConditionTransmission.objects.create(
            transmission=faite, code=code, information=information, **constat
        )
    if rang >= 2:
        copie(faite)
    if etat == "retour_recu":
        retour(faite, destinataire, "traite")
    return faite


def copie(de, octets=b"%PDF-1.7 essai") -> CopieFigee:
    return CopieFigee.objects.create(
        transmission=de,
        contenu=octets,
        sha256=hashlib.sha256(octets).hexdigest(),
        taille=len(octets),
        lecteur=str(de.destinataire),
        par=de.liberee_par,
    )


def retour(sur, par, code="recu", **champs) -> RetourTransmission:
    return RetourTransmission.objects.create(transmission=sur, par=par, code=code, **champs)


def arrivee(par, etat="recue", **champs) -> Transmission:
    if etat == "accusee":
        champs |= {"accusee_par": par, "accusee_le": timezone.now(), "fini_le": timezone.now()}
    return Transmission.objects.create(
        direction="de_tfl", etat=etat, preparee_par=par, genre="avis", objet="Avis sur une situation",
        reference_externe="TFL-2026-14", code_traitement="H1", **champs,
    )  # fmt: skip


def tout(gens, suivi, lue) -> None:
    """At least a row in every table: one of each state, on a dossier and an information of its circle."""
    prepare, autre, contact = gens.membre_cellule, gens.officier_information, gens.contact_tfl
    for etat in (*ORDRE, "annulee"):
        transmission(prepare, suivi, [lue], contact, autre, etat)
    arrivee(autre)
    lie = arrivee(autre, "accusee", dossier=suivi)
    InformationTransmise.objects.create(transmission=lie, information=lue, par=autre)


def monde(gens) -> dict:
    """One in each state, for the tests that walk every address."""
    from tests.informations_sensibles.dossiers import ecritures as dossiers

    suivi = dossiers.dossier(gens.membre_cellule)
    lue = dossiers.finie(gens.membre_cellule, suivi, code_traitement="H2")
    etats = {"preparee": "preparee", "verifiee": "verifiee", "liberee": "liberee", "a_accuser": "liberee"}
    etats["accusee"] = "accusee"
    return {
        nom: transmission(
            gens.membre_cellule, suivi, [lue], gens.contact_tfl, gens.officier_information, etat
        )
        for nom, etat in etats.items()
    } | {nom: arrivee(gens.officier_information) for nom in ("arrivee", "autre_arrivee")}


def au_hasard(gens, dossiers, informations, hasard: random.Random) -> None:
    """In every state, of every dossier, to everybody: what the equivalence tests look at."""
    for rang in range(60):
        suivi = hasard.choice(dossiers)
        siennes = [i for i in informations if i.dossier_id == suivi.pk]
        etat = hasard.choice([*ORDRE, "annulee"])
        par, autre, destinataire = hasard.sample(gens, 3)
        champs = {}
        if etat in ("retour_recu", "annulee"):
            champs["fini_le"] = timezone.now() - timedelta(days=hasard.choice([0, 3]))
        choisies = hasard.sample(siennes, min(len(siennes), hasard.choice([0, 1, 2])))
        faite = transmission(par, suivi, choisies, destinataire, autre, etat, **champs)
        if rang % 10 == 9:
            Quarantaine.objects.create(
                objet_type=faite._meta.label_lower, objet_id=str(faite.pk), regle="doute", par=gens[0]
            )
        if rang % 7 == 6:
            for couverte in faite.couvertures.all():
                couverte.retiree_le = timezone.now()
                couverte.save()
    for _ in range(10):
        dossier = hasard.choice([None, *dossiers])
        arrivee(hasard.choice(gens), hasard.choice(["recue", "accusee"]), dossier=dossier)
