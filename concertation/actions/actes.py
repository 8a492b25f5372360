"""What is concluded about an item (R53): noted, changed, taken back; and what is done with an action until it is closed."""

from django.utils import timezone

from concertation.actions.etats import EtatAction
from csil.actes import acte, creer
from csil.journal import Verbe, consigner


@acte("rediger_point")
def conclure(point, modele, *, par, **champs):
    """Note a decision, an opinion or an action (`modele`) about the item; give it back."""
    journal = f"concertation.{modele._meta.model_name}_notee"
    return creer(modele(point=point, **champs), par=par, journal=journal)


@acte("modifier_conclusion")
def modifier(conclusion, *, par, **champs):
    """Change a decision, an opinion or an action."""
    for nom, valeur in champs.items():
        setattr(conclusion, nom, valeur)
    consigner(
        f"concertation.{conclusion._meta.model_name}_modifiee",
        conclusion,
        par=par,
        verbe=Verbe.MODIFICATION,
    )


@acte("retirer_conclusion")
def effacer(conclusion, *, par, motif=""):
    """Take back a decision or an opinion."""
    conclusion._change_reason = motif[:100]
    consigner(
        f"concertation.{conclusion._meta.model_name}_retiree",
        conclusion,
        par=par,
        verbe=Verbe.EFFACEMENT,
        motif=motif,
    )
    conclusion.delete()


@acte("retirer_conclusion")
def retirer(action, *, par, motif):
    """Withdraw an action with a reason: it can still be read (R54)."""
    _clore(action, EtatAction.RETIREE, "action_retiree", par, motif)


@acte("avancer_action")
def avancer(action, *, par, texte="", fait=False):
    """Say how far the action is, which may also be that it is done."""
    if texte:
        action.noter(par=par, texte=texte)
    if fait:
        action.faire(par=par)


@acte("avancer_action", "concertation.action_avancee")
def noter(action, *, par, texte):
    """Note how far the action is; give the note back."""
    return creer(action.notes.model(action=action, texte=texte, par=par), par=par)


@acte("avancer_action")
def faire(action, *, par, texte=""):
    """Close the action: it is done."""
    _clore(action, EtatAction.FAITE, "action_faite", par, texte)


def _clore(action, etat, journal, par, motif) -> None:
    action.etat, action.motif, action.close_le = etat, motif, timezone.now()
    consigner(f"concertation.{journal}", action, par=par, verbe=Verbe.MODIFICATION, motif=motif)
