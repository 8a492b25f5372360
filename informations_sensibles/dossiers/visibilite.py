"""Which dossiers a person may read: the filter. The database says the same (sql/dossiers.sql)."""

from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from csil.quarantaine import hors_quarantaine
from informations_sensibles.commun.permissions import NOYAU, TIENNENT, a_un_role, est_de_la_cellule, membres
from informations_sensibles.dossiers.etats import CONTRIBUER, EN_COURS, FINIS, VOIR, EtatDossier
from informations_sensibles.dossiers.models.blocage_dossier import dossiers_fermes_a
from informations_sensibles.dossiers.models.droit_dossier import DroitDossier
from informations_sensibles.dossiers.models.gel import Gel
from informations_sensibles.dossiers.models.revue import Conclusion, Revue


class DossierQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Show the legal core all, the others their circles, and Référent and Officier what is proposed (R02).

        One indexable `IN`, never an OR, so that the list of a member does not grow with the table.
        """
        return self._ouverts_a(user, VOIR)

    def contribues_par(self, user):
        """Keep those to which this person may add: what is proposed included, for Référent and Officier."""
        return self._ouverts_a(user, CONTRIBUER)

    def _ouverts_a(self, user, droit):
        if not est_de_la_cellule(user):
            return self.none()
        ouverts = hors_quarantaine(self).exclude(pk__in=dossiers_fermes_a(user))
        return ouverts if a_un_role(user, NOYAU) else ouverts.filter(pk__in=self.cles_du_cercle(user, droit))

    def cles_du_cercle(self, user, droit=VOIR):
        """Give the keys of those on which this person holds the right by name, or by role while they are proposed."""
        cles = DroitDossier.objects.lus_par(user, droit)
        if a_un_role(user, TIENNENT):
            cles = cles.union(self.model.objects.filter(etat=EtatDossier.PROPOSE).order_by().values("pk"))
        return cles

    def en_cours(self):
        return self.filter(etat__in=EN_COURS)

    def a_revoir(self):
        """Keep those whose review is due (R61)."""
        return self.en_cours().filter(prochaine_revue__lte=timezone.localdate())

    def a_regarder(self):
        """Keep what is closed, whose look-back is due (R62)."""
        aujourd_hui = timezone.localdate()
        dus = Q(premier_regard__lte=aujourd_hui) | Q(second_regard__lte=aujourd_hui)
        return self.filter(dus, etat=EtatDossier.CLOS)

    def sans_pilote(self):
        """Keep those whose pilote may no longer lead: account closed, mandate over, group taken away (R60)."""
        partis = get_user_model().objects.exclude(pk__in=membres().values("pk"))
        return self.exclude(etat__in=FINIS).filter(pilote__in=partis)

    def a_clore(self):
        """Keep those whose last review leads to closing."""
        derniere = Revue.objects.filter(dossier=OuterRef("pk")).order_by("-le").values("conclusion")[:1]
        return self.en_cours().alias(derniere=Subquery(derniere)).filter(derniere=Conclusion.CLORE)

    def a_effacer(self):
        """Keep those that were kept long enough, and that nothing holds (R64)."""
        echus = self.filter(etat__in=[EtatDossier.CLOS, EtatDossier.POLICE_SEULE])
        gels = Gel.objects.en_vigueur().order_by().values("dossier")
        return echus.filter(conservation_jusqu_au__lt=timezone.localdate()).exclude(pk__in=gels)
