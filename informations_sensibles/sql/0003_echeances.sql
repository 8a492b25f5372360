-- What the clock is told of the sectors: which one, since which day, never a text (conception §4). Nobody else is told.
-- The months after which a confirmation or a drill is too old are settings: the worker gives them.
CREATE FUNCTION csil_points_echus(mois int) RETURNS TABLE (point uuid, secteur bigint, depuis date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.id, p.secteur_id, least(
           CASE WHEN p.fin < csil_aujourd_hui() THEN p.fin END,
           CASE WHEN p.confirme_le + make_interval(months => mois) < statement_timestamp()
                THEN csil_jour(p.confirme_le + make_interval(months => mois)) END,
           CASE WHEN p.contact_id IS NOT NULL AND c.id IS NULL OR u.id IS NOT NULL AND NOT u.is_active
                  OR u.id IS NOT NULL AND NOT EXISTS (
                     SELECT 1 FROM csil_groupe_en_vigueur v JOIN csil_profilgroupe g ON g.groupe_id = v.groupe_id AND g.sensible
                      WHERE v.personne_id = u.id)
                THEN csil_jour(p.confirme_le) END,
           CASE WHEN csil_aujourd_hui() BETWEEN c.absent_du AND c.absent_au THEN c.absent_du END) AS depuis
    FROM informations_sensibles_pointdecontact p
    LEFT JOIN partenaires_contact c ON c.id = p.contact_id
    LEFT JOIN csil_utilisateur u ON u.id = p.personne_id
   WHERE csil_horloge() AND p.retire_le IS NULL AND (
     p.fin < csil_aujourd_hui() OR p.confirme_le + make_interval(months => mois) < statement_timestamp()
     OR p.contact_id IS NOT NULL AND c.id IS NULL OR csil_aujourd_hui() BETWEEN c.absent_du AND c.absent_au
     OR u.id IS NOT NULL AND (NOT u.is_active OR NOT EXISTS (
          SELECT 1 FROM csil_groupe_en_vigueur v JOIN csil_profilgroupe g ON g.groupe_id = v.groupe_id AND g.sensible
           WHERE v.personne_id = u.id))) $$;

CREATE FUNCTION csil_exercices_dus(mois int) RETURNS TABLE (secteur bigint, depuis date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.secteur_id, csil_mois_apres(csil_jour(max(e.envoye_le)), mois)
    FROM informations_sensibles_exercice e WHERE csil_horloge() AND e.conclu_le IS NOT NULL
   GROUP BY e.secteur_id HAVING csil_mois_apres(csil_jour(max(e.envoye_le)), mois) < csil_aujourd_hui() $$;
