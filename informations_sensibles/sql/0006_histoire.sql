-- History of the Cellule is added to by those who may write there, in their own name: no line of an outsider is read in it.
DO $$
DECLARE
  t record;
  porte text;
BEGIN
  FOR t IN SELECT relname FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
           WHERE n.nspname = 'public' AND relkind = 'r' AND starts_with(relname, 'informations_sensibles_historical') LOOP
    porte := CASE
      WHEN t.relname IN ('informations_sensibles_historicalsecteur', 'informations_sensibles_historicalreponsetype')
        THEN '(SELECT csil_dans(''Administrateurs''))'
      WHEN t.relname = 'informations_sensibles_historicalsignalementcontextuel'
        THEN '((SELECT csil_membre()) IS NOT NULL OR EXISTS (SELECT csil_secteurs()))'
      ELSE '(SELECT csil_membre()) IS NOT NULL' END;
    EXECUTE format('ALTER POLICY ajouter ON %I WITH CHECK (history_user_id = (SELECT csil_moi(true)) AND %s)', t.relname, porte);
  END LOOP;
END $$;

-- A free word goes out once the Référent has read it, whoever gives the answer (R42).
CREATE FUNCTION csil_mot_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND NEW.mot <> '' AND csil_porte('Référent Radicalisme') IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un mot joint à une réponse est relu par le Référent.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mot BEFORE INSERT ON informations_sensibles_reponsesignalement
  FOR EACH ROW EXECUTE FUNCTION csil_mot_garde();
