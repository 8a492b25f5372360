"""How the demonstration writes a meeting: rows only, no act, so that no e-mail leaves."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone

from concertation.actions.models import Action, Avis, Decision, EtatAction, NoteAction
from concertation.compte_rendu.models import CompteRendu, CompteRenduPoint
from concertation.convocations.annonce import instantane
from concertation.convocations.models import Convocation, Reponse
from concertation.modeles.models import ModeleReunion, PointModele
from concertation.ordre_du_jour.models import Attendu, EtatPoint, Nature, PointOrdreDuJour, Section
from concertation.presences.models import Presence
from concertation.reunions.models import Etat, Reunion
from csil.comptes.models import Utilisateur
from csil.local.demonstration import DOMAINE
from partenaires.annuaire.models import Partenaire

TITRE = "Réunion de la Concertation"
SALLE = "Salle de la Violette, Hôtel de Ville"
# Whom a meeting of all the partners invites: partner, function, local part of the address (an account, or a contact).
INVITES = [
    ("cabinet-bourgmestre", "Bourgmestre", "bourgmestre"),
    ("police-locale-liege", "Chef de Corps", "chef-de-corps"),
    ("cripel", "Agente du CRIPEL", "agent-cripel"),
    ("saj", "Agent du SAJ", "agent-saj"),
    ("amo-droit-des-jeunes", "Direction de l’AMO", "accueil.amo-droit-des-jeunes"),
    ("amo-service-actions-sociales", "Équipe de Saint-Léonard", "saint-leonard.amo-actions-sociales"),
    ("cpas", "Accueil social du CPAS", "accueil.cpas"),
    ("instruction-publique-liege", "Inspection de l’enseignement communal", "inspection.instruction-publique"),
    ("enseignement-libre-catholique", "Coordination de l’enseignement libre", "coordination.enseignement-libre"),
    ("province-de-liege", "Openado", "accueil.openado"),
    ("universite-de-liege", "Faculté de psychologie", "secretariat.uliege"),
    ("plan-cohesion-sociale", "Chefferie de projet", "projet.cohesion-sociale"),
    ("service-social-seraing", "Direction du service social", "direction.social-seraing"),
]  # fmt: skip
APPROBATION = ("Approbation du compte rendu précédent", Nature.APPROBATION, Section.OUVERTURE, 5)
SUIVI = ("Suivi des actions", Nature.SUIVI, Section.OUVERTURE, 15)
DIVERS = ("Divers et date suivante", Nature.DIVERS, Section.A_CLOTURER, 10)
V, E, R, S = Reponse.PRESENT, Reponse.EXCUSE, Reponse.REMPLACE, Reponse.SANS


class Ligne(NamedTuple):
    """An item of an agenda."""

    titre: str
    partenaire: str
    duree: int
    attendu: str = Attendu.ECHANGE
    section: str = Section.NOUVEAUX
    auteur: str = "referent"


class Ecriture:
    """Saves the parts of a meeting with the history of their day, in the name of who did it."""

    def __init__(self):
        noms = ("referent", "bourgmestre", "agent-cripel", "agent-saj", "membre-cellule")
        self.personnes = {nom: Utilisateur.objects.get(email=f"{nom}@{DOMAINE}") for nom in noms}
        self.referent = self.personnes["referent"]
        self.partenaires = {partenaire.code: partenaire for partenaire in Partenaire.objects.all()}
        self.moment = timezone.now()
        self.a_approuver: list[CompteRendu] = []

    def modele(self, nom, titre, duree, invites, points):
        modele = ModeleReunion(
            nom=nom, titre=titre, heure=time(14), duree=duree, lieu=SALLE, delai_propositions=10
        )
        modele.president, modele.secretaire = self.personnes["bourgmestre"], self.referent
        self.garder(modele, self.moment - timedelta(days=420))
        for _, nom_invite, champs in self.fiches(invites):
            self.garder(
                modele.invites.model(modele=modele, nom=nom_invite, **champs),
                self.moment - timedelta(days=420),
            )
        for rang, (titre_point, nature, section, minutes) in enumerate(points, 1):
            point = PointModele(
                modele=modele, titre=titre_point, nature=nature, section=section, duree=minutes, rang=rang
            )
            self.garder(point, self.moment - timedelta(days=420))

    def reunion(self, jours, etat, *, titre=TITRE, motif="", **champs) -> Reunion:
        """A meeting in that state, with the dates of its steps; « approuvée » waits until all its parts are there."""
        jour = timezone.localdate() + timedelta(days=jours)
        debut = timezone.make_aware(datetime.combine(jour, time(14)))
        reunion = Reunion(
            titre=titre, debut=debut, fin=debut + timedelta(minutes=150), lieu=SALLE, motif=motif, etat=etat,
            president=self.personnes["bourgmestre"], secretaire=self.referent, **champs,
        )  # fmt: skip
        reunion.limite_propositions = debut - timedelta(days=10)
        reunion.creee_le = min(debut - timedelta(days=60), self.moment - timedelta(days=5))
        etapes = {
            "arretee_le": -16,
            "convoquee_le": -14,
            "tenue_le": 0,
            "relecture_le": 8,
            "approuvee_le": 40,
        }
        etats = [Etat.BROUILLON, Etat.ARRETEE, Etat.CONVOQUEE, Etat.TENUE, Etat.RELECTURE, Etat.APPROUVEE]
        atteint = etats.index(etat) if etat in etats else 2
        for (champ, decalage), _ in zip(etapes.items(), range(atteint), strict=False):
            setattr(reunion, champ, min(debut + timedelta(days=decalage), self.moment - timedelta(days=1)))
        reunion.sequence = int(atteint >= 2)
        if etat == Etat.APPROUVEE:  # locked in the database: `_approuver` comes last
            reunion.etat = Etat.RELECTURE
        self.garder(reunion, reunion.creee_le)
        return reunion

    def points(self, reunion, lignes) -> list[PointOrdreDuJour]:
        return [self.point(reunion, ligne, rang) for rang, ligne in enumerate(lignes, 4)]

    def point(self, reunion, ligne, rang):
        ligne = Ligne(*ligne)
        partenaire, auteur = self.partenaires[ligne.partenaire], self.personnes[ligne.auteur]
        point = PointOrdreDuJour(
            reunion=reunion, titre=ligne.titre, duree=ligne.duree, attendu=ligne.attendu, section=ligne.section,
            rang=rang, partenaire=partenaire, propose_par=auteur, propose_le=reunion.creee_le + timedelta(days=2),
            etat=EtatPoint.INSCRIT,
        )  # fmt: skip
        self.garder(point, point.propose_le, auteur)
        return point

    def recurrent(self, reunion, ligne):
        titre, nature, section, duree = ligne
        point = PointOrdreDuJour(
            reunion=reunion, titre=titre, nature=nature, section=section, duree=duree, etat=EtatPoint.INSCRIT,
            attendu=Attendu.INFORMATION, propose_par=self.referent, propose_le=reunion.creee_le,
            rang={Nature.APPROBATION: 1, Nature.SUIVI: 2}.get(nature, 20),
        )  # fmt: skip
        self.garder(point, reunion.creee_le)

    def fiches(self, invites):
        """(address, name, fields) of the people to call."""
        comptes = {personne.email: personne for personne in Utilisateur.objects.all()}
        for code, nom, local in invites:
            courriel = f"{local}@{DOMAINE}"
            yield (
                courriel,
                nom,
                {
                    "courriel": courriel,
                    "personne": comptes.get(courriel),
                    "partenaire": self.partenaires[code],
                },
            )

    def inviter(self, reunion, reponses) -> list[Convocation]:
        convocations = []
        for (_, nom, champs), reponse in zip(self.fiches(INVITES[: len(reponses)]), reponses, strict=True):
            convocation = Convocation(
                reunion=reunion, nom=nom, reponse=reponse, envoyee_le=reunion.convoquee_le, **champs
            )
            if reponse != Reponse.SANS:
                convocation.repondu_le = min(reunion.debut, self.moment) - timedelta(days=2)
            if reponse == Reponse.REMPLACE:
                convocation.remplacant = "Collègue du même service"
            if reponse == Reponse.EXCUSE:
                convocation.mot = "Retenu par une autre réunion."
            self.garder(convocation, reunion.creee_le)
            convocations.append(convocation)
        if reunion.convoquee_le:
            reunion.annonce = instantane(reunion)
            reunion.ranger("annonce")
        return convocations

    def presences(self, reunion, reponses, partis):
        """Write who was in the room: who came stays from the opening; `partis`: rank of the person, item before which they left."""
        for rang, convocation in enumerate(self.inviter(reunion, reponses)):
            if convocation.reponse not in (Reponse.PRESENT, Reponse.REMPLACE):
                continue
            presence = Presence(convocation=convocation, arrivee_le=reunion.debut)
            if point := partis.get(rang):
                presence.avant_point, presence.depart_le = point, reunion.debut + timedelta(minutes=70)
            self.garder(presence, reunion.debut)

    def ecrire_point(self, point, texte):
        moment = point.reunion.debut + timedelta(minutes=30)
        texte = CompteRenduPoint(point=point, texte=texte, redige_par=self.referent, redige_le=moment)
        self.garder(texte, moment)

    def avis(self, point, texte, reserves):
        self.garder(Avis(point=point, texte=texte, reserves=reserves), point.reunion.debut)

    def decision(self, point, texte, qui):
        self.garder(Decision(point=point, texte=texte, decidee_par=qui), point.reunion.debut)

    def action(
        self,
        point,
        quoi,
        jours,
        *,
        partenaire=None,
        personne=None,
        etat=EtatAction.OUVERTE,
        motif="",
        notes=(),
    ):
        """Due `jours` days from today."""
        echeance = timezone.localdate() + timedelta(days=jours)
        action = Action(
            point=point, quoi=quoi, echeance=echeance, etat=etat, motif=motif, cree_le=point.reunion.debut,
            partenaire=self.partenaires.get(partenaire), responsable=self.personnes.get(personne),
        )  # fmt: skip
        if etat != EtatAction.OUVERTE:
            action.close_le = self.moment - timedelta(days=45)
        self.garder(action, action.cree_le)
        for note in notes:
            self.garder(
                NoteAction(action=action, texte=note, par=self.personnes["agent-cripel"]), self.moment
            )

    def compte_rendu(self, reunion) -> CompteRendu:
        compte_rendu = CompteRendu(reunion=reunion, circule_le=reunion.relecture_le)
        self.garder(compte_rendu, reunion.relecture_le)
        return compte_rendu

    def approuver(self, compte_rendu):
        """Approve the minutes at the meeting that followed. From here on the database refuses any change."""
        reunion = compte_rendu.reunion
        compte_rendu.approuve_le, compte_rendu.approuve_par = reunion.approuvee_le, self.referent
        compte_rendu.approuve_lors_de = (
            Reunion.objects.ayant_eu_lieu().filter(debut__gt=reunion.debut).order_by("debut").first()
        )
        self.garder(compte_rendu, reunion.approuvee_le)
        reunion.etat = Etat.APPROUVEE
        self.garder(reunion, reunion.approuvee_le)

    def garder(self, objet, quand, par=None):
        """Save, with the history of that day and of that person."""
        objet._history_user, objet._history_date = par or self.referent, quand
        objet.save()
