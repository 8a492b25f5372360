"""The demonstration's meetings, one in every state, with dates that follow today. Real partners, neutral words."""

from datetime import timedelta

from concertation.actions.models import EtatAction
from concertation.compte_rendu.models import Addendum, Amendement, EtatAmendement
from concertation.demonstration.ecriture import (
    APPROBATION,
    DIVERS,
    INVITES,
    SUIVI,
    TITRE,
    E,
    Ecriture,
    R,
    S,
    V,
)
from concertation.ordre_du_jour.models import Attendu, EtatPoint, NoteSecretariat, Section
from concertation.reunions.models import Etat


class Demonstration(Ecriture):
    """The meetings of the demonstration, from the oldest to the newest: what a year of Concertation leaves behind."""

    def charger(self):
        self._modeles()
        self._annee_passee()
        self._approuvee()
        self._relecture()
        self._annulee()
        self._tenue()
        self._reportee()
        self._convoquee()
        self._arretee()
        self._brouillon()
        for compte_rendu in self.a_approuver:
            self.approuver(compte_rendu)

    def _modeles(self):
        self.modele("Réunion mensuelle", TITRE, 150, INVITES, [APPROBATION, SUIVI, DIVERS])
        self.modele("Réunion thématique", "Réunion thématique", 120, INVITES[2:9], [SUIVI, DIVERS])

    def _annee_passee(self):
        """Last year's meetings, for attendance to have something to show."""
        for jours, absents in ((-400, 2), (-330, 4)):
            reunion = self.reunion(jours, Etat.APPROUVEE)
            (point,) = self.points(
                reunion, [("Bilan des collaborations entre services", "universite-de-liege", 60)]
            )
            self.presences(reunion, [E] * absents + [V] * (len(INVITES) - absents), partis={3: point})
            self.ecrire_point(
                point, "<p>Chaque service dit ce qui l’a aidé cette année et ce qui a manqué.</p>"
            )
            self.a_approuver.append(self.compte_rendu(reunion))

    def _approuvee(self):
        """Locked minutes with a decision, an opinion and actions: one done, one withdrawn, two that live on."""
        reunion = self.reunion(-96, Etat.APPROUVEE)
        repli, charte, formation = self.points(
            reunion,
            [
                ("Décrochage et repli : ce que les écoles observent", "instruction-publique-liege", 40),
                ("Charte d’échange entre les AMO et le SAJ", "saj", 30, Attendu.DECISION, Section.EN_COURS),
                (
                    "Module de formation d’une demi-journée",
                    "universite-de-liege",
                    25,
                    Attendu.DECISION,
                    Section.EN_COURS,
                ),
            ],
        )
        self.presences(reunion, [V, V, V, V, V, E, V, V, S, V, V, R, V], partis={4: formation})
        self.ecrire_point(
            repli,
            "<p>Les établissements voient davantage d’élèves qui se coupent du groupe. Un premier accueil commun éviterait "
            "que chaque école invente le sien.</p><ul><li>Les AMO proposent d’être présentes une heure par semaine.</li>"
            "<li>Le CRIPEL peut expliquer les malentendus culturels fréquents.</li></ul>",
        )
        self.avis(
            repli,
            "Un premier contact par l’école vaut mieux qu’une orientation immédiate.",
            "Sans opposition.",
        )
        self.ecrire_point(charte, "<p>Le texte distribué est relu article par article.</p>")
        self.decision(
            charte, "La charte s’applique à titre d’essai jusqu’à la fin de l’année scolaire.", "Bourgmestre"
        )
        self.ecrire_point(formation, "<p>Deux dates sont possibles au printemps.</p>")
        self.action(repli, "Rédiger la fiche « Premier accueil d’une famille inquiète »", -9, partenaire="cripel",
                     notes=["Une première version circule au sein de l’équipe."])  # fmt: skip
        self.action(repli, "Tenir la liste des contacts des établissements scolaires", 12,
                     partenaire="instruction-publique-liege")  # fmt: skip
        self.action(
            charte,
            "Envoyer la charte signée à tous les partenaires",
            -60,
            personne="referent",
            etat=EtatAction.FAITE,
        )
        self.action(formation, "Réserver une salle de la faculté", -50, partenaire="universite-de-liege",
                     etat=EtatAction.RETIREE, motif="La formation se donne chez les partenaires, tour à tour.")  # fmt: skip
        compte_rendu = self.compte_rendu(reunion)
        self.a_approuver.append(compte_rendu)
        addendum = Addendum(compte_rendu=compte_rendu, par=self.referent, le=self.moment - timedelta(days=30))
        addendum.texte = "Au point 1, l’heure de présence des AMO se donne le mercredi, et non le jeudi."
        self.garder(addendum, addendum.le)

    def _relecture(self):
        """Minutes in circulation: one correction waits, one was accepted."""
        reunion = self.reunion(-41, Etat.RELECTURE)
        jeunes, relais = self.points(
            reunion,
            [
                (
                    "Ce que les maisons de jeunes observent en soirée",
                    "direction-jeunesse-proximite-affaires-sociales",
                    30,
                ),
                (
                    "Relais de quartier : extension à Droixhe",
                    "plan-prevention-dsq",
                    35,
                    Attendu.ECHANGE,
                    Section.EN_COURS,
                ),
            ],
        )
        self.presences(reunion, [V, E, V, V, V, V, V, V, V, E, V, S, V], partis={2: relais})
        self.ecrire_point(
            jeunes, "<p>Les soirées sont plus calmes ; la demande d’écoute, elle, augmente.</p>"
        )
        self.ecrire_point(
            relais, "<p>Le dispositif s’étend à un quartier de plus, avec les mêmes relais.</p>"
        )
        self.avis(
            relais,
            "L’extension peut commencer dès que les relais sont formés.",
            "Une réserve sur le calendrier.",
        )
        self.action(
            relais, "Présenter le dispositif aux relais de Droixhe", 24, partenaire="plan-prevention-dsq"
        )
        self.action(jeunes, "Réunir les maisons de jeunes et Openado", -3, partenaire="province-de-liege")
        compte_rendu = self.compte_rendu(reunion)
        for texte, auteur, etat, reponse in (
            ("Le SAJ a aussi proposé une permanence commune.", "agent-saj", EtatAmendement.PROPOSE, ""),
            ("Écrire « extension à Droixhe » plutôt que « extension ».", "agent-cripel", EtatAmendement.ACCEPTE, "C’est corrigé."),
        ):  # fmt: skip
            demande = Amendement(
                compte_rendu=compte_rendu, point=relais, texte=texte, propose_par=self.personnes[auteur],
                propose_le=self.moment - timedelta(days=12), etat=etat, reponse=reponse,
            )  # fmt: skip
            if reponse:
                demande.tranche_par, demande.tranche_le = self.referent, self.moment - timedelta(days=10)
            self.garder(demande, demande.propose_le, self.personnes[auteur])

    def _annulee(self):
        reunion = self.reunion(-20, Etat.ANNULEE, motif="La salle et l’équipe sont prises par une formation.")
        self.inviter(reunion, [S] * 4)

    def _tenue(self):
        """Held last week: the minutes are still to be finished."""
        reunion = self.reunion(-6, Etat.TENUE)
        self.recurrent(reunion, SUIVI)
        soutien, logement = self.points(
            reunion,
            [
                (
                    "Soutien psychologique aux professionnels : la convention",
                    "province-de-liege",
                    35,
                    Attendu.DECISION,
                ),
                ("Accès au logement : orienter plus vite", "cpas", 30),
            ],
        )
        self.presences(reunion, [V, V, V, V, E, V, V, V, V, V, S, V, V], partis={7: logement})
        self.ecrire_point(soutien, "<p>La convention couvre trois séances par équipe et par an.</p>")
        self.decision(soutien, "La convention est adoptée pour douze mois.", "Bourgmestre")
        self.action(soutien, "Diffuser le numéro de l’équipe de soutien", 18, partenaire="province-de-liege")

    def _reportee(self):
        reunion = self.reunion(9, Etat.REPORTEE, motif="Plusieurs partenaires sont retenus par la rentrée.",
                                titre="Réunion thématique : les écoles")  # fmt: skip
        self.points(reunion, [("Cartographie des relais scolaires", "instruction-publique-liege", 40)])
        self.inviter(reunion, [S] * 8)

    def _convoquee(self):
        """Next week: answers come in, one item fits badly."""
        reunion = self.reunion(6, Etat.CONVOQUEE)
        self.recurrent(reunion, APPROBATION)
        self.recurrent(reunion, SUIVI)
        relais, *_ = self.points(
            reunion,
            [
                (
                    "Relais de quartier : premiers retours",
                    "plan-prevention-dsq",
                    30,
                    Attendu.ECHANGE,
                    Section.NOUVEAUX,
                ),
                (
                    "Parcours d’intégration : les délais",
                    "cripel",
                    25,
                    Attendu.INFORMATION,
                    Section.NOUVEAUX,
                    "agent-cripel",
                ),
                (
                    "Permanence commune du SAJ et des AMO",
                    "saj",
                    30,
                    Attendu.DECISION,
                    Section.EN_COURS,
                    "agent-saj",
                ),
                (
                    "Module de formation : inscriptions",
                    "universite-de-liege",
                    15,
                    Attendu.INFORMATION,
                    Section.A_CLOTURER,
                ),
            ],
        )
        self.recurrent(reunion, DIVERS)
        self.inviter(reunion, [V, V, S, V, E, R, V, S, V, V, S, V, S])
        note = NoteSecretariat(point=relais, texte="Demander à l’équipe de venir avec la carte du quartier.")
        self.garder(note, self.moment - timedelta(days=3))

    def _arretee(self):
        """Closed yesterday, with an item that came late; nobody is convoked yet."""
        reunion = self.reunion(27, Etat.ARRETEE, lien_visio="https://visio.csil.example/concertation")
        self.recurrent(reunion, APPROBATION)
        self.recurrent(reunion, SUIVI)
        self.points(
            reunion,
            [
                ("Écoute des parents : une permanence de plus ?", "province-de-liege", 35, Attendu.DECISION),
                ("Travail de rue à Saint-Léonard", "amo-service-actions-sociales", 30),
            ],
        )
        tardif = self.point(
            reunion, ("Fermeture d’une salle de sport du quartier", "plan-cohesion-sociale", 15), 9
        )
        tardif.motif_tardif = "La fermeture vient d’être annoncée pour la semaine qui suit."
        self.garder(tardif, self.moment - timedelta(hours=20))
        self.recurrent(reunion, DIVERS)
        self.inviter(reunion, [S] * len(INVITES))

    def _brouillon(self):
        """Write a meeting in preparation: partners propose, one was asked for more, one was refused."""
        reunion = self.reunion(55, Etat.BROUILLON)
        self.recurrent(reunion, SUIVI)
        self.points(
            reunion,
            [("Plan de travail de l’année", "coupole-analyse-securite-urbaine", 45, Attendu.DECISION)],
        )
        for titre, code, auteur, etat, reponse in (
            ("Interprètes : qui appeler le soir", "cripel", "agent-cripel", EtatPoint.PROPOSE, ""),
            ("Jeunes de passage : se répartir l’accueil", "saj", "agent-saj", EtatPoint.PROPOSE, ""),
            ("Atelier sur les rumeurs en ligne", "cripel", "agent-cripel", EtatPoint.A_COMPLETER,
             "Combien de temps, et qui l’animerait ?"),
            ("Présentation d’un logiciel du commerce", "saj", "agent-saj", EtatPoint.REFUSE,
             "La Concertation ne choisit pas de fournisseur."),
        ):  # fmt: skip
            point = self.point(reunion, (titre, code, 20, Attendu.ECHANGE, Section.NOUVEAUX, auteur), 0)
            point.etat, point.reponse = etat, reponse
            point.pourquoi = "Plusieurs services posent la même question ; en parler une fois ensemble ferait gagner du temps."
            point.propose_le = self.moment - timedelta(days=4)
            point.repondu_le = self.moment - timedelta(days=2) if reponse else None
            self.garder(point, point.propose_le, self.personnes[auteur])
