"""The contrasts that static/css/jetons.css promises, in light and in dark (charte: text 7:1, everything else 4.5:1)."""

import re

from django.conf import settings

JETONS = settings.RACINE / "static/css/jetons.css"
TEXTE, LE_RESTE = 7, 4.5
LIEUX = ("maison", "concertation", "cellule")
SENS = ("succes", "attention", "danger")


def couleurs(css):
    return dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", css))


CLAIR, SOMBRE = map(couleurs, JETONS.read_text().split("@media (prefers-color-scheme: dark)"))
SOMBRE = CLAIR | SOMBRE


def luminance(couleur):
    canaux = [int(couleur[rang : rang + 2], 16) / 255 for rang in (1, 3, 5)]
    rouge, vert, bleu = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in canaux)
    return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu


def rapport(devant, derriere):
    fort, faible = sorted((luminance(devant), luminance(derriere)), reverse=True)
    return (fort + 0.05) / (faible + 0.05)


def paires():
    for fond in ("papier", "surface"):
        yield from ((devant, fond, TEXTE) for devant in ("encre", "encre-douce", *LIEUX))
        yield from ((devant, fond, LE_RESTE) for devant in (*SENS, "trait-fort", "focus"))
    yield "encre", "creux", TEXTE
    yield "encre-douce", "creux", LE_RESTE
    for nom in (*LIEUX, *SENS):
        yield nom, f"{nom}-fond", LE_RESTE
        yield "encre", f"{nom}-fond", TEXTE
        yield "encre-douce", f"{nom}-fond", LE_RESTE
    for lieu in LIEUX:
        yield "sur-bandeau", f"{lieu}-bandeau", TEXTE
        yield "sur-bandeau", f"{lieu}-plein", TEXTE
        yield "sur-lieu", lieu, TEXTE
    yield "sur-lieu", "succes", LE_RESTE
    for tlp in ("red", "amber", "green", "clear"):
        yield f"tlp-{tlp}", "tlp-noir", LE_RESTE


def test_contraste():
    fautes = [
        f"{devant} sur {fond} ({nom}) : {mesure:.2f} au lieu de {plancher}"
        for devant, fond, plancher in paires()
        for nom, theme in (("clair", CLAIR), ("sombre", SOMBRE))
        if (mesure := rapport(theme[devant], theme[fond])) < plancher
    ]
    assert not fautes, "\n".join(fautes)
