-- The wall around the table of circuits: read by the Cellule, written by the Référent and the Chef de Corps, put in force by
-- both. The same rules stand in visible_to and droits_de.
CREATE FUNCTION csil_regle() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Référent Radicalisme', 'Chef de Corps') $$;

DO $$
DECLARE
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  regle text := '(SELECT csil_regle()) IS NOT NULL';
BEGIN
  CALL csil_cloisonner('circuit', membre, regle, regle, NULL, regle);
  CALL csil_cloisonner('versioncircuit', membre, regle, regle, NULL, regle);
  CALL csil_cloisonner('etapecircuit', membre, regle, regle, NULL, regle);
  EXECUTE format('CREATE POLICY retirer ON informations_sensibles_etapecircuit FOR DELETE TO csil_app USING (%s)', regle);
END $$;

-- Its pair is what it is (a draft locks the row, and a lock asks for the right to change it).
CREATE FUNCTION csil_circuit_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un circuit ne change pas de genre ni de source.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_circuit FOR EACH ROW EXECUTE FUNCTION csil_circuit_garde();

-- A version is drafted by who speaks; approved once by the Référent and once by the Chef de Corps, each in their own name;
-- then it changes no more. A starting circuit (a_valider) is loaded by the owner only.
CREATE FUNCTION csil_version_circuit_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  libres text[] := '{version,etat,decision}';
  approbations text[] := '{approuvee_referent_par_id,approuvee_referent_le,approuvee_chef_par_id,approuvee_chef_le}';
  passage text;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.etat <> 'brouillon' OR NEW.redigee_par_id IS DISTINCT FROM moi OR NEW.a_valider
       OR NEW.approuvee_referent_par_id IS NOT NULL OR NEW.approuvee_chef_par_id IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une version naît en brouillon, au nom de qui la rédige.'; END IF;
    RETURN NEW;
  END IF;
  passage := OLD.etat || ' ' || NEW.etat;
  libres := libres || CASE passage
    WHEN 'brouillon brouillon' THEN '{note,permet_transmission,permet_agenda,permet_cercle}'::text[]
    WHEN 'brouillon soumise' THEN '{soumise_par_id,soumise_le}'::text[]
    WHEN 'soumise brouillon' THEN approbations
    WHEN 'soumise soumise' THEN approbations
    WHEN 'soumise en_vigueur' THEN approbations || '{valable_du,valable_au}'::text[]
    WHEN 'en_vigueur remplacee' THEN '{valable_au}'::text[]
    WHEN 'en_vigueur retiree' THEN '{valable_au}'::text[] END;
  IF libres IS NULL OR (to_jsonb(NEW) - libres) <> (to_jsonb(OLD) - libres) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une version ne se réécrit pas.'; END IF;
  IF passage = 'brouillon soumise' THEN
    IF NEW.soumise_par_id IS DISTINCT FROM moi THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une version se soumet en son nom.'; END IF;
    -- The first step validates, by who validates this source: what nobody validated is never read further.
    IF NOT EXISTS (
         SELECT 1 FROM informations_sensibles_etapecircuit e JOIN informations_sensibles_circuit c ON c.id = NEW.circuit_id
          WHERE e.version_circuit_id = NEW.id AND e.ordre = 1 AND e.acte = 'valider'
            AND CASE WHEN c.source IN ('police_locale', 'police_federale', 'surete')
                     THEN e.role IN ('Officier d''information', 'Chef de Corps') ELSE e.role = 'Référent Radicalisme' END) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un circuit commence par la validation, de qui valide cette source.'; END IF;
  END IF;
  IF passage = 'soumise brouillon' THEN
    IF NEW.approuvee_referent_par_id IS NOT NULL OR NEW.approuvee_chef_par_id IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un brouillon n''est approuvé par personne.'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.approuvee_referent_par_id, NEW.approuvee_referent_le) IS DISTINCT FROM (OLD.approuvee_referent_par_id, OLD.approuvee_referent_le)
     AND (OLD.approuvee_referent_par_id IS NOT NULL OR NEW.approuvee_referent_le IS NULL
          OR NEW.approuvee_referent_par_id IS DISTINCT FROM moi OR csil_porte('Référent Radicalisme') IS NULL)
     OR (NEW.approuvee_chef_par_id, NEW.approuvee_chef_le) IS DISTINCT FROM (OLD.approuvee_chef_par_id, OLD.approuvee_chef_le)
     AND (OLD.approuvee_chef_par_id IS NOT NULL OR NEW.approuvee_chef_le IS NULL
          OR NEW.approuvee_chef_par_id IS DISTINCT FROM moi OR csil_porte('Chef de Corps') IS NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un circuit s''approuve en son nom, une fois par rôle.'; END IF;
  IF passage = 'soumise en_vigueur' AND (NEW.approuvee_referent_par_id IS NULL OR NEW.approuvee_chef_par_id IS NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un circuit n''entre en vigueur qu''approuvé deux fois.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_versioncircuit
  FOR EACH ROW EXECUTE FUNCTION csil_version_circuit_garde();

-- The steps of a draft are its own; afterwards they stay.
CREATE FUNCTION csil_etape_circuit_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'UPDATE' AND NEW.version_circuit_id <> OLD.version_circuit_id OR NOT EXISTS (
       SELECT 1 FROM informations_sensibles_versioncircuit v
        WHERE v.id = coalesce(NEW.version_circuit_id, OLD.version_circuit_id) AND v.etat = 'brouillon') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Les étapes ne changent que dans un brouillon.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON informations_sensibles_etapecircuit
  FOR EACH ROW EXECUTE FUNCTION csil_etape_circuit_garde();
