"""A file beside an item: taken away to be read, or removed."""

from django.contrib import messages
from django.shortcuts import redirect, render

from concertation.ordre_du_jour.models.document import Document
from csil.acces import acces
from csil.fichiers import reponse_fichier


@acces(Document, "view_document")
def document(request, document):
    return reponse_fichier(document.nom, document.genre, bytes(document.contenu))


@acces(Document, "retirer_document")
def retirer(request, document):
    """Asked for once, on a page that says what goes."""
    if request.method == "POST":
        document.retirer(par=request.user)
        messages.success(request, f"« {document} » n’est plus joint au point.")
        return redirect(document.point)
    return render(request, "concertation/ordre_du_jour/document/retirer.html", {"document": document})
