"""What the « Historique » tab of a partner's record tells: the record, its parts, and who was given it to keep."""

from csil.historique import Source
from partenaires.annuaire.models.adresse_sujet import AdresseSujet
from partenaires.annuaire.models.contact import Contact
from partenaires.annuaire.models.fonction import Fonction
from partenaires.annuaire.models.implantation import Implantation
from partenaires.annuaire.models.offre import Offre
from partenaires.annuaire.models.service import Service

RUBRIQUES = {
    Service: "le service",
    Fonction: "la fonction",
    Implantation: "l’implantation",
    Contact: "le contact",
    Offre: "l’offre",
}
TUS = frozenset({"id", "version", "partenaire", "contact", "code", "relue_par"})
TENUE = {
    "+": "a confié la tenue de la fiche à",
    "~": "a changé la tenue de la fiche par",
    "-": "a retiré la tenue de la fiche à",
}


def sources(partenaire, user) -> list[Source]:
    """List what this reader may be told: the question to settle is for the Référent and the partner's own people."""
    tus = TUS if "lire_question" in partenaire.droits_de(user) else TUS | {"note"}
    contacts = Contact.history.filter(partenaire=partenaire).values("id")
    return [
        Source(partenaire.history.all(), "la fiche", titre="", tus=tus),
        *(
            Source(modele.history.filter(partenaire=partenaire), nom, tus=TUS)
            for modele, nom in RUBRIQUES.items()
        ),
        Source(AdresseSujet.history.filter(contact__in=contacts), "l’adresse par sujet", tus=TUS),
        Source(
            partenaire.droits.model.history.filter(content_object=partenaire),
            "",
            titre="user",
            gestes=TENUE,
            tus=frozenset({"id", "user", "permission", "content_object", "debut"}),
        ),
    ]
