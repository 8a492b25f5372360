"""Acts of the Cellule that the campaign of kills interrupts: each chooses its record among what the person may do it on."""

from csil.models import Utilisateur
from informations_sensibles.models import Dossier, Information
from tests import dossiers


class Acteurs:
    def __getattr__(self, nom):
        return Utilisateur.objects.get(email=f"{nom.replace('_', '-')}@csil.example")


def proposer(par, hasard):
    Dossier.proposer(par=par, **dossiers.champs_dossier())


def saisir(par, hasard):
    suivi = Dossier.objects.contribues_par(par).order_by("?").first()
    Information.saisir(par=par, dossier=suivi, **dossiers.champs_information())


ACTES = [
    ("membre_cellule", proposer),
    ("referent", proposer),
    ("membre_cellule", saisir),
    ("officier_information", saisir),
]
