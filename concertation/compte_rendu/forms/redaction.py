"""What was said about an item, saved while it is typed."""

from concertation.compte_rendu.models import CompteRenduPoint
from csil.formulaires import FormulaireVersionne
from csil.garde import FormulaireGarde

LU = "Lu par les membres de la Concertation, dès maintenant."


class FormulaireTexte(FormulaireGarde, FormulaireVersionne):
    lecteurs = {"texte": LU}

    class Meta:
        model = CompteRenduPoint
        fields = ["texte"]
        labels = {"texte": "Ce qui s’est dit"}
        help_texts = {"texte": "L’essentiel, en quelques phrases ; ce qui est conclu se note plus bas."}

    def enregistrer(self, *, par) -> None:
        if self.has_changed():
            self.instance.ecrire(par=par)
