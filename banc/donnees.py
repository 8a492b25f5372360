"""A large Cellule, drawn by the database: people with about two hundred dossiers each, and the words to search in."""

from django.db import connection

from csil.comptes import groupes
from csil.comptes.models import Utilisateur
from partenaires.distribution import attribuer, creer, mandater

GENS = 500
DOSSIERS_PAR_PERSONNE = 200
INFORMATIONS_PAR_DOSSIER = 10
INFORMATIONS = 1_000_000
# A word of one information in 100,000, one in 200, one in 17 (stack.md, mur.md §3).
MOTS = {"rare": "zirconium", "moyen": "entretien", "courant": "quartier"}
TABLES = ("dossier", "implication", "information", "droitdossier")


def peupler_les_gens(nombre=GENS) -> None:
    """The cast is there; this adds ordinary members, each behind the whole gate."""
    admin, bourgmestre = (
        Utilisateur.objects.get(email=f"{login}@csil.example") for login in ("admin", "bourgmestre")
    )
    for rang in range(nombre):
        personne = creer(f"membre-{rang}", f"Membre {rang}")
        attribuer(personne, groupes.CELLULE, par=admin)
        mandater(personne, groupes.CELLULE, demande_par=admin, confirme_par=bourgmestre)


def membres() -> list[Utilisateur]:
    return list(Utilisateur.objects.filter(email__startswith="membre-", nom__startswith="Membre ").exclude(
        email="membre-cellule@csil.example").order_by("pk"))  # fmt: skip


def grandir(jusqu_a: int, informations_par_dossier: int = INFORMATIONS_PAR_DOSSIER) -> None:
    """Dossiers up to this number, their informations, their circles, and rights that have expired, as owner."""
    with connection.cursor() as curseur:
        curseur.execute("SELECT count(*) FROM informations_sensibles_dossier")
        depuis = curseur.fetchone()[0]
        for table in TABLES:
            curseur.execute(f"ALTER TABLE informations_sensibles_{table} DISABLE TRIGGER USER")
        gens = [personne.pk for personne in membres()]
        curseur.execute(DOSSIERS, {"gens": gens, "combien": len(gens), "depuis": depuis, "jusqu_a": jusqu_a})
        curseur.execute(PERSONNES, {"depuis": depuis})
        curseur.execute("SELECT count(*) FROM informations_sensibles_information")
        par_dossier = informations_par_dossier if curseur.fetchone()[0] < INFORMATIONS else 1
        curseur.execute(INFORMATIONS_SQL, {"par_dossier": par_dossier, "depuis": depuis, **MOTS})
        curseur.execute("DELETE FROM informations_sensibles_droitdossier")
        curseur.execute(DROITS, {"gens": gens, "combien": len(gens), "chacun": DOSSIERS_PAR_PERSONNE})
        curseur.execute(
            "SET CONSTRAINTS ALL IMMEDIATE"
        )  # in one transaction, ALTER TABLE wants nothing still to come
        for table in TABLES:
            curseur.execute(f"ALTER TABLE informations_sensibles_{table} ENABLE TRIGGER USER")
        curseur.execute("ANALYZE")


DOSSIERS = """
INSERT INTO informations_sensibles_dossier (
  id, reference, etat, pilote_id, mineur, interet_enfant, signes, necessite, proportionnalite, subsidiarite, propose_par_id,
  propose_le, ouvert_par_id, ouvert_le, prochaine_revue, prolongations, informee, pourquoi_pas_informee, motif_cloture,
  version, recherche)
SELECT gen_random_uuid(), 'D-' || n, CASE WHEN n %% 50 = 0 THEN 'propose' ELSE 'en_suivi' END,
  (%(gens)s::bigint[])[1 + n %% %(combien)s], CASE WHEN n %% 5 = 0 THEN 'oui' ELSE 'non' END, 'Suivre avec l''école.',
  'Retrait des activités de groupe.', 'Plusieurs services.', 'Limité.', 'Rien de moins.', (%(gens)s::bigint[])[1 + n %% %(combien)s],
  statement_timestamp() - make_interval(mins => n), CASE WHEN n %% 50 <> 0 THEN (%(gens)s::bigint[])[1 + (n + 1) %% %(combien)s] END,
  statement_timestamp() - make_interval(mins => n), csil_aujourd_hui() + n %% 180, 0, 'pas_encore', '', '', 1,
  to_tsvector('fr_unaccent', 'Retrait des activités de groupe.')
FROM generate_series(%(depuis)s + 1, %(jusqu_a)s) n
"""
PERSONNES = """
INSERT INTO informations_sensibles_implication (id, dossier_id, par_id, le, qualite, designation)
SELECT gen_random_uuid(), d.id, d.pilote_id, d.propose_le, 'suivie', 'la personne suivie'
FROM informations_sensibles_dossier d WHERE substr(d.reference, 3)::int > %(depuis)s
"""
# The words of a French page: some sixty, drawn by the rank of the row, and those that are searched for.
INFORMATIONS_SQL = """
WITH vocabulaire AS (SELECT string_to_array('famille école travail logement semaine rencontre parole groupe jeune amis sport '
  'internet vidéo message voyage argent santé sommeil colère calme projet formation stage atelier musique parents frère sœur '
  'voisin rue place bus gare soir matin absence retour visite service aide conseil doute confiance rupture lien soutien '
  'demande réponse geste tension conflit accord suite appel', ' ') AS mots),
lignes AS (
  SELECT gen_random_uuid() AS id, d.id AS dossier, d.pilote_id, d.propose_le, n.rang,
    (SELECT string_agg(v.mots[1 + (hashint4(d.rang * 31 + n.rang * 7 + m.m) & 2147483647) %% array_length(v.mots, 1)], ' ')
       FROM generate_series(1, 30) m(m), vocabulaire v)
    || CASE WHEN (hashint4(d.rang * 10 + n.rang) & 2147483647) %% 100000 = 0 THEN ' ' || %(rare)s ELSE '' END
    || CASE WHEN (hashint4(d.rang * 11 + n.rang) & 2147483647) %% 200 = 0 THEN ' ' || %(moyen)s ELSE '' END
    || CASE WHEN (hashint4(d.rang * 13 + n.rang) & 2147483647) %% 17 = 0 THEN ' ' || %(courant)s ELSE '' END AS texte
  FROM (SELECT *, substr(reference, 3)::int AS rang FROM informations_sensibles_dossier) d,
       generate_series(1, %(par_dossier)s) n(rang)
  WHERE d.rang > %(depuis)s)
INSERT INTO informations_sensibles_information (
  id, reference, dossier_id, genre, source, originateur, reference_document, date_fait, nature, categorie_id, synthese,
  evaluation_source, evaluation_information, code_traitement, condition, tlp, issue_458ter, marquage_origine, etat, cercle,
  saisie_par_id, saisie_le, validee_par_id, validee_le, motif_validation, termine_le, version, recherche)
SELECT id, left('I' || replace(id::text, '-', ''), 12), dossier, 'rir', 'police_locale', 'Police locale', '', csil_aujourd_hui(), 'fait',
  (SELECT min(id) FROM informations_sensibles_categoriedonnee), texte, 'X', '4', 'H0', '', 'TLP:AMBER', false, 'aucun',
  'validee', true, pilote_id, propose_le + make_interval(secs => rang), pilote_id, propose_le, '',
  statement_timestamp() - interval '3 days', 1, to_tsvector('fr_unaccent', texte) || to_tsvector('simple_unaccent', texte)
FROM lignes
ON CONFLICT (reference) DO NOTHING
"""
# About two hundred dossiers a person, wherever they stand; a tenth of the dossiers have a right of somebody who has left.
DROITS = """
WITH droits AS (SELECT p.id, p.codename FROM auth_permission p JOIN django_content_type c ON c.id = p.content_type_id
                WHERE c.app_label = 'informations_sensibles' AND c.model = 'dossier'
                  AND p.codename IN ('view_dossier', 'contribuer_dossier')),
numerotes AS (SELECT id, substr(reference, 3)::int AS rang, count(*) OVER () AS nombre FROM informations_sensibles_dossier),
tires AS (SELECT DISTINCT g.personne, 1 + (hashint8(g.personne * 7919 + k) & 2147483647) %% (SELECT max(rang) FROM numerotes) AS rang
          FROM unnest(%(gens)s::bigint[]) g(personne), generate_series(1, %(chacun)s) k)
INSERT INTO informations_sensibles_droitdossier (user_id, permission_id, content_object_id, motif, debut, fin)
SELECT t.personne, d.id, n.id, 'Suit la situation.', statement_timestamp() - interval '30 days', NULL::timestamptz
  FROM tires t JOIN numerotes n USING (rang), droits d
UNION ALL
SELECT (%(gens)s::bigint[])[1 + n.rang %% %(combien)s], d.id, n.id, 'Parti.', statement_timestamp() - interval '300 days',
       statement_timestamp() - interval '200 days'
  FROM numerotes n, droits d WHERE n.rang %% 10 = 0
"""
