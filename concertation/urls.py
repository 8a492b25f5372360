from django.urls import path

from concertation.views import assiduite, document, etats, modele, ordre_du_jour, point, reunion, reunions

urlpatterns = [
    path("", reunions.concertation, name="concertation"),
    path("reunions/", reunions.reunions, name="reunions"),
    path("reunions/calendrier/", reunions.calendrier, name="reunions-calendrier"),
    path("reunions/nouvelle/", reunion.nouvelle, name="reunion-nouvelle"),
    path("reunions/<int:pk>/", reunion.reunion, name="reunion"),
    path("reunions/<int:pk>/modifier/", reunion.modifier, name="reunion-modifier"),
    path("reunions/<int:pk>/historique/", reunion.historique, name="reunion-historique"),
    path("reunions/<int:pk>/en-modele/", reunion.en_modele, name="reunion-en-modele"),
    # from one state to the next
    path("reunions/<int:pk>/arreter/", etats.reunion_arreter, name="reunion-arreter"),
    path("reunions/<int:pk>/rouvrir/", etats.reunion_rouvrir, name="reunion-rouvrir"),
    path("reunions/<int:pk>/tenir/", etats.reunion_tenir, name="reunion-tenir"),
    path("reunions/<int:pk>/reporter/", etats.reunion_reporter, name="reunion-reporter"),
    path("reunions/<int:pk>/annuler/", etats.reunion_annuler, name="reunion-annuler"),
    path("reunions/<int:pk>/reprogrammer/", etats.reunion_reprogrammer, name="reunion-reprogrammer"),
    # templates of meetings
    path("modeles/", modele.modeles, name="modeles"),
    path("modeles/nouveau/", modele.nouveau, name="modele-nouveau"),
    path("modeles/<int:pk>/", modele.modele, name="modele"),
    path("modeles/<int:pk>/modifier/", modele.modifier, name="modele-modifier"),
    path("modeles/<int:pk>/historique/", modele.historique, name="modele-historique"),
    path("modeles/<int:pk>/supprimer/", modele.supprimer, name="modele-supprimer"),
    path("modeles/<int:pk>/invites/", modele.invites, name="modele-invites"),
    path("modeles/<int:pk>/arranger/", modele.arranger, name="modele-arranger"),
    path("modeles/<int:pk>/points/nouveau/", modele.point_nouveau, name="modele-point-nouveau"),
    path("modeles/<int:pk>/points/<int:numero>/", modele.point_modifier, name="modele-point-modifier"),
    path("modeles/<int:pk>/points/<int:numero>/retirer/", modele.point_retirer, name="modele-point-retirer"),
    # attendance over the year
    path("assiduite/", assiduite.assiduite, name="assiduite"),
    path("assiduite/export.csv", assiduite.assiduite_csv, name="assiduite-csv"),
    path("assiduite/export.xlsx", assiduite.assiduite_xlsx, name="assiduite-xlsx"),
    # the agenda and its items
    path("reunions/<int:pk>/ordre-du-jour/", ordre_du_jour.ordre_du_jour, name="ordre-du-jour"),
    path("reunions/<int:pk>/ordre-du-jour/arranger/", ordre_du_jour.arranger, name="ordre-du-jour-arranger"),
    path("reunions/<int:pk>/ordre-du-jour.pdf", ordre_du_jour.pdf, name="ordre-du-jour-pdf"),
    path("reunions/<int:pk>/points/nouveau/", point.nouveau, name="point-nouveau"),
    path("points/<int:pk>/", point.point, name="point"),
    path("points/<int:pk>/modifier/", point.modifier, name="point-modifier"),
    path("points/<int:pk>/repondre/", point.repondre, name="point-repondre"),
    path("points/<int:pk>/reporter/", point.reporter, name="point-reporter"),
    path("points/<int:pk>/retirer/", point.retirer, name="point-retirer"),
    path("points/<int:pk>/documents/", point.joindre, name="point-joindre"),
    path("points/<int:pk>/note/", point.note, name="point-note"),
    path("points/<int:pk>/historique/", point.historique, name="point-historique"),
    path("documents/<uuid:pk>/", document.document, name="document"),
    path("documents/<uuid:pk>/retirer/", document.retirer, name="document-retirer"),
]
