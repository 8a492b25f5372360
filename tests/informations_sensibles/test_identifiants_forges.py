"""A key of something that is not one's own, put into a form or an address of the Cellule: refused, and nothing is written."""

import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions.models import BaseLegale, Finalite
from tests.informations_sensibles.circuits import ecritures as circuits
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.mur import MODELES
from tests.informations_sensibles.transmissions import ecritures as transmissions
from tests.outils import proprietaire

AILLEURS = uuid.UUID("00000000-0000-4000-8000-000000000000")


class Terrain:
    """A dossier of the member's, and one that only the Référent and the legal core read; in each, one of everything."""

    def __init__(self, gens):
        self.gens, self.membre = gens, gens.membre_cellule
        self.categorie = CategorieDonnee.objects.get_or_create(libelle="Contexte social")[0]
        self.sien, self.autre = dossiers.dossier(self.membre), dossiers.dossier(gens.referent)
        self.sienne = dossiers.finie(self.membre, self.sien)
        self.cachee = dossiers.finie(gens.referent, self.autre)
        self.libre = dossiers.information(self.membre, "a_valider", source="autre")
        self.preparee = transmissions.transmission(
            self.membre, self.sien, [self.sienne], gens.contact_tfl, gens.officier_information
        )
        self.arrivee = transmissions.arrivee(gens.officier_information, "accusee")
        self.finalite, self.base = Finalite.objects.first(), BaseLegale.objects.first()
        self.brouillon = circuits.version(circuits.circuit("rapport", "autre"), gens, 1, "brouillon")
        self.en_vigueur = circuits.version(circuits.circuit("pv", "autre"), gens, 1)

    def transmission(self, **champs) -> dict:
        return {
            "informations": [self.sienne.pk], "genre": "rapport", "objet": "Évolution", "finalite": self.finalite.pk,
            "base": self.base.pk, "destinataire": self.gens.contact_tfl.pk, "organisation": "Task Force Locale",
            "canal": "reseau", "retour_sous": 21, "version": self.preparee.version,
        } | champs  # fmt: skip

    def information(self, **champs) -> dict:
        return {
            "marquage_origine": "aucun", "genre": "rapport", "source": "autre", "originateur": "Un service",
            "date_fait": timezone.localdate().isoformat(), "nature": "fait", "categorie": self.categorie.pk,
            "synthese": "Elle a été vue devant l’école.", "code_traitement": "H0", "tlp": "TLP:AMBER+STRICT",
        } | champs  # fmt: skip

    def dossier(self, **champs) -> dict:
        return dossiers.champs_dossier(pilote=self.membre.pk) | champs

    def etapes(self, version, cle) -> dict:
        etape = {"acte": "valider", "role": "Référent Radicalisme", "delai_jours": 2, "consigne": "Volée."}
        return {"etape": [str(cle)], "version": version.version, "note": ""} | {
            f"{cle}-{nom}": valeur for nom, valeur in etape.items()
        }


@pytest.fixture
def terrain(distribution):
    with proprietaire():
        return Terrain(distribution)


def lignes() -> dict:
    """How many rows and past rows each table of the Cellule has: an act of any kind adds one."""
    with proprietaire():
        return {m: (m._base_manager.count(), m.history.count()) for m in MODELES}


FORMULAIRES = {
    # an information of a dossier that is not read
    "transmettre l’information d’un autre dossier": lambda t: (
        t.membre, "transmission-nouvelle", (), {"dossier": t.sien.pk}, t.transmission(informations=[t.cachee.pk])),
    "y ajouter celle d’un autre dossier": lambda t: (
        t.membre, "transmission-modifier", (t.preparee.pk,), {}, t.transmission(informations=[t.sienne.pk, t.cachee.pk])),
    "transmettre depuis le dossier d’un autre": lambda t: (
        t.membre, "transmission-nouvelle", (), {"dossier": t.autre.pk}, t.transmission()),
    "transmettre à qui n’est pas contact TFL": lambda t: (
        t.membre, "transmission-nouvelle", (), {"dossier": t.sien.pk}, t.transmission(destinataire=t.gens.agent_saj.pk)),
    "pour une finalité qui n’existe pas": lambda t: (
        t.membre, "transmission-nouvelle", (), {"dossier": t.sien.pk}, t.transmission(finalite=999)),
    "sur une base légale qui n’existe pas": lambda t: (
        t.membre, "transmission-nouvelle", (), {"dossier": t.sien.pk}, t.transmission(base=999)),
    "lier l’information d’un autre à un envoi de la TFL": lambda t: (
        t.gens.officier_information, "transmission-lier", (t.arrivee.pk,), {}, {"information": t.cachee.pk}),
    # a dossier that is not one's own
    "rattacher au dossier d’un autre": lambda t: (
        t.membre, "information-rattacher", (t.libre.pk,), {}, {"reference": t.autre.reference}),
    "saisir dans le dossier d’un autre": lambda t: (
        t.membre, "information-nouvelle", (), {"dossier": t.autre.pk}, t.information()),
    "proposer depuis l’information d’un autre": lambda t: (
        t.membre, "information-proposer", (t.cachee.pk,), {}, t.dossier()),
    "une catégorie qui n’existe pas": lambda t: (
        t.membre, "information-nouvelle", (), {"dossier": t.sien.pk}, t.information(categorie=999)),
    # a person who is not of the Cellule, or not of the circle
    "un pilote qui n’est pas de la Cellule": lambda t: (
        t.membre, "dossier-nouveau", (), {}, t.dossier(pilote=t.gens.agent_saj.pk)),
    "inviter qui n’est pas de la Cellule": lambda t: (
        t.membre, "cercle-inviter", (t.sien.pk,), {},
        {"personne": t.gens.agent_saj.pk, "niveau": "lire", "motif": "Suit la situation."}),
    "inviter pour piloter": lambda t: (
        t.membre, "cercle-inviter", (t.sien.pk,), {},
        {"personne": t.gens.officier_information.pk, "niveau": "piloter", "motif": "Suit la situation."}),
    "confier à qui n’est pas de la Cellule": lambda t: (
        t.membre, "cercle-confier", (t.sien.pk,), {},
        {"personne": t.gens.contact_tfl.pk, "motif": "Suit la situation.", "vu": str(t.membre.pk)}),
    "retirer du cercle qui n’y est pas": lambda t: (
        t.membre, "cercle-ecarter", (t.sien.pk, t.gens.officier_information.pk), {}, {"motif": "Parti."}),
    "retirer du cercle son pilote": lambda t: (
        t.membre, "cercle-ecarter", (t.sien.pk, t.membre.pk), {}, {"motif": "Parti."}),
    # a circuit that is not a draft, or not yet submitted
    "réécrire un circuit en vigueur": lambda t: (
        t.gens.referent, "version-circuit-etapes", (t.en_vigueur.pk,), {}, t.etapes(t.en_vigueur, "nouvelle-1")),
    "approuver un brouillon": lambda t: (
        t.gens.chef_de_corps, "version-circuit-decider", (t.brouillon.pk,), {}, {"decision": "approuver"}),
    # nothing of that name
    "un dossier inventé": lambda t: (t.membre, "information-nouvelle", (), {"dossier": AILLEURS}, t.information()),
    "un dossier qui n’est pas une clé": lambda t: (
        t.membre, "transmission-nouvelle", (), {"dossier": "' OR 1=1"}, t.transmission()),
}  # fmt: skip


@pytest.mark.parametrize("essai", FORMULAIRES)
def test_la_cle_d_un_autre_n_ecrit_rien(essai, terrain, client_de):
    with proprietaire():
        qui, nom, cles, requete, donnees = FORMULAIRES[essai](terrain)
    client, avant = client_de(qui), lignes()
    reponse = client.post(reverse(nom, args=cles, query=requete), donnees)
    assert reponse.status_code in (200, 403, 404, 422), reponse.status_code
    assert lignes() == avant
    if reponse.status_code == 200:
        assert "erreur" in reponse.content.decode()


def test_l_etape_d_un_autre_circuit_reste_la_sienne(terrain, client_de):
    """Its key, sent with a draft, begins a step of that draft: the circuit in force does not move."""
    with proprietaire():
        volee = terrain.en_vigueur.etapes.first()
        envoi = terrain.etapes(terrain.brouillon, volee.pk)
    adresse = reverse("version-circuit-etapes", args=[terrain.brouillon.pk])
    assert client_de(terrain.gens.referent).post(adresse, envoi).status_code == 302
    with proprietaire():
        assert [e.pk for e in terrain.en_vigueur.etapes.all()][0] == volee.pk
        assert terrain.en_vigueur.etapes.first().consigne == volee.consigne != "Volée."
        assert [(e.consigne, e.pk == volee.pk) for e in terrain.brouillon.etapes.all()] == [("Volée.", False)]


def test_ce_que_le_formulaire_ne_demande_pas_ne_s_ecrit_pas(terrain, client_de):
    """State, author, circle, circuit: posted beside what the page asks, they are not heard."""
    glisses = {
        "etat": "validee", "cercle": "on", "saisie_par": terrain.gens.bourgmestre.pk, "evaluation_source": "A",
        "reference": "I-AAAA-AA", "termine_le": timezone.now().isoformat(), "version_circuit": terrain.en_vigueur.pk,
    }  # fmt: skip
    adresse = reverse("information-nouvelle", query={"dossier": terrain.sien.pk})
    assert client_de(terrain.membre).post(adresse, terrain.information() | glisses).status_code == 302
    with proprietaire():
        ecrite = Information.objects.latest("saisie_le")
        assert ecrite.saisie_par == terrain.membre and ecrite.reference != "I-AAAA-AA"
        assert (ecrite.etat, ecrite.cercle, ecrite.termine_le) == ("sans_circuit", False, None)
        assert ecrite.evaluation_source == "X" and ecrite.version_circuit is None


@pytest.mark.parametrize("liste", ["dossiers", "informations", "transmissions", "recherche"])
@pytest.mark.parametrize("filtre", ["q", "etat", "attente", "genre", "source", "mineur", "page", "direction"])
def test_un_filtre_force_ne_montre_rien_de_plus(liste, filtre, terrain, client_de):
    client = client_de(terrain.membre)
    for valeur in (
        terrain.autre.reference,
        terrain.cachee.reference,
        str(terrain.autre.pk),
        "%",
        "999",
        "\x00",
    ):
        reponse = client.get(reverse(liste), {filtre: valeur})
        assert reponse.status_code in (200, 400)
        montree = reponse.content.decode().replace(f'value="{valeur}"', "")
        assert terrain.autre.get_absolute_url() not in montree
        assert terrain.cachee.get_absolute_url() not in montree
