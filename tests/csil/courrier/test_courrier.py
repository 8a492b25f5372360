"""E-mails: queued with the act that asks for them, delivered by a real server, never lost, never twice."""

import subprocess
import sys
import threading
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, connections, transaction
from django.template.loader import get_template
from django.urls import reverse
from django.utils import timezone

from csil.actes import ActeRefuse
from csil.courrier import Piece, Recette, distribuer, poster
from csil.courrier import file as courrier
from csil.courrier.models import CorpsEnvoi, Envoi, EtatEnvoi, PieceJointe
from csil.declarations import Declaration, declarer, nom
from csil.identite import au_nom_de, au_nom_de_l_horloge
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import Partenaire
from tests.csil.courrier.serveur_courrier import Boite, serveur_de_courrier
from tests.outils import attendre_au_verrou, environnement_de_la_base, proprietaire

ICS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"


@pytest.fixture
def demander(distribution, parler):
    """`demander("a@csil.example", …)` in the name of the Référent."""
    referent = distribution.referent

    def demander(
        destinataire="agent@csil.example", objet="Convocation", texte="Bonjour,\nà mardi.", **options
    ):
        with parler(referent):
            return poster(destinataire, objet, texte, par=referent, **options)

    return demander


def relire(envoi) -> Envoi:
    with au_nom_de_l_horloge():
        return Envoi.objects.get(pk=envoi.pk)


def vieillir(envoi, **champs):
    """As if time had passed."""
    with proprietaire():
        for nom, valeur in champs.items():
            setattr(envoi, nom, valeur)
        envoi.save(update_fields=list(champs))


# What leaves


def test_un_courriel_part_en_texte_et_en_html(boite, demander):
    envoi = demander(
        html="<p>Bonjour,</p><p>à mardi.</p>",
        pieces=[Piece("ordre du jour.pdf", "application/pdf", b"%PDF-1.7")],
    )
    assert not boite.recus
    assert distribuer() == 1
    (message,) = boite.recus
    assert message["To"] == "agent@csil.example" and message["Subject"] == "Convocation"
    assert (
        message["Message-ID"] == f"<{envoi.pk}@csil.example>"
        and message["Auto-Submitted"] == "auto-generated"
    )
    assert message.get_body(("plain",)).get_content().split() == ["Bonjour,", "à", "mardi."]
    assert "<p>à mardi.</p>" in message.get_body(("html",)).get_content()
    (piece,) = message.iter_attachments()
    assert (piece.get_filename(), piece.get_content_type(), piece.get_content()) == (
        "ordre du jour.pdf", "application/pdf", b"%PDF-1.7",
    )  # fmt: skip
    parti = relire(envoi)
    assert parti.etat == EtatEnvoi.ENVOYE and parti.envoye_le and parti.tentatives == 1 and not parti.erreur
    assert distribuer() == 0 and len(boite.recus) == 1


@pytest.mark.parametrize("methode", ["REQUEST", "CANCEL"])
def test_un_calendrier_part_deux_fois_dans_le_meme_message(boite, demander, methode):
    """An alternative with its method, which Outlook and Gmail answer to, and a file for the others."""
    octets = ICS.replace(b"REQUEST", methode.encode())
    demander(html="<p>x</p>", pieces=[("réunion.ics", f"text/calendar; method={methode}", octets)])
    distribuer()
    (message,) = boite.recus
    alternative = next(p for p in message.walk() if p.get_content_type() == "multipart/alternative")
    genres = [partie.get_content_type() for partie in alternative.iter_parts()]
    assert genres == ["text/plain", "text/html", "text/calendar"]
    calendrier = list(alternative.iter_parts())[2]
    assert calendrier.get_param("method") == methode and calendrier.get_param("charset") == "utf-8"
    assert calendrier.get_content().splitlines() == octets.decode().splitlines()
    (piece,) = message.iter_attachments()
    assert piece.get_filename() == "réunion.ics" and piece.get_content() == octets


def test_soixante_personnes_d_un_coup(boite, demander, parler, distribution):
    referent = distribution.referent
    with parler(referent):
        fiche = Partenaire.objects.get(code="cripel")
        for numero in range(60):
            poster(
                f"p{numero}@csil.example", "Convocation", "Texte", cle=f"c:{numero}", pour=fiche, par=referent
            )
        assert not boite.recus  # nothing leaves inside the request
    assert distribuer(limite=50) == 50 and distribuer(limite=50) == 10
    assert boite.destinataires == [f"p{numero}@csil.example" for numero in range(60)]
    with parler(referent):
        assert {e.etat for e in Envoi.objects.pour(fiche)} == {EtatEnvoi.ENVOYE}
        assert Envoi.objects.pour(fiche).count() == 60


def test_rien_ne_part_si_l_acte_est_defait(boite, demander):
    with pytest.raises(RuntimeError), transaction.atomic():
        demander()
        raise RuntimeError
    assert distribuer() == 0 and not boite.recus


def test_la_meme_demande_n_est_prise_qu_une_fois(boite, demander):
    premier = demander(cle="convocation:1:agent")
    assert (
        demander(cle="convocation:1:agent", objet="Autre", destinataire="autre@csil.example").pk == premier.pk
    )
    demander(cle="convocation:2:agent")
    assert distribuer() == 2
    assert demander(cle="convocation:1:agent").etat == EtatEnvoi.ENVOYE
    assert distribuer() == 0


def test_deux_demandes_de_la_meme_cle_au_meme_moment(transactional_db, distribution):
    """The second waits for the first one's commit, then gives its row back."""
    referent, premiers, prete = distribution.referent, [], threading.Event()

    def seconde():
        try:
            prete.wait(10)
            with au_nom_de(referent), transaction.atomic():
                premiers.append(poster("a@csil.example", "O", "T", cle="k", par=referent).pk)
        finally:
            connections.close_all()

    fil = threading.Thread(target=seconde)
    fil.start()
    with au_nom_de(referent), transaction.atomic():
        envoi = poster("a@csil.example", "O", "T", cle="k", par=referent)
        prete.set()
        attendre_au_verrou(1)
        assert premiers == []
    fil.join(10)
    assert premiers == [envoi.pk]


@pytest.mark.parametrize("adresse", ["", "sans arobase", "a@b", "a@csil.example\nBcc: x@csil.example"])
def test_une_adresse_impossible_se_dit_tout_de_suite(demander, adresse):
    with pytest.raises(ValidationError, match="n’est pas une adresse"):
        demander(adresse)


def test_un_objet_sur_deux_lignes_n_ajoute_pas_d_en_tete(boite, demander):
    demander(objet="Réunion\r\nBcc: x@csil.example")
    distribuer()
    assert boite.recus[0]["Subject"] == "Réunion Bcc: x@csil.example" and boite.recus[0]["Bcc"] is None


@pytest.fixture
def recette(monkeypatch):
    """A noun that declares the recipe « essai »."""
    monkeypatch.setattr(nom, "_declarations", {})
    return lambda fonction: declarer(
        Declaration(nom="essai", modeles=(), quarantaine={}, taches=(), recettes={"essai": fonction})
    )


def test_une_piece_se_compose_quand_le_courriel_part(boite, demander, recette):
    recette(lambda argument: f"%PDF {argument}".encode())
    demander(pieces=[Piece("ordre.pdf", "application/pdf", Recette("essai", "12"))])
    distribuer()
    (piece,) = boite.recus[0].iter_attachments()
    assert piece.get_filename() == "ordre.pdf" and piece.get_content() == b"%PDF 12"


# What fails


def test_ce_qui_ne_se_compose_pas_n_arrete_pas_les_autres(boite, demander, recette):
    recette(lambda argument: 1 / 0)
    fautif = demander("a@csil.example", pieces=[Piece("x.pdf", "application/pdf", Recette("essai", "12"))])
    demander("b@csil.example")
    distribuer()
    assert boite.destinataires == ["b@csil.example"]
    assert relire(fautif).etat == EtatEnvoi.REJETE and "ne peut pas être composé" in relire(fautif).erreur


def test_une_adresse_refusee_pour_de_bon(boite, demander):
    boite.refus = {"parti@csil.example": "550 5.1.1 inconnu"}
    refuse, autre = demander("parti@csil.example"), demander("la@csil.example")
    assert distribuer() == 2
    refuse = relire(refuse)
    assert (
        refuse.etat == EtatEnvoi.REJETE
        and refuse.erreur == "Le serveur de courrier refuse cette adresse (code 550)."
    )
    assert relire(autre).etat == EtatEnvoi.ENVOYE and boite.destinataires == ["la@csil.example"]
    assert distribuer() == 0


def test_un_message_refuse_pour_de_bon(boite, demander):
    boite.apres_le_texte = "554 5.7.1 non"
    envoi = demander()
    distribuer()
    assert relire(envoi).erreur == "Le serveur de courrier refuse ce courriel (code 554)."
    assert relire(envoi).etat == EtatEnvoi.REJETE


def test_un_refus_passager_se_reessaie_de_plus_en_plus_tard_puis_s_abandonne(boite, demander):
    boite.refus = {"plein@csil.example": "452 4.2.2 boite pleine"}
    envoi = demander("plein@csil.example")
    for tentative, minutes in enumerate(courrier.DELAIS, 1):
        assert distribuer() == 1
        essai = relire(envoi)
        assert essai.etat == EtatEnvoi.A_REESSAYER and essai.tentatives == tentative
        assert "code 452" in essai.erreur
        attente = essai.prochain_essai - timezone.now()
        assert timedelta(minutes=minutes - 1) < attente <= timedelta(minutes=minutes)
        assert distribuer() == 0  # not before its time
        vieillir(essai, prochain_essai=timezone.now())
    assert distribuer() == 1
    abandonne = relire(envoi)
    assert (
        abandonne.etat == EtatEnvoi.ABANDONNE
        and abandonne.erreur == "Abandonné après 6 tentatives (code 452)."
    )
    assert distribuer() == 0 and not boite.recus


def test_sans_serveur_tout_attend_et_rien_ne_se_perd(smtp, demander):
    """Down: every row says so, no attempt is counted, however long. Up again: all leave."""
    envois = [demander(f"p{numero}@csil.example") for numero in range(3)]
    for _ in range(8):
        distribuer()
        for envoi in map(relire, envois):
            assert envoi.etat == EtatEnvoi.A_REESSAYER and envoi.tentatives == 0
            assert envoi.erreur == "Le serveur de courrier ne répond pas."
            vieillir(envoi, prochain_essai=timezone.now())
    with serveur_de_courrier(smtp, Boite()) as boite:
        assert distribuer() == 3 and len(boite.recus) == 3
    assert {relire(envoi).etat for envoi in envois} == {EtatEnvoi.ENVOYE}


TUE = """
import django, sys
django.setup()
from django.conf import settings
settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", int(sys.argv[1])
from csil.courrier import file as courrier
def noter(*args, **kwargs):
    print("remis", flush=True)
    sys.stdin.read()
courrier._noter = noter  # stops where the server has the message and the database does not know yet
courrier.distribuer()
"""


def test_tue_entre_la_remise_et_sa_note(transactional_db, smtp, demander):
    """Never sent again by itself: somebody decides. The Message-ID is the same if it leaves again."""
    envoi = demander()
    with serveur_de_courrier(smtp, Boite()) as boite:
        commande = [sys.executable, "-c", TUE, str(smtp)]
        env = environnement_de_la_base()
        with subprocess.Popen(
            commande, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
        ) as tue:
            assert tue.stdout.readline() == "remis\n"
            tue.kill()
        assert relire(envoi).etat == EtatEnvoi.EN_COURS
        assert distribuer() == 0 and relire(envoi).etat == EtatEnvoi.EN_COURS  # its process could still live
        vieillir(relire(envoi), pris_le=timezone.now() - courrier.OUBLI - timedelta(seconds=1))
        assert distribuer() == 0
        incertain = relire(envoi)
        assert incertain.etat == EtatEnvoi.INCERTAIN and "peut-être parti" in incertain.erreur
        assert distribuer() == 0 and len(boite.recus) == 1
        with au_nom_de(incertain.par):
            incertain.reessayer(par=incertain.par)
        assert distribuer() == 1
        assert len({message["Message-ID"] for message in boite.recus}) == 1


def test_deux_travailleurs_ne_prennent_pas_la_meme_ligne(transactional_db, boite, demander):
    for numero in range(12):
        demander(f"p{numero}@csil.example")
    comptes = []

    def travailler():
        try:
            comptes.append(distribuer())
        finally:
            connections.close_all()

    fils = [threading.Thread(target=travailler) for _ in range(3)]
    for fil in fils:
        fil.start()
    for fil in fils:
        fil.join(20)
    assert sum(comptes) == 12 and sorted(boite.destinataires) == sorted(
        f"p{n}@csil.example" for n in range(12)
    )


# Who may


def test_qui_a_demande_reessaie_ou_annule(boite, demander, distribution, parler):
    boite.refus = {"parti@csil.example": "550 inconnu"}
    referent = distribution.referent
    rejete, attend = demander("parti@csil.example"), demander("la@csil.example")
    with parler(referent):
        assert attend.droits_de(referent) == {"annuler_envoi"}
        attend.annuler(par=referent)
        assert attend.etat == EtatEnvoi.ANNULE and attend.droits_de(referent) == set()
        with pytest.raises(ActeRefuse):
            attend.annuler(par=referent)
        with pytest.raises(ActeRefuse):
            attend.reessayer(par=referent)
    assert distribuer() == 1
    boite.refus = {}
    rejete = relire(rejete)
    with parler(distribution.bourgmestre):
        assert rejete.droits_de(distribution.bourgmestre) == set()
        with pytest.raises(ActeRefuse):
            rejete.reessayer(par=distribution.bourgmestre)
    with parler(referent):
        rejete.reessayer(par=referent)
        actes = EntreeJournal.objects.filter(acte__startswith="courrier.").values_list("acte", flat=True)
        assert sorted(actes) == ["courrier.annule", "courrier.reessaye"]
    assert distribuer() == 1 and boite.destinataires == ["parti@csil.example"]


def test_les_actes_se_font_de_la_page(boite, demander, client_de, distribution):
    """The component shows the state of each recipient and, to who asked, what they may do."""
    boite.refus = {"parti@csil.example": "550 inconnu"}
    referent = distribution.referent
    rejete, parti = demander("parti@csil.example", pour=referent), demander("la@csil.example", pour=referent)
    distribuer()
    attend = demander("plus-tard@csil.example", pour=referent)
    for personne, boutons in ((referent, ("Renvoyer", "Ne pas envoyer")), (distribution.bourgmestre, ())):
        with au_nom_de(personne):
            envois = Envoi.objects.pour(referent).a_montrer(personne)
            page = get_template("composants/envois.html").render({"envois": envois, "suite": "/aide/"})
        assert all(
            mot in page for mot in ("parti@csil.example", "Rejeté", "(code 550)", "Envoyé", "En attente")
        )
        assert [mot for mot in ("Renvoyer", "Ne pas envoyer") if mot in page] == list(boutons)
    client = client_de(referent)
    reponse = client.post(reverse("envoi-reessayer", args=[rejete.pk]), {"suite": "/aide/"})
    assert (reponse.status_code, reponse.url) == (302, "/aide/") and relire(
        rejete
    ).etat == EtatEnvoi.EN_ATTENTE
    reponse = client.post(reverse("envoi-annuler", args=[attend.pk]), {"suite": "https://ailleurs.example/"})
    assert reponse.url == "/" and relire(attend).etat == EtatEnvoi.ANNULE
    assert client.post(reverse("envoi-annuler", args=[parti.pk])).status_code == 403
    assert client.get(reverse("envoi-annuler", args=[rejete.pk])).status_code == 405


def test_l_etat_se_suit_le_texte_non(demander, distribution, parler):
    envoi = demander(pieces=[("a.pdf", "application/pdf", b"%PDF")])
    reserve = demander("b@csil.example", reserve=True)
    with parler(distribution.referent):
        assert {e.pk for e in Envoi.objects.visible_to(distribution.referent)} == {envoi.pk, reserve.pk}
        assert CorpsEnvoi.objects.count() == 2 and PieceJointe.objects.count() == 1
    for personne in (distribution.agent_saj, distribution.admin, distribution.bourgmestre):
        with parler(personne):
            assert {e.pk for e in Envoi.objects.all()} == {envoi.pk} == {
                e.pk for e in Envoi.objects.visible_to(personne)
            }  # fmt: skip
            assert not CorpsEnvoi.objects.exists() and not PieceJointe.objects.exists()
    with au_nom_de_l_horloge():  # dates, states, owners: never text
        assert Envoi.objects.count() == 2
        assert not CorpsEnvoi.objects.exists() and not PieceJointe.objects.exists()
    with au_nom_de(None):
        assert not Envoi.objects.exists() and not CorpsEnvoi.objects.exists()
    assert not Envoi.objects.exists() and not CorpsEnvoi.objects.exists()


def test_l_horloge_demande_et_lit_les_siens(boite, distribution):
    with au_nom_de_l_horloge():
        envoi = poster("a@csil.example", "Rappel", "Une réunion vous attend.")
        assert CorpsEnvoi.objects.get().envoi_id == envoi.pk
    assert distribuer() == 1 and len(boite.recus) == 1


REFUS = [
    "UPDATE csil_envoi SET destinataire = 'voleur@csil.example'",
    "UPDATE csil_envoi SET etat = 'envoye'",
    "UPDATE csil_envoi SET etat = 'en_cours'",
    "UPDATE csil_envoi SET par_id = NULL",
    "DELETE FROM csil_envoi",
    "UPDATE csil_corpsenvoi SET texte = 'autre'",
    "DELETE FROM csil_corpsenvoi",
    "UPDATE csil_piecejointe SET octets = ''",
]


@pytest.mark.parametrize("sql", REFUS)
def test_le_sql_d_une_requete_ne_detourne_pas_un_envoi(demander, distribution, sql):
    demander(pieces=[("a.pdf", "application/pdf", b"%PDF")])
    with au_nom_de(distribution.referent, second_facteur=True), pytest.raises(DatabaseError):
        with transaction.atomic(), connection.cursor() as curseur:
            curseur.execute(sql)


def test_nul_ne_demande_au_nom_d_un_autre(distribution):
    agent, referent = distribution.agent_saj, distribution.referent
    for qui, par in ((agent, referent), (agent, None), (None, None), (None, agent)):
        with au_nom_de(qui), pytest.raises(DatabaseError), transaction.atomic():
            poster("a@csil.example", "O", "T", par=par)
    with pytest.raises(DatabaseError), transaction.atomic():
        poster("a@csil.example", "O", "T", par=referent)
    with au_nom_de_l_horloge(), pytest.raises(DatabaseError), transaction.atomic():
        poster("a@csil.example", "O", "T", par=referent)


def test_le_sql_d_un_autre_ne_touche_a_rien(demander, distribution):
    envoi = demander()
    with au_nom_de(distribution.agent_saj, second_facteur=True), connection.cursor() as curseur:
        curseur.execute("UPDATE csil_envoi SET etat = 'annule'")
        assert curseur.rowcount == 0
    assert relire(envoi).etat == EtatEnvoi.EN_ATTENTE


def test_les_textes_ne_vont_pas_dans_le_journal_du_serveur(smtp, demander, caplog):
    demander("secret@csil.example", objet="Secret")
    distribuer()
    assert "ne répond pas" in caplog.text and "ecret" not in caplog.text
