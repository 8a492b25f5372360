"""Who somebody is: apart, masked, asked for with a motive, shown for a quarter of an hour, and in no text, list or print."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from csil.journal.models import EntreeJournal
from informations_sensibles.commun.forms.anonymat import verifier_sans_nom
from informations_sensibles.dossiers.models import Facteur, Identite, Niveau, Revelation
from tests.informations_sensibles import ecritures as cellule
from tests.informations_sensibles.dossiers import ecritures as dossiers
from tests.outils import proprietaire, relire

NOM, PRENOM = "Inventédupont", "Zénobin"


@pytest.fixture
def suivi(distribution):
    with proprietaire():
        return dossiers.dossier(distribution.membre_cellule)


@pytest.fixture
def personne(suivi, distribution):
    with proprietaire():
        return dossiers.implication(suivi, distribution.membre_cellule)


@pytest.fixture
def connue(personne, distribution):
    """Somebody wrote it, long ago."""
    with proprietaire():
        return dossiers.identite(
            distribution.membre_cellule,
            implication=personne,
            nom=NOM,
            prenom=PRENOM,
            date_naissance="1990-05-04",
        )


def adresse(nom, objet) -> str:
    return reverse(nom, args=[objet.pk])


def champs(**autres) -> dict:
    base = {
        "nom": NOM,
        "prenom": PRENOM,
        "date_naissance": "1990-05-04",
        "motif": "Préparer l’entretien.",
        "vu": "",
    }
    return base | autres


def vieillir(minutes):
    """As if every revelation had been asked for that long ago."""
    with proprietaire(), connection.cursor() as curseur:
        curseur.execute(
            "UPDATE informations_sensibles_revelation SET le = le - make_interval(mins => %s)", [minutes]
        )


def motifs(acte):
    with proprietaire():
        lignes = EntreeJournal.objects.filter(acte=f"cellule.{acte}").order_by("quand")
        return [(ligne.qui_id, ligne.motif) for ligne in lignes]


def test_ecrire_puis_voir_quinze_minutes(personne, suivi, distribution, client_de):
    """Whoever writes it sees it; a quarter of an hour later it is veiled again, and asking anew leaves its motive."""
    client, chemin = client_de(distribution.membre_cellule), adresse("identite", personne)
    assert "Aucune identité n’est écrite" in cellule.lu(client.get(chemin))
    recu = cellule.lu(client.post(adresse("identite-modifier", personne), champs(motif="")))
    assert "dites pourquoi" in recu and f'value="{NOM}"' in recu
    assert client.post(adresse("identite-modifier", personne), champs()).url == chemin
    reponse = client.get(chemin)
    assert NOM in cellule.lu(reponse) and "Visible jusqu’à" in cellule.lu(reponse)
    assert reponse["Refresh"].endswith(chemin) and reponse["Cache-Control"] == "no-store"
    vieillir(16)
    voilee = client.get(chemin)
    assert NOM not in cellule.lu(voilee) and PRENOM not in cellule.lu(voilee) and "Refresh" not in voilee
    assert "dites pourquoi" in cellule.lu(client.post(chemin, {"motif": ""}))
    recu = cellule.lu(client.post(chemin, {"motif": f"Appeler {PRENOM}."}))
    assert "gardée à part" in recu and NOM not in recu
    assert client.post(chemin, {"motif": "Préparer la revue."}).url == chemin
    assert NOM in cellule.lu(client.get(chemin))
    assert motifs("identite_saisie") == [(distribution.membre_cellule.pk, "Préparer l’entretien.")]
    assert motifs("identite_revelee") == [(distribution.membre_cellule.pk, "Préparer la revue.")]


def test_elle_n_est_nulle_part_ailleurs(connue, personne, suivi, distribution, client_de):
    """Even revealed: neither in the list, the record, its tabs, its prints, nor a title or an address."""
    client = client_de(distribution.membre_cellule)
    client.post(adresse("identite", personne), {"motif": "Préparer l’entretien."})
    pages = [
        adresse(nom, suivi)
        for nom in ("dossier", "dossier-personnes", "dossier-cercle", "dossier-chronologie", "dossier-historique", "dossier-clore")
    ]  # fmt: skip
    for chemin in [*pages, reverse("dossiers"), reverse("dossier-a-traiter"), reverse("cellule"), "/"]:
        page = cellule.lu(client.get(chemin))
        assert NOM not in page and PRENOM not in page, chemin
    page = cellule.lu(client.get(adresse("identite", personne)))
    assert '<dl class="fiche sans-impression">' in page and NOM in page
    assert NOM not in page.split("</title>")[0] and NOM not in page.split("<h1>")[1].split("</h1>")[0]
    assert "visible jusqu’à" in cellule.lu(client.get(adresse("dossier-personnes", suivi)))


def test_qui_lit_le_dossier_ne_la_demande_pas(connue, personne, suivi, distribution, client_de, parler):
    """To contribute is needed; another person's revelation opens nothing to me."""
    gens = distribution
    with proprietaire():
        dossiers.inviter(suivi, gens.referent)
    client_de(gens.membre_cellule).post(adresse("identite", personne), {"motif": "Préparer l’entretien."})
    lecteur = client_de(gens.referent)
    assert lecteur.get(adresse("identite", personne)).status_code == 403
    assert "Révéler" not in cellule.lu(lecteur.get(adresse("dossier-personnes", suivi)))
    with parler(gens.referent):
        assert suivi.identites() == {} and not Identite.objects.exists()
        with pytest.raises(DatabaseError), transaction.atomic():
            Revelation.demander(suivi, identite_id=connue.pk, par=gens.referent, motif="Voir.")
    autre = client_de(gens.bourgmestre)
    assert NOM not in cellule.lu(autre.get(adresse("identite", personne)))
    assert client_de(gens.officier_information).get(adresse("identite", personne)).status_code == 404


def test_elle_se_referme_quand_le_droit_finit(connue, personne, suivi, distribution, client_de):
    gens = distribution
    with proprietaire():
        dossiers.inviter(suivi, gens.referent, Niveau.CONTRIBUER)
    client = client_de(gens.referent)
    client.post(adresse("identite", personne), {"motif": "Préparer l’entretien."})
    assert NOM in cellule.lu(client.get(adresse("identite", personne)))
    with proprietaire():
        dossiers.bloquer(gens.referent, suivi, gens.bourgmestre)
    assert client.get(adresse("identite", personne)).status_code == 404


def test_corriger_se_fait_a_visage_decouvert(connue, personne, distribution, client_de):
    """Veiled, it is first asked for; two people at once: the second is told; what was stays in its history."""
    gens = distribution
    membre, bourgmestre = client_de(gens.membre_cellule), client_de(gens.bourgmestre)
    chemin = adresse("identite-modifier", personne)
    assert membre.get(chemin).url == adresse("identite", personne)
    for client in (membre, bourgmestre):
        client.post(adresse("identite", personne), {"motif": "Corriger le nom."})
    vu = membre.get(chemin).context["form"].initial["vu"]
    assert membre.post(chemin, champs(nom="Inventémartin", vu=vu)).status_code == 302
    recu = cellule.lu(bourgmestre.post(chemin, champs(nom="Inventédurand", vu=vu)))
    assert "Membre de la Cellule l’a changée" in recu and "Inventédurand" in recu
    assert relire(connue).nom == "Inventémartin"
    with proprietaire():
        assert {h.nom for h in connue.history.all()} == {NOM, "Inventémartin"}
    assert motifs("identite_modifiee") == [(gens.membre_cellule.pk, "Préparer l’entretien.")]


def test_la_date_de_naissance_dit_si_la_personne_est_mineure(personne, suivi, distribution, client_de):
    client, chemin = client_de(distribution.membre_cellule), adresse("identite-modifier", personne)
    naissance = str(timezone.localdate() - relativedelta(years=15))
    recu = cellule.lu(client.post(chemin, champs(date_naissance=naissance)))
    assert "la personne est mineure" in recu and NOM in recu
    with proprietaire():
        assert not Identite.objects.exists() and not Revelation.objects.exists()
    client.post(chemin, champs(date_naissance=naissance, interet_enfant="Le garder à l’école."))
    assert (relire(suivi).mineur, relire(suivi).interet_enfant) == ("oui", "Le garder à l’école.")


@pytest.mark.parametrize(
    ("champ", "valeur"),
    [
        ("nom", "90.05.04-123.33"),
        ("date_naissance", str(timezone.localdate() + timedelta(days=2))),
        ("motif", f"Voir {NOM}."),
        ("interet_enfant", f"Le garder près de {PRENOM}."),
        ("nom", ""),
    ],
)
def test_ce_qui_ne_s_ecrit_pas(champ, valeur, personne, distribution, client_de):
    """No national number, no name in what the journal or the dossier keeps, no date to come; nothing typed is lost."""
    recu = client_de(distribution.membre_cellule).post(
        adresse("identite-modifier", personne), champs(**{champ: valeur})
    )
    assert recu.status_code == 200 and "resume-erreurs" in cellule.lu(recu)
    with proprietaire():
        assert not Identite.objects.exists()


# Texts that name somebody


@pytest.mark.parametrize(
    ("texte", "nomme"),
    [
        (f"{NOM} a été vu.", True),
        ("INVENTEDUPONT a été vu.", True),
        ("La famille inventédupont s’éloigne.", True),
        ("zénobin", False),  # a first name without its capital may be a word
        ("Zénobin s’isole.", True),
        ("ZENOBIN s’isole.", True),
        ("La personne suivie s’isole.", False),
        ("Inventédupontel n’est pas elle.", False),
        ("", False),
    ],
)
def test_un_texte_qui_nomme(texte, nomme, connue, suivi, distribution, parler):
    with parler(distribution.membre_cellule):
        if nomme:
            with pytest.raises(Exception, match="identité est gardée à part"):
                verifier_sans_nom(texte, suivi)
        else:
            verifier_sans_nom(texte, suivi)


def test_un_nom_ne_s_ecrit_pas_dans_le_dossier(connue, suivi, distribution, client_de):
    """In a factor, a motive, a designation: a sentence, and what was typed is still there."""
    client = client_de(distribution.membre_cellule)
    ecrits = {
        "facteur-nouveau": {"genre": "risque", "texte": f"{PRENOM} ne sort plus."},
        "personne-nouvelle": {"qualite": "proche", "designation": f"le frère de {PRENOM}"},
        "cercle-inviter": {
            "personne": distribution.referent.pk,
            "niveau": "lire",
            "motif": f"Connaît {NOM}.",
        },
        "dossier-clore": {"motif": f"{NOM} va mieux."},
    }
    for nom, envoyes in ecrits.items():
        recu = client.post(adresse(nom, suivi), envoyes)
        page = cellule.lu(recu)
        assert recu.status_code == 200 and "gardée à part" in page, nom
        assert NOM in page or PRENOM in page, nom  # what was typed
    with proprietaire():
        assert not Facteur.objects.exists()


def test_demander_si_un_texte_nomme_n_est_pas_un_oracle(connue, suivi, distribution, parler):
    """Who only reads the dossier, or does not, is told nothing."""
    with proprietaire():
        dossiers.inviter(suivi, distribution.referent)
    for personne in (distribution.referent, distribution.officier_information, distribution.agent_saj):
        with parler(personne):
            verifier_sans_nom(NOM, suivi)


def test_une_identite_ne_s_attache_pas_ailleurs_a_la_main(personne, distribution, parler):
    """By whoever does not contribute to that dossier."""
    referent = distribution.referent
    sienne = Identite(implication_id=personne.pk, nom="Autre", saisie_par=referent)
    with parler(referent), pytest.raises(DatabaseError, match="contribue au dossier"), transaction.atomic():
        Revelation(identite_id=sienne.pk, par=referent, motif="Essai.").save(force_insert=True)
        sienne.save(force_insert=True)
