"""The addresses of the Concertation."""

from django.urls import path

from concertation.accueil.views import reunion, reunions
from concertation.actions import views as action
from concertation.agenda import views as agenda
from concertation.assiduite import views as assiduite
from concertation.compte_rendu.views import amendement, compte_rendu
from concertation.convocations.views import convocation, convocations, reponse
from concertation.convocations.views import reunion as convoquee
from concertation.modeles.views import modele
from concertation.modeles.views import reunion as depart
from concertation.ordre_du_jour.views import document, ordre_du_jour, point
from concertation.reunions import views as etat
from concertation.seance.views import acte, presence, redaction, seance

urlpatterns = [
    path("", reunions.concertation, name="concertation"),
    path("reunions/", reunions.reunions, name="reunions"),
    path("reunions/calendrier/", reunions.calendrier, name="reunions-calendrier"),
    path("reunions/nouvelle/", depart.nouvelle, name="reunion-nouvelle"),
    path("reunions/<int:pk>/", reunion.reunion, name="reunion"),
    # the meeting itself
    path("reunions/<int:pk>/seance/", seance.seance, name="seance"),
    path("reunions/<int:pk>/seance/ajouter/", seance.ajouter, name="seance-ajouter"),
    path("reunions/<int:pk>/seance/pointer/", presence.pointer, name="presence-pointer"),
    path("reunions/<int:pk>/seance/inviter/", presence.inviter, name="presence-inviter"),
    path("reunions/presences/<int:pk>/", presence.corriger, name="presence-corriger"),
    path("reunions/<int:pk>/seance/<int:point>/commencer/", seance.commencer, name="seance-commencer"),
    path("reunions/<int:pk>/seance/<int:point>/reporter/", seance.reporter, name="seance-reporter"),
    path("reunions/<int:pk>/seance/<int:point>/texte/", redaction.texte, name="redaction-texte"),
    path("reunions/<int:pk>/seance/<int:point>/veille/", redaction.veille, name="redaction-veille"),
    path("reunions/<int:pk>/seance/<int:point>/<slug:genre>/", acte.nouveau, name="acte-nouveau"),
    path(
        "reunions/<int:pk>/seance/<int:point>/<slug:genre>/<int:numero>/", acte.modifier, name="acte-modifier"
    ),
    path(
        "reunions/<int:pk>/seance/<int:point>/<slug:genre>/<int:numero>/retirer/",
        acte.retirer,
        name="acte-retirer",
    ),
    # its minutes
    path("reunions/<int:pk>/relire/", compte_rendu.relire, name="compte-rendu-relire"),
    path("reunions/<int:pk>/compte-rendu/", compte_rendu.compte_rendu, name="compte-rendu"),
    path("reunions/<int:pk>/compte-rendu.pdf", compte_rendu.pdf, name="compte-rendu-pdf"),
    path("reunions/<int:pk>/compte-rendu/approuver/", compte_rendu.approuver, name="compte-rendu-approuver"),
    path("reunions/<int:pk>/compte-rendu/corriger/", amendement.nouveau, name="amendement-nouveau"),
    path("reunions/<int:pk>/compte-rendu/addendum/", amendement.addendum_nouveau, name="addendum-nouveau"),
    path("reunions/corrections/<int:pk>/", amendement.trancher, name="amendement-trancher"),
    # what was promised
    path("actions/", action.actions, name="actions"),
    path("actions/<int:pk>/", action.action, name="action"),
    path("actions/<int:pk>/avancer/", action.avancer, name="action-avancer"),
    path("actions/<int:pk>/modifier/", action.modifier, name="action-modifier"),
    path("actions/<int:pk>/retirer/", action.retirer, name="action-retirer"),
    path("actions/<int:pk>/historique/", action.historique, name="action-historique"),
    path("reunions/<int:pk>/modifier/", convoquee.modifier, name="reunion-modifier"),
    path("reunions/<int:pk>/historique/", reunion.historique, name="reunion-historique"),
    path("reunions/<int:pk>/en-modele/", depart.en_modele, name="reunion-en-modele"),
    # from one state to the next
    path("reunions/<int:pk>/arreter/", ordre_du_jour.reunion_arreter, name="reunion-arreter"),
    path("reunions/<int:pk>/rouvrir/", ordre_du_jour.reunion_rouvrir, name="reunion-rouvrir"),
    path("reunions/<int:pk>/tenir/", etat.tenir, name="reunion-tenir"),
    path("reunions/<int:pk>/reporter/", convoquee.reporter, name="reunion-reporter"),
    path("reunions/<int:pk>/annuler/", convoquee.annuler, name="reunion-annuler"),
    path("reunions/<int:pk>/reprogrammer/", convoquee.reprogrammer, name="reunion-reprogrammer"),
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
    # invitations, answers, calendars
    path("reunions/<int:pk>/convocations/", convocations.convocations, name="convocations"),
    path("reunions/<int:pk>/convocations/inviter/", convocations.inviter, name="convocations-inviter"),
    path("reunions/<int:pk>/convocations/prevenir/", convocations.prevenir, name="convocations-prevenir"),
    path("reunions/<int:pk>/convocations/relancer/", convocations.relancer, name="convocations-relancer"),
    path(
        "reunions/<int:pk>/convocations/convoquer-ajoutes/",
        convocations.convoquer_ajoutes,
        name="convocations-convoquer-ajoutes",
    ),
    path("reunions/<int:pk>/convoquer/", convocations.convoquer, name="convoquer"),
    path("reunions/<int:pk>/reunion.ics", agenda.reunion_ics, name="reunion-ics"),
    path("convocations/<int:pk>/modifier/", convocation.modifier, name="convocation-modifier"),
    path("convocations/<int:pk>/retirer/", convocation.retirer, name="convocation-retirer"),
    path("convocations/<int:pk>/renvoyer/", convocation.renvoyer, name="convocation-renvoyer"),
    path("convocations/<int:pk>/repondre/", convocation.repondre, name="convocation-repondre"),
    path("repondre/<str:jeton>/", reponse.repondre, name="repondre"),
    path("mon-agenda/", agenda.mon_agenda, name="mon-agenda"),
    path("mon-agenda/renouveler/", agenda.renouveler, name="agenda-renouveler"),
    path("agenda/<str:jeton>.ics", agenda.ics, name="agenda-ics"),
]
