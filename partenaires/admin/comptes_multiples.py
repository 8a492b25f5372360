"""Several accounts at once: pasted lines, checked one by one; nothing is created unless all of them are good."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminTextareaWidget
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models.functions import Lower
from django.shortcuts import redirect
from django.urls import reverse

from csil.actes import envoye
from csil.comptes.invitation import ouvrir_compte
from csil.comptes.models import Attribution, Utilisateur
from partenaires.annuaire.models import Partenaire
from partenaires.appartenances.models import Appartenance

MAXIMUM = 200
MODELE = "nom; e-mail; partenaire"


@dataclass
class Ligne:
    """An account to be, as typed on line `numero`."""

    numero: int
    nom: str
    email: str
    partenaire: Partenaire | None

    def fautes(self):
        compte = Utilisateur(nom=self.nom, email=self.email)
        try:
            compte.clean_fields(exclude={"password"})
        except ValidationError as erreur:
            if "nom" in erreur.message_dict:
                yield "il manque le nom." if not self.nom else " ".join(erreur.message_dict["nom"])
            if "email" in erreur.message_dict:
                yield f"« {self.email} » n’est pas une adresse électronique."


class FormulaireComptes(forms.Form):
    """Paste the people, one a line, and choose a group for all of them."""

    lignes = forms.CharField(
        label="Les personnes",
        widget=AdminTextareaWidget(attrs={"rows": 12, "spellcheck": "false"}),
        help_text=f"Une personne par ligne : {MODELE}. Le partenaire par son nom, son sigle ou son code ; rien si la "
        "personne n’appartient à aucun. Des colonnes copiées d’un tableur conviennent aussi.",
        error_messages={"required": "Collez au moins une ligne."},
    )
    groupe = forms.ModelChoiceField(
        label="Groupe pour toutes",
        queryset=Group.objects.filter(profil__sensible=False).order_by("profil__ordre"),
        required=False,
        empty_label="Aucun",
        help_text="Les groupes qui demandent un mandat s’attribuent personne par personne.",
    )

    def clean_lignes(self):
        """Read the lines into `personnes`; the text comes back as it was typed."""
        lues, fautes = lire(self.cleaned_data["lignes"])
        fautes = sorted([*fautes, *_doublons(lues)])
        if len(lues) > MAXIMUM:
            fautes.insert(0, (0, f"{len(lues)} lignes : {MAXIMUM} au plus à la fois."))
        if fautes:
            raise ValidationError(
                [f"Ligne {numero} : {faute}" if numero else faute for numero, faute in fautes]
            )
        self.personnes = lues
        return self.cleaned_data["lignes"]


def comptes_multiples(admin, request):
    """Ask for the people, show what was understood, then create the accounts."""
    form = FormulaireComptes(envoye(request))
    contexte = {"form": form, "retour": reverse("admin:csil_utilisateur_changelist")}
    if request.method == "POST" and "corriger" not in request.POST and form.is_valid():
        if "creer" in request.POST:
            return _creer(request, form)
        contexte |= {"personnes": form.personnes, "groupe": form.cleaned_data["groupe"]}
        return admin.page(request, "admin/comptes_confirmer.html", "Vérifiez avant de créer", **contexte)
    return admin.page(request, "admin/comptes_multiples.html", "Plusieurs comptes à la fois", **contexte)


@transaction.atomic
def _creer(request, form):
    groupe = form.cleaned_data["groupe"]
    comptes = [_ouvrir(ligne, groupe, request.user) for ligne in form.personnes]
    messages.success(request, f"{len(comptes)} compte(s) créé(s) et invité(s) : les voici.")
    pks = ",".join(str(compte.pk) for compte in comptes)
    return redirect(f"{reverse('admin:csil_utilisateur_changelist')}?pk__in={pks}")


def _ouvrir(ligne, groupe, par) -> Utilisateur:
    compte = Utilisateur(nom=ligne.nom, email=ligne.email)
    ouvrir_compte(compte, par=par)
    if ligne.partenaire:
        Appartenance.objects.create(personne=compte, partenaire=ligne.partenaire)
    if groupe:
        Attribution.attribuer(par=par, personne=compte, groupe=groupe)
    return compte


def lire(texte: str) -> tuple[list[Ligne], list[tuple[int, str]]]:
    """Read the people, and what is wrong, by number of line; empty lines count, and are skipped."""
    noms = _partenaires_par_nom()
    lues, fautes = [], []
    for numero, brute in enumerate(texte.splitlines(), 1):
        morceaux = [morceau.strip() for morceau in re.split(r"[;\t]", brute.rstrip(" ;\t"))]
        if not any(morceaux):
            continue
        if not 2 <= len(morceaux) <= 3:
            fautes.append((numero, f"« {brute.strip()} » ne se lit pas comme « {MODELE} »."))
            continue
        nom, email, partenaire = [*morceaux, ""][:3]
        trouves = noms[_cle(partenaire)] if partenaire else {None}
        if len(trouves) != 1:
            fautes.append((numero, _mauvais_partenaire(partenaire, trouves)))
        ligne = Ligne(numero, nom, email.lower(), next(iter(trouves), None))
        fautes += [(numero, faute) for faute in ligne.fautes()]
        lues.append(ligne)
    return lues, fautes


def _mauvais_partenaire(mot, trouves):
    if not trouves:
        return f"aucun partenaire ne s’appelle « {mot} »."
    return f"« {mot} » désigne plusieurs partenaires : {', '.join(sorted(map(str, trouves)))}. Écrivez le nom entier."


def _doublons(lignes):
    pris = Utilisateur.objects.annotate(petites=Lower("email")).filter(
        petites__in=[ligne.email for ligne in lignes]
    )
    pris, vues = set(pris.values_list("petites", flat=True)), {}
    for ligne in lignes:
        if ligne.email in pris:
            yield ligne.numero, f"un compte a déjà l’adresse {ligne.email}."
        if autre := vues.get(ligne.email):
            yield ligne.numero, f"l’adresse {ligne.email} est déjà à la ligne {autre}."
        vues.setdefault(ligne.email, ligne.numero)


def _partenaires_par_nom():
    noms = defaultdict(set)
    for partenaire in Partenaire.objects.all():
        for nom in filter(None, (partenaire.nom, partenaire.acronyme, partenaire.code)):
            noms[_cle(nom)].add(partenaire)
    return noms


def _cle(texte: str) -> str:
    """Reduce a name to what counts: neither accents, nor case, nor the shape of an apostrophe."""
    decompose = unicodedata.normalize("NFKD", texte.replace("’", "'"))
    return " ".join("".join(c for c in decompose if not unicodedata.combining(c)).casefold().split())
