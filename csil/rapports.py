"""Error reports and logs say where something went wrong, never what somebody typed (R30).

A trace keeps its files, lines and kinds of errors; the words of an error are dropped, since a database repeats in them
the row that it refused. An error of ours says its own words: they are written in the code.
"""

import logging
import traceback

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.views.debug import ExceptionReporter, SafeExceptionReporterFilter

SURS = (AssertionError, AttributeError, ImportError, ImproperlyConfigured, NameError, NotImplementedError)


class FiltreSansTexte(SafeExceptionReporterFilter):
    """Everything posted and every variable is masked, in every installation."""

    def is_active(self, request):
        return True

    def get_post_parameters(self, request):
        return {nom: self.cleansed_substitute for nom in getattr(request, "POST", {})}

    def get_safe_request_meta(self, request):
        meta = super().get_safe_request_meta(request)
        return meta | {
            nom: self.cleansed_substitute for nom in ("QUERY_STRING", "HTTP_REFERER") if nom in meta
        }

    def get_traceback_frame_variables(self, request, tb_frame):
        return [(nom, self.cleansed_substitute) for nom in tb_frame.f_locals]


class Rapport(ExceptionReporter):
    """Django's report without the address' parameters, the names of files, and the words of the error."""

    def get_traceback_data(self):
        donnees = super().get_traceback_data()
        donnees |= {"request_GET_items": [], "request_FILES_items": []}
        donnees["unicode_hint"] = ""
        if self.exc_value is not None:
            donnees["exception_value"] = _en_bref(self.exc_value)
        if isinstance(self.request, HttpRequest):
            donnees["request_insecure_uri"] = self.request.path
        for cadre in donnees.get("frames", []):
            cadre |= {"exc_cause": cadre["exc_cause"] and _en_bref(cadre["exc_cause"])}
        return donnees


class SansTexte(logging.Formatter):
    """The trace of each error of the chain, with its kind instead of its words."""

    def formatException(self, ei):
        lignes, erreur, vues = [], ei[1], set()
        while erreur is not None and id(erreur) not in vues:
            vues.add(id(erreur))
            trace = "".join(traceback.format_tb(erreur.__traceback__))
            lignes.insert(0, f"Traceback (most recent call last):\n{trace}{_en_bref(erreur)}")
            erreur = erreur.__cause__ or (None if erreur.__suppress_context__ else erreur.__context__)
        return "\n\n".join(lignes)


def _en_bref(erreur) -> str:
    """« django.db.utils.IntegrityError (23514, partenaire_pas_son_parent) »: kind, code and constraint of the database."""
    nom = f"{type(erreur).__module__}.{type(erreur).__qualname__}"
    if isinstance(erreur, SURS):
        return f"{nom}: {erreur}"
    diag = getattr(erreur if hasattr(erreur, "diag") else erreur.__cause__, "diag", None)
    precisions = [getattr(diag, quoi, None) for quoi in ("sqlstate", "table_name", "constraint_name")]
    return f"{nom} ({', '.join(filter(None, precisions))})" if any(precisions) else nom
