-- Quarantine (R31): what is in it is hidden from everybody by a restrictive policy, which no other policy opens again.

-- Keys of the records of this kind that are hidden; identifiers only, asked once per statement by the policies.
CREATE FUNCTION csil_quarantaines(genre text) RETURNS SETOF text
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT objet_id FROM csil_quarantaine WHERE objet_type = genre AND levee_le IS NULL $$;

-- Hide the rows of a table that hang from a record in quarantine: asked after every migrate, for each table that a package
-- registered (csil/quarantaine.py). A table may hang from several records (an information from itself and from its dossier):
-- one policy a column, and a row that hangs from none is not hidden.
CREATE FUNCTION csil_quarantaine_poser(nom text, colonne text, genre text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE politique text := 'quarantaine_' || colonne;
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', nom);
  EXECUTE format('DROP POLICY IF EXISTS %I ON %I', politique, nom);
  EXECUTE format('CREATE POLICY %I ON %I AS RESTRICTIVE TO csil_app USING (NOT (coalesce(%I::text, '''') IN (SELECT csil_quarantaines(%L))))',
                 politique, nom, colonne, genre);
END $$;
REVOKE ALL ON FUNCTION csil_quarantaine_poser(text, text, text) FROM PUBLIC;

-- The next two ask who is in which group, of a view that stands in the package above (partenaires/sql/mandats.sql): PostgreSQL is
-- told not to look for it yet.
SET LOCAL check_function_bodies = off;
-- Does the speaker stand for the security officer (setting CSIL_OFFICIERS_SECURITE, kept in csil_profilgroupe)?
CREATE FUNCTION csil_officier_securite() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM csil_groupe_en_vigueur v JOIN csil_profilgroupe p ON p.groupe_id = v.groupe_id
                 WHERE v.personne_id = csil_moi(true) AND p.securite) $$;
CREATE FUNCTION csil_est_sensible() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM csil_groupe_en_vigueur v JOIN csil_profilgroupe p ON p.groupe_id = v.groupe_id
                 WHERE v.personne_id = csil_moi(true) AND p.sensible) $$;
SET LOCAL check_function_bodies = on;

-- Put away by who reads sensitive records, lifted by the security officer; erased by two decisions.
ALTER TABLE csil_quarantaine ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON csil_quarantaine FOR SELECT TO csil_app
  USING ((SELECT csil_officier_securite()) OR par_id = (SELECT csil_moi(true)));
CREATE POLICY mettre ON csil_quarantaine FOR INSERT TO csil_app WITH CHECK (
  (SELECT csil_est_sensible()) AND par_id = (SELECT csil_moi(true)) AND levee_le IS NULL AND purgee_le IS NULL);
CREATE POLICY lever ON csil_quarantaine FOR UPDATE TO csil_app USING ((SELECT csil_officier_securite()));
ALTER TABLE csil_historicalquarantaine ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON csil_historicalquarantaine FOR SELECT TO csil_app
  USING ((SELECT csil_officier_securite()) OR history_user_id = (SELECT csil_moi(true)));
CREATE POLICY ajouter ON csil_historicalquarantaine FOR INSERT TO csil_app
  WITH CHECK (history_user_id = (SELECT csil_moi(true)));
ALTER TABLE csil_decisionpurge ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON csil_decisionpurge FOR SELECT TO csil_app USING (
  quarantaine_id IN (SELECT id FROM csil_quarantaine));
CREATE POLICY decider ON csil_decisionpurge FOR INSERT TO csil_app WITH CHECK (
  (SELECT csil_officier_securite()) AND par_id = (SELECT csil_moi(true))
  AND quarantaine_id IN (SELECT id FROM csil_quarantaine WHERE levee_le IS NULL AND purgee_le IS NULL));

-- A quarantine is lifted once, by another than who put it, in their own name; erasing is the owner's.
CREATE FUNCTION csil_quarantaine_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moi bigint := csil_moi(true);
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - '{levee_le,levee_par_id}'::text[]) <> (to_jsonb(OLD) - '{levee_le,levee_par_id}'::text[])
     OR OLD.levee_le IS NOT NULL OR OLD.purgee_le IS NOT NULL
     OR NEW.levee_par_id IS DISTINCT FROM moi OR OLD.par_id = moi THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une quarantaine se lève une fois, par une autre personne, en son nom.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON csil_quarantaine FOR EACH ROW EXECUTE FUNCTION csil_quarantaine_garde();

-- Only what one sees can be put away: the record is looked for as who speaks, under the policies, so that nobody hides a
-- record by its key alone. What is in quarantine already is left to the constraint, which says so.
CREATE FUNCTION csil_quarantaine_vue() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE vue boolean;
BEGIN
  IF csil_est_proprietaire() OR NEW.objet_id IN (SELECT csil_quarantaines(NEW.objet_type)) THEN RETURN NEW; END IF;
  EXECUTE format('SELECT EXISTS (SELECT 1 FROM public.%I WHERE id::text = $1)', replace(NEW.objet_type, '.', '_'))
    INTO vue USING NEW.objet_id;
  IF NOT vue THEN
    RAISE insufficient_privilege USING MESSAGE = 'On met en quarantaine ce que l''on voit.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER vue BEFORE INSERT ON csil_quarantaine FOR EACH ROW EXECUTE FUNCTION csil_quarantaine_vue();
