"""What `csil.actes.agir` leaves to the pages here: a record that counts its versions, a button without a form."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect

from csil.actes import agir


def corriger(request, form, faire, *, annonce, suite):
    """Do what a versioned form asks for if it changes anything, and say what somebody else had changed meanwhile (see `agir`).

    The record of the form was read anew by `reprendre`. `annonce`: a sentence, or a function of nothing.
    """

    def si_change(**champs):
        return faire(**champs) if form.has_changed() else None

    def dire_la_reprise():
        return form.message_reprise() or (annonce() if callable(annonce) else annonce)

    return agir(request, form, si_change, annonce=dire_la_reprise, suite=suite)


def passer(request, faire, *, annonce, suite):
    """Do what a lone button asks for, say so and redirect; what the act refuses in words is said on the page where one goes.

    `annonce`: a sentence, or a function of what the act gave back.
    """
    try:
        fait = faire(par=request.user)
    except ValidationError as erreur:
        for phrase in erreur.messages:
            messages.error(request, phrase)
    else:
        messages.success(request, annonce(fait) if callable(annonce) else annonce)
    return redirect(suite)
