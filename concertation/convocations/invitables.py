"""Whom one calls when one invites a partner: its people with an account, then its contacts with an e-mail."""

from concertation.commun.groupes import membres


def a_inviter(partenaire=None, personne=None) -> list[dict]:
    """List whom to invite, as the fields of an invitation (nom, courriel, personne, partenaire), one an address."""
    trouvees = {}
    if personne is not None:
        _ajouter(trouvees, str(personne), personne.email, personne, _partenaire_de(personne))
    if partenaire is not None:
        for membre in membres().filter(appartenance__in=partenaire.appartenances.en_vigueur()):
            _ajouter(trouvees, str(membre), membre.email, membre, partenaire)
        for contact in partenaire.contacts.exclude(courriel=""):
            _ajouter(trouvees, contact.nom, contact.courriel, None, partenaire)
    return list(trouvees.values())


def _ajouter(trouvees, nom, courriel, personne, partenaire):
    invite = {"nom": nom, "courriel": courriel, "personne": personne, "partenaire": partenaire}
    trouvees.setdefault(courriel.lower(), invite)


def _partenaire_de(personne):
    appartenance = getattr(personne, "appartenance", None)
    return appartenance.partenaire if appartenance else None
