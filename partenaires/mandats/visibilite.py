"""Which mandates one sees, and which of them count at this moment."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Value
from django.db.models.functions import Coalesce, Now

from csil.comptes import groupes
from csil.comptes.models import GroupeEnVigueur
from csil.texte.durees import apres_mois
from partenaires.mandats.models.suspension import Suspension

VOIENT_TOUT = (*groupes.AUTORITES, groupes.ADMINISTRATEURS, groupes.DPO)


class MandatQuerySet(models.QuerySet):
    """Mandates, by who sees them and by their state."""

    def visible_to(self, personne):
        """Keep the person's own; keep all for the authorities, the administrators and the data protection officer."""
        return self if personne.est_membre(*VOIENT_TOUT) else self.filter(personne=personne)

    def en_attente(self):
        """Keep those that nobody has decided about yet."""
        return self.filter(confirme_le=None, refuse_le=None, termine_le=None, fin__gt=Now())

    def en_cours(self):
        """Keep those that can still be ended: waiting, to come or in force."""
        return self.filter(refuse_le=None, termine_le=None, fin__gt=Now())

    def en_vigueur(self):
        """Keep those that are confirmed, between their dates, and not suspended."""
        return self._confirmes().filter(~Exists(_ouvertes()))

    def suspendus(self):
        """Keep those that a suspension shuts until an authority confirms them again."""
        return self.en_cours().filter(Exists(_ouvertes()), confirme_le__isnull=False)

    def effectifs(self):
        """Keep those that open their group: what `csil_groupe_en_vigueur` lets in, for the sensitive groups (R07)."""
        entree = GroupeEnVigueur.objects.filter(personne=OuterRef("personne"), groupe=OuterRef("groupe"))
        return self.en_vigueur().filter(Exists(entree))

    def a_revoir(self):
        """Keep those in force that nobody has confirmed or reviewed for `CSIL_REVUE_MOIS` months."""
        due = apres_mois(Coalesce("revu_le", "confirme_le"), Value(settings.CSIL_REVUE_MOIS))
        return self.en_vigueur().alias(due=due).filter(due__lte=Now())

    def _confirmes(self):
        return self.filter(confirme_le__isnull=False, termine_le=None, debut__lte=Now(), fin__gt=Now())


def _ouvertes():
    return Suspension.objects.ouvertes().filter(mandat=OuterRef("pk"))
