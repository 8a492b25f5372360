import time

from django.db import DatabaseError, connection
from django.http import JsonResponse

from csil.acces import ouvert_a_tous

ECART = 2  # seconds between the two clocks; the identity token is worth 5


@ouvert_a_tous
def sante(request):
    """The database answers, as csil_app, and its clock agrees with ours: 200, else 503. No detail for passers-by."""
    try:
        with connection.cursor() as curseur:
            curseur.execute("SELECT extract(epoch FROM clock_timestamp()), current_user")
            heure, role = curseur.fetchone()
    except DatabaseError:
        return JsonResponse({"etat": "panne"}, status=503)
    saine = abs(time.time() - float(heure)) < ECART and role == "csil_app"
    return JsonResponse({"etat": "ok" if saine else "panne"}, status=200 if saine else 503)
