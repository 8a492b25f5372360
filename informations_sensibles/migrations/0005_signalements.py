from django.db import migrations

from csil.mur.sql_migration import sql


class Migration(migrations.Migration):
    dependencies = [("informations_sensibles", "0004_regard"), ("csil", "0006_quarantaine")]

    operations = [
        migrations.AlterModelOptions(
            name="signalementcontextuel",
            options={
                "ordering": ["-recu_le"],
                "permissions": [
                    ("lire_traitement", "Lire ce que la Cellule en fait"),
                    ("prendre_en_charge", "Prendre en charge"),
                    ("evaluer_signalement", "Évaluer la source et l’information"),
                    ("changer_proprietaire", "Confier à quelqu’un d’autre"),
                    ("clore_signalement", "Clore avec une issue et une réponse"),
                    ("relire_mot", "Relire le mot joint à la réponse"),
                    ("bloquer_signalement", "Tenir quelqu’un à l’écart"),
                    ("mettre_en_quarantaine", "Le cacher à tous, parce qu’il peut être classifié"),
                ],
                "verbose_name": "signalement contextuel",
                "verbose_name_plural": "signalements contextuels",
            },
        ),
        sql(__file__, "0005_signalements.sql"),
    ]
