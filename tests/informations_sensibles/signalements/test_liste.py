"""The list of the contextual reports, the home page and the overview: what waits, what is found, what never shows."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.comptes.groupes import CELLULE, POINTS_DE_CONTACT
from csil.comptes.models import TexteEngagement
from csil.journal.models import EntreeJournal
from informations_sensibles.secteurs.models import CorrespondantSecteur
from informations_sensibles.signalements.models import SignalementContextuel
from informations_sensibles.signalements.repetitions import au_quartier
from partenaires.annuaire.models import Quartier
from partenaires.distribution import attribuer, creer
from tests.informations_sensibles import ecritures as cellule
from tests.outils import mandat_de, proprietaire

LISTE = "/informations-sensibles/signalements/"


def page(client, **parametres) -> str:
    reponse = client.get(LISTE, parametres)
    assert reponse.status_code == 200
    return cellule.lu(reponse)


def references(client, **parametres) -> list[str]:
    reponse = client.get(LISTE, parametres)
    return [signalement.reference for signalement in reponse.context["page"].object_list]


@pytest.fixture
def six(distribution):
    """Of two sectors and two neighbourhoods: late, in time, taken over, closed; one is another person's of the same sector."""
    gens, jour = distribution, timezone.localdate()
    with proprietaire():
        droixhe, bressoux = (Quartier.objects.create(nom=nom) for nom in ("Droixhe", "Bressoux"))
        cellule.correspondre(gens.contact_tec)
        collegue = creer("collegue", "Collègue du secteur")
        attribuer(collegue, POINTS_DE_CONTACT)
        cellule.correspondre(collegue)
        faits = {
            "retard": cellule.signalement(
                gens.contact_tec, quartier=droixhe, echeance=jour - timedelta(days=3)
            ),
            "recu": cellule.signalement(
                gens.contact_tec, quartier=droixhe, quoi="Une banderole sur un pont."
            ),
            "pris": cellule.signalement(gens.contact_tec, quartier=bressoux, quoi="Vu à l’arrêt central."),
            "clos": cellule.signalement(gens.contact_tec, quartier=bressoux),
            "ecoles": cellule.signalement(gens.referent, cellule.secteur("ecoles"), quartier=droixhe),
            "collegue": cellule.signalement(collegue, quoi="Vu par un collègue."),
        }
        cellule.traiter(faits["pris"], gens.membre_cellule)
        cellule.clore(faits["clos"], gens.officier_information)
    faits["droixhe"], faits["bressoux"] = droixhe, bressoux
    return faits


def test_les_retards_d_abord_les_clos_a_la_fin(six, distribution, client_de):
    trouves = references(client_de(distribution.bourgmestre))
    assert (
        len(trouves) == 6 and trouves[0] == six["retard"].reference and trouves[-1] == six["clos"].reference
    )
    lue = page(client_de(distribution.bourgmestre))
    assert "6 signalements contextuels" in lue and "Triés par urgence" in lue and "En retard" in lue


@pytest.mark.parametrize(
    ("filtre", "attendus"),
    [
        ({"q": "banderole"}, {"recu"}),
        ({"q": "BANDEROLES pont"}, {"recu"}),
        ({"q": "arrêt central"}, {"pris"}),
        ({"q": "banderole tract"}, set()),
        ({"etat": "clos"}, {"clos"}),
        ({"attente": "retard"}, {"retard"}),
        ({"attente": "sans_proprietaire"}, {"retard", "recu", "ecoles", "collegue"}),
        ({"attente": "moi"}, {"pris"}),
        ({"attente": "mot"}, set()),
        ({"attente": "a_traiter"}, {"retard", "recu", "pris", "ecoles", "collegue"}),
        ({"secteur": "ecoles"}, {"ecoles"}),
        ({"quartier": "bressoux"}, {"pris", "clos"}),
        ({"proprietaire": "membre_cellule"}, {"pris"}),
        ({"attente": "retard", "etat": "clos"}, set()),
    ],
)
def test_chercher_et_filtrer(filtre, attendus, six, distribution, client_de):
    with proprietaire():
        valeurs = {
            "ecoles": cellule.secteur("ecoles").pk,
            "bressoux": six["bressoux"].pk,
            "membre_cellule": distribution.membre_cellule.pk,
        }
    demande = {nom: valeurs.get(valeur, valeur) for nom, valeur in filtre.items()}
    client = client_de(distribution.membre_cellule)
    assert set(references(client, **demande)) == {six[nom].reference for nom in attendus}
    if not attendus:
        assert "ne répond à cette recherche" in page(client, **demande)


def test_une_reference_se_cherche_comme_on_la_dit(six, distribution, client_de):
    client, reference = client_de(distribution.referent), six["recu"].reference
    for dite in (reference, reference.lower(), reference.replace("-", " "), reference[3:7]):
        assert reference in references(client, q=dite), dite


@pytest.mark.parametrize(
    "tri", ["recu", "-recu", "secteur", "etat", "proprietaire", "-proprietaire", "echeance"]
)
def test_trier(tri, six, distribution, client_de):
    assert len(references(client_de(distribution.referent), tri=tri)) == 6


@pytest.mark.parametrize(
    "forge",
    [
        {"tri": "signalant__password"},
        {"tri": "traitement__motif"},
        {"page": "-1"},
        {"page": "x"},
        {"page": "999"},
        {"secteur": "999999"},
        {"secteur": "1 OR 1=1"},
        {"etat": "effacé"},
        {"attente": "delete"},
        {"proprietaire": "999999"},
        {"quartier": "\x00"},
        {"signalant": "1"},
        {"q": "'; DROP TABLE --"},
        {"q": "\x00"},
    ],
)
def test_une_adresse_forgee_ne_trouve_rien_de_plus(forge, six, distribution, client_de):
    for login, total in (("referent", 6), ("contact_tec", 4)):
        reponse = client_de(getattr(distribution, login)).get(LISTE, forge)
        assert reponse.status_code == 200 and reponse.context["page"].paginator.count <= total


def test_un_point_de_contact_ne_voit_que_les_siens(six, distribution, client_de):
    """No filter, no order and no page on what the Cellule does: an address that names one changes nothing."""
    client = client_de(distribution.contact_tec)
    siens = {six[nom].reference for nom in ("retard", "recu", "pris", "clos")}
    habituel = references(client)
    assert set(habituel) == siens
    for forge in (
        {"proprietaire": distribution.membre_cellule.pk},
        {"attente": "retard"},
        {"etat": "clos"},
        {"tri": "echeance"},
        {"tri": "-proprietaire"},
        {"secteur": "1"},
    ):
        assert references(client, **forge) == habituel, forge
    assert references(client, q="collègue") == [] and references(client, q=six["collegue"].reference) == []
    lue = page(client)
    for tu in ("En retard", "Propriétaire", "À traiter avant", "Ce qui revient", "Membre de la Cellule"):
        assert tu not in lue, tu
    assert "Réponse donnée" in lue and "En cours d’examen" in lue


def test_une_liste_vide_dit_quoi_faire(distribution, client_de):
    assert "Aucun signalement contextuel n’est encore arrivé" in page(client_de(distribution.referent))
    with proprietaire():
        cellule.correspondre(distribution.contact_tec)
    lue = page(client_de(distribution.contact_tec))
    assert "Vous n’avez encore rien signalé" in lue and "appelez le" in lue


def test_lire_la_liste_laisse_une_ligne_sans_mot(six, distribution, client_de):
    page(client_de(distribution.referent), q="banderole")
    with proprietaire():
        (ligne,) = EntreeJournal.objects.filter(acte="cellule.signalements_lus")
    assert (ligne.verbe, ligne.motif, ligne.qui) == ("consultation", "1 ligne", distribution.referent)


def test_une_page_de_vingt_cinq(distribution, client_de):
    with proprietaire():
        for _ in range(28):
            cellule.signalement(distribution.referent)
    client = client_de(distribution.referent)
    assert len(references(client)) == 25 and len(references(client, page=2)) == 3
    assert "?tri=recu" in page(client, page=2)


@pytest.mark.parametrize("nom", ["liste", "fiche", "accueil", "cellule", "siens"])
def test_le_nombre_de_requetes_ne_grandit_pas(nom, six, distribution, client_de):
    adresse = {
        "fiche": six["retard"].get_absolute_url(),
        "accueil": "/",
        "cellule": "/informations-sensibles/",
    }.get(nom, LISTE)
    client = client_de(distribution.contact_tec if nom == "siens" else distribution.referent)
    client.get(adresse)

    def compter():
        with CaptureQueriesContext(connection) as requetes:
            assert client.get(adresse).status_code == 200
        return len(requetes)

    avant = compter()
    with proprietaire():
        for rang in range(6):
            fait = cellule.signalement(distribution.contact_tec, quartier=six["droixhe"])
            if rang % 2:
                cellule.clore(fait, distribution.officier_information)
            cellule.bloquer(distribution.chef_de_corps, fait, distribution.bourgmestre)
    assert compter() == avant


# Again and again (R15)


def test_ce_qui_revient_au_meme_endroit_se_voit(six, distribution, client_de):
    """Three at Droixhe, two sectors together; what is closed to the reader is not counted, nor what is old."""
    referent = client_de(distribution.referent)
    lue = page(referent)
    assert "3 signalements contextuels à Droixhe en 30 jours" in lue
    assert "5 signalements contextuels du secteur TEC en 30 jours" in lue and "Bressoux en 30" not in lue
    assert "3 signalements contextuels à Droixhe" in cellule.lu(referent.get("/informations-sensibles/"))
    fiche = cellule.lu(referent.get(six["recu"].get_absolute_url()))
    assert "3 signalements contextuels à Droixhe" in fiche and six["ecoles"].reference in fiche
    with proprietaire():
        cellule.bloquer(distribution.referent, six["ecoles"], distribution.bourgmestre)
    lue = page(referent)
    assert "à Droixhe en 30" not in lue
    fiche = cellule.lu(referent.get(six["recu"].get_absolute_url()))
    assert six["ecoles"].reference not in fiche and six["retard"].reference in fiche
    assert "3 signalements contextuels à Droixhe" in page(client_de(distribution.bourgmestre))


def test_ce_qui_est_ancien_ne_revient_pas(distribution, client_de):
    with proprietaire():
        droixhe = Quartier.objects.create(nom="Droixhe")
        for jours in (1, 2, 31):
            recu = timezone.now() - timedelta(days=jours)
            cellule.signalement(distribution.referent, quartier=droixhe, recu_le=recu)
    assert "Ce qui revient" not in page(client_de(distribution.referent))


def test_dire_un_quartier():
    assert [au_quartier(nom) for nom in ("Droixhe", "Le Laveu", "Les Guillemins", "Saint-Léonard")] == [
        "à Droixhe",
        "au Laveu",
        "aux Guillemins",
        "à Saint-Léonard",
    ]


# What waits


def test_ce_qui_attend_a_l_accueil(six, distribution, client_de):
    referent = cellule.lu(client_de(distribution.referent).get("/"))
    assert f"Prendre en charge un signalement contextuel : {six['recu']}" in referent
    assert "En retard" in referent and "tract" not in referent
    membre = cellule.lu(client_de(distribution.membre_cellule).get("/"))
    assert f"Traiter un signalement contextuel : {six['pris']}" in membre
    with proprietaire():
        six["pris"].echeance = timezone.localdate() - timedelta(days=1)
        six["pris"].save()
    assert f"Relancer un signalement contextuel : {six['pris']}" in cellule.lu(
        client_de(distribution.referent).get("/")
    )
    for login in ("bourgmestre", "agent_saj", "contact_tec", "contact_tfl", "dpo", "admin"):
        lue = cellule.lu(client_de(getattr(distribution, login)).get("/"))
        assert "un signalement contextuel :" not in lue, login


def test_un_proprietaire_parti_rend_ce_qu_il_avait(six, distribution, client_de):
    """The mandate ends: what was in these hands is nobody's, and somebody can take it over again."""
    referent = client_de(distribution.referent)
    assert six["pris"].reference not in references(referent, attente="sans_proprietaire")
    with proprietaire():
        mandat = distribution.membre_cellule.mandats.get()
        mandat.fin = timezone.now()
        mandat.save()
    assert six["pris"].reference in references(referent, attente="sans_proprietaire")
    assert f"Prendre en charge un signalement contextuel : {six['pris']}" in cellule.lu(referent.get("/"))
    assert referent.post(reverse("traitement-prendre", args=[six["pris"].pk])).status_code == 302
    assert six["pris"].reference in references(referent, attente="moi")


# What closes in between


@pytest.mark.parametrize("fin", ["groupe", "mandat", "engagement"])
def test_une_porte_qui_se_ferme_au_milieu_d_un_formulaire(fin, six, distribution, client_de):
    """The form is open; the group is gone, the mandate has ended: sending it finds nothing, and writes nothing."""
    membre = distribution.membre_cellule
    client, adresse = client_de(membre), reverse("traitement-clore", args=[six["pris"].pk])
    assert client.get(adresse).status_code == 200
    with proprietaire():
        if fin == "groupe":
            membre.attributions.get(groupe__name=CELLULE).delete()
        elif fin == "mandat":
            mandat = membre.mandats.get()
            mandat.fin = timezone.now()
            mandat.save()
        else:
            TexteEngagement.objects.create(version=2, titre="Nouvel engagement", contenu="…")
    envoi = {"issue": "sans_suite", "motif": "Rien.", "reponse": "1"}
    assert client.post(adresse, envoi).status_code == (302 if fin == "engagement" else 404)
    with proprietaire():
        assert SignalementContextuel.objects.get(pk=six["pris"].pk).etat == "pris_en_charge"


@pytest.mark.parametrize("fin", ["groupe", "designation"])
def test_un_contact_qui_n_en_est_plus_un(fin, six, distribution, client_de):
    contact = distribution.contact_tec
    client = client_de(contact)
    assert client.get(reverse("signalement-nouveau")).status_code == 200
    with proprietaire():
        if fin == "groupe":
            contact.attributions.get(groupe__name=POINTS_DE_CONTACT).delete()
        else:
            CorrespondantSecteur.objects.get(personne=contact).terminer(par=distribution.referent)
        avant = SignalementContextuel.objects.count()
    envoi = {
        "quoi": "Un tract.",
        "lieu": "Ligne 1",
        "observe_le": "2026-01-01T10:00",
        "nature": "fait",
        "tlp": "TLP:RED",
    }
    assert client.post(reverse("signalement-nouveau"), envoi).status_code == (404 if fin == "groupe" else 200)
    assert client.get(six["recu"].get_absolute_url()).status_code == 404
    with proprietaire():
        assert SignalementContextuel.objects.count() == avant


# « Que verrait cette personne ? »


@pytest.mark.parametrize("login", ["dpo", "bourgmestre"])
def test_ce_que_verrait_cette_personne(login, six, distribution, client_de):
    """The data protection officer too, who reads no report: how many and which references, no word of them."""
    with proprietaire():
        cellule.bloquer(distribution.membre_cellule, six["recu"], distribution.referent)
    mandat = mandat_de(distribution.membre_cellule)
    reponse = client_de(getattr(distribution, login)).get(f"/mandats/{mandat.pk}/regard/")
    (regard,) = [r for r in reponse.context["regards"] if r.genre == "Signalements contextuels"]
    sienne = client_de(distribution.membre_cellule)
    assert set(regard.references) == set(references(sienne)) and regard.nombre == 5
    assert six["recu"].reference not in cellule.lu(reponse) and "banderole" not in cellule.lu(reponse)


def test_le_regard_ne_montre_pas_ce_qui_est_ferme_a_qui_regarde(six, distribution, client_de):
    with proprietaire():
        cellule.bloquer(distribution.bourgmestre, six["recu"], distribution.referent)
    mandat = mandat_de(distribution.membre_cellule)
    reponse = client_de(distribution.bourgmestre).get(f"/mandats/{mandat.pk}/regard/")
    assert six["recu"].reference not in cellule.lu(reponse)


@pytest.mark.parametrize("login", ["membre_cellule", "contact_tec", "agent_saj", "admin", "contact_tfl"])
def test_les_fonctions_du_regard_ne_repondent_pas_a_tous(login, six, distribution, parler):
    """Called by hand, as somebody who may not ask."""
    personne = getattr(distribution, login)
    with parler(personne), connection.cursor() as curseur:
        curseur.execute("SELECT * FROM csil_regard_cellule(%s)", [distribution.referent.pk])
        assert curseur.fetchall() == []
        if login != "membre_cellule":
            curseur.execute("SELECT csil_tenus_a_l_ecart(%s)", [six["recu"].pk])
            assert curseur.fetchall() == []
