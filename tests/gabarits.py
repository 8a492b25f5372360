"""An undefined variable in a template of ours is an error; libraries' templates rely on them."""

import sys

from django.conf import settings

NOTRES = str(settings.RACINE / "templates")
AUTRES = str(settings.RACINE / "templates" / "admin")  # Django's admin, here and there overridden


class VariableIndefinie(str):
    """Django asks `string_if_invalid % name` for a variable that it does not find."""

    def __bool__(self):
        return True

    def __contains__(self, morceau):
        return morceau == "%s"

    def __mod__(self, variable):
        origine = _gabarit_en_cours()
        if origine.startswith(NOTRES) and not origine.startswith(AUTRES):
            raise AssertionError(f"{variable} n’est pas défini dans {origine}")
        return ""


def _gabarit_en_cours():
    cadre = sys._getframe(2)
    while cadre:
        noeud = cadre.f_locals.get("self")
        if hasattr(noeud, "origin") and hasattr(noeud, "token"):
            return str(noeud.origin)
        cadre = cadre.f_back
    return ""
