"""What the guard sees in a sentence, and what it leaves alone. Every number and name here is invented."""

import time

import pytest

from csil.garde import Genre, reperer
from csil.garde.reperes import chiffres_significatifs, en_mots

RN, NE, TEL = Genre.REGISTRE_NATIONAL, Genre.NAISSANCE, Genre.TELEPHONE
MAIL, PLAQUE, AGE = Genre.COURRIEL, Genre.PLAQUE, Genre.INITIALES

TROUVES = [
    # national register numbers: before and since 2000, bis, in every usual spelling
    ("Numéro national 85.07.30-033.28 au dossier.", RN, "85.07.30-033.28"),
    ("NISS : 85073003328", RN, "85073003328"),
    ("85 07 30 033 28", RN, "85 07 30 033 28"),
    ("NN850730-03328 ", RN, "850730-03328"),
    ("RN 85.07.30.033.28.", RN, "85.07.30.033.28"),
    ("85/07/30-033/28", RN, "85/07/30-033/28"),
    ("85.07.30 - 033.28", RN, "85.07.30 - 033.28"),
    ("Son numéro est 01.05.03-001.91, dit-elle.", RN, "01.05.03-001.91"),
    ("85.07.30–033.28", RN, "85.07.30–033.28"),  # an en dash
    ("85.07.30\u202f-\u202f033.28", RN, "85.07.30\u202f-\u202f033.28"),
    ("8\u200b5.07.30-033.28", RN, "8\u200b5.07.30-033.28"),
    ("８５.07.30-033.28", RN, "８５.07.30-033.28"),  # wide figures
    ("85.27.30-033.71", RN, "85.27.30-033.71"),  # a number bis
    # birth dates
    ("Il est né le 3 mai 2001.", NE, "né le 3 mai 2001"),
    ("Née à Liège le 03/05/2001", NE, "Née à Liège le 03/05/2001"),
    ("né(e) le 3.5.01", NE, "né(e) le 3.5.01"),
    ("née à Bruxelles (Ixelles), le 1er décembre 1999", NE, "née à Bruxelles (Ixelles), le 1er décembre 1999"),
    ("Date de naissance : 2001-05-03", NE, "Date de naissance : 2001-05-03"),
    ("D.N. : 03-05-2001", NE, "D.N. : 03-05-2001"),
    ("DDN 03/05/2001", NE, "DDN 03/05/2001"),
    ("°03/05/2001", NE, "°03/05/2001"),
    ("° Seraing 3/5/2001", NE, "° Seraing 3/5/2001"),
    ("geboren te Luik op 03.05.2001", NE, "geboren te Luik op 03.05.2001"),
    ("NE LE 03/05/2001", NE, "NE LE 03/05/2001"),
    ("Un garçon né en mai 2001", NE, "né en mai 2001"),
    ("le jeune (03/05/2009, 17 ans) suit l’atelier", NE, "03/05/2009, 17 ans"),
    ("17 ans (03/05/2009)", NE, "17 ans (03/05/2009"),
    ("03/05/2001 (date de naissance)", NE, "03/05/2001 (date de naissance"),
    ("les jumeaux, nés le 3 mai 2001", NE, "nés le 3 mai 2001"),
    # telephones
    ("Appelez le 0475 12 34 56.", TEL, "0475 12 34 56"),
    ("GSM 0475/12.34.56", TEL, "0475/12.34.56"),
    ("0475123456", TEL, "0475123456"),
    ("0475.123.456", TEL, "0475.123.456"),
    ("+32 475 12 34 56", TEL, "+32 475 12 34 56"),
    ("+32(0)475123456", TEL, "+32(0)475123456"),
    ("0032 475 123 456", TEL, "0032 475 123 456"),
    ("Son fixe : 04 221 00 00", TEL, "04 221 00 00"),
    ("04/221.00.00", TEL, "04/221.00.00"),
    ("085/21 12 34", TEL, "085/21 12 34"),
    ("02-345-67-89", TEL, "02-345-67-89"),
    ("(04) 221 00 00", TEL, "(04) 221 00 00"),
    ("+33 6 12 34 56 78", TEL, "+33 6 12 34 56 78"),
    # e-mails
    ("Écrire à prenom.nom@exemple.be", MAIL, "prenom.nom@exemple.be"),
    ("K.D+club@mail.exemple.org", MAIL, "K.D+club@mail.exemple.org"),
    ("nom(at)exemple.be", MAIL, "nom(at)exemple.be"),
    ("nom [at] exemple.be", MAIL, "nom [at] exemple.be"),
    # plates
    ("Une voiture 1-ABC-123", PLAQUE, "1-ABC-123"),
    ("plaque 2-xyz-987", PLAQUE, "2-xyz-987"),
    ("1 ABC 123", PLAQUE, "1 ABC 123"),
    ("1ABC123", PLAQUE, "1ABC123"),
    ("l’ancienne plaque ABC-123", PLAQUE, "plaque ABC-123"),
    ("ABC-123", PLAQUE, "ABC-123"),
    ("123-ABC", PLAQUE, "123-ABC"),
    ("immatriculée en France AB-123-CD", PLAQUE, "immatriculée en France AB-123-CD"),
    # initials with an age
    ("M. K., 17 ans, ne vient plus.", AGE, "M. K., 17 ans"),
    ("A.B. (16 ans)", AGE, "A.B. (16 ans"),
    ("le jeune K.D., âgé de 15 ans", AGE, "K.D., âgé de 15 ans"),
    ("Y. a 17 ans", AGE, "Y. a 17 ans"),
    ("Karim D., 17 ans", AGE, "Karim D., 17 ans"),
    ("MK (16 ans)", AGE, "MK (16 ans"),
    ("un garçon de 15 ans, K.D.", AGE, "15 ans, K.D."),
    ("É.-L., 14 ans", AGE, "É.-L., 14 ans"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "genre", "passage"), TROUVES)
def test_ce_qui_designe_une_personne_est_vu(phrase, genre, passage):
    (repere,) = reperer(phrase)
    assert (repere.genre, repere.passage) == (genre, passage)
    assert phrase[repere.debut : repere.fin] == passage
    assert repere.bloque is (genre == RN)


LAISSES = [
    "",
    "La prochaine réunion a lieu le 24 novembre 2026 à 14 h 00.",
    "Réunion du 24/11/2026, salle 204.",
    "Le projet est né le 3 mai 2019.",
    "L’ASBL, née le 3 mai 1999, compte dix personnes.",
    "Une initiative née de la réunion du 24 novembre 2026.",
    "Né d’une rencontre le 24/11/2026, le groupe se réunit chaque mois.",
    "Le bilan du 31/12/2025 fête les 10 ans de la CSIL.",
    "La naissance du projet remonte à 2019.",
    "Il est né en 2001.",
    "De 08.30 à 12.30 et de 13.30 à 17.00.",
    "Ouvert de 08:00 à 17:30, le samedi de 09.00 à 12.00.",
    "Le budget est de 45 000 €, dont 12.500,50 € de l’Union européenne.",
    "Coût : 04 000 €.",
    "Article 458ter du Code pénal.",
    "La loi du 30.07.2018 (M.B. 14.09.2018).",
    "La directive 2016/680 et le règlement (UE) 2016/679.",
    "Rue Lambert-le-Bègue 23, 4000 Liège.",
    "4000 Liège, 4020 Liège, 4030 Grivegnée.",
    "ISBN 978-2-07-036822-8.",
    "ISSN 0317-8471",
    "Le bus TEC 48 et la ligne 1.",
    "Ligne 2 TEC 148 vers Seraing.",
    "BE68 5390 0754 7034",
    "Compte BE68539007547034",
    "BCE 0206.653.946",
    "TVA BE 0459.123.456",
    "Numéro d’entreprise : 0459.123.456",
    "+++090/9337/55493+++",
    "85.07.30-033.29 n’est pas valable.",  # wrong check digits
    "85.13.30-033.28",  # no such month
    "1285073003328",  # inside other figures
    "850730033281",
    "0,85073003328",
    "Le 0800 12 345 est gratuit.",
    "Écoute-enfants : 103 ; urgences : 112.",
    "Le 078 15 15 15 répond la nuit.",
    "Une classe de 24 élèves de 15 à 17 ans.",
    "Les jeunes de 16 ans.",
    "La CSIL a 5 ans.",
    "M. le Bourgmestre, 20 ans de service.",
    "Mme D. a 12 ans d’expérience.",
    "S.A., 10 ans d’existence",
    "l’ASBL (10 ans d’activité)",
    "A.S.B.L. (10 ans)",
    "Voir ART-458 et ISO-900.",
    "Document COM-123 de la Commission.",
    "Salle B-204, bloc 3.",
    "La fréquentation passe de 120 à 145.",
    "Version 2.0.1 du 3 mai 2026.",
    "Le document 2026-11-24_ordre-du-jour.pdf.",
    "Points 1.2.3 et 1.2.4.",
    "Un taux de 17 % en 2025, 19 % en 2026.",
    "@ville de Liège",
    "Ni oui ni non.",
    "Le service ne le 24 novembre ne reçoit pas.",
    "Du 01/02/2026 au 30/06/2026, 045 places.",
    "Le 03/05/2026 30 personnes sont venues.",
    "Températures : 04 degrés à 07 h 30.",
]


@pytest.mark.parametrize("phrase", LAISSES)
def test_ce_qui_n_est_pas_une_personne_est_laisse(phrase):
    assert reperer(phrase) == []


def test_plusieurs_dans_l_ordre_du_texte():
    texte = "K.D., 17 ans, né le 3 mai 2009, 0475 12 34 56, kd@exemple.be, 1-ABC-123, 85.07.30-033.28."
    assert [repere.genre for repere in reperer(texte)] == [AGE, NE, TEL, MAIL, PLAQUE, RN]


def test_deux_ecritures_d_un_numero_ont_la_meme_valeur():
    ecritures = ("0475/12.34.56", "+32 475 12 34 56", "0032 (0)475 123 456", "0475123456")
    assert {chiffres_significatifs(ecriture) for ecriture in ecritures} == {"475123456"}
    assert chiffres_significatifs("04 221 00 00") == chiffres_significatifs("+32 4 221 00 00") == "42210000"


def test_le_plus_grave_l_emporte_quand_deux_se_croisent():
    (repere,) = reperer("né le 85.07.30-033.28")
    assert repere.genre == RN


def test_en_mots():
    reperes = reperer("0475 12 34 56, 0476 12 34 56, kd@exemple.be, 1-ABC-123")
    assert en_mots(reperes) == (
        "un numéro de téléphone, une adresse de courriel et une plaque d’immatriculation"
    )


@pytest.mark.parametrize(
    "morceau",
    [
        "Réunion du 24 novembre 2026, né ",
        "0" * 50 + " ",
        "a.b.c.d.e.",
        "(((((04",
        "1-ABC-12 ",
        "ans " * 5,
        "M. K., 17 ans ",
        "plaque a a a ",
        "né le 3 mai 2001 ",
        "0475 ",
        "A",
        "85.07.30-033.28 ",
        "a@a.",
        "né, " * 9,
    ],
)
def test_un_long_texte_ne_fait_pas_attendre(morceau):
    """100 000 signes, even unkind ones, in the time of a page."""
    texte = morceau * (100_000 // len(morceau))
    debut = time.process_time()
    reperer(texte)
    assert time.process_time() - debut < 3
