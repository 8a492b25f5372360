"""Builders of dossiers and informations: plain functions, run as owner (`with proprietaire():`) unless they say otherwise."""

import random
from datetime import timedelta

from django.utils import timezone

from csil.comptes import groupes
from csil.quarantaine.models import Quarantaine
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.dossiers.models import (
    DROITS,
    BlocageDossier,
    Dossier,
    DroitDossier,
    Effacement,
    Facteur,
    Gel,
    Identite,
    Implication,
    Niveau,
    Refus,
    Revelation,
    Revue,
)
from informations_sensibles.informations.models import (
    ARectifier,
    Consentement,
    Embargo,
    EtapeInformation,
    Information,
    PassageMasque,
    Rectification,
)
from partenaires.annuaire.models import Partenaire
from tests.informations_sensibles.transmissions import ecritures as transmissions

TEST = {
    "necessite": "Plusieurs services s’inquiètent et ne se parlent pas.",
    "proportionnalite": "Le suivi se limite à ce que chaque service peut apporter.",
    "subsidiarite": "L’entretien proposé par le service seul n’a pas suffi.",
}


def champs_dossier(**champs) -> dict:
    return {
        "mineur": "non",
        "signes": "Retrait soudain de toute activité de groupe.",
        **TEST,
        **champs,
    }


def dossier(pilote, etat="en_suivi", propose_par=None, **champs) -> Dossier:
    """Led by `pilote`, who is in its circle; opened by the Référent's hand if it is open."""
    propose_par = propose_par or pilote
    if etat != "propose":
        champs.setdefault("ouvert_par", _autre(pilote, propose_par))
        champs.setdefault("ouvert_le", timezone.now() - timedelta(days=20))
    if etat in ("ouvert", "en_suivi", "en_revue"):
        champs.setdefault("prochaine_revue", timezone.localdate() + timedelta(days=60))
    if etat in ("clos", "police_seule"):
        champs |= {"clos_par": pilote, "clos_le": timezone.now(), "motif_cloture": "Les signes ont disparu."}
    fait = Dossier.objects.create(
        pilote=pilote, propose_par=propose_par, etat=etat, **champs_dossier(**champs)
    )
    inviter(fait, pilote, Niveau.PILOTER)
    return fait


def _autre(*gens):
    from csil.comptes.models import Utilisateur

    return Utilisateur.objects.exclude(pk__in=[personne.pk for personne in gens]).earliest("pk")


def inviter(de, personne, niveau=Niveau.LIRE, **dates) -> None:
    from django.contrib.auth.models import Permission

    for codename in DROITS[niveau]:
        DroitDossier.objects.create(
            user=personne,
            content_object=de,
            motif="Suit la situation.",
            permission=Permission.objects.get(
                codename=codename, content_type__app_label="informations_sensibles"
            ),
            **dates,
        )


def bloquer(personne, de, par) -> BlocageDossier:
    return BlocageDossier.objects.create(personne=personne, dossier=de, motif="Lien de parenté.", par=par)


def geler(de, par, **champs) -> Gel:
    champs.setdefault("jusqu_au", timezone.localdate() + timedelta(days=30))
    return Gel.objects.create(dossier=de, par=par, motif="Une procédure est en cours.", **champs)


def implication(de, par, qualite="suivie", designation="La personne suivie") -> Implication:
    return Implication.objects.create(dossier=de, par=par, qualite=qualite, designation=designation)


def identite(par, **champs) -> Identite:
    champs = {"nom": "Personne", "prenom": "Inventée"} | champs
    return Identite.objects.create(saisie_par=par, **champs)


def reveler(a, par) -> Revelation:
    return Revelation.objects.create(identite=a, par=par, motif="Préparer l’entretien.")


def champs_information(**champs) -> dict:
    return {
        "genre": "rir",
        "source": "police_locale",
        "originateur": "Police locale de Liège",
        "date_fait": timezone.localdate() - timedelta(days=3),
        "nature": "fait",
        "categorie": CategorieDonnee.objects.first()
        or CategorieDonnee.objects.create(libelle="Contexte social"),
        "synthese": "La personne a été vue deux fois devant l’école.",
        "code_traitement": "H0",
        "marquage_origine": "aucun",
        **champs,
    }


def information(saisie_par, etat="validee", role=groupes.OFFICIER, **champs) -> Information:
    """With two steps; what is validated has its first done, what is over both."""
    if etat in ("validee", "ecartee"):
        champs.setdefault("validee_par", saisie_par)
        champs.setdefault("validee_le", timezone.now())
    faite = Information.objects.create(saisie_par=saisie_par, etat=etat, **champs_information(**champs))
    if etat != "sans_circuit":
        fini = faite.termine_le is not None
        for ordre, acte in ((1, "valider"), (2, "evaluer")):
            signee = (
                {"faite_par": saisie_par, "faite_le": timezone.now()}
                if fini or etat == "validee" and ordre == 1
                else {}
            )
            attend = not signee and (ordre == 1 or etat == "validee")
            EtapeInformation.objects.create(
                information=faite, ordre=ordre, acte=acte, role=role, delai_jours=3,
                echeance=timezone.localdate() + timedelta(days=3) if attend else None, **signee,
            )  # fmt: skip
    return faite


def consentement(sur, par, accorde=True, **champs) -> Consentement:
    """For everything, unless said otherwise."""
    if accorde and not champs:
        champs = {"pour_transmission": True, "pour_agenda": True, "pour_cercle": True}
    return Consentement.objects.create(
        information=sur, demande_a=sur.originateur, par_qui="Le chef de service", accorde=accorde,
        consigne_par=par, **champs,
    )  # fmt: skip


def rectification(sur, par, destinataire) -> ARectifier:
    """Whoever received it is still to be told."""
    faite = Rectification.objects.create(
        information=sur, faux="Le jour n’était pas le bon.", motif="Le service l’a corrigé.", par=par
    )
    return ARectifier.objects.create(
        information=sur, rectification=faite, destinataire=destinataire, par_quoi="T-2345-67"
    )


def finie(saisie_par, dossier, cercle=True, **champs) -> Information:
    """Its circuit over since three days, open to the circle."""
    champs.setdefault("termine_le", timezone.now() - timedelta(days=3))
    return information(saisie_par, dossier=dossier, cercle=cercle, **champs)


def embargo(sur, par, **champs) -> Embargo:
    return Embargo.objects.create(
        information=sur, autorite="Le parquet", motif="Une enquête est en cours.", pose_par=par,
        jusqu_au=timezone.localdate() + timedelta(days=30), **champs,
    )  # fmt: skip


def tout(gens) -> Dossier:
    """At least a row in every table."""
    suivi = dossier(gens.membre_cellule)
    dossier(gens.referent, "propose")
    clos = dossier(gens.referent, "clos")
    bloquer(gens.chef_de_corps, clos, gens.bourgmestre)
    Effacement.objects.create(dossier=clos, par=gens.bourgmestre)
    geler(clos, gens.bourgmestre)
    personne = implication(suivi, gens.membre_cellule)
    reveler(identite(gens.membre_cellule, implication=personne), gens.membre_cellule)
    Facteur.objects.create(
        dossier=suivi, par=gens.membre_cellule, genre="protection", texte="Un club de sport."
    )
    Revue.objects.create(
        dossier=suivi, par=gens.membre_cellule, conclusion="prolonger", motif="Rien n’a changé."
    )
    Refus.objects.create(
        dossier=suivi, par=gens.membre_cellule, partenaire=Partenaire.objects.first(), motif="Pas de mandat.",
        date=timezone.localdate(),
    )  # fmt: skip
    lue = finie(gens.membre_cellule, suivi)
    embargo(information(gens.officier_information, dossier=suivi), gens.officier_information)
    PassageMasque.objects.create(
        information=lue, avant="Avec le nom.", motif="Un tiers.", par=gens.officier_information
    )
    lue.save()  # as the act of masking does: the words from before are of the past
    consentement(lue, gens.officier_information)
    rectification(lue, gens.officier_information, gens.contact_tfl)
    for etat in ("a_valider", "sans_circuit", "ecartee", "validee"):
        information(gens.membre_cellule, etat)
    transmissions.tout(gens, suivi, lue)
    return suivi


def monde(gens) -> dict:
    """A dossier in each state, led by the member, for the tests that walk every address."""
    membre, jour = gens.membre_cellule, timezone.localdate()
    suivi = dossier(membre)
    inviter(suivi, gens.officier_information)
    clos, garde = (
        dossier(membre, "clos", premier_regard=jour, conservation_jusqu_au=jour - timedelta(days=1))
        for _ in range(2)
    )
    ecarte = dossier(membre)
    return {
        "dossier": suivi,
        "dossier_propose": dossier(membre, "propose"),
        "dossier_ouvert": dossier(membre, "ouvert"),
        "dossier_revue": dossier(membre, "en_revue"),
        "dossier_clos": clos,
        "officier": gens.officier_information,
        "blocage_dossier": bloquer(gens.chef_de_corps, ecarte, gens.bourgmestre),
        "proche": implication(suivi, membre, "proche", "le frère"),
        "facteur": Facteur.objects.create(dossier=suivi, par=membre, genre="risque", texte="L’isolement."),
        "gel": geler(suivi, gens.bourgmestre),
        "effacement": Effacement.objects.create(dossier=garde, par=gens.bourgmestre),
    }


def monde_des_informations(gens) -> dict:
    """An information in each state, entered by the member: validated, to be validated, waiting, held back by the Officier."""
    membre, officier = gens.membre_cellule, gens.officier_information
    validee, tenue = information(membre), information(membre)
    identite(membre, information=validee)
    consentement(validee, officier)
    embargo(tenue, officier)
    return {
        "information": validee,
        "information_a_valider": information(membre, "a_valider"),
        "information_sans_circuit": information(membre, "sans_circuit", genre="pv"),
        "information_tenue": tenue,
        "a_rectifier": rectification(validee, officier, gens.contact_tfl),
    }


def au_hasard(gens, hasard: random.Random) -> None:
    """Dossiers and informations in every state, for and against everybody: what the equivalence tests look at."""
    maintenant = timezone.now()
    ailleurs = {"debut": maintenant - timedelta(days=9), "fin": maintenant - timedelta(days=1)}
    for rang in range(30):
        etat = hasard.choice(["propose", "ouvert", "en_suivi", "en_revue", "clos", "police_seule"])
        suivi = dossier(hasard.choice(gens), etat)
        for personne in hasard.sample(gens, 3):
            if personne != suivi.pilote:
                inviter(suivi, personne, hasard.choice(list(Niveau)), **hasard.choice([{}, {}, ailleurs]))
        if rang % 4 == 0:
            bloquer(hasard.choice(gens), suivi, gens[0])
        if rang % 5 == 0:
            Effacement.objects.create(dossier=suivi, par=hasard.choice(gens))
            geler(suivi, hasard.choice(gens))
        if rang % 9 == 8:
            Quarantaine.objects.create(
                objet_type=suivi._meta.label_lower, objet_id=str(suivi.pk), regle="doute", par=gens[0]
            )
        reveler(
            identite(hasard.choice(gens), implication=implication(suivi, suivi.pilote)), hasard.choice(gens)
        )
        for _ in range(5):
            _information_au_hasard(gens, hasard, hasard.choice([suivi, suivi, None]))
    transmissions.au_hasard(gens, list(Dossier.objects.all()), list(Information.objects.all()), hasard)


def _information_au_hasard(gens, hasard, suivi):
    champs = {
        "source": hasard.choice(["police_locale", "surete", "partenaire", "autre"]),
        "etat": hasard.choice(["a_valider", "sans_circuit", "ecartee", "validee", "validee", "validee"]),
        "role": hasard.choice([groupes.OFFICIER, groupes.REFERENT, groupes.BOURGMESTRE]),
    }
    if champs["etat"] == "validee" and hasard.random() < 0.7:
        champs["termine_le"] = timezone.now() - timedelta(days=hasard.choice([0, 3]))
        champs["cercle"] = hasard.random() < 0.6
    faite = information(hasard.choice(gens), dossier=suivi, **champs)
    if hasard.random() < 0.2:
        embargo(faite, hasard.choice(gens))
    if hasard.random() < 0.2:
        PassageMasque.objects.create(information=faite, avant="…", motif="Un tiers.", par=hasard.choice(gens))
    if hasard.random() < 0.2:
        consentement(faite, hasard.choice(gens), hasard.random() < 0.5)
    if hasard.random() < 0.2:
        rectification(faite, hasard.choice(gens), hasard.choice(gens))
    if hasard.random() < 0.3:
        reveler(identite(hasard.choice(gens), information=faite), hasard.choice(gens))
    if hasard.random() < 0.1:
        Quarantaine.objects.create(
            objet_type=faite._meta.label_lower, objet_id=str(faite.pk), regle="doute", par=gens[0]
        )
