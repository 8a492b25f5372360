"""What every demonstration account has in common. The people themselves are in `partenaires/demonstration.py`."""

MOT_DE_PASSE = "Demonstration-CSIL"
SECRET_TOTP = "JBSWY3DPEHPK3PXP"
DOMAINE = "csil.example"
# Besides the cast, invented people whose mandates are suspended, over, refused, or due for review
FIGURANTS = ("membre-suspendu", "ancien-membre", "candidat-refuse", "membre-a-revoir")
