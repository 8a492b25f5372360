"""A partner's record: read by all of the directory, kept by its own people and by the Référent."""

from datetime import timedelta

import pytest
from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from csil import accueil
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import AdresseSujet, Contact, Offre, Partenaire, Rythme, Service, Theme
from partenaires.appartenances.actes import donner_tenue, retirer_tenue
from partenaires.appartenances.models import Appartenance, DroitPartenaire, partenaires_tenus
from partenaires.plateforme.models import Plateforme, Poste
from tests.outils import mandat_de, proprietaire
from tests.partenaires.mandats.mandats import suspendre

pytestmark = pytest.mark.dates

LIRE, QUESTION, TENIR, DONNER = "view_partenaire", "lire_question", "tenir_partenaire", "donner_tenue"


@pytest.fixture
def cripel(distribution):
    """Kept by its agent."""
    with proprietaire():
        cripel = Partenaire.objects.get(code="cripel")
        donner_tenue(cripel, distribution.agent_cripel, par=distribution.referent)
    return cripel


@pytest.fixture
def agente(distribution, client_de, cripel):
    return client_de(distribution.agent_cripel)


def adresse(partenaire, suite=""):
    return f"/partenaires/{partenaire.pk}/{suite}"


def contact(partenaire, nom="Accueil", **champs):
    with proprietaire():
        return Contact.objects.create(
            partenaire=partenaire, nom=nom, **{"courriel": f"{nom.lower()}@csil.example", **champs}
        )


# Who may do what


def test_les_droits_de_chacun(cripel, distribution):
    attendus = {
        "agent_saj": {LIRE},
        "bourgmestre": {LIRE},
        "agent_cripel": {LIRE, QUESTION, TENIR},
        "referent": {LIRE, QUESTION, TENIR, DONNER},
        "dpo": set(),
        "contact_tec": set(),
        "admin": set(),
    }
    for nom, droits in attendus.items():
        personne = getattr(distribution, nom)
        assert cripel.droits_de(personne) == droits, nom
        assert Partenaire.objects.visible_to(personne).exists() == bool(droits), nom


def test_sans_le_droit_ses_propres_gens_lisent_la_question(distribution):
    saj = Partenaire.objects.get(code="saj")
    assert saj.droits_de(distribution.agent_saj) == {LIRE, QUESTION}


def test_le_droit_cesse_avec_l_appartenance(cripel, distribution):
    with proprietaire():
        appartenance = Appartenance.objects.get(personne=distribution.agent_cripel)
        appartenance.debut = timezone.localdate() - timedelta(days=9)
        appartenance.fin = timezone.localdate() - timedelta(days=1)
        appartenance.save()
    assert cripel.droits_de(distribution.agent_cripel) == {LIRE}
    assert not cripel.droits.tenues() and not partenaires_tenus(distribution.agent_cripel)


def test_le_droit_cesse_a_sa_date(distribution):
    saj = Partenaire.objects.get(code="saj")
    hier = timezone.now() - timedelta(days=1)
    with proprietaire():
        droit = donner_tenue(saj, distribution.agent_saj, par=distribution.referent)
        droit.debut, droit.fin = hier - timedelta(days=9), hier
        droit.save()
        assert saj.droits_de(distribution.agent_saj) == {LIRE, QUESTION}
        donner_tenue(saj, distribution.agent_saj, par=distribution.referent)  # another period
    assert TENIR in saj.droits_de(distribution.agent_saj)
    assert DroitPartenaire.objects.count() == 2


def test_un_droit_une_ligne_par_periode(cripel, distribution):
    """In words, and in the database whoever writes."""
    with proprietaire():
        with pytest.raises(ValidationError, match="déjà ce droit"):
            donner_tenue(cripel, distribution.agent_cripel, par=distribution.referent)
        droit = cripel.droits.get()
        droit.pk = None
        with pytest.raises(IntegrityError), transaction.atomic():
            droit.save(force_insert=True)


def test_on_ne_confie_une_fiche_qu_a_ses_gens(cripel, distribution):
    with pytest.raises(ValidationError), proprietaire():
        donner_tenue(cripel, distribution.agent_saj, par=distribution.referent)


def test_retirer_laisse_l_histoire_et_le_journal(cripel, distribution, parler):
    with parler(distribution.referent):
        retirer_tenue(cripel, cripel.droits.tenues().get(), par=distribution.referent)
    assert cripel.droits_de(distribution.agent_cripel) == {LIRE, QUESTION}
    assert [h.history_type for h in DroitPartenaire.history.all()] == ["-", "+"]
    assert DroitPartenaire.history.first().history_user == distribution.referent
    with parler(distribution.dpo):
        assert EntreeJournal.objects.get(acte="partenaires.tenue_retiree").destinataires == [
            str(distribution.agent_cripel.pk)
        ]


def test_le_referent_confie_et_retire_par_l_ecran(distribution, client_de):
    saj, agent = Partenaire.objects.get(code="saj"), distribution.agent_saj
    referent = client_de(distribution.referent)
    assert (
        "Personne de ce partenaire ne tient la fiche" in referent.get(adresse(saj, "tenue/")).content.decode()
    )
    fin = timezone.localdate() + timedelta(days=30)
    referent.post(adresse(saj, "tenue/"), {"donner": "oui", "personne": agent.pk, "fin": fin.isoformat()})
    droit = saj.droits.tenues().get()
    assert (droit.user, timezone.localdate(droit.dernier_jour)) == (agent, fin)
    refus = referent.post(adresse(saj, "tenue/"), {"donner": "oui", "personne": distribution.dpo.pk})
    assert "resume-erreurs" in refus.content.decode()
    assert referent.post(adresse(saj, "tenue/"), {"retirer": "abc"}).status_code == 302
    referent.post(adresse(saj, "tenue/"), {"retirer": droit.pk})
    assert not saj.droits.tenues()


# What the record shows


def test_la_fiche_montre_tout(cripel, agente):
    premier = contact(cripel, "Accueil", telephone="+32 (0)0 00 00", fonction="Orientation")
    with proprietaire():
        AdresseSujet.objects.create(
            contact=premier, sujet="Inscriptions", courriel="inscriptions@csil.example"
        )
        service = Service.objects.create(partenaire=cripel, nom="Formations")
        offre = Offre.objects.create(
            partenaire=cripel, intitule="Cours de français", public="Adultes", service=service
        )
        offre.themes.add(Theme.objects.create(nom="Langue"))
    page = agente.get(adresse(cripel)).content.decode()
    for morceau in ("À joindre en premier", "tel:+3200000", "mailto:inscriptions@csil.example", "Inscriptions",
                    "Cours de français", "Adultes", "Langue", "Formations", "Agente du CRIPEL", "Jamais relue",
                    "Tout est exact", "Modifier la fiche", "vcard.vcf"):  # fmt: skip
        assert morceau in page, morceau


def test_un_lecteur_ne_voit_aucun_acte(cripel, distribution, client_de):
    contact(cripel)
    page = client_de(distribution.agent_saj).get(adresse(cripel)).content.decode()
    for acte in ("Tout est exact", "Modifier", "Supprimer", "Ajouter", "Confier"):
        assert acte not in page, acte


def test_pendant_une_absence_on_joint_le_suppleant(cripel, agente):
    suppleant = contact(cripel, "Coordination", rang=2)
    jour = timezone.localdate()
    absent = contact(cripel, "Accueil", suppleant=suppleant, absent_du=jour, absent_au=jour)
    assert absent.absent and cripel.a_joindre == suppleant
    page = agente.get(adresse(cripel)).content.decode()
    assert "Absence en cours" in page and "Joindre à la place" in page
    demain = contact(cripel, "Demain", absent_du=jour + timedelta(days=1), absent_au=jour + timedelta(days=2))
    assert not demain.absent and demain.absence_prevue


def test_la_question_a_regler_n_est_pas_pour_tout_le_monde(distribution, client_de):
    province = Partenaire.objects.get(code="province-de-liege")
    question = "deux services, ou un service à deux noms"
    pour_le_referent = client_de(distribution.referent).get(adresse(province)).content.decode()
    pour_un_autre = client_de(distribution.agent_saj).get(adresse(province)).content.decode()
    assert question in pour_le_referent and question not in pour_un_autre
    assert "Cette fiche est à confirmer" in pour_un_autre
    historique = client_de(distribution.agent_saj).get(adresse(province, "historique/")).content.decode()
    assert question not in historique


def test_autant_de_requetes_pour_un_contact_que_pour_dix(cripel, agente):
    def remplir(nombre, depart=0):
        for rang in range(depart, depart + nombre):
            un = contact(cripel, f"Contact{rang}")
            with proprietaire():
                AdresseSujet.objects.create(contact=un, sujet="S", courriel="s@csil.example")
                service = Service.objects.create(partenaire=cripel, nom=f"Service {rang}")
                offre = Offre.objects.create(partenaire=cripel, intitule=f"Offre {rang}", service=service)
                offre.themes.add(Theme.objects.create(nom=f"Thème {rang}"))

    def requetes():
        with CaptureQueriesContext(connection) as faites:
            assert agente.get(adresse(cripel)).status_code == 200
        return len(faites)

    remplir(1)
    requetes()
    une = requetes()
    remplir(9, 1)
    assert requetes() == une


# Keeping it


def champs_de(partenaire, **changes):
    """What the form of the record sends when only `changes` are typed."""
    champs = {
        nom: getattr(partenaire, nom)
        for nom in (
            "nom",
            "acronyme",
            "missions",
            "forme",
            "territoire",
            "rythme",
            "statut_fiche",
            "note",
            "version",
        )
    }
    cles = {
        "secteur": partenaire.secteur_id,
        "niveau": partenaire.niveau_id,
        "tutelle": partenaire.tutelle_id or "",
    }
    return champs | cles | {"parent": ""} | changes


def test_modifier_la_fiche(cripel, agente, distribution, parler):
    reponse = agente.post(
        adresse(cripel, "modifier/"), champs_de(cripel, missions="Accompagner."), follow=True
    )
    assert "La fiche est enregistrée." in reponse.content.decode()
    cripel.refresh_from_db()
    assert (cripel.missions, cripel.version) == ("Accompagner.", 2)
    assert cripel.history.first().history_user == distribution.agent_cripel
    with parler(distribution.dpo):
        assert EntreeJournal.objects.get(acte="partenaires.fiche_modifiee").qui == distribution.agent_cripel


def test_enregistrer_sans_rien_changer_ne_laisse_ni_histoire_ni_journal(cripel, agente, distribution, parler):
    assert agente.post(adresse(cripel, "modifier/"), champs_de(cripel)).status_code == 302
    cripel.refresh_from_db()
    assert cripel.version == 1 and cripel.history.count() == 1
    with parler(distribution.dpo):
        assert not EntreeJournal.objects.filter(acte="partenaires.fiche_modifiee").exists()


def test_une_faute_ne_perd_rien(cripel, agente):
    reponse = agente.post(
        adresse(cripel, "modifier/"), champs_de(cripel, nom="", missions="Ce que j’ai écrit")
    )
    page = reponse.content.decode()
    assert "resume-erreurs" in page and "Ce que j’ai écrit" in page
    assert "CRIPEL</a>" in page  # the breadcrumb still names the record


def test_tout_est_exact_en_un_clic(cripel, agente, distribution):
    assert Partenaire.objects.a_relire().filter(pk=cripel.pk).exists()
    reponse = agente.post(adresse(cripel, "relire/"), follow=True)
    assert "la fiche est confirmée" in reponse.content.decode()
    cripel.refresh_from_db()
    assert cripel.relue_par == distribution.agent_cripel and not cripel.est_a_relire
    assert not Partenaire.objects.a_relire().filter(pk=cripel.pk).exists()


@pytest.mark.parametrize("rythme", Rythme.values)
def test_une_fiche_est_due_au_rythme_choisi(rythme, cripel, distribution):
    """The database and Python agree to the day, the last of a month too: three months lead from 30 November to 29 February."""
    dernier = maintenant = timezone.now() - timedelta(minutes=1)
    while dernier + relativedelta(months=rythme) > maintenant:
        dernier -= timedelta(days=1)
    for relue_le, due in ((dernier, True), (dernier + timedelta(days=1), False)):
        with proprietaire():
            cripel.rythme = rythme
            cripel.relue_le = relue_le
            cripel.relue_par = distribution.agent_cripel
            cripel.save()
        assert cripel.est_a_relire is due
        assert Partenaire.objects.a_relire().filter(pk=cripel.pk).exists() is due


def test_une_fiche_due_attend_ses_gens_a_l_accueil(cripel, distribution, parler):
    (tache,) = accueil.taches(distribution.agent_cripel)
    assert tache.adresse == cripel.get_absolute_url() and "CRIPEL" in tache.quoi and not tache.en_retard
    assert not accueil.taches(distribution.agent_saj)
    with parler(distribution.agent_cripel):
        cripel.relire(par=distribution.agent_cripel)
    assert not accueil.taches(distribution.agent_cripel)
    nouveautes = [nouveaute.quoi for nouveaute in accueil.nouveautes(distribution.agent_saj)]
    assert nouveautes == ["CRIPEL : fiche mise à jour"]
    assert not accueil.nouveautes(distribution.dpo)


RUBRIQUES = {
    "services": {"nom": "Formations"},
    "fonctions": {"nom": "Médiatrice"},
    "implantations": {"nom": "Antenne", "adresse": "", "quartier": ""},
    "offres": {"intitule": "Cours", "description": "", "public": "Adultes", "conditions": "", "orientation": ""},
    "contacts": {"nature": "service", "nom": "Accueil", "courriel": "accueil@csil.example", "rang": 1,
                 "adresses-TOTAL_FORMS": 2, "adresses-INITIAL_FORMS": 0,
                 "adresses-0-sujet": "Inscriptions", "adresses-0-courriel": "i@csil.example",
                 "adresses-1-sujet": "", "adresses-1-courriel": ""},
}  # fmt: skip


@pytest.mark.parametrize("rubrique", RUBRIQUES)
def test_ajouter_modifier_supprimer(rubrique, cripel, agente, distribution):
    assert agente.get(adresse(cripel, f"{rubrique}/nouveau/")).status_code == 200
    reponse = agente.post(adresse(cripel, f"{rubrique}/nouveau/"), RUBRIQUES[rubrique])
    (objet,) = getattr(cripel, rubrique).all()
    assert reponse.url == f"/partenaires/{cripel.pk}/#{rubrique}"
    page = adresse(cripel, f"{rubrique}/{objet.pk}/")
    assert agente.get(f"{page}modifier/").status_code == 200
    nom = "intitule" if rubrique == "offres" else "nom"
    envoi = RUBRIQUES[rubrique] | {nom: "Autrement", "version": objet.version, "adresses-TOTAL_FORMS": 0}
    assert agente.post(f"{page}modifier/", envoi).status_code == 302
    objet.refresh_from_db()
    assert str(objet) == "Autrement" and objet.version == 2
    confirmation = agente.get(f"{page}supprimer/").content.decode()
    assert "« Autrement »" in confirmation.replace("\xa0", " ") and getattr(cripel, rubrique).count() == 1
    agente.post(f"{page}supprimer/", {"version": objet.version})
    assert getattr(cripel, rubrique).count() == 0
    derniere = type(objet).history.first()
    assert derniere.history_type == "-" and derniere.history_user == distribution.agent_cripel


def test_les_adresses_par_sujet_sans_javascript(cripel, agente):
    agente.post(adresse(cripel, "contacts/nouveau/"), RUBRIQUES["contacts"])
    (ligne,) = AdresseSujet.objects.all()
    un = cripel.contacts.get()
    envoi = RUBRIQUES["contacts"] | {
        "version": un.version, "adresses-TOTAL_FORMS": 3, "adresses-INITIAL_FORMS": 1, "adresses-0-id": ligne.pk,
        "adresses-0-version": ligne.version, "adresses-0-DELETE": "on", "adresses-1-sujet": "Écoles",
        "adresses-1-courriel": "ecoles@csil.example", "adresses-2-sujet": "", "adresses-2-courriel": "",
    }  # fmt: skip
    assert agente.post(adresse(cripel, f"contacts/{un.pk}/modifier/"), envoi).status_code == 302
    assert [a.sujet for a in AdresseSujet.objects.all()] == ["Écoles"]
    un.refresh_from_db()
    assert un.version == 1  # the contact itself did not change


@pytest.mark.parametrize(
    ("rubrique", "changes", "phrase"),
    [
        ("contacts", {"courriel": ""}, "au moins un téléphone ou un courriel"),
        ("contacts", {"absent_du": "2026-12-02", "absent_au": "2026-12-01"}, "premier et un dernier jour"),
        ("contacts", {"absent_du": "2026-12-02"}, "premier et un dernier jour"),
        (
            "contacts",
            {"adresses-1-sujet": "inscriptions", "adresses-1-courriel": "x@csil.example"},
            "donné deux fois",
        ),
        ("services", {"nom": "OPENADO"}, "déjà un service de ce nom"),
    ],
)
def test_ce_qui_ne_va_pas_est_dit_en_francais(rubrique, changes, phrase, cripel, agente):
    with proprietaire():
        Service.objects.create(partenaire=cripel, nom="Openado")
    reponse = agente.post(adresse(cripel, f"{rubrique}/nouveau/"), RUBRIQUES[rubrique] | changes)
    page = reponse.content.decode()
    assert reponse.status_code == 200 and "resume-erreurs" in page and phrase in page.replace("\xa0", " ")


def test_une_rubrique_d_un_autre_partenaire_n_est_pas_a_cette_adresse(cripel, agente):
    ailleurs = contact(Partenaire.objects.get(code="saj"))
    for acte in ("modifier", "supprimer"):
        assert agente.get(adresse(cripel, f"contacts/{ailleurs.pk}/{acte}/")).status_code == 404
    assert agente.get(adresse(cripel, "droits/nouveau/")).status_code == 404


# The platform


def test_la_plateforme(distribution, client_de):
    page = client_de(distribution.contact_tec).get("/plateforme/").content.decode().replace("\xa0", " ")
    for morceau in ("Service de prévention de la ville de Liège", "Tertiaire", "Non renseignée",
                    "Cofinancé par l’Union européenne", "Chef de Corps", "depuis le",
                    "Concertation intersectorielle locale", "Cellule « Informations sensibles »"):  # fmt: skip
        assert morceau in page, morceau
    assert "Vacant" not in page


def test_un_poste_sans_mandat_en_vigueur_est_vacant(distribution, client_de):
    with proprietaire():
        mandat = distribution.contact_tfl.mandats.get()
        mandat.termine_le, mandat.termine_par = timezone.now(), distribution.bourgmestre
        mandat.save()
        represente = distribution.chef_de_corps.mandats.get()
        represente.qualite = "representant"
        represente.save()
    page = client_de(distribution.dpo).get("/plateforme/").content.decode()
    assert page.count("Vacant") == 1 and "représentant" in page


def test_une_suspension_ne_se_dit_pas_a_tous(distribution, client_de):
    """The role is held, only the access is shut; of the other mandates the page knows nothing."""
    referent = mandat_de(distribution.referent)
    with proprietaire():
        suspendre(referent)
    for personne in (distribution.contact_tec, distribution.agent_saj, distribution.admin):
        page = client_de(personne).get("/plateforme/").content.decode()
        assert str(distribution.referent) in page and "Vacant" not in page
        assert str(distribution.membre_cellule) not in page


def test_la_plateforme_avant_tout_chargement(distribution, client_de):
    with proprietaire():
        for modele in (Plateforme, Poste):
            for objet in modele.objects.all():
                objet.delete()
    assert client_de(distribution.dpo).get("/plateforme/").status_code == 200
