"""The addresses of the Cellule, under /informations-sensibles/: those of each room, found by its `urls.py`.

What a partner's person reports stands outside its gate, at /signaler/ (`signaler/urls_partenaire.py`).
"""

from csil.declarations import modules

urlpatterns = [motif for urls in modules(__package__, "urls") for motif in urls.urlpatterns]
