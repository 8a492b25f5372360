"""Speed: from the home page, a new meeting from a template to a sent convocation, its interactions counted.

An interaction is a click, a key that submits or a field filled; the login is not counted.
"""

from datetime import timedelta

from django.utils import timezone

from concertation.reunions.models import Etat, Reunion
from csil.courrier.models import Envoi
from tests.concertation.ecritures import modele
from tests.navigateur import entrer
from tests.outils import proprietaire

AU_PLUS = 12


class Compteur:
    """Does, and counts."""

    def __init__(self, page):
        self.page, self.gestes = page, []

    def cliquer(self, role, nom, dans="main"):
        self.page.locator(dans).get_by_role(role, name=nom, exact=True).click()
        self.gestes.append(nom)

    def remplir(self, nom, valeur):
        self.page.get_by_label(nom).fill(valeur)
        self.gestes.append(f"{nom} : {valeur}")


def test_d_un_modele_a_la_convocation_envoyee(page, distribution):
    with proprietaire():
        modele(distribution.referent, invites=[distribution.agent_saj, distribution.agent_cripel])
    entrer(page, "referent")
    main = Compteur(page)
    main.cliquer("link", "Concertation", "header")
    main.cliquer("link", "Nouvelle réunion", ".tete")
    main.cliquer("link", "Réunion mensuelle")
    main.remplir("Jour", f"{timezone.localdate() + timedelta(days=21)}")
    main.cliquer("button", "Créer la réunion")
    main.cliquer("button", "Arrêter l’ordre du jour")
    main.cliquer("link", "Convoquer")
    main.cliquer("button", "Convoquer ces 2 personnes")
    page.get_by_text("Convoquée").first.wait_for()
    reunion = Reunion.objects.get()
    assert reunion.etat == Etat.CONVOQUEE
    with proprietaire():
        assert set(Envoi.objects.values_list("destinataire", flat=True)) == {
            "agent-saj@csil.example",
            "agent-cripel@csil.example",
        }
    print(f"\n{len(main.gestes)} gestes, du modèle à la convocation : " + " → ".join(main.gestes))
    assert len(main.gestes) <= AU_PLUS
