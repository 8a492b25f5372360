"""`make banc`; other sizes: `python -m banc 10000 100000`."""

import os
import sys

import django

os.environ |= {"CSIL_PROPRIETAIRE": "1", "DJANGO_SETTINGS_MODULE": "csil.settings"}
django.setup()

if __name__ == "__main__":
    from banc.campagne import TAILLES, lancer

    lancer(tuple(map(int, sys.argv[1:])) or TAILLES)
