#!/usr/bin/env python
"""The command line. Commands that change the schema or the first rights speak as csil_owner, all others as csil_app."""

import os
import sys

COMMANDES_DU_PROPRIETAIRE = {
    "charger_demonstration",
    "charger_partenaires",
    "cloison",
    "createcachetable",
    "createsuperuser",
    "migrate",
    "nommer_autorite",
}


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "csil.settings")
    if sys.argv[1:2] and sys.argv[1] in COMMANDES_DU_PROPRIETAIRE:
        os.environ["CSIL_PROPRIETAIRE"] = "1"

    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import execute_from_command_line

    try:
        settings.INSTALLED_APPS  # noqa: B018 - read now, so that a wrong setting is told in one sentence
    except ImproperlyConfigured as erreur:
        sys.exit(f"Réglage : {erreur}")
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
