"""The meetings as the Référent and the members use them: list, month, record, its acts, what is missing said in words."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import resolve, reverse
from django.utils import timezone

from concertation.actions.models import Decision
from concertation.compte_rendu.models import CompteRenduPoint
from concertation.convocations.actes.reunion import annuler, convoquer, reporter
from concertation.convocations.models import Reponse
from concertation.demonstration import charger
from concertation.ordre_du_jour.actes.reunion import arreter
from concertation.ordre_du_jour.models import EtatPoint, NoteSecretariat
from concertation.reunions.models import Etat, Reunion
from concertation.reunions.suite import Suite
from csil.actes import ActeRefuse
from csil.journal.models import EntreeJournal
from tests.concertation.ecritures import dans, inviter, inviter_sans_compte, modele, point, reunion
from tests.outils import proprietaire

pytestmark = pytest.mark.dates

NOUVELLE = "/concertation/reunions/nouvelle/"


@pytest.fixture
def referent(distribution):
    return distribution.referent


@pytest.fixture
def client(referent, client_de):
    return client_de(referent)


@pytest.fixture
def prete(referent):
    """A draft whose agenda can be closed."""
    with proprietaire():
        ici = reunion(referent)
        point(ici, referent, "Familles inquiètes")
    ici.refresh_from_db()
    return ici


def champs(jours=14, debut="14:00", fin="16:30", **autres):
    return {
        "titre": "Réunion de la Concertation",
        "jour": f"{timezone.localdate() + timedelta(days=jours)}",
        "heure_debut": debut,
        "heure_fin": fin,
        "lieu": "Salle de la Violette",
    } | autres


def erreurs(reponse) -> str:
    return " ".join(message for messages in reponse.context["form"].errors.values() for message in messages)


def page(reponse) -> str:
    return reponse.content.decode().replace("\N{NO-BREAK SPACE}", " ")


# How a meeting begins


def test_creer_une_reunion_vierge(client, referent, parler):
    reponse = client.post(NOUVELLE, champs(president=referent.pk), follow=True)
    ici = Reunion.objects.get()
    assert (ici.etat, ici.duree, ici.president) == (Etat.BROUILLON, 150, referent)
    assert ici.limite_propositions == ici.debut - timedelta(days=7)
    assert "La réunion est créée. Les partenaires peuvent proposer des points." in page(reponse)
    with parler(referent):
        assert EntreeJournal.objects.filter(acte="concertation.reunion_creee", objet_id=ici.pk).exists()


def test_depuis_un_modele_il_ne_reste_que_la_date(client, referent, distribution):
    with proprietaire():
        mensuel = modele(referent, invites=[distribution.agent_saj, distribution.agent_cripel])
    formulaire = client.get(NOUVELLE, {"modele": mensuel.pk}).context["form"]
    donnees = {nom: formulaire[nom].value() or "" for nom in formulaire.fields} | {"jour": champs()["jour"]}
    client.post(f"{NOUVELLE}?modele={mensuel.pk}", donnees)
    ici = Reunion.objects.get()
    assert ici.convocations.count() == 2 and ici.duree == 150 and ici.lieu == "Salle de la Violette"
    assert [p.titre for p in ici.points.inscrits()] == ["Approbation du compte rendu", "Divers"]


def test_copier_une_reunion(client, referent, distribution, prete):
    with proprietaire():
        inviter(prete, referent, distribution.agent_saj)
    client.post(f"{NOUVELLE}?reunion={prete.pk}", champs(40))
    copie = Reunion.objects.exclude(pk=prete.pk).get()
    assert [c.nom for c in copie.convocations.all()] == ["Agent du SAJ"]
    assert not copie.points.exists()  # ordinary items are not copied


@pytest.mark.parametrize("demande", ["modele=99999", "modele=x", "reunion=99999999999999", "reunion=x"])
def test_un_depart_inconnu_est_une_page_vierge(demande, client):
    assert client.get(f"{NOUVELLE}?{demande}").context["depart"].source is None


def test_une_reunion_passee_se_note_apres_coup(client):
    reponse = client.post(NOUVELLE, champs(-20), follow=True)
    assert "Sa date est passée" in page(reponse)


@pytest.mark.parametrize(
    ("faute", "phrase"),
    [
        ({"heure_fin": "13:00"}, "La réunion finirait à 13 h 00, avant d’avoir commencé à 14 h 00."),
        ({"heure_fin": "14:00"}, "avant d’avoir commencé"),
        ({"limite_jour": f"{timezone.localdate() + timedelta(days=30)}"}, "Les propositions se ferment au plus tard"),
        ({"limite_heure": "10:00"}, "Donnez aussi le jour"),
        ({"lien_visio": "http://visio.csil.example/1"}, "commence par https://"),
        ({"lien_visio": "rendez-vous"}, "commence par https://"),
        ({"jour": "le 3"}, "date valide"),
        ({"titre": ""}, "obligatoire"),
    ],
)  # fmt: skip
def test_une_faute_se_dit_en_une_phrase_et_rien_n_est_perdu(faute, phrase, client):
    reponse = client.post(NOUVELLE, champs() | faute)
    assert phrase in erreurs(reponse) and not Reunion.objects.exists()
    assert 'value="Salle de la Violette"' in page(reponse) and "Aucune personne concernée" in page(reponse)


def test_le_president_est_un_membre_de_la_concertation(client, distribution):
    reponse = client.post(NOUVELLE, champs(president=distribution.dpo.pk))
    assert "president" in reponse.context["form"].errors
    noms = [str(personne) for personne in reponse.context["form"].fields["president"].queryset]
    assert noms == [
        "Agent du SAJ",
        "Agente du CRIPEL",
        "Bourgmestre",
        "Chef de Corps",
        "Référent Radicalisme",
    ]


def test_un_numero_national_n_entre_pas_dans_un_titre(client):
    reponse = client.post(NOUVELLE, champs(titre="Situation 85.07.30-033.28"))
    assert reponse.status_code == 200 and not Reunion.objects.exists()


# Changing it


def modifier(ici):
    return reverse("reunion-modifier", args=[ici.pk])


def donnees(ici, **autres):
    debut, limite = timezone.localtime(ici.debut), timezone.localtime(ici.limite_propositions)
    return {
        "titre": ici.titre,
        "jour": f"{debut:%Y-%m-%d}",
        "heure_debut": f"{debut:%H:%M}",
        "heure_fin": f"{timezone.localtime(ici.fin):%H:%M}",
        "lieu": ici.lieu,
        "president": ici.president_id,
        "secretaire": ici.secretaire_id,
        "limite_jour": f"{limite:%Y-%m-%d}",
        "limite_heure": f"{limite:%H:%M}",
        "version": ici.version,
    } | autres


def test_enregistrer_sans_rien_changer_n_ecrit_rien(client, prete):
    client.post(modifier(prete), donnees(prete))
    assert prete.history.count() == 1


def test_deux_personnes_sur_la_meme_reunion(client, prete):
    """What only the first one changed is taken over; what both changed is asked."""
    deja = donnees(prete)
    client.post(modifier(prete), deja | {"heure_fin": "17:00"})
    reponse = client.post(modifier(prete), deja | {"lieu": "Salle des fêtes"}, follow=True)
    assert "ses changements sont gardés (« Fin »)" in page(reponse)
    prete.refresh_from_db()
    assert (prete.lieu, prete.duree) == ("Salle des fêtes", 180)
    reponse = client.post(modifier(prete), deja | {"heure_fin": "16:00"})
    assert "a écrit ici « 17:00 »" in page(reponse)
    prete.refresh_from_db()
    assert prete.duree == 180


def test_une_reunion_convoquee_ne_part_pas_dans_le_passe_et_se_repond_a_nouveau(
    client, referent, distribution, prete
):
    with proprietaire():
        convocation = inviter(prete, referent, distribution.agent_saj)
        arreter(prete, par=referent)
        convoquer(prete, par=referent)
        convocation.refresh_from_db()  # it left
        convocation.repondre(par=referent, reponse=Reponse.PRESENT)
    prete.refresh_from_db()
    hier = f"{timezone.localdate() - timedelta(days=1)}"
    reponse = client.post(modifier(prete), donnees(prete, jour=hier, limite_jour=""))
    assert "on ne convoque que pour une date à venir" in erreurs(reponse)
    reponse = client.post(modifier(prete), donnees(prete, lieu="Salle des fêtes"), follow=True)
    assert "La réunion est enregistrée." in page(reponse) and "prévenue" in page(reponse)
    convocation.refresh_from_db()
    assert convocation.reponse == Reponse.PRESENT  # the same day: the answer holds
    prete.refresh_from_db()
    client.post(modifier(prete), donnees(prete, heure_debut="15:00"))
    convocation.refresh_from_db()
    assert convocation.reponse == Reponse.SANS


# Its states


def test_ce_qui_manque_se_lit_en_mots_avec_ou_le_reparer(client, referent, distribution, parler):
    with parler(referent):
        ici = reunion(referent, lieu="")
    with parler(distribution.agent_saj):
        point(ici, distribution.agent_saj)
    texte = page(client.get(ici.get_absolute_url()))
    assert "Avant de pouvoir arrêter l’ordre du jour" in texte
    for phrase in (
        "L’ordre du jour n’a encore aucun point.",
        "1 point proposé attend votre réponse.",
        "Ni lieu ni lien",
    ):
        assert phrase in texte
    assert f'href="{ici.get_absolute_url()}ordre-du-jour/"' in texte and f'href="{modifier(ici)}"' in texte
    assert "Arrêter l’ordre du jour</button>" not in texte
    reponse = client.post(reverse("reunion-arreter", args=[ici.pk]), follow=True)
    assert "1 point proposé attend votre réponse." in page(reponse)
    ici.refresh_from_db()
    assert ici.etat == Etat.BROUILLON


def test_arreter_puis_rouvrir(client, prete):
    assert "Arrêter l’ordre du jour</button>" in page(client.get(prete.get_absolute_url()))
    reponse = client.post(reverse("reunion-arreter", args=[prete.pk]), follow=True)
    texte = page(reponse)
    assert "Ordre du jour arrêté" in texte and "Avant de pouvoir convoquer" in texte
    client.post(reverse("reunion-rouvrir", args=[prete.pk]))
    prete.refresh_from_db()
    assert (prete.etat, prete.arretee_le) == (Etat.BROUILLON, None)


def test_ouvrir_la_seance_le_jour_venu_seulement(client, referent, prete):
    adresse = reverse("reunion-tenir", args=[prete.pk])
    assert "La séance s’ouvre le jour de la réunion" in page(client.get(adresse))
    client.post(adresse)
    prete.refresh_from_db()
    assert prete.etat == Etat.BROUILLON
    with proprietaire():
        passee = reunion(referent, -30)
        point(passee, referent)
    adresse = reverse("reunion-tenir", args=[passee.pk])
    assert "la réunion est notée après coup" in page(client.get(adresse))
    client.post(adresse)
    passee.refresh_from_db()
    assert passee.etat == Etat.TENUE and passee.tenue_le


def test_reporter_avec_un_motif_puis_reprogrammer(client, referent, distribution, prete):
    with proprietaire():
        convocation = inviter(prete, referent, distribution.agent_saj)
        arreter(prete, par=referent)
        convoquer(prete, par=referent)
        convocation.refresh_from_db()  # it left
        convocation.repondre(par=referent, reponse=Reponse.EXCUSE)
    adresse = reverse("reunion-reporter", args=[prete.pk])
    assert "La personne invitée est prévenue par courriel" in page(client.get(adresse))
    assert "obligatoire" in erreurs(client.post(adresse, {"motif": " "}))
    texte = page(client.post(adresse, {"motif": "La salle est prise."}, follow=True))
    assert "Cette réunion est reportée" in texte and "La salle est prise." in texte
    adresse = reverse("reunion-reprogrammer", args=[prete.pk])
    assert "doit être à venir" in erreurs(client.post(adresse, {"jour": "2020-01-01", "heure": "14:00"}))
    client.post(adresse, {"jour": f"{timezone.localdate() + timedelta(days=40)}", "heure": "09:30"})
    prete.refresh_from_db()
    convocation.refresh_from_db()
    assert (prete.etat, prete.duree, prete.motif) == (Etat.BROUILLON, 150, "")
    assert timezone.localtime(prete.debut).hour == 9 and convocation.reponse == Reponse.SANS


def test_annuler_ne_perd_pas_les_points_des_partenaires(client, referent, distribution, parler, prete):
    with parler(referent):
        suivante = reunion(referent, 60)
    with parler(distribution.agent_saj):
        point(prete, distribution.agent_saj, "Mineurs isolés")
    adresse = reverse("reunion-annuler", args=[prete.pk])
    assert "2 points inscrits ou proposés passent à la réunion du" in page(client.get(adresse))
    client.post(adresse, {"motif": "Plus rien d’urgent."})
    prete.refresh_from_db()
    assert prete.etat == Etat.ANNULEE and prete.motif == "Plus rien d’urgent."
    assert {p.titre for p in suivante.points.filter(etat=EtatPoint.PROPOSE)} == {
        "Familles inquiètes",
        "Mineurs isolés",
    }
    assert client.get(adresse).status_code == 403


def test_un_acte_depasse_par_quelqu_un_d_autre_se_dit(client, referent, prete):
    """Two windows: the second act comes after the state changed."""
    client.post(reverse("reunion-annuler", args=[prete.pk]), {"motif": "Reportée sine die."})
    assert client.post(reverse("reunion-arreter", args=[prete.pk])).status_code == 403
    with proprietaire():
        prete.refresh_from_db()
        with pytest.raises(ActeRefuse, match="Cet acte n’est plus possible"):
            reporter(prete, par=referent, motif="Trop tard.")


def test_les_boutons_sont_ceux_de_l_etat_et_du_role(referent, distribution, parler, prete):
    def noms(personne):
        return [bouton.nom for bouton in Suite(prete, prete.droits_de(personne)).boutons]

    with parler(referent):
        assert noms(referent)[:2] == ["Arrêter l’ordre du jour", "Arranger l’ordre du jour"]
        assert "Reporter" in noms(referent) and "Rouvrir l’ordre du jour" not in noms(referent)
        assert noms(distribution.agent_saj) == ["Proposer un point"]
        assert noms(distribution.bourgmestre) == []
        annuler(prete, par=referent, motif="Fin.")
        assert noms(referent) == []


def test_un_seul_bouton_plein_par_page_et_chaque_adresse_mene_quelque_part(client, distribution):
    """The acts at the top, and where what is missing is mended: `suite.py` writes addresses of others' pages."""
    with proprietaire():
        charger()
    for ici in Reunion.objects.all():
        texte = page(client.get(ici.get_absolute_url()))
        tete = texte[texte.index('class="tete"') : texte.index("</header>", texte.index('class="tete"'))]
        assert tete.count("bouton--principal") <= 1, ici
        for adresse in re.findall(r'(?:href|action)="(/concertation/[^"?#]*)', texte):
            resolve(adresse)


# History


def test_l_historique_raconte_la_reunion_et_ses_parties_sans_les_notes(
    client, referent, distribution, parler, prete
):
    with parler(referent):
        inviter(prete, referent, distribution.agent_saj)
        un = prete.points.first()
        note = NoteSecretariat(point=un, texte="À ne pas oublier.")
        note.save()
        decision = Decision(point=un, texte="Le support est adopté.", decidee_par="Bourgmestre")
        decision.save()
        reporter(prete, par=referent, motif="La salle est prise.")
    texte = page(client.get(reverse("reunion-historique", args=[prete.pk])))
    for phrase in (
        "a invité « Agent du SAJ »",
        "a ajouté le point « Familles inquiètes »",
        "a ajouté la décision",
    ):
        assert phrase in texte
    assert "« La salle est prise. »" in texte and "Reportée" in texte and "À ne pas oublier" not in texte


# List, search, month


def titres(reponse) -> list[str]:
    return [ici.titre for ici in reponse.context["page"].object_list]


@pytest.fixture
def plusieurs(referent):
    with proprietaire():
        ancienne = reunion(referent, debut=timezone.now() - timedelta(days=400), titre="Écoles et repli")
        un = point(ancienne, referent, "Décrochage scolaire", intervenant="Inspection")
        CompteRenduPoint(point=un, texte="<p>Les délibérations ont été longues.</p>").save()
        Decision(point=un, texte="Une permanence s’ouvre à Droixhe.", decidee_par="Bourgmestre").save()
        future = reunion(referent, 10, titre="Formation des équipes")
    return ancienne, future


def test_la_liste_montre_tout_et_se_filtre(client, referent, plusieurs):
    ancienne, future = plusieurs
    reponse = client.get("/concertation/reunions/")
    assert titres(reponse) == ["Formation des équipes", "Écoles et repli"]
    assert "2 réunions</strong>, de la plus récente à la plus ancienne" in page(reponse)
    assert page(reponse).count('type="search"') == 1
    annee = timezone.localtime(ancienne.debut).year
    assert titres(client.get("/concertation/reunions/", {"annee": annee})) == ["Écoles et repli"]
    assert titres(client.get("/concertation/reunions/", {"etat": "brouillon", "tri": "titre"})) == ["Écoles et repli", "Formation des équipes"]  # fmt: skip
    assert "Aucune réunion ne répond" in page(client.get("/concertation/reunions/", {"etat": "annulee"}))


@pytest.mark.parametrize(
    ("demande", "trouve"),
    [
        ("ecoles", True),
        ("décrochage inspection", True),
        ("DECROCHAGE", True),
        ("délibération", True),
        ("permanence droixhe", True),
        ("permanence formation", False),
        ("introuvable", False),
    ],
)
def test_chercher_dans_les_points_les_comptes_rendus_et_les_decisions(demande, trouve, client, plusieurs):
    assert titres(client.get("/concertation/reunions/", {"q": demande})) == ["Écoles et repli"] * trouve


@pytest.mark.parametrize("question", ["tri=x", "page=99", "etat=x", "annee=99999", "annee=x", "q=%00"])
def test_une_adresse_abimee_montre_quelque_chose(question, client, plusieurs):
    assert client.get(f"/concertation/reunions/?{question}").status_code == 200


def test_une_liste_vide_invite_a_creer(client, client_de, distribution):
    assert "Nouvelle réunion" in page(client.get("/concertation/reunions/"))
    assert "Nouvelle réunion" not in page(client_de(distribution.agent_saj).get("/concertation/reunions/"))


def test_le_mois(client, plusieurs):
    future = timezone.localtime(plusieurs[1].debut)
    reponse = client.get("/concertation/reunions/calendrier/", {"mois": f"{future:%Y-%m}"})
    texte = page(reponse)
    assert "Formation des équipes" in texte and "<caption" in texte and 'scope="col">lundi' in texte
    assert len(reponse.context["semaines"][0]) == 7
    assert "Aucune réunion ce mois-là." in page(client.get("/concertation/reunions/calendrier/?mois=2011-02"))


@pytest.mark.parametrize("mois", ["", "x", "2026-13", "0001-01", "9999-12", "%00"])
def test_un_mois_inconnu_est_le_mois_present(mois, client):
    assert client.get(f"/concertation/reunions/calendrier/?mois={mois}").context["mois"].est_courant


# However much there is


def requetes(client, adresse) -> int:
    with CaptureQueriesContext(connection) as requetes:
        assert client.get(adresse).status_code == 200
    return len(requetes)


def peupler(referent, reunions=1, points=2, invites=2):
    for rang in range(reunions):
        ici = reunion(referent, debut=dans(3, 8, rang), titre=f"Réunion {rang}")
        for numero in range(points):
            point(ici, referent, f"Point {numero}")
        for numero in range(invites):
            courriel = f"invite-{rang}-{numero}@csil.example"
            inviter_sans_compte(ici, referent, f"Invité {numero}", courriel)
    return ici


def test_quarante_points_et_soixante_invites_autant_de_requetes(client, referent):
    with proprietaire():
        petite, grande = peupler(referent), peupler(referent, 1, 40, 60)
    for nom in ("reunion", "reunion-historique", "reunion-modifier", "reunion-en-modele"):
        adresses = [reverse(nom, args=[ici.pk]) for ici in (petite, grande)]
        client.get(adresses[0])
        nombres = [requetes(client, adresse) for adresse in adresses]
        assert nombres[1] <= nombres[0], nom


@pytest.mark.parametrize(
    "adresse",
    ["/", "/concertation/", "/concertation/reunions/", "/concertation/reunions/calendrier/", NOUVELLE],
)
def test_autant_de_requetes_pour_une_reunion_que_pour_vingt(adresse, client, referent):
    with proprietaire():
        peupler(referent)
    client.get(adresse)
    une = requetes(client, adresse)
    with proprietaire():
        peupler(referent, 20)
    assert requetes(client, adresse) == une
