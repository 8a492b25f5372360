"""Files that people join: the name and the content must agree, and they are given back to be saved only."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from csil.fichiers import DOCX, GENRES, MO, PDF, nettoyer_nom, reponse_fichier, verifier_fichier
from csil.fichiers.exports import en_xlsx

VRAI_PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF"


def archive(*noms, mimetype=None) -> bytes:
    octets = BytesIO()
    with ZipFile(octets, "w") as fichier:
        if mimetype:
            fichier.writestr("mimetype", mimetype)
        for nom in noms:
            fichier.writestr(nom, "x")
    return octets.getvalue()


def image(genre) -> bytes:
    from PIL import Image

    octets = BytesIO()
    Image.new("RGB", (4, 4), "teal").save(octets, genre)
    return octets.getvalue()


WORD = archive("[Content_Types].xml", "word/document.xml")
OPEN = "application/vnd.oasis.opendocument."
BONS = {
    "ordre du jour.pdf": VRAI_PDF,
    "ORDRE.PDF": VRAI_PDF,
    "note.docx": WORD,
    "budget.xlsx": en_xlsx("budget", ["a"], [["b"]]).content,
    "exposé.pptx": archive("[Content_Types].xml", "ppt/presentation.xml"),
    "note.odt": archive("content.xml", mimetype=OPEN + "text"),
    "budget.ods": archive("content.xml", mimetype=OPEN + "spreadsheet"),
    "exposé.odp": archive("content.xml", mimetype=OPEN + "presentation"),
    "plan.png": image("PNG"),
    "photo.jpeg": image("JPEG"),
    "photo.jpg": image("JPEG"),
    "lettre.txt": "Été à Liège\r\n".encode(),
    "vieille lettre.txt": "Été à Liège".encode("cp1252"),
}
MAUVAIS = {
    "programme.pdf": b"MZ\x90\0" + b"\0" * 60,
    "page.pdf": b"<html><script>alert(1)</script>",
    "photo.png": image("JPEG"),
    "image.jpg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='x'/>",
    "archive.docx": archive("n'importe quoi"),
    "tableur.docx": archive("[Content_Types].xml", "xl/workbook.xml"),
    "macros.docx": archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
    "note.odt": archive("content.xml", mimetype=OPEN + "presentation"),
    "macros.odt": archive("content.xml", "Basic/Standard/Module1.xml", mimetype=OPEN + "text"),
    "tronqué.docx": WORD[:40],
    "binaire.txt": b"texte\0" * 9,
}


def deposer(nom, octets, **options):
    return verifier_fichier(SimpleUploadedFile(nom, octets), **options)


@pytest.mark.parametrize("nom", BONS)
def test_ce_qui_est_accepte(nom):
    fichier = deposer(nom, BONS[nom])
    assert fichier.octets == BONS[nom] and "/" in fichier.genre
    assert fichier.nom.casefold() == nom.casefold()


@pytest.mark.parametrize("nom", MAUVAIS)
def test_le_contenu_doit_etre_celui_que_le_nom_dit(nom):
    with pytest.raises(ValidationError, match="Le contenu du fichier"):
        deposer(nom, MAUVAIS[nom])


@pytest.mark.parametrize("nom", ["a.exe", "a.docm", "a.html", "a.svg", "sans suffixe", "a.pdf.js", "a.zip"])
def test_un_type_hors_de_la_liste_est_refuse_en_mots(nom):
    with pytest.raises(ValidationError, match=r"type accepté : PDF, Word \(DOCX\)\."):
        deposer(nom, VRAI_PDF, genres=(PDF, DOCX))


def test_trop_lourd_ou_vide():
    with pytest.raises(ValidationError, match="pèse 2,5 Mo ; il peut en peser 2 au plus"):
        deposer("a.txt", b"a" * 2_500_000, taille_max=2 * MO)
    with pytest.raises(ValidationError, match="est vide"):
        deposer("a.txt", b"")


@pytest.mark.parametrize(
    ("sale", "propre"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Documents\\Note.TXT", "Note.txt"),
        ("facture\u202efdp.exe", "facturefdp.exe"),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ('guillemets "<b>".pdf', "guillemets b.pdf"),
        ("...", "fichier"),
        ("", "fichier"),
        ("é" * 300 + ".pdf", "é" * 116 + ".pdf"),
    ],
)
def test_les_noms_sont_sans_surprise(sale, propre):
    assert nettoyer_nom(sale) == propre


def test_rien_ne_s_ouvre_dans_la_page(db):
    reponse = reponse_fichier("Compte rendu du 1er été.pdf", "application/pdf", VRAI_PDF)
    assert reponse["Content-Disposition"] == (
        "attachment; filename*=utf-8''Compte%20rendu%20du%201er%20%C3%A9t%C3%A9.pdf"
    )
    assert reponse["X-Content-Type-Options"] == "nosniff" and reponse["Cache-Control"] == "no-store"
    assert reponse["Content-Type"] == "application/pdf" and reponse.content == VRAI_PDF
    for genre in GENRES:
        assert reponse_fichier("a", genre.mime, b"")["Content-Disposition"].startswith("attachment")
