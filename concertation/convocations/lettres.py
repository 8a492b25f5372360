"""What each e-mail of a meeting says."""

from django.conf import settings

from concertation.commun.lettre import Fait, Lettre
from concertation.convocations.annonce import quand
from concertation.convocations.jetons import adresse_de_reponse
from csil.texte.typographie import date_longue

REPONDRE = "Dire si vous venez"
SANS_CONNEXION = (
    "Vous répondez en un clic, sans vous connecter. Le lien vaut pour vous et pour cette réunion seulement : ne le "
    "transmettez pas. Accepter l’invitation dans votre agenda ne suffit pas."
)


def composer(genre, convocation, *, en_ligne: bool, par=None, remplacant=False, **dits) -> Lettre:
    """Write an e-mail. `en_ligne`: its reader has the platform. `remplacant`: to the colleague who comes instead."""
    return COMPOSITEURS[genre](Contexte(convocation, en_ligne, par, remplacant), **dits)


class Contexte:
    """Holds what an e-mail needs of one recipient and one meeting."""

    def __init__(self, convocation, en_ligne, par, remplacant):
        self.convocation, self.reunion = convocation, convocation.reunion
        self.en_ligne, self.par, self.remplacant = en_ligne, par, remplacant
        self.jour = date_longue(self.reunion.debut)

    def objet(self, suite) -> str:
        return f"Réunion CSIL du {self.jour} : {suite}"

    @property
    def faits(self) -> list[Fait]:
        reunion, convocation = self.reunion, self.convocation
        faits = [Fait("Quand", quand(reunion.debut, reunion.fin))]
        if reunion.lieu:
            faits.append(Fait("Où", reunion.lieu))
        if reunion.lien_visio:
            faits.append(Fait("À distance", reunion.lien_visio, reunion.lien_visio))
        invite = convocation.representant if self.remplacant else convocation.nom
        partenaire = convocation.partenaire
        faits.append(Fait("Invité", f"{invite}, {partenaire.nom_court}" if partenaire else invite))
        return faits

    @property
    def repondre(self) -> tuple[str, str] | None:
        """Give the link by which one answers; a colleague does not answer in place of the person who was invited."""
        return None if self.remplacant else (REPONDRE, adresse_de_reponse(self.convocation))

    @property
    def liens(self) -> list[tuple[str, str]]:
        if not self.en_ligne:
            return []
        return [
            (
                "Lire l’ordre du jour sur la plateforme",
                settings.CSIL_ADRESSE + self.reunion.get_absolute_url(),
            )
        ]

    @property
    def fin(self) -> list[str]:
        phrases = [] if self.remplacant else [SANS_CONNEXION]
        phrases.append("La pièce jointe « reunion.ics » met cette réunion dans votre agenda.")
        if not self.en_ligne:
            phrases.append("L’ordre du jour est joint.")
        return phrases + self.qui

    @property
    def qui(self) -> list[str]:
        return [f"Une question ? Écrivez à {self.par} ({self.par.email})."] if self.par else []


def _convocation(ici, **_) -> Lettre:
    debut = (
        f"Vous remplacerez {ici.convocation.nom} à la réunion de la Concertation intersectorielle locale."
        if ici.remplacant
        else "Vous êtes invité à la réunion de la Concertation intersectorielle locale. Dites si vous venez."
    )
    return Lettre(
        ici.objet("convocation"),
        f"Réunion du {ici.jour}",
        [debut],
        faits=ici.faits,
        acte=ici.repondre,
        liens=ici.liens,
        fin=ici.fin,
    )


def _mise_a_jour(ici, changements=(), deplacee=False) -> Lettre:
    debut = [
        "La réunion à laquelle vous êtes invité a changé. Votre agenda se met à jour par la pièce jointe."
    ]
    if deplacee and not ici.remplacant:
        debut.append("Les réponses données pour l’autre moment ne comptent plus : dites si vous venez.")
    return Lettre(
        ici.objet("changement"),
        f"Réunion du {ici.jour} : un changement",
        debut,
        list(changements),
        faits=ici.faits,
        acte=ici.repondre,
        liens=ici.liens,
        fin=ici.fin,
    )


def _report(ici, **_) -> Lettre:
    return Lettre(
        ici.objet("reportée"),
        f"La réunion du {ici.jour} est reportée",
        [
            "Elle n’aura pas lieu ce jour-là. Vous recevrez une nouvelle convocation quand sa date sera connue."
        ],
        motif=ici.reunion.motif,
        liens=ici.liens,
        fin=["La pièce jointe retire cette réunion de votre agenda.", *ici.qui],
    )


def _annulation(ici, **_) -> Lettre:
    return Lettre(
        ici.objet("annulée"),
        f"La réunion du {ici.jour} est annulée",
        ["Elle n’aura pas lieu. Vous n’avez rien à faire."],
        motif=ici.reunion.motif,
        liens=ici.liens,
        fin=["La pièce jointe retire cette réunion de votre agenda.", *ici.qui],
    )


def _retrait(ici, **_) -> Lettre:
    return Lettre(
        ici.objet("invitation retirée"),
        f"Réunion du {ici.jour} : vous n’êtes plus attendu",
        ["Votre invitation est retirée : vous n’avez rien à faire."],
        fin=["La pièce jointe retire cette réunion de votre agenda.", *ici.qui],
    )


def _rappel(ici, **_) -> Lettre:
    return Lettre(
        ici.objet("votre réponse est attendue"),
        f"Réunion du {ici.jour} : venez-vous ?",
        [
            "Vous êtes invité à la réunion de la Concertation intersectorielle locale et n’avez pas encore répondu."
        ],
        faits=ici.faits,
        acte=ici.repondre,
        liens=ici.liens,
        fin=[SANS_CONNEXION, *ici.qui],
    )


def _libere(ici, **_) -> Lettre:
    return Lettre(
        ici.objet("vous n’êtes plus attendu"),
        f"Réunion du {ici.jour} : vous n’êtes plus attendu",
        [f"Vous deviez y remplacer {ici.convocation.nom} ; ce n’est plus le cas. Vous n’avez rien à faire."],
        fin=["La pièce jointe retire cette réunion de votre agenda."],
    )


COMPOSITEURS = {
    "convocation": _convocation,
    "mise-a-jour": _mise_a_jour,
    "report": _report,
    "annulation": _annulation,
    "retrait": _retrait,
    "rappel": _rappel,
    "relance": _rappel,
    "remplacant": _convocation,
    "libere": _libere,
}
