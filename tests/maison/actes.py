"""Acts of the Cellule that the campaign of kills interrupts: each chooses its record among what the person may do it on."""

from datetime import timedelta

from django.utils import timezone

from csil.comptes.models import Utilisateur
from informations_sensibles.dossiers.models import Dossier
from informations_sensibles.informations.models import Information
from informations_sensibles.transmissions.models import BaseLegale, Finalite, Transmission
from tests.informations_sensibles.dossiers import ecritures as dossiers


class Acteurs:
    def __getattr__(self, nom):
        return Utilisateur.objects.get(email=f"{nom.replace('_', '-')}@csil.example")


def un(queryset, droit, par):
    """One of those on which this person may do it now, or None."""
    return next((objet for objet in queryset.order_by("?")[:8] if droit in objet.droits_de(par)), None)


def proposer(par, hasard):
    Dossier.proposer(par=par, **dossiers.champs_dossier())


def ouvrir(par, hasard):
    if propose := un(Dossier.objects.visible_to(par).filter(etat="propose"), "ouvrir_dossier", par):
        propose.ouvrir(par=par, prochaine_revue=timezone.localdate() + timedelta(days=90))


def suivre(par, hasard):
    if ouvert := un(Dossier.objects.visible_to(par).filter(etat="ouvert"), "suivre_dossier", par):
        ouvert.suivre(par=par)


def saisir(par, hasard):
    suivi = Dossier.objects.contribues_par(par).en_cours().order_by("?").first()
    Information.saisir(par=par, dossier=suivi, **dossiers.champs_information())


def valider(par, hasard):
    if attend := un(Information.objects.visible_to(par), "valider_information", par):
        attend.valider(par=par, mot="Conforme.")


def avancer(par, hasard):
    """The step that waits, the evaluation included; the last one ends the circuit."""
    en_route = Information.objects.visible_to(par).filter(etat="validee", termine_le=None)
    if information := un(en_route, "faire_etape", par):
        if information.etape_courante.acte == "evaluer":
            information.evaluer(par=par, source="B", exactitude="2")
        else:
            information.faire_etape(information.etape_courante, par=par, mot="Fait.")


def preparer(par, hasard):
    finies = Information.objects.visible_to(par).filter(
        cercle=True, dossier__in=Dossier.objects.contribues_par(par)
    )
    if information := finies.order_by("?").first():
        Transmission.preparer(
            par=par, dossier=information.dossier, informations=[information], genre="rapport", objet="Un fait",
            finalite=Finalite.objects.first(), base=BaseLegale.objects.first(), marquage_origine="aucun",
            destinataire=Acteurs().contact_tfl,
        )  # fmt: skip


def verifier(par, hasard):
    if preparee := un(
        Transmission.objects.visible_to(par).filter(etat="preparee"), "verifier_transmission", par
    ):
        for condition in preparee.conditions.all():
            preparee.constater(condition, par=par, tenue=True, detail="Relu.")
        preparee.verifier(par=par)


def liberer(par, hasard):
    if verifiee := un(
        Transmission.objects.visible_to(par).filter(etat="verifiee"), "liberer_transmission", par
    ):
        verifiee.liberer(par=par)


ACTES = [
    ("membre_cellule", proposer),
    ("referent", ouvrir),
    ("membre_cellule", suivre),
    ("membre_cellule", saisir),
    ("membre_cellule", saisir),
    ("officier_information", valider),
    ("officier_information", avancer),
    ("referent", avancer),
    ("chef_de_corps", avancer),
    ("bourgmestre", avancer),
    ("membre_cellule", preparer),
    ("referent", verifier),
    ("officier_information", liberer),
]
