"""The part of `Dossier` that says who is around it: its pilote, its circle, who is kept away (R02, R60)."""

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from informations_sensibles.commun.permissions import est_de_la_cellule
from informations_sensibles.dossiers.models.droit_dossier import PILOTER, DroitDossier, Niveau


class CercleDossier:
    def tenus_a_l_ecart(self) -> set[int]:
        """Keys of those to whom it is closed, for whoever reads it; why is the authorities'."""
        with connection.cursor() as curseur:
            curseur.execute("SELECT csil_tenus_a_l_ecart_du_dossier(%s)", [self.pk])
            return {pk for (pk,) in curseur.fetchall()}

    def identites(self) -> dict:
        """{person of the dossier: key of their identity}, for who may ask to see it; nothing of it is said."""
        with connection.cursor() as curseur:
            curseur.execute("SELECT implication, identite FROM csil_identites_du_dossier(%s)", [self.pk])
            return dict(curseur.fetchall())

    @transaction.atomic
    def confier(self, *, par, pilote, motif):
        """Hand over to another member; who led it keeps reading and contributing (R60)."""
        self._permettre("confier_dossier", par)
        self._verifier_ouvert_a("pilote", pilote)
        if pilote.pk == self.pilote_id:
            raise ValidationError({"pilote": "Cette personne pilote déjà ce dossier."})
        ancien = self.pilote_id
        self._liberer(pilote, par, motif)
        DroitDossier.donner(self, pilote, Niveau.PILOTER, par=par, motif=motif)
        self.pilote = pilote
        self._enregistrer("dossier_confie", par, destinataires=[str(pilote.pk)])
        for droit in self._droits(ancien).filter(permission__codename=PILOTER):
            _retirer(droit, par, motif)

    @transaction.atomic
    def inviter(self, *, par, personne, niveau, motif, fin=None):
        """Into the circle, or at another level or until another day than before. `fin`: until that moment, or open."""
        self._permettre("inviter_dossier", par)
        self._verifier_ouvert_a("personne", personne)
        if personne.pk == self.pilote_id:
            raise ValidationError(
                {"personne": "Cette personne pilote ce dossier : elle y lit et y écrit déjà."}
            )
        if niveau == Niveau.PILOTER:
            raise ValidationError({"niveau": "Un dossier a un seul pilote : confiez-le."})
        self._liberer(personne, par, motif)
        DroitDossier.donner(self, personne, niveau, par=par, motif=motif, fin=fin)

    @transaction.atomic
    def ecarter_du_cercle(self, *, par, personne, motif):
        self._permettre("inviter_dossier", par)
        DroitDossier.retirer(self, personne, par=par, motif=motif)

    def _verifier_ouvert_a(self, champ, personne):
        if not est_de_la_cellule(personne) or personne.pk in self.tenus_a_l_ecart():
            raise ValidationError({champ: "Cette personne ne peut pas lire ce dossier."})

    def _liberer(self, personne, par, motif):
        """What is given next replaces what this person held until now."""
        for droit in self._droits(personne.pk):
            _retirer(droit, par, motif)

    def _droits(self, personne_pk):
        return DroitDossier.objects.en_vigueur().filter(content_object=self, user=personne_pk)


def _retirer(droit, par, motif):
    droit._history_user, droit._change_reason = par, motif[:100]
    droit.delete()
