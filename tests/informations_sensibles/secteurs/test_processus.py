"""A communication process: drafted, submitted, approved by a third person, replaced; its sheet out of date by itself."""

import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from csil.journal.models import EntreeJournal
from informations_sensibles.commun.versions.comparaison import comparer
from informations_sensibles.secteurs.fiche import TOUJOURS, fiche_de
from informations_sensibles.secteurs.models import EtapeProcessus, ProcessusCommunication, VersionProcessus
from tests.informations_sensibles import ecritures as cellule
from tests.outils import proprietaire

pytestmark = pytest.mark.dates

ETAPE = {
    "qui": "Le dispatching",
    "quoi": "Le fait et le lieu.",
    "a_qui": "Le point de contact",
    "delai_valeur": "30",
    "delai_unite": "minutes",
    "delai_mots": "",
    "ne_pas_transmettre": "Aucun nom.",
}


@pytest.fixture
def officier(distribution, client_de):
    return client_de(distribution.officier_information)


@pytest.fixture
def propose(officier, distribution):
    """A process that the Officier opened for the TEC; its first draft has no step yet."""
    with proprietaire():
        tec = cellule.secteur()
    donnees = {"titre": "Faits inquiétants", "but": "Dire vite."}
    assert officier.post(reverse("processus-nouveau", args=[tec.pk]), donnees).status_code == 302
    return actuel(ProcessusCommunication)


@pytest.fixture
def en_vigueur(distribution):
    """Version 1, in force, with one step."""
    with proprietaire():
        cellule.correspondre(distribution.contact_tec)
        return cellule.version(
            cellule.processus(),
            1,
            "en_vigueur",
            redigee_par=distribution.officier_information,
            soumise_par=distribution.officier_information,
            approuvee_par=distribution.bourgmestre,
        )


def actuel(modele, **filtre):
    with proprietaire():
        return modele.objects.get(**filtre)


def etapes_de(version):
    with proprietaire():
        return list(EtapeProcessus.objects.filter(version_processus=version))


def cles(reponse) -> list[str]:
    return re.findall(r'name="etape" value="([0-9a-f-]+)"', reponse.content.decode())


def saisir(version, *etapes, **champs) -> dict:
    """What the browser sends: the keys in the order of the page, and each step under its key."""
    donnees = {"etape": [cle for cle, _ in etapes], "version": version.version, "note": "", **champs}
    for cle, textes in etapes:
        donnees |= {f"{cle}-{nom}": valeur for nom, valeur in (ETAPE | textes).items()}
    return donnees


def adresse(version, acte=""):
    return reverse(f"version-{acte}" if acte else "version", args=[version.pk])


# Drafting


def test_ecrire_les_etapes_en_un_formulaire(propose, officier):
    """Add, move and take out are buttons of the same form: nothing is saved, nothing typed is lost."""
    version = actuel(VersionProcessus)
    (premiere,) = cles(officier.get(adresse(version, "etapes")))
    reponse = officier.post(
        adresse(version, "etapes"), saisir(version, (premiere, {"qui": "Le conducteur"}), geste="ajouter")
    )
    premiere, seconde = cles(reponse)
    assert "Le conducteur" in cellule.lu(reponse) and "rien n’est encore enregistré" in cellule.lu(reponse)
    saisies = ((premiere, {"qui": "Le conducteur"}), (seconde, {"qui": "Le dispatching"}))
    monte = officier.post(adresse(version, "etapes"), saisir(version, *saisies, geste=f"monter {seconde}"))
    assert cles(monte) == [seconde, premiere] and "autofocus" not in cellule.lu(monte).split("Étape 2")[1]
    retire = officier.post(adresse(version, "etapes"), saisir(version, *saisies, geste=f"retirer {premiere}"))
    assert cles(retire) == [seconde]
    assert etapes_de(version) == []
    assert officier.post(adresse(version, "etapes"), saisir(version, *saisies[::-1])).status_code == 302
    assert [(e.ordre, e.qui) for e in etapes_de(version)] == [(1, "Le dispatching"), (2, "Le conducteur")]


def test_une_etape_incomplete_revient_avec_ce_qui_etait_ecrit(propose, officier):
    version = actuel(VersionProcessus)
    (cle,) = cles(officier.get(adresse(version, "etapes")))
    for manque, phrase in (
        ({"a_qui": ""}, "Ce champ est obligatoire"),
        ({"delai_valeur": "", "delai_unite": ""}, "Dites dans quel délai"),
        ({"delai_unite": ""}, "Donnez le nombre et l’unité"),
        ({"quoi": "x" * 601}, "600"),
    ):
        reponse = officier.post(adresse(version, "etapes"), saisir(version, (cle, manque)))
        assert phrase in cellule.lu(reponse) and "Le dispatching" in cellule.lu(reponse), manque
    vide = officier.post(adresse(version, "etapes"), saisir(version))
    assert "Écrivez au moins une étape" in cellule.lu(vide)
    assert etapes_de(version) == []


def test_le_garde_et_l_arret_lisent_les_etapes(propose, officier):
    version = actuel(VersionProcessus)
    (cle,) = cles(officier.get(adresse(version, "etapes")))
    ans = officier.post(
        adresse(version, "etapes"), saisir(version, (cle, {"quoi": "M. K., 17 ans, au quai."}))
    )
    assert "Ce n’est pas une personne" in cellule.lu(ans)
    numero = officier.post(adresse(version, "etapes"), saisir(version, (cle, {"quoi": "85.07.30-033.28"})))
    assert "numéro de registre national" in cellule.lu(numero)
    for geste in ({}, {"geste": "ajouter"}):
        reponse = officier.post(
            adresse(version, "etapes"), saisir(version, (cle, {"quoi": "Note SECRET UE du jour."}), **geste)
        )
        assert reponse.status_code == 422 and "SECRET UE du jour" not in cellule.lu(reponse)
    assert etapes_de(version) == []


def test_une_cle_qui_n_est_pas_de_ce_brouillon_ne_touche_rien(propose, en_vigueur, officier):
    """Another version's step named in the form: a new one is made here, the other stays as it was."""
    version = actuel(VersionProcessus, etat="brouillon")
    (autre,) = etapes_de(en_vigueur)
    envoi = saisir(version, (str(autre.pk), {"qui": "Un intrus"}), ("pas-une-cle", {}))
    assert officier.post(adresse(version, "etapes"), envoi).status_code == 302
    assert [e.qui for e in etapes_de(en_vigueur)] == ["Le dispatching du réseau"]
    (nouvelle,) = etapes_de(version)
    assert nouvelle.pk != autre.pk and nouvelle.qui == "Un intrus"


def test_deux_personnes_sur_un_brouillon_ne_s_ecrasent_pas(propose, officier, distribution, client_de):
    version = actuel(VersionProcessus)
    (cle,) = cles(officier.get(adresse(version, "etapes")))
    assert officier.post(adresse(version, "etapes"), saisir(version, (cle, {}))).status_code == 302
    membre = client_de(distribution.membre_cellule)
    envoi = saisir(version, (cle, {"qui": "Le contrôleur"}))  # opened before the Officier saved
    reponse = cellule.lu(membre.post(adresse(version, "etapes"), envoi))
    assert (
        "Officier d&#x27;information a enregistré" in reponse or "a enregistré une autre rédaction" in reponse
    )
    assert "Le contrôleur" in reponse and [e.qui for e in etapes_de(version)] == ["Le dispatching"]
    envoi["version"] = re.search(r'name="version" value="(\d+)"', reponse)[1]
    assert membre.post(adresse(version, "etapes"), envoi).status_code == 302
    assert [e.qui for e in etapes_de(version)] == ["Le contrôleur"]


# From draft to version 2


def test_du_brouillon_a_la_version_deux(en_vigueur, officier, distribution, client_de):
    processus = en_vigueur.processus
    assert officier.post(reverse("processus-brouillon", args=[processus.pk])).status_code == 302
    assert (
        officier.post(reverse("processus-brouillon", args=[processus.pk])).status_code == 403
    )  # one at a time
    brouillon = actuel(VersionProcessus, numero=2)
    (copiee,) = etapes_de(brouillon)
    (origine,) = etapes_de(en_vigueur)
    assert copiee.origine_id == origine.pk and copiee.quoi == origine.quoi
    envoi = saisir(
        brouillon, (str(copiee.pk), {"quoi": "Le fait, le lieu et l’heure exacte."}), note="Plus précis."
    )
    assert officier.post(adresse(brouillon, "etapes"), envoi).status_code == 302
    contact = client_de(distribution.contact_tec)
    assert contact.get(adresse(brouillon)).status_code == 404  # a draft is the Cellule's
    assert officier.post(adresse(brouillon, "soumettre")).status_code == 302
    bourgmestre = client_de(distribution.bourgmestre)
    assert "Approuver un processus" in cellule.lu(bourgmestre.get("/"))
    assert "Approuver un processus" not in cellule.lu(officier.get("/"))
    assert officier.get(adresse(brouillon, "decider")).status_code == 403
    assert bourgmestre.post(adresse(brouillon, "decider"), {"decision": "approuver"}).status_code == 302
    ancienne, nouvelle = actuel(VersionProcessus, numero=1), actuel(VersionProcessus, numero=2)
    assert (ancienne.etat, nouvelle.etat) == ("remplacee", "en_vigueur")
    assert ancienne.valable_au == nouvelle.valable_du and nouvelle.approuvee_par == distribution.bourgmestre
    page = cellule.lu(contact.get(processus.get_absolute_url()))
    assert "Le fait, le lieu et l’heure exacte." in page and "Version 1" in page
    assert "Périmée" in cellule.lu(contact.get(adresse(ancienne, "fiche")))
    assert "Périmée" not in cellule.lu(contact.get(adresse(nouvelle, "fiche")))
    with proprietaire():
        actes = EntreeJournal.objects.filter(acte__startswith="cellule.version_").exclude(
            verbe="consultation"
        )
        assert [a.acte.removeprefix("cellule.version_") for a in actes.order_by("quand")] == [
            "preparee",
            "modifiee",
            "soumise",
            "approuvee",
        ]


def test_renvoyer_demande_de_dire_pourquoi(propose, officier, distribution, client_de):
    version = actuel(VersionProcessus)
    assert "Écrivez au moins une étape" in cellule.lu(
        officier.post(adresse(version, "soumettre"), follow=True)
    )
    (cle,) = cles(officier.get(adresse(version, "etapes")))
    officier.post(adresse(version, "etapes"), saisir(version, (cle, {})))
    officier.post(adresse(version, "soumettre"))
    chef = client_de(distribution.chef_de_corps)
    refus = chef.post(adresse(version, "decider"), {"decision": "renvoyer", "pourquoi": ""})
    assert "Dites ce qui doit changer" in cellule.lu(refus)
    chef.post(adresse(version, "decider"), {"decision": "renvoyer", "pourquoi": "Le délai est trop long."})
    assert actuel(VersionProcessus).etat == "brouillon"
    assert "Corriger un processus renvoyé" in cellule.lu(officier.get("/"))
    assert "Le délai est trop long." in cellule.lu(officier.get(adresse(version)))


def test_reprendre_ce_que_l_on_a_soumis(propose, officier, distribution, client_de):
    with proprietaire():
        version = VersionProcessus.objects.get()
        cellule.etape(version)
    officier.post(adresse(version, "soumettre"))
    assert officier.get(adresse(version, "etapes")).status_code == 403
    assert officier.post(adresse(version, "reprendre")).status_code == 302
    assert officier.get(adresse(version, "etapes")).status_code == 200


def test_qui_a_touche_une_etape_n_approuve_pas(propose, officier, distribution, client_de):
    """The Référent is an authority, but changed a step of this draft: somebody else approves."""
    version = actuel(VersionProcessus)
    referent = client_de(distribution.referent)
    (cle,) = cles(referent.get(adresse(version, "etapes")))
    assert referent.post(adresse(version, "etapes"), saisir(version, (cle, {}))).status_code == 302
    officier.post(adresse(version, "soumettre"))
    assert referent.post(adresse(version, "decider"), {"decision": "approuver"}).status_code == 403
    assert "Approuver un processus" not in cellule.lu(referent.get("/"))
    bourgmestre = client_de(distribution.bourgmestre)
    assert bourgmestre.post(adresse(version, "decider"), {"decision": "approuver"}).status_code == 302


def test_deux_autorites_approuvent_a_la_fois(propose, distribution, parler):
    """Both opened the page; the second finds the act no longer possible."""
    with proprietaire():
        version = VersionProcessus.objects.get()
        cellule.etape(version)
        version.etat, version.soumise_par = "soumise", distribution.officier_information
        version.save()
    chez_l_un, chez_l_autre = (actuel(VersionProcessus) for _ in range(2))
    with parler(distribution.bourgmestre):
        chez_l_un.approuver(par=distribution.bourgmestre)
    with parler(distribution.chef_de_corps), pytest.raises(PermissionDenied), transaction.atomic():
        chez_l_autre.approuver(par=distribution.chef_de_corps)
    assert actuel(VersionProcessus).approuvee_par == distribution.bourgmestre


def test_une_seule_version_en_vigueur(en_vigueur, distribution):
    with proprietaire(), pytest.raises(IntegrityError), transaction.atomic():
        cellule.version(
            en_vigueur.processus,
            2,
            "en_vigueur",
            approuvee_par=distribution.bourgmestre,
            redigee_par=distribution.referent,
        )


def test_retirer_un_processus(en_vigueur, officier, distribution, client_de):
    referent = client_de(distribution.referent)
    assert officier.get(adresse(en_vigueur, "retirer")).status_code == 403
    assert "Dites pourquoi" in cellule.lu(referent.post(adresse(en_vigueur, "retirer"), {"pourquoi": " "}))
    assert referent.post(adresse(en_vigueur, "retirer"), {"pourquoi": "Le réseau change."}).status_code == 302
    contact = client_de(distribution.contact_tec)
    assert "Aucune version n’est en vigueur" in cellule.lu(
        contact.get(en_vigueur.processus.get_absolute_url())
    )
    assert "Périmée" in cellule.lu(contact.get(adresse(en_vigueur, "fiche")))
    assert referent.get(reverse("secteur-fiche", args=[en_vigueur.processus.secteur_id])).status_code == 404


def test_une_version_a_revoir_se_voit(en_vigueur, officier):
    with proprietaire():
        en_vigueur.valable_au = timezone.now()
        en_vigueur.save()
    assert "Revoir un processus" in cellule.lu(officier.get("/"))
    assert "devait être revu avant" in cellule.lu(
        officier.get(en_vigueur.processus.secteur.get_absolute_url())
    )
    assert "En vigueur, à revoir" in cellule.lu(officier.get(adresse(en_vigueur)))


def test_le_titre_et_le_but_se_modifient_a_deux(propose, officier):
    modifier = reverse("processus-modifier", args=[propose.pk])
    donnees = {"titre": "Faits inquiétants sur le réseau", "but": "Dire vite.", "version": propose.version}
    assert officier.post(modifier, donnees).status_code == 302
    depasse = officier.post(modifier, donnees | {"titre": "Autre titre"})
    assert "Pendant que vous écriviez" in cellule.lu(depasse)
    assert "a modifié le processus" in cellule.lu(
        officier.get(reverse("processus-historique", args=[propose.pk]))
    )


def test_l_identifiant_d_un_autre_secteur_ne_mene_nulle_part(en_vigueur, distribution, client_de):
    """Another sector's process, version, sheet and contact point, by their very identifiers: 404 to the TEC's."""
    with proprietaire():
        ecoles = cellule.secteur("ecoles")
        autre = cellule.version(
            cellule.processus(ecoles),
            1,
            "en_vigueur",
            redigee_par=distribution.referent,
            approuvee_par=distribution.bourgmestre,
        )
        point = cellule.point(ecoles, personne=distribution.chef_de_corps)
        adresses = [
            autre.processus.get_absolute_url(),
            autre.get_absolute_url(),
            adresse(autre, "fiche"),
            adresse(autre, "fiche-pdf"),
            adresse(autre, "comparer"),
            reverse("processus-historique", args=[autre.processus_id]),
            reverse("point-de-contact-modifier", args=[point.pk]),
            ecoles.get_absolute_url(),
            reverse("secteur-fiche", args=[ecoles.pk]),
            en_vigueur.processus.secteur.get_absolute_url(),
        ]
    contact = client_de(distribution.contact_tec)
    assert [contact.get(ou).status_code for ou in adresses] == [404] * len(adresses)
    assert contact.get(adresse(en_vigueur)).status_code == 200


# Comparing, and the sheet


def test_comparer_dit_ce_qui_change_pas_a_pas(en_vigueur, distribution):
    with proprietaire():
        cellule.etape(en_vigueur, 2, qui="Le contrôleur")
        cellule.etape(en_vigueur, 3, qui="Le chef de ligne")
        nouvelle = VersionProcessus.objects.create(processus=en_vigueur.processus, numero=2)
        nouvelle.copier(en_vigueur)
        un, deux, trois = nouvelle.etapes.all()
        un.ordre, deux.ordre, deux.delai_valeur = 2, 1, 60
        for etape in (un, deux):
            etape.save()
        trois.delete()
        cellule.etape(nouvelle, 3, qui="La direction")
        lignes = comparer(en_vigueur, nouvelle)
        assert [(ligne.etape.qui, ligne.sort) for ligne in lignes] == [
            ("Le contrôleur", "modifiée"),
            ("Le dispatching du réseau", "déplacée"),
            ("La direction", "ajoutée"),
            ("Le chef de ligne", "retirée"),
        ]
        (difference,) = lignes[0].differences
        assert difference.nom == "Dans quel délai"
        assert difference.morceaux == [("del", "30"), ("ins", "60"), ("", " minutes")]
        assert [ligne.sort for ligne in comparer(None, en_vigueur)] == ["ajoutée"] * 3


def test_la_page_de_comparaison_se_lit(en_vigueur, officier, distribution):
    with proprietaire():
        nouvelle = VersionProcessus.objects.create(
            processus=en_vigueur.processus, numero=2, redigee_par=distribution.referent
        )
        nouvelle.copier(en_vigueur)
        etape = nouvelle.etapes.get()
        etape.delai_valeur = 60
        etape.save()
    page = cellule.lu(officier.get(adresse(nouvelle, "comparer")))
    assert "comparée à la version 1" in page and "<del>" in page and "Modifiée" in page


@pytest.mark.parametrize(
    ("valeur", "unite", "mots", "dit"),
    [(30, "minutes", "", "30 minutes"), (1, "jours", "", "1 jour"), (None, "", "le soir même", "le soir même"),
     (2, "heures", "au plus tard", "2 heures (au plus tard)")],
)  # fmt: skip
def test_un_delai_se_dit_en_mots(valeur, unite, mots, dit):
    assert EtapeProcessus(delai_valeur=valeur, delai_unite=unite, delai_mots=mots).delai == dit


def test_la_fiche_de_poche_dit_qui_quoi_et_quoi_pas(en_vigueur, officier, distribution):
    with proprietaire():
        cellule.point(personne=distribution.chef_de_corps)
        cellule.etape(en_vigueur, 2, ne_pas_transmettre="Aucun nom.")
        fiche = fiche_de(distribution.referent, en_vigueur)
        assert fiche.interdits == ["Aucun nom."] and fiche.tampon == ""
        assert fiche.appeler[0] == ("Point de contact police", "Chef de Corps, chef-de-corps@csil.example")
    page = cellule.lu(officier.get(reverse("secteur-fiche", args=[en_vigueur.processus.secteur_id])))
    for morceau in (
        "Danger immédiat : appelez le 112",
        "Quoi transmettre",
        "Quoi ne pas transmettre",
        "version 1",
    ):
        assert morceau in page
    with proprietaire():
        sans = VersionProcessus(processus=en_vigueur.processus, numero=3)
        sans.save()
        assert fiche_de(distribution.referent, sans).interdits == [TOUJOURS]
        assert "Brouillon" in fiche_de(distribution.referent, sans).tampon


def test_la_fiche_en_pdf_tient_sur_une_page(en_vigueur, officier):
    import pypdfium2

    with proprietaire():
        for ordre in range(2, 6):
            cellule.etape(en_vigueur, ordre)
    reponse = officier.get(adresse(en_vigueur, "fiche-pdf"))
    assert reponse["Content-Type"] == "application/pdf" and "attachment" in reponse["Content-Disposition"]
    document = pypdfium2.PdfDocument(reponse.content)
    texte = document[0].get_textpage().get_text_bounded()
    assert len(document) == 1 and "appelez le 112" in texte and "version 1" in texte


def test_la_fiche_perimee_le_dit_sur_le_pdf(en_vigueur, officier):
    import pypdfium2

    with proprietaire():
        en_vigueur.etat, en_vigueur.valable_au = "remplacee", timezone.now()
        en_vigueur.save()
    document = pypdfium2.PdfDocument(officier.get(adresse(en_vigueur, "fiche-pdf")).content)
    assert "Périmée" in document[0].get_textpage().get_text_bounded()


def test_les_listes_et_les_fiches_coutent_toujours_pareil(en_vigueur, officier, distribution):
    processus = en_vigueur.processus
    adresses = [
        reverse("processus-liste"),
        processus.get_absolute_url(),
        adresse(en_vigueur),
        adresse(en_vigueur, "fiche"),
        adresse(en_vigueur, "comparer"),
    ]

    def requetes():
        couts = []
        for ou in adresses:
            with CaptureQueriesContext(connection) as captees:
                assert officier.get(ou).status_code == 200
            couts.append(len(captees))
        return couts

    requetes()
    avant = requetes()
    with proprietaire():
        for rang in range(5):
            cellule.etape(en_vigueur, rang + 2)
            cellule.version(
                processus,
                rang + 2,
                "remplacee",
                redigee_par=distribution.referent,
                approuvee_par=distribution.bourgmestre,
            )
            cellule.version(
                cellule.processus(titre=f"Processus {rang}"),
                1,
                "en_vigueur",
                redigee_par=distribution.referent,
                approuvee_par=distribution.bourgmestre,
            )
    assert requetes() == avant


def test_deux_processus_d_un_secteur_ont_deux_titres(propose, officier):
    tec = propose.secteur_id
    reponse = officier.post(
        reverse("processus-nouveau", args=[tec]), {"titre": "Faits inquiétants", "but": "Encore."}
    )
    assert "déjà un processus de ce titre" in cellule.lu(reponse)
    with pytest.raises(ValidationError), proprietaire():
        ProcessusCommunication(secteur_id=tec, titre="Faits inquiétants", but="x").full_clean()
