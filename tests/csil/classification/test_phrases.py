"""The detection table of classification markings: what blocks, what warns, what says nothing (R29)."""

import time

import pytest

from csil.classification import reperer
from csil.classification.champs import Marquage, marquages_admis

BLOQUENT = [
    # Belgian, in French and in Dutch
    ("La note est classée SECRET.", "texte.be"),
    ("RESTREINT", "texte.be"),
    ("CONFIDENTIEL", "texte.be"),
    ("TRÈS SECRET", "texte.be"),
    ("TRES SECRET", "texte.be"),
    ("Pièce TRÈS  SECRET reçue hier", "texte.be"),
    ("Un rapport Très Secret de l’OCAM", "texte.be"),
    ("CONFIDENTIEL (LOI DU 11.12.1998)", "texte.be"),
    ("SECRET – Loi 11/12/1998", "texte.be"),
    ("BEPERKT", "texte.nl"),
    ("Het verslag is VERTROUWELIJK.", "texte.nl"),
    ("GEHEIM (WET 11.12.1998)", "texte.nl"),
    ("ZEER GEHEIM", "texte.nl"),
    # headings, in any case
    ("Secret\nNote sur le quartier", "texte.be"),
    ("Note\n- confidentiel -\nLe club", "texte.be"),
    ("restreint", "texte.be"),
    ("très secret", "texte.be"),
    ("*** Confidentiel ***", "texte.be"),
    # the old mention, until it is opened
    ("DIFFUSION RESTREINTE", "texte.mention"),
    ("Note en Diffusion Restreinte", "texte.mention"),
    ("BEPERKTE VERSPREIDING", "texte.mention"),
    # European Union
    ("RESTREINT UE", "texte.ue"),
    ("RESTREINT UE/EU RESTRICTED", "texte.ue"),
    ("Note EU RESTRICTED du Conseil", "texte.ue"),
    ("CONFIDENTIEL UE/EU CONFIDENTIAL", "texte.ue"),
    ("un document Secret UE", "texte.ue"),
    ("TRÈS SECRET UE/EU TOP SECRET", "texte.ue"),
    ("marqué R-UE/EU-R", "texte.ue"),
    ("Document C-UE", "texte.ue"),
    ("EU-S", "texte.ue"),
    ("TS-UE/EU-TS", "texte.ue"),
    # NATO
    ("NATO RESTRICTED", "texte.otan"),
    ("une note NATO Confidential", "texte.otan"),
    ("NATO SECRET", "texte.otan"),
    ("SECRET OTAN", "texte.otan"),
    ("OTAN DIFFUSION RESTREINTE", "texte.otan"),
    ("COSMIC TOP SECRET", "texte.otan"),
    ("COSMIC TRÈS SECRET OTAN", "texte.otan"),
    ("NAVO GEHEIM", "texte.otan"),
    ("ATOMAL", "texte.otan"),
    ("Un message classifié NS.", "texte.otan"),
    ("de niveau CTS", "texte.otan"),
    ("NR\nRapport", "texte.otan"),
    # neighbours
    ("VS-NfD", "texte.de"),
    ("VS – NUR FÜR DEN DIENSTGEBRAUCH", "texte.de"),
    ("STRENG GEHEIM", "texte.de"),
    ("SECRET DÉFENSE", "texte.defense"),
    ("TOP SECRET", "texte.en"),
    ("RESTRICTED", "texte.en"),
    ("CONFIDENTIAL: memo", "texte.en"),
    # a heading in the middle of ordinary text, or of capitals
    ("CONFIDENTIEL - NOTE POUR LE BOURGMESTRE DE LA VILLE", "texte.be"),
    ("NOTE AU BOURGMESTRE DE LIÈGE (SECRET)", "texte.be"),
    ("NOTE AU CHEF DE CORPS\nSECRET\nLE CLUB A CHANGÉ DE SALLE", "texte.be"),
    ("LE RAPPORT NATO SECRET EST ARRIVÉ CE MATIN", "texte.otan"),
    # tricks
    ("S E C R E T", "texte.espace"),
    ("S.E.C.R.E.T.", "texte.espace"),
    ("C-O-N-F-I-D-E-N-T-I-E-L", "texte.espace"),
    ("T R È S   S E C R E T", "texte.espace"),
    ("R\nE\nS\nT\nR\nE\nI\nN\nT", "texte.espace"),
    ("SЕCRЕT", "texte.be"),  # Cyrillic Е
    ("ΝΑΤΟ SECRET", "texte.otan"),  # Greek letters
    ("S\u200bE\u200bC\u200bRET", "texte.be"),
    ("SEC\u00adRET", "texte.be"),
    ("ＳＥＣＲＥＴ", "texte.be"),  # wide letters
    ("𝐒𝐄𝐂𝐑𝐄𝐓", "texte.be"),  # mathematical letters
    ("S3CRET", "texte.be"),
    ("C0NF1DENTIEL", "texte.be"),
    ("CONFIDEN-\nTIEL", "texte.be"),
    ("<p><strong>SE</strong>CRET</p>", "texte.be"),
    ("TR&Egrave;S&nbsp;SECRET", "texte.be"),
    ("note_SECRET_2026", "texte.be"),
]

AVERTISSENT = [
    ("Un entretien confidentiel avec la famille.", "confidentiel"),
    ("Merci de garder cette adresse confidentielle.", "confidentiel"),
    ("Il garde le secret sur ses fréquentations.", "secret"),
    ("Secret de ses voyages, dit-il.", "secret"),
    ("Il parle d’un document top secret.", "top secret"),
    ("Un jeune très secret sur sa vie.", "très secret"),
    ("une note en diffusion restreinte", "diffusion restreinte"),
    ("un document restreint ue", "marquage de l’Union européenne"),
    ("il cite une note nato secret", "marquage de l’OTAN"),
    ("een vertrouwelijk gesprek", "vertrouwelijk"),
    ("hij houdt het geheim", "geheim"),
    ("Rappel du SECRET PROFESSIONNEL.", "secret"),
    ("Réunion en COMITÉ RESTREINT.", "restreint"),
    ("INFORMATIONS CONFIDENTIELLES À NE PAS DIFFUSER", "confidentiel"),
    ("LE PERSONNEL EST TENU AU SECRET PROFESSIONNEL", "secret"),
    ("L’ENTRETIEN AVEC LA FAMILLE EST CONFIDENTIEL", "confidentiel"),
    ("LE JEUNE EST TRÈS SECRET SUR SES AMIS", "très secret"),
    ("Document classifié au sens de la loi du 11 décembre 1998.", "loi du 11 décembre 1998"),
]

SE_TAISENT = [
    "",
    "Le secret professionnel protège l’entretien.",
    "Personne n’était dans le secret.",
    "Le secret de l’instruction s’impose.",
    "Le secret médical et le secret partagé.",
    "Un comité restreint se réunit demain.",
    "Le nombre de places est restreint.",
    "Un budget restreint.",
    "de plaatsen zijn beperkt",
    "La confidentialité des échanges.",
    "Le secrétariat de la secrétaire.",
    "SECRÉTARIAT DU BOURGMESTRE",
    "La gare SNCB et le réseau NS.",
    "La loi du 11 décembre 1998 a été modifiée.",
    "L’Union européenne cofinance ; l’OTAN n’est pas concernée.",
    "La référence CSIL2026-S3 et la salle R5.",
    "SEUL LE CLUB DE QUARTIER EST OUVERT LE MERCREDI",
    "L’E.S.P.A.C.E. Jeunes",
]


@pytest.mark.parametrize(("phrase", "regle"), BLOQUENT)
def test_un_marquage_bloque(phrase, regle):
    (premiere, *_) = reperer(phrase)
    assert premiere.bloque and premiere.regle == regle


@pytest.mark.parametrize(("phrase", "mot"), AVERTISSENT)
def test_l_usage_ordinaire_avertit(phrase, mot):
    assert [(mention.mot, mention.bloque) for mention in reperer(phrase)] == [(mot, False)]


@pytest.mark.parametrize("phrase", SE_TAISENT)
def test_le_reste_ne_dit_rien(phrase):
    assert reperer(phrase) == []


@pytest.mark.parametrize(
    ("nom", "bloque"),
    [
        ("SECRET_note.pdf", True),
        ("2026-11-24 CONFIDENTIEL.docx", True),
        ("nato_secret.pdf", True),
        ("restreint-ue.docx", True),
        ("diffusion_restreinte.pdf", True),
        ("note-confidentielle.pdf", False),
        ("secret.pdf", False),
    ],
)
def test_les_noms_de_fichier(nom, bloque):
    (premiere, *_) = reperer(nom, fichier=True)
    assert premiere.bloque is bloque and premiere.regle.startswith("fichier.")


@pytest.mark.parametrize("nom", ["ordre-du-jour.pdf", "secret professionnel.pdf", "Secrétariat 2026.xlsx"])
def test_les_noms_de_fichier_ordinaires(nom):
    assert reperer(nom, fichier=True) == []


def test_l_ancienne_mention_une_fois_ouverte(settings):
    settings.CSIL_DIFFUSION_RESTREINTE = True
    assert [mention.bloque for mention in reperer("DIFFUSION RESTREINTE")] == [False]
    assert reperer("OTAN DIFFUSION RESTREINTE")[0].bloque  # a level of NATO, not the mention
    assert marquages_admis() == {Marquage.AUCUN, Marquage.DIFFUSION_RESTREINTE}


def test_ce_que_la_ville_ajoute(settings):
    settings.CSIL_EXPRESSIONS_ORDINAIRES = ["secret du vote"]
    assert reperer("Le secret du vote.") == []
    settings.CSIL_MARQUAGES = ["DOCUMENT RÉSERVÉ"]
    assert [(m.regle, m.bloque) for m in reperer("DOCUMENT RÉSERVÉ à lire")] == [("texte.ajout", True)]
    assert not reperer("un document réservé")[0].bloque


def test_une_mention_ne_contient_rien_du_texte():
    (mention,) = reperer("La note SECRET parle du quartier.")
    assert "quartier" not in repr(mention)


@pytest.mark.parametrize(
    "morceau",
    [
        "SECRET ",
        "secret ",
        "un secret professionnel ",
        "NATO SECRET\n",
        "S E C R E ",
        "TRÈS ",
        "a ",
        "<p",
        "S.",
        "DIFFUSION ",
        "9" * 30 + "A ",
    ],
)
def test_un_long_texte_ne_fait_pas_attendre(morceau):
    texte = morceau * (100_000 // len(morceau))
    debut = time.process_time()
    reperer(texte)
    assert time.process_time() - debut < 3
