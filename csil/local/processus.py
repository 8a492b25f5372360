"""Child processes that end with their parent, and locks that end with their holder (Linux)."""

import ctypes
import fcntl
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def mourir_avec_le_parent(avec: signal.Signals) -> Callable[[], None]:
    """Give a `preexec_fn` by which the kernel sends this signal to the child when the thread that creates it ends."""
    parent = os.getpid()

    def appliquer() -> None:
        LIBC.prctl(PR_SET_PDEATHSIG, int(avec))
        if os.getppid() != parent:  # it ended before we asked
            os._exit(1)

    return appliquer


def verrouiller(chemin: Path, delai: float = 0) -> TextIO | None:
    """Give an open file that holds the lock, or None when another process still has it after `delai` seconds."""
    fichier = open(chemin, "a")  # noqa: SIM115 - closing it gives the lock back
    fin = time.monotonic() + delai
    while True:
        try:
            fcntl.flock(fichier, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return fichier
        except BlockingIOError:
            if time.monotonic() >= fin:
                fichier.close()
                return None
            time.sleep(0.05)
