"""The page of a form: where one comes from, what it is for, one button."""

from django.shortcuts import render
from django.urls import reverse


def page_de_secteur(request, secteur, titre, form, *, chapeau="", bouton="Enregistrer", lourd=False):
    fil = [("Secteurs", reverse("secteurs")), (secteur.nom, secteur.get_absolute_url())]
    return _page(request, fil, titre, form, chapeau, bouton, lourd)


def page_de_processus(request, processus, titre, form, *, chapeau="", bouton="Enregistrer", lourd=False):
    fil = [("Processus", reverse("processus-liste")), (processus.titre, processus.get_absolute_url())]
    return _page(request, fil, titre, form, chapeau, bouton, lourd)


def page_des_circuits(request, titre, form, *, chapeau, bouton):
    return _page(request, [("Circuits", reverse("circuits"))], titre, form, chapeau, bouton, False)


def page_de_circuit(request, circuit, titre, form, *, chapeau="", bouton="Enregistrer", lourd=False):
    fil = [("Circuits", reverse("circuits")), (str(circuit), circuit.get_absolute_url())]
    return _page(request, fil, titre, form, chapeau, bouton, lourd)


def page_d_ouverture(request, titre, form, chapeau, *, bouton, lourd=False):
    fil = [
        ("Signalements des partenaires", reverse("signalements-partenaires")),
        ("Partenaires ouverts", reverse("ouvertures")),
    ]
    return _page(request, fil, titre, form, chapeau, bouton, lourd)


def page_de_visa(request, titre, form, chapeau, lourd=False):
    return _page(request, [("Visa", reverse("visa"))], titre, form, chapeau, titre, lourd)


def page_de_transmission(request, transmission, titre, form, *, chapeau="", bouton="", lourd=False):
    fil = [("Transmissions", reverse("transmissions")), (str(transmission), transmission.get_absolute_url())]
    return _page(request, fil, titre, form, chapeau, bouton or titre, lourd)


def _page(request, fil, titre, form, chapeau, bouton, lourd):
    contexte = {
        "fil": fil,
        "titre": titre,
        "form": form,
        "chapeau": chapeau or fil[-1][0],
        "bouton": bouton,
        "lourd": lourd,
        "retour": fil[-1][1],
    }
    return render(request, "informations_sensibles/commun/formulaire.html", contexte)
