"""PDF documents, composed by typst from `*.typ` templates that stand beside the HTML ones.

Data goes in as JSON, so what people typed is never read as markup. Documents are tagged, in French, titled, and conform to
PDF/A-2a and PDF/UA-1: typst refuses to compile what would not be accessible. No font of the machine is used: ours (Open
Sans, the tool's voice) and the one that typst carries (Libertinus Serif, the record's).
"""

import json
import re
from functools import cache

import typst
from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone

from csil.texte.typographie import date_heure, espaces_insecables

GABARITS = settings.RACINE / "templates"
POLICES = settings.RACINE / "csil" / "polices"
NORMES = ["a-2a", "ua-1"]
GENRE = "application/pdf"
# Control characters, private ones, variants of emoji: PDF/A has no place for them.
INTERDITS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ue000-\uf8ff\ufe00-\ufe0f\U000e0000-\U0010ffff]"
)
# A character that no font of ours draws must not refuse a whole document: first all of it, then Europe’s scripts and signs,
# then Latin only.
SANS_DESSIN = "□"
LISIBLES = (
    re.compile("(?!)"),
    re.compile("[\u2e80-\U000dffff]"),
    re.compile("[\u0250-\u1fff\u20d0-\U000dffff]"),
)


def composer(gabarit: str, donnees: dict) -> bytes:
    """Compose a PDF. `gabarit`: path under `templates/`, such as « concertation/reunion/ordre_du_jour.typ ».

    The template begins with `#import "/pdf/commun.typ": *` and `#show: cadre`; `donnees` holds what `cadre()` gives
    below, and what the template itself reads as `donnees.…`.
    """
    entree = json.dumps(_preparer(donnees), cls=DjangoJSONEncoder, ensure_ascii=False)
    for lisible in LISIBLES:
        try:
            return _compiler(gabarit, lisible.sub(SANS_DESSIN, entree))
        except typst.TypstError as erreur:
            if "could not be displayed" not in erreur.message or lisible is LISIBLES[-1]:
                raise


def _compiler(gabarit, entree) -> bytes:
    return typst.compile(
        GABARITS / gabarit,
        root=GABARITS,
        font_paths=_polices(),
        sys_inputs={"donnees": entree},
        pdf_standards=NORMES,
        timestamp=timezone.now().replace(microsecond=0),
    )


def cadre(titre: str, *, lieu: str, lecteur, cercle: str) -> dict:
    """Give what every page of a document carries (R57): its place, who took it, when, who may read it.

    `lieu`: « maison », « concertation » or « cellule »; `lecteur`: a person, or words for whoever receives the document.
    """
    return {
        "titre": titre,
        "lieu": lieu,
        "commune": settings.CSIL_COMMUNE,
        "lu_par": str(lecteur),
        "lu_le": date_heure(timezone.now()),
        "cercle": cercle,
    }


@cache
def _polices() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, font_paths=[POLICES])


def _preparer(valeur):
    """Set in every text the spaces that French does not break, and leave out what has no place in a PDF."""
    if isinstance(valeur, dict):
        return {cle: _preparer(v) for cle, v in valeur.items()}
    if isinstance(valeur, list | tuple):
        return [_preparer(v) for v in valeur]
    return INTERDITS.sub("", espaces_insecables(str(valeur))) if isinstance(valeur, str) else valeur
