"""What the Cellule holds from its first migrate: the first sectors, the sentences that may be answered, the categories.

Added while the tables are empty, after every migrate; what people changed since stays.
"""

from informations_sensibles.models import CategorieDonnee, ReponseType, Secteur

SECTEURS = [("TEC", "tec"), ("Hôpitaux", "hopitaux"), ("Écoles", "ecoles")]
REPONSES = [
    "Votre signalement contextuel a été reçu et examiné. Merci.",
    "Votre signalement contextuel a été examiné et a reçu une suite. Nous ne pouvons pas en dire davantage.",
    "Votre signalement contextuel a été examiné. Il n’appelle pas de suite de notre part.",
    "Le sujet sera abordé avec les partenaires de manière générale, sans citer votre service.",
    "Le sujet ne relève pas de la Cellule. Votre point de contact police peut vous orienter.",
    "Pour une situation de ce genre, appelez d’abord le 112 ou la police. Merci de nous en avoir informés.",
    "Le processus de communication de votre secteur prévoit ce cas : merci de le suivre.",
]
# As far as the law of 8 January 2026 could be read: to be validated and completed by the data protection officer (R21).
CATEGORIES = [
    "Coordonnées",
    "Profession, compétences, formation",
    "Situation personnelle : âge, état civil, séjour",
    "Dettes et solvabilité",
    "Mode de vie, loisirs, contexte social",
    "Faits et comportements observés",
]


def initialiser(**kwargs):
    if not Secteur.objects.exists():
        for nom, code in SECTEURS:
            Secteur.objects.create(nom=nom, code=code)
    if not ReponseType.objects.exists():
        for ordre, phrase in enumerate(REPONSES, 1):
            ReponseType.objects.create(phrase=phrase, ordre=ordre)
    if not CategorieDonnee.objects.exists():
        for rang, libelle in enumerate(CATEGORIES, 1):
            CategorieDonnee.objects.create(libelle=libelle, ordre=rang * 10)
