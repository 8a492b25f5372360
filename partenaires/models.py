"""Every model of the package, where Django looks for them; each lives in its room."""

import partenaires.annuaire.models.adresse_sujet  # noqa: F401
import partenaires.annuaire.models.contact  # noqa: F401
import partenaires.annuaire.models.fonction  # noqa: F401
import partenaires.annuaire.models.implantation  # noqa: F401
import partenaires.annuaire.models.niveau  # noqa: F401
import partenaires.annuaire.models.offre  # noqa: F401
import partenaires.annuaire.models.partenaire  # noqa: F401
import partenaires.annuaire.models.quartier  # noqa: F401
import partenaires.annuaire.models.rubrique  # noqa: F401
import partenaires.annuaire.models.secteur  # noqa: F401
import partenaires.annuaire.models.service  # noqa: F401
import partenaires.annuaire.models.theme  # noqa: F401
import partenaires.appartenances.models.appartenance  # noqa: F401
import partenaires.appartenances.models.droit_partenaire  # noqa: F401
import partenaires.mandats.models.attestation  # noqa: F401
import partenaires.mandats.models.mandat  # noqa: F401
import partenaires.mandats.models.suspension  # noqa: F401
import partenaires.plateforme.models  # noqa: F401
