"""Sending the e-mails of a meeting: who gets which, when, with what. Called by the acts, in their transaction.

`cle` says person, sequence, kind and address: nothing is ever sent twice. A newer word takes the place of one that still
waits. What a visitor's answer sets off is sent by the platform (the clock), to which a visitor cannot lend a name.
"""

from enum import StrEnum

from django.utils import timezone

from concertation.agenda.calendrier import ANNULATION, DEMANDE, piece
from concertation.commun.groupes import membres
from concertation.convocations import lettres
from concertation.convocations.etats import Reponse
from concertation.convocations.jetons import empreinte
from concertation.reunions.etats import Etat
from csil.courrier import Piece, Recette, poster, remplacer
from csil.identite import au_nom_de_l_horloge
from csil.journal import Verbe, consigner


class Genre(StrEnum):
    """Names what an e-mail of a meeting is about."""

    CONVOCATION = "convocation"
    MISE_A_JOUR = "mise-a-jour"
    REPORT = "report"
    ANNULATION = "annulation"
    RETRAIT = "retrait"
    RAPPEL = "rappel"
    RELANCE = "relance"
    REMPLACANT = "remplacant"
    LIBERE = "libere"


FERMENT = {Genre.REPORT, Genre.ANNULATION, Genre.RETRAIT, Genre.LIBERE}  # the calendars forget the meeting
# To those who left once more than what the invited people already have: no calendar, no agenda.
LEGERS = {Genre.RAPPEL, Genre.RELANCE}
# What a person whose e-mail did not arrive should read now.
A_RENVOYER = {
    Etat.CONVOQUEE: Genre.CONVOCATION,
    Etat.REPORTEE: Genre.REPORT,
    Etat.ANNULEE: Genre.ANNULATION,
}
PDF = "ordre-du-jour.pdf"
ORDRE_DU_JOUR = "concertation.ordre_du_jour"  # made when the e-mail leaves


# What the acts of a meeting call


def convoquer(reunion, *, par, ajoutees=False) -> int:
    """Convoke everybody who is invited; with `ajoutees`, to those invited since the others were convoked. Returns how many."""
    attendues = [c for c in _invitees(reunion) if not (ajoutees and c.envoyee_le)]
    _envoyer(reunion, attendues, Genre.CONVOCATION, par=par)
    return len(attendues)


def mettre_a_jour(reunion, *, par, quoi: list[str], deplacee=False) -> int:
    """Tell what changed to who was convoked; who excused themselves hears of another day only."""
    prevenues = [c for c in _convoquees(reunion) if deplacee or c.reponse != Reponse.EXCUSE]
    _envoyer(reunion, prevenues, Genre.MISE_A_JOUR, par=par, changements=quoi, deplacee=deplacee)
    return len(prevenues)


def reporter(reunion, *, par) -> int:
    """Tell that the meeting is postponed; give how many people."""
    return _fermer(reunion, Genre.REPORT, par)


def annuler(reunion, *, par) -> int:
    """Tell that the meeting is cancelled; give how many people."""
    return _fermer(reunion, Genre.ANNULATION, par)


def _fermer(reunion, genre, par) -> int:
    """Write to everybody who was ever convoked to it, whatever they answered: their calendars hold it."""
    prevenues = _convoquees(reunion)
    _envoyer(reunion, prevenues, genre, par=par)
    return len(prevenues)


# What the acts of one convocation call


def retirer(convocation, *, par) -> None:
    """Tell somebody that they are not invited any more: their calendar forgets the meeting."""
    if convocation.envoyee_le and convocation.courriel and convocation.reunion.etat == Etat.CONVOQUEE:
        _envoyer(convocation.reunion, [convocation], Genre.RETRAIT, par=par)


def corriger(convocation, *, par) -> bool:
    """Send the convocation again, to the corrected address; tell whether it leaves."""
    if not (convocation.envoyee_le and convocation.courriel) or convocation.reunion.etat != Etat.CONVOQUEE:
        return False
    suffixe = f":{convocation.version}"  # corrected back to where it was first, it leaves again
    _envoyer(convocation.reunion, [convocation], Genre.CONVOCATION, par=par, suffixe=suffixe)
    return True


def renvoyer(convocation, envoi, *, par) -> None:
    """Send once more what did not arrive: the same message where its author asks, else the convocation as it is now."""
    genre = A_RENVOYER[convocation.reunion.etat]
    meme = envoi.cle == _cle(convocation, genre, convocation.courriel)
    if meme and "reessayer_envoi" in envoi.droits_de(par):
        return envoi.reessayer(par=par)
    _envoyer(convocation.reunion, [convocation], genre, par=par, suffixe=f":{envoi.pk}")


def relancer(convocations, *, par, quand: str) -> int:
    """Remind those who did not answer; `quand` names this reminder: asked again, it is not sent again."""
    genre = Genre.RELANCE if par else Genre.RAPPEL
    relancees = [c for c in convocations if c.reponse == Reponse.SANS and c.envoyee_le]
    if relancees:
        _envoyer(relancees[0].reunion, relancees, genre, par=par, suffixe=f":{quand}")
    return len(relancees)


def apres_reponse(convocation, avant: str) -> None:
    """Hold back the reminders of who answered. `avant`: the address of the colleague who was to come, who hears of it."""
    apres = convocation.remplacant_courriel
    autre = apres.lower() != avant.lower()
    with au_nom_de_l_horloge():
        repris = remplacer(
            [convocation], lambda envoi: _genre(envoi) in LEGERS or (autre and envoi.destinataire == avant)
        )
        if convocation.reunion.etat != Etat.CONVOQUEE or not autre:
            return
        moment = f":{timezone.now().timestamp():.0f}"
        if avant and not any(_genre(envoi) == Genre.REMPLACANT for envoi in repris):
            _poster_au_remplacant(convocation, avant, Genre.LIBERE, moment)
        if apres:
            _poster_au_remplacant(convocation, apres, Genre.REMPLACANT, moment)


# Sending


def _cle(convocation, genre, courriel) -> str:
    return f"convocation:{convocation.pk}:{convocation.reunion.sequence}:{genre}:{empreinte(courriel)}"


def _genre(envoi) -> str:
    return envoi.cle.split(":")[3]


def _invitees(reunion) -> list:
    """List the invited people who have an address: who was noted at the meeting without one is written nothing."""
    invitees = list(reunion.convocations.exclude(courriel="").select_related("partenaire", "personne"))
    for convocation in invitees:
        convocation.reunion = reunion
    return invitees


def _convoquees(reunion) -> list:
    return [c for c in _invitees(reunion) if c.envoyee_le]


def _envoyer(reunion, convocations, genre, *, par, suffixe="", **dits) -> None:
    """Queue one e-mail a person, and one to the colleague who comes instead, gone once the transaction commits."""
    if not convocations:
        return
    sans_nouvelle = _reprendre(convocations, genre, suffixe) if genre not in LEGERS else set()
    comptes, maintenant = _comptes(convocations), timezone.now()
    for convocation in convocations:
        # Who never got the convocation itself reads it, as it is now.
        jamais = convocation.pk in sans_nouvelle and genre == Genre.MISE_A_JOUR
        sien = Genre.CONVOCATION if jamais else genre
        en_ligne = convocation.courriel.lower() in comptes
        lettre = lettres.composer(sien, convocation, en_ligne=en_ligne, par=par, **dits)
        _poster(convocation, sien, lettre, convocation.nom, convocation.courriel, en_ligne, par, suffixe)
        if convocation.remplacant_courriel and genre not in LEGERS:
            autre = convocation.remplacant_courriel.lower() in comptes
            lettre = lettres.composer(genre, convocation, en_ligne=autre, par=par, remplacant=True, **dits)
            _poster(
                convocation,
                genre,
                lettre,
                convocation.remplacant,
                convocation.remplacant_courriel,
                autre,
                par,
                suffixe,
            )
        _dater(convocation, genre, maintenant)
    consigner(
        f"concertation.courriel_{genre.replace('-', '_')}",
        reunion,
        par=par,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(convocation.pk) for convocation in convocations],
    )


def _poster(convocation, genre, lettre, nom, courriel, en_ligne, par, suffixe="") -> None:
    reunion = convocation.reunion
    pieces = []
    if genre not in LEGERS:
        methode = ANNULATION if genre in FERMENT else DEMANDE
        pieces.append(Piece(*piece(reunion, methode, nom=nom, courriel=courriel)))
        if methode == DEMANDE and not en_ligne:
            argument = f"{convocation.pk}:{empreinte(courriel)}"
            pieces.append(Piece(PDF, "application/pdf", Recette(ORDRE_DU_JOUR, argument)))
    poster(
        courriel,
        lettre.objet,
        lettre.texte,
        html=lettre.html,
        pieces=pieces,
        cle=_cle(convocation, genre, courriel) + suffixe,
        pour=convocation,
        par=par,
    )


def _poster_au_remplacant(convocation, courriel, genre, moment) -> None:
    en_ligne = courriel.lower() in _comptes_parmi([courriel])
    nom = convocation.remplacant or convocation.nom
    lettre = lettres.composer(genre, convocation, en_ligne=en_ligne, par=None, remplacant=True)
    _poster(convocation, genre, lettre, nom, courriel, en_ligne, None, moment)


def _dater(convocation, genre, maintenant) -> None:
    if genre == Genre.CONVOCATION:
        convocation.envoyee_le = maintenant
        convocation.ranger("envoyee_le")
    elif genre in LEGERS:
        convocation.relancee_le = maintenant
        convocation.ranger("relancee_le")


def _reprendre(convocations, genre, suffixe) -> set[int]:
    """Hold back what still waits: this word takes its place. Give those whose convocation was among it."""
    siennes = {_cle(c, genre, adresse) + suffixe for c in convocations for adresse in _adresses(c)}
    with au_nom_de_l_horloge():
        repris = remplacer(convocations, lambda e: _genre(e) != Genre.LIBERE and e.cle not in siennes)
    return {int(envoi.objet_id) for envoi in repris if _genre(envoi) == Genre.CONVOCATION}


def _adresses(convocation) -> list[str]:
    """List the addresses of the person, and of the colleague who comes instead."""
    return [adresse for adresse in (convocation.courriel, convocation.remplacant_courriel) if adresse]


def _comptes(convocations) -> set[str]:
    return _comptes_parmi(adresse for convocation in convocations for adresse in _adresses(convocation))


def _comptes_parmi(adresses) -> set[str]:
    """Keep those of these addresses whose person reads the meeting on the platform; the others receive the PDF."""
    voulues = {adresse.lower() for adresse in adresses}
    return {adresse.lower() for adresse in membres().values_list("email", flat=True)} & voulues
