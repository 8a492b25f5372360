"""What the Concertation shows on the home page: what waits for the Référent and for members, what is coming, what is new."""

from datetime import timedelta

from django.db.models import Count, Min, Q
from django.utils import timezone

from concertation.accueil.filtres import avec_comptes
from concertation.commun.groupes import GERENT, LISENT
from concertation.compte_rendu.models import Amendement, CompteRendu, EtatAmendement
from concertation.convocations.models import Convocation, Reponse
from concertation.ordre_du_jour.models import EtatPoint, Nature, PointOrdreDuJour
from concertation.reunions.models import Etat, Reunion
from concertation.reunions.suite import vers
from csil.accueil import Nouveaute, RendezVous, Tache
from csil.texte.typographie import date_longue, heure

LIEU = "concertation"
RECENT = timedelta(days=30)
# A meeting that is not closed or convoked this long before, minutes that do not circulate this long after: late.
AVANT, APRES = timedelta(days=7), timedelta(days=14)
PREPARER = timedelta(days=14)


def taches_du_referent(user):
    """List what waits for the Référent: the next step of each meeting, partners who wait for an answer."""
    if not user.est_membre(*GERENT):
        return
    maintenant = timezone.now()
    for reunion in (
        Reunion.objects.visible_to(user)
        .en_cours()
        .annotate(
            attente=Count("points", filter=Q(points__etat=EtatPoint.PROPOSE)),
            depuis=Min("points__propose_le", filter=Q(points__etat=EtatPoint.PROPOSE)),
        )
    ):
        if reunion.attente and reunion.etat in (Etat.BROUILLON, Etat.ARRETEE, Etat.CONVOQUEE):
            yield _points_en_attente(reunion)
        yield from _etape(reunion, maintenant)
    derniere = Reunion.objects.visible_to(user).ayant_eu_lieu().first()
    for compte_rendu in (
        CompteRendu.objects.filter(reunion__etat=Etat.RELECTURE)
        .select_related("reunion")
        .annotate(demandes=Count("amendements", filter=Q(amendements__etat=EtatAmendement.PROPOSE)))
    ):
        yield from _compte_rendu(compte_rendu, derniere)


def _points_en_attente(reunion):
    s = "s" * (reunion.attente > 1)
    return Tache(
        quoi=f"Répondre à {reunion.attente} point{s} proposé{s}",
        contexte=f"Réunion du {date_longue(reunion.debut)}",
        adresse=vers(reunion, "ordre-du-jour"),
        bouton="Répondre",
        depuis=reunion.depuis,
        lieu=LIEU,
    )


def _etape(reunion, maintenant):
    le = date_longue(reunion.debut)
    tache = {"contexte": f"{reunion.titre}", "lieu": LIEU}
    if reunion.etat == Etat.REPORTEE:
        yield Tache(
            f"Choisir une nouvelle date pour la réunion du {le}", adresse=vers(reunion, "reprogrammer"),
            bouton="Choisir", **tache,
        )  # fmt: skip
    elif reunion.etat == Etat.TENUE:
        yield Tache(
            f"Terminer le compte rendu du {le}", adresse=vers(reunion, "seance"), bouton="Écrire",
            depuis=reunion.tenue_le, en_retard=reunion.tenue_le < maintenant - APRES, **tache,
        )  # fmt: skip
    elif reunion.debut <= maintenant:
        yield Tache(
            f"Noter la réunion du {le}", adresse=vers(reunion, "tenir"), bouton="Ouvrir la séance",
            depuis=reunion.debut, en_retard=reunion.fin < maintenant, **tache,
        )  # fmt: skip
    elif reunion.etat == Etat.BROUILLON and reunion.limite_propositions <= maintenant:
        yield Tache(
            f"Arrêter l’ordre du jour du {le}", adresse=reunion.get_absolute_url(), bouton="Arrêter",
            depuis=reunion.limite_propositions, en_retard=reunion.debut < maintenant + AVANT, **tache,
        )  # fmt: skip
    elif reunion.etat == Etat.ARRETEE:
        yield Tache(
            f"Convoquer à la réunion du {le}", adresse=vers(reunion, "convoquer"), bouton="Convoquer",
            depuis=reunion.arretee_le, en_retard=reunion.debut < maintenant + AVANT, **tache,
        )  # fmt: skip


def _compte_rendu(compte_rendu, derniere):
    reunion = compte_rendu.reunion
    le = date_longue(reunion.debut)
    if compte_rendu.demandes:
        s = "s" * (compte_rendu.demandes > 1)
        yield Tache(
            quoi=f"Répondre à {compte_rendu.demandes} demande{s} de correction",
            contexte=f"Compte rendu du {le}",
            adresse=vers(reunion, "compte-rendu"),
            bouton="Répondre",
            depuis=compte_rendu.circule_le,
            lieu=LIEU,
        )
    elif derniere.debut > reunion.debut:
        yield Tache(
            quoi=f"Faire approuver le compte rendu du {le}",
            contexte="Une réunion l’a suivie",
            adresse=vers(reunion, "compte-rendu"),
            bouton="Approuver",
            depuis=compte_rendu.circule_le,
            lieu=LIEU,
        )


def taches_des_membres(user):
    """Answer a convocation, complete or prepare one's items, write the minutes one was asked to write."""
    if not user.est_membre(*LISENT):
        return
    maintenant = timezone.now()
    sans_reponse = Convocation.objects.visible_to(user).filter(
        personne=user, reponse=Reponse.SANS, reunion__etat=Etat.CONVOQUEE, reunion__debut__gt=maintenant
    )
    for convocation in sans_reponse.select_related("reunion"):
        reunion = convocation.reunion
        yield Tache(
            quoi=f"Dire si vous venez le {date_longue(reunion.debut)}",
            contexte=f"{reunion.titre}, {heure(reunion.debut)}",
            adresse=f"{reunion.get_absolute_url()}#viendrez",
            bouton="Répondre",
            depuis=reunion.convoquee_le,
            en_retard=reunion.debut < maintenant + timedelta(days=2),
            lieu=LIEU,
        )
    yield from _points_de(user, maintenant)
    if not user.est_membre(*GERENT):
        for reunion in Reunion.objects.visible_to(user).filter(secretaire=user, etat=Etat.TENUE):
            yield from _etape(reunion, maintenant)


def _points_de(user, maintenant):
    siens = PointOrdreDuJour.objects.visible_to(user).filter(propose_par=user).select_related("reunion")
    for point in siens.filter(etat=EtatPoint.A_COMPLETER, reunion__etat=Etat.BROUILLON):
        yield Tache(
            quoi=f"Compléter votre point « {point.titre} »",
            contexte="Le Référent vous demande une précision",
            adresse=point.get_absolute_url(),
            bouton="Compléter",
            depuis=point.repondu_le,
            lieu=LIEU,
        )
    proches = siens.filter(
        etat=EtatPoint.INSCRIT,
        nature=Nature.ORDINAIRE,
        reunion__etat=Etat.CONVOQUEE,
        reunion__debut__range=(maintenant, maintenant + PREPARER),
    )
    if user.est_membre(*GERENT):
        proches = proches.none()  # all the agenda is the Référent's
    for point in proches:
        yield Tache(
            quoi=f"Préparer votre point « {point.titre} »",
            contexte=f"{date_longue(point.reunion.debut)}, {point.duree} min",
            adresse=point.get_absolute_url(),
            bouton="Préparer",
            lieu=LIEU,
        )


def rendez_vous(user):
    """List the meetings to come."""
    if not user.est_membre(*LISENT):
        return
    for reunion in avec_comptes(Reunion.objects.visible_to(user).a_venir())[:5]:
        yield RendezVous(reunion.titre, reunion.get_absolute_url(), reunion.debut, annonce(reunion))


def annonce(reunion) -> str:
    """Announce a meeting: « 14 h 00, salle de la Violette. 13 réponses sur 17. » The meeting comes from `avec_comptes`."""
    phrase = ", ".join(filter(None, [heure(reunion.debut), reunion.lieu])) + "."
    if reunion.etat == Etat.CONVOQUEE:
        s = "s" * (reunion.nombre_reponses > 1)
        return f"{phrase} {reunion.nombre_reponses} réponse{s} sur {reunion.nombre_invites}."
    if reunion.propositions_ouvertes:
        return f"{phrase} Propositions jusqu’au {date_longue(reunion.limite_propositions)}."
    return phrase


def nouveautes(user):
    """Tell what happened to the meetings in the last thirty days, and to one's own proposals."""
    if not user.est_membre(*LISENT):
        return
    depuis = timezone.now() - RECENT
    recentes = Reunion.objects.visible_to(user).changees_depuis(depuis)
    for reunion in recentes:
        le = date_longue(reunion.debut)
        for champ, phrase, page in NOUVELLES:
            quand = getattr(reunion, champ)
            if quand and quand >= depuis and (champ != "creee_le" or reunion.propositions_ouvertes):
                adresse = vers(reunion, page) if page else reunion.get_absolute_url()
                yield Nouveaute(phrase.format(le), adresse, quand)
    yield from _rompues(user, depuis)
    repondus = PointOrdreDuJour.objects.visible_to(user).filter(propose_par=user, repondu_le__gte=depuis)
    for point in repondus.exclude(etat__in=(EtatPoint.PROPOSE, EtatPoint.RETIRE)):
        etat = point.get_etat_display().lower()
        yield Nouveaute(f"Votre point « {point.titre} » : {etat}", point.get_absolute_url(), point.repondu_le)
    for demande in (
        Amendement.objects.visible_to(user)
        .filter(propose_par=user, tranche_le__gte=depuis)
        .select_related("compte_rendu__reunion")
    ):
        reunion = demande.compte_rendu.reunion
        yield Nouveaute(
            f"Votre demande de correction : {demande.get_etat_display().lower()}e",
            vers(reunion, "compte-rendu"),
            demande.tranche_le,
        )


# Moment, sentence, page of the meeting.
NOUVELLES = (
    ("creee_le", "Réunion du {} : les propositions sont ouvertes", ""),
    ("convoquee_le", "Réunion du {} : convocations envoyées", ""),
    ("relecture_le", "Compte rendu du {} : à relire", "compte-rendu"),
    ("approuvee_le", "Compte rendu du {} : approuvé", "compte-rendu"),
)


def _rompues(user, depuis):
    """Tell which meetings were postponed or cancelled; the history says when."""
    rompues = {
        reunion.pk: reunion
        for reunion in Reunion.objects.visible_to(user).filter(etat__in=(Etat.REPORTEE, Etat.ANNULEE))
    }
    dates = (
        Reunion.history.filter(
            id__in=rompues, etat__in=(Etat.REPORTEE, Etat.ANNULEE), history_date__gte=depuis
        )
        .order_by()
        .values_list("id")
        .annotate(quand=Min("history_date"))
    )
    for pk, quand in dates:
        reunion = rompues[pk]
        etat = reunion.get_etat_display().lower()
        yield Nouveaute(
            f"Réunion du {date_longue(reunion.debut)} : {etat}", reunion.get_absolute_url(), quand
        )
