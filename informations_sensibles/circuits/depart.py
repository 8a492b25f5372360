"""A first circuit for each pair that the source text names, to begin with; nobody of the house has validated them.

« Les informations à caractère individuel font l'objet d'un processus d'information spécifique (RIR, PV, Rapports, etc.), en
fonction des données obtenues (Police locale, fédérale, Sûreté de l'Etat, etc.). » Run as owner: `manage.py charger_circuits`.
"""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from csil.comptes.groupes import BOURGMESTRE, OFFICIER, REFERENT
from informations_sensibles.circuits.models.circuit import Circuit
from informations_sensibles.circuits.models.etape_circuit import EtapeCircuit
from informations_sensibles.circuits.models.version_circuit import VersionCircuit
from informations_sensibles.commun.vocabulaire import Genre, SourceInformation

NOTE = "Circuit de départ, proposé avec la plateforme."

# act, role, days, instruction
VALIDER = ("valider", OFFICIER, 1, "Lisible hors de la police, sans le texte du document.")
EVALUER = ("evaluer", OFFICIER, 3, "Selon la grille 4×4 ; sans évaluation, l’information reste « X4 ».")
CONSENTEMENT = (
    "demander_consentement",
    OFFICIER,
    5,
    "Au service d’origine : pour qui, jusqu’où, et noté tel quel.",
)
SOUMETTRE = ("soumettre_bourgmestre", BOURGMESTRE, 5, "")
TFL = ("informer_tfl", OFFICIER, 5, "Par une transmission vérifiée par une deuxième personne.")
VERIFIER_PV = (
    "verifier",
    OFFICIER,
    2,
    "Référence et date du PV seulement : la procédure reste à la police et au parquet.",
)
APPORTS = ("verifier", REFERENT, 3, "Ce que les services peuvent apporter, sans en dire plus que nécessaire.")


@dataclass(frozen=True)
class Depart:
    etapes: tuple
    transmission: bool = True
    agenda: bool = True
    cercle: bool = True


LOCALE, FEDERALE, SURETE = (
    SourceInformation.POLICE_LOCALE,
    SourceInformation.POLICE_FEDERALE,
    SourceInformation.SURETE,
)
DE_LA_SURETE = Depart((VALIDER, EVALUER, CONSENTEMENT, SOUMETTRE, TFL), cercle=False)
DEPARTS = {
    (Genre.RIR, LOCALE): Depart((VALIDER, EVALUER, APPORTS, TFL)),
    (Genre.RIR, FEDERALE): Depart((VALIDER, EVALUER, CONSENTEMENT, TFL)),
    (Genre.RIR, SURETE): DE_LA_SURETE,
    (Genre.PV, LOCALE): Depart((VALIDER, VERIFIER_PV, EVALUER, TFL)),
    (Genre.PV, FEDERALE): Depart((VALIDER, VERIFIER_PV, EVALUER, CONSENTEMENT, TFL)),
    (Genre.PV, SURETE): DE_LA_SURETE,
    (Genre.RAPPORT, LOCALE): Depart((VALIDER, EVALUER, APPORTS, TFL)),
    (Genre.RAPPORT, FEDERALE): Depart((VALIDER, EVALUER, CONSENTEMENT, TFL)),
    (Genre.RAPPORT, SURETE): DE_LA_SURETE,
    (Genre.SIGNALEMENT_PARTENAIRE, SourceInformation.PARTENAIRE): Depart(
        (
            ("valider", REFERENT, 2, "Dans les mots du partenaire, sans un mot de trop."),
            SOUMETTRE,
            ("repondre_signalant", REFERENT, 15, "Par une réponse codée, sans la suite donnée."),
        ),
        transmission=False,
    ),
}


@transaction.atomic
def charger() -> list[Circuit]:
    """Create the circuits of those pairs that have none yet, and return them; what people began since stays."""
    return [
        _ouvrir(genre, source, depart)
        for (genre, source), depart in DEPARTS.items()
        if not Circuit.objects.filter(genre=genre, source=source).exists()
    ]


def _ouvrir(genre, source, depart) -> Circuit:
    circuit = Circuit.objects.create(genre=genre, source=source)
    version = VersionCircuit.objects.create(
        circuit=circuit, numero=1, etat="en_vigueur", a_valider=True, note=NOTE, valable_du=timezone.now(),
        permet_transmission=depart.transmission, permet_agenda=depart.agenda, permet_cercle=depart.cercle,
    )  # fmt: skip
    for ordre, (acte, role, jours, consigne) in enumerate(depart.etapes, 1):
        EtapeCircuit.objects.create(
            version_circuit=version, ordre=ordre, acte=acte, role=role, delai_jours=jours, consigne=consigne
        )
    return circuit
