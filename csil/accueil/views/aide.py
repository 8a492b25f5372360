"""Help by role: what one may say, to whom, within which frame (R78). The texts are in templates/csil/accueil/aide/."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import render

from csil.acces import Requete, ouvert_aux_membres
from csil.comptes import groupes


@dataclass(frozen=True)
class Role:
    """A role, with the groups that hold it and the page that helps it."""

    code: str
    nom: str
    groupes: tuple[str, ...]

    @property
    def modele(self) -> str:
        return f"csil/accueil/aide/roles/{self.code}.html"


@dataclass(frozen=True)
class Question:
    """A question, one of the ten that professionals ask about a case discussion."""

    code: str
    enonce: str

    @property
    def modele(self) -> str:
        return f"csil/accueil/aide/questions/{self.code}.html"


ROLES = (
    Role("partenaire", "Partenaire de la Concertation", (groupes.CONCERTATION,)),
    Role("contact", "Point de contact sectoriel", (groupes.POINTS_DE_CONTACT,)),
    Role("cellule", "Membre de la Cellule", (groupes.CELLULE,)),
    Role("referent", "Référent Radicalisme", (groupes.REFERENT,)),
    Role("autorite", "Bourgmestre et Chef de Corps", (groupes.BOURGMESTRE, groupes.CHEF_DE_CORPS)),
    Role("officier", "Officier d’information", (groupes.OFFICIER,)),
    Role("tfl", "Contact TFL opérationnelle", (groupes.CONTACT_TFL,)),
    Role("dpo", "Délégué à la protection des données", (groupes.DPO,)),
    Role("admin", "Administrateur", (groupes.ADMINISTRATEURS,)),
)
QUESTIONS = (
    Question("participer", "Dois-je participer ?"),
    Question("reveler", "Dois-je révéler ce que je sais ?"),
    Question("convocation", "Que doit contenir la convocation ?"),
    Question("prevenir", "Dois-je prévenir la personne que j’accompagne ?"),
    Question("presence", "La personne peut-elle être présente, ou assistée ?"),
    Question("sujet", "De qui peut-on parler ?"),
    Question("initiative", "Qui peut prendre l’initiative ?"),
    Question("transmettre", "Que peut-on transmettre ?"),
    Question("compte-rendu", "Faut-il un compte rendu ?"),
    Question("controle", "Quel contrôle démocratique existe ?"),
)


@ouvert_aux_membres()
def aide(request: Requete) -> HttpResponse:
    """Show the help of one's own roles first and open, the others after them."""
    miens = [role for role in ROLES if request.user.est_membre(*role.groupes)]
    autres = [role for role in ROLES if role not in miens]
    return render(
        request, "csil/accueil/aide.html", {"miens": miens, "autres": autres, "questions": QUESTIONS}
    )
