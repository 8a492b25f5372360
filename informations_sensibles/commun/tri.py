"""The order of a list of reports, as its address asks for it."""

LIBELLES = {
    "partenaire": "partenaire",
    "priorite": "urgence, les retards d’abord",
    "recu": "date de réception",
    "echeance": "échéance",
    "secteur": "secteur",
    "etat": "état",
    "proprietaire": "propriétaire",
}


class Tri:
    """Put a list of reports in the order that its address asks for: « recu », or « -recu » for the other way round."""

    tris = {"recu": ["recu_le"]}
    tri_habituel = "-recu"

    @property
    def tri(self) -> str:
        demande = self.data.get("tri", "")
        return demande if demande.removeprefix("-") in self.tris else self.tri_habituel

    @property
    def tri_en_mots(self) -> str:
        inverse = ", en ordre inverse" if self.tri.startswith("-") else ""
        return LIBELLES[self.tri.removeprefix("-")] + inverse

    def ordonner(self, signalements):
        ordre = signalements.order_by(*self.tris[self.tri.removeprefix("-")], "recu_le", "pk")
        return ordre.reverse() if self.tri.startswith("-") else ordre

    @property
    def champs(self):
        """The fields worth showing: a list of choices without a choice filters nothing."""
        return [champ for champ in self.form if champ.name == "q" or len(champ.field.choices) > 1]

    @property
    def filtree(self) -> bool:
        return any(self.data.get(champ.name) for champ in self.form)
