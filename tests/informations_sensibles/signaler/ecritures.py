"""Builders of partners’ reports on a person: plain functions, run as owner (`with proprietaire():`) unless they say otherwise."""

from datetime import timedelta

from django.utils import timezone

from informations_sensibles.commun.models import ReponseType
from informations_sensibles.signaler.models import (
    BaseParole,
    OuverturePartenaire,
    SignalementPartenaire,
    SuiteSignalement,
    VisaDpo,
)
from informations_sensibles.signaler.models.reponse import ReponseSignalementPartenaire
from partenaires.annuaire.models import Partenaire
from tests.informations_sensibles.dossiers import ecritures as dossiers


def viser(dpo) -> VisaDpo:
    return VisaDpo.objects.create(texte="Le traitement tel que décrit au registre.", donne_par=dpo)


def ouvrir_a(bourgmestre, code="saj", **champs) -> OuverturePartenaire:
    return OuverturePartenaire.objects.create(
        partenaire=Partenaire.objects.get(code=code),
        decision_du=timezone.localdate(),
        motif="Il suit des jeunes que la Cellule ne voit pas.",
        ouverte_par=bourgmestre,
        **champs,
    )


def signalement(signalant, code="saj", **champs) -> SignalementPartenaire:
    """A report on a person, received."""
    valeurs = {
        "texte": "Un jeune suivi parle de partir, et ne voit plus personne.",
        "date_fait": timezone.localdate() - timedelta(days=2),
        "nature": "propos",
        "mineur": "non",
        "base": BaseParole.objects.first(),
    } | champs
    partenaire = Partenaire.objects.get(code=code)
    return SignalementPartenaire.objects.create(signalant=signalant, partenaire=partenaire, **valeurs)


def reprendre(de, par) -> SuiteSignalement:
    """An information that waits to be validated was made of it."""
    de.etat = "repris"
    de.save()
    faite = dossiers.information(
        par, "a_valider", genre="signalement_partenaire", source="partenaire", partenaire=de.partenaire
    )
    return SuiteSignalement.objects.create(
        signalement=de, information=faite, repris_par=par, repris_le=timezone.now()
    )


def clore(de, par, **champs) -> ReponseSignalementPartenaire:
    suite, _ = SuiteSignalement.objects.get_or_create(signalement=de)
    suite.issue, suite.motif = "sans_suite", "Rien qui inquiète au-delà du service."
    suite.clos_par, suite.clos_le = par, timezone.now()
    suite.save()
    de.etat = "clos"
    de.save()
    modele = ReponseType.objects.proposees("partenaire").first()
    return ReponseSignalementPartenaire.objects.create(
        signalement=de, modele=modele, phrase=modele.phrase, **champs
    )


def retirer(de) -> None:
    de.etat, de.retire_le = "retire", timezone.now()
    de.save()


def ouvrir(gens) -> None:
    """The feature is on for the SAJ."""
    viser(gens.dpo)
    ouvrir_a(gens.bourgmestre)


def tout(gens) -> None:
    """On for the SAJ; its agent’s reports in every state."""
    ouvrir(gens)
    signalement(gens.agent_saj)
    retirer(signalement(gens.agent_saj))
    reprendre(signalement(gens.agent_saj), gens.referent)
    clore(signalement(gens.agent_saj), gens.referent)
    signalement(gens.agent_cripel, "cripel")


def monde(gens) -> dict:
    """Of the agent of the SAJ: received, closed; and what must be in force."""
    recu, clos = signalement(gens.agent_saj), signalement(gens.agent_saj)
    clore(clos, gens.referent)
    return {
        "visa": viser(gens.dpo),
        "ouverture": ouvrir_a(gens.bourgmestre),
        "du_partenaire": recu,
        "du_partenaire_clos": clos,
    }
