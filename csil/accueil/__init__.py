from csil.accueil.registre import (
    Nouveaute,
    RendezVous,
    Tache,
    enregistrer_nouveautes,
    enregistrer_rendez_vous,
    enregistrer_taches,
    nouveautes,
    rendez_vous,
    taches,
)

__all__ = [
    "Nouveaute",
    "RendezVous",
    "Tache",
    "enregistrer_nouveautes",
    "enregistrer_rendez_vous",
    "enregistrer_taches",
    "nouveautes",
    "rendez_vous",
    "taches",
]
