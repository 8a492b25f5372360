"""What the pages of the transmissions share: their templates, the trace of a reading, the page of a form."""

from django.urls import reverse

from informations_sensibles.commun.pages import page_de_formulaire

DOSSIER = "informations_sensibles/transmissions"
LUE = "cellule.transmission_lue"


def page_de_transmission(request, transmission, titre, form, **page):
    """Show the form of an act on a transmission; its button says the title."""
    fil = [("Transmissions", reverse("transmissions")), (str(transmission), transmission.get_absolute_url())]
    return page_de_formulaire(request, fil, titre, form, bouton=titre, **page)
