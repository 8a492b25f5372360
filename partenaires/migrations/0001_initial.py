from django.db import migrations

from csil.mur.schema import Modeles, fichiers

from ._etat import MODELES


class Migration(migrations.Migration):
    """Who the people are, and the mandates behind the sensitive groups.

    It follows the tables of allauth, which its triggers watch; and those of the other libraries, whose migrations make the
    classes of all related models anew: the fewer there are before, the sooner it is done.
    """

    initial = True
    dependencies = [
        ("csil", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("admin", "0003_logentry_add_action_flag_choices"),
        ("guardian", "0003_remove_groupobjectpermission_guardian_gr_content_ae6aec_idx_and_more"),
        ("sessions", "0001_initial"),
    ]
    operations = [
        Modeles(MODELES),
        *fichiers(__file__, "tables", "mandats", "suspensions", "habilitations", "annuaire"),
    ]
