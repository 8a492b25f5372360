"""Run Python with the clock at another moment, for Python itself and for the PostgreSQL that it starts; time goes on from there.

    .venv/bin/python outils/a_l_heure.py 2028-02-29T22:30Z -m pytest tests/csil/identite/test_horloge.py

Needs Debian's package « faketime ». Both processes get the same distance from the real clock, so that they agree on the
time; PostgreSQL, whose environment is its own (csil/postgres_local.py), gets it through programs of PG_BINDIR.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from csil.local.postgres_binaires import trouver_binaires

BIBLIOTHEQUE = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)


def main(moment: str, *arguments: str):
    if BIBLIOTHEQUE is None:
        sys.exit("Il manque le paquet « faketime » (apt-get install faketime).")
    ecart = datetime.fromisoformat(moment.replace("Z", "+00:00")).timestamp() - time.time()
    horloge = {
        "LD_PRELOAD": str(BIBLIOTHEQUE),
        "FAKETIME": f"{ecart:+.0f}s",
        "NO_FAKE_STAT": "1",
    }
    with tempfile.TemporaryDirectory(prefix="csil-horloge-") as dossier:
        Path(dossier).chmod(0o755)  # PostgreSQL runs as another account when one is root
        for programme in trouver_binaires().iterdir():
            relais = Path(dossier, programme.name)
            avec = " ".join(f"{nom}={valeur}" for nom, valeur in horloge.items())
            relais.write_text(f'#!/bin/sh\nexec env {avec} {programme} "$@"\n')
            relais.chmod(0o755)
        env = {**os.environ, **horloge, "PG_BINDIR": dossier}
        sys.exit(subprocess.call([sys.executable, *arguments], env=env))


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit("Usage : python outils/a_l_heure.py 2028-02-29T22:30Z ARGUMENTS DE PYTHON…")
    main(*sys.argv[1:])
