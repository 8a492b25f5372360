"""gunicorn's settings: `gunicorn -c python:csil.serveur csil.wsgi:application`. Listens on the loopback only; in
production a reverse proxy with TLS stands in front.

No access log here: the addresses of some pages are secrets (invitation, new password).
"""

import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "csil.settings")

bind = os.environ.get("CSIL_ECOUTE") or "127.0.0.1:8000"
workers = 2  # of 4 threads each: what was measured best on two cores
threads = 4
timeout = 60
graceful_timeout = 5
loglevel = "warning"
accesslog = None
control_socket_disable = True


def on_starting(arbitre):
    """A wrong setting or a wrong database stops the start with one sentence, before anybody is served.

    What is imported here is shared by the workers.
    """
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.urls import get_resolver

    from csil.demarrage import verifier_base

    try:
        django.setup()
        get_resolver().url_patterns  # noqa: B018 - imports every view
        verifier_base()
    except ImproperlyConfigured as erreur:
        sys.exit(f"Réglage : {erreur}")
