"""What whoever keeps a partner's record does with it and with its parts: services, functions, places, contacts, offers."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from csil.actes import acte, changer, creer
from csil.journal import Verbe, consigner

CHANGEE = "Quelqu’un d’autre a changé ceci entre-temps : relisez avant de supprimer."


@acte("tenir_partenaire", "partenaires.fiche_confirmee")
def relire(partenaire, *, par):
    """Say « Tout est exact »: the whole record was read again and holds."""
    partenaire.relue_le, partenaire.relue_par = timezone.now(), par
    partenaire._change_reason = "Tout est exact"


@acte("tenir_partenaire")
def modifier(partenaire, *, par, **champs):
    """Give fields of the record these values; the journal keeps a line if that changes anything."""
    if changer(partenaire, **champs):
        consigner("partenaires.fiche_modifiee", partenaire, par=par, verbe=Verbe.MODIFICATION)


@acte("tenir_partenaire")
def ajouter(partenaire, rubrique, *, par, adresses=None, **champs):
    """Add a part to the record. `adresses`: the checked form of a contact's addresses by subject, saved with it."""
    listes = {champ.name for champ in rubrique._meta.many_to_many}
    for nom in champs.keys() - listes:
        setattr(rubrique, nom, champs[nom])
    creer(rubrique, par=par)
    for nom in champs.keys() & listes:
        getattr(rubrique, nom).set(champs[nom])
    if adresses:
        adresses.save()
    _consigner(rubrique, "ajoute", par)


@acte("tenir_partenaire")
def modifier_rubrique(rubrique, *, par, adresses=None, **champs):
    """Give fields of a part these values, and save `adresses` with it as `ajouter` does."""
    change = changer(rubrique, **champs)
    if adresses and adresses.has_changed():
        adresses.save()
        change = True
    if change:
        _consigner(rubrique, "modifie", par)


@acte("tenir_partenaire")
def supprimer(rubrique, *, par, version):
    """Take a part out of the record; raises ValidationError if it is no longer the version that was shown."""
    if version != str(rubrique.version):
        raise ValidationError(CHANGEE)
    _consigner(rubrique, "supprime", par)
    rubrique.delete()


def _consigner(rubrique, fait, par):
    acte = f"partenaires.{rubrique._meta.model_name}_{fait}"
    consigner(acte, rubrique.partenaire, par=par, verbe=Verbe.MODIFICATION)
