"""The groups that people belong to, under the names that the Django admin shows (conception §3)."""

CONCERTATION = "Concertation intersectorielle locale"
POINTS_DE_CONTACT = "Points de contact sectoriels"
DPO = "Délégué à la protection des données"
ADMINISTRATEURS = "Administrateurs"
REFERENT = "Référent Radicalisme"
BOURGMESTRE = "Bourgmestre"
CHEF_DE_CORPS = "Chef de Corps"
OFFICIER = "Officier d'information"
CELLULE = "Cellule Informations sensibles"
CONTACT_TFL = "Contact TFL opérationnelle"

# They open nothing without a mandate in force.
SENSIBLES = (REFERENT, BOURGMESTRE, CHEF_DE_CORPS, OFFICIER, CELLULE, CONTACT_TFL)
# They confirm mandates.
AUTORITES = (BOURGMESTRE, CHEF_DE_CORPS, REFERENT)
# They read the directory.
ANNUAIRE = (CONCERTATION, *SENSIBLES)
# They log in with a second factor, and no browser is trusted for them.
SECOND_FACTEUR = (*SENSIBLES, POINTS_DE_CONTACT, DPO, ADMINISTRATEURS)
