"""What became of the invitations of one meeting: answers, and for whoever manages it the state of each e-mail.

Two queries, however many people.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from django.utils import timezone
from django.utils.text import capfirst

from concertation.convocations.annonce import changements
from concertation.convocations.courriels import A_RENVOYER
from concertation.convocations.models import Convocation, Reponse
from concertation.reunions.models import Etat
from csil.courrier.models import Envoi, EtatEnvoi
from csil.texte.typographie import date_heure, heure

QUART_D_HEURE = timedelta(minutes=15)
# What can be done when it did not arrive
CONSEILS = {
    EtatEnvoi.REJETE: "Corrigez l’adresse, ou prévenez cette personne autrement.",
    EtatEnvoi.ABANDONNE: "Envoyez-le de nouveau ; si cela se répète, vérifiez l’adresse.",
    EtatEnvoi.INCERTAIN: "Demandez à cette personne si elle l’a reçu avant de l’envoyer de nouveau.",
}


@dataclass(frozen=True)
class EtatCourriel:
    """Says in words what became of the last e-mail to one address. `conseil`: what to do, when it did not arrive."""

    genre: str
    icone: str
    mot: str
    phrase: str = ""
    conseil: str = ""


@dataclass(frozen=True)
class Ligne:
    convocation: Convocation
    envoi: Envoi | None
    envoi_remplacant: Envoi | None
    renvoyable: bool

    @property
    def courriel(self) -> EtatCourriel:
        if not self.convocation.courriel:
            return EtatCourriel("trait", "croix", "Sans adresse")
        if self.envoi is None and self.convocation.envoyee_le:  # before this queue kept its e-mail
            return EtatCourriel(
                "lieu", "envoyer", "Convocation faite", date_heure(self.convocation.envoyee_le)
            )
        return en_mots(self.envoi)

    @property
    def remplacant(self) -> EtatCourriel | None:
        return en_mots(self.envoi_remplacant) if self.envoi_remplacant else None


def en_mots(envoi: Envoi | None) -> EtatCourriel:
    if envoi is None:
        return EtatCourriel("trait", "rond", "Pas encore envoyé")
    phrase, conseil = envoi.erreur, CONSEILS.get(envoi.etat, "")
    if envoi.etat == EtatEnvoi.ENVOYE:
        phrase = date_heure(envoi.envoye_le)
    elif envoi.etat == EtatEnvoi.A_REESSAYER:
        phrase = f"{envoi.erreur} Nouvel essai vers {heure(envoi.prochain_essai)}, sans rien faire."
    elif envoi.etat in (EtatEnvoi.EN_ATTENTE, EtatEnvoi.EN_COURS):
        phrase = "Il part d’ici une minute."
    return EtatCourriel(envoi.ton, envoi.icone, capfirst(envoi.get_etat_display()), phrase, conseil)


class Suivi:
    """Follows the invitations of one meeting. `droits`: those of `reunion.droits_de(user)`."""

    def __init__(self, reunion, user, droits):
        self.reunion, self.user, self.droits = reunion, user, droits

    @property
    def gere(self) -> bool:
        return "gerer_reunion" in self.droits

    @cached_property
    def convocations(self) -> list[Convocation]:
        convocations = list(
            self.reunion.convocations.select_related("partenaire").order_by("partenaire__nom", "nom", "pk")
        )
        for convocation in convocations:
            convocation.reunion = self.reunion
        return convocations

    @cached_property
    def lignes(self) -> list[Ligne]:
        derniers = self._derniers_envois() if self.gere else {}
        return [self._ligne(convocation, derniers) for convocation in self.convocations]

    def _ligne(self, convocation, derniers) -> Ligne:
        envoi = derniers.get((str(convocation.pk), convocation.courriel.lower()))
        renvoyable = envoi is not None and envoi.a_echoue and self.reunion.etat in A_RENVOYER
        autre = convocation.remplacant_courriel.lower()
        return Ligne(convocation, envoi, derniers.get((str(convocation.pk), autre)), renvoyable)

    def _derniers_envois(self) -> dict:
        """Find {(convocation, address): the last e-mail}; one held back counts only where there is no other."""
        envois = Envoi.objects.visible_to(self.user).filter(
            objet_type=Convocation._meta.label_lower, objet_id__in=[str(c.pk) for c in self.convocations]
        )
        derniers = {}
        for envoi in envois.order_by("cree_le"):
            cle = envoi.objet_id, envoi.destinataire.lower()
            if envoi.etat != EtatEnvoi.ANNULE or cle not in derniers:
                derniers[cle] = envoi
        return derniers

    # Counts

    @cached_property
    def comptes(self) -> Counter:
        """Count the invitations by answer."""
        return Counter(convocation.reponse for convocation in self.convocations)

    @property
    def repondues(self) -> int:
        return len(self.convocations) - self.comptes[Reponse.SANS]

    @property
    def sans_reponse(self) -> int:
        """Count who was convoked and is silent."""
        return sum(c.reponse == Reponse.SANS and c.envoyee_le is not None for c in self.convocations)

    @property
    def ajoutees(self) -> int:
        """Count who was invited since the others were convoked."""
        convoquee = self.reunion.etat == Etat.CONVOQUEE
        return sum(c.envoyee_le is None and c.courriel != "" for c in self.convocations) if convoquee else 0

    @cached_property
    def changements(self) -> list[str]:
        """Say what the invited people were not told yet."""
        return changements(self.reunion) if self.reunion.etat == Etat.CONVOQUEE else []

    @property
    def echecs(self) -> int:
        return sum(envoi.a_echoue for envoi in self._envois())

    @property
    def attendent(self) -> int:
        return sum(envoi.attend or envoi.etat == EtatEnvoi.EN_COURS for envoi in self._envois())

    @property
    def serveur_muet(self) -> bool:
        """Tell whether the mail server takes nothing of what waits."""
        return any(envoi.etat == EtatEnvoi.A_REESSAYER for envoi in self._envois())

    @property
    def expedition_arretee(self) -> bool:
        """Tell whether nobody has even tried to send for a while."""
        depuis = timezone.now() - QUART_D_HEURE
        return any(e.etat == EtatEnvoi.EN_ATTENTE and e.cree_le < depuis for e in self._envois())

    def _envois(self) -> list[Envoi]:
        paires = [(ligne.envoi, ligne.envoi_remplacant) for ligne in self.lignes]
        return [envoi for paire in paires for envoi in paire if envoi is not None]
