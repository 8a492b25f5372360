"""What every demonstration account has in common. The people themselves are in `partenaires/demonstration.py`."""

MOT_DE_PASSE = "Demonstration-CSIL"
SECRET_TOTP = "JBSWY3DPEHPK3PXP"
DOMAINE = "csil.example"
