-- The wall around the dossiers, the informations and the identities (conception §4). The same rules stand in visible_to;
-- tests/test_mur.py compares both. In the order of what asks what: gates, dossiers, informations, identities, policies, guards.

-- What each table of the Cellule has: who reads, adds and changes a row; who reads its history, if not as the row itself
-- (`%I` of the history has the columns of the row); who may add to it, in their own name. NULL for changer: never changed.
CREATE PROCEDURE csil_cloisonner(nom text, lire text, ajouter text, changer text, histoire text DEFAULT NULL,
                                 porte text DEFAULT '(SELECT csil_membre()) IS NOT NULL')
LANGUAGE plpgsql AS $$
DECLARE
  table_ text := 'informations_sensibles_' || nom;
  passe text := 'informations_sensibles_historical' || nom;
BEGIN
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_);
  EXECUTE format('CREATE POLICY lire ON %I FOR SELECT TO csil_app USING (%s)', table_, lire);
  EXECUTE format('CREATE POLICY ajouter ON %I FOR INSERT TO csil_app WITH CHECK (%s)', table_, ajouter);
  EXECUTE format('CREATE POLICY changer ON %I FOR UPDATE TO csil_app USING ((%s) AND (%s))', table_, lire, coalesce(changer, 'false'));
  EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', passe);
  EXECUTE format('CREATE POLICY lire ON %I FOR SELECT TO csil_app USING (%s)', passe, coalesce(histoire, lire));
  EXECUTE format('CREATE POLICY ajouter ON %I FOR INSERT TO csil_app WITH CHECK (history_user_id = (SELECT csil_moi(true)) AND (%s))',
                 passe, porte);
END $$;

-- Is this person of the Cellule now, whoever speaks?
CREATE FUNCTION csil_est_membre(elle bigint) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT csil_membre() IS NOT NULL AND EXISTS (
    SELECT 1 FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
     WHERE v.personne_id = elle AND g.name IN ('Référent Radicalisme', 'Bourgmestre', 'Chef de Corps',
                                               'Officier d''information', 'Cellule Informations sensibles'))
    AND EXISTS (SELECT 1 FROM csil_engagement e WHERE e.personne_id = elle AND e.texte_id = (
      SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1)) $$;

-- Dossiers

-- On which the speaker holds this right now, by name.
CREATE FUNCTION csil_dossiers(droit text) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 200 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_membre();
  p int;
BEGIN
  IF moi IS NULL THEN RETURN; END IF;
  SELECT ap.id INTO p FROM auth_permission ap JOIN django_content_type c ON c.id = ap.content_type_id
   WHERE ap.codename = droit AND c.app_label = 'informations_sensibles' AND c.model = 'dossier';
  RETURN QUERY
    SELECT d.content_object_id FROM informations_sensibles_droitdossier d
     WHERE d.user_id = moi AND d.permission_id = p
       AND d.debut <= statement_timestamp() AND (d.fin IS NULL OR statement_timestamp() < d.fin);
  -- Référent and Officier also read what waits to be opened, and may add to it.
  IF droit <> 'piloter_dossier' AND csil_tient() IS NOT NULL THEN
    RETURN QUERY SELECT d.id FROM informations_sensibles_dossier d WHERE d.etat = 'propose';
  END IF;
END $$;

-- Closed to the speaker for a conflict of interest, whatever else opens them.
CREATE FUNCTION csil_dossiers_fermes() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT dossier_id FROM informations_sensibles_blocagedossier WHERE personne_id = (SELECT csil_moi(true)) AND leve_le IS NULL $$;

-- Whoever proposes a dossier writes their own rights first, on a key that nobody has used (the foreign key is deferred).
CREATE FUNCTION csil_inconnu(dossier uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (csil_redige() IS NOT NULL OR csil_noyau())
     AND NOT EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier) $$;

-- Who is kept away from a dossier: told to those who read it; why stays with the authorities.
CREATE FUNCTION csil_tenus_a_l_ecart_du_dossier(dossier uuid) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.personne_id FROM informations_sensibles_blocagedossier b
   WHERE b.dossier_id = dossier AND b.leve_le IS NULL
     AND (csil_noyau() OR dossier IN (SELECT csil_dossiers('view_dossier')))
     AND NOT (dossier IN (SELECT csil_dossiers_fermes()))
     AND NOT (dossier::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))) $$;

-- May the speaker add to it?
CREATE FUNCTION csil_contribue(dossier uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (csil_noyau() OR dossier IN (SELECT csil_dossiers('contribuer_dossier')))
     AND NOT (dossier IN (SELECT csil_dossiers_fermes()))
     AND NOT (dossier::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))) $$;

-- Informations

-- Under an embargo that the speaker does not hold: its setter does, and the legal core once that person has left (R43).
CREATE FUNCTION csil_embargos() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.information_id FROM informations_sensibles_embargo e
   WHERE e.leve_le IS NULL AND e.pose_par_id IS DISTINCT FROM (SELECT csil_moi(true))
     AND NOT ((SELECT csil_noyau()) AND NOT csil_est_membre(e.pose_par_id)) $$;

-- Does the speaker validate what comes from this source?
CREATE FUNCTION csil_valide(source text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN source IN ('police_locale', 'police_federale', 'surete')
              THEN csil_porte('Officier d''information', 'Chef de Corps')
              ELSE csil_porte('Référent Radicalisme') END IS NOT NULL $$;

-- Of which the speaker's role takes a step, while the circuit runs and one day more. Transmissions add theirs.
CREATE FUNCTION csil_informations_attendues() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 200 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  roles text[] := ARRAY(SELECT r FROM unnest(ARRAY['Référent Radicalisme', 'Officier d''information']) r
                        WHERE csil_porte(r) IS NOT NULL);
BEGIN
  IF roles = '{}' THEN RETURN; END IF;
  RETURN QUERY
    SELECT i.id FROM informations_sensibles_information i
     WHERE i.etat = 'validee' AND (i.termine_le IS NULL OR i.termine_le > statement_timestamp() - interval '1 day')
       AND EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                    WHERE e.information_id = i.id AND e.role = ANY (roles));
END $$;

-- A passage was masked after this version of the words, by somebody else than the speaker.
CREATE FUNCTION csil_masquee_depuis(information uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM informations_sensibles_passagemasque m
                  WHERE m.information_id = information AND m.le > moment AND m.par_id IS DISTINCT FROM csil_moi(true)) $$;

-- Identities

-- May the speaker ask who this is? Also of one that nobody has written yet (its author's revelation comes first).
CREATE FUNCTION csil_revelable(identite uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE i informations_sensibles_identite;
BEGIN
  IF csil_membre() IS NULL THEN RETURN false; END IF;
  SELECT * INTO i FROM informations_sensibles_identite WHERE id = identite;
  IF NOT FOUND THEN RETURN true; END IF;
  RETURN EXISTS (SELECT 1 FROM informations_sensibles_implication m
                  WHERE m.id = i.implication_id AND csil_contribue(m.dossier_id))
      OR EXISTS (SELECT 1 FROM csil_informations_lisibles(i.information_id));
END $$;

-- Is this one legible to the speaker? The policy of the table, for functions that stand behind it.
CREATE FUNCTION csil_informations_lisibles(cle uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id FROM informations_sensibles_information i
   WHERE i.id = cle AND NOT (i.id IN (SELECT csil_embargos()))
     AND NOT (i.id::text IN (SELECT csil_quarantaines('informations_sensibles.information')))
     AND (i.dossier_id IS NULL OR NOT (i.dossier_id IN (SELECT csil_dossiers_fermes()))
          AND NOT (i.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))))
     AND (i.saisie_par_id = csil_membre() AND i.termine_le IS NULL
       OR i.etat = 'validee' AND (csil_noyau()
            OR i.cercle AND i.dossier_id IN (SELECT csil_dossiers('view_dossier'))
            OR i.dossier_id IS NULL AND csil_tient() IS NOT NULL
            OR i.id IN (SELECT csil_informations_attendues()))
       OR i.etat IN ('a_valider', 'ecartee') AND csil_valide(i.source)
       OR i.etat = 'sans_circuit' AND csil_porte('Chef de Corps', 'Référent Radicalisme') IS NOT NULL) $$;

-- Legible to the speaker now: asked for less than a quarter of an hour ago, and still theirs to ask.
CREATE FUNCTION csil_revelees() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT r.identite_id FROM informations_sensibles_revelation r
   WHERE r.par_id = (SELECT csil_moi(true)) AND r.le > statement_timestamp() - interval '15 minutes' AND csil_revelable(r.identite_id) $$;

-- Policies

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  admin text := '(SELECT csil_dans(''Administrateurs''))';
  decide text := '(SELECT csil_decide()) IS NOT NULL';
  voit text := '((SELECT csil_noyau()) OR %1$I IN (SELECT csil_dossiers(''view_dossier''))) AND NOT (%1$I IN (SELECT csil_dossiers_fermes()))';
  pilote text := '((SELECT csil_noyau()) OR %1$I IN (SELECT csil_dossiers(''piloter_dossier''))) AND NOT (%1$I IN (SELECT csil_dossiers_fermes()))';
  contribue text := 'csil_contribue(%1$I)';
  du_dossier text := 'EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id)';
  de_l_information text := 'EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = information_id)';
  en_vigueur text := 'debut <= statement_timestamp() AND (fin IS NULL OR statement_timestamp() < fin)';
  t text;
BEGIN
  CALL csil_cloisonner('categoriedonnee', membre || ' OR ' || admin, admin, admin, NULL, admin);

  CALL csil_cloisonner('dossier', format(voit, 'id'), 'propose_par_id = (SELECT csil_membre())', format(voit, 'id'));
  CALL csil_cloisonner('droitdossier',
    en_vigueur || ' AND (user_id = ' || moi || ' AND ' || membre || ' OR ' || format(voit, 'content_object_id') || ')',
    format(pilote, 'content_object_id') || ' OR ' || membre || ' AND csil_inconnu(content_object_id)', NULL,
    '(user_id = ' || moi || ' AND ' || membre || ' OR ' || format(voit, 'content_object_id') || ')');
  EXECUTE format('CREATE POLICY retirer ON informations_sensibles_droitdossier FOR DELETE TO csil_app USING (%s)',
                 format(pilote, 'content_object_id'));
  CALL csil_cloisonner('blocagedossier',
    'personne_id = ' || moi || ' OR ' || decide || ' AND ' || du_dossier,
    decide || ' AND par_id = ' || moi || ' AND ' || format(voit, 'dossier_id'),
    decide || ' AND personne_id <> ' || moi,
    decide || ' AND (personne_id <> ' || moi || ' OR history_user_id = ' || moi || ') AND ' || du_dossier
      || ' OR history_user_id = ' || moi || ' AND personne_id = ' || moi || ' AND ' || decide);
  FOREACH t IN ARRAY ARRAY['implication', 'facteur'] LOOP
    CALL csil_cloisonner(t, du_dossier, 'par_id = ' || moi || ' AND ' || format(contribue, 'dossier_id'), format(contribue, 'dossier_id'));
  END LOOP;
  FOREACH t IN ARRAY ARRAY['revue', 'refus'] LOOP
    CALL csil_cloisonner(t, du_dossier, 'par_id = ' || moi || ' AND ' || format(contribue, 'dossier_id'), NULL);
  END LOOP;

  CALL csil_cloisonner('information',
    'NOT (id IN (SELECT csil_embargos())) AND (dossier_id IS NULL OR NOT (dossier_id IN (SELECT csil_dossiers_fermes()))) AND ('
    || 'saisie_par_id = (SELECT csil_membre()) AND termine_le IS NULL'
    || ' OR etat = ''validee'' AND ((SELECT csil_noyau()) OR cercle AND dossier_id IN (SELECT csil_dossiers(''view_dossier''))'
    || ' OR dossier_id IS NULL AND (SELECT csil_tient()) IS NOT NULL OR id IN (SELECT csil_informations_attendues()))'
    || ' OR etat IN (''a_valider'', ''ecartee'') AND CASE WHEN source IN (''police_locale'', ''police_federale'', ''surete'')'
    || ' THEN (SELECT csil_valide(''surete'')) ELSE (SELECT csil_valide(''autre'')) END'
    || ' OR etat = ''sans_circuit'' AND (SELECT csil_porte(''Chef de Corps'', ''Référent Radicalisme'')) IS NOT NULL)',
    'saisie_par_id = ' || moi || ' AND ((SELECT csil_redige()) IS NOT NULL OR (SELECT csil_noyau()))', 'true',
    'EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = informations_sensibles_historicalinformation.id)'
    || ' AND ((SELECT csil_noyau()) OR NOT csil_masquee_depuis(informations_sensibles_historicalinformation.id, history_date))');
  CALL csil_cloisonner('etapeinformation', de_l_information, de_l_information, de_l_information);
  CALL csil_cloisonner('embargo',
    '(pose_par_id = (SELECT csil_membre()) OR (SELECT csil_noyau()) AND NOT csil_est_membre(pose_par_id)) AND ' || de_l_information,
    'pose_par_id = ' || moi || ' AND ' || de_l_information, 'true');
  CALL csil_cloisonner('passagemasque',
    '((SELECT csil_noyau()) OR par_id = ' || moi || ') AND ' || de_l_information, 'par_id = ' || moi || ' AND ' || de_l_information, NULL);

  CALL csil_cloisonner('revelation', 'par_id = ' || moi || ' AND ' || membre,
    'par_id = ' || moi || ' AND csil_revelable(identite_id)', NULL);
  CALL csil_cloisonner('identite', 'id IN (SELECT csil_revelees())', 'saisie_par_id = ' || moi || ' AND id IN (SELECT csil_revelees())',
    'id IN (SELECT csil_revelees())');
END $$;

-- Guards

-- Proposed by who speaks, opened by another; its states one way; what is closed is not rewritten.
CREATE FUNCTION csil_dossier_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  passage text;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.etat <> 'propose' OR NEW.ouvert_par_id IS NOT NULL OR NEW.clos_par_id IS NOT NULL OR NEW.prolongations <> 0 THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un dossier naît proposé.'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.reference, NEW.propose_par_id, NEW.propose_le) IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.propose_par_id, OLD.propose_le) THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''origine d''un dossier ne se réécrit pas.'; END IF;
  IF OLD.etat IN ('clos', 'police_seule', 'efface') AND
     (to_jsonb(NEW) - '{version,premier_regard,second_regard}'::text[]) <> (to_jsonb(OLD) - '{version,premier_regard,second_regard}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un dossier clos ne se réécrit pas.'; END IF;
  passage := OLD.etat || ' ' || NEW.etat;
  IF NEW.etat <> OLD.etat AND passage NOT IN ('propose ouvert', 'propose clos', 'ouvert en_suivi', 'en_suivi en_revue', 'en_revue en_suivi',
       'ouvert clos', 'en_suivi clos', 'en_revue clos', 'ouvert police_seule', 'en_suivi police_seule', 'en_revue police_seule') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un dossier ne passe pas de cet état à celui-là.'; END IF;
  IF NEW.ouvert_par_id IS DISTINCT FROM OLD.ouvert_par_id
     AND (passage <> 'propose ouvert' OR NEW.ouvert_par_id IS DISTINCT FROM moi
          OR csil_porte('Référent Radicalisme', 'Officier d''information', 'Bourgmestre', 'Chef de Corps') IS NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un dossier s''ouvre par une autre personne, en son nom.'; END IF;
  IF passage = 'propose ouvert' AND NEW.ouvert_par_id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un dossier s''ouvre par quelqu''un.'; END IF;
  IF NEW.clos_par_id IS DISTINCT FROM OLD.clos_par_id AND NEW.clos_par_id IS DISTINCT FROM moi THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une clôture porte le nom de qui la décide.'; END IF;
  IF NEW.prolongations NOT IN (OLD.prolongations, OLD.prolongations + 1)
     OR NEW.prolongations > OLD.prolongations AND NEW.prolongations > 3 AND csil_porte('Bourgmestre') IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'À partir de la quatrième, une prolongation est du Bourgmestre.'; END IF;
  IF NEW.prochaine_revue IS DISTINCT FROM OLD.prochaine_revue AND NEW.prochaine_revue > csil_mois_apres(csil_aujourd_hui(), 6) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une revue a lieu au plus tard dans six mois.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_dossier FOR EACH ROW EXECUTE FUNCTION csil_dossier_garde();

-- Circles hold members of the Cellule; rights are added and taken away, not rewritten; a pilote stays until replaced (R60).
CREATE FUNCTION csil_cercle_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN coalesce(NEW, OLD); END IF;
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = OLD.content_object_id AND d.pilote_id = OLD.user_id) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Le pilote ne quitte pas le cercle avant d''avoir un successeur.'; END IF;
    RETURN OLD;
  END IF;
  IF NOT csil_est_membre(NEW.user_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Le cercle d''un dossier est fermé à qui n''est pas de la Cellule.'; END IF;
  -- On a dossier that exists, its pilote or the legal core lets in; before it exists, its author (who has no other way in).
  IF EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = NEW.content_object_id)
     AND NOT (csil_noyau() OR NEW.content_object_id IN (SELECT csil_dossiers('piloter_dossier'))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Le cercle d''un dossier s''ouvre par son pilote.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR DELETE ON informations_sensibles_droitdossier FOR EACH ROW EXECUTE FUNCTION csil_cercle_garde();

CREATE FUNCTION csil_blocage_dossier_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.leve_le IS NOT NULL OR NEW.leve_par_id IS NOT NULL OR NEW.dossier_id IN (SELECT csil_dossiers_fermes()) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un blocage naît en vigueur.'; END IF;
    IF EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = NEW.dossier_id AND d.pilote_id = NEW.personne_id
                AND d.etat IN ('propose', 'ouvert', 'en_suivi', 'en_revue')) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Le pilote est d''abord remplacé.'; END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - '{leve_par_id,leve_le}'::text[]) <> (to_jsonb(OLD) - '{leve_par_id,leve_le}'::text[])
     OR OLD.leve_le IS NOT NULL OR NEW.leve_par_id IS DISTINCT FROM csil_moi(true) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un blocage se lève une fois, au nom de qui le décide.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_blocagedossier
  FOR EACH ROW EXECUTE FUNCTION csil_blocage_dossier_garde();

-- An information is born in the name of who speaks; validated once by its validator; its origin never changes; only the
-- Officier evaluates; its circle opens when every step is done.
CREATE FUNCTION csil_information_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  passage text;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.etat NOT IN ('a_valider', 'sans_circuit') OR NEW.validee_par_id IS NOT NULL OR NEW.cercle OR NEW.termine_le IS NOT NULL
       OR NEW.evaluation_source || NEW.evaluation_information <> 'X4' AND csil_porte('Officier d''information') IS NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une information naît à valider, sans évaluation.'; END IF;
    IF NEW.dossier_id IS NOT NULL AND NOT csil_contribue(NEW.dossier_id) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Ce dossier n''est pas ouvert à qui parle.'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.reference, NEW.genre, NEW.source, NEW.saisie_par_id, NEW.saisie_le) IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.genre, OLD.source, OLD.saisie_par_id, OLD.saisie_le) THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''origine d''une information ne se réécrit pas.'; END IF;
  IF NEW.dossier_id IS DISTINCT FROM OLD.dossier_id
     AND (OLD.dossier_id IS NOT NULL OR NEW.dossier_id IS NULL OR NOT csil_contribue(NEW.dossier_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information se rattache une fois, à un dossier où l''on contribue.'; END IF;
  passage := OLD.etat || ' ' || NEW.etat;
  IF NEW.etat <> OLD.etat AND NOT (
       passage IN ('a_valider validee', 'a_valider ecartee') AND csil_valide(OLD.source) AND NEW.validee_par_id = moi
       OR passage = 'sans_circuit a_valider' AND csil_porte('Chef de Corps', 'Référent Radicalisme') IS NOT NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information se valide une fois, par qui valide sa source.'; END IF;
  IF OLD.validee_par_id IS NOT NULL AND (NEW.validee_par_id, NEW.validee_le) IS DISTINCT FROM (OLD.validee_par_id, OLD.validee_le) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une validation ne se réécrit pas.'; END IF;
  IF (NEW.evaluation_source, NEW.evaluation_information) IS DISTINCT FROM (OLD.evaluation_source, OLD.evaluation_information)
     AND csil_porte('Officier d''information') IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information s''évalue par l''Officier d''information.'; END IF;
  IF (NEW.termine_le, NEW.cercle) IS DISTINCT FROM (OLD.termine_le, OLD.cercle) AND (OLD.termine_le IS NOT NULL OR NEW.etat <> 'validee'
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e WHERE e.information_id = NEW.id AND e.faite_le IS NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un circuit se termine une fois, quand toutes ses étapes sont faites.'; END IF;
  IF OLD.etat IN ('validee', 'ecartee') AND csil_tient() IS NULL AND NOT csil_noyau()
     AND (to_jsonb(NEW) - '{version,dossier_id}'::text[]) <> (to_jsonb(OLD) - '{version,dossier_id}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information validée se rectifie ou se masque par le Référent, l''Officier ou une autorité.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_information
  FOR EACH ROW EXECUTE FUNCTION csil_information_garde();

-- Steps are laid out when the circuit starts, done in order by their role, once.
CREATE FUNCTION csil_etape_information_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.faite_le IS NOT NULL OR NOT EXISTS (
         SELECT 1 FROM informations_sensibles_information i WHERE i.id = NEW.information_id AND i.etat = 'a_valider') THEN
      RAISE insufficient_privilege USING MESSAGE = 'Les étapes se posent au départ du circuit.'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.faite_le IS NOT NULL OR (NEW.id, NEW.information_id, NEW.ordre, NEW.acte, NEW.role, NEW.consigne, NEW.delai_jours) IS DISTINCT FROM
     (OLD.id, OLD.information_id, OLD.ordre, OLD.acte, OLD.role, OLD.consigne, OLD.delai_jours) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une étape faite ne se réécrit pas.'; END IF;
  IF NEW.faite_le IS NOT NULL AND (NEW.faite_par_id IS DISTINCT FROM csil_moi(true) OR csil_porte(OLD.role) IS NULL
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                   WHERE e.information_id = OLD.information_id AND e.ordre < OLD.ordre AND e.faite_le IS NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une étape se fait dans l''ordre, par qui tient son rôle.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_etapeinformation
  FOR EACH ROW EXECUTE FUNCTION csil_etape_information_garde();

CREATE FUNCTION csil_embargo_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.leve_le IS NOT NULL OR csil_tient() IS NULL AND NOT csil_noyau() THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un embargo naît en vigueur, par le Référent, l''Officier ou une autorité.'; END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - '{leve_par_id,leve_le,motif_levee,jusqu_au}'::text[]) <> (to_jsonb(OLD) - '{leve_par_id,leve_le,motif_levee,jusqu_au}'::text[])
     OR OLD.leve_le IS NOT NULL OR NEW.leve_le IS NOT NULL AND NEW.leve_par_id IS DISTINCT FROM csil_moi(true) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un embargo se lève une fois, au nom de qui le décide.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_embargo FOR EACH ROW EXECUTE FUNCTION csil_embargo_garde();

-- A revelation is of now; the parent of an identity changes once, from the information to the person in the dossier.
CREATE FUNCTION csil_revelation_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() THEN NEW.le := statement_timestamp(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT ON informations_sensibles_revelation FOR EACH ROW EXECUTE FUNCTION csil_revelation_garde();
