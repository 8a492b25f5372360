from importlib import import_module
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.module_loading import module_has_submodule

from csil.comptes.models import Utilisateur
from csil.local.demonstration import DOMAINE, FIGURANTS, MOT_DE_PASSE, SECRET_TOTP


class Command(BaseCommand):
    help = "Charge les données de la démonstration dans une base qui ne contient rien d’autre."

    def handle(self, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError(
                "Réglez CSIL_DEMONSTRATION=1 : la démonstration ne se charge pas en production."
            )
        etrangers = Utilisateur.objects.exclude(email__endswith=f"@{DOMAINE}").count()
        if etrangers:
            raise CommandError(
                f"Cette base contient {etrangers} compte(s) réel(s) : la démonstration n’y entre pas."
            )
        if not Utilisateur.objects.exists():
            with transaction.atomic():
                self._charger()
        self._presenter()

    def _charger(self) -> None:
        for application in apps.get_app_configs():
            paquet = application.module
            if paquet and application.name != "csil" and module_has_submodule(paquet, "demonstration"):
                import_module(f"{application.name}.demonstration").charger()

    def _presenter(self) -> None:
        self.stdout.write(f"{'Compte':<38}Rôle")
        figurants = [f"{login}@{DOMAINE}" for login in FIGURANTS]
        for personne in Utilisateur.objects.exclude(email__in=figurants).order_by("pk"):
            self.stdout.write(f"{personne.email:<38}{personne}")
        self.stdout.write(f"\nAux mandats suspendu, échu, refusé, à revoir : {', '.join(figurants)}")
        self.stdout.write(f"\nMot de passe de tous : {MOT_DE_PASSE}")
        self.stdout.write(f"Second facteur : secret TOTP {SECRET_TOTP}, ou « make code » pour le code actuel")
