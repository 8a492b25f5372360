from csil.accueil.registre import Nouveaute, RendezVous, Tache, nouveautes, rendez_vous, taches

__all__ = ["Nouveaute", "RendezVous", "Tache", "nouveautes", "rendez_vous", "taches"]
