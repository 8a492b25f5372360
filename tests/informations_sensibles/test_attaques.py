"""What a fresh pair of eyes tried and found: each attack that once worked, and does not any more."""

import base64
import pickle

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from csil.identite import au_nom_de
from csil.journal.models import EntreeJournal
from informations_sensibles.commun.models import ReponseType
from informations_sensibles.secteurs.models import OrganisationSecteur
from informations_sensibles.signalements.models import SignalementContextuel
from tests.concertation import ecritures as concertation
from tests.informations_sensibles import ecritures as cellule
from tests.outils import proprietaire


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.rowcount


def refuse(sql, *parametres, dit):
    with pytest.raises(DatabaseError, match=dit):
        executer(sql, *parametres)


# What stands in the cache


class Piege:
    def __reduce__(self):
        return setattr, (settings, "PIEGE", True)


def test_ce_qui_est_ecrit_dans_le_cache_ne_s_execute_pas(distribution):
    """SQL smuggled into one request would otherwise have the server run what it wrote, keys in hand."""
    with au_nom_de(distribution.agent_saj):
        executer(
            "INSERT INTO csil_cache (cache_key, value, expires) VALUES (%s, %s, now() + interval '1 hour')",
            cache.make_key("redaction:1"),
            base64.b64encode(pickle.dumps(Piege())).decode(),
        )
        assert cache.get("redaction:1", "rien") == "rien"
    assert not hasattr(settings, "PIEGE")


def test_le_cache_garde_ajoute_prolonge_et_oublie(db):
    cache.set("essai", {"a": [1, 2.5, "é"]}, 60)
    assert cache.get("essai") == {"a": [1, 2.5, "é"]}
    assert cache.add("essai", 1, 60) is False and cache.add("autre", 1, 60) is True
    assert cache.touch("essai", 120) is True and cache.touch("inconnu", 120) is False
    cache.set("passe", 1, -1)
    assert cache.get("passe") is None and cache.add("passe", 2, 60) is True and cache.get("passe") == 2
    cache.set("toujours", 1, None)
    assert cache.get_many(["toujours", "essai", "inconnu"]).keys() == {"toujours", "essai"}
    assert cache.delete("essai") and cache.get("essai") is None and cache.incr("toujours") == 2


def test_remplir_le_cache_n_efface_pas_ce_qui_y_compte(db):
    """Counts of failed logins and codes that were used: Django's own drops a third of them beyond 300 keys."""
    cache.set("allauth:compte", 5, 300)
    for rang in range(320):
        cache.set(f"z{rang}", 1, 300)
    assert cache.get("allauth:compte") == 5


# The journal of what is read


@pytest.mark.parametrize("methode", ["GET", "POST", "OPTIONS", "PUT", "DELETE", "INCONNUE"])
@pytest.mark.parametrize("page", ["signalement", "signalement-historique"])
def test_lire_laisse_une_ligne_quelle_que_soit_la_methode(methode, page, distribution, client_de):
    with proprietaire():
        fait = cellule.signalement(distribution.contact_tec)
    reponse = client_de(distribution.membre_cellule).generic(methode, reverse(page, args=[fait.pk]))
    assert "tracts" in cellule.lu(reponse)
    assert _lectures(fait) == 1


def test_un_acte_qui_remontre_le_signalement_laisse_aussi_sa_ligne(distribution, client_de):
    with proprietaire():
        fait = cellule.signalement(distribution.contact_tec)
    assert "tracts" in cellule.lu(
        client_de(distribution.bourgmestre).get(reverse("blocage-nouveau", args=[fait.pk]))
    )
    assert _lectures(fait) == 1
    officier = client_de(distribution.officier_information)
    assert "tracts" in cellule.lu(officier.post(reverse("traitement-evaluer", args=[fait.pk]), {}))
    assert _lectures(fait) == 2


def _lectures(fait):
    with proprietaire():
        lignes = EntreeJournal.objects.filter(verbe="consultation", objet_id=str(fait.pk))
        return lignes.count()


# Approved minutes, history


def test_rien_n_entre_dans_un_compte_rendu_approuve(distribution):
    """What stands in an open meeting does not move into locked minutes."""
    with proprietaire():
        monde = concertation.a_chaque_etape(distribution)
        ferme = monde["approuvee"].points.inscrits().first()
    with au_nom_de(distribution.referent, True):
        refuse(
            "UPDATE concertation_decision SET point_id = %s WHERE id = %s",
            ferme.pk,
            monde["decision"].pk,
            dit="approuvé",
        )
        refuse(
            "UPDATE concertation_pointordredujour SET reunion_id = %s WHERE id = %s",
            monde["approuvee"].pk,
            monde["point_dernier"].pk,
            dit="approuvé",
        )
        assert (
            executer("UPDATE concertation_decision SET texte = 'x' WHERE id = %s", monde["decision"].pk) == 1
        )


@pytest.mark.parametrize("ecart", ["- interval '2 days'", "+ interval '2 days'"])
def test_l_historique_porte_le_moment_ou_il_s_ecrit(ecart, distribution):
    with au_nom_de(distribution.agent_saj):
        refuse(
            "INSERT INTO csil_historicaltexteengagement (id, version, titre, contenu, publie_le, history_date, history_type,"
            f" history_user_id) VALUES (1, 1, 't', 'c', now(), now() {ecart}, '~', %s)",
            distribution.agent_saj.pk,
            dit="le moment où il s'écrit",
        )


def test_l_historique_d_une_reunion_ne_donne_aucune_adresse(distribution, client_de, parler):
    """The colleague's neither: the form says that the Référent alone reads it."""
    with proprietaire():
        ici = concertation.convoquee(distribution.referent, distribution.agent_saj)
        externe = concertation.inviter_sans_compte(
            ici, distribution.referent, courriel="externe@csil.example"
        )
    with parler(distribution.referent):
        externe.repondre(
            par=distribution.referent,
            reponse="remplace",
            remplacant="Une collègue",
            remplacant_courriel="collegue@csil.example",
        )
    page = cellule.lu(client_de(distribution.agent_saj).get(reverse("reunion-historique", args=[ici.pk])))
    assert "Une collègue" in page
    assert "externe@csil.example" not in page and "collegue@csil.example" not in page


# Quarantine


METTRE = (
    "INSERT INTO csil_quarantaine (id, objet_type, objet_id, regle, depuis, par_id) VALUES (gen_random_uuid(),"
    " 'informations_sensibles.signalementcontextuel', %s, 'doute', now(), %s)"
)


def test_une_cle_qui_n_en_est_pas_une_ne_ferme_pas_les_pages(distribution):
    with proprietaire():
        cellule.signalement(distribution.contact_tec)
        executer(METTRE, "pas-une-cle", distribution.referent.pk)
    with au_nom_de(distribution.referent, True):
        assert SignalementContextuel.objects.visible_to(distribution.referent).count() == 1


def test_on_ne_cache_que_ce_que_l_on_voit(distribution):
    """A contact TFL reads no report: its key is not enough to hide it from everybody."""
    with proprietaire():
        signalement = cellule.signalement(distribution.contact_tec)
    with au_nom_de(distribution.contact_tfl, True):
        for cle in (signalement.pk, "pas-une-cle"):
            refuse(METTRE, str(cle), distribution.contact_tfl.pk, dit="ce que l'on voit")
    with au_nom_de(distribution.membre_cellule, True):
        assert executer(METTRE, str(signalement.pk), distribution.membre_cellule.pk) == 1


# History of the Cellule, answers, minutes


def test_l_histoire_de_la_cellule_ne_s_ecrit_pas_du_dehors(distribution):
    """In one's own name too: a line of an outsider would be read in the « Historique » of the Cellule."""
    with proprietaire():
        ecrite = OrganisationSecteur.objects.create(secteur=cellule.secteur(), nom="TEC")
    for personne in (distribution.agent_saj, distribution.contact_tfl, distribution.dpo):
        with au_nom_de(personne, True):
            refuse(
                "INSERT INTO informations_sensibles_historicalorganisationsecteur (id, nom, note, version, secteur_id,"
                " retiree, history_date, history_type, history_user_id) VALUES (%s, 'x', '', 1, 1, false, now(), '~', %s)",
                ecrite.pk,
                personne.pk,
                dit="row-level security",
            )


def test_un_mot_ne_part_pas_sans_le_referent(distribution):
    with proprietaire():
        signalement = cellule.signalement(distribution.contact_tec)
        modele = ReponseType.objects.first()
    with au_nom_de(distribution.membre_cellule, True):
        refuse(
            "INSERT INTO informations_sensibles_reponsesignalement (id, signalement_id, modele_id, phrase, mot, repondu_le)"
            " VALUES (gen_random_uuid(), %s, %s, 'Lu', 'Le nom de la personne', now())",
            str(signalement.pk),
            modele.pk,
            dit="relu par le Référent",
        )


def test_un_compte_rendu_approuve_et_ses_addendums_ne_se_signent_pas_pour_un_autre(distribution):
    with proprietaire():
        approuvee = concertation.a_chaque_etape(distribution)["approuvee"]
    with au_nom_de(distribution.referent, True):
        refuse("UPDATE concertation_compterendu SET approuve_le = now()", dit="ne change plus")
        refuse(
            "INSERT INTO concertation_addendum (compte_rendu_id, texte, par_id, le) VALUES (%s, 'x', %s, now())",
            approuvee.compte_rendu.pk,
            distribution.bourgmestre.pk,
            dit="le nom de qui l'écrit",
        )


def test_le_motif_d_un_blocage_reste_hors_du_journal(distribution, parler):
    """It is read by the authorities; the journal, by the data protection officer: identifiers only (R69)."""
    with proprietaire():
        signalement = cellule.signalement(distribution.contact_tec)
    with parler(distribution.chef_de_corps):
        signalement.ecarter(
            par=distribution.chef_de_corps,
            personne=distribution.membre_cellule,
            motif="Un proche est concerné",
        )
    with au_nom_de(distribution.dpo, True):
        ligne = EntreeJournal.objects.get(acte="cellule.blocage_decide")
        assert ligne.motif == "" and ligne.destinataires == [str(distribution.membre_cellule.pk)]


def test_un_role_ne_change_pas_le_chemin_des_autres(curseur):
    """Whatever default a role gave itself, our connections say theirs."""
    curseur.execute("SHOW search_path")
    assert curseur.fetchone() == ("public",)


# The undertaking


def test_le_texte_que_l_on_signe_ne_se_reecrit_pas(distribution):
    """Whoever published a version would close the Cellule to everybody; whoever rewrote one, what was signed."""
    publier = (
        "INSERT INTO csil_texteengagement (version, titre, contenu, publie_le) VALUES (99, 't', 'c', now())"
    )
    for personne in (None, distribution.agent_saj, distribution.referent):
        with au_nom_de(personne, True):
            refuse(publier, dit="par un administrateur")
            refuse("UPDATE csil_texteengagement SET contenu = 'x'", dit="par un administrateur")
    with au_nom_de(distribution.admin, True):
        refuse("UPDATE csil_texteengagement SET contenu = 'x'", dit="ne change plus")
        assert executer(publier) == 1
