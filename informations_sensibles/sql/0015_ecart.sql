-- Who is kept away does not read why, nor by whom: they ask which records are closed to them, and get keys. The owner asks
-- for anybody, as when the wall is compared with visible_to.
CREATE FUNCTION csil_blocages(elle bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT signalement_id FROM informations_sensibles_blocage
   WHERE personne_id = elle AND leve_le IS NULL AND (elle = (SELECT csil_moi(true)) OR (SELECT csil_est_proprietaire())) $$;
CREATE FUNCTION csil_dossiers_fermes(elle bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT dossier_id FROM informations_sensibles_blocagedossier
   WHERE personne_id = elle AND leve_le IS NULL AND (elle = (SELECT csil_moi(true)) OR (SELECT csil_est_proprietaire())) $$;

ALTER POLICY lire ON informations_sensibles_blocage USING (
  (SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true)) AND NOT (signalement_id IN (SELECT csil_blocages())));
ALTER POLICY lire ON informations_sensibles_blocagedossier USING (
  (SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true))
  AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id));

-- Asked by every list of informations: by the function, since the policy of informations would be planned again each time.
ALTER POLICY lire ON informations_sensibles_embargo USING (
  (pose_par_id = (SELECT csil_membre()) OR (SELECT csil_noyau()) AND NOT csil_est_membre(pose_par_id))
  AND EXISTS (SELECT csil_informations_lisibles(information_id)));
