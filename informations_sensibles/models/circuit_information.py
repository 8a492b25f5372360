"""How an information goes through its circuit: entered, started, each step by its role, over by itself."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from csil.journal import Verbe, consigner
from informations_sensibles.permissions import NOYAU, REDIGENT, a_un_role

from .etape_information import EtapeInformation
from .identite import Identite


class SuitUnCircuit:
    """Acts of `Information`. The circuit in force when it began stays its circuit."""

    @classmethod
    @transaction.atomic
    def saisir(cls, *, par, identite=None, **champs):
        """Enter an information: it starts the circuit of its kind and source, or waits for one to exist.

        `identite`: of the person, where it waits for a dossier (`nom`, `prenom`, `date_naissance`), masked at once.
        Raises ValidationError for a dossier to which `par` may not add; PermissionDenied for who enters none.
        """
        if not a_un_role(par, (*REDIGENT, *NOYAU)):
            raise PermissionDenied("Une information se saisit par un membre de la Cellule.")
        information = cls(saisie_par=par, **champs)
        information._verifier_dossier(par)
        version = information._circuit_en_vigueur()
        information.etat = "a_valider" if version else "sans_circuit"
        information.full_clean()
        information.save(force_insert=True)
        information._poser_les_etapes(version)
        if identite and identite.get("nom"):
            Identite.saisir(par=par, information=information, **identite)
        consigner("cellule.information_saisie", information, par=par, verbe=Verbe.COLLECTE)
        return information

    def _verifier_dossier(self, par):
        from .dossier import Dossier

        if self.dossier_id and not Dossier.objects.contribues_par(par).filter(pk=self.dossier_id).exists():
            raise ValidationError(
                {"dossier": "Vous ne pouvez rien ajouter à ce dossier, ou ne le pouvez plus."}
            )

    def _circuit_en_vigueur(self):
        """Of its kind and source; None while there is none."""
        return None

    def _poser_les_etapes(self, version):
        """Copied from the version in force; the first is due from today on."""
        for etape in version.etapes.all() if version else ():
            premiere = etape.ordre == 1
            EtapeInformation.objects.create(
                information=self,
                ordre=etape.ordre,
                acte=etape.acte,
                role=etape.role,
                consigne=etape.consigne,
                delai_jours=etape.delai_jours,
                echeance=echeance(etape) if premiere else None,
            )


def echeance(etape):
    """Of a step that becomes the current one."""
    return timezone.localdate() + timedelta(days=etape.delai_jours)
