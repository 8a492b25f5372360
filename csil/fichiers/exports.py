"""Tables to take away, built whole before they are returned: a streamed one would be read after the name is gone."""

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any

import xlsxwriter
from django.http import HttpResponse

# What a spreadsheet would take for a formula at the start of a cell
DANGEREUX = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def en_csv(nom: str, entetes: Sequence[str], lignes: Iterable[Sequence[Any]]) -> HttpResponse:
    """Give a table for a French spreadsheet: semicolons, and a byte order mark so that accents are read."""
    texte = StringIO(newline="")
    redacteur = csv.writer(texte, delimiter=";", quoting=csv.QUOTE_ALL)
    redacteur.writerows([_inoffensif(valeur) for valeur in ligne] for ligne in (entetes, *lignes))
    return _piece("text/csv; charset=utf-8", f"{nom}.csv", texte.getvalue().encode("utf-8-sig"))


def en_xlsx(nom: str, entetes: Sequence[str], lignes: Iterable[Sequence[Any]]) -> HttpResponse:
    """Give a table whose cells are all strings: nothing is ever computed, and nothing becomes a link."""
    octets = BytesIO()
    with xlsxwriter.Workbook(octets, {"in_memory": True}) as classeur:
        feuille = classeur.add_worksheet(nom[:31])
        gras, texte = (
            classeur.add_format({"bold": True}),
            classeur.add_format({"text_wrap": True, "valign": "top"}),
        )
        for rang, ligne in enumerate((entetes, *lignes)):
            for colonne, valeur in enumerate(ligne):
                feuille.write_string(rang, colonne, _en_texte(valeur), texte if rang else gras)
        feuille.freeze_panes(1, 1)
        feuille.set_column(0, len(entetes) - 1, 28)
    return _piece(XLSX, f"{nom}.xlsx", octets.getvalue())


def _en_texte(valeur: Any) -> str:
    return "" if valeur is None else str(valeur)


def _inoffensif(valeur: Any) -> str:
    """Put an apostrophe before what would be run as a formula (CSV has no type to say « this is text »)."""
    texte = _en_texte(valeur)
    return f"'{texte}" if texte.lstrip(" ").startswith(DANGEREUX) else texte


def _piece(genre: str, nom: str, octets: bytes) -> HttpResponse:
    return HttpResponse(
        octets, content_type=genre, headers={"Content-Disposition": f'attachment; filename="{nom}"'}
    )
