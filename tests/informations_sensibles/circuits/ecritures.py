"""Builders of circuits: plain functions, run as owner (`with proprietaire():`) unless they say otherwise."""

import random
from datetime import timedelta

from django.utils import timezone

from csil.comptes.groupes import CHEF_DE_CORPS, OFFICIER, REFERENT
from informations_sensibles.circuits.models import Circuit, EtapeCircuit, VersionCircuit
from informations_sensibles.commun.vocabulaire import DE_LA_POLICE, Genre, SourceInformation

# act, role, days, instruction
SUITE = [
    ("evaluer", OFFICIER, 3, "Selon la grille 4×4."),
    ("informer_tfl", OFFICIER, 5, ""),
]


def circuit(genre="rir", source="police_locale") -> Circuit:
    return Circuit.objects.create(genre=genre, source=source)


def etapes_de(source) -> list[tuple]:
    valide = OFFICIER if source in DE_LA_POLICE else REFERENT
    return [("valider", valide, 2, ""), *SUITE]


def etape(version, ordre, acte="verifier", role=CHEF_DE_CORPS, delai_jours=2, consigne="") -> EtapeCircuit:
    return EtapeCircuit.objects.create(
        version_circuit=version, ordre=ordre, acte=acte, role=role, delai_jours=delai_jours, consigne=consigne
    )


def version(de, gens, numero=1, etat="en_vigueur", etapes=None, **champs) -> VersionCircuit:
    """Drafted by the Référent; what is or was in force is approved by both."""
    maintenant = timezone.now()
    champs.setdefault("redigee_par", gens.referent)
    if etat != "brouillon":
        champs |= {"soumise_par": gens.referent, "soumise_le": maintenant - timedelta(days=4)}
    if etat in ("en_vigueur", "remplacee", "retiree") and not champs.get("a_valider"):
        champs |= {
            "approuvee_referent_par": gens.referent, "approuvee_referent_le": maintenant - timedelta(days=3),
            "approuvee_chef_par": gens.chef_de_corps, "approuvee_chef_le": maintenant - timedelta(days=2),
        }  # fmt: skip
    if etat in ("en_vigueur", "remplacee", "retiree"):
        champs.setdefault("valable_du", maintenant - timedelta(days=2))
    faite = VersionCircuit.objects.create(circuit=de, numero=numero, etat=etat, **champs)
    for ordre, textes in enumerate(etapes_de(de.source) if etapes is None else etapes, 1):
        etape(faite, ordre, *textes)
    return faite


def tout(gens) -> VersionCircuit:
    """A circuit with a version of the past, one in force and one that waits; and a draft of another."""
    local = circuit()
    version(local, gens, 1, "remplacee")
    en_vigueur = version(local, gens, 2, permet_transmission=True, permet_cercle=True)
    version(local, gens, 3, "soumise")
    version(circuit("pv", "surete"), gens, 1, "brouillon")
    return en_vigueur


def au_hasard(gens, hasard: random.Random) -> None:
    """Circuits in every state, for the tests that compare the wall and the filter."""
    for genre in Genre:
        for source in SourceInformation:
            if hasard.random() < 0.5 and not Circuit.objects.filter(genre=genre, source=source).exists():
                etats = hasard.sample(["remplacee", "en_vigueur", "retiree", "soumise"], 3)
                suivi = circuit(genre, source)
                for numero, etat in enumerate(etats, 1):
                    version(suivi, gens, numero, etat)


def monde(gens) -> dict:
    """An object of each kind, for the tests that walk every address."""
    soumise = version(circuit("rapport", "police_federale"), gens, 1, "soumise")
    en_vigueur = version(circuit("pv", "police_locale"), gens)
    return {
        "circuit": en_vigueur.circuit,
        "circuit_version": en_vigueur,
        "circuit_brouillon": version(circuit("pv", "surete"), gens, 1, "brouillon"),
        "circuit_soumis": soumise,
    }
