"""The acts on who somebody is: written down, asked for with a motive, put right, handed on (F2, R68)."""

from django.db import transaction

from csil.actes import acte, changer, creer
from csil.journal import Verbe, consigner
from informations_sensibles.dossiers.models.revelation import Revelation


@transaction.atomic
def saisir(modele, *, par, motif="Saisie de l’identité", **champs):
    """Write an identity down. Whoever writes it knows it: their own revelation comes first, so that the row is visible to them."""
    identite = modele(saisie_par=par, **champs)
    Revelation(identite_id=identite.pk, par=par, motif=motif).save(force_insert=True)
    creer(identite, par=par)
    consigner("cellule.identite_saisie", identite, par=par, verbe=Verbe.COLLECTE, motif=motif)
    return identite


@acte("change_identite")
def modifier(identite, *, par, motif, **champs):
    """Put an identity right, by who sees it now; the journal keeps why, its history what it was."""
    changer(identite, **champs)
    consigner("cellule.identite_modifiee", identite, par=par, verbe=Verbe.MODIFICATION, motif=motif)


@transaction.atomic
def confier(modele, cle, *, venant_de, par, motif, **porteur):
    """Hand an identity on to the record that bears it from now on (`implication` or `information`); who does it has read it.

    `venant_de`: the record with which it waited, under which the journal keeps that it was read.
    """
    Revelation.demander(venant_de, identite_id=cle, par=par, motif=motif)
    identite = modele.objects.get(pk=cle)
    identite.implication = identite.information = identite.signalement_partenaire = None
    for nom, objet in porteur.items():
        setattr(identite, nom, objet)
    identite._history_user = par
    identite.save(update_fields=["implication", "information", "signalement_partenaire"])
