from django.core.management.base import BaseCommand, CommandError

from partenaires.annuaire.models import Partenaire
from partenaires.chargement.ecriture import charger
from partenaires.chargement.lecture import ErreurFichier, lire


class Command(BaseCommand):
    help = "Charge le fichier des partenaires, sans rien reprendre à ce que des personnes ont changé depuis."

    def add_arguments(self, parser):
        parser.add_argument("fichier", help="par exemple partenaires/donnees/partenaires-liege.yaml")

    def handle(self, *, fichier, **options):
        try:
            bilan = charger(lire(fichier))
        except OSError as erreur:
            raise CommandError(f"Le fichier {fichier} ne peut pas être lu : {erreur.strerror}.") from None
        except ErreurFichier as erreur:
            raise CommandError(f"{erreur} Rien n’a été chargé.") from None
        for titre, par_modele in (
            ("Créés", bilan.crees),
            ("Changés", bilan.changes),
            ("Inchangés", bilan.inchanges),
        ):
            for modele, noms in par_modele.items():
                self._dire(titre, modele, noms)
        for quoi in bilan.laisses:
            self.stdout.write(f"Laissé comme il est, quelqu’un en a décidé depuis : {quoi}")
        comptes = Partenaire.objects.compter()
        self.stdout.write(
            f"{comptes['total']} partenaires, dont {comptes['a_confirmer']} fiches à confirmer."
        )

    def _dire(self, titre, modele, noms):
        self.stdout.write(f"{titre}, {modele._meta.verbose_name_plural} : {len(noms)}")
        if titre != "Inchangés":
            for nom in noms:
                self.stdout.write(f"  {nom}")
