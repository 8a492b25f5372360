"""PDF documents: readable, accessible, in our own letters, and deaf to what people type."""

import re
import shutil

import pypdfium2
import pytest
from django.conf import settings

from csil.fichiers import pdf
from csil.texte.texte_riche import en_blocs

MINUTES = (
    "<h3>Décrochage scolaire</h3><p>Le <strong>CRIPEL</strong> présente <em>ses</em> constats, voir "
    '<a href="https://cripel.example">le site</a> : œuvre commune.</p><ul><li><p>écoles</p><ol><li><p>primaires</p></li>'
    "</ol></li><li><p>rue</p></li></ul><h4>Suites</h4><p>À revoir.</p>"
)
# What typst would take for markup, if it read it
BALISES = r"#strong[x] $x^2$ <b> \ *gras* _it_ @ref #import = titre // note `code` [crochet] #let"


@pytest.fixture
def essai(tmp_path, monkeypatch):
    """A template of the tests’ own beside the shared one."""
    shutil.copytree(settings.RACINE / "templates" / "pdf", tmp_path / "pdf")
    shutil.copy(settings.RACINE / "tests" / "pdf" / "essai.typ", tmp_path / "essai.typ")
    monkeypatch.setattr(pdf, "GABARITS", tmp_path)

    def composer(
        lieu="concertation", titre="Ordre du jour", chapeau="Mardi 24 novembre 2026", lignes=3, texte=MINUTES
    ):
        return pdf.composer(
            "essai.typ",
            {
                **pdf.cadre(
                    titre, lieu=lieu, lecteur="Référent Radicalisme", cercle="membres de la Concertation"
                ),
                "chapeau": chapeau,
                "faits": [["Présidence", "Bourgmestre"], ["Invités", "60 personnes"]],
                "points": [[f"14 h {i:02}", f"Point {i}", "10 min"] for i in range(lignes)],
                "texte": en_blocs(texte),
            },
        )

    return composer


def pages(octets) -> list[str]:
    document = pypdfium2.PdfDocument(octets)
    try:
        return [page.get_textpage().get_text_range().replace("\xa0", " ") for page in document]
    finally:
        document.close()


def test_le_cadre_de_chaque_page(essai):
    """R57: the place, who read it, when, who may, page x of y."""
    lues = pages(essai(lignes=60))
    assert len(lues) == 3
    for numero, page in enumerate(lues, 1):
        assert "Concertation intersectorielle locale — aucune donnée nominative" in page
        assert re.search(r"Lu par Référent Radicalisme, \w+ \d.* h \d\d — membres de la Concertation", page)
        assert f"page {numero}/3" in page and settings.CSIL_COMMUNE in page
    assert all("Minutes" in page for page in lues[:2])  # the header of a table comes back


def test_le_lieu_de_la_cellule(essai):
    (page,) = pages(essai(lieu="cellule"))
    assert "Cellule « Informations sensibles » — ce que vous lisez ici ne se recopie pas ailleurs" in page


def test_accessible_et_archivable(essai):
    """Tagged, titled, in French, PDF/A-2a and PDF/UA-1 (typst refuses what would not be)."""
    octets = essai()
    for marque in (b"pdfaid:part>2<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<", b"/Lang (fr-BE)"):
        assert marque in octets.replace(b"/Lang(", b"/Lang ("), marque
    document = pypdfium2.PdfDocument(octets)
    assert document.get_metadata_dict()["Title"] == "Ordre du jour" and document.is_tagged()
    document.close()


def test_nos_lettres_et_aucune_autre(essai):
    polices = {nom.split(b"+")[-1] for nom in re.findall(rb"/BaseFont ?/([\w+-]+)", essai())}
    assert polices and all(nom.startswith((b"OpenSans", b"LibertinusSerif")) for nom in polices)


def test_ce_que_les_gens_ecrivent_n_est_jamais_une_balise(essai):
    (page,) = pages(
        essai(titre=f"Titre {BALISES}", chapeau=BALISES, texte=f"<p>{BALISES.replace('<', '&lt;')}</p>")
    )
    assert "".join(page.split()).count("".join(BALISES.split())) == 4  # title, lede, frame, minutes


def test_le_texte_riche(essai):
    (page,) = pages(essai())
    lignes = [ligne.strip() for ligne in page.splitlines()]
    assert "Décrochage scolaire" in lignes
    assert "Le CRIPEL présente ses constats, voir le site : œuvre commune." in lignes
    assert {"• écoles", "1. primaires", "• rue", "Suites"} <= {re.sub(r"\s+", " ", ligne) for ligne in lignes}
    assert b"https://cripel.example" in essai()


@pytest.mark.parametrize(
    "signe", ["😀", "中文", "العربية", "Ж", "→ ✓ ½ €", "\x07\x1b", "\ue000", "👨‍👩‍👧", "\u202e"]
)
def test_un_signe_sans_dessin_ne_refuse_pas_le_document(essai, signe):
    (page,) = pages(essai(titre=f"Avant {signe} après", chapeau=signe))
    assert "Avant" in page and "après" in page


def test_il_se_dessine(essai):
    """The band of the place is in its colour, the text black on white."""
    document = pypdfium2.PdfDocument(essai())
    image = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    couleurs = dict((couleur, nombre) for nombre, couleur in image.getcolors(1 << 20))
    assert max(couleurs, key=couleurs.get) == (255, 255, 255)
    assert couleurs[(0x0B, 0x50, 0x55)] > 1000 and (0x1A, 0x21, 0x25) in couleurs


def test_aucun_gabarit_ne_va_chercher_ailleurs():
    for gabarit in (settings.RACINE / "templates").rglob("*.typ"):
        assert "@preview" not in gabarit.read_text() and "://" not in gabarit.read_text(), gabarit
