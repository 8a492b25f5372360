"""Words that several « Historique » tabs share, and the fields that their readers do not need."""

TUS = frozenset(
    {"id", "version", "secteur", "processus", "version_processus", "circuit", "version_circuit", "origine"}
)

DU_SIGNALEMENT = TUS | {"signalement", "reference", "signalant", "modele"}

REPORT = {"+": "a fait", "~": "a fait avancer", "-": "a supprimé"}

TRAITEMENT = {"+": "a ouvert", "~": "a changé", "-": "a supprimé"}

REPONSE = {"+": "a donné", "~": "a complété", "-": "a supprimé"}

ECART = {"+": "a tenu à l’écart", "~": "a levé ce qui tenait à l’écart", "-": "a supprimé"}
