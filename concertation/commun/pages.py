"""What `csil.actes.agir` leaves to the pages here: a record that counts its versions."""

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
