"""« Que verrait cette personne ? »: counts and references with the rule that opens each, never text, nobody's session."""

from csil.accueil.regard import REFERENCES, Regard, regards
from csil.comptes.groupes import CELLULE, CONCERTATION
from csil.comptes.models import Utilisateur
from csil.declarations import Declaration, declarer, nom
from partenaires.annuaire.models import Partenaire
from partenaires.distribution import attribuer
from tests.outils import mandat_de, proprietaire
from tests.partenaires.mandats.mandats import journal, nouveau_membre, suspendre


def lire(client, mandat):
    reponse = client.get(f"/mandats/{mandat.pk}/regard/")
    assert reponse.status_code == 200
    return {regard.genre: regard for regard in reponse.context["regards"]}, reponse.content.decode()


def test_des_nombres_et_la_regle_qui_ouvre_chacun(distribution, client_de):
    client = client_de(distribution.dpo)
    vus, page = lire(client, mandat_de(distribution.membre_cellule))
    annuaire, mandats = vus["Fiches de l’annuaire"], vus["Mandats"]
    assert annuaire.nombre == Partenaire.objects.count() == 17 and "CRIPEL" in annuaire.references
    assert (mandats.nombre, mandats.regle) == (1, "Ses propres mandats.")
    assert f"{CELLULE} : mandat jusqu’au" in vus["Groupes en vigueur"].regle
    assert "Second facteur installé" in page and "Engagement de confidentialité signé" in page
    (ligne,) = journal("partenaires.regard")
    assert ligne.qui_id == distribution.dpo.pk and ligne.verbe == "consultation"


def test_une_suspension_ferme_aussitot_ce_qui_est_dit(distribution, client_de):
    personne, mandat = nouveau_membre(distribution)
    client = client_de(distribution.bourgmestre)
    assert lire(client, mandat)[0]["Fiches de l’annuaire"].nombre == 17
    with proprietaire():
        suspendre(mandat)
    vus, _ = lire(client, mandat)
    assert vus["Fiches de l’annuaire"].nombre == 0 and vus["Groupes en vigueur"].nombre == 0
    with proprietaire():
        attribuer(personne, CONCERTATION)
    assert lire(client, mandat)[0]["Fiches de l’annuaire"].nombre == 17


def test_ce_que_chacun_voit_est_ce_que_la_page_dit(distribution, client_de):
    """The count of the page is the count of the person's own list."""
    personne, mandat = nouveau_membre(distribution)
    annonce = lire(client_de(distribution.referent), mandat)[0]
    sienne = client_de(Utilisateur.objects.get(pk=personne.pk))
    assert (
        sienne.get("/partenaires/").context["page"].paginator.count == annonce["Fiches de l’annuaire"].nombre
    )
    assert sienne.get("/mandats/").context["page"].paginator.count == annonce["Mandats"].nombre


def test_la_page_ne_donne_pas_la_session_de_la_personne(distribution, client_de):
    client = client_de(distribution.dpo)
    lire(client, mandat_de(distribution.membre_cellule))
    assert client.get("/partenaires/").status_code == 404  # the officer is still herself


def test_les_autres_paquets_inscrivent_leurs_sources(distribution, monkeypatch):
    monkeypatch.setattr(nom, "_declarations", {})
    for _ in range(2):  # declared twice, it counts once
        declarer(Declaration(nom="essai", modeles=(), quarantaine={}, taches=(), regards=(source,)))
    (regard,) = regards(distribution.dpo)
    assert regard.autres == 40 - REFERENCES and len(regard.references) == REFERENCES


def source(personne):
    yield Regard("Essai", 40, "Parce que.", tuple(f"R-{numero}" for numero in range(REFERENCES)))
