"""What a fresh pair of eyes tried on dossiers, informations and transmissions: each attack that once worked, and does not any more."""

import uuid

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from csil.identite import au_nom_de
from informations_sensibles.dossiers.models import DroitDossier, Facteur, Identite, Niveau, Revelation
from informations_sensibles.informations.models import Information
from informations_sensibles.signaler.models import SignalementPartenaire, SuiteSignalement
from informations_sensibles.transmissions.models import CopieFigee
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.dossiers.test_modele import lancer, proposer_et_decider
from tests.informations_sensibles.ecritures import lu
from tests.informations_sensibles.signaler import ecritures as signaler
from tests.informations_sensibles.transmissions import ecritures as transmissions
from tests.informations_sensibles.transmissions.test_modele import Monde
from tests.outils import proprietaire

NOM = "Zirconium"


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.fetchall() if curseur.description else curseur.rowcount


def refuse(sql, *parametres, dit):
    with pytest.raises(DatabaseError, match=dit):
        executer(sql, *parametres)


@pytest.fixture
def lu_par_le_membre(distribution):
    """Led by the Référent; the member of the Cellule reads it, and adds nothing."""
    with proprietaire():
        suivi = dossiers.dossier(distribution.referent)
        dossiers.inviter(suivi, distribution.membre_cellule, Niveau.LIRE)
    return suivi


# Frozen copies


def test_la_copie_figee_n_est_pas_lue_du_cercle(distribution, parler, client_de):
    """It repeats the words of an information that State Security did not open to the circle."""
    gens = distribution
    with proprietaire():
        suivi = dossiers.dossier(gens.membre_cellule)
        dossiers.inviter(suivi, gens.referent)
        fermee = dossiers.finie(gens.officier_information, suivi, cercle=False, source="surete")
        partie = transmissions.transmission(
            gens.chef_de_corps, suivi, [fermee], gens.contact_tfl, gens.officier_information, "liberee"
        )
    for personne, lit in (
        (gens.membre_cellule, False), (gens.referent, False), (gens.officier_information, True),
        (gens.bourgmestre, True), (gens.contact_tfl, True),
    ):  # fmt: skip
        with parler(personne):
            assert CopieFigee.objects.exists() is lit
            assert CopieFigee.objects.visible_to(personne).exists() is lit
    page = client_de(gens.membre_cellule).get(reverse("transmission", args=[partie.pk]))
    assert "lue par cette personne et par qui libère" in lu(page) and "Empreinte" not in lu(page)


# Identities


def test_qui_lit_une_information_du_cercle_n_en_voit_pas_l_identite(
    lu_par_le_membre, distribution, client_de
):
    """It stayed with the information, since the dossier knew already who it follows (decision 15)."""
    membre = distribution.membre_cellule
    with proprietaire():
        finie = dossiers.finie(distribution.officier_information, lu_par_le_membre)
        identite = dossiers.identite(distribution.referent, information=finie, nom=NOM)
    client = client_de(membre)
    assert client.get(reverse("information", args=[finie.pk])).status_code == 200
    adresse = reverse("information-identite", args=[finie.pk])
    assert client.post(adresse, {"motif": "Par curiosité."}).status_code == 404
    with au_nom_de(membre, second_facteur=True):
        assert executer("SELECT csil_identite_de(%s)", finie.pk) == [(None,)]
        assert not Identite.objects.revelables_par(membre).exists()
        refuse(
            "INSERT INTO informations_sensibles_revelation (id, identite_id, par_id, motif, le)"
            " VALUES (%s, %s, %s, 'Curiosité', now())",
            uuid.uuid4(), identite.pk, membre.pk, dit="row-level security",
        )  # fmt: skip


def test_un_nom_ne_s_essaie_pas_en_saisissant_une_information(lu_par_le_membre, distribution):
    gens = distribution
    with proprietaire():
        suivie = dossiers.implication(lu_par_le_membre, gens.referent)
        dossiers.identite(gens.referent, implication=suivie, nom=NOM)
        essai = dossiers.information(gens.membre_cellule, "a_valider")
        dossiers.identite(gens.membre_cellule, information=essai, nom=NOM)
    with au_nom_de(gens.membre_cellule, second_facteur=True):
        assert executer("SELECT * FROM csil_meme_personne(%s)", essai.pk) == []


def test_un_nom_ne_s_essaie_pas_sur_ce_qui_est_sous_embargo(distribution):
    gens = distribution
    with proprietaire():
        suivi = dossiers.dossier(gens.membre_cellule)
        tenue = dossiers.information(gens.officier_information, dossier=suivi)
        dossiers.identite(gens.officier_information, information=tenue, nom=NOM)
        dossiers.embargo(tenue, gens.officier_information)
    for cles in ((suivi.pk, None), (None, tenue.pk)):
        with au_nom_de(gens.membre_cellule, second_facteur=True):
            assert executer("SELECT csil_nomme(%s, %s, NULL, %s)", *cles, NOM) == [(False,)]


def test_une_identite_ne_sort_pas_de_son_dossier(distribution, parler):
    """Carried off with an information of one’s own, it would stay open after one has left the circle."""
    officier = distribution.officier_information
    with proprietaire():
        suivi = dossiers.dossier(distribution.membre_cellule)
        dossiers.inviter(suivi, officier, Niveau.CONTRIBUER)
        suivie = dossiers.implication(suivi, distribution.membre_cellule)
        identite = dossiers.identite(distribution.membre_cellule, implication=suivie)
        sienne = dossiers.information(officier, "a_valider")
    with parler(officier):
        dossiers.reveler(identite, officier)
        refuse(
            "UPDATE informations_sensibles_identite SET implication_id = NULL, information_id = %s",
            sienne.pk, dit="n'en sort pas",
        )  # fmt: skip
        refuse("UPDATE informations_sensibles_identite SET saisie_par_id = %s", officier.pk, dit="origine")


def test_une_identite_ne_s_ecrit_pas_sur_l_information_d_un_autre(distribution, parler):
    membre = distribution.membre_cellule
    with proprietaire():
        autre = dossiers.information(distribution.officier_information, "a_valider")
    fausse = Identite(information_id=autre.pk, nom="Fausse", saisie_par=membre)
    with parler(membre), pytest.raises(DatabaseError, match="qui lit son information"), transaction.atomic():
        Revelation(identite_id=fausse.pk, par=membre, motif="Essai.").save(force_insert=True)
        fausse.save(force_insert=True)


# Answers of the database


def test_la_recherche_ne_compte_pas_ce_qui_est_ferme(distribution):
    gens = distribution
    with proprietaire():
        suivi = dossiers.dossier(gens.membre_cellule)
        dossiers.bloquer(gens.bourgmestre, suivi, gens.chef_de_corps)
        dossiers.finie(gens.membre_cellule, suivi, synthese="Un mot rare : zymotique.")
        dossiers.information(
            gens.officier_information, "a_valider", synthese="Un mot rare : zymotique, à valider."
        )
        libre = dossiers.finie(gens.membre_cellule, None, synthese="Un mot rare : zymotique, ailleurs.")
    with au_nom_de(gens.bourgmestre, second_facteur=True):
        assert executer("SELECT csil_chercher_informations(%s)", ["zymotique"]) == [(libre.pk,)]


def test_qui_est_tenu_a_l_ecart_ne_lit_pas_pourquoi(distribution):
    """Nor by whom: what is closed is known by its key alone, and only to oneself."""
    gens = distribution
    with proprietaire():
        suivi, fait = dossiers.dossier(gens.membre_cellule), cellule.signalement(gens.referent)
        dossiers.bloquer(gens.bourgmestre, suivi, gens.chef_de_corps)
        cellule.bloquer(gens.bourgmestre, fait, gens.chef_de_corps)
    with au_nom_de(gens.bourgmestre, second_facteur=True):
        for table in ("blocagedossier", "historicalblocagedossier", "blocage", "historicalblocage"):
            assert executer(f"SELECT motif FROM informations_sensibles_{table}") == []
        assert executer("SELECT csil_dossiers_fermes(%s)", gens.bourgmestre.pk) == [(suivi.pk,)]
        assert executer("SELECT csil_blocages(%s)", gens.bourgmestre.pk) == [(fait.pk,)]
    with au_nom_de(gens.membre_cellule, second_facteur=True):
        assert executer("SELECT csil_dossiers_fermes(%s)", gens.bourgmestre.pk) == []
        assert executer("SELECT csil_blocages(%s)", gens.bourgmestre.pk) == []


def test_l_age_ne_se_demande_pas_par_la_transmission_d_un_autre(distribution):
    gens = distribution
    with proprietaire():
        suivi = dossiers.dossier(
            gens.officier_information, mineur="oui", interet_enfant="Son école le soutient."
        )
        partie = transmissions.transmission(
            gens.chef_de_corps, suivi, [dossiers.finie(gens.officier_information, suivi)], gens.contact_tfl,
            gens.officier_information, mineur=True, interet_enfant="Son école le soutient.",
        )  # fmt: skip
    for personne, dit in ((gens.membre_cellule, False), (gens.referent, True)):
        with au_nom_de(personne, second_facteur=True):
            assert executer("SELECT csil_transmission_mineur(%s)", partie.pk) == [(dit,)]


# Written by hand


def test_qui_lit_le_cercle_ne_masque_rien(lu_par_le_membre, distribution, parler):
    """It hid the history of an information from everybody but the legal core."""
    gens = distribution
    with proprietaire():
        finie = dossiers.finie(gens.referent, lu_par_le_membre)
    masquer = (
        "INSERT INTO informations_sensibles_passagemasque (id, information_id, avant, motif, par_id, le)"
        " VALUES (%s, %s, 'x', 'x', %s, now() + interval '{}')"
    )
    with parler(gens.membre_cellule):
        cles = (uuid.uuid4(), finie.pk, gens.membre_cellule.pk)
        refuse(masquer.format("0"), *cles, dit="row-level security")
    with parler(gens.referent):
        refuse(
            masquer.format("10 years"), uuid.uuid4(), finie.pk, gens.referent.pk, dit="se masque maintenant"
        )
        assert finie.history.exists()


@pytest.mark.parametrize(
    ("sql", "dit"),
    [
        ("UPDATE informations_sensibles_facteur SET par_id = {referent}", "ne se réécrit pas"),
        ("UPDATE informations_sensibles_facteur SET texte = 'Autre chose.'", "ne se réécrit pas"),
        ("UPDATE informations_sensibles_implication SET dossier_id = '{autre}'", "ne se réécrit pas"),
        ("UPDATE informations_sensibles_dossier SET conservation_jusqu_au = '2001-01-01'", "par leur acte"),
        ("UPDATE informations_sensibles_dossier SET clos_par_id = {membre}", "par leur acte"),
        ("UPDATE informations_sensibles_dossier SET ouvert_le = '2001-01-01'", "par leur acte"),
    ],
)
def test_ce_qui_est_ecrit_dans_un_dossier_y_reste(sql, dit, distribution, parler):
    membre = distribution.membre_cellule
    with proprietaire():
        suivi, autre = dossiers.dossier(membre), dossiers.dossier(membre)
        dossiers.implication(suivi, membre)
        Facteur.objects.create(dossier=suivi, par=membre, genre="protection", texte="Un club de sport.")
    with parler(membre):
        refuse(
            sql.format(referent=distribution.referent.pk, membre=membre.pk, autre=autre.pk).replace(
                "%", "%%"
            ),
            dit=dit,
        )


def test_un_droit_a_venir_ne_se_cache_pas(distribution, parler):
    """Nobody reads it, nor takes it away: given to oneself, it would open the dossier again after one has left."""
    membre = distribution.membre_cellule
    with proprietaire():
        suivi = dossiers.dossier(membre)
        permission = DroitDossier.objects.filter(user=membre).first().permission_id
    with parler(membre):
        refuse(
            "INSERT INTO informations_sensibles_droitdossier (user_id, permission_id, content_object_id, motif, debut)"
            " VALUES (%s, %s, %s, 'Plus tard', now() + interval '30 days')",
            distribution.referent.pk, permission, suivi.pk, dit="quand il est donné",
        )  # fmt: skip


@pytest.mark.parametrize("accord", [False, None])
def test_sans_accord_la_base_ne_libere_pas(accord, distribution, parler):
    """The originator took its word back after the check; or nobody wrote it down."""
    monde = Monde(distribution, parler)
    with proprietaire():
        information = monde.ajouter(source="surete", code_traitement="H2")
    faite = monde.verifier(monde.preparer(information))
    with proprietaire():
        if accord is None:
            information.consentements.all().delete()
        else:
            dossiers.consentement(information, monde.libere, accorde=accord)
    with parler(monde.libere):
        refuse(
            "UPDATE informations_sensibles_transmission SET etat = 'liberee', liberee_par_id = %s, liberee_le = now(),"
            " retour_attendu_le = '2030-01-01' WHERE id = %s",
            monde.libere.pk, faite.pk, dit="ne tient plus",
        )  # fmt: skip


# Erasing


def test_ce_qu_un_partenaire_a_signale_s_efface_avec_le_dossier(distribution, parler):
    gens = distribution
    hier = timezone.localdate() - timezone.timedelta(days=1)
    with proprietaire():
        signaler.ouvrir(gens)
        suivi = dossiers.dossier(gens.membre_cellule, "clos", conservation_jusqu_au=hier)
        signale = signaler.signalement(gens.agent_saj)
        mot = signale.texte
        SuiteSignalement.objects.create(
            signalement=signale, information=dossiers.finie(gens.referent, suivi), repris_par=gens.referent,
            repris_le=timezone.now(),
        )  # fmt: skip
        signale.etat = "repris"
        signale.save()
        intact = signaler.signalement(gens.agent_saj)
    proposer_et_decider(suivi, parler, gens.bourgmestre, gens.chef_de_corps)
    assert "effacé" in lancer()
    with proprietaire():
        assert SignalementPartenaire.objects.get(pk=signale.pk).texte != mot
        assert mot not in {ligne.texte for ligne in signale.history.all()}
        assert SignalementPartenaire.objects.get(pk=intact.pk).texte == mot
        assert Information.objects.filter(dossier=suivi).exists()


def test_l_histoire_d_un_dossier_ne_s_invente_pas(transactional_db, distribution, parler):
    """Whoever knows the key of a dossier adds no line to its history; what they really do has its line."""
    gens = distribution
    with proprietaire():
        suivi, sien = dossiers.dossier(gens.referent), dossiers.dossier(gens.membre_cellule)
        gel = dossiers.geler(suivi, gens.bourgmestre)
    inventer = (
        "INSERT INTO informations_sensibles_historicalgel (id, dossier_id, motif, par_id, le, jusqu_au, history_date,"
        " history_type, history_user_id) VALUES (%s, %s, 'Inventé.', %s, now(), now(), now(), '~', %s)"
    )
    moi = gens.membre_cellule
    with au_nom_de(moi, second_facteur=True):
        refuse(inventer, gel.pk, suivi.pk, moi.pk, moi.pk, dit="vient de s'écrire")
    with parler(moi), transaction.atomic():
        Facteur.objects.create(par=moi, dossier=sien, genre="protection", texte="Un oncle présent.")
        assert Facteur.history.filter(dossier=sien, history_user=moi).count() == 1
