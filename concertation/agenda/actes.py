"""What a person does with their own calendar feed."""

from csil.actes import acte


@acte("renouveler_agenda", "concertation.agenda_renouvele")
def renouveler(agenda, *, par):
    """Give the feed another address; whoever follows the former one gets nothing any more."""
    agenda.numero += 1
