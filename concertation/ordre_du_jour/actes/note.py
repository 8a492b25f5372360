"""What the Référent and the secretary note for themselves beside an item."""

from csil.actes import acte


@acte("ecrire_note")
def ecrire(note, *, par, texte):
    """Write the note anew. The journal says nothing of it: it is a reminder, not an act on a record."""
    note.texte = texte
