from datetime import datetime, time, timedelta

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from csil.comptes import groupes
from csil.comptes.invitation import inviter
from csil.comptes.models import Attribution, Utilisateur
from csil.journal import Verbe, consigner
from partenaires.mandats.models import Mandat


class Command(BaseCommand):
    help = (
        "Nomme, sur le serveur, une autorité (Bourgmestre, Chef de Corps, Référent Radicalisme) ou un administrateur, "
        "crée son compte au besoin et l’invite. Inscrit au journal."
    )

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("groupe", choices=[*groupes.AUTORITES, groupes.ADMINISTRATEURS])
        parser.add_argument("--nom", default="", help="nom affiché, pour un nouveau compte")
        parser.add_argument("--base", required=True, help="décision qui nomme cette personne, avec sa date")
        parser.add_argument("--fin", help="dernier jour du mandat, AAAA-MM-JJ (dans un an par défaut)")

    @transaction.atomic
    def handle(self, *, email, groupe, nom, base, fin, **options):
        personne = self._compte(email, nom or groupe)
        groupe = Group.objects.get(name=groupe)
        _, nouvelle = Attribution.objects.get_or_create(
            personne=personne, groupe=groupe, defaults={"motif": base}
        )
        if groupe.name in groupes.SENSIBLES:
            mandat = self._mandat(personne, groupe, base, self._dernier_instant(fin))
            consigner("partenaires.autorite_nommee", mandat, verbe=Verbe.ATTRIBUTION, motif=base)
        else:
            if not nouvelle:
                raise CommandError(f"{personne} est déjà dans le groupe « {groupe} ».")
            consigner("comptes.administrateur_nomme", personne, verbe=Verbe.ATTRIBUTION, motif=base)
        if not personne.has_usable_password():
            inviter(personne, par=None)
        self.stdout.write(f"{personne} ({personne.email}) : {groupe}. Inscrit au journal.")

    def _compte(self, email, nom):
        try:
            validate_email(email)
        except ValidationError as erreur:
            raise CommandError(f"« {email} » n’est pas une adresse électronique.") from erreur
        personne = Utilisateur.objects.filter(email__iexact=email).first()
        return personne or Utilisateur.objects.create_user(email, nom)

    def _mandat(self, personne, groupe, base, fin):
        if Mandat.objects.en_vigueur().filter(personne=personne, groupe=groupe).exists():
            raise CommandError(f"{personne} a déjà un mandat en vigueur comme {groupe}.")
        maintenant = timezone.now()
        return Mandat.objects.create(
            personne=personne,
            groupe=groupe,
            autorite="Nommé sur le serveur",
            base=base,
            motif="Première autorité de l’installation.",
            debut=maintenant,
            fin=fin,
            amorce=True,
            confirme_le=maintenant,
        )

    def _dernier_instant(self, fin):
        try:
            jour = (
                datetime.strptime(fin, "%Y-%m-%d").date()
                if fin
                else timezone.localdate() + timedelta(days=365)
            )
        except ValueError as erreur:
            raise CommandError(f"« {fin} » n’est pas une date : écrivez AAAA-MM-JJ.") from erreur
        if jour < timezone.localdate():
            raise CommandError("Le dernier jour du mandat est passé.")
        return timezone.make_aware(datetime.combine(jour + timedelta(days=1), time()))
