"""The exportable list of mandated persons equals the effective rights at that moment (R07); the clearances (R05)."""

import csv
from datetime import timedelta
from io import BytesIO, StringIO

import openpyxl
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from csil.comptes.groupes import CELLULE, OFFICIER, SENSIBLES
from csil.comptes.models import GroupeEnVigueur
from csil.identite import au_nom_de
from partenaires.distribution import creer, habiliter, mandater
from partenaires.mandats.mandatees import COLONNES
from partenaires.mandats.models import AttestationHabilitation
from tests.outils import mandat_de, proprietaire
from tests.partenaires.mandats.mandats import journal, nouveau_membre, suspendre

pytestmark = pytest.mark.dates


def lire_csv(reponse):
    return list(csv.DictReader(StringIO(reponse.content.decode("utf-8-sig")), delimiter=";"))


def en_vigueur():
    """What the database lets in, for the sensitive groups."""
    vigueur = GroupeEnVigueur.objects.filter(groupe__name__in=SENSIBLES).select_related("personne", "groupe")
    return sorted((str(entree.personne), entree.groupe.name) for entree in vigueur)


def test_la_liste_est_celle_des_droits_effectifs(distribution, client_de):
    """Through every state: suspended, expired, without group, waiting: what is not in force is not in the list."""
    client = client_de(distribution.dpo)

    def listes():
        lignes = lire_csv(client.get("/mandats/personnes/export.csv"))
        ecran = client.get("/mandats/personnes/").context["lignes"]
        a_l_ecran = sorted((str(ligne["mandat"].personne), ligne["mandat"].groupe.name) for ligne in ecran)
        assert a_l_ecran == sorted((ligne["Personne"], ligne["Groupe"]) for ligne in lignes)
        return a_l_ecran

    assert listes() == en_vigueur() and len(listes()) == 6
    _, suspendu = nouveau_membre(distribution, "suspendu")
    nouveau_membre(distribution, "echu", fin=timezone.now() - timedelta(seconds=1))
    nouveau_membre(distribution, "a-venir", debut=timezone.now() + timedelta(days=1))
    nouveau_membre(distribution, "attente", confirme_par=None)
    entree, _ = nouveau_membre(distribution, "entree")
    with proprietaire():
        suspendre(suspendu)
        sans_groupe = creer("sans-groupe", "Sans groupe")
        mandater(sans_groupe, CELLULE, demande_par=distribution.admin, confirme_par=distribution.bourgmestre)
        ferme = distribution.contact_tfl
        ferme.is_active = False
        ferme.save()
    assert listes() == en_vigueur()
    assert (str(entree), CELLULE) in listes() and len(listes()) == 6


def test_ce_que_dit_chaque_ligne(distribution, client_de):
    lignes = lire_csv(client_de(distribution.bourgmestre).get("/mandats/personnes/export.csv"))
    officier = next(ligne for ligne in lignes if ligne["Groupe"] == OFFICIER)
    assert list(officier) == list(COLONNES)
    assert officier["Fonction"] == "Officier d’information" and officier["Partenaire"]
    assert officier["Qualité"] == "titulaire" and officier["Second facteur"] == "installé"
    assert officier["Habilitation de niveau SECRET"].startswith("oui, jusqu’au ")
    assert officier["Engagement de confidentialité"].startswith("version 1, le ")
    membre = next(ligne for ligne in lignes if ligne["Groupe"] == CELLULE)
    assert membre["Habilitation de niveau SECRET"] == ""


def test_les_deux_exports_disent_la_meme_chose_et_sont_inscrits(distribution, client_de):
    client = client_de(distribution.referent)
    feuille = openpyxl.load_workbook(BytesIO(client.get("/mandats/personnes/export.xlsx").content)).active
    rangs = [[cellule or "" for cellule in rang] for rang in feuille.iter_rows(values_only=True)]
    lignes = lire_csv(client.get("/mandats/personnes/export.csv"))
    assert rangs == [list(COLONNES), *(list(ligne.values()) for ligne in lignes)]
    entrees = journal("partenaires.mandatees_exportees")
    assert [(e.verbe, e.qui_id) for e in entrees] == [("communication", distribution.referent.pk)] * 2


def test_la_liste_coute_toujours_autant(distribution, client_de):
    def mesurer(adresse):
        client = client_de(distribution.dpo)
        with CaptureQueriesContext(connection) as requetes:
            client.get(adresse)
        return len(requetes)

    adresses = ("/mandats/personnes/", "/mandats/personnes/export.csv")
    avant = [mesurer(adresse) for adresse in adresses]
    for numero in range(8):
        personne, _ = nouveau_membre(distribution, f"m{numero}", OFFICIER)
        with proprietaire():
            habiliter(personne, par=distribution.bourgmestre)
    assert [mesurer(adresse) for adresse in adresses] == avant


# The clearance of the police members: a yes and a date


def test_attester_une_habilitation(distribution, client_de):
    officier, client = distribution.officier_information, client_de(distribution.chef_de_corps)
    mandat = mandat_de(officier)
    adresse = f"/mandats/{mandat.pk}/habilitation/"
    assert "attestée jusqu’au" in client.get(f"/mandats/{mandat.pk}/").content.decode()
    assert "Donnez le dernier jour" in client.post(adresse, {"valable_jusqu_au": ""}).content.decode()
    assert "Ce n’est pas une date" in client.post(adresse, {"valable_jusqu_au": "bientôt"}).content.decode()
    hier = timezone.localdate() - timedelta(days=1)
    assert client.post(adresse, {"valable_jusqu_au": hier.isoformat()}).status_code == 302
    page = client.get(f"/mandats/{mandat.pk}/").content.decode()
    assert "Finie" in page
    assert "Attester l’habilitation d’un membre policier" in client.get("/").content.decode()
    liste = client.get("/mandats/personnes/").content.decode()
    assert "Non, finie le" in liste.replace("\xa0", " ")
    bientot = timezone.localdate() + timedelta(days=20)
    client.post(adresse, {"valable_jusqu_au": bientot.isoformat()})
    assert "Finit bientôt" in client.get(f"/mandats/{mandat.pk}/").content.decode()
    plus_tard = timezone.localdate() + timedelta(days=900)
    client.post(adresse, {"valable_jusqu_au": plus_tard.isoformat()})
    assert "Attester l’habilitation d’un membre policier" not in client.get("/").content.decode()
    assert len(journal("partenaires.habilitation_attestee")) == 3
    with proprietaire():
        assert officier.attestations.count() == 4 and officier.attestations.first().history.count() == 1


def test_qui_atteste(distribution, client_de, parler):
    sien = mandat_de(distribution.chef_de_corps)
    assert client_de(distribution.chef_de_corps).post(f"/mandats/{sien.pk}/habilitation/").status_code == 403
    membre = mandat_de(distribution.membre_cellule)  # no clearance is asked of her
    assert client_de(distribution.bourgmestre).get(f"/mandats/{membre.pk}/habilitation/").status_code == 403
    jour = timezone.localdate()
    with parler(distribution.admin), pytest.raises(PermissionDenied):
        AttestationHabilitation.attester(
            distribution.officier_information, par=distribution.admin, valable_jusqu_au=jour
        )
    with parler(distribution.chef_de_corps), pytest.raises(ValidationError):
        AttestationHabilitation.attester(
            distribution.chef_de_corps, par=distribution.chef_de_corps, valable_jusqu_au=jour
        )


def test_sql_une_attestation_ne_se_prend_ni_ne_se_reecrit(distribution):
    inserer = (
        "INSERT INTO partenaires_attestationhabilitation (id, personne_id, valable_jusqu_au, attestee_par_id, attestee_le)"
        " VALUES (gen_random_uuid(), %s, '2030-01-01', %s, now())"
    )

    def refuse(sql, *parametres):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as curseur:
            curseur.execute(sql, parametres)

    officier, bourgmestre = distribution.officier_information, distribution.bourgmestre
    for qui in (officier, distribution.admin, distribution.dpo):
        with au_nom_de(qui, second_facteur=True):
            refuse(inserer, officier.pk, qui.pk)
            refuse(inserer, officier.pk, bourgmestre.pk)
    with au_nom_de(bourgmestre, second_facteur=True):
        refuse(inserer, bourgmestre.pk, bourgmestre.pk)
        refuse("UPDATE partenaires_attestationhabilitation SET valable_jusqu_au = '2040-01-01'")
        refuse("DELETE FROM partenaires_attestationhabilitation")
    with au_nom_de(distribution.membre_cellule, second_facteur=True):
        assert not AttestationHabilitation.objects.exists()
