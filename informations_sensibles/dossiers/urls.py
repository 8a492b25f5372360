"""Dossiers: their life, their circle, their people, their erasing."""

from django.urls import path

from informations_sensibles.dossiers.views import cercle, dossier, effacement, personne, vie

urlpatterns = [
    path("dossiers/", dossier.dossiers, name="dossiers"),
    path("dossiers/a-traiter/", dossier.a_traiter, name="dossier-a-traiter"),
    path("dossiers/nouveau/", dossier.nouveau, name="dossier-nouveau"),
    path("dossiers/<uuid:pk>/", dossier.dossier, name="dossier"),
    path("dossiers/<uuid:pk>/chronologie/", dossier.chronologie, name="dossier-chronologie"),
    path("dossiers/<uuid:pk>/historique/", dossier.historique, name="dossier-historique"),
    path("dossiers/<uuid:pk>/modifier/", dossier.modifier, name="dossier-modifier"),
    path("dossiers/<uuid:pk>/informer/", dossier.informer, name="dossier-informer"),
    path("dossiers/<uuid:pk>/quarantaine/", dossier.quarantaine, name="dossier-quarantaine"),
    path("dossiers/<uuid:pk>/ouvrir/", vie.dossier_ouvrir, name="dossier-ouvrir"),
    path("dossiers/<uuid:pk>/ne-pas-ouvrir/", vie.dossier_ne_pas_ouvrir, name="dossier-ne-pas-ouvrir"),
    path("dossiers/<uuid:pk>/suivre/", vie.dossier_suivre, name="dossier-suivre"),
    path("dossiers/<uuid:pk>/revoir/", vie.dossier_mettre_en_revue, name="dossier-mettre-en-revue"),
    path("dossiers/<uuid:pk>/conclure/", vie.dossier_conclure, name="dossier-conclure"),
    path("dossiers/<uuid:pk>/clore/", vie.dossier_clore, name="dossier-clore"),
    path("dossiers/<uuid:pk>/reprendre/", vie.dossier_reprendre, name="dossier-reprendre"),
    path("dossiers/<uuid:pk>/regarder/", vie.dossier_regarder, name="dossier-regarder"),
    path("dossiers/<uuid:pk>/cercle/", cercle.dossier_cercle, name="dossier-cercle"),
    path("dossiers/<uuid:pk>/cercle/inviter/", cercle.cercle_inviter, name="cercle-inviter"),
    path("dossiers/<uuid:pk>/cercle/<int:personne>/retirer/", cercle.cercle_ecarter, name="cercle-ecarter"),
    path("dossiers/<uuid:pk>/confier/", cercle.cercle_confier, name="cercle-confier"),
    path("dossiers/<uuid:pk>/ecarter/", cercle.cercle_bloquer, name="cercle-bloquer"),
    path("dossiers/blocages/<uuid:pk>/lever/", cercle.cercle_lever, name="cercle-lever"),
    path("dossiers/<uuid:pk>/personnes/", personne.dossier_personnes, name="dossier-personnes"),
    path("dossiers/<uuid:pk>/personnes/nouvelle/", personne.personne_nouvelle, name="personne-nouvelle"),
    path("dossiers/personnes/<uuid:pk>/retirer/", personne.personne_retirer, name="personne-retirer"),
    path("dossiers/personnes/<uuid:pk>/identite/", personne.identite, name="identite"),
    path("dossiers/personnes/<uuid:pk>/identite/ecrire/", personne.identite_modifier, name="identite-modifier"),
    path("dossiers/<uuid:pk>/facteurs/nouveau/", personne.facteur_nouveau, name="facteur-nouveau"),
    path("dossiers/facteurs/<uuid:pk>/retirer/", personne.facteur_retirer, name="facteur-retirer"),
    path("dossiers/<uuid:pk>/refus/nouveau/", personne.refus_nouveau, name="refus-nouveau"),
    path("dossiers/<uuid:pk>/geler/", effacement.gel_poser, name="gel-poser"),
    path("dossiers/gels/<uuid:pk>/lever/", effacement.gel_lever, name="gel-lever"),
    path("dossiers/<uuid:pk>/effacement/", effacement.effacement_proposer, name="effacement-proposer"),
    path("dossiers/effacements/<uuid:pk>/decider/", effacement.effacement_decider, name="effacement-decider"),
]  # fmt: skip
