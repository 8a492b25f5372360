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
