-- The wall around the contextual information (conception §4). The same rules stand in informations_sensibles/permissions.py
-- and in visible_to; tests/informations_sensibles/test_mur.py compares both, and walks the catalogue for a table that has no policy.

-- The gate: the speaker, with the second factor of this login, the undertaking in force and one of these groups in force;
-- else NULL. Inside policies it is asked once per statement: (SELECT csil_membre()).
CREATE FUNCTION csil_porte(VARIADIC noms text[]) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moi bigint := csil_moi(true);
BEGIN
  IF moi IS NULL THEN RETURN NULL; END IF;
  PERFORM 1 FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
   WHERE v.personne_id = moi AND g.name = ANY (noms) AND EXISTS (
     SELECT 1 FROM csil_engagement e WHERE e.personne_id = moi
        AND e.texte_id = (SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1));
  RETURN CASE WHEN FOUND THEN moi END;
END $$;

-- Who reads the contextual information. The contact TFL does not: only transmissions are addressed to it.
CREATE FUNCTION csil_membre() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Référent Radicalisme', 'Bourgmestre', 'Chef de Corps', 'Officier d''information',
                     'Cellule Informations sensibles') $$;

-- The legal core, who will see every dossier.
CREATE FUNCTION csil_noyau() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Bourgmestre', 'Chef de Corps') IS NOT NULL $$;

-- The authorities, who decide; who keeps the sectors and the circuits; who writes.
CREATE FUNCTION csil_decide() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Bourgmestre', 'Chef de Corps', 'Référent Radicalisme') $$;
CREATE FUNCTION csil_tient() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Référent Radicalisme', 'Officier d''information') $$;
CREATE FUNCTION csil_redige() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Référent Radicalisme', 'Officier d''information', 'Cellule Informations sensibles') $$;

-- Is this person of the Cellule now, whoever speaks?
CREATE FUNCTION csil_est_membre(elle bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT csil_membre() IS NOT NULL AND EXISTS (
    SELECT 1 FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
     WHERE v.personne_id = elle AND g.name IN ('Référent Radicalisme', 'Bourgmestre', 'Chef de Corps',
                                               'Officier d''information', 'Cellule Informations sensibles'))
    AND EXISTS (SELECT 1 FROM csil_engagement e WHERE e.personne_id = elle AND e.texte_id = (
      SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1)) $$;

-- All who are of it now: to be asked by functions only.
CREATE FUNCTION csil_membres() RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT v.personne_id FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
    JOIN csil_engagement e ON e.personne_id = v.personne_id
     AND e.texte_id = (SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1)
   WHERE g.name IN ('Référent Radicalisme', 'Bourgmestre', 'Chef de Corps', 'Officier d''information',
                    'Cellule Informations sensibles') $$;
REVOKE ALL ON FUNCTION csil_membres() FROM PUBLIC;

-- What each table of the Cellule has: who reads, adds and changes a row; who reads its history, if not as the row itself
-- (`%I` of the history has the columns of the row); who may add to it, in their own name. A row is changed by who reads it and
-- `changer`, before and after; NULL: never. With `devient`, it is changed by who reads it, and must satisfy that afterwards.
CREATE PROCEDURE csil_cloisonner(nom text, lire text, ajouter text, changer text, histoire text DEFAULT NULL,
                                 porte text DEFAULT '(SELECT csil_membre()) IS NOT NULL', devient text DEFAULT NULL)
LANGUAGE plpgsql AS $$
DECLARE
  table_ text := 'informations_sensibles_' || nom;
  passe text := 'informations_sensibles_historical' || nom;
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_);
  EXECUTE format('CREATE POLICY lire ON %I FOR SELECT TO csil_app USING (%s)', table_, lire);
  EXECUTE format('CREATE POLICY ajouter ON %I FOR INSERT TO csil_app WITH CHECK (%s)', table_, ajouter);
  IF devient IS NULL THEN
    EXECUTE format('CREATE POLICY changer ON %I FOR UPDATE TO csil_app USING ((%s) AND (%s))', table_, lire, coalesce(changer, 'false'));
  ELSE
    EXECUTE format('CREATE POLICY changer ON %I FOR UPDATE TO csil_app USING (%s) WITH CHECK (%s)', table_, lire, devient);
  END IF;
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', passe);
  EXECUTE format('CREATE POLICY lire ON %I FOR SELECT TO csil_app USING (%s)', passe, coalesce(histoire, lire));
  EXECUTE format('CREATE POLICY ajouter ON %I FOR INSERT TO csil_app WITH CHECK (history_user_id = (SELECT csil_moi(true)) AND (%s))',
                 passe, porte);
END $$;
