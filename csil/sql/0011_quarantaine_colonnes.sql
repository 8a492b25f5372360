-- A table may hang from several records (an information from itself and from its dossier): one policy a column, and a row
-- that hangs from none is not hidden.
CREATE OR REPLACE FUNCTION csil_quarantaine_poser(nom text, colonne text, genre text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE politique text := 'quarantaine_' || colonne;
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
  EXECUTE format('DROP POLICY IF EXISTS quarantaine ON %I', nom);
  EXECUTE format('DROP POLICY IF EXISTS %I ON %I', politique, nom);
  EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE TO csil_app USING (NOT (coalesce(%I::text, '''') IN (SELECT csil_quarantaines(%L))))',
                 politique, nom, colonne, genre);
END $$;
