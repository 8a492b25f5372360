-- Who works for which partner is an administrator's to say; who keeps a record is the Référent's to give.
CREATE FUNCTION csil_appartenance_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND NOT csil_dans('Administrateurs') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une appartenance se note par un administrateur.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON partenaires_appartenance
  FOR EACH ROW EXECUTE FUNCTION csil_appartenance_garde();
CREATE FUNCTION csil_droit_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND NOT csil_dans('Référent Radicalisme', 'Administrateurs') THEN
    RAISE insufficient_privilege USING MESSAGE = 'La tenue d''une fiche se confie par le Référent.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON partenaires_droitpartenaire
  FOR EACH ROW EXECUTE FUNCTION csil_droit_garde();
