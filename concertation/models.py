"""Every model of the package, where Django looks for them; each lives in its room."""

import concertation.actions.models.action  # noqa: F401
import concertation.actions.models.avis  # noqa: F401
import concertation.actions.models.decision  # noqa: F401
import concertation.agenda.models  # noqa: F401
import concertation.compte_rendu.models  # noqa: F401
import concertation.convocations.models  # noqa: F401
import concertation.modeles.models  # noqa: F401
import concertation.ordre_du_jour.models.document  # noqa: F401
import concertation.ordre_du_jour.models.note_secretariat  # noqa: F401
import concertation.ordre_du_jour.models.point  # noqa: F401
import concertation.reunions.models.manque  # noqa: F401
import concertation.reunions.models.reunion  # noqa: F401
import concertation.seance.models  # noqa: F401
