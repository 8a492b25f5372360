"""`make banc`: the list, search and dossier pages at 10,000, 100,000 and 1,000,000 dossiers, against references of the same run.

The references (stack.md): the same view and template with nothing but the ideal SQL, before the wall; and guardian's own list."""

import json
import math
import os
import time
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

from django.conf import settings
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from guardian.shortcuts import get_objects_for_user

from banc.donnees import MOTS, grandir, membres, peupler_les_gens
from banc.mesure import connecter, mesurer, mesurer_seule, role
from csil.comptes.models import Utilisateur
from csil.identite import au_nom_de
from informations_sensibles.cellule.views.recherche import chercher
from informations_sensibles.commun.models import CategorieDonnee
from informations_sensibles.dossiers.models import DossierQuerySet, DroitDossier
from informations_sensibles.informations.models import Information
from informations_sensibles.informations.visibilite import InformationQuerySet
from partenaires.distribution import creer_personnes

ICI = Path(__file__).resolve().parent
TAILLES = (10_000, 100_000, 1_000_000)
ECHANTILLON = 12  # members measured


def lancer(tailles=TAILLES):
    preparer()
    resultats = {"tailles": {}, "a_propos": a_propos()}
    for taille in tailles:
        depart = time.monotonic()
        grandir(taille)
        print(f"{taille:>9} dossiers, {Information._base_manager.count()} informations : "
              f"{time.monotonic() - depart:.0f} s pour les faire", flush=True)  # fmt: skip
        resultats["tailles"][taille] = mesures = mesurer_tout()
        for nom, mesure in mesures.items():
            print(f"  {nom:<44} {mesure['reponse_ms']:>9.2f} ms   SQL {mesure['sql_ms']:>9.2f} ms   "
                  f"{mesure['requetes']} requêtes", flush=True)  # fmt: skip
    resultats["rapports"] = rapports(resultats["tailles"])
    (ICI / "resultats.json").write_text(json.dumps(resultats, indent=2, ensure_ascii=False) + "\n")
    for phrase, valeur in resultats["rapports"].items():
        print(f"{phrase} : {valeur}")


def preparer():
    settings.STORAGES["staticfiles"]["BACKEND"] = "django.contrib.staticfiles.storage.StaticFilesStorage"
    call_command("migrate", verbosity=0, interactive=False)
    call_command(
        "charger_partenaires", settings.RACINE / "partenaires/donnees/partenaires-liege.yaml", verbosity=0
    )
    creer_personnes()
    peupler_les_gens()
    CategorieDonnee.objects.get_or_create(libelle="Contexte social")


def a_propos() -> dict:
    from django.db import connection

    with connection.cursor() as curseur:
        curseur.execute("SHOW server_version")
        return {
            "postgresql": curseur.fetchone()[0],
            "coeurs": os.cpu_count(),
            "jour": timezone.localdate().isoformat(),
        }


def mesurer_tout() -> dict:
    gens = membres()[:: max(1, len(membres()) // ECHANTILLON)][:ECHANTILLON]
    noyau = Utilisateur.objects.get(email="bourgmestre@csil.example")
    siens = [
        reverse("dossier", args=[DroitDossier.objects.en_vigueur().filter(user=p).values_list("content_object", flat=True)[0]])
        for p in gens
    ]  # fmt: skip
    un = siens[0]
    clients, seul = [connecter(personne) for personne in gens], [connecter(noyau)]
    liste, recherche = reverse("dossiers"), reverse("recherche")
    mesures = {}
    with role("csil_app"):
        mesures["membre, liste"] = mesurer(clients, liste)
        mesures["membre, liste filtrée"] = mesurer(clients, f"{liste}?etat=en_suivi")
        mesures["membre, dossier"] = mesurer(clients, siens)
        mesures["noyau, liste"] = mesurer(seul, liste)
        mesures["noyau, dossier"] = mesurer(seul, un)
        for genre, mot in MOTS.items():
            mesures[f"membre, recherche, mot {genre}"] = mesurer(clients, f"{recherche}?q={mot}")
            mesures[f"noyau, recherche, mot {genre}"] = mesurer(seul, f"{recherche}?q={mot}")
        with au_nom_de(noyau, second_facteur=True):
            mesures["noyau, mot rare, la recherche seule"] = mesurer_seule(
                lambda: chercher(noyau, MOTS["rare"])
            )
    with role("NONE"):
        with ideal():
            mesures["borne, membre, liste"] = mesurer(clients, liste)
            mesures["borne, membre, dossier"] = mesurer(clients, siens)
            mesures["borne, membre, recherche, mot moyen"] = mesurer(
                clients, f"{recherche}?q={MOTS['moyen']}"
            )
        with tout():
            mesures["borne, noyau, liste"] = mesurer(seul, liste)
        with guardian():
            mesures["guardian, membre, liste"] = mesurer(clients, liste)
    return mesures


@contextmanager
def visibilite(dossiers, informations):
    """For the references, before the wall: what the querysets show."""
    with (
        patch.object(DossierQuerySet, "visible_to", dossiers),
        patch.object(InformationQuerySet, "visible_to", informations),
    ):
        yield


def ideal():
    """What one would write without a wall: the rights in force, by one indexable filter."""
    return visibilite(
        lambda dossiers, user: dossiers.filter(pk__in=DroitDossier.objects.lus_par(user)),
        lambda informations, user: informations.filter(dossier__in=DroitDossier.objects.lus_par(user)),
    )


def tout():
    return visibilite(lambda dossiers, user: dossiers, lambda informations, user: informations)


def guardian():
    """guardian's own list, over the same rows."""
    return visibilite(
        lambda dossiers, user: get_objects_for_user(user, "informations_sensibles.view_dossier", dossiers),
        lambda informations, user: informations,
    )


def rapports(tailles: dict) -> dict:
    grande, petite = max(tailles), min(tailles)
    au_plus = tailles[grande]

    def rapport(numerateur, denominateur, cle="reponse_ms"):
        return round(au_plus[numerateur][cle] / au_plus[denominateur][cle], 2)

    def croissance(nom, cle="sql_ms"):
        return round(
            math.log(tailles[grande][nom][cle] / tailles[petite][nom][cle]) / math.log(grande / petite), 3
        )

    dits = {
        "liste du membre / borne": rapport("membre, liste", "borne, membre, liste"),
        "dossier du membre / borne": rapport("membre, dossier", "borne, membre, dossier"),
        "recherche du membre / borne": rapport(
            "membre, recherche, mot moyen", "borne, membre, recherche, mot moyen"
        ),
        "liste du noyau / borne": rapport("noyau, liste", "borne, noyau, liste"),
        "liste de guardian / liste du membre": rapport("guardian, membre, liste", "membre, liste"),
        "liste de guardian / liste du membre, SQL": rapport(
            "guardian, membre, liste", "membre, liste", "sql_ms"
        ),
        "mot rare, noyau, SQL en ms, la recherche seule": au_plus["noyau, mot rare, la recherche seule"][
            "sql_ms"
        ],
        "mot rare, noyau, SQL en ms, toute la page": au_plus["noyau, recherche, mot rare"]["sql_ms"],
    }
    if grande > petite:
        for nom in ("membre, liste", "membre, dossier", "noyau, liste", "membre, recherche, mot moyen"):
            dits[f"croissance de « {nom} », exposant (SQL)"] = croissance(nom)
            dits[f"croissance de « {nom} », exposant (réponse)"] = croissance(nom, "reponse_ms")
    return dits
