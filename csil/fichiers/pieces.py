"""Files that people join: what is accepted, said in a sentence; and how they are given back, never opened by the page.

An allow-list. The name says what the file is, the content must agree: puremagic alone believes the name of what is zipped,
so office documents are looked into; those that carry macros are refused.
"""

import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any, NamedTuple
from zipfile import BadZipFile, ZipFile

import puremagic
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.utils.http import content_disposition_header

MO = 1_000_000
OOXML = "application/vnd.openxmlformats-officedocument."
ODF = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class Genre:
    """A kind of file: what people call it, the endings of its names, its MIME type, and what proves it inside a zip."""

    nom: str
    suffixes: tuple[str, ...]
    mime: str
    # Office Open XML: the folder of its main part. OpenDocument says its MIME type itself.
    dossier: str = ""


PDF = Genre("PDF", (".pdf",), "application/pdf")
DOCX = Genre("Word (DOCX)", (".docx",), OOXML + "wordprocessingml.document", "word/")
XLSX = Genre("Excel (XLSX)", (".xlsx",), OOXML + "spreadsheetml.sheet", "xl/")
PPTX = Genre("PowerPoint (PPTX)", (".pptx",), OOXML + "presentationml.presentation", "ppt/")
ODT = Genre("texte OpenDocument (ODT)", (".odt",), ODF + "text")
ODS = Genre("tableur OpenDocument (ODS)", (".ods",), ODF + "spreadsheet")
ODP = Genre("présentation OpenDocument (ODP)", (".odp",), ODF + "presentation")
PNG = Genre("image PNG", (".png",), "image/png")
JPEG = Genre("image JPEG", (".jpg", ".jpeg"), "image/jpeg")
TXT = Genre("texte simple (TXT)", (".txt",), "text/plain")
GENRES = (PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG, TXT)


class FichierVerifie(NamedTuple):
    """A file that may be kept: a name without surprises, the MIME type that the content proved, the bytes."""

    nom: str
    genre: str
    octets: bytes


def verifier_fichier(
    fichier: Any, *, genres: tuple[Genre, ...] = GENRES, taille_max: int = 10 * MO
) -> FichierVerifie:
    """Check an uploaded file, and give what may be kept of it; `taille_max` in bytes.

    Raises ValidationError with a sentence for the person.
    """
    nom = nettoyer_nom(fichier.name)
    if not fichier.size:
        raise ValidationError(f"Le fichier « {nom} » est vide.")
    if fichier.size > taille_max:
        raise ValidationError(
            f"Le fichier « {nom} » pèse {_en_mo(fichier.size)} Mo ; il peut en peser {_en_mo(taille_max)} au plus."
        )
    suffixe = PurePosixPath(nom).suffix.lower()
    genre = next((g for g in genres if suffixe in g.suffixes), None)
    if genre is None:
        permis = ", ".join(g.nom for g in genres)
        raise ValidationError(f"Le fichier « {nom} » n’est pas d’un type accepté : {permis}.")
    fichier.seek(0)
    octets = fichier.read()
    if not _est_bien(genre, nom, octets):
        raise ValidationError(
            f"Le contenu du fichier « {nom} » n’est pas celui d’un fichier {genre.nom} ordinaire. Ouvrez-le, "
            "enregistrez-le de nouveau dans ce format, sans macros ni mot de passe, puis réessayez."
        )
    return FichierVerifie(nom, genre.mime, octets)


def nettoyer_nom(nom: str, longueur: int = 120) -> str:
    """Take from a name its path, invisible characters (some turn the ending around) and what a system forbids."""
    nom = unicodedata.normalize("NFC", nom or "").replace("\\", "/").rsplit("/", 1)[-1]
    nom = "".join(" " if c in '<>:"|?*' else c for c in nom if unicodedata.category(c)[0] != "C")
    nom = " ".join(nom.split()).strip(". ") or "fichier"
    chemin = PurePosixPath(nom)
    return chemin.stem[: longueur - len(chemin.suffix)].rstrip() + chemin.suffix.lower()


def reponse_fichier(nom: str, genre: str, octets: bytes) -> HttpResponse:
    """Give a file back to be saved, never shown in the page, guessed at or kept in a cache (R73)."""
    return HttpResponse(
        octets,
        content_type=genre,
        headers={
            "Content-Disposition": content_disposition_header(True, nom),
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


def _est_bien(genre: Genre, nom: str, octets: bytes) -> bool:
    if genre is TXT:
        return _est_du_texte(octets)
    if genre.mime.startswith((OOXML, ODF)):
        return _est_un_document(genre, octets)
    try:
        meilleur = puremagic.magic_string(octets, nom)[0]
    except (puremagic.PureError, IndexError, ValueError):
        return False
    return meilleur.extension in genre.suffixes and meilleur.confidence > 0.5


def _est_du_texte(octets: bytes) -> bool:
    for codage in ("utf-8-sig", "cp1252"):
        try:
            texte = octets.decode(codage)
        except UnicodeDecodeError:
            continue
        return not any(unicodedata.category(c) == "Cc" and c not in "\t\n\r\f" for c in texte)
    return False


def _est_un_document(genre: Genre, octets: bytes) -> bool:
    """Say whether it is an office document of this kind, that can be read and runs nothing."""
    try:
        with ZipFile(BytesIO(octets)) as archive:
            noms = set(archive.namelist())
            if any(
                nom.rsplit("/", 1)[-1].lower() == "vbaproject.bin" or nom.startswith("Basic/") for nom in noms
            ):
                return False
            if genre.dossier:
                return "[Content_Types].xml" in noms and any(nom.startswith(genre.dossier) for nom in noms)
            return (
                archive.getinfo("mimetype").file_size < 200
                and archive.read("mimetype").decode() == genre.mime
            )
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, UnicodeDecodeError, ValueError):
        return False


def _en_mo(octets: int) -> str:
    """Write a weight in megabytes, « 12,4 », « 10 », never less than what it is weighed against."""
    return f"{octets / MO:.1f}".removesuffix(".0").replace(".", ",")
