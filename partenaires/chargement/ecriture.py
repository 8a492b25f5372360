"""The partners' file written into the database, and never over what people changed since.

The rule, field by field: the file may say what a field is worth as long as it was the file that said it last. Once
somebody has changed it, in the application or in the administration, it is theirs. History tells who spoke last:
what the file writes carries the motive `MOTIF`. What the file created and somebody renamed or deleted is not created
again; what is no longer in the file stays.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction

from partenaires.annuaire.models import Fonction, Implantation, Niveau, Partenaire, Secteur, Service
from partenaires.chargement.lecture import ErreurFichier, FichePartenaire, Fichier
from partenaires.chargement.libelles import FORMES, GROUPES_DES_POSTES, NIVEAUX, OBJETS, SECTEURS
from partenaires.plateforme.models import GroupeTravail, Plateforme, Poste

MOTIF = "Chargement du fichier des partenaires"
RUBRIQUES = {"services": Service, "implantations": Implantation, "fonctions": Fonction}


@dataclass
class Bilan:
    """The result of a loading, by kind of record: names, in the order of the file."""

    crees: dict = field(default_factory=lambda: defaultdict(list))
    changes: dict = field(default_factory=lambda: defaultdict(list))
    inchanges: dict = field(default_factory=lambda: defaultdict(list))
    laisses: list[str] = field(default_factory=list)


@transaction.atomic
def charger(fichier: Fichier) -> Bilan:
    """Write the file, whole or not at all."""
    return Chargement().charger(fichier)


class Chargement:
    """Write a file, and keep account of it."""

    def __init__(self):
        self.bilan = Bilan()

    def charger(self, fichier: Fichier) -> Bilan:
        secteurs = self._references(Secteur, SECTEURS, [(f.secteur, "secteur") for f in fichier.partenaires])
        cites = [(f.niveau, "niveau") for f in fichier.partenaires]
        cites += [(f.tutelle, "tutelle") for f in fichier.partenaires if f.tutelle]
        niveaux = self._references(Niveau, NIVEAUX, cites)
        partenaires = {}
        for fiche in fichier.partenaires:
            partenaires[fiche.code] = self._partenaire(fiche, secteurs, niveaux)
        self._rattacher(fichier.partenaires, partenaires)
        self._rubriques(fichier.partenaires, partenaires)
        self._plateforme(fichier)
        self._pilotage(fichier)
        self._delaisses(partenaires)
        return self.bilan

    def _references(self, modele, noms, cites) -> dict:
        """Write the records that codes name, and give {code: record}; a code that nothing knows is an error of the file."""
        for code, cle in cites:
            if code not in noms and not modele.objects.filter(code=code).exists():
                raise ErreurFichier(
                    code.ligne, f"« {cle} : {code} » est inconnu ; connus : {', '.join(sorted(noms))}."
                )
        for code in dict.fromkeys(code for code, _ in cites if code in noms):
            self._ecrire(modele, code, {"nom": noms[code]})
        return {objet.code: objet for objet in modele.objects.all()}

    def _partenaire(self, fiche: FichePartenaire, secteurs, niveaux):
        champs = {nom: getattr(fiche, nom) for nom in ("nom", "acronyme", "territoire", "missions", "note")}
        return self._ecrire(
            Partenaire,
            fiche.code,
            champs
            | {
                "forme": FORMES.get(fiche.forme, fiche.forme),
                "secteur": secteurs[fiche.secteur],
                "niveau": niveaux[fiche.niveau],
                "tutelle": niveaux[fiche.tutelle] if fiche.tutelle else None,
                "statut_fiche": fiche.statut_fiche,
            },
        )

    def _rattacher(self, fiches, partenaires) -> None:
        """Attach partners to their parents once all are written, so that the file may name them in any order."""
        for fiche in fiches:
            if not fiche.parent:
                continue
            if fiche.parent not in partenaires or fiche.parent == fiche.code:
                raise ErreurFichier(
                    fiche.parent.ligne, f"« parent : {fiche.parent} » n’est le code d’aucun autre partenaire."
                )
            if partenaires[fiche.code]:
                self._ecrire(Partenaire, fiche.code, {"parent": partenaires[fiche.parent]}, compter=False)

    def _rubriques(self, fiches, partenaires) -> None:
        for cle, modele in RUBRIQUES.items():
            existants = defaultdict(set)
            for objet in modele.objects.all():
                existants[objet.partenaire_id].add(objet.nom)
            deja_crees = set(
                modele.history.filter(history_change_reason=MOTIF).values_list("partenaire_id", "nom")
            )
            for fiche in fiches:
                partenaire = partenaires[fiche.code]
                for nom in getattr(fiche, cle) if partenaire else ():
                    if nom in existants[partenaire.pk]:
                        self.bilan.inchanges[modele].append(nom)
                    elif (partenaire.pk, nom) in deja_crees:
                        self.bilan.laisses.append(f"{modele._meta.verbose_name} « {nom} » ({partenaire})")
                    else:
                        self._enregistrer(modele(partenaire=partenaire, nom=nom))
                        self.bilan.crees[modele].append(nom)
                        existants[partenaire.pk].add(nom)

    def _plateforme(self, fichier) -> None:
        financement = " ".join(mention["texte"] for mention in fichier.mentions)
        self._ecrire(Plateforme, 1, fichier.meta | {"financement": financement}, cle="pk")

    def _pilotage(self, fichier) -> None:
        for ordre, poste in enumerate(fichier.pilotage, 1):
            code = poste["code"]
            if code not in GROUPES_DES_POSTES:
                raise ErreurFichier(code.ligne, f"le poste « {code} » n’a pas de groupe qui lui réponde.")
            champs = {"fonction": poste["fonction"], "role_legal": poste["role_legal"], "ordre": ordre}
            self._ecrire(Poste, code, champs | {"groupe_nom": GROUPES_DES_POSTES[code]})
        for ordre, groupe in enumerate(fichier.groupes, 1):
            champs = {"nom": groupe["nom"], "nature": groupe["nature"], "ordre": ordre}
            self._ecrire(GroupeTravail, groupe["code"], champs | {"objet": OBJETS.get(groupe["code"], "")})

    def _delaisses(self, partenaires) -> None:
        for objet in Partenaire.objects.exclude(code__in=partenaires):
            self.bilan.laisses.append(f"partenaire « {objet} » (n’est pas dans le fichier)")

    def _ecrire(self, modele, valeur_cle, champs: dict, cle="code", compter=True):
        """Create the record, or change the fields on which the file still has the last word. None: people deleted it."""
        objet = modele.objects.filter(**{cle: valeur_cle}).first()
        rangees = list(
            modele.history.filter(**{"id" if cle == "pk" else cle: valeur_cle}).order_by(
                "history_date", "history_id"
            )
        )
        if objet is None:
            if rangees:
                self.bilan.laisses.append(
                    f"{modele._meta.verbose_name} « {rangees[-1].instance} » (supprimé)"
                )
                return None
            objet = self._enregistrer(modele(**{cle: valeur_cle}, **champs))
            self.bilan.crees[modele].append(str(objet))
            return objet
        differents = [nom for nom, valeur in champs.items() if getattr(objet, nom) != valeur]
        libres = [
            nom for nom in differents if _le_fichier_a_parle_le_dernier(rangees, modele._meta.get_field(nom))
        ]
        for nom in libres:
            setattr(objet, nom, champs[nom])
        if libres:
            self._enregistrer(objet)
            self.bilan.changes[modele].append(f"{objet} ({self._libelles(modele, libres)})")
        elif compter:
            self.bilan.inchanges[modele].append(str(objet))
        if gardes := [nom for nom in differents if nom not in libres]:
            self.bilan.laisses.append(f"{objet} ({self._libelles(modele, gardes)})")
        return objet

    @staticmethod
    def _libelles(modele, noms) -> str:
        return ", ".join(str(modele._meta.get_field(nom).verbose_name) for nom in noms)

    @staticmethod
    def _enregistrer(objet):
        objet._change_reason = MOTIF
        objet.save()
        return objet


def _le_fichier_a_parle_le_dernier(rangees, champ) -> bool:
    """Say whether a loading wrote the last row that changed this field, or gave it its first value."""
    dernier, valeur = None, object()
    for rangee in rangees:
        if getattr(rangee, champ.attname) != valeur:
            valeur, dernier = getattr(rangee, champ.attname), rangee
    return dernier is not None and dernier.history_change_reason == MOTIF
