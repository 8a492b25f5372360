"""What a fresh pair of eyes tried and found: each attack that once worked, and does not any more."""

import base64
import pickle

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction

from csil.identite import au_nom_de


def executer(sql, *parametres):
    with transaction.atomic(), connection.cursor() as curseur:
        curseur.execute(sql, parametres)
        return curseur.rowcount


def refuse(sql, *parametres, dit):
    with pytest.raises(DatabaseError, match=dit):
        executer(sql, *parametres)


# What stands in the cache


class Piege:
    def __reduce__(self):
        return setattr, (settings, "PIEGE", True)


def test_ce_qui_est_ecrit_dans_le_cache_ne_s_execute_pas(distribution):
    """SQL smuggled into one request would otherwise have the server run what it wrote, keys in hand."""
    with au_nom_de(distribution.agent_saj):
        executer(
            "INSERT INTO csil_cache (cache_key, value, expires) VALUES (%s, %s, now() + interval '1 hour')",
            cache.make_key("redaction:1"),
            base64.b64encode(pickle.dumps(Piege())).decode(),
        )
        assert cache.get("redaction:1", "rien") == "rien"
    assert not hasattr(settings, "PIEGE")


def test_le_cache_garde_ajoute_prolonge_et_oublie(db):
    cache.set("essai", {"a": [1, 2.5, "é"]}, 60)
    assert cache.get("essai") == {"a": [1, 2.5, "é"]}
    assert cache.add("essai", 1, 60) is False and cache.add("autre", 1, 60) is True
    assert cache.touch("essai", 120) is True and cache.touch("inconnu", 120) is False
    cache.set("passe", 1, -1)
    assert cache.get("passe") is None and cache.add("passe", 2, 60) is True and cache.get("passe") == 2
    cache.set("toujours", 1, None)
    assert cache.get_many(["toujours", "essai", "inconnu"]).keys() == {"toujours", "essai"}
    assert cache.delete("essai") and cache.get("essai") is None and cache.incr("toujours") == 2


def test_remplir_le_cache_n_efface_pas_ce_qui_y_compte(db):
    """Counts of failed logins and codes that were used: Django's own drops a third of them beyond 300 keys."""
    cache.set("allauth:compte", 5, 300)
    for rang in range(320):
        cache.set(f"z{rang}", 1, 300)
    assert cache.get("allauth:compte") == 5
