"""The page of a form: where one comes from, what it is for, one button."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse


def page_d_ouverture(request, titre, form, chapeau, *, bouton, lourd=False):
    fil = [
        ("Signalements des partenaires", reverse("signalements-partenaires")),
        ("Partenaires ouverts", reverse("ouvertures")),
    ]
    return page_de_formulaire(request, fil, titre, form, chapeau=chapeau, bouton=bouton, lourd=lourd)


def page_de_visa(request, titre, form, chapeau, lourd=False):
    return page_de_formulaire(
        request, [("Visa", reverse("visa"))], titre, form, chapeau=chapeau, bouton=titre, lourd=lourd
    )


def page_de_transmission(request, transmission, titre, form, *, chapeau="", bouton="", lourd=False):
    fil = [("Transmissions", reverse("transmissions")), (str(transmission), transmission.get_absolute_url())]
    return page_de_formulaire(request, fil, titre, form, chapeau=chapeau, bouton=bouton or titre, lourd=lourd)


def page_de_formulaire(request, fil, titre, form, *, chapeau="", bouton="Enregistrer", lourd=False):
    """Show one form: `fil`, the (name, address) of the pages that one comes from; `chapeau`, what the form is for."""
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


def page_de_dossier(request, dossier, titre, form, chapeau, *, bouton="", lourd=False, lu=False, retour=""):
    """`lu`: beside the form, the test that is weighed."""
    contexte = {
        "dossier": dossier,
        "titre": titre,
        "form": form,
        "chapeau": chapeau,
        "bouton": bouton or titre,
        "lourd": lourd,
        "lu": lu,
        "retour": retour or dossier.get_absolute_url(),
    }
    return render(request, "informations_sensibles/dossiers/acte.html", contexte)


def agir(request, dossier, form, acte, annonce, *, suite=None, **page):
    """The page of an act: asked, then done by `acte` with what the form took. What the model refuses is said there.

    `annonce`, `suite`: what is said once it is done and where one goes, or functions that are asked then.
    """
    if request.method == "POST" and form.is_valid():
        try:
            acte(par=request.user, **form.champs())
        except ValidationError as erreur:
            dire(form, erreur)
        else:
            messages.success(request, annonce() if callable(annonce) else annonce)
            return redirect((suite() if callable(suite) else suite) or dossier)
    return page_de_dossier(request, dossier, form=form, **page)


def dire(form, erreur):
    """Under the field that it names if the form shows it, else above all of them."""
    for champ, phrases in _par_champ(erreur).items():
        form.add_error(champ if champ in form.fields else None, phrases)


def _par_champ(erreur) -> dict:
    return erreur.message_dict if hasattr(erreur, "error_dict") else {"": erreur.messages}


def page_d_information(request, information, titre, form, chapeau, *, bouton="", lourd=False, lu=True):
    """Beside the form, what the information says, unless `lu` is False."""
    contexte = {
        "information": information,
        "titre": titre,
        "form": form,
        "chapeau": chapeau,
        "bouton": bouton or titre,
        "lourd": lourd,
        "lu": lu,
    }
    return render(request, "informations_sensibles/informations/acte.html", contexte)
