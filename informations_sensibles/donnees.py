"""The first contents of the Cellule's reference tables: sectors, sentences that may be answered, categories of data, bases on
which a partner’s person may speak, purposes and laws of a transmission.
"""

from informations_sensibles.commun.models import CategorieDonnee, PourQui, ReponseType
from informations_sensibles.secteurs.models import Secteur
from informations_sensibles.signaler.models import BaseParole
from informations_sensibles.transmissions.models import BaseLegale, But, Finalite

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
REPONSES_PARTENAIRES = [
    "Ce que vous avez signalé est reçu et sera examiné. Merci.",
    "Ce que vous avez signalé a été examiné et traité. Nous ne pouvons pas en dire davantage.",
    "Ce que vous avez signalé a été examiné. Il n’appelle pas de suite de notre part.",
    "Un retour sur ce que vous avez signalé n’est pas possible. Merci de l’avoir fait.",
    "Ce que vous avez signalé ne relève pas de la Cellule. Votre service reste le mieux placé.",
    "Pour une situation de ce genre, appelez d’abord le 112 ou la police. Merci de nous l’avoir signalée.",
]
# Basis, what it asks for, code of the legal reference: each to be validated by a lawyer
BASES = [
    ("La personne le sait et l’accepte", "Ou son parent, si elle est trop jeune pour en juger.", ""),
    ("Une concertation de cas le permet", "Celle à laquelle vous participez, pour son but.", "secret_concertation"),
    ("Un danger grave et proche, que rien d’autre n’écarte", "Le plus petit écart au secret qui suffise.", "secret_professionnel"),
    ("Un texte qui vaut pour mon service le prévoit", "Pour le personnel que ce texte vise.", "decret_communaute"),
    ("Je ne suis pas tenu au secret professionnel", "Le devoir de discrétion demeure : mon responsable est d’accord.", ""),
]  # fmt: skip
# (purpose, its law); the two of article 458ter, and no other
FINALITES = [(But.TERRORISME, "secret_concertation"), (But.INTEGRITE, "secret_concertation")]
BASES_LEGALES = [
    ("Mission de la CSIL : prévenir le radicalisme et le terrorisme", "csil"),
    ("Concertation de cas", "secret_concertation"),
    ("Traitement de données lors d’une concertation de cas", "donnees_concertation"),
]


def initialiser(**kwargs):
    """Fill each table that is empty, after every migrate; what people changed since stays."""
    if not Secteur.objects.exists():
        for nom, code in SECTEURS:
            Secteur.objects.create(nom=nom, code=code)
    for pour, phrases in ((PourQui.CONTEXTUEL, REPONSES), (PourQui.PARTENAIRE, REPONSES_PARTENAIRES)):
        if not ReponseType.objects.filter(pour=pour).exists():
            for ordre, phrase in enumerate(phrases, 1):
                ReponseType.objects.create(phrase=phrase, ordre=ordre, pour=pour)
    if not CategorieDonnee.objects.exists():
        for rang, libelle in enumerate(CATEGORIES, 1):
            CategorieDonnee.objects.create(libelle=libelle, ordre=rang * 10)
    if not BaseParole.objects.exists():
        for ordre, (libelle, precision, reference) in enumerate(BASES, 1):
            BaseParole.objects.create(libelle=libelle, precision=precision, reference=reference, ordre=ordre)
    if not Finalite.objects.exists():
        for ordre, (but, loi) in enumerate(FINALITES, 1):
            Finalite.objects.create(but=but, libelle=but.label, loi=loi, ordre=ordre)
    if not BaseLegale.objects.exists():
        for ordre, (libelle, loi) in enumerate(BASES_LEGALES, 1):
            BaseLegale.objects.create(libelle=libelle, loi=loi, ordre=ordre)
