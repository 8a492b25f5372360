"""The page of a form about a sector, or about one of its processes."""

from django.urls import reverse

from informations_sensibles.commun.pages import page_de_formulaire


def page_de_secteur(request, secteur, titre, form, **page):
    fil = [("Secteurs", reverse("secteurs")), (secteur.nom, secteur.get_absolute_url())]
    return page_de_formulaire(request, fil, titre, form, **page)


def page_de_processus(request, processus, titre, form, **page):
    fil = [("Processus", reverse("processus-liste")), (processus.titre, processus.get_absolute_url())]
    return page_de_formulaire(request, fil, titre, form, **page)
