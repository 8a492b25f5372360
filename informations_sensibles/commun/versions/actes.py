"""What people do with a version of a process or of a circuit: draft, write, submit, send back, withdraw.

Who approves it, and how many, is said by each in its room.
"""

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils import timezone

from csil.actes import acte, creer, enregistrer
from csil.journal import Verbe, consigner
from informations_sensibles.commun.versions.etats import Etat


@acte("preparer_version")
def nouveau_brouillon(sujet, *, par):
    """Copy the version in force of a process or circuit, to be changed and approved in its turn; one at a time."""
    versions, modele = sujet.versions.all(), sujet.en_vigueur
    classe = versions.model
    reprises = {nom: getattr(modele, nom) for nom in classe.AVEC_ETAPES if modele and nom != "note"}
    numero = (versions.aggregate(plus_haut=Max("numero"))["plus_haut"] or 0) + 1
    brouillon = classe(numero=numero, redigee_par=par, **{classe.SUJET: sujet}, **reprises)
    creer(brouillon, par=par, journal=f"cellule.{classe.ACTE}_preparee")
    brouillon.copier(modele)
    return brouillon


@acte("modifier_etapes")
def ecrire_etapes(version, *, par, etapes, **champs):
    """Write all the steps of a draft, saved or not, in their new order, and what their form says of the version besides.

    Those that are missing are taken out. Raises ValidationError when they cannot follow each other.
    """
    if fautes := version.fautes(etapes):
        raise ValidationError(fautes)
    gardees = {etape.pk for etape in etapes}
    for etape in version.etapes.all():
        if etape.pk not in gardees:
            etape.delete()
    for ordre, etape in enumerate(etapes, 1):
        setattr(etape, etape.VERSION, version)
        etape.ordre = ordre
        etape.full_clean(validate_constraints=False)
        etape.enregistrer()
    for nom, valeur in champs.items():
        setattr(version, nom, valeur)
    # Whoever opened the form before finds that somebody saved, though only steps changed
    enregistrer(version, *version.AVEC_ETAPES)
    dire(version, "modifiee", par)


@acte("soumettre_version")
def soumettre(version, *, par):
    """Ask for the approval of a draft. Raises ValidationError while something is missing in it."""
    if manques := version.manques():
        raise ValidationError(manques)
    version.etat, version.soumise_par, version.soumise_le = Etat.SOUMISE, par, timezone.now()
    version.decision = ""
    dire(version, "soumise", par)


@acte("reprendre_version")
def reprendre(version, *, par):
    """Make a submitted version a draft again, by those who write it."""
    version.rouvrir()
    dire(version, "reprise", par)


@acte("approuver_version")
def renvoyer(version, *, par, pourquoi):
    """Make a submitted version a draft again, with what has to change."""
    if not pourquoi.strip():
        raise ValidationError({"pourquoi": "Dites ce qui doit changer."})
    version.rouvrir()
    version.decision = pourquoi
    dire(version, "renvoyee", par)


@acte("retirer_version")
def retirer(version, *, par, pourquoi):
    """Take the version out of force, without another to replace it."""
    if not pourquoi.strip():
        raise ValidationError({"pourquoi": f"Dites pourquoi {version.NOM_DU_SUJET} est retiré."})
    version.etat, version.valable_au, version.decision = Etat.RETIREE, timezone.now(), pourquoi
    dire(version, "retiree", par)


def mettre_en_vigueur(version, *, jusqu_au=None) -> None:
    """Put an approved version in force from now on, within the act that approves it, and replace the one before."""
    maintenant = timezone.now()
    for ancienne in version.sujet.versions.filter(etat=Etat.EN_VIGUEUR):
        ancienne.etat, ancienne.valable_au = Etat.REMPLACEE, maintenant
        ancienne.save(update_fields=["etat", "valable_au"])
    version.etat, version.valable_du, version.valable_au = Etat.EN_VIGUEUR, maintenant, jusqu_au
    version.decision = ""


def dire(version, quoi, par) -> None:
    """Leave the line of the journal of an act: « cellule.version_soumise », « cellule.circuit_version_soumise »."""
    consigner(f"cellule.{version.ACTE}_{quoi}", version, par=par, verbe=Verbe.MODIFICATION)
