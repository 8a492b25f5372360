from concertation.reunions.models.reunion import Etat, Reunion

__all__ = [
    "Etat",
    "Reunion",
]
