"""The sectors: their record, their organisations and people, their drills, what the clock says of them."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.comptes.groupes import OFFICIER
from csil.courrier.models import Envoi
from csil.identite import au_nom_de, au_nom_de_l_horloge
from csil.journal.models import EntreeJournal
from informations_sensibles.secteurs import echeances
from informations_sensibles.secteurs.models import (
    CorrespondantSecteur,
    Exercice,
    OrganisationSecteur,
    Secteur,
)
from partenaires.annuaire.models import Quartier
from partenaires.distribution import attribuer, creer
from tests.informations_sensibles import ecritures as cellule
from tests.outils import proprietaire

pytestmark = pytest.mark.dates


@pytest.fixture
def tec(distribution):
    with proprietaire():
        return cellule.secteur()


@pytest.fixture
def referent(distribution, client_de):
    return client_de(distribution.referent)


def page(client, nom, *arguments):
    reponse = client.get(reverse(nom, args=arguments))
    assert reponse.status_code == 200
    return cellule.lu(reponse)


def test_les_trois_premiers_secteurs(tec, referent):
    liste = page(referent, "secteurs")
    assert [nom in liste for nom in ("TEC", "Hôpitaux", "Écoles")] == [True] * 3
    assert "Cellule – Secteurs" in liste and "ce que vous lisez ici ne se recopie pas ailleurs" in liste


def test_un_administrateur_ajoute_un_secteur_et_n_en_lit_rien(tec, distribution, client_de):
    admin = client_de(distribution.admin)
    donnees = {"nom": "Clubs sportifs", "code": "clubs-sportifs"}
    assert admin.post("/admin/informations_sensibles/secteur/add/", donnees).status_code == 302
    assert "Clubs sportifs" in page(client_de(distribution.referent), "secteurs")
    for adresse in (
        reverse("secteurs"),
        tec.get_absolute_url(),
        "/admin/informations_sensibles/processuscommunication/",
    ):
        assert admin.get(adresse).status_code == 404
    with proprietaire():
        nouveau = Secteur.objects.get(code="clubs-sportifs")
        assert nouveau.history.get().history_user == distribution.admin
    assert (
        admin.post(f"/admin/informations_sensibles/secteur/{nouveau.pk}/delete/", {"post": "yes"}).status_code
        == 403
    )


def test_les_phrases_de_reponse_se_gerent_dans_l_administration(distribution, client_de):
    admin = client_de(distribution.admin)
    donnees = {"phrase": "Merci, nous en parlons.", "pour": "contextuel", "ordre": "20", "active": "on"}
    assert admin.post("/admin/informations_sensibles/reponsetype/add/", donnees).status_code == 302


def test_un_quartier_cite_par_un_signalement_ne_s_efface_pas(distribution, client_de):
    """The administrator does not see the row that names it; the database does, and one sentence says it."""
    with proprietaire():
        quartier = Quartier.objects.create(nom="Droixhe")
        libre = Quartier.objects.create(nom="Jupille")
        cellule.signalement(distribution.referent, quartier=quartier)
    admin = client_de(distribution.admin)
    reponse = admin.post(f"/admin/partenaires/quartier/{quartier.pk}/delete/", {"post": "yes"}, follow=True)
    assert "encore citée ailleurs" in cellule.lu(reponse)
    assert admin.post(f"/admin/partenaires/quartier/{libre.pk}/delete/", {"post": "yes"}).status_code == 302
    with proprietaire():
        assert list(Quartier.objects.all()) == [quartier]


def test_tenir_les_organisations(tec, referent, distribution, client_de):
    donnees = {"nom": "Réseau TEC", "note": "Bus et tram"}
    assert referent.post(reverse("organisation-nouvelle", args=[tec.pk]), donnees).status_code == 302
    assert "Bus et tram" in page(referent, "secteur", tec.pk)
    doublon = referent.post(reverse("organisation-nouvelle", args=[tec.pk]), donnees)
    assert "figure déjà dans le secteur" in cellule.lu(doublon)
    with proprietaire():
        organisation = OrganisationSecteur.objects.get()
    adresse = reverse("organisation-modifier", args=[organisation.pk])
    donnees = {"nom": "Réseau TEC", "note": "", "retiree": "on", "version": organisation.version}
    assert referent.post(adresse, donnees).status_code == 302
    assert "n’est plus concernée" in page(referent, "secteur", tec.pk)
    histoire = page(referent, "secteur-historique", tec.pk)
    assert "a modifié l’organisation" in histoire and "Référent Radicalisme" in histoire
    membre = client_de(distribution.membre_cellule)
    assert membre.post(adresse, donnees).status_code == 403 and "Modifier" not in page(
        membre, "secteur", tec.pk
    )


def test_un_marquage_arrete_le_formulaire(tec, referent):
    reponse = referent.post(
        reverse("organisation-nouvelle", args=[tec.pk]), {"nom": "Réseau", "note": "CONFIDENTIEL UE"}
    )
    assert reponse.status_code == 422 and "CONFIDENTIEL UE" not in cellule.lu(reponse)
    with proprietaire():
        assert not OrganisationSecteur.objects.exists()


def test_designer_une_personne_du_secteur(tec, referent, distribution, client_de):
    """Two people: an administrator gives the group, the Référent the sector; the pages open and close at once."""
    contact = distribution.contact_tec
    with proprietaire():
        cellule.version(
            cellule.processus(),
            1,
            "en_vigueur",
            redigee_par=distribution.referent,
            approuvee_par=distribution.bourgmestre,
        )
    du_secteur = client_de(contact)
    assert "Aucun processus n’est en vigueur" in page(du_secteur, "processus-liste")
    adresse = reverse("correspondant-nouveau", args=[tec.pk])
    refus = referent.post(adresse, {"personne": distribution.agent_saj.pk, "fonction": "Coordination"})
    assert "Sélectionnez un choix valide" in cellule.lu(refus)
    assert referent.post(adresse, {"personne": contact.pk, "fonction": "Coordination"}).status_code == 302
    assert "Faits inquiétants" in page(du_secteur, "processus-liste")
    with proprietaire():
        lien = CorrespondantSecteur.objects.get()
        (ligne,) = EntreeJournal.objects.filter(acte="cellule.correspondant_designe")
        assert ligne.destinataires == [str(contact.pk)] and ligne.verbe == "attribution"
    terminer = reverse("correspondant-terminer", args=[lien.pk])
    assert du_secteur.post(terminer).status_code == 404
    assert referent.post(terminer).status_code == 302
    assert "Aucun processus n’est en vigueur" in page(du_secteur, "processus-liste")
    assert referent.post(terminer).status_code == 403


def test_personne_ne_se_designe(tec, distribution, parler):
    with proprietaire():
        attribuer(distribution.referent, "Points de contact sectoriels")
    with parler(distribution.referent), pytest.raises(ValidationError, match="soi-même"):
        CorrespondantSecteur.designer(
            par=distribution.referent, secteur=tec, personne=distribution.referent, fonction="x"
        )
    with parler(distribution.referent), pytest.raises(ValidationError, match="Un administrateur met"):
        CorrespondantSecteur.designer(
            par=distribution.referent, secteur=tec, personne=distribution.agent_saj, fonction="x"
        )


def test_le_dernier_jour_passe(tec, distribution, client_de):
    """A date passing between two requests closes the sector."""
    with proprietaire():
        lien = cellule.correspondre(distribution.contact_tec, fin=timezone.now() + timedelta(hours=1))
        suivi = cellule.processus()
        cellule.version(
            suivi, 1, "en_vigueur", redigee_par=distribution.referent, approuvee_par=distribution.bourgmestre
        )
    client = client_de(distribution.contact_tec)
    assert client.get(suivi.get_absolute_url()).status_code == 200
    with proprietaire():
        lien.fin = timezone.now()
        lien.save()
    assert client.get(suivi.get_absolute_url()).status_code == 404


def test_un_groupe_retire_au_milieu_d_un_formulaire(tec, distribution, client_de):
    """The form was open; the group is gone when it is sent: the section does not exist any more."""
    officier = client_de(distribution.officier_information)
    adresse = reverse("organisation-nouvelle", args=[tec.pk])
    assert officier.get(adresse).status_code == 200
    with proprietaire():
        distribution.officier_information.attributions.get(groupe__name=OFFICIER).delete()
    assert officier.post(adresse, {"nom": "Réseau TEC", "note": ""}).status_code == 404
    with proprietaire():
        assert not OrganisationSecteur.objects.exists()


def test_les_gestes_en_un_clic_ne_se_font_qu_en_post(distribution, client_de):
    """Nor by a method that nobody expects."""
    with proprietaire():
        monde = cellule.monde(distribution)
    referent = client_de(distribution.referent)
    gestes = {
        "correspondant-terminer": "correspondant",
        "point-de-contact-confirmer": "point_de_contact",
        "point-de-contact-retirer": "point_de_contact",
        "exercice-envoyer": "exercice",
        "processus-brouillon": "processus",
        "version-soumettre": "brouillon",
        "version-reprendre": "soumise",
    }
    for nom, objet in gestes.items():
        adresse = reverse(nom, args=[monde[objet]])
        for methode in ("get", "put", "patch", "delete"):
            assert getattr(referent, methode)(adresse).status_code == 405, (nom, methode)


# Drills


def test_un_exercice_du_message_d_essai_a_son_resultat(tec, referent, distribution):
    with proprietaire():
        cellule.point(personne=distribution.chef_de_corps)
    demain = timezone.localdate() + timedelta(days=1)
    assert referent.post(reverse("exercice-nouveau", args=[tec.pk]), {"prevu_le": demain}).status_code == 302
    second = referent.post(reverse("exercice-nouveau", args=[tec.pk]), {"prevu_le": demain})
    assert "déjà en cours" in cellule.lu(second)
    with proprietaire():
        exercice = Exercice.objects.get()
    conclure = reverse("exercice-conclure", args=[exercice.pk])
    assert referent.get(conclure).status_code == 403  # nothing was sent yet
    assert referent.post(reverse("exercice-envoyer", args=[exercice.pk])).status_code == 302
    with proprietaire():
        envoi = Envoi.objects.get()
        assert envoi.destinataire == distribution.chef_de_corps.email
        assert "Ceci est un exercice" in envoi.corps.texte and "TEC" not in envoi.corps.texte
    sans = referent.post(conclure, {"resultat": "reussi"})
    assert "Donnez le moment de la réponse" in cellule.lu(sans)
    futur = (timezone.localtime() + timedelta(days=2)).strftime("%Y-%m-%dT12:00")
    tard = referent.post(conclure, {"resultat": "reussi", "repondu_le": futur})
    assert "pas encore venu" in cellule.lu(tard)
    maintenant = timezone.localtime().strftime("%Y-%m-%dT%H:%M")
    donnees = {"resultat": "reussi", "repondu_le": maintenant, "commentaire": "Bonne personne."}
    assert referent.post(conclure, donnees).status_code == 302
    fiche = page(referent, "secteur", tec.pk)
    assert "En 1 minute" in fiche and "La bonne personne a répondu à temps" in fiche
    assert referent.post(conclure, donnees).status_code == 403


def test_personne_ne_repond(tec, distribution, parler):
    with proprietaire():
        exercice = Exercice.objects.create(
            secteur=tec, prevu_le=timezone.localdate(), envoye_le=timezone.now() - timedelta(days=3)
        )
    with parler(distribution.referent):
        with pytest.raises(ValidationError), transaction.atomic():
            exercice.conclure(par=distribution.referent, resultat="sans_reponse", repondu_le=timezone.now())
        exercice = Exercice.objects.get()
        exercice.conclure(par=distribution.referent, resultat="sans_reponse")
        assert exercice.delai is None and exercice.prochain > timezone.localdate()
    with parler(distribution.membre_cellule), pytest.raises(PermissionDenied):
        exercice.conclure(par=distribution.membre_cellule, resultat="sans_reponse")


def conclu(tec, jours):
    envoi = timezone.now() - timedelta(days=jours)
    return Exercice.objects.create(
        secteur=tec,
        prevu_le=timezone.localdate(envoi),
        envoye_le=envoi,
        repondu_le=envoi,
        resultat="reussi",
        conclu_le=envoi,
    )


def test_un_exercice_de_plus_d_un_an_se_voit_et_s_ecrit(tec, referent, distribution):
    """On the record, on the home page, and by an e-mail that names nothing, sent once to each keeper."""
    with proprietaire():
        cellule.point(personne=distribution.chef_de_corps)
        conclu(tec, 400)
    assert "Le dernier exercice date du" in page(referent, "secteur", tec.pk)
    assert "Remettre un secteur à jour : TEC" in page(referent, "accueil")
    for _ in range(2):
        with au_nom_de_l_horloge():
            echeances.exercices()
            echeances.points_de_contact()
    with proprietaire():
        envois = list(Envoi.objects.order_by("destinataire"))
        assert {e.destinataire for e in envois} == {
            distribution.referent.email,
            distribution.officier_information.email,
        }
        for envoi in envois:
            assert not any(mot in envoi.corps.texte + envoi.corps.objet for mot in ("TEC", "Chef de Corps"))
        conclu(tec, 10)
    assert "Le dernier exercice date du" not in page(referent, "secteur", tec.pk)


def test_seule_l_horloge_apprend_ce_qui_est_echu(tec, distribution):
    with proprietaire():
        conclu(tec, 400)

    def appris():
        with transaction.atomic(), connection.cursor() as curseur:
            curseur.execute("SELECT count(*) FROM csil_exercices_dus(12)")
            return curseur.fetchone()[0]

    with au_nom_de(distribution.referent, second_facteur=True):
        assert appris() == 0
    with au_nom_de(None):
        assert appris() == 0
    with au_nom_de_l_horloge():
        assert appris() == 1 and not Exercice.objects.exists() and not Secteur.objects.exists()


# As many queries for a hundred rows as for two


def requetes(client, adresse) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captees:
        assert client.get(adresse).status_code == 200
    return len(captees)


def test_la_liste_et_la_fiche_coutent_toujours_pareil(tec, referent, distribution):
    adresses = (
        reverse("secteurs"),
        reverse("cellule"),
        tec.get_absolute_url(),
        reverse("secteur-historique", args=[tec.pk]),
    )
    with proprietaire():
        _remplir(tec, distribution, 1)
    for adresse in adresses:
        referent.get(adresse)
    avant = [requetes(referent, adresse) for adresse in adresses]
    with proprietaire():
        for rang in range(2, 8):
            _remplir(
                Secteur.objects.create(nom=f"Secteur {rang}", code=f"secteur-{rang}"), distribution, rang
            )
            _remplir(tec, distribution, rang * 10)
    apres = [requetes(referent, adresse) for adresse in adresses]
    assert (
        apres[:3] == avant[:3] and apres[3] <= avant[3]
    )  # of a full page of history some source may be absent


def _remplir(lieu, distribution, rang):
    OrganisationSecteur.objects.create(secteur=lieu, nom=f"Organisation {rang}")
    personne = creer(f"contact-{rang}", f"Contact {rang}")
    cellule.correspondre(personne, lieu)
    if lieu.point is None:
        cellule.point(lieu, personne=distribution.chef_de_corps)
    conclu(lieu, 20 + rang)
    cellule.signalement(personne, lieu)
    suivi = cellule.processus(lieu, f"Processus {rang}")
    cellule.version(
        suivi,
        1,
        "en_vigueur",
        redigee_par=distribution.officier_information,
        approuvee_par=distribution.bourgmestre,
    )
