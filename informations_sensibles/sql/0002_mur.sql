-- The wall around the contextual information (conception §4). The same rules stand in informations_sensibles/commun/permissions.py
-- and in visible_to; tests/test_mur.py compares both, and walks the catalogue for a table that has no policy.

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

CREATE FUNCTION csil_decide() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Bourgmestre', 'Chef de Corps', 'Référent Radicalisme') $$;

CREATE FUNCTION csil_tient() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Référent Radicalisme', 'Officier d''information') $$;

CREATE FUNCTION csil_redige() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Référent Radicalisme', 'Officier d''information', 'Cellule Informations sensibles') $$;

-- The sectors for which the speaker answers now: undertaking and second factor, no mandate.
CREATE FUNCTION csil_secteurs() RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT secteur_id FROM informations_sensibles_correspondantsecteur
   WHERE personne_id = csil_porte('Points de contact sectoriels')
     AND debut <= statement_timestamp() AND (fin IS NULL OR statement_timestamp() < fin) $$;

-- What was in force once in these sectors. A policy cannot ask another table whose policy asks this one.
CREATE FUNCTION csil_versions_ouvertes() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT v.id FROM informations_sensibles_versionprocessus v
    JOIN informations_sensibles_processuscommunication p ON p.id = v.processus_id
   WHERE p.secteur_id IN (SELECT csil_secteurs()) AND v.etat NOT IN ('brouillon', 'soumise') $$;

CREATE FUNCTION csil_processus_ouverts() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT processus_id FROM informations_sensibles_versionprocessus WHERE id IN (SELECT csil_versions_ouvertes()) $$;

-- Reports closed to the speaker for a conflict of interest, whatever else opens them.
CREATE FUNCTION csil_blocages() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT signalement_id FROM informations_sensibles_blocage WHERE personne_id = csil_moi(true) AND leve_le IS NULL $$;

-- The speaker's own reports, while they answer for that sector.
CREATE FUNCTION csil_signalements_faits() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT id FROM informations_sensibles_signalementcontextuel
   WHERE signalant_id = csil_moi(true) AND secteur_id IN (SELECT csil_secteurs()) $$;

-- One policy a table and a command. lire: who reads a row. ajouter, changer: who writes it. histoire: who reads its
-- history, where it is not as the row itself; nobody writes history in another's name, nobody rewrites it (accords.py).
DO $$
DECLARE
  t record;
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  admin text := '(SELECT csil_dans(''Administrateurs''))';
  tient text := '(SELECT csil_tient()) IS NOT NULL';
  redige text := '(SELECT csil_redige()) IS NOT NULL';
  decide text := '(SELECT csil_decide()) IS NOT NULL';
  moi text := '(SELECT csil_moi(true))';
  table_ text;
BEGIN
  FOR t IN SELECT * FROM (VALUES
    ('secteur', membre || ' OR id IN (SELECT csil_secteurs()) OR ' || admin, admin, admin, membre || ' OR ' || admin),
    ('reponsetype', membre || ' OR ' || admin, admin, admin, NULL),
    ('organisationsecteur', membre, tient, tient, NULL),
    ('correspondantsecteur', membre || ' OR personne_id = ' || moi, tient || ' AND personne_id <> ' || moi,
     tient || ' AND personne_id <> ' || moi, membre),
    ('pointdecontact', membre || ' OR retire_le IS NULL AND secteur_id IN (SELECT csil_secteurs())', tient,
     tient || ' OR personne_id = (SELECT csil_membre())', membre),
    ('exercice', membre, tient, tient, NULL),
    ('processuscommunication', membre || ' OR id IN (SELECT csil_processus_ouverts())',
     redige || ' AND propose_par_id = ' || moi, redige, membre),
    ('versionprocessus', membre || ' OR id IN (SELECT csil_versions_ouvertes())', redige,
     redige || ' OR ' || decide, membre),
    ('etapeprocessus', membre || ' OR version_processus_id IN (SELECT csil_versions_ouvertes())', redige, redige, membre),
    ('blocage', 'personne_id = ' || moi || ' OR ' || decide || ' AND NOT (signalement_id IN (SELECT csil_blocages()))',
     decide || ' AND par_id = ' || moi, decide || ' AND personne_id <> ' || moi,
     decide || ' AND (personne_id <> ' || moi || ' OR history_user_id = ' || moi || ')'),
    ('signalementcontextuel', 'NOT (id IN (SELECT csil_blocages())) AND (' || membre
      || ' OR signalant_id = ' || moi || ' AND secteur_id IN (SELECT csil_secteurs()))',
     'signalant_id = ' || moi || ' AND etat = ''recu'' AND (' || membre || ' OR secteur_id IN (SELECT csil_secteurs()))',
     membre, 'NOT (id IN (SELECT csil_blocages())) AND (' || membre
      || ' OR signalant_id = ' || moi || ' AND history_user_id = ' || moi || ' AND secteur_id IN (SELECT csil_secteurs()))'),
    ('traitementsignalement', 'NOT (signalement_id IN (SELECT csil_blocages())) AND ' || membre, membre, membre, NULL),
    ('reponsesignalement', 'NOT (signalement_id IN (SELECT csil_blocages())) AND (' || membre
      || ' OR signalement_id IN (SELECT csil_signalements_faits()))', membre,
     '(SELECT csil_porte(''Référent Radicalisme'')) IS NOT NULL',
     'NOT (signalement_id IN (SELECT csil_blocages())) AND ' || membre)
  ) v(nom, lire, ajouter, changer, histoire) LOOP
    table_ := 'informations_sensibles_' || t.nom;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_);
    EXECUTE format('CREATE POLICY lire ON %I FOR SELECT TO csil_app USING (%s)', table_, t.lire);
    EXECUTE format('CREATE POLICY ajouter ON %I FOR INSERT TO csil_app WITH CHECK (%s)', table_, t.ajouter);
    EXECUTE format('CREATE POLICY changer ON %I FOR UPDATE TO csil_app USING (%s) WITH CHECK (%s)', table_, t.lire, t.changer);
    table_ := 'informations_sensibles_historical' || t.nom;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_);
    EXECUTE format('CREATE POLICY lire ON %I FOR SELECT TO csil_app USING (%s)', table_, coalesce(t.histoire, t.lire));
    EXECUTE format('CREATE POLICY ajouter ON %I FOR INSERT TO csil_app WITH CHECK (history_user_id = %s)', table_, moi);
  END LOOP;
  EXECUTE format('CREATE POLICY retirer ON informations_sensibles_etapeprocessus FOR DELETE TO csil_app USING (%s)', redige);
END $$;

-- Nobody gives themselves a sector; who answers for which is added to and ended, not rewritten.
CREATE FUNCTION csil_correspondant_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - '{fonction,fin,version}'::text[]) <> (to_jsonb(OLD) - '{fonction,fin,version}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une désignation se termine, elle ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_correspondantsecteur
  FOR EACH ROW EXECUTE FUNCTION csil_correspondant_garde();

-- A drill that has an outcome stays as it was.
CREATE FUNCTION csil_exercice_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.conclu_le IS NOT NULL AND NOT csil_est_proprietaire() THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un exercice conclu ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_exercice
  FOR EACH ROW EXECUTE FUNCTION csil_exercice_garde();

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

-- What was reported is never rewritten: its state moves one step, and it closes with an outcome and an answer.
CREATE FUNCTION csil_signalement_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF (to_jsonb(NEW) - 'etat') <> (to_jsonb(OLD) - 'etat') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un signalement ne se réécrit pas.'; END IF;
  IF OLD.etat || ' ' || NEW.etat NOT IN ('recu pris_en_charge', 'pris_en_charge clos') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un signalement avance d''un état à la fois.'; END IF;
  IF NEW.etat = 'clos' AND NOT (
       EXISTS (SELECT 1 FROM informations_sensibles_traitementsignalement WHERE signalement_id = NEW.id AND clos_le IS NOT NULL)
       AND EXISTS (SELECT 1 FROM informations_sensibles_reponsesignalement WHERE signalement_id = NEW.id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un signalement se clôt avec une issue et une réponse.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_signalementcontextuel
  FOR EACH ROW EXECUTE FUNCTION csil_signalement_garde();

-- Only the Officier evaluates, in their own name; a closure is signed, and final but for the word that waits.
CREATE FUNCTION csil_traitement_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  avant informations_sensibles_traitementsignalement := CASE WHEN TG_OP = 'UPDATE' THEN OLD END;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF NEW.signalement_id <> coalesce(avant.signalement_id, NEW.signalement_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un traitement ne change pas de signalement.'; END IF;
  IF avant.clos_le IS NOT NULL AND ((to_jsonb(NEW) - 'mot_propose') <> (to_jsonb(avant) - 'mot_propose')
       OR csil_porte('Référent Radicalisme') IS NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un traitement clos ne se réécrit pas.'; END IF;
  IF (NEW.evaluation_source, NEW.evaluation_information, NEW.evalue_par_id) IS DISTINCT FROM
       (coalesce(avant.evaluation_source, 'X'), coalesce(avant.evaluation_information, '4'), avant.evalue_par_id)
     AND NEW.evalue_par_id IS DISTINCT FROM csil_porte('Officier d''information') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information s''évalue par l''Officier d''information.'; END IF;
  IF NEW.clos_par_id IS DISTINCT FROM avant.clos_par_id AND NEW.clos_par_id IS DISTINCT FROM moi THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une clôture porte le nom de qui la décide.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_traitementsignalement
  FOR EACH ROW EXECUTE FUNCTION csil_traitement_garde();

CREATE FUNCTION csil_reponse_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND (to_jsonb(NEW) - 'mot') <> (to_jsonb(OLD) - 'mot') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une réponse donnée ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_reponsesignalement
  FOR EACH ROW EXECUTE FUNCTION csil_reponse_garde();

-- What keeps somebody away is born in force, and lifted once, by another authority.
CREATE FUNCTION csil_blocage_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.leve_le IS NOT NULL OR NEW.leve_par_id IS NOT NULL OR NEW.signalement_id IN (SELECT csil_blocages()) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un blocage naît en vigueur.'; END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - '{leve_par_id,leve_le}'::text[]) <> (to_jsonb(OLD) - '{leve_par_id,leve_le}'::text[])
     OR OLD.leve_le IS NOT NULL OR NEW.leve_par_id IS DISTINCT FROM csil_moi(true) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un blocage se lève une fois, au nom de qui le décide.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_blocage
  FOR EACH ROW EXECUTE FUNCTION csil_blocage_garde();
