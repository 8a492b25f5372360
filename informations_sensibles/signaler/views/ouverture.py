"""Pages of the partners that may report on a person: decided by the Bourgmestre, read by the Cellule."""

from django.shortcuts import render
from django.urls import reverse

from csil.acces import acces, ouvert_aux_membres
from csil.actes import agir, envoye
from csil.comptes.groupes import BOURGMESTRE
from informations_sensibles.commun.forms.champs import CELLULE
from informations_sensibles.commun.pages import page_de_formulaire
from informations_sensibles.commun.permissions import MEMBRES, a_un_role
from informations_sensibles.signaler.forms.ouverture import FormulaireMotif, FormulaireOuverture
from informations_sensibles.signaler.models.ouverture import OuverturePartenaire
from informations_sensibles.signaler.models.visa import VisaDpo

OUVRIR = (
    "Dès maintenant, les personnes de ce partenaire peuvent signaler une personne à la Cellule, et relire ce qu’elles ont "
    "écrit. Elles ne lisent rien d’autre. Cette décision est la vôtre, en personne."
)
FERMER = (
    "Dès la page suivante, les personnes de {} ne signalent plus et ne relisent plus ce qu’elles ont signalé. La Cellule garde "
    "ce qui est reçu et y donne suite."
)


@ouvert_aux_membres(*MEMBRES)
def ouvertures(request):
    toutes = OuverturePartenaire.objects.visible_to(request.user)
    complete = list(toutes.select_related("partenaire__niveau", "ouverte_par", "fermee_par"))
    contexte = {
        "ouvertes": [ouverture for ouverture in complete if ouverture.fermee_le is None],
        "fermees": [ouverture for ouverture in complete if ouverture.fermee_le],
        "visa": VisaDpo.objects.visible_to(request.user).en_vigueur().first(),
        "decide": a_un_role(request.user, (BOURGMESTRE,)),
    }
    return render(request, "informations_sensibles/signaler/ouverture/ouvertures.html", contexte)


@ouvert_aux_membres(BOURGMESTRE)
def nouvelle(request):
    form = FormulaireOuverture(envoye(request))
    return agir(
        request,
        form,
        OuverturePartenaire.ouvrir,
        annonce=lambda: f"{form.fait.partenaire} peut maintenant faire un signalement.",
        suite="ouvertures",
    ) or _page(request, "Ouvrir à un partenaire", form, chapeau=OUVRIR, bouton="Ouvrir")


@acces(OuverturePartenaire, "fermer_ouverture")
def fermer(request, ouverture):
    form = FormulaireMotif(envoye(request), lus=CELLULE)
    titre, chapeau = f"Fermer à {ouverture.partenaire}", FERMER.format(ouverture.partenaire)
    annonce = f"C’est fermé à {ouverture.partenaire}."
    return agir(request, form, ouverture.fermer, annonce=annonce, suite="ouvertures") or _page(
        request, titre, form, chapeau=chapeau, bouton="Fermer", lourd=True
    )


def _page(request, titre, form, **page):
    fil = [
        ("Signalements des partenaires", reverse("signalements-partenaires")),
        ("Partenaires ouverts", reverse("ouvertures")),
    ]
    return page_de_formulaire(request, fil, titre, form, **page)
