"""The demonstration's transmission, on its way; run as owner, after the informations."""

from informations_sensibles.commun.demonstration import comme
from informations_sensibles.transmissions.models import BaseLegale, Finalite, Transmission


def charger(dossier, information, gens):
    """Write one that was prepared by the Officier, checked by the Référent, released by the Chef de Corps, and whose return is awaited."""
    referent, officier, chef = gens["referent"], gens["officier-information"], gens["chef-de-corps"]
    with comme(officier):
        transmission = Transmission.preparer(
            par=officier, dossier=dossier, informations=[information], genre="rapport",
            objet="Fréquentation d’un local connu", finalite=Finalite.objects.first(), base=BaseLegale.objects.first(),
            destinataire=gens["contact-tfl"], marquage_origine="aucun", code_traitement="H0",
        )  # fmt: skip
    with comme(referent):
        for condition in transmission.conditions.all():
            transmission.constater(
                condition, par=referent, tenue=True, detail="Relu avec l’Officier d’information."
            )
        transmission.verifier(par=referent)
    with comme(chef):
        transmission.liberer(par=chef)
