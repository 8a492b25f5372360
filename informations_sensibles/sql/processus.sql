-- The processes of communication: what was in force once in the speaker's sectors. A policy cannot ask another table whose
-- policy asks this one.
CREATE FUNCTION csil_versions_ouvertes() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.id FROM informations_sensibles_versionprocessus v
    JOIN informations_sensibles_processuscommunication p ON p.id = v.processus_id
   WHERE p.secteur_id IN (SELECT csil_secteurs()) AND v.etat NOT IN ('brouillon', 'soumise') $$;
CREATE FUNCTION csil_processus_ouverts() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT processus_id FROM informations_sensibles_versionprocessus WHERE id IN (SELECT csil_versions_ouvertes()) $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  redige text := '(SELECT csil_redige()) IS NOT NULL';
  decide text := '(SELECT csil_decide()) IS NOT NULL';
BEGIN
  CALL csil_cloisonner('processuscommunication', membre || ' OR id IN (SELECT csil_processus_ouverts())',
    redige || ' AND propose_par_id = ' || moi, NULL, histoire => membre, devient => redige);
  CALL csil_cloisonner('versionprocessus', membre || ' OR id IN (SELECT csil_versions_ouvertes())', redige, NULL,
    histoire => membre, devient => redige || ' OR ' || decide);
  CALL csil_cloisonner('etapeprocessus', membre || ' OR version_processus_id IN (SELECT csil_versions_ouvertes())', redige, NULL,
    histoire => membre, devient => redige);
  EXECUTE format('CREATE POLICY retirer ON informations_sensibles_etapeprocessus FOR DELETE TO csil_app USING (%s)', redige);
END $$;

-- A version is drafted by who speaks, approved by an authority who wrote nothing of it, and then changes no more.
CREATE FUNCTION csil_version_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  libres text[] := '{version,etat,decision}';
  passage text;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.etat <> 'brouillon' OR NEW.redigee_par_id IS DISTINCT FROM moi OR NEW.approuvee_par_id IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une version naît en brouillon, au nom de qui la rédige.'; END IF;
    RETURN NEW;
  END IF;
  passage := OLD.etat || ' ' || NEW.etat;
  libres := libres || CASE passage
    WHEN 'brouillon brouillon' THEN '{note}'::text[]
    WHEN 'brouillon soumise' THEN '{soumise_par_id,soumise_le}'::text[]
    WHEN 'soumise brouillon' THEN '{}'::text[]
    WHEN 'soumise en_vigueur' THEN '{approuvee_par_id,valable_du,valable_au}'::text[]
    WHEN 'en_vigueur remplacee' THEN '{valable_au}'::text[]
    WHEN 'en_vigueur retiree' THEN '{valable_au}'::text[] END;
  IF libres IS NULL OR (to_jsonb(NEW) - libres) <> (to_jsonb(OLD) - libres) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une version ne se réécrit pas.'; END IF;
  IF passage = 'brouillon soumise' AND NEW.soumise_par_id IS DISTINCT FROM moi THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une version se soumet en son nom.'; END IF;
  IF OLD.etat = 'en_vigueur' AND csil_decide() IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un processus en vigueur se retire par une autorité.'; END IF;
  IF passage = 'soumise en_vigueur' AND (
       csil_decide() IS NULL OR NEW.approuvee_par_id IS DISTINCT FROM moi OR moi IN (OLD.redigee_par_id, OLD.soumise_par_id)
       OR EXISTS (SELECT 1 FROM informations_sensibles_historicaletapeprocessus h
                  WHERE h.version_processus_id = OLD.id AND h.history_user_id = moi)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une version s''approuve par une autorité qui n''y a rien écrit.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_versionprocessus
  FOR EACH ROW EXECUTE FUNCTION csil_version_garde();

-- The steps of a draft are its own; afterwards they stay.
CREATE FUNCTION csil_etape_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'UPDATE' AND NEW.version_processus_id <> OLD.version_processus_id OR NOT EXISTS (
       SELECT 1 FROM informations_sensibles_versionprocessus v
        WHERE v.id = coalesce(NEW.version_processus_id, OLD.version_processus_id) AND v.etat = 'brouillon') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Les étapes ne changent que dans un brouillon.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON informations_sensibles_etapeprocessus
  FOR EACH ROW EXECUTE FUNCTION csil_etape_garde();
