"""The agenda: read by everybody, arranged by the Référent in one form, the same on paper."""

import re
from datetime import timedelta

import pypdfium2
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from concertation.ordre_du_jour.actes.reunion import arreter
from concertation.ordre_du_jour.impression import ordre_du_jour_pdf
from concertation.ordre_du_jour.lecture import OrdreDuJour
from concertation.ordre_du_jour.models import Attendu, EtatPoint, Nature, Section
from tests.concertation.ecritures import action, dans, point, reunion


@pytest.fixture
def ici(distribution, parler):
    """Forty minutes for three items of twenty."""
    with parler(distribution.referent):
        ici = reunion(distribution.referent, debut=dans(5), fin=dans(5, 14, 40))
        for titre in ("Un", "Deux", "Trois"):
            point(ici, distribution.referent, titre, duree=20)
        ici.refresh_from_db()
        return ici


@pytest.fixture
def arranger(ici, client_de, distribution):
    """What the form sends when this button is pressed; `durees` were retyped, `depuis` an older page."""
    client = client_de(distribution.referent)

    def envoyer(bouton="recalculer", valeur="oui", durees=None, depuis=None, htmx=False):
        champs = depuis or ouvrir(client, ici)
        champs = {**champs, **{f"duree-{pk}": str(minutes) for pk, minutes in (durees or {}).items()}}
        entetes = {"HX-Request": "true"} if htmx else {}
        adresse = f"{ici.adresse_ordre_du_jour}arranger/"
        return client.post(adresse, {**champs, bouton: valeur}, headers=entetes, follow=not htmx)

    envoyer.client = client
    return envoyer


def ouvrir(client, reunion) -> dict:
    """The fields of the page as a browser would send them."""
    page = client.get(reunion.adresse_ordre_du_jour).content.decode()
    formulaire = page.partition('<form id="arrangement"')[2].partition("</form>")[0]
    saisies = re.findall(r"<input[^>]*>", formulaire)
    paires = ((re.search(r'name="([^"]*)"', s), re.search(r'value="([^"]*)"', s)) for s in saisies)
    return {nom[1]: valeur[1] for nom, valeur in paires if nom and valeur}


def titres(reunion):
    return [p.titre for p in reunion.points.inscrits()]


def cle(reunion, titre):
    return reunion.points.get(titre=titre).pk


def texte(reponse):
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_chacun_la_lit_le_referent_l_arrange(ici, client_de, distribution):
    for personne in (distribution.agent_saj, distribution.bourgmestre, distribution.referent):
        page = texte(client_de(personne).get(ici.adresse_ordre_du_jour))
        assert all(f"> {titre}<" in page.replace("</span>", ">") or titre in page for titre in titres(ici))
        assert "14 h 00" in page and "14 h 20" in page and "14 h 40" in page
        assert ('name="monter"' in page) == (personne == distribution.referent)


def test_monter_et_descendre(ici, arranger):
    reponse = arranger("monter", cle(ici, "Trois"))
    assert titres(ici) == ["Un", "Trois", "Deux"]
    page = texte(reponse)
    assert "Point 2 monté : il commence à 14 h 20." in page
    assert re.search(rf'id="monter-{cle(ici, "Trois")}"[^>]* autofocus', page)
    page = texte(arranger("descendre", cle(ici, "Deux")))
    assert "Point 3 descendu dans « Points en cours » : il commence à 14 h 40." in page
    assert "Enter" not in page and page.index('name="recalculer"') < page.index('name="monter"')


def test_au_bord_le_bouton_voisin_garde_le_clavier(ici, arranger):
    arranger("section", f"{cle(ici, 'Un')}:{Section.OUVERTURE}")
    page = texte(arranger("monter", cle(ici, "Deux")))
    assert titres(ici) == ["Un", "Deux", "Trois"]  # in the opening, after what stood there
    page = texte(arranger("monter", cle(ici, "Deux")))
    assert titres(ici)[0] == "Deux"
    assert re.search(rf'id="monter-{cle(ici, "Deux")}" disabled', page)
    assert re.search(rf'id="descendre-{cle(ici, "Deux")}" autofocus', page)


def test_vers_une_section_et_la_ou_on_le_depose(ici, arranger):
    arranger("section", f"{cle(ici, 'Un')}:{Section.A_CLOTURER}")
    assert titres(ici) == ["Deux", "Trois", "Un"]
    arranger("placer", f"{cle(ici, 'Un')}:{Section.NOUVEAUX}:{cle(ici, 'Trois')}")
    assert titres(ici) == ["Deux", "Un", "Trois"]
    page = texte(arranger("section", f"{cle(ici, 'Un')}:ailleurs"))
    assert "Cette section n’existe pas." in page and titres(ici) == ["Deux", "Un", "Trois"]


def test_les_durees_et_le_depassement(ici, arranger):
    assert "L’ordre du jour finit à 15 h 00, 20 min après l’heure prévue." in texte(arranger())
    page = texte(arranger(durees={cle(ici, "Un"): 5, cle(ici, "Deux"): 10}))
    assert "Heures recalculées : fin à 14 h 35." in page and "après l’heure prévue" not in page
    page = texte(arranger("monter", cle(ici, "Trois"), durees={cle(ici, "Deux"): 30}))
    assert "Point 2 monté : il commence à 14 h 05. L’ordre du jour dépasse de 15 min." in page
    assert [p.duree for p in ici.points.inscrits()] == [5, 20, 30]


def test_une_duree_impossible_est_dite_et_rien_ne_bouge(ici, arranger):
    mauvaises = {cle(ici, "Un"): "0", cle(ici, "Deux"): "beaucoup", cle(ici, "Trois"): ""}
    page = texte(arranger("monter", cle(ici, "Trois"), durees=mauvaises))
    assert page.count("Durée du point") >= 6 and 'value="beaucoup"' in page
    assert page.index('role="alert"') < page.index("<h1")
    assert titres(ici) == ["Un", "Deux", "Trois"]
    assert {p.duree for p in ici.points.inscrits()} == {20}


def test_deux_fenetres(ici, arranger):
    """The second window is told; what was typed there is kept, what was only read there does not undo the first."""
    un, deux, trois = (cle(ici, titre) for titre in ("Un", "Deux", "Trois"))
    ancienne = ouvrir(arranger.client, ici)
    arranger("monter", trois, durees={un: 5})
    page = texte(arranger("monter", deux, durees={deux: 45}, depuis=ancienne))
    assert "a été arrangé entre-temps" in page and titres(ici) == ["Un", "Trois", "Deux"]
    assert re.search(rf'name="duree-{deux}" value="45"', page)
    assert re.search(rf'name="duree-{un}" value="5"', page)
    assert {p.duree for p in ici.points.inscrits()} == {5, 20}
    # The page that was shown is about the present agenda: saying it again is enough
    suite = {nom: v for nom, v in re.findall(r'name="(ordre|depart|duree-\d+)" value="([^"]*)"', page)}
    page = texte(arranger(depuis=suite))
    assert "Heures recalculées" in page
    assert [p.duree for p in ici.points.inscrits()] == [5, 20, 45]


def test_un_point_parti_entre_temps(ici, arranger, distribution, parler):
    ancienne = ouvrir(arranger.client, ici)
    with parler(distribution.referent):
        ici.points.get(titre="Deux").retirer(par=distribution.referent)
    page = texte(arranger("monter", cle(ici, "Deux"), depuis=ancienne))
    assert "a été arrangé entre-temps" in page and titres(ici) == ["Un", "Trois"]


@pytest.mark.parametrize("valeur", ["", "abc", "1:2:3:4", "9" * 400, "-1", "0"])
def test_un_bouton_que_personne_n_a_dessine(valeur, ici, arranger):
    for bouton in ("monter", "placer", "ajouter", "section"):
        assert arranger(bouton, valeur).status_code == 200
    assert titres(ici) == ["Un", "Deux", "Trois"]


def test_les_propositions_en_marge(ici, arranger, distribution, parler):
    with parler(distribution.agent_saj):
        un, autre = (point(ici, distribution.agent_saj, titre) for titre in ("Proposé", "Aussi"))
    page = texte(arranger.client.get(ici.adresse_ordre_du_jour))
    assert "Écarter avec un motif" in page and "Demander une précision" in page
    page = texte(arranger("ajouter", un.pk, durees={cle(ici, "Un"): 5}))
    assert "Point 4 inscrit : il commence à 14 h 45." in page
    assert ici.points.get(titre="Un").duree == 5  # what was typed beside is saved with it
    suite = arranger("ecarter", autre.pk)
    assert suite.redirect_chain[-1][0] == f"/concertation/points/{autre.pk}/repondre/?acte=refuser"
    assert re.search(r'value="refuser"[^>]*checked', texte(suite))
    assert "a déjà sa réponse" in texte(arranger("ajouter", un.pk))
    with parler(distribution.referent):
        ici.refresh_from_db()
        autre.refresh_from_db()
        autre.refuser(par=distribution.referent, reponse="Non.")
        arreter(ici, par=distribution.referent)
    assert "?acte=demander" in arranger("demander", un.pk).redirect_chain[0][0]


def test_apres_l_arret_ajouter_demande_un_motif(ici, arranger, distribution, parler):
    with parler(distribution.agent_saj):
        tard = point(ici, distribution.agent_saj, "Tard")
    ici.etat = "arretee"
    with parler(distribution.referent):
        ici.save()
    page = arranger("ajouter", tard.pk)
    assert page.redirect_chain[-1][0] == f"/concertation/points/{tard.pk}/repondre/?acte=accepter"
    adresse = f"/concertation/points/{tard.pk}/repondre/"
    champs = {"acte": "accepter", "section": "nouveaux"}
    assert "se motive" in texte(arranger.client.post(adresse, champs))
    arranger.client.post(adresse, {**champs, "motif_tardif": "Urgent."})
    tard.refresh_from_db()
    assert tard.etat == EtatPoint.INSCRIT


def test_avec_script_un_seul_morceau_revient(ici, arranger):
    reponse = arranger("monter", cle(ici, "Trois"), htmx=True)
    page = texte(reponse)
    assert reponse.status_code == 200 and "<html" not in page
    assert "Point 2 monté : il commence à 14 h 20." in page.partition('id="annonce"')[2]
    suite = arranger("retirer", cle(ici, "Un"), htmx=True)
    assert suite["HX-Redirect"] == f"/concertation/points/{cle(ici, 'Un')}/retirer/"


def test_les_actions_ouvertes_reviennent_avec_leur_retard(ici, client_de, distribution, parler):
    with parler(distribution.referent):
        avant = reunion(distribution.referent, jours=-30)
        discute = point(avant, distribution.referent, "Discuté")
        action(discute, distribution.referent, "Liste des contacts", jours=-7)
        action(discute, distribution.referent, "Module de formation", jours=12)
        faite = action(discute, distribution.referent, "Déjà faite")
        faite.faire(par=distribution.referent)
        avant.etat = "relecture"
        avant.save()
        ensuite = reunion(distribution.referent, jours=9)
        point(ensuite, distribution.referent, "Approbation", nature=Nature.APPROBATION)
        from concertation.compte_rendu.models import CompteRendu

        CompteRendu.objects.create(reunion=avant)
    page = texte(client_de(distribution.agent_saj).get(ensuite.adresse_ordre_du_jour))
    reprises = page.partition('class="reprises"')[2].partition("</ul>")[0]
    assert reprises.index("Liste des contacts") < reprises.index("Module de formation")
    assert "7 jours de retard" in reprises and "En cours" in reprises and "Déjà faite" not in reprises
    assert "Compte rendu du" in page


def test_quarante_points_pas_une_requete_de_plus(client_de, distribution, parler):
    referent = distribution.referent
    comptes = []
    for nombre in (2, 40):
        with parler(referent):
            longue = reunion(referent, jours=nombre)
            for numero in range(nombre):
                nouveau = point(longue, referent, f"Point {numero}", section=Section.values[numero % 4])
                nouveau.joindre(par=referent, nom="n.pdf", genre="application/pdf", octets=b"x")
        with parler(distribution.agent_saj):
            for numero in range(nombre):
                point(longue, distribution.agent_saj, f"Proposition {numero}")
        for personne in (referent, distribution.agent_saj):
            client = client_de(personne)
            client.get("/")
            with CaptureQueriesContext(connection) as lues:
                page = client.get(longue.adresse_ordre_du_jour)
            assert not any('"contenu"' in requete["sql"] for requete in lues)
            comptes.append(len(lues))
            print(f"{nombre} points, {personne} : {len(lues)} requêtes, {len(page.content) // 1024} Kio")
    assert comptes[:2] == comptes[2:]


def test_deplacer_ecrit_peu(distribution, parler, client_de):
    """Among forty items, one move writes its two rows, one line of history and one of the journal."""
    referent = distribution.referent
    with parler(referent):
        longue = reunion(referent, jours=9)
        premier = [point(longue, referent, f"Point {numero}") for numero in range(40)][20]
    client = client_de(referent)
    champs = ouvrir(client, longue)
    with CaptureQueriesContext(connection) as lues:
        client.post(f"{longue.adresse_ordre_du_jour}arranger/", {**champs, "monter": premier.pk})
    ecrites = [r["sql"] for r in lues if re.match(r"(UPDATE|INSERT)[^(]*concertation_", r["sql"])]
    assert len(ecrites) <= 4, ecrites
    assert premier.history.count() == 2


# On paper


def lire_pdf(octets):
    document = pypdfium2.PdfDocument(octets)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    return [re.sub(r"\s+", " ", page.replace("\N{NO-BREAK SPACE}", " ")) for page in pages]


def test_le_pdf(ici, client_de, distribution, parler):
    with parler(distribution.referent):
        premier = ici.points.get(titre="Un")
        premier.titre, premier.attendu, premier.intervenant = (
            "Décrochage : #set page(fill: red)",
            Attendu.DECISION,
            "Inspecteur",
        )
        premier.save()
        premier.joindre(par=distribution.referent, nom="note.pdf", genre="application/pdf", octets=b"x")
    reponse = client_de(distribution.agent_saj).get(f"/concertation/reunions/{ici.pk}/ordre-du-jour.pdf")
    assert reponse["Content-Type"] == "application/pdf" and "ordre-du-jour-" in reponse["Content-Disposition"]
    (page,) = lire_pdf(reponse.content)
    assert (
        "LuparAgentduSAJ" in page.replace(" ", "")
        and "page 1/1" in page
        and "membres de la Concertation" in page
    )
    assert "14 h 00" in page and "Décrochage : #set page(fill: red)" in page
    assert "Décision · Inspecteur" in page and "note.pdf" in page and "Salle de la Violette" in page
    assert "Projet : l’ordre du jour n’est pas encore arrêté." in page


def test_le_pdf_d_une_longue_reunion_pour_un_invite_sans_compte(distribution, parler):
    with parler(distribution.referent):
        longue = reunion(distribution.referent, jours=9)
        for numero in range(40):
            point(longue, distribution.referent, f"Point {numero}", section=Section.values[numero % 4])
        vide = reunion(distribution.referent, jours=12)
        pages = lire_pdf(ordre_du_jour_pdf(longue, "Coordinateur, maison médicale"))
        assert "encore aucun point" in lire_pdf(ordre_du_jour_pdf(vide, distribution.referent))[0]
    for numero, page in enumerate(pages, 1):
        assert "Lu par Coordinateur, maison médicale" in page and f"page {numero}/{len(pages)}" in page


def test_le_dessin_du_temps(ici):
    odj = OrdreDuJour(ici)
    assert odj.dessin == {"prevu": 200, "limite": 200, "trop": 100}
    ici.fin = ici.debut + timedelta(minutes=120)
    assert OrdreDuJour(ici).dessin == {"prevu": 150, "limite": 300, "trop": 0}
