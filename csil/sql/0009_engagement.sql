-- The text that people sign is published by an administrator and never rewritten: what was signed is what it said.
CREATE FUNCTION csil_texte_engagement_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF NOT csil_dans('Administrateurs') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un engagement se publie par un administrateur.'; END IF;
  IF TG_OP = 'UPDATE' THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une version publiée ne change plus.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON csil_texteengagement
  FOR EACH ROW EXECUTE FUNCTION csil_texte_engagement_garde();
