"""Words for the codes of the partners' file, and what the source says that the file does not repeat."""

from csil.comptes import groupes

SECTEURS = {
    "action_sociale": "Action sociale",
    "aide_a_la_jeunesse": "Aide à la jeunesse",
    "aide_en_milieu_ouvert": "Aide en milieu ouvert",
    "autorite_administrative": "Autorité administrative",
    "cohesion_sociale": "Cohésion sociale",
    "enseignement": "Enseignement",
    "integration": "Intégration",
    "police": "Police",
    "prevention": "Prévention",
    "sante_psychosociale": "Santé psychosociale",
    "service_communal": "Service communal",
    "universite": "Université",
}

NIVEAUX = {
    "associatif": "Associatif",
    "autre_commune": "Autre commune",
    "communaute_francaise": "Communauté française",
    "cpas": "CPAS",
    "enseignement": "Réseau d’enseignement",
    "province": "Province",
    "region_wallonne": "Région wallonne",
    "universite": "Université",
    "ville": "Ville de Liège",
    "zone_de_police": "Zone de police",
}

FORMES = {"associatif": "Association"}

# Which group holds each role of the steering.
GROUPES_DES_POSTES = {
    "bourgmestre": groupes.BOURGMESTRE,
    "chef_de_corps": groupes.CHEF_DE_CORPS,
    "referent_radicalisme": groupes.REFERENT,
    "contact_tfl": groupes.CONTACT_TFL,
}

# What each working group is for, in the words of the source (source.txt).
OBJETS = {
    "concertation_intersectorielle": (
        "Mettre en place des mécanismes de prévention du phénomène dans un contexte intégré. Le partenariat vise "
        "l’échange de connaissances, de pratiques et la mise en lien des opérateurs locaux dans un groupe de travail "
        "pluridisciplinaire."
    ),
    "cellule_informations_sensibles": (
        "Optimaliser les échanges d’informations contextuelles ou individuelles. Pour les informations contextuelles, "
        "il s’agit de proposer des processus de communication avec des secteurs particuliers (TEC, Hôpitaux, Ecoles, "
        "etc.), et leur donner un point de contact Police. Les informations à caractère individuel font l’objet d’un "
        "processus d’information spécifique (RIR, PV, Rapports, etc.), en fonction des données obtenues (Police "
        "locale, fédérale, Sûreté de l’Etat, etc.). Ce groupe de travail assure le lien direct avec la TFL "
        "Opérationnelle."
    ),
}
