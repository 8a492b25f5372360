"""What is still missing before a meeting may take its next step, in words instead of a refusal."""

from django.utils import timezone

from csil.texte.typographie import date_longue


class Manque(str):
    """What is missing before an act, in words. `ou`: the page of the meeting where it is mended, as its address ends."""

    def __new__(cls, phrase, ou=""):
        manque = super().__new__(cls, phrase)
        manque.ou = ou
        return manque


class CeQuiManque:
    """The part of `Reunion` that says it."""

    def manques(self, acte: str) -> list[Manque]:
        """What is still missing before `acte` (« arreter », « convoquer »…), in words; empty when it can be done."""
        return list(getattr(self, f"_manques_{acte}", lambda: ())())

    def _manques_arreter(self):
        if not self.points.inscrits().exists():
            yield Manque("L’ordre du jour n’a encore aucun point.", "ordre-du-jour")
        attente = self.points.en_attente().count()
        if attente:
            s = "s" * (attente > 1)
            phrase = f"{attente} point{s} proposé{s} attend{'ent' * (attente > 1)} votre réponse."
            yield Manque(phrase, "ordre-du-jour")
        yield from self._manques_lieu()

    def _manques_convoquer(self):
        if self.debut <= timezone.now():
            phrase = "La date est passée : on ne convoque que pour une date à venir. Une réunion déjà tenue se note comme telle."
            yield Manque(phrase, "modifier")
        if not self.convocations.exists():
            yield Manque("Personne n’est encore invité.", "convocations")
        if not self.president_id:
            yield Manque("Personne ne préside encore cette réunion.", "modifier")
        yield from self._manques_lieu()

    def _manques_lieu(self):
        if not self.lieu and not self.lien_visio:
            yield Manque("Ni lieu ni lien de visioconférence.", "modifier")

    def _manques_tenir(self):
        if timezone.localdate() < timezone.localdate(self.debut):
            yield Manque(f"La séance s’ouvre le jour de la réunion, {date_longue(self.debut)}.", "modifier")
        if not self.points.inscrits().exists():
            yield Manque("L’ordre du jour n’a aucun point.", "ordre-du-jour")

    def _manques_relire(self):
        if not self.convocations.filter(presences__isnull=False).exists():
            yield Manque("Aucune présence n’est notée.", "seance")
        # What recurs may well have nothing to tell
        for point in self.points.inscrits().filter(nature="ordinaire").sans_trace():
            yield Manque(
                f"Le point « {point.titre} » n’a ni texte, ni décision, ni avis, ni action.", "seance"
            )

    def _manques_approuver(self):
        if not type(self).objects.ayant_eu_lieu().filter(debut__gt=self.debut).exists():
            yield Manque("Le compte rendu s’approuve à la réunion suivante, qui n’a pas encore eu lieu.")
        attente = self.compte_rendu.amendements.en_attente().count()
        if attente:
            phrase = f"{attente} demande{'s' * (attente > 1)} de correction attend{'ent' * (attente > 1)} une réponse."
            yield Manque(phrase, "compte-rendu")
