"""Whom a sector calls at the police: designated, confirmed, and an alarm when it can no longer be counted on."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from csil.courrier.models import Envoi
from csil.identite import au_nom_de_l_horloge
from informations_sensibles.secteurs import echeances
from informations_sensibles.secteurs.models import PointDeContact
from partenaires.annuaire.models import Contact, Partenaire
from tests.informations_sensibles import ecritures as cellule
from tests.outils import proprietaire

pytestmark = pytest.mark.dates


@pytest.fixture
def tec(distribution):
    with proprietaire():
        return cellule.secteur()


@pytest.fixture
def contact(distribution):
    with proprietaire():
        police = Partenaire.objects.get(code="police-locale-liege")
        return Contact.objects.create(partenaire=police, nom="Plan zonal", courriel="plan@csil.example")


@pytest.fixture
def referent(distribution, client_de):
    return client_de(distribution.referent)


DONNEES = {
    "horaires": "Du lundi au vendredi, de 8 h à 17 h",
    "hors_horaires": "Le dispatching de la zone de police.",
    "debut": "2026-01-01",
}


def alarmes(point):
    with proprietaire():
        return PointDeContact.objects.complets().get(pk=point.pk).alarmes


def test_designer_puis_remplacer(tec, contact, referent, distribution):
    """The former one is withdrawn in the same act: one at a time, in the database too."""
    adresse = reverse("point-de-contact-nouveau", args=[tec.pk])
    assert referent.post(adresse, DONNEES | {"contact": contact.pk}).status_code == 302
    suite = DONNEES | {"personne": distribution.chef_de_corps.pk, "suppleant_contact": contact.pk}
    assert referent.post(adresse, suite).status_code == 302
    with proprietaire():
        ancien, actuel = PointDeContact.objects.order_by("confirme_le")
        assert (
            ancien.designation == "Plan zonal, Police locale de Liège"
            and ancien.retire_par == distribution.referent
        )
        assert (
            actuel.designation == "Chef de Corps" and actuel.suppleant == "Plan zonal, Police locale de Liège"
        )
        assert actuel.confirme_par == distribution.referent and actuel.retire_le is None
        ancien.retire_le = None
        with pytest.raises(IntegrityError), transaction.atomic():
            ancien.save()


@pytest.mark.parametrize(
    "choix", [{}, {"contact": "oui", "personne": "oui"}, {"contact": "oui", "fin": "2025-01-01"}]
)
def test_ce_qui_ne_se_tient_pas_est_refuse_et_rien_n_est_perdu(choix, tec, contact, referent, distribution):
    valeurs = {"contact": contact.pk, "personne": distribution.chef_de_corps.pk}
    donnees = DONNEES | {nom: valeurs.get(nom, valeur) for nom, valeur in choix.items()}
    reponse = referent.post(reverse("point-de-contact-nouveau", args=[tec.pk]), donnees)
    assert reponse.status_code == 200 and "Le dispatching de la zone" in cellule.lu(reponse)
    with proprietaire():
        assert not PointDeContact.objects.exists()


def test_toujours_exact_en_un_geste(tec, contact, referent, distribution, client_de):
    with proprietaire():
        point = cellule.point(contact=contact, confirme_le=timezone.now() - timedelta(days=250))
    assert alarmes(point)[0].startswith("Personne ne l’a confirmé depuis")
    assert (
        client_de(distribution.membre_cellule)
        .post(reverse("point-de-contact-confirmer", args=[point.pk]))
        .status_code
        == 403
    )
    assert referent.post(reverse("point-de-contact-confirmer", args=[point.pk])).status_code == 302
    assert alarmes(point) == []
    with proprietaire():
        confirme = PointDeContact.objects.get()
        assert confirme.confirme_par == distribution.referent
        assert confirme.history.first().history_change_reason == "Toujours exact"


def test_la_personne_designee_confirme_elle_meme(tec, distribution, client_de):
    with proprietaire():
        point = cellule.point(personne=distribution.chef_de_corps)
    chef = client_de(distribution.chef_de_corps)
    assert chef.post(reverse("point-de-contact-confirmer", args=[point.pk])).status_code == 302
    assert chef.post(reverse("point-de-contact-retirer", args=[point.pk])).status_code == 403


def test_une_alarme_quand_le_contact_part_ou_s_absente(tec, contact, distribution, parler):
    """The directory owes nothing to the Cellule: its own people delete the contact, and the point says so."""
    jour = timezone.localdate()
    with proprietaire():
        point = cellule.point(contact=contact)
        contact.absent_du, contact.absent_au = jour, jour + timedelta(days=5)
        contact.save()
    assert alarmes(point)[0].startswith("Il est absent jusqu’au")
    with parler(distribution.agent_cripel), transaction.atomic():
        Contact.objects.get(pk=contact.pk).delete()
    assert alarmes(point) == ["Il ne figure plus dans l’annuaire."]
    with proprietaire():
        assert str(PointDeContact.objects.get()) == "Plan zonal, Police locale de Liège"


def test_une_alarme_quand_le_compte_ou_le_mandat_prend_fin(tec, distribution):
    chef = distribution.chef_de_corps
    with proprietaire():
        point = cellule.point(personne=chef)
    assert alarmes(point) == []
    with proprietaire():
        mandat = chef.mandats.get()
        mandat.fin = timezone.now()
        mandat.save()
    assert alarmes(point) == ["Son mandat n’est plus en vigueur."]
    with proprietaire():
        chef.is_active = False
        chef.save()
    assert alarmes(point) == ["Son compte est fermé."]


def test_une_alarme_quand_la_validite_passe(tec, contact, referent, distribution, client_de):
    """Shown on the sector, waiting on the home page of its keepers, and written to them once."""
    hier = timezone.localdate() - timedelta(days=1)
    with proprietaire():
        point = cellule.point(contact=contact, debut=hier - timedelta(days=90), fin=hier)
    assert alarmes(point)[0].startswith("Sa période de validité a pris fin")
    assert "sa période de validité a pris fin" in cellule.lu(referent.get(tec.get_absolute_url()))
    for login, attend in (("referent", True), ("officier_information", True), ("membre_cellule", False)):
        accueil = cellule.lu(client_de(getattr(distribution, login)).get("/"))
        assert ("Remettre un secteur à jour : TEC" in accueil) is attend
    for _ in range(2):
        with au_nom_de_l_horloge():
            echeances.points_de_contact()
    with proprietaire():
        assert Envoi.objects.count() == 2
    assert referent.post(reverse("point-de-contact-retirer", args=[point.pk])).status_code == 302
    assert "Ce secteur n’a pas de point de contact police" in cellule.lu(referent.get(tec.get_absolute_url()))


@pytest.mark.parametrize("cas", ["absent", "parti", "ferme", "sans mandat", "a confirmer", "rien"])
def test_l_horloge_et_l_ecran_disent_la_meme_chose(cas, tec, contact, distribution):
    jour, chef = timezone.localdate(), distribution.chef_de_corps
    with proprietaire():
        choix = {"personne": chef} if cas in ("ferme", "sans mandat") else {"contact": contact}
        ancien = timezone.now() - timedelta(days=250 if cas == "a confirmer" else 10)
        point = cellule.point(confirme_le=ancien, **choix)
        if cas == "absent":
            contact.absent_du, contact.absent_au = jour, jour
            contact.save()
        if cas == "parti":
            contact.delete()
        if cas == "ferme":
            chef.is_active = False
            chef.save()
        if cas == "sans mandat":
            mandat = chef.mandats.get()
            mandat.termine_le, mandat.termine_par = timezone.now(), distribution.bourgmestre
            mandat.save()
    with au_nom_de_l_horloge():
        echeances.points_de_contact()
    with proprietaire():
        assert bool(Envoi.objects.count()) == bool(alarmes(point)) == (cas != "rien")


def test_un_point_de_contact_sectoriel_lit_le_sien(tec, contact, distribution, client_de):
    with proprietaire():
        cellule.correspondre(distribution.contact_tec)
        cellule.point(contact=contact)
        cellule.point(cellule.secteur("ecoles"), personne=distribution.referent)
        suivi = cellule.processus()
        cellule.version(
            suivi, 1, "en_vigueur", redigee_par=distribution.referent, approuvee_par=distribution.bourgmestre
        )
    client = client_de(distribution.contact_tec)
    lu = cellule.lu(client.get(suivi.get_absolute_url()))
    assert "Plan zonal" in lu and "Danger immédiat : appelez le 112" in lu
    assert [p.secteur_id for p in _visibles(distribution.contact_tec)] == [tec.pk]


def _visibles(personne):
    with proprietaire():
        return list(PointDeContact.objects.visible_to(personne))


def test_un_telephone_hors_de_l_annuaire_se_demande_une_fois(tec, contact, referent):
    """The guard reads these lines too: a number that the directory does not know is asked about."""
    adresse = reverse("point-de-contact-nouveau", args=[tec.pk])
    donnees = DONNEES | {"contact": contact.pk, "hors_horaires": "Appelez le 0470 12 34 56."}
    reponse = referent.post(adresse, donnees)
    assert "Ce n’est pas une personne" in cellule.lu(reponse)
    with pytest.raises(ValidationError), proprietaire():
        cellule.point(contact=contact, personne=None, suppleant_contact=contact, suppleant_personne_id=1)
