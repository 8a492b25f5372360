"""The acts on what hangs from a dossier: somebody is identified or taken out, a hold lifted, an erasing decided."""

from django.utils import timezone

from csil.actes import ActeRefuse, acte, reprendre
from csil.journal import Verbe, consigner
from informations_sensibles.dossiers.models.identite import Identite


@acte("ecrire_identite")
def identifier(implication, *, par, motif, date_naissance=None, interet_enfant="", **nom):
    """Write down who this is, or put it right, with a motive for the journal; nothing of it enters the dossier.

    The birth date of the person whom the dossier follows says whether they are a minor (R23).
    """
    dossier = reprendre(implication.dossier)  # nobody closes it meanwhile
    if "ecrire_identite" not in implication.droits_de(par):
        raise ActeRefuse("Cet acte n’est plus possible : le dossier a changé.")
    cle = dossier.identites().get(implication.pk)
    if cle:
        Identite.objects.get(pk=cle).modifier(par=par, motif=motif, date_naissance=date_naissance, **nom)
    else:
        Identite.saisir(par=par, motif=motif, implication=implication, date_naissance=date_naissance, **nom)
    if implication.est_suivie and date_naissance:
        dossier.noter_naissance(par=par, jour=date_naissance, interet_enfant=interet_enfant)


@acte("change_implication")
def retirer_personne(implication, *, par):
    """Say that this person counts no more for the dossier; the row stays."""
    implication.retiree_le = timezone.now()
    _dire("cellule.implication_retire", implication.dossier, par)


@acte("change_facteur")
def retirer_facteur(facteur, *, par):
    """Say that this factor is no longer of the day; the row stays."""
    facteur.retire_le = timezone.now()
    _dire("cellule.facteur_retire", facteur.dossier, par)


@acte("lever_gel")
def lever_gel(gel, *, par):
    """Let the dossier be erased at its time again."""
    gel.leve_par, gel.leve_le = par, timezone.now()
    _dire("cellule.dossier_degele", gel.dossier, par)


@acte("decider_effacement")
def decider_effacement(effacement, *, par, decision):
    """Decide what another person proposed: erase it on the server, or keep it."""
    effacement.decision, effacement.decide_par, effacement.decide_le = decision, par, timezone.now()
    verbe = Verbe.EFFACEMENT if effacement.est_a_executer else Verbe.MODIFICATION
    _dire("cellule.effacement_decide", effacement.dossier, par, verbe=verbe, motif=decision)


def _dire(code, dossier, par, *, verbe=Verbe.MODIFICATION, motif="") -> None:
    consigner(code, dossier, par=par, verbe=verbe, motif=motif)
