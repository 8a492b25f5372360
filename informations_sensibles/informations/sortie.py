"""Why an information may not go out by one of its ways now."""

from csil.texte.typographie import date_longue
from informations_sensibles.informations.etats import INFORMER_TFL, EtatInformation, Sortie

PAS_VALIDEE = {
    EtatInformation.SANS_CIRCUIT: "Aucun circuit n’existe pour ce genre et cette source : elle attend.",
    EtatInformation.A_VALIDER: "Elle n’est pas encore validée.",
    EtatInformation.ECARTEE: "Elle a été écartée.",
}


def obstacles(information, sortie, *, embargo=True) -> list[str]:
    """Say in a sentence each why it may not go out there now; none: it may. `embargo`: whether one counts."""
    sortie = Sortie(sortie)
    refus = [
        PAS_VALIDEE.get(information.etat, ""),
        _pas_finie(information, sortie),
        _pas_permise(information, sortie),
        _pas_consentie(information, sortie),
        _sous_embargo(information) if embargo else "",
    ]
    return [phrase for phrase in refus if phrase]


def _pas_finie(information, sortie) -> str:
    if information.etat != EtatInformation.VALIDEE or information.termine_le:
        return ""
    courante = information.etape_courante
    if sortie == Sortie.TRANSMISSION and courante and courante.acte == INFORMER_TFL:
        return ""
    reste = f", à l’étape « {courante.nom} »" if courante else ""
    return f"Son circuit n’est pas terminé{reste}."


def _pas_permise(information, sortie) -> str:
    version = information.version_circuit
    if version is None or getattr(version, f"permet_{sortie.value}"):
        return ""
    return f"Son circuit ({version.circuit}, {version}) ne permet pas cette sortie : {sortie.label.lower()}."


def _pas_consentie(information, sortie) -> str:
    if not information.attend_un_consentement:
        return ""
    reponse, service = information.consentement, information.originateur
    if reponse is None:
        return f"{service} n’a pas donné son accord : personne ne l’a encore consigné."
    if not reponse.accorde:
        return f"{service} a refusé ({date_longue(reponse.le)})."
    return "" if reponse.permet(sortie) else f"L’accord de {service} ne va pas jusque-là."


def _sous_embargo(information) -> str:
    embargo = information.embargo
    return f"Elle est sous embargo jusqu’au {date_longue(embargo.jusqu_au)}." if embargo else ""
