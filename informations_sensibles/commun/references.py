"""References that are read aloud and count nothing: drawn, without letters or figures that look alike."""

import secrets

SIGNES = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def nouvelle_reference(prefixe: str) -> str:
    """Draw a reference: « SC-7F3K-29 »."""
    tires = [secrets.choice(SIGNES) for _ in range(6)]
    return f"{prefixe}-{''.join(tires[:4])}-{''.join(tires[4:])}"
