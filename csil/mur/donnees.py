"""What an installation holds from its first migrate: the groups and what they open, undertaking, legal references.

Added where missing, after every migrate; what people changed since stays, but for the groups' profiles, which are ours.
"""

from datetime import date

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ImproperlyConfigured

from csil.administration.models import ReferenceLegale
from csil.comptes import groupes
from csil.comptes.models import ProfilGroupe, TexteEngagement

OUVRE = {
    groupes.CONCERTATION: "L’annuaire des partenaires et la Concertation : réunions, pratiques, mises en lien. "
    "Jamais une personne suivie.",
    groupes.POINTS_DE_CONTACT: "Les processus de communication et les signalements contextuels de son secteur, "
    "rien d’autre de la Cellule. Engagement et second facteur.",
    groupes.DPO: "Le journal, les mandats et les durées de conservation ; jamais le contenu des dossiers.",
    groupes.ADMINISTRATEURS: "L’administration : comptes, groupes, partenaires, tables de référence. "
    "Aucun contenu des deux groupes de travail.",
    groupes.REFERENT: "La gestion de la Concertation et de l’annuaire ; la Cellule, dossiers de ses cercles et ce qui "
    "attend une étape de sa part. Confirme les mandats.",
    groupes.BOURGMESTRE: "La lecture de la Concertation ; la Cellule, tous les dossiers. Confirme les mandats.",
    groupes.CHEF_DE_CORPS: "La lecture de la Concertation ; la Cellule, tous les dossiers. Confirme les mandats.",
    groupes.OFFICIER: "La Cellule : valide l’information policière, l’évalue et la transmet à la TFL ; "
    "dossiers de ses cercles.",
    groupes.CELLULE: "La Cellule : informations contextuelles et dossiers de ses cercles.",
    groupes.CONTACT_TFL: "Dans la Cellule, les transmissions qui lui sont adressées et rien d’autre ; l’annuaire.",
}
ENGAGEMENT = """\
Je n’utilise ce que je lis sur cette plateforme que pour la mission qui m’y donne accès.

Je ne recopie, ne photographie et ne transmets rien en dehors de la plateforme, sauf ce que mon rôle prévoit.

Dans la Concertation intersectorielle locale, je n’écris le nom d’aucune personne suivie, ni rien qui permette de la \
reconnaître.

Dans la Cellule « Informations sensibles », je respecte le secret et les conditions d’usage que porte chaque information.

Je n’introduis aucune information classifiée, à partir du niveau RESTREINT.

Je sais que mes accès et mes lectures de documents sensibles sont inscrits dans un journal.

Je garde pour moi mon mot de passe et mon second facteur, et je signale sans attendre leur perte.

Cet engagement vaut aussi après la fin de ma mission.

Texte à valider par le délégué à la protection des données."""
# As the texts call them (R77). None was read whole: `verifiee` stays False until a lawyer says so.
REFERENCES = [
    ("csil", "loi du 30 juillet 2018 portant création de cellules de sécurité intégrale locales", date(2018, 9, 24)),
    ("secret_concertation", "article 458ter du Code pénal", date(2017, 8, 3)),
    ("secret_professionnel", "article 458 du Code pénal", date(1867, 10, 15)),
    ("donnees_concertation", "loi du 8 janvier 2026 relative au traitement de données lors d’une concertation de cas", date(2026, 1, 8)),
    ("classification", "loi du 11 décembre 1998 relative à la classification", date(1998, 12, 11)),
    ("rgpd", "règlement (UE) 2016/679 (RGPD)", date(2018, 5, 25)),
    ("decret_communaute", "décret de la Communauté française du 8 juin 2023", date(2023, 6, 8)),
]  # fmt: skip


def initialiser() -> None:
    """Write the groups, the undertaking and the legal references that every installation begins with."""
    if not set(settings.CSIL_OFFICIERS_SECURITE) <= set(groupes.SENSIBLES):
        raise ImproperlyConfigured(
            "la variable CSIL_OFFICIERS_SECURITE doit nommer des groupes sensibles : "
            f"{', '.join(groupes.SENSIBLES)}."
        )
    for ordre, (nom, ouvre) in enumerate(OUVRE.items()):
        groupe, _ = Group.objects.get_or_create(name=nom)
        profil = {
            "ouvre": ouvre,
            "sensible": nom in groupes.SENSIBLES,
            "confirme": nom in groupes.AUTORITES,
            "second_facteur": nom in groupes.SECOND_FACTEUR,
            "securite": nom in settings.CSIL_OFFICIERS_SECURITE,
            "ordre": ordre,
        }
        ProfilGroupe.objects.update_or_create(groupe=groupe, defaults=profil)
    if not TexteEngagement.objects.exists():
        TexteEngagement.objects.create(version=1, titre="Engagement de confidentialité", contenu=ENGAGEMENT)
    for code, intitule, depuis in REFERENCES:
        if not ReferenceLegale.objects.filter(code=code).exists():
            ReferenceLegale.objects.create(code=code, intitule=intitule, valide_du=depuis)
