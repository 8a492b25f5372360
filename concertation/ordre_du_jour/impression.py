"""Documents of the Concertation that leave the platform: the agenda as a PDF."""

from concertation.ordre_du_jour.etats import Nature
from concertation.ordre_du_jour.lecture import OrdreDuJour
from csil.fichiers import pdf
from csil.texte.typographie import date_longue, heure

CERCLE = "cercle : membres de la Concertation intersectorielle locale"


def ordre_du_jour_pdf(reunion, lecteur) -> bytes:
    """Compose the agenda as a PDF. `lecteur`: whose name each page carries (R57), a person or words."""
    ordre_du_jour = OrdreDuJour(reunion)
    horaire = f"{heure(reunion.debut)} à {heure(reunion.fin)}"
    return pdf.composer(
        "concertation/ordre_du_jour/ordre_du_jour.typ",
        {
            **pdf.cadre("Ordre du jour", lieu="concertation", lecteur=lecteur, cercle=CERCLE),
            "chapeau": f"{reunion.titre}, {date_longue(reunion.debut)}, {horaire}",
            "faits": _faits(reunion, ordre_du_jour),
            "parties": [
                {
                    "nom": partie.section.label,
                    "minutes": f"{partie.minutes} min",
                    "lignes": [_ligne(ligne, ordre_du_jour) for ligne in partie.lignes],
                }
                for partie in ordre_du_jour.parties
            ],
            "provisoire": "" if reunion.est_arretee else "Projet : l’ordre du jour n’est pas encore arrêté.",
        },
    )


def _faits(reunion, ordre_du_jour) -> list[tuple[str, str]]:
    fin = f"fin à {heure(ordre_du_jour.fin)}"
    lieux = [("Où", reunion.lieu), ("En ligne", reunion.lien_visio)]
    personnes = [("Préside", reunion.president), ("Secrétariat", reunion.secretaire)]
    duree = ("Durée", f"{ordre_du_jour.minutes} min, {fin}")
    return [(nom, str(valeur)) for nom, valeur in (*lieux, *personnes, duree) if valeur]


def _ligne(ligne, ordre_du_jour) -> dict:
    point = ligne.point
    return {
        "heure": heure(ligne.debut),
        "numero": f"{ligne.numero}.",
        "titre": point.titre,
        "contexte": " · ".join(filter(None, [point.get_attendu_display(), point.porteur])),
        "duree": f"{point.duree} min",
        "tardif": f"Ajouté après l’arrêt de l’ordre du jour : {point.motif_tardif}"
        if point.motif_tardif
        else "",
        "documents": [document.nom for document in point.documents.all()],
        "actions": [_action(a) for a in ordre_du_jour.actions] if point.nature == Nature.SUIVI else [],
        "a_approuver": [f"Compte rendu du {date_longue(c.reunion.debut)}" for c in ordre_du_jour.a_approuver]
        if point.nature == Nature.APPROBATION
        else [],
    }


def _action(action) -> dict:
    retard = action.jours_de_retard
    en_retard = f"{retard} jour{'s' * (retard > 1)} de retard" if retard else ""
    return {
        "quoi": action.quoi,
        "qui": f"{action.qui}, pour le {date_longue(action.echeance)}",
        "etat": en_retard or ("En cours" if action.close_le is None else action.get_etat_display()),
        "en_retard": bool(retard),
    }
