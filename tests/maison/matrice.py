"""Who reaches which address: the table of conception §3, as data. An address of the URLconf that is missing here fails.

`ouvert` lists who gets `code`; `autres` is what the other logged-in people get. A visitor is sent to the login page
except where `VISITEUR` is listed. The people are the cast of `partenaires/distribution.py`.
"""

from dataclasses import dataclass

VISITEUR = "visiteur"
CONCERTATION = {"agent-cripel", "agent-saj"}
CELLULE = {
    "bourgmestre",
    "chef-de-corps",
    "referent",
    "officier-information",
    "contact-tfl",
    "membre-cellule",
}
ANNUAIRE = CONCERTATION | CELLULE
TOUS = ANNUAIRE | {"contact-tec", "dpo", "admin"}
MONDE = TOUS | {VISITEUR}
DU_CRIPEL = {"agent-cripel", "referent"}  # the agent was given the record to keep; the Référent keeps all
REFERENT = {"referent"}
SECURITE = {"referent", "chef-de-corps"}  # the latter put it away
LISENT = CONCERTATION | {"referent", "bourgmestre", "chef-de-corps"}  # the Concertation
AUTORITES = {"bourgmestre", "chef-de-corps", "referent"}
SUIVENT_LES_MANDATS = AUTORITES | {"dpo"}
MEMBRES = CELLULE - {"contact-tfl"}  # read the contextual information
DU_SECTEUR = MEMBRES | {"contact-tec"}  # and its contact point, of its own sector
TIENNENT = {"referent", "officier-information"}
CONTACT_TFL = {"contact-tfl"}
LIBERENT = {"officier-information", "chef-de-corps"}
VERIFIENT = TIENNENT | {"bourgmestre", "chef-de-corps"}
REDIGENT = TIENNENT | {"membre-cellule"}
REGLENT = {"referent", "chef-de-corps"}  # keep the table of circuits
NOYAU = {"bourgmestre", "chef-de-corps"}
DU_DOSSIER = NOYAU | {"membre-cellule"}  # who leads it, in the tests' world
DU_CERCLE = DU_DOSSIER | {"officier-information"}  # who reads it only
OUVRENT = NOYAU | TIENNENT
DECIDENT = {"bourgmestre", "chef-de-corps", "referent"}
GOUVERNENT = MEMBRES - {"membre-cellule"}
VALIDENT = {"officier-information", "chef-de-corps"}  # what comes from the police
DEMELENT = {"chef-de-corps", "referent", "membre-cellule"}  # without a circuit; the last wrote it
PROPOSE_LE_POINT = {"agent-saj", "referent"}  # the agent proposed it; the Référent arranges the agenda
DU_SAJ = {"agent-saj"}  # the only partner that the Bourgmestre opened
NOYAU = {"bourgmestre", "chef-de-corps"}
EXAMINENT = REFERENT | NOYAU  # partners' reports, the legal core once they are taken up or closed
VOIENT_LES_MANDATS = {"bourgmestre", "chef-de-corps", "referent", "admin", "dpo"}


@dataclass(frozen=True)
class Ligne:
    nom: str
    ouvert: set
    arguments: tuple = ()  # names of objects of the test's world
    code: int = 200
    autres: int | None = 404
    verbe: str = "get"
    vus: frozenset = frozenset()  # see the record without the act: 403


PK = ("cripel",)
MATRICE = [
    # everybody
    Ligne("accueil", TOUS),
    Ligne("aide", TOUS),
    Ligne("plateforme", TOUS),
    Ligne("sante", MONDE),
    Ligne("courriels", MONDE),
    Ligne("courriel-piece", MONDE, ("inconnu", "zero", "zero"), code=404),  # no such file
    # content found classified
    Ligne("quarantaines", SECURITE),
    Ligne("quarantaine", SECURITE, ("quarantaine",)),
    Ligne("quarantaine-purger", SECURITE, ("quarantaine",), code=302, verbe="post"),
    Ligne("quarantaine-lever", {"referent"}, ("quarantaine",), code=302, verbe="post", vus=SECURITE),
    # e-mails that the Référent asked for
    Ligne("envoi-reessayer", REFERENT, ("envoi_rejete",), code=302, verbe="post", vus=TOUS),
    Ligne("envoi-annuler", REFERENT, ("envoi_attend",), code=302, verbe="post", vus=TOUS),
    # one's own account
    Ligne("engagement", TOUS, code=302),  # already accepted
    Ligne("connexions", TOUS),
    Ligne("connexion-terminer", set(), ("connexion",), verbe="post"),  # somebody else's
    Ligne("connexions-terminer-autres", TOUS, code=302, verbe="post"),
    Ligne("invitation", MONDE, ("inconnu", "jeton"), code=410),
    Ligne("account_login", {VISITEUR}, autres=302),
    Ligne("account_logout", TOUS, autres=302),
    Ligne("account_inactive", MONDE),
    Ligne("account_reauthenticate", TOUS, code=302),  # to the code, for whoever has one
    Ligne("account_change_password", TOUS),
    Ligne("account_reset_password", MONDE),
    Ligne("account_reset_password_done", MONDE),
    Ligne("account_reset_password_from_key_done", MONDE),
    Ligne("account_reset_password_from_key", MONDE, ("inconnu", "jeton")),
    Ligne("mfa_index", TOUS),
    Ligne("mfa_authenticate", set(), autres=302),
    Ligne("mfa_reauthenticate", TOUS),
    Ligne("mfa_activate_totp", TOUS, code=302),  # already installed
    Ligne("mfa_deactivate_totp", TOUS),
    Ligne("mfa_view_recovery_codes", set()),  # none generated
    Ligne("mfa_generate_recovery_codes", TOUS),
    Ligne("mfa_download_recovery_codes", set()),
    # the directory
    Ligne("partenaires", ANNUAIRE),
    Ligne("partenaires-csv", ANNUAIRE),
    Ligne("partenaires-xlsx", ANNUAIRE),
    Ligne("partenaire", ANNUAIRE, PK),
    Ligne("partenaire-historique", ANNUAIRE, PK),
    Ligne("partenaire-modifier", DU_CRIPEL, PK, vus=ANNUAIRE),
    Ligne("partenaire-relire", DU_CRIPEL, PK, code=302, verbe="post", vus=ANNUAIRE),
    Ligne("partenaire-tenue", REFERENT, PK, vus=ANNUAIRE),
    Ligne("rubrique-nouveau", DU_CRIPEL, ("cripel", "contacts"), vus=ANNUAIRE),
    Ligne("rubrique-modifier", DU_CRIPEL, ("cripel", "contacts", "contact"), vus=ANNUAIRE),
    Ligne("rubrique-supprimer", DU_CRIPEL, ("cripel", "contacts", "contact"), vus=ANNUAIRE),
    Ligne("contact-vcard", ANNUAIRE, ("contact",)),
    # meetings of the Concertation
    Ligne("concertation", LISENT),
    Ligne("reunions", LISENT),
    Ligne("reunions-calendrier", LISENT),
    Ligne("reunion-nouvelle", REFERENT),
    Ligne("reunion", LISENT, ("reunion",)),
    # the Cellule: sectors
    Ligne("recherche", MEMBRES),
    Ligne("recherche-personne", MEMBRES),
    Ligne("cellule", MEMBRES),
    Ligne("secteurs", MEMBRES),
    Ligne("secteur", MEMBRES, ("secteur",)),
    Ligne("secteur-historique", MEMBRES, ("secteur",)),
    Ligne("secteur-fiche", MEMBRES, ("secteur",)),
    Ligne("organisation-nouvelle", TIENNENT, ("secteur",), vus=MEMBRES),
    Ligne("organisation-modifier", TIENNENT, ("organisation",), vus=MEMBRES),
    Ligne("correspondant-nouveau", TIENNENT, ("secteur",), vus=MEMBRES),
    Ligne("correspondant-terminer", TIENNENT, ("correspondant",), code=302, verbe="post", vus=MEMBRES),
    Ligne("point-de-contact-nouveau", TIENNENT, ("secteur",), vus=MEMBRES),
    Ligne("point-de-contact-modifier", TIENNENT, ("point_de_contact",), vus=DU_SECTEUR),
    Ligne(
        "point-de-contact-confirmer", TIENNENT, ("point_de_contact",), code=302, verbe="post", vus=DU_SECTEUR
    ),
    Ligne("point-de-contact-retirer", TIENNENT, ("ancien_point",), code=302, verbe="post", vus=DU_SECTEUR),
    Ligne("exercice-nouveau", TIENNENT, ("secteur",), vus=MEMBRES),
    Ligne("exercice-conclure", TIENNENT, ("exercice_envoye",), vus=MEMBRES),
    Ligne("exercice-envoyer", TIENNENT, ("exercice",), code=302, verbe="post", vus=MEMBRES),
    # the Cellule: processes and their versions
    Ligne("processus-liste", DU_SECTEUR),
    Ligne("processus", DU_SECTEUR, ("processus",)),
    Ligne("processus-historique", MEMBRES, ("processus",), vus=DU_SECTEUR),
    Ligne("processus-nouveau", REDIGENT, ("secteur",), vus=MEMBRES),
    Ligne("processus-modifier", REDIGENT, ("processus",), vus=DU_SECTEUR),
    Ligne("processus-brouillon", REDIGENT, ("processus",), code=302, verbe="post", vus=DU_SECTEUR),
    Ligne("version", DU_SECTEUR, ("version",)),
    Ligne("version-fiche", DU_SECTEUR, ("version",)),
    Ligne("version-fiche-pdf", DU_SECTEUR, ("version",)),
    Ligne("version-comparer", MEMBRES, ("version",), vus=DU_SECTEUR),
    Ligne("version-etapes", REDIGENT, ("brouillon",), vus=MEMBRES),
    Ligne("version-soumettre", REDIGENT, ("brouillon",), code=302, verbe="post", vus=MEMBRES),
    Ligne(
        "version-decider", {"bourgmestre", "chef-de-corps"}, ("soumise",), vus=MEMBRES
    ),  # the Référent wrote it
    Ligne("version-reprendre", REDIGENT, ("soumise",), code=302, verbe="post", vus=MEMBRES),
    Ligne("version-retirer", DECIDENT, ("version",), vus=DU_SECTEUR),
    # the Cellule: the table of circuits
    Ligne("circuits", MEMBRES),
    Ligne("circuit-nouveau", REGLENT),
    Ligne("circuit", MEMBRES, ("circuit",)),
    Ligne("circuit-historique", MEMBRES, ("circuit",)),
    Ligne("circuit-brouillon", REGLENT, ("circuit",), code=302, verbe="post", vus=MEMBRES),
    Ligne("version-circuit", MEMBRES, ("circuit_version",)),
    Ligne("version-circuit-comparer", MEMBRES, ("circuit_version",)),
    Ligne("version-circuit-etapes", REGLENT, ("circuit_brouillon",), vus=MEMBRES),
    Ligne("version-circuit-soumettre", REGLENT, ("circuit_brouillon",), code=302, verbe="post", vus=MEMBRES),
    Ligne("version-circuit-decider", REGLENT, ("circuit_soumis",), vus=MEMBRES),
    Ligne("version-circuit-reprendre", REGLENT, ("circuit_soumis",), code=302, verbe="post", vus=MEMBRES),
    Ligne("version-circuit-retirer", REGLENT, ("circuit_version",), vus=MEMBRES),
    # the meeting itself: the Référent is its secretary too
    Ligne("seance", REFERENT, ("tenue",), vus=LISENT),
    Ligne("seance-ajouter", REFERENT, ("tenue",), vus=LISENT),
    Ligne("seance-commencer", REFERENT, ("tenue", "point_tenu"), code=302, verbe="post", vus=LISENT),
    Ligne("presence-pointer", REFERENT, ("tenue",), code=302, verbe="post", vus=LISENT),
    Ligne("presence-inviter", REFERENT, ("tenue",), vus=LISENT),
    Ligne("presence-corriger", REFERENT, ("convocation_tenue",), vus=LISENT),
    Ligne("redaction-texte", REFERENT, ("tenue", "point_tenu"), code=302, verbe="post", vus=LISENT),
    Ligne("redaction-veille", REFERENT, ("tenue", "point_tenu"), verbe="post", vus=LISENT),
    Ligne("acte-nouveau", REFERENT, ("tenue", "point_tenu", "genre"), vus=LISENT),
    Ligne("acte-modifier", REFERENT, ("tenue", "point_tenu", "genre", "decision"), vus=LISENT),
    Ligne("acte-retirer", REFERENT, ("tenue", "point_tenu", "genre", "decision"), vus=LISENT),
    Ligne("seance-reporter", REFERENT, ("tenue", "point_dernier"), code=302, verbe="post", vus=LISENT),
    # its minutes
    Ligne("compte-rendu", LISENT, ("tenue",)),
    Ligne("compte-rendu-pdf", LISENT, ("tenue",)),
    Ligne("compte-rendu-relire", REFERENT, ("tenue",), vus=LISENT),
    Ligne("compte-rendu-approuver", REFERENT, ("relecture",), vus=LISENT),
    Ligne("amendement-nouveau", REFERENT | {"agent-saj"}, ("relecture",), vus=LISENT),  # was there
    Ligne("amendement-trancher", REFERENT, ("demande",), vus=LISENT),
    Ligne("addendum-nouveau", REFERENT, ("approuvee",), vus=LISENT),
    # what was promised, to the agent of the SAJ
    Ligne("actions", LISENT),
    Ligne("action", LISENT, ("action",)),
    Ligne("action-historique", LISENT, ("action",)),
    Ligne("action-avancer", REFERENT | {"agent-saj"}, ("action",), verbe="post", vus=LISENT),
    Ligne("action-modifier", REFERENT, ("action",), vus=LISENT),
    Ligne("action-retirer", REFERENT, ("action",), vus=LISENT),
    # the agenda of a meeting and its items
    Ligne("ordre-du-jour", LISENT, ("reunion",)),
    Ligne("ordre-du-jour-arranger", REFERENT, ("reunion",), code=302, vus=LISENT),
    Ligne("ordre-du-jour-pdf", LISENT, ("reunion",)),
    Ligne("point-nouveau", CONCERTATION | REFERENT, ("reunion",), vus=LISENT),
    Ligne("point", LISENT, ("point",)),
    Ligne("point-historique", LISENT, ("point",)),
    Ligne("point-modifier", PROPOSE_LE_POINT, ("point",), vus=LISENT),
    Ligne("point-retirer", PROPOSE_LE_POINT, ("point",), vus=LISENT),
    Ligne("point-joindre", PROPOSE_LE_POINT, ("point",), vus=LISENT),
    Ligne("point-repondre", REFERENT, ("point",), vus=LISENT),
    Ligne("point-reporter", REFERENT, ("point",), vus=LISENT),
    Ligne("point-note", REFERENT, ("point",), vus=LISENT),
    Ligne("document", LISENT, ("document",)),
    Ligne("document-retirer", PROPOSE_LE_POINT, ("document",), vus=LISENT),
    Ligne("reunion-historique", LISENT, ("reunion",)),
    Ligne("reunion-modifier", REFERENT, ("reunion",), vus=LISENT),
    Ligne("reunion-en-modele", REFERENT, ("reunion",), vus=LISENT),
    Ligne("reunion-arreter", REFERENT, ("reunion",), code=302, verbe="post", vus=LISENT),
    Ligne("reunion-rouvrir", REFERENT, ("reunion_a_rouvrir",), code=302, verbe="post", vus=LISENT),
    Ligne("reunion-tenir", REFERENT, ("reunion",), vus=LISENT),
    Ligne("reunion-reporter", REFERENT, ("reunion",), vus=LISENT),
    Ligne("reunion-annuler", REFERENT, ("reunion",), vus=LISENT),
    Ligne("reunion-reprogrammer", REFERENT, ("reunion_reportee",), vus=LISENT),
    Ligne("modeles", REFERENT),
    Ligne("modele-nouveau", REFERENT),
    Ligne("modele", REFERENT, ("modele",)),
    Ligne("modele-historique", REFERENT, ("modele",)),
    Ligne("modele-modifier", REFERENT, ("modele",)),
    Ligne("modele-supprimer", REFERENT, ("modele",)),
    Ligne("modele-invites", REFERENT, ("modele",)),
    Ligne("modele-arranger", REFERENT, ("modele",), code=302, verbe="post"),
    Ligne("modele-point-nouveau", REFERENT, ("modele",)),
    Ligne("modele-point-modifier", REFERENT, ("modele", "point_modele")),
    Ligne("modele-point-retirer", REFERENT, ("modele", "point_modele")),
    Ligne("assiduite", LISENT),
    Ligne("assiduite-csv", LISENT),
    Ligne("assiduite-xlsx", LISENT),
    # their invitations, answers and calendars
    Ligne("convocations", LISENT, ("reunion",)),
    Ligne("convocations-inviter", REFERENT, ("reunion",), verbe="post", vus=LISENT),
    Ligne("convoquer", REFERENT, ("reunion_prete",), vus=LISENT),
    Ligne(
        "convocations-convoquer-ajoutes", REFERENT, ("reunion_convoquee",), code=302, verbe="post", vus=LISENT
    ),
    Ligne("convocations-prevenir", REFERENT, ("reunion_convoquee",), code=302, verbe="post", vus=LISENT),
    Ligne("convocations-relancer", REFERENT, ("reunion_convoquee",), code=302, verbe="post", vus=LISENT),
    Ligne("reunion-ics", LISENT, ("reunion",)),
    Ligne("convocation-modifier", REFERENT, ("convocation",), vus=LISENT),
    Ligne("convocation-retirer", REFERENT, ("convocation",), vus=LISENT),
    Ligne("convocation-renvoyer", REFERENT, ("convocation",), code=302, verbe="post", vus=LISENT),
    Ligne(
        "convocation-repondre", {"agent-saj", "referent"}, ("convocation",)
    ),  # one's own; the Référent for anybody
    Ligne("repondre", MONDE, ("reponse",)),  # whoever holds the link
    Ligne("mon-agenda", LISENT),
    Ligne("agenda-ics", MONDE, ("agenda",)),  # whoever holds the address
    Ligne("agenda-renouveler", LISENT, code=302, verbe="post"),
    # the Cellule: contextual reports, here those of the contact point
    Ligne("signalements", DU_SECTEUR),
    Ligne("signalement-nouveau", DU_SECTEUR),
    Ligne("signalement-urgence", DU_SECTEUR),
    Ligne("signalement", DU_SECTEUR, ("signalement",)),
    Ligne("signalement-historique", MEMBRES, ("signalement",), vus=DU_SECTEUR),
    Ligne("signalement-quarantaine", MEMBRES, ("signalement",), vus=DU_SECTEUR),
    Ligne("traitement-evaluer", {"officier-information"}, ("signalement",), vus=DU_SECTEUR),
    Ligne("traitement-prendre", MEMBRES, ("signalement",), code=302, verbe="post", vus=DU_SECTEUR),
    Ligne("traitement-confier", REDIGENT, ("signalement_pris",), vus=DU_SECTEUR),  # the member's
    Ligne("traitement-clore", REDIGENT, ("signalement_pris",), vus=DU_SECTEUR),
    Ligne("traitement-relire", REFERENT, ("signalement_clos",), vus=DU_SECTEUR),
    Ligne("blocage-nouveau", DECIDENT, ("signalement",), vus=DU_SECTEUR),
    Ligne(
        "blocage-lever", {"bourgmestre", "referent"}, ("blocage",)
    ),  # of the Chef de Corps, who knows nothing
    # the Cellule: informations, entered by its member; the Officier holds one of them back
    Ligne("informations", MEMBRES),
    Ligne("information-nouvelle", MEMBRES),
    Ligne("information", MEMBRES, ("information",)),
    Ligne("information-historique", MEMBRES, ("information",)),
    Ligne("information-identite", MEMBRES, ("information",)),
    Ligne("information-quarantaine", MEMBRES, ("information",)),
    Ligne(
        "information-modifier",
        {"membre-cellule"},
        ("information_a_valider",),
        vus=VALIDENT | {"membre-cellule"},
    ),
    Ligne("information-valider", VALIDENT, ("information_a_valider",), vus=VALIDENT | {"membre-cellule"}),
    Ligne(
        "information-lancer",
        {"chef-de-corps"},
        ("information_sans_circuit",),
        code=302,
        verbe="post",
        vus=DEMELENT,
    ),
    Ligne("information-evaluer", {"officier-information"}, ("information",), vus=MEMBRES),
    Ligne(
        "information-etape", {"officier-information"}, ("information",), code=302, vus=MEMBRES
    ),  # to the evaluation
    Ligne("information-consentement", GOUVERNENT, ("information",), vus=MEMBRES),
    Ligne(
        "information-rattacher", MEMBRES - {"referent"}, ("information",), vus=MEMBRES
    ),  # who would lose it
    Ligne("information-proposer", {"officier-information", "membre-cellule"}, ("information",), vus=MEMBRES),
    Ligne("information-elargir", GOUVERNENT, ("information",), vus=MEMBRES),
    Ligne("information-embargo", GOUVERNENT, ("information",), vus=MEMBRES),
    Ligne("information-prolonger", {"officier-information"}, ("information_tenue",)),
    Ligne("information-lever", {"officier-information"}, ("information_tenue",)),
    Ligne("information-masquer", GOUVERNENT, ("information",), vus=MEMBRES),
    Ligne("information-rectifier", GOUVERNENT, ("information",), vus=MEMBRES),
    Ligne("a-rectifier", GOUVERNENT, ("a_rectifier",), vus=MEMBRES),
    # the Cellule: dossiers, led by its member; the Officier reads one of them
    Ligne("dossiers", MEMBRES),
    Ligne("dossier-a-traiter", MEMBRES),
    Ligne("dossier-nouveau", REDIGENT),
    Ligne("dossier", DU_CERCLE, ("dossier",)),
    Ligne("dossier-chronologie", DU_CERCLE, ("dossier",)),
    Ligne("dossier-historique", DU_CERCLE, ("dossier",)),
    Ligne("dossier-cercle", DU_CERCLE, ("dossier",)),
    Ligne("dossier-personnes", DU_CERCLE, ("dossier",)),
    Ligne("dossier-modifier", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("dossier-informer", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("dossier-quarantaine", DU_CERCLE, ("dossier",)),
    Ligne("dossier-ouvrir", OUVRENT, ("dossier_propose",), vus=MEMBRES),  # the member wrote it
    Ligne("dossier-ne-pas-ouvrir", OUVRENT, ("dossier_propose",), vus=MEMBRES),
    Ligne("dossier-suivre", DU_DOSSIER, ("dossier_ouvert",)),
    Ligne("dossier-mettre-en-revue", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("dossier-conclure", DU_DOSSIER, ("dossier_revue",)),
    Ligne("dossier-clore", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("dossier-reprendre", {"chef-de-corps", "officier-information"}, ("dossier",), vus=DU_CERCLE),
    Ligne("dossier-regarder", DU_DOSSIER, ("dossier_clos",)),
    Ligne("cercle-inviter", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("cercle-ecarter", DU_DOSSIER, ("dossier", "officier"), vus=DU_CERCLE),
    Ligne("cercle-confier", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("cercle-bloquer", NOYAU, ("dossier",), vus=DU_CERCLE),
    Ligne("cercle-lever", {"bourgmestre"}, ("blocage_dossier",)),  # of the Chef de Corps, who knows nothing
    Ligne("personne-nouvelle", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("personne-retirer", DU_DOSSIER, ("proche",), vus=DU_CERCLE),
    Ligne("identite", DU_DOSSIER, ("proche",), vus=DU_CERCLE),
    Ligne("identite-modifier", DU_DOSSIER, ("proche",), vus=DU_CERCLE),
    Ligne("facteur-nouveau", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("facteur-retirer", DU_DOSSIER, ("facteur",), vus=DU_CERCLE),
    Ligne("refus-nouveau", DU_DOSSIER, ("dossier",), vus=DU_CERCLE),
    Ligne("gel-poser", NOYAU, ("dossier_clos",), vus=DU_DOSSIER),
    Ligne("gel-lever", NOYAU, ("gel",), vus=DU_CERCLE),
    Ligne("effacement-proposer", NOYAU, ("dossier_clos",), vus=DU_DOSSIER),
    Ligne("effacement-decider", {"chef-de-corps"}, ("effacement",), vus=NOYAU),  # the Bourgmestre proposed it
    # partners' reports on a person, here those of the agent of the SAJ: the partner's side
    Ligne("signaler", DU_SAJ),
    Ligne("signaler-nouveau", DU_SAJ),
    Ligne("signaler-sien", DU_SAJ, ("du_partenaire",)),
    Ligne("signaler-retirer", DU_SAJ, ("du_partenaire",)),
    Ligne("visa", {"dpo"}),
    Ligne("visa-donner", {"dpo"}),
    Ligne("visa-retirer", {"dpo"}, ("visa",), vus=MEMBRES),
    # the Cellule's side
    Ligne("signalements-partenaires", EXAMINENT),
    Ligne("signalement-partenaire", EXAMINENT, ("du_partenaire_clos",), vus=DU_SAJ),
    Ligne("signalement-partenaire-historique", EXAMINENT, ("du_partenaire_clos",), vus=DU_SAJ),
    Ligne("signalement-partenaire-quarantaine", EXAMINENT, ("du_partenaire_clos",), vus=DU_SAJ),
    Ligne("signalement-partenaire-reveler", EXAMINENT, ("du_partenaire_clos",), vus=DU_SAJ),
    Ligne("signalement-partenaire-reprendre", REFERENT, ("du_partenaire",), vus=DU_SAJ),
    Ligne("signalement-partenaire-clore", REFERENT, ("du_partenaire",), vus=DU_SAJ),
    Ligne("ouvertures", MEMBRES),
    Ligne("ouverture-nouvelle", {"bourgmestre"}),
    Ligne("ouverture-fermer", {"bourgmestre"}, ("ouverture",), vus=MEMBRES),
    # transmissions: a member prepared them, the Officier checked and released them, to the contact TFL
    Ligne("transmissions", MEMBRES),
    Ligne("transmission-nouvelle", MEMBRES),
    Ligne("transmission-arrivee", LIBERENT),
    Ligne("transmissions-recues", CONTACT_TFL),
    Ligne("transmission-recue", CONTACT_TFL, ("liberee",), vus=CELLULE),
    Ligne("transmission-accuser", CONTACT_TFL, ("a_accuser",), code=302, verbe="post", vus=CELLULE),
    Ligne("transmission-repondre", CONTACT_TFL, ("accusee",), vus=CELLULE),
    Ligne("transmission", MEMBRES, ("preparee",)),
    Ligne("transmission-modifier", {"membre-cellule"}, ("preparee",), vus=MEMBRES),
    Ligne("transmission-historique", MEMBRES, ("liberee",), vus=CELLULE),
    Ligne("transmission-copie", LIBERENT | CONTACT_TFL, ("liberee",), vus=CELLULE),
    Ligne("transmission-quarantaine", MEMBRES, ("liberee",), vus=CELLULE),
    Ligne(
        "transmission-accuser-arrivee", LIBERENT, ("arrivee",), code=302, verbe="post", vus={"bourgmestre"}
    ),
    Ligne("transmission-lier", LIBERENT, ("autre_arrivee",), vus={"bourgmestre"}),
    Ligne("transmission-verifier", VERIFIENT, ("preparee",), vus=MEMBRES),
    Ligne("transmission-deroger", {"bourgmestre"}, ("preparee",), vus=MEMBRES),
    Ligne("transmission-renvoyer", VERIFIENT, ("verifiee",), vus=MEMBRES),
    Ligne("transmission-liberer", LIBERENT, ("verifiee",), vus=MEMBRES),
    Ligne("transmission-annuler", LIBERENT | {"membre-cellule"}, ("preparee",), vus=MEMBRES),
    Ligne("transmission-consigner-retour", {"officier-information"}, ("accusee",), vus=CELLULE),
    # mandates
    Ligne("mandats", TOUS),
    Ligne("mandat", VOIENT_LES_MANDATS, ("mandat",)),
    Ligne(
        "mandat-decider", {"chef-de-corps", "bourgmestre", "referent"}, ("mandat",), vus=VOIENT_LES_MANDATS
    ),
    Ligne(
        "mandat-terminer",
        {"chef-de-corps", "bourgmestre", "referent", "admin"},
        ("mandat",),
        vus=VOIENT_LES_MANDATS,
    ),
    Ligne("mandat-lever", AUTORITES, ("suspendu",), vus=VOIENT_LES_MANDATS),
    Ligne("mandat-revoir", AUTORITES, ("actif",), vus=VOIENT_LES_MANDATS),
    Ligne("mandat-habilitation", AUTORITES, ("policier",), vus=VOIENT_LES_MANDATS),
    Ligne("mandat-regard", SUIVENT_LES_MANDATS, ("mandat",), vus=VOIENT_LES_MANDATS),
    Ligne("revues", SUIVENT_LES_MANDATS),
    Ligne("personnes-mandatees", SUIVENT_LES_MANDATS),
    Ligne("personnes-mandatees-csv", SUIVENT_LES_MANDATS),
    Ligne("personnes-mandatees-xlsx", SUIVENT_LES_MANDATS),
]
