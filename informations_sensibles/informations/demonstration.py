"""The demonstration's informations, in the dossiers and waiting for one; run as owner, after the circuits and the dossiers."""

from datetime import timedelta

from django.utils import timezone

from informations_sensibles.commun.demonstration import comme
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.informations.etats import INFORMER_TFL
from informations_sensibles.informations.models.information import Information


def charger(suivi, enfant, gens):
    """Write them; give back the one that waits to be transmitted."""
    officier, membre = gens["officier-information"], gens["membre-cellule"]
    rir = _saisir(
        officier,
        suivi,
        9,
        "rir",
        "police_locale",
        "Police locale de Liège",
        "H0",
        "Vue deux fois devant le local, avec un groupe que la police connaît.",
    )
    with comme(officier):
        rir.valider(par=officier, mot="Recoupée avec le relevé de la semaine.")
        rir.evaluer(par=officier, source="B", exactitude="2", mot="Source fiable, connue de longue date.")
    _avancer(rir, INFORMER_TFL, gens)
    surete = _saisir(
        officier,
        enfant,
        6,
        "rapport",
        "surete",
        "Sûreté de l’Etat",
        "H2",
        "Un contact en ligne à l’étranger, sans rencontre connue.",
    )
    with comme(officier):
        surete.valider(par=officier, mot="Reçue par le canal habituel.")
        surete.evaluer(par=officier, source="A", exactitude="3", mot="Recoupée par le service.")
    _saisir(
        officier,
        None,
        3,
        "pv",
        "police_federale",
        "Police fédérale",
        "H1",
        "Un PV cite une personne du quartier, sans que l’on sache encore qui la suit.",
    )
    _saisir(
        membre,
        None,
        1,
        "autre",
        "autre",
        "Un service d’une autre commune",
        "H3",
        "Un service voisin signale un déménagement vers Liège.",
        condition="Ne pas dire à la famille d’où vient l’information.",
    )
    return rir


def _saisir(par, dossier, jours, genre, source, originateur, code, synthese, **champs):
    with comme(par):
        information = Information.saisir(
            par=par, dossier=dossier, genre=genre, source=source, originateur=originateur, code_traitement=code,
            synthese=synthese, nature="fait", date_fait=timezone.localdate() - timedelta(days=jours + 2),
            categorie=CategorieDonnee.objects.proposees().last(), marquage_origine="aucun", **champs,
        )  # fmt: skip
    information.saisie_le = timezone.now() - timedelta(days=jours)
    information.ranger("saisie_le")
    return information


def _avancer(information, jusqu_a, gens):
    """Do each step by somebody of its role, up to this one."""
    while information.etape_courante.acte != jusqu_a:
        etape = information.etape_courante
        personne = next(p for p in gens.values() if etape.role in p.groupes)
        with comme(personne):
            information.faire_etape(etape, par=personne, mot="Fait, rien à ajouter.")
