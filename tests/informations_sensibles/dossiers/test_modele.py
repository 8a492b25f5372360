"""What a dossier lives through: who does which act, in which state, and what the model and the database refuse."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from dateutil.relativedelta import relativedelta
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from csil.actes import Disparu
from csil.journal.models import EntreeJournal
from informations_sensibles.dossiers.accueil import dossiers as taches
from informations_sensibles.dossiers.cloture import manques_pour_clore
from informations_sensibles.dossiers.models import (
    Dossier,
    DroitDossier,
    Effacement,
    Facteur,
    Identite,
    Implication,
    Niveau,
    Refus,
    Revue,
)
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions.models import CopieFigee
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.informations_sensibles.transmissions import ecritures as transmissions
from tests.outils import mandat_de, proprietaire, relire
from tests.partenaires.mandats.mandats import suspendre

pytestmark = pytest.mark.dates

TEMOIN = "zyxotropique"


def dans(jours=0, mois=0):
    return timezone.localdate() + relativedelta(days=jours, months=mois)


@pytest.fixture
def propose(distribution, parler):
    """By the member, who leads it."""
    membre = distribution.membre_cellule
    with parler(membre):
        return Dossier.proposer(par=membre, **dossiers.champs_dossier())


@pytest.fixture
def suivi(distribution):
    with proprietaire():
        return dossiers.dossier(distribution.membre_cellule)


def faire(parler, qui, dossier, acte, /, **champs):
    """The act, in this person's name, on the record as they read it now."""
    with parler(qui):
        getattr(Dossier.objects.get(pk=dossier.pk), acte)(par=qui, **champs)
    return relire(dossier)


def actes_du_journal(dossier):
    with proprietaire():
        lignes = EntreeJournal.objects.filter(objet_id=str(dossier.pk)).order_by("quand", "pk")
        return [ligne.acte.removeprefix("cellule.") for ligne in lignes]


# From proposed to closed


def test_de_la_proposition_a_la_cloture(propose, distribution, parler):
    """Each state by whoever holds the act, the journal one line each, history with its authors."""
    gens = distribution
    faire(parler, gens.referent, propose, "ouvrir", prochaine_revue=dans(mois=3))
    faire(parler, gens.membre_cellule, propose, "suivre")
    faire(parler, gens.membre_cellule, propose, "mettre_en_revue")
    revu = faire(
        parler, gens.membre_cellule, propose, "conclure_revue",
        conclusion="prolonger", motif="L’isolement dure.", prochaine_revue=dans(mois=6),
    )  # fmt: skip
    assert (revu.etat, revu.prolongations, revu.prochaine_revue) == ("en_suivi", 1, dans(mois=6))
    clos = faire(parler, gens.membre_cellule, propose, "clore", motif="Les signes ont disparu.")
    assert (clos.etat, clos.clos_par, clos.ouvert_par) == ("clos", gens.membre_cellule, gens.referent)
    assert clos.conservation_jusqu_au == dans(mois=12)
    assert (clos.premier_regard, clos.second_regard) == (dans(mois=6), dans(mois=12))
    assert actes_du_journal(propose) == [
        "cercle_donne", "dossier_propose", "dossier_ouvert", "dossier_suivi", "dossier_en_revue", "dossier_revu", "dossier_clos",
    ]  # fmt: skip
    with parler(gens.membre_cellule):
        auteurs = [str(h.history_user) for h in clos.history.order_by("history_date")]
        assert auteurs[1] == str(gens.referent) and len(auteurs) == 6
        assert "reclore" not in clos.droits_de(gens.membre_cellule)
        assert not {"contribuer_dossier", "piloter_dossier", "modifier_dossier"} & clos.droits_de(
            gens.membre_cellule
        )


def test_un_dossier_ne_s_ouvre_pas_par_qui_le_propose(distribution, parler):
    """Not by its author, even the Référent; not by a member; not with a review too far away or past."""
    gens = distribution
    with parler(gens.referent):
        sien = Dossier.proposer(par=gens.referent, **dossiers.champs_dossier())
    with pytest.raises(PermissionDenied):
        faire(parler, gens.referent, sien, "ouvrir", prochaine_revue=dans(mois=1))
    for personne, jour in (
        (gens.chef_de_corps, dans(mois=7)),
        (gens.officier_information, dans()),
        (gens.bourgmestre, None),
    ):
        with pytest.raises(ValidationError, match="six mois"):
            faire(parler, personne, sien, "ouvrir", prochaine_revue=jour)
    assert (
        faire(parler, gens.officier_information, sien, "ouvrir", prochaine_revue=dans(mois=6)).etat
        == "ouvert"
    )
    with parler(gens.officier_information), pytest.raises(Disparu):  # opened, it is its circle's
        Dossier(pk=sien.pk).suivre(par=gens.officier_information)


def test_une_proposition_peut_ne_pas_s_ouvrir(propose, distribution, parler):
    fini = faire(
        parler, distribution.officier_information, propose, "ne_pas_ouvrir", motif="Un entretien suffit."
    )
    assert (fini.etat, fini.ouvert_par) == ("clos", None)
    assert fini.conservation_jusqu_au == dans(mois=6) and fini.premier_regard is None


def test_la_quatrieme_prolongation_est_du_bourgmestre(distribution, parler):
    gens = distribution
    with proprietaire():
        revu = dossiers.dossier(gens.membre_cellule, "en_revue", prolongations=3)
    champs = {"conclusion": "prolonger", "motif": "Encore utile.", "prochaine_revue": dans(mois=2)}
    for personne in (gens.membre_cellule, gens.chef_de_corps):
        with pytest.raises(ValidationError, match="trois fois"):
            faire(parler, personne, revu, "conclure_revue", **champs)
    assert not relire(revu).revues.exists()
    assert faire(parler, gens.bourgmestre, revu, "conclure_revue", **champs).prolongations == 4


def test_repris_par_la_police_seule(suivi, distribution, parler):
    """By the Chef de Corps or an Officier who reads it; the social follow-up stops for good."""
    gens = distribution
    for personne in (gens.bourgmestre, gens.membre_cellule):
        with pytest.raises(PermissionDenied):
            faire(parler, personne, suivi, "reprendre_par_la_police", motif="Une enquête s’ouvre.")
    with proprietaire():
        dossiers.inviter(suivi, gens.officier_information)
    repris = faire(
        parler, gens.officier_information, suivi, "reprendre_par_la_police", motif="Une enquête s’ouvre."
    )
    assert (repris.etat, repris.prochaine_revue) == ("police_seule", None)
    assert repris.conservation_jusqu_au == dans(mois=12)
    with parler(gens.membre_cellule):
        assert repris.droits_de(gens.membre_cellule) == {
            "view_dossier", "reveler_dossier", "mettre_en_quarantaine_dossier",
        }  # fmt: skip


def test_les_coups_d_oeil_apres_la_cloture(distribution, parler):
    gens = distribution
    with proprietaire():
        clos = dossiers.dossier(
            gens.membre_cellule, "clos", premier_regard=dans(-1), second_regard=dans(mois=6)
        )
    with parler(gens.membre_cellule):
        assert [t.bouton for t in taches(gens.membre_cellule)] == ["Noter"]
    vu = faire(parler, gens.membre_cellule, clos, "regarder", mot="Rien de nouveau.")
    assert vu.premier_regard is None and vu.second_regard == dans(mois=6)
    with pytest.raises(PermissionDenied):  # the second is not due yet
        faire(parler, gens.membre_cellule, clos, "regarder", mot="Rien.")
    with proprietaire():
        assert Revue.objects.get(dossier=clos).conclusion == "regard"


def test_ce_qui_manque_pour_clore(suivi, distribution, parler):
    """An open review, and an information on its way, whose reader learns which, and the pilote only that there is one."""
    gens, membre = distribution, distribution.membre_cellule
    faire(parler, membre, suivi, "mettre_en_revue")
    with proprietaire():
        en_chemin = dossiers.information(gens.officier_information, dossier=suivi)
        ecartee = dossiers.information(gens.officier_information, "ecartee", dossier=suivi)
    with pytest.raises(ValidationError) as refus:
        faire(parler, membre, suivi, "clore", motif="C’est fini.")
    phrases = " ".join(refus.value.messages)
    assert "Une revue est ouverte" in phrases and "n’est pas encore disponible" in phrases
    assert en_chemin.reference not in phrases and ecartee.reference not in phrases
    with parler(gens.chef_de_corps):
        lues = " ".join(manques_pour_clore(suivi, gens.chef_de_corps))
    assert en_chemin.reference in lues and ecartee.reference not in lues
    faire(parler, membre, suivi, "conclure_revue", conclusion="clore", motif="Les signes ont disparu.")
    with proprietaire():
        Information.objects.get(pk=en_chemin.pk).etapes.all()
        en_chemin.termine_le = timezone.now()
        en_chemin.save()
        embargo = dossiers.embargo(en_chemin, gens.officier_information)
    with pytest.raises(ValidationError, match="n’est pas encore disponible"):
        faire(parler, membre, suivi, "clore", motif="C’est fini.")
    with proprietaire():
        embargo.leve_le, embargo.leve_par = timezone.now(), gens.officier_information
        embargo.motif_levee = "L’enquête est finie."
        embargo.save()
    assert faire(parler, membre, suivi, "clore", motif="C’est fini.").etat == "clos"


def test_un_mineur_est_garde_moitie_moins(distribution, parler):
    with proprietaire():
        suivi = dossiers.dossier(
            distribution.membre_cellule, mineur="oui", interet_enfant="Le garder à l’école."
        )
    clos = faire(parler, distribution.membre_cellule, suivi, "clore", motif="L’école suffit.")
    assert clos.conservation_jusqu_au == dans(mois=6)
    assert (clos.premier_regard, clos.second_regard) == (dans(mois=3), dans(mois=6))


def test_ce_qui_a_ete_pese_ne_se_reecrit_pas(suivi, distribution, parler):
    """Before opening its author changes it; after, the model has no way and the database refuses."""
    membre = distribution.membre_cellule
    with parler(membre):
        assert "modifier_dossier" in suivi.droits_de(membre)
        with pytest.raises(DatabaseError, match="ne se réécrit pas"), transaction.atomic():
            Dossier.objects.get(pk=suivi.pk).modifier(par=membre, necessite="Autre chose.")
    fini = faire(parler, membre, suivi, "modifier", mineur="oui", interet_enfant="Le garder à l’école.")
    assert fini.mineur == "oui"
    with pytest.raises(ValidationError, match="intérêt de l’enfant"):
        faire(parler, membre, suivi, "modifier", mineur="oui", interet_enfant="")


# The circle


def test_le_cercle_s_ouvre_et_se_ferme(suivi, distribution, parler):
    """By its pilote: to read, then to contribute until a day; out again, and the history keeps it all."""
    gens, membre = distribution, distribution.membre_cellule
    referent = gens.referent
    faire(parler, membre, suivi, "inviter", personne=referent, niveau=Niveau.LIRE, motif="Anime la revue.")
    with parler(referent):
        assert "contribuer_dossier" not in Dossier.objects.visible_to(referent).get().droits_de(referent)
        with pytest.raises(DatabaseError, match="ne le change pas"), transaction.atomic():
            Dossier.objects.get(pk=suivi.pk).save()
    fin = timezone.now() + timedelta(days=9)
    faire(
        parler, membre, suivi, "inviter",
        personne=referent, niveau=Niveau.CONTRIBUER, motif="Écrit les facteurs.", fin=fin,
    )  # fmt: skip
    with parler(referent):
        lu = Dossier.objects.visible_to(referent).get()
        assert "contribuer_dossier" in lu.droits_de(referent)
        lu.ecrire(Facteur, par=referent, genre="protection", texte="Un club de sport.")
    faire(parler, membre, suivi, "ecarter_du_cercle", personne=referent, motif="La revue est finie.")
    with parler(referent):
        assert not Dossier.objects.visible_to(referent).exists()
    with parler(membre):
        assert DroitDossier.history.filter(user=referent, history_type="-").count() == 3


def test_le_cercle_est_ferme_aux_autres(suivi, distribution, parler):
    gens, membre = distribution, distribution.membre_cellule
    for etranger in (gens.agent_saj, gens.contact_tfl, gens.dpo):
        with pytest.raises(ValidationError, match="ne peut pas lire"):
            faire(parler, membre, suivi, "inviter", personne=etranger, niveau=Niveau.LIRE, motif="Aide.")
    with pytest.raises(ValidationError, match="un seul pilote"):
        faire(parler, membre, suivi, "inviter", personne=gens.referent, niveau=Niveau.PILOTER, motif="Aide.")
    with pytest.raises(ValidationError, match="pilote ce dossier"):
        faire(parler, membre, suivi, "inviter", personne=membre, niveau=Niveau.LIRE, motif="Aide.")
    with pytest.raises(PermissionDenied, match="successeur"):
        faire(parler, membre, suivi, "ecarter_du_cercle", personne=membre, motif="Départ.")


def test_un_dossier_se_confie_et_n_est_jamais_sans_pilote(suivi, distribution, parler):
    """The pilote hands over, keeps reading; when a pilote leaves, the legal core is told and hands over for them (R60)."""
    gens, membre = distribution, distribution.membre_cellule
    confie = faire(parler, membre, suivi, "confier", pilote=gens.referent, motif="Congé.")
    assert confie.pilote == gens.referent
    with parler(membre):
        droits = confie.droits_de(membre)
        assert "contribuer_dossier" in droits and "piloter_dossier" not in droits
    mandat = mandat_de(gens.referent)
    with proprietaire():
        suspendre(mandat)
    with parler(gens.bourgmestre):
        assert [t.bouton for t in taches(gens.bourgmestre)] == ["Confier"]
        assert list(Dossier.objects.visible_to(gens.bourgmestre).sans_pilote()) == [confie]
    faire(parler, gens.bourgmestre, suivi, "confier", pilote=membre, motif="Le Référent ne peut plus.")
    with parler(gens.bourgmestre):
        assert not list(taches(gens.bourgmestre))


def test_une_personne_tenue_a_l_ecart_ne_sait_rien(suivi, distribution, parler):
    """The pilote is first replaced; then, from the next statement, the dossier is not there; another authority lifts it."""
    gens, membre = distribution, distribution.membre_cellule
    with parler(gens.bourgmestre), pytest.raises(ValidationError, match="confiez-le"):
        suivi.bloquer(par=gens.bourgmestre, personne=membre, motif="Voisins.")
    with parler(gens.bourgmestre):
        blocage = suivi.bloquer(par=gens.bourgmestre, personne=gens.chef_de_corps, motif="Lien de parenté.")
    with parler(gens.chef_de_corps):
        assert not Dossier.objects.visible_to(gens.chef_de_corps).exists()
        with pytest.raises(Disparu):
            suivi.mettre_en_revue(par=gens.chef_de_corps)
    for acte in ("inviter", "confier"):
        champs = (
            {"personne": gens.chef_de_corps, "niveau": Niveau.LIRE}
            if acte == "inviter"
            else {"pilote": gens.chef_de_corps}
        )
        with pytest.raises(ValidationError, match="ne peut pas lire"):
            faire(parler, membre, suivi, acte, motif="Aide.", **champs)
    with parler(gens.bourgmestre):
        blocage.lever(par=gens.bourgmestre)
        with pytest.raises(PermissionDenied):
            blocage.lever(par=gens.bourgmestre)
    with parler(gens.chef_de_corps):
        assert Dossier.objects.visible_to(gens.chef_de_corps).exists()


def test_une_autorite_se_tient_elle_meme_a_l_ecart(suivi, distribution, parler):
    chef = distribution.chef_de_corps
    with parler(chef):
        blocage = suivi.bloquer(par=chef, personne=chef, motif="Voisins.")
        assert not Dossier.objects.visible_to(chef).exists()
        with pytest.raises(PermissionDenied):
            blocage.lever(par=chef)


# Two at once, and rights that end


def test_deux_personnes_closent_en_meme_temps(suivi, distribution, parler):
    """Both opened the page; the second one's act is no longer possible, and one closing stands."""
    gens = distribution
    with parler(gens.bourgmestre):
        page_du_bourgmestre = Dossier.objects.get(pk=suivi.pk)
    faire(parler, gens.membre_cellule, suivi, "clore", motif="La première.")
    with parler(gens.bourgmestre), pytest.raises(PermissionDenied, match="n’est plus possible"):
        page_du_bourgmestre.clore(par=gens.bourgmestre, motif="La seconde.")
    assert relire(suivi).motif_cloture == "La première."


def test_un_droit_qui_finit_entre_la_page_et_l_envoi(suivi, distribution, parler):
    referent = distribution.referent
    with proprietaire():
        dossiers.inviter(suivi, referent, Niveau.CONTRIBUER, fin=timezone.now() + timedelta(hours=1))
    with parler(referent):
        page = Dossier.objects.visible_to(referent).get()
    with proprietaire():
        for droit in DroitDossier.objects.filter(user=referent):
            droit.fin = timezone.now() - timedelta(seconds=1)
            droit.debut = droit.fin - timedelta(hours=1)
            droit.save()
    with parler(referent), pytest.raises(Disparu):
        page.ecrire(Facteur, par=referent, genre="risque", texte="L’isolement.")
    with proprietaire():
        assert not Facteur.objects.exists()


# What is in it


def test_une_seule_personne_suivie_et_elle_y_reste(propose, distribution, parler):
    membre = distribution.membre_cellule
    with parler(membre):
        suivie = propose.personne_suivie
        assert "change_implication" not in suivie.droits_de(membre)
        with pytest.raises(PermissionDenied):
            suivie.retirer(par=membre)
        with pytest.raises(ValidationError, match="une seule personne"):
            propose.ecrire(Implication, par=membre, qualite="suivie", designation="Une autre")
        proche = propose.ecrire(Implication, par=membre, qualite="proche", designation="le frère")
        proche.retirer(par=membre)
        assert not proche._meta.model.objects.get(pk=proche.pk).est_actuel
    with parler(distribution.referent), pytest.raises(PermissionDenied):
        Implication.objects.get(pk=proche.pk).retirer(par=distribution.referent)


def test_ce_que_sait_la_personne(suivi, distribution, parler):
    membre = distribution.membre_cellule
    with pytest.raises(ValidationError, match="Dites quand"):
        faire(parler, membre, suivi, "informer", informee="oui")
    with pytest.raises(ValidationError, match="Dites pourquoi"):
        faire(parler, membre, suivi, "informer", informee="non")
    assert faire(parler, membre, suivi, "informer", informee="oui", informee_le=dans(-1)).informee == "oui"


INTERDITS = re.compile(
    r"religi|croyan|cult[eu]|opinion|politi|syndic|origine_eth|ethni|race|nationalit|orientation|sexu|sante|"
    r"registre_national|niss|rrn|liste_bdc|statut_bdc|hta|ftf|score|note_risque|niveau_risque",
    re.IGNORECASE,
)


def test_aucun_champ_pour_ce_qu_une_personne_est(db):
    """R22, R25, R26, R32: no religion, opinion, origin, national number, list status; and no figure of risk."""
    modeles = (Dossier, Implication, Identite, Facteur, Revue, Refus)
    noms = {
        f"{m.__name__}.{c.name}" for m in modeles for c in m._meta.get_fields() if isinstance(c, models.Field)
    }
    assert not [nom for nom in noms if INTERDITS.search(nom)]
    chiffres = [
        f"{m.__name__}.{c.name}"
        for m in modeles
        for c in m._meta.fields
        if isinstance(c, models.IntegerField | models.FloatField | models.DecimalField) and not c.primary_key
    ]
    assert sorted(chiffres) == ["Dossier.prolongations", "Dossier.version"]
    d_une_personne = {c.name for c in Identite._meta.fields if not c.is_relation} - {"id", "saisie_le"}
    assert d_une_personne == {"nom", "prenom", "date_naissance"}


# By hand


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE informations_sensibles_dossier SET pilote_id = csil_moi()",
        "UPDATE informations_sensibles_dossier SET etat = 'clos', clos_par_id = csil_moi(), clos_le = now(), motif_cloture = 'x'",
        "UPDATE informations_sensibles_dossier SET etat = 'efface'",
        "UPDATE informations_sensibles_dossier SET prochaine_revue = csil_aujourd_hui() + 30",
        "UPDATE informations_sensibles_dossier SET signes = 'x'",
    ],
)
def test_qui_lit_ne_change_rien_a_la_main(sql, suivi, distribution, parler):
    with proprietaire():
        dossiers.inviter(suivi, distribution.referent)
    with (
        parler(distribution.referent),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as curseur,
    ):
        curseur.execute(sql)


# Erasing


@pytest.fixture
def echu(distribution):
    """Closed, its time over: an identity, an information, a passage masked, all with a word to look for."""
    gens = distribution
    with proprietaire():
        suivi = dossiers.dossier(
            gens.membre_cellule, "clos", signes=f"Un signe {TEMOIN}.", conservation_jusqu_au=dans(-1)
        )
        suivi.motif_cloture = f"Motif {TEMOIN}."
        suivi.save()
        personne = dossiers.implication(suivi, gens.membre_cellule, designation=f"La personne {TEMOIN}")
        identite = dossiers.identite(
            gens.membre_cellule, implication=personne, nom=TEMOIN, date_naissance=dans(mois=-300)
        )
        dossiers.reveler(identite, gens.membre_cellule)
        Facteur.objects.create(
            dossier=suivi, par=gens.membre_cellule, genre="risque", texte=f"Un facteur {TEMOIN}."
        )
        faite = dossiers.finie(gens.membre_cellule, suivi, synthese=f"Une synthèse {TEMOIN}.")
        dossiers.embargo(faite, gens.officier_information)
        transmissions.transmission(
            gens.referent,
            suivi,
            [faite],
            gens.contact_tfl,
            gens.officier_information,
            "liberee",
            objet=f"Objet {TEMOIN}.",
        )
    return suivi


def proposer_et_decider(dossier, parler, bourgmestre, chef, decision="effacer"):
    with parler(bourgmestre):
        effacement = dossier.proposer_effacement(par=bourgmestre)
        with pytest.raises(PermissionDenied):
            effacement.decider(par=bourgmestre, decision=decision)
    with parler(chef):
        Effacement.objects.get(pk=effacement.pk).decider(par=chef, decision=decision)


def lancer(**options) -> str:
    sortie = StringIO()
    with proprietaire():
        call_command("effacer_dossiers", stdout=sortie, **options)
    return sortie.getvalue()


def contiennent(mot) -> list[str]:
    with proprietaire(), connection.cursor() as curseur:
        curseur.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND (relname LIKE 'informations_sensibles_%%' OR relname LIKE 'csil_%%')"
        )
        tables = [nom for (nom,) in curseur.fetchall()]
        trouvees = []
        for table in tables:
            curseur.execute(f'SELECT count(*) FROM "{table}" t WHERE t::text LIKE %s', [f"%{mot}%"])
            trouvees += [table] if curseur.fetchone()[0] else []
    return trouvees


def test_un_dossier_s_efface_a_deux_puis_sur_le_serveur(echu, distribution, parler):
    gens = distribution
    assert "Rien à effacer" in lancer() and len(contiennent(TEMOIN)) > 8
    proposer_et_decider(echu, parler, gens.bourgmestre, gens.chef_de_corps)
    assert "serait effacé" in lancer(simuler=True) and contiennent(TEMOIN)
    assert f"{echu} : effacé" in lancer()
    assert contiennent(TEMOIN) == []
    with proprietaire():
        assert bytes(CopieFigee.objects.get().contenu) == b""
        fini = Dossier.objects.get(pk=echu.pk)
        assert (fini.etat, fini.reference) == ("efface", echu.reference)
        assert Identite.objects.get().date_naissance is None
        assert not Identite.history.exclude(date_naissance=None).exists()
    with parler(gens.bourgmestre):
        assert fini.droits_de(gens.bourgmestre) == {"view_dossier"}
    assert "Rien à effacer" in lancer()


def test_ce_qui_retient_un_effacement(echu, distribution, parler):
    """Time not over; a hold that came after the decision; one decision to keep; a second of the same person; not the owner."""
    gens = distribution
    proposer_et_decider(echu, parler, gens.bourgmestre, gens.chef_de_corps)
    with parler(gens.chef_de_corps):
        gel = echu.geler(par=gens.chef_de_corps, motif="Un recours est déposé.", jusqu_au=dans(30))
    assert "retenus (gel, conservation) : 1" in lancer() and contiennent(TEMOIN)
    with parler(gens.bourgmestre):
        gel.lever(par=gens.bourgmestre)
    assert "effacé (" in lancer()
    with proprietaire():
        recent = dossiers.dossier(gens.membre_cellule, "clos", conservation_jusqu_au=dans(1))
        echu2 = dossiers.dossier(gens.membre_cellule, "clos", conservation_jusqu_au=dans(-1))
        dossiers.geler(echu2, gens.bourgmestre)
    with parler(gens.bourgmestre):
        with pytest.raises(PermissionDenied):
            recent.proposer_effacement(par=gens.bourgmestre)
        with pytest.raises(ValidationError, match="gelé"):
            echu2.proposer_effacement(par=gens.bourgmestre)
        with pytest.raises(DatabaseError, match="conservation"), transaction.atomic():
            Effacement.objects.create(dossier=recent, par=gens.bourgmestre)
    with pytest.raises(CommandError, match="propriétaire"):
        call_command("effacer_dossiers")


def test_un_effacement_refuse_garde_le_dossier(echu, distribution, parler):
    proposer_et_decider(echu, parler, distribution.bourgmestre, distribution.chef_de_corps, decision="garder")
    assert "Rien à effacer" in lancer()
    with parler(distribution.bourgmestre):
        assert echu.proposer_effacement(par=distribution.bourgmestre)  # again, another day
