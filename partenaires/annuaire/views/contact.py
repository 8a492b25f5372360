"""A contact as a card for a telephone."""

import vobject
from django.http import HttpResponse

from csil.acces import acces
from csil.journal import Verbe, consigner
from partenaires.annuaire.models.contact import Contact, Nature


@acces(Contact, "view_partenaire")
def vcard(request, contact):
    """Give a contact to keep in one's telephone; the journal says who took it."""
    consigner(
        "partenaires.contact_emporte",
        contact,
        par=request.user,
        verbe=Verbe.COMMUNICATION,
        destinataires=[str(request.user.pk)],
    )
    nom = f"contact-{contact.pk}.vcf"
    return HttpResponse(
        carte(contact).serialize(),
        content_type="text/vcard; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{nom}"'},
    )


def carte(contact):
    """Write the card of a contact, with its addresses by subject."""
    carte = vobject.vCard()
    carte.add("fn").value = contact.nom
    est_personne = contact.nature == Nature.PERSONNE
    carte.add("n").value = vobject.vcard.Name(family=contact.nom if est_personne else "")
    service = contact.service.nom if contact.service else contact.nom
    carte.add("org").value = (
        [contact.partenaire.nom]
        if est_personne and not contact.service
        else [contact.partenaire.nom, service]
    )
    if contact.fonction:
        carte.add("title").value = contact.fonction
    if contact.telephone:
        _ajouter(carte, "tel", contact.telephone, type_param="WORK")
    if contact.courriel:
        _ajouter(carte, "email", contact.courriel, type_param="INTERNET")
    for rang, adresse in enumerate(contact.adresses.all(), 1):
        _ajouter(carte, "email", adresse.courriel, type_param="INTERNET").group = f"sujet{rang}"
        etiquette = carte.add("x-ablabel")
        etiquette.value, etiquette.group = adresse.sujet, f"sujet{rang}"
    return carte


def _ajouter(carte, nom, valeur, **parametres):
    ligne = carte.add(nom)
    ligne.value = valeur
    for parametre, mot in parametres.items():
        setattr(ligne, parametre, mot)
    return ligne
