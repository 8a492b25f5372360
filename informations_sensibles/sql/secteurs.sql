-- The sectors for which the speaker answers now: undertaking and second factor, no mandate.
CREATE FUNCTION csil_secteurs() RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT secteur_id FROM informations_sensibles_correspondantsecteur
   WHERE personne_id = csil_porte('Points de contact sectoriels')
     AND debut <= statement_timestamp() AND (fin IS NULL OR statement_timestamp() < fin) $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  admin text := '(SELECT csil_dans(''Administrateurs''))';
  tient text := '(SELECT csil_tient()) IS NOT NULL';
BEGIN
  CALL csil_cloisonner('secteur', membre || ' OR id IN (SELECT csil_secteurs()) OR ' || admin, admin, NULL,
    histoire => membre || ' OR ' || admin, porte => admin, devient => admin);
  CALL csil_cloisonner('organisationsecteur', membre, tient, NULL, devient => tient);
  CALL csil_cloisonner('correspondantsecteur', membre || ' OR personne_id = ' || moi, tient || ' AND personne_id <> ' || moi, NULL,
    histoire => membre, devient => tient || ' AND personne_id <> ' || moi);
  CALL csil_cloisonner('pointdecontact', membre || ' OR retire_le IS NULL AND secteur_id IN (SELECT csil_secteurs())', tient, NULL,
    histoire => membre, devient => tient || ' OR personne_id = (SELECT csil_membre())');
  CALL csil_cloisonner('exercice', membre, tient, NULL, devient => tient);
END $$;

-- Nobody gives themselves a sector; who answers for which is added to and ended, not rewritten.
CREATE FUNCTION csil_correspondant_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - '{fonction,fin,version}'::text[]) <> (to_jsonb(OLD) - '{fonction,fin,version}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une désignation se termine, elle ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_correspondantsecteur
  FOR EACH ROW EXECUTE FUNCTION csil_correspondant_garde();

-- A drill that has an outcome stays as it was.
CREATE FUNCTION csil_exercice_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.conclu_le IS NOT NULL AND NOT csil_est_proprietaire() THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un exercice conclu ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_exercice
  FOR EACH ROW EXECUTE FUNCTION csil_exercice_garde();

-- What the clock is told of the sectors: which one, since which day, never a text. Nobody else is told.
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
