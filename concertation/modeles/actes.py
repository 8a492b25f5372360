"""What the Référent does with a template of meetings, its invited people and its items."""

from django.core.exceptions import ValidationError

from csil.actes import acte, creer
from csil.journal import Verbe, consigner


@acte("modifier_modele", "concertation.modele_modifie")
def modifier(modele, *, par, **champs):
    """Change what the template gives."""
    for nom, valeur in champs.items():
        setattr(modele, nom, valeur)


@acte("modifier_modele", "concertation.modele_invitation")
def inviter(modele, *, par, nom, courriel, personne=None, partenaire=None):
    """Invite one more person to the meetings to come. Raises ValidationError if the address is there already."""
    if modele.invites.filter(courriel__iexact=courriel).exists():
        raise ValidationError(f"{nom} est déjà invité par ce modèle.")
    invite = modele.invites.model(
        modele=modele, nom=nom, courriel=courriel, personne=personne, partenaire=partenaire
    )
    return creer(invite, par=par)


@acte("modifier_modele", "concertation.modele_invitation_retiree")
def desinviter(modele, invite, *, par):
    """Take somebody out of the meetings to come."""
    effacer(invite, par=par)


@acte("modifier_modele", "concertation.modele_point_ajoute")
def ajouter_point(modele, *, par, **champs):
    """Add an item at the end of the list; give it back."""
    point = modele.points.model(modele=modele, rang=modele.points.count() + 1, **champs)
    return creer(point, par=par)


@acte("modifier_modele")
def deplacer(modele, point, pas: int, *, par):
    """Move an item one place up (-1) or down (1); at the end of the list nothing moves."""
    points = list(modele.points.all())
    rang = points.index(point)
    if not 0 <= rang + pas < len(points):
        return
    points.insert(rang + pas, points.pop(rang))
    for rang, autre in enumerate(points, 1):
        if autre.rang != rang:
            autre.rang = rang
            autre.ranger("rang")
    consigner("concertation.modele_ordre", modele, par=par, verbe=Verbe.MODIFICATION)


@acte("modifier_modele")
def supprimer(modele, *, par):
    """Delete the template; the meetings that began with it stay as they are."""
    consigner("concertation.modele_supprime", modele, par=par, verbe=Verbe.EFFACEMENT)
    for partie in (*modele.invites.all(), *modele.points.all(), modele):
        effacer(partie, par=par)


@acte("modifier_modele")
def modifier_point(point, *, par, **champs):
    """Change an item of the template."""
    for nom, valeur in champs.items():
        setattr(point, nom, valeur)
    consigner("concertation.modele_point_modifie", point.modele, par=par, verbe=Verbe.MODIFICATION)


@acte("modifier_modele")
def retirer_point(point, *, par):
    """Take an item out of the template."""
    consigner("concertation.modele_point_retire", point.modele, par=par, verbe=Verbe.MODIFICATION)
    point.delete()


@acte("modifier_modele")
def effacer(partie, *, par):
    """Delete the template, or a part of it."""
    partie.delete()
