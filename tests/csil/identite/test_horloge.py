"""The clock: an identity of the server's own, that no visitor, no account and no forged token can take."""

import time

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from csil.comptes.models import TexteEngagement, Utilisateur
from csil.identite import HORLOGE, au_nom_de, au_nom_de_l_horloge, jeton
from csil.journal import Verbe, consigner
from csil.journal.models import EntreeJournal
from partenaires.annuaire.models import Partenaire
from tests.outils import proprietaire

pytestmark = pytest.mark.dates


def horloge() -> bool:
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_horloge()")
        return curseur.fetchone()[0]


def dire(texte):
    with connection.cursor() as curseur:
        curseur.execute("SELECT set_config('csil.jeton', %s, true)", [texte])


def pid():
    return connection.connection.info.backend_pid


def test_l_horloge_parle_et_se_tait(distribution):
    assert not horloge()
    with au_nom_de_l_horloge():
        assert horloge()
        with au_nom_de(distribution.referent):
            assert not horloge()
        assert horloge()
    assert not horloge()


def test_ni_un_visiteur_ni_un_compte_ne_passent_pour_elle(distribution):
    for personne in (None, distribution.admin, distribution.bourgmestre):
        with au_nom_de(personne, second_facteur=True):
            assert not horloge()


def test_aucun_compte_ne_peut_avoir_son_numero(distribution):
    for numero in (HORLOGE, HORLOGE + 1, 0, -1):
        with proprietaire(), pytest.raises(IntegrityError, match="numero_d_un_compte"), transaction.atomic():
            Utilisateur(pk=numero, email="x@csil.example", nom="X").save(force_insert=True)


def vieux(quand):
    """The same token, issued at another moment."""
    maintenant = time.time_ns
    time.time_ns = lambda: maintenant() + quand * 10**9
    try:
        return jeton(HORLOGE, False, pid())
    finally:
        time.time_ns = maintenant


@pytest.mark.parametrize(
    "faux",
    [
        lambda: jeton(0, False, pid()).replace("0.", f"{HORLOGE}.", 1),  # a visitor's, with another number
        lambda: jeton(HORLOGE, False, pid() + 1),  # another connection's
        lambda: vieux(-60),
        lambda: vieux(60),
        lambda: f"{HORLOGE}.0.{pid()}.{time.time_ns() // 1_000_000}.{'0' * 64}",
    ],
)
def test_un_jeton_faux_rejoue_ou_d_ailleurs_ne_vaut_rien(db, faux):
    assert not horloge()
    dire(faux())
    assert not horloge()


def test_elle_ne_vaut_aucun_droit(distribution):
    """No group, no authority, no second factor, and not the visitor who may choose a password."""
    referent = distribution.referent
    with au_nom_de_l_horloge(), connection.cursor() as curseur:
        curseur.execute("SELECT csil_moi(true), csil_auteur(), csil_autorite(), csil_dans('Administrateurs')")
        assert curseur.fetchone() == (None, None, False, False)
        assert not EntreeJournal.objects.exists()
        for champ, valeur in (("password", "x"), ("is_active", False)):
            setattr(referent, champ, valeur)
            with pytest.raises(DatabaseError), transaction.atomic():
                referent.save(update_fields=[champ])


def test_l_historique_et_le_journal_l_acceptent_sans_nom(distribution):
    with au_nom_de_l_horloge():
        fiche = Partenaire.objects.get(code="cripel")
        fiche.save()
        assert fiche.history.first().history_user is None
        consigner("essai", fiche, verbe=Verbe.MODIFICATION)
        with pytest.raises(DatabaseError), transaction.atomic():
            consigner("essai", fiche, par=distribution.referent, verbe=Verbe.MODIFICATION)


def test_le_journal_dit_qui_n_a_pas_de_nom(distribution):
    """A line of the clock's reads « la plateforme », a visitor's « un visiteur », whatever the statement claims."""
    texte = TexteEngagement.objects.first()
    with au_nom_de_l_horloge():
        consigner("essai.horloge", texte, verbe=Verbe.MODIFICATION)
    with au_nom_de(None):
        consigner("essai.visiteur", texte, verbe=Verbe.MODIFICATION)
        EntreeJournal.objects.create(verbe=Verbe.REFUS, acte="essai.menteur", de_la_plateforme=True)
    with au_nom_de(distribution.referent):
        consigner("essai.personne", texte, par=distribution.referent, verbe=Verbe.MODIFICATION)
    with au_nom_de(distribution.dpo, second_facteur=True):
        lignes = EntreeJournal.objects.filter(acte__startswith="essai.")
        assert {ligne.acte.partition(".")[2]: ligne.auteur for ligne in lignes} == {
            "horloge": "la plateforme",
            "visiteur": "un visiteur",
            "menteur": "un visiteur",
            "personne": "Référent Radicalisme",
        }
