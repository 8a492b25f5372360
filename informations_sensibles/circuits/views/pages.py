"""The page of a form in the table of circuits."""

from django.urls import reverse

from informations_sensibles.commun.pages import page_de_formulaire

CIRCUITS = "Circuits"


def page_des_circuits(request, titre, form, **page):
    return page_de_formulaire(request, [(CIRCUITS, reverse("circuits"))], titre, form, **page)


def page_de_circuit(request, circuit, titre, form, **page):
    fil = [(CIRCUITS, reverse("circuits")), (str(circuit), circuit.get_absolute_url())]
    return page_de_formulaire(request, fil, titre, form, **page)
