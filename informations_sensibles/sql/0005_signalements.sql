-- Who is kept away from a report: told to those who read it, so that it is not handed over to them, and so that the list
-- of its readers is true. Why stays with the authorities (the policy of the blocks).
CREATE FUNCTION csil_tenus_a_l_ecart(signalement uuid) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.personne_id FROM informations_sensibles_blocage b
   WHERE b.signalement_id = signalement AND b.leve_le IS NULL AND csil_membre() IS NOT NULL
     AND NOT (signalement IN (SELECT csil_blocages()))
     AND NOT (signalement::text IN (SELECT csil_quarantaines('informations_sensibles.signalementcontextuel'))) $$;
