-- The greatest numbers are left to the clock (identite.sql).
ALTER TABLE csil_utilisateur ADD CONSTRAINT numero_d_un_compte CHECK (id BETWEEN 1 AND 999999999999999998);

-- Accounts. SQL smuggled into one person's request changes neither another's password nor anybody's standing.
CREATE FUNCTION csil_compte_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi();
  avant csil_utilisateur := CASE WHEN TG_OP = 'UPDATE' THEN OLD END;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF NEW.is_superuser AND NOT coalesce(avant.is_superuser, false) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Personne ne devient superutilisateur par l''application.'; END IF;
  -- A visitor (0) chooses a password by invitation or reset; an administrator creates accounts that have none.
  IF NEW.password IS DISTINCT FROM avant.password AND moi IS DISTINCT FROM 0 AND moi IS DISTINCT FROM NEW.id
     AND NOT (NEW.password LIKE '!%' AND csil_dans('Administrateurs')) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un mot de passe se choisit par sa personne.'; END IF;
  IF (to_jsonb(NEW) - 'password') IS DISTINCT FROM (to_jsonb(avant) - 'password') AND NOT csil_dans('Administrateurs') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un compte se gère par un administrateur.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON csil_utilisateur FOR EACH ROW EXECUTE FUNCTION csil_compte_garde();

-- Groups are given by an administrator, in their own name, never to themselves.
CREATE FUNCTION csil_attribution_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moi bigint := csil_moi(true);
BEGIN
  IF csil_est_proprietaire() THEN RETURN coalesce(NEW, OLD); END IF;
  IF NOT csil_dans('Administrateurs') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un groupe se donne par un administrateur.'; END IF;
  IF TG_OP = 'UPDATE' THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une appartenance se donne ou se retire.'; END IF;
  IF TG_OP = 'INSERT' AND (NEW.personne_id = moi OR NEW.attribuee_par_id IS DISTINCT FROM moi) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Personne ne se donne un groupe, ni au nom d''un autre.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON csil_attribution
  FOR EACH ROW EXECUTE FUNCTION csil_attribution_garde();

-- The undertaking is signed by its person, once.
CREATE FUNCTION csil_engagement_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND (TG_OP <> 'INSERT' OR NEW.personne_id IS DISTINCT FROM csil_moi()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un engagement se signe par sa personne.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON csil_engagement
  FOR EACH ROW EXECUTE FUNCTION csil_engagement_garde();

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

-- Each person sees and ends their own logins.
ALTER TABLE csil_connexion ENABLE ROW LEVEL SECURITY;
CREATE POLICY siennes ON csil_connexion TO csil_app USING (personne_id = (SELECT csil_moi()));
