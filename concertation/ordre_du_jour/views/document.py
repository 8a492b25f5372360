"""A file beside an item: taken away to be read, or removed."""

from django.forms import Form
from django.shortcuts import render

from concertation.ordre_du_jour.models.document import Document
from csil.acces import acces
from csil.actes import agir, envoye
from csil.fichiers import reponse_fichier


@acces(Document, "view_document")
def document(request, document):
    return reponse_fichier(document.nom, document.genre, bytes(document.contenu))


@acces(Document, "retirer_document")
def retirer(request, document):
    """Take a file away: asked for once, on a page that says what goes."""
    form, point = Form(envoye(request)), document.point
    annonce = f"« {document} » n’est plus joint au point."
    return agir(request, form, document.retirer, annonce=annonce, suite=point) or render(
        request, "concertation/ordre_du_jour/document/retirer.html", {"document": document}
    )
