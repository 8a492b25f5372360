"""Writing in the journal: `consigner(…)`. Reading it belongs to the data protection officer."""

from csil.journal.models import Verbe, consigner

__all__ = ["Verbe", "consigner"]
