"""The cast: one person per role, for the demonstration and for the tests. Run as owner."""

from datetime import timedelta
from functools import cache
from types import SimpleNamespace

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from csil.comptes import groupes
from csil.comptes.models import Attribution, Engagement, TexteEngagement, Utilisateur
from csil.local.demonstration import DOMAINE, MOT_DE_PASSE, SECRET_TOTP
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models import Appartenance
from partenaires.mandats.models import POLICIERS, AttestationHabilitation, Mandat

# login, displayed name, group, partner (code), function
ROLES = [
    ("bourgmestre", "Bourgmestre", groupes.BOURGMESTRE, "cabinet-bourgmestre", "Bourgmestre"),
    ("chef-de-corps", "Chef de Corps", groupes.CHEF_DE_CORPS, "police-locale-liege", "Chef de Corps"),
    ("referent", "Référent Radicalisme", groupes.REFERENT, "coupole-analyse-securite-urbaine", "Référent"),
    ("officier-information", "Officier d’information", groupes.OFFICIER, "police-locale-liege", "Officier d’information"),
    ("contact-tfl", "Contact TFL opérationnelle", groupes.CONTACT_TFL, None, ""),
    ("membre-cellule", "Membre de la Cellule", groupes.CELLULE, "plan-prevention-dsq", "Chargée de prévention"),
    ("agent-cripel", "Agente du CRIPEL", groupes.CONCERTATION, "cripel", "Agente"),
    ("agent-saj", "Agent du SAJ", groupes.CONCERTATION, "saj", "Délégué"),
    ("contact-tec", "Point de contact TEC", groupes.POINTS_DE_CONTACT, None, ""),
    ("dpo", "Déléguée à la protection des données", groupes.DPO, None, ""),
    ("admin", "Administratrice", groupes.ADMINISTRATEURS, None, ""),
]  # fmt: skip


def creer_personnes() -> SimpleNamespace:
    """Create the cast: accounts with password, second factor, undertaking, group and, where the group asks for it, mandate."""
    personnes = {login: creer(login, nom) for login, nom, *_ in ROLES}
    for login, _, groupe, partenaire, fonction in ROLES:
        personne = personnes[login]
        attribuer(personne, groupe, par=personnes["admin"] if login != "admin" else None)
        if partenaire:
            fiche = Partenaire.objects.get(code=partenaire)
            Appartenance.objects.create(personne=personne, partenaire=fiche, fonction=fonction)
    for login, _, groupe, *_ in ROLES:
        if groupe in groupes.SENSIBLES:
            autorite = personnes["chef-de-corps" if login == "bourgmestre" else "bourgmestre"]
            mandater(personnes[login], groupe, demande_par=personnes["admin"], confirme_par=autorite)
            if groupe in POLICIERS:
                habiliter(personnes[login], par=personnes["bourgmestre"])
    return SimpleNamespace(**{login.replace("-", "_"): personne for login, personne in personnes.items()})


def creer(login, nom, *, engagement=True, second_facteur=True) -> Utilisateur:
    personne = Utilisateur(email=f"{login}@{DOMAINE}", nom=nom, password=_mot_de_passe())
    personne.save()
    if engagement:
        Engagement.objects.create(personne=personne, texte=TexteEngagement.objects.first())
    if second_facteur:
        adaptateur = get_adapter()
        Authenticator.objects.create(
            user=personne, type=Authenticator.Type.TOTP, data={"secret": adaptateur.encrypt(SECRET_TOTP)}
        )
    return personne


def attribuer(personne, groupe, par=None) -> Attribution:
    return Attribution.objects.create(
        personne=personne, groupe=Group.objects.get(name=groupe), attribuee_par=par
    )


def mandater(personne, groupe, *, demande_par, confirme_par, jours=365, **champs) -> Mandat:
    """Give a mandate since 30 days, for `jours` more; confirmed if there is a confirmer."""
    maintenant = timezone.now()
    return Mandat.objects.create(
        personne=personne,
        groupe=Group.objects.get(name=groupe),
        autorite="Collège communal",
        base="Décision de démonstration",
        motif="Exercice de la fonction.",
        debut=champs.pop("debut", maintenant - timedelta(days=30)),
        fin=champs.pop("fin", maintenant + timedelta(days=jours)),
        demande_par=demande_par,
        confirme_par=confirme_par,
        confirme_le=maintenant if confirme_par else None,
        **champs,
    )


def habiliter(personne, *, par, jours=700) -> AttestationHabilitation:
    """Attest the clearance of a police member for `jours` more days (R05)."""
    return AttestationHabilitation.objects.create(
        personne=personne, attestee_par=par, valable_jusqu_au=timezone.localdate() + timedelta(days=jours)
    )


@cache
def _mot_de_passe():
    return make_password(MOT_DE_PASSE)
