"""Every model of the package, where Django looks for them; each lives in its room."""

import concertation.actions.models  # noqa: F401
import concertation.agenda.models  # noqa: F401
import concertation.compte_rendu.models  # noqa: F401
import concertation.convocations.models  # noqa: F401
import concertation.modeles.models  # noqa: F401
import concertation.ordre_du_jour.models  # noqa: F401
import concertation.presences.models  # noqa: F401
import concertation.reunions.models  # noqa: F401
