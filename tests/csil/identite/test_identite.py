"""The signed identity: nobody said, or said falsely, means nobody speaks."""

import time
from contextlib import nullcontext

import pytest
from django.db import DatabaseError, connection, transaction

from csil.identite import au_nom_de, jeton


def moi():
    with connection.cursor() as curseur:
        curseur.execute("SELECT csil_moi(), csil_moi(true)")
        return curseur.fetchone()


def dire(texte):
    with connection.cursor() as curseur:
        curseur.execute("SELECT set_config('csil.jeton', %s, true)", [texte])


def pid():
    return connection.connection.info.backend_pid


def test_personne_ne_parle_sans_jeton(db):
    assert moi() == (None, None)


def test_un_visiteur_et_une_personne_parlent(distribution):
    with au_nom_de(None):
        assert moi() == (0, None)
    with au_nom_de(distribution.agent_saj):
        assert moi() == (distribution.agent_saj.pk, None)
    with au_nom_de(distribution.referent, second_facteur=True):
        assert moi() == (distribution.referent.pk,) * 2
    assert moi() == (None, None)


def test_le_nom_de_dedans_puis_celui_de_dehors(distribution):
    referent, agent = distribution.referent, distribution.agent_saj
    with au_nom_de(referent):
        with au_nom_de(agent):
            assert moi()[0] == agent.pk
        assert moi()[0] == referent.pk


def test_un_point_de_reprise_annule_ne_reprend_pas_le_nom(distribution):
    personne = distribution.referent
    with au_nom_de(personne):
        try:
            with transaction.atomic():
                with connection.cursor() as curseur:
                    curseur.execute("SELECT 1")
                raise ValueError
        except ValueError:
            pass
        assert moi()[0] == personne.pk


def test_une_instruction_refusee_ne_perd_que_son_point_de_reprise(distribution):
    """Nor does it when the name is to be said again: the mistake was made in the name of somebody else."""
    personne = distribution.referent
    with au_nom_de(personne):
        for dedans in (nullcontext(), au_nom_de(distribution.agent_saj)):
            with pytest.raises(DatabaseError), transaction.atomic(), dedans:
                with connection.cursor() as curseur:
                    curseur.execute("SELECT 1 / 0")
            assert moi()[0] == personne.pk


def test_un_point_de_reprise_garde_rend_le_nom_de_dehors(distribution):
    with au_nom_de(distribution.referent):
        with transaction.atomic():
            with au_nom_de(distribution.agent_saj):
                assert moi()[0] == distribution.agent_saj.pk
        assert moi()[0] == distribution.referent.pk


@pytest.mark.parametrize(
    "falsifier",
    [
        lambda j: j[:-1] + ("0" if j[-1] != "0" else "1"),
        lambda j: "7" + j,
        lambda j: j.replace(".0.", ".1.", 1),
        lambda j: "",
        lambda j: "1.1.1",
        lambda j: j + "; DROP TABLE x",
    ],
)
def test_un_jeton_falsifie_ne_vaut_rien(distribution, falsifier):
    moi()
    dire(falsifier(jeton(distribution.referent.pk, False, pid())))
    assert moi() == (None, None)


def test_le_jeton_d_une_autre_connexion_ne_vaut_rien(distribution):
    moi()
    dire(jeton(distribution.referent.pk, True, pid() + 1))
    assert moi() == (None, None)


@pytest.mark.parametrize("decalage", [-60, 60])
def test_un_jeton_vieux_ou_futur_ne_vaut_rien(distribution, monkeypatch, decalage):
    moi()
    instant = time.time_ns() + decalage * 10**9
    monkeypatch.setattr(time, "time_ns", lambda: instant)
    dire(jeton(distribution.referent.pk, True, pid()))
    assert moi() == (None, None)


def test_la_cle_ne_se_lit_pas(db):
    with pytest.raises(DatabaseError, match="csil_cle"), transaction.atomic(), connection.cursor() as curseur:
        curseur.execute("SELECT * FROM csil_cle")


def test_le_nom_voyage_sans_aller_retour(distribution, django_assert_num_queries):
    """The token is part of the message of the statement it precedes."""
    personne = distribution.referent
    with au_nom_de(personne), django_assert_num_queries(1) as requetes:
        assert moi() == (personne.pk, None)
    assert "csil_moi" in requetes[0]["sql"]
