"""What the informations of a dossier add to its page and to its chronology: what this person reads, without a name."""

from informations_sensibles.informations.models.information import Information

# The page of a dossier is no list: the rest is behind « Informations ».
MONTREES = 50


def chronologie_informations(dossier, user):
    """Entered, then each step that was done, with its word; put right."""
    from informations_sensibles.dossiers.page.chronologie import Evenement

    lues = Information.objects.visible_to(user).filter(dossier=dossier).select_related("saisie_par")
    for information in lues.prefetch_related("etapes__faite_par", "rectifications__par"):
        adresse = information.get_absolute_url()
        quoi = f"{information.get_genre_display()} ({information.get_source_display()}), information {information}"
        yield Evenement(
            information.saisie_le, quoi, str(information.saisie_par), information.synthese, adresse
        )
        for etape in information.etapes.all():
            if etape.faite_le:
                yield Evenement(
                    etape.faite_le, f"{etape.nom} : information {information}", str(etape.faite_par), etape.mot, adresse
                )  # fmt: skip
        for rectification in information.rectifications.all():
            yield Evenement(
                rectification.le,
                f"Rectifiée : information {information}",
                str(rectification.par),
                rectification.faux,
                adresse,
            )


def partie_informations(dossier, user):
    from informations_sensibles.dossiers.page.parties import Partie

    lues = Information.objects.visible_to(user).filter(dossier=dossier).pour_liste()
    return Partie(
        "informations",
        "Informations",
        "informations_sensibles/informations/du_dossier.html",
        {"informations": lues[:MONTREES]},
    )
