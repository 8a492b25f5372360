"""Loaded before the settings (pyproject, `-p tests.serveur`): a PostgreSQL of its own for this run, gone afterwards."""

import atexit
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from csil.local.postgres import ServeurLocal

pile = ExitStack()
atexit.register(pile.close)
var = Path(pile.enter_context(tempfile.TemporaryDirectory(prefix="csil-var-")))
(var / "static").mkdir()
os.environ |= {
    **pile.enter_context(ServeurLocal(ephemere=True)).environnement("http://testserver"),
    "CSIL_HOTES": "testserver,localhost,127.0.0.1",
    "CSIL_PROPRIETAIRE": "1",  # creates and migrates; the tests then speak as csil_app (conftest)
    "CSIL_VAR": str(var),
    "DJANGO_ALLOW_ASYNC_UNSAFE": "true",  # Playwright's loop runs beside the tests
}
