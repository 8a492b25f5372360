"""The part of `Dossier` that moves it from state to state: opened by another person, watched, reviewed, closed, looked back at."""

from datetime import date

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from csil.comptes.groupes import BOURGMESTRE
from informations_sensibles.commun.permissions import a_un_role
from informations_sensibles.dossiers.cloture import manques_pour_clore
from informations_sensibles.dossiers.etats import EtatDossier
from informations_sensibles.dossiers.models.revue import Conclusion, Revue

# A review takes place at the latest after this long (R61; also in sql/dossiers.sql).
REVUE_AU_PLUS = relativedelta(months=6)
# From the fourth on, a prolongation is the Bourgmestre's (R61).
PROLONGATIONS_SANS_BOURGMESTRE = 3
MAJORITE = 18
INTERET_MANQUE = (
    "À cette date de naissance, la personne est mineure : dites ce que commande l’intérêt de l’enfant."
)


class VieDossier:
    @property
    def regard_du(self) -> str:
        """« premier_regard » or « second_regard », whichever is due, or nothing."""
        aujourd_hui = timezone.localdate()
        dates = {nom: getattr(self, nom) for nom in ("premier_regard", "second_regard")}
        return next((nom for nom, jour in dates.items() if jour and jour <= aujourd_hui), "")

    @property
    def conservation_echue(self) -> bool:
        return bool(self.conservation_jusqu_au and self.conservation_jusqu_au < timezone.localdate())

    @property
    def revue_en_retard(self) -> bool:
        return self.est_en_cours and self.prochaine_revue < timezone.localdate()

    @property
    def prolongation_du_bourgmestre(self) -> bool:
        """Would the next prolongation be his alone?"""
        return self.prolongations >= PROLONGATIONS_SANS_BOURGMESTRE

    @transaction.atomic
    def ouvrir(self, *, par, prochaine_revue):
        """By another person than the author, who weighs the same test (R59)."""
        self._permettre("ouvrir_dossier", par)
        _verifier_revue(prochaine_revue)
        self.etat, self.ouvert_par, self.ouvert_le = EtatDossier.OUVERT, par, timezone.now()
        self.prochaine_revue = prochaine_revue
        self._enregistrer("dossier_ouvert", par)

    @transaction.atomic
    def ne_pas_ouvrir(self, *, par, motif):
        """A proposal that nobody follows up: kept a shorter time, and nobody looks back at it."""
        self._permettre("ne_pas_ouvrir_dossier", par)
        self._finir(EtatDossier.CLOS, par, motif, settings.CSIL_CONSERVATION_SANS_SUITE_MOIS)
        self._enregistrer("dossier_non_ouvert", par)

    @transaction.atomic
    def suivre(self, *, par):
        self._permettre("suivre_dossier", par)
        self.etat = EtatDossier.EN_SUIVI
        self._enregistrer("dossier_suivi", par)

    @transaction.atomic
    def mettre_en_revue(self, *, par):
        self._permettre("mettre_en_revue_dossier", par)
        self.etat = EtatDossier.EN_REVUE
        self._enregistrer("dossier_en_revue", par)

    @transaction.atomic
    def conclure_revue(self, *, par, conclusion, motif, prochaine_revue=None):
        """The follow-up goes on, counted and until a new date; or it leads to closing, which is another act (R61)."""
        self._permettre("conclure_dossier", par)
        if conclusion == Conclusion.PROLONGER:
            self._prolonger(par, prochaine_revue)
        revue = Revue(dossier=self, par=par, conclusion=conclusion, motif=motif)
        revue.prochaine_revue = self.prochaine_revue if conclusion == Conclusion.PROLONGER else None
        revue.full_clean()
        revue.save(force_insert=True)
        self.etat = EtatDossier.EN_SUIVI
        self._enregistrer("dossier_revu", par)

    def _prolonger(self, par, prochaine_revue):
        if self.prolongation_du_bourgmestre and not a_un_role(par, (BOURGMESTRE,)):
            raise ValidationError(
                {
                    "conclusion": "Ce dossier a déjà été prolongé trois fois : la suivante est décidée par le Bourgmestre."
                }
            )
        _verifier_revue(prochaine_revue)
        self.prolongations += 1
        self.prochaine_revue = prochaine_revue

    @transaction.atomic
    def clore(self, *, par, motif):
        """When nothing is left open (R62). Raises ValidationError with what is still missing, in words."""
        self._permettre("clore_dossier", par)
        manques = manques_pour_clore(self, par)
        if manques:
            raise ValidationError([str(manque) for manque in manques])
        self._finir(EtatDossier.CLOS, par, motif, settings.CSIL_CONSERVATION_MOIS)
        self.premier_regard, self.second_regard = self.dates_des_regards()
        self._enregistrer("dossier_clos", par)

    @transaction.atomic
    def reprendre_par_la_police(self, *, par, motif):
        """The social follow-up stops; what is left here is that it stopped, by whom and why."""
        self._permettre("reprendre_dossier", par)
        self._finir(EtatDossier.POLICE_SEULE, par, motif, settings.CSIL_CONSERVATION_MOIS)
        self._enregistrer("dossier_repris", par)

    @transaction.atomic
    def regarder(self, *, par, mot):
        """A look back after closing: done, with a word (R62)."""
        self._permettre("regarder_dossier", par)
        regard = Revue(dossier=self, par=par, conclusion=Conclusion.REGARD, motif=mot)
        regard.full_clean()
        regard.save(force_insert=True)
        setattr(self, self.regard_du, None)
        self._enregistrer("dossier_regarde", par)

    @transaction.atomic
    def informer(self, *, par, informee, informee_le=None, pourquoi_pas_informee=""):
        """Whether the person was told, when, and otherwise why not (R24)."""
        self._permettre("informer_dossier", par)
        self.informee, self.informee_le = informee, informee_le
        self.pourquoi_pas_informee = pourquoi_pas_informee
        self._enregistrer("dossier_informe", par)

    @transaction.atomic
    def modifier(self, *, par, **champs):
        """While it is proposed, the test; later, only whether the person is a minor and the child's interest (R23)."""
        self._permettre("modifier_dossier", par)
        for nom, valeur in champs.items():
            setattr(self, nom, valeur)
        self._enregistrer("dossier_modifie", par)

    def noter_naissance(self, jour, interet_enfant, *, par):
        """Is the person a minor? Raises ValidationError when nothing is said of the child's interest (R23)."""
        self.mineur = "oui" if relativedelta(timezone.localdate(), jour).years < MAJORITE else "non"
        self.interet_enfant = interet_enfant or self.interet_enfant
        if self.mineur == "oui" and not self.interet_enfant:
            raise ValidationError({"interet_enfant": INTERET_MANQUE})
        self._enregistrer("dossier_modifie", par)

    def fin_de_conservation(self, mois: int) -> date:
        """Half as long for a minor (domaine §3.3, to be validated by the data protection officer)."""
        return timezone.localdate() + relativedelta(months=_duree(mois, self.mineur))

    def conservation_apres_cloture(self) -> date:
        return self.fin_de_conservation(settings.CSIL_CONSERVATION_MOIS)

    def dates_des_regards(self) -> list[date]:
        """After six and twelve months; for a minor three and six."""
        return [self.fin_de_conservation(mois) for mois in (6, 12)]

    def _finir(self, etat, par, motif, mois):
        self.etat, self.clos_par, self.clos_le = etat, par, timezone.now()
        self.motif_cloture = motif
        self.conservation_jusqu_au = self.fin_de_conservation(mois)
        if etat == EtatDossier.POLICE_SEULE:
            self.prochaine_revue = None


def _duree(mois: int, mineur: str) -> int:
    return max(1, mois // 2) if mineur == "oui" else mois


def _verifier_revue(jour) -> None:
    aujourd_hui = timezone.localdate()
    if not jour or not aujourd_hui < jour <= aujourd_hui + REVUE_AU_PLUS:
        raise ValidationError(
            {"prochaine_revue": "La prochaine revue a lieu après aujourd’hui, et au plus tard dans six mois."}
        )
