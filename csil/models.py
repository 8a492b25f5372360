"""Every model of the package, where Django looks for them; each lives in its room."""

import csil.administration.models  # noqa: F401
import csil.comptes.models.attribution  # noqa: F401
import csil.comptes.models.connexion  # noqa: F401
import csil.comptes.models.engagement  # noqa: F401
import csil.comptes.models.utilisateur  # noqa: F401
import csil.courrier.models  # noqa: F401
import csil.journal.models  # noqa: F401
import csil.quarantaine.models  # noqa: F401
