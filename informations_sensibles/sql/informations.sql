-- Informations. Under an embargo that the speaker does not hold: its setter does, and the legal core once that person has
-- left (R43).
CREATE FUNCTION csil_embargos() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.information_id FROM informations_sensibles_embargo e
   WHERE e.leve_le IS NULL AND e.pose_par_id IS DISTINCT FROM (SELECT csil_moi(true))
     AND NOT ((SELECT csil_noyau()) AND NOT csil_est_membre(e.pose_par_id)) $$;

-- What the speaker holds back is theirs to read until they let go, and one day more: else nobody could lift it.
CREATE FUNCTION csil_embargos_poses() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.information_id FROM informations_sensibles_embargo e
   WHERE e.pose_par_id = (SELECT csil_membre()) AND (e.leve_le IS NULL OR e.leve_le > statement_timestamp() - interval '1 day') $$;

-- Does the speaker validate what comes from this source?
CREATE FUNCTION csil_valide(source text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN source IN ('police_locale', 'police_federale', 'surete')
              THEN csil_porte('Officier d''information', 'Chef de Corps')
              ELSE csil_porte('Référent Radicalisme') END IS NOT NULL $$;

-- Of which the speaker's role takes a step, until a day after the end: whatever the state, so that whoever validates still reads
-- what they have just validated (a policy judges the new row by what the functions saw before).
CREATE FUNCTION csil_etapes_tenues() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 200 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  roles text[] := ARRAY(SELECT r FROM unnest(ARRAY['Référent Radicalisme', 'Officier d''information']) r
                        WHERE csil_porte(r) IS NOT NULL);
BEGIN
  IF roles = '{}' THEN RETURN; END IF;
  RETURN QUERY
    SELECT i.id FROM informations_sensibles_information i
     WHERE (i.termine_le IS NULL OR i.termine_le > statement_timestamp() - interval '1 day')
       AND EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                    WHERE e.information_id = i.id AND e.role = ANY (roles));
END $$;

-- Transmissions of which an information is under somebody else's embargo, or in quarantine: closed whatever else opens them.
CREATE FUNCTION csil_transmissions_fermees() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.transmission_id FROM informations_sensibles_informationtransmise t
   WHERE t.retiree_le IS NULL AND t.information_id IN (
     SELECT csil_embargos()
     UNION ALL
     SELECT CASE WHEN q ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN q::uuid END
       FROM csil_quarantaines('informations_sensibles.information') q) $$;

-- What else waits for the speaker's role: what a transmission that waits for its check or its release covers.
CREATE FUNCTION csil_informations_attendues() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.information_id FROM informations_sensibles_informationtransmise c
    JOIN informations_sensibles_transmission t ON t.id = c.transmission_id
   WHERE (SELECT csil_tient()) IS NOT NULL AND c.retiree_le IS NULL AND t.etat IN ('preparee', 'verifiee')
     AND NOT (t.id IN (SELECT csil_transmissions_fermees()))
     AND NOT (t.dossier_id IN (SELECT csil_dossiers_fermes()))
     AND NOT (t.id::text IN (SELECT csil_quarantaines('informations_sensibles.transmission')))
     AND NOT (t.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))) $$;

-- Is this one legible to the speaker? The policy of the table, for functions that stand behind it.
CREATE FUNCTION csil_informations_lisibles(cle uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id FROM informations_sensibles_information i
   WHERE i.id = cle AND NOT (i.id IN (SELECT csil_embargos()))
     AND NOT (i.id::text IN (SELECT csil_quarantaines('informations_sensibles.information')))
     AND (i.dossier_id IS NULL OR NOT (i.dossier_id IN (SELECT csil_dossiers_fermes()))
          AND NOT (i.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))))
     AND (i.saisie_par_id = csil_membre() AND i.termine_le IS NULL
       OR i.id IN (SELECT csil_embargos_poses())
       OR i.etat = 'validee' AND (csil_noyau()
            OR i.cercle AND i.dossier_id IN (SELECT csil_dossiers('view_dossier'))
            OR i.dossier_id IS NULL AND csil_tient() IS NOT NULL
            OR i.id IN (SELECT csil_etapes_tenues()) OR i.id IN (SELECT csil_informations_attendues()))
       OR i.etat IN ('a_valider', 'ecartee') AND csil_valide(i.source)
       OR i.etat = 'sans_circuit' AND csil_porte('Chef de Corps', 'Référent Radicalisme') IS NOT NULL) $$;

-- A passage was masked after this version of the words, by somebody else than the speaker.
CREATE FUNCTION csil_masquee_depuis(information uuid, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM informations_sensibles_passagemasque m
                  WHERE m.information_id = information AND m.le > moment AND m.par_id IS DISTINCT FROM csil_moi(true)) $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  gouverne text := '((SELECT csil_tient()) IS NOT NULL OR (SELECT csil_noyau()))';
  de_l_information text := 'EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = information_id)';
BEGIN
  CALL csil_cloisonner('information',
    'NOT (id IN (SELECT csil_embargos())) AND (dossier_id IS NULL OR NOT (dossier_id IN (SELECT csil_dossiers_fermes()))) AND ('
    || 'saisie_par_id = (SELECT csil_membre()) AND termine_le IS NULL'
    || ' OR id IN (SELECT csil_embargos_poses())'
    || ' OR etat = ''validee'' AND ((SELECT csil_noyau()) OR cercle AND dossier_id IN (SELECT csil_dossiers(''view_dossier''))'
    || ' OR dossier_id IS NULL AND (SELECT csil_tient()) IS NOT NULL'
    || ' OR id IN (SELECT csil_etapes_tenues()) OR id IN (SELECT csil_informations_attendues()))'
    || ' OR etat IN (''a_valider'', ''ecartee'') AND CASE WHEN source IN (''police_locale'', ''police_federale'', ''surete'')'
    || ' THEN (SELECT csil_valide(''surete'')) ELSE (SELECT csil_valide(''autre'')) END'
    || ' OR etat = ''sans_circuit'' AND (SELECT csil_porte(''Chef de Corps'', ''Référent Radicalisme'')) IS NOT NULL)',
    'saisie_par_id = ' || moi || ' AND ((SELECT csil_redige()) IS NOT NULL OR (SELECT csil_noyau()))', 'true',
    'EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = informations_sensibles_historicalinformation.id)'
    || ' AND ((SELECT csil_noyau()) OR NOT csil_masquee_depuis(informations_sensibles_historicalinformation.id, history_date))');
  CALL csil_cloisonner('etapeinformation', de_l_information, de_l_information, de_l_information);
  -- Masking is of who governs, as the act is: a reader of the circle would hide the history from everybody by it.
  CALL csil_cloisonner('passagemasque', '((SELECT csil_noyau()) OR par_id = ' || moi || ') AND ' || de_l_information,
    'par_id = ' || moi || ' AND ' || gouverne || ' AND ' || de_l_information, NULL);
  CALL csil_cloisonner('consentement', de_l_information, 'consigne_par_id = ' || moi || ' AND ' || gouverne || ' AND ' || de_l_information, NULL);
  CALL csil_cloisonner('rectification', de_l_information, 'par_id = ' || moi || ' AND ' || gouverne || ' AND ' || de_l_information, NULL);
  CALL csil_cloisonner('arectifier', de_l_information, gouverne || ' AND ' || de_l_information, gouverne);
END $$;

-- An embargo is read by its setter, and by the legal core once that person has left. Asked by every list of informations: by the
-- function, since the policy of informations would be planned again each time.
ALTER TABLE informations_sensibles_embargo ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON informations_sensibles_embargo FOR SELECT TO csil_app USING (
  (pose_par_id = (SELECT csil_membre()) OR (SELECT csil_noyau()) AND NOT csil_est_membre(pose_par_id))
  AND EXISTS (SELECT csil_informations_lisibles(information_id)));
CREATE POLICY ajouter ON informations_sensibles_embargo FOR INSERT TO csil_app WITH CHECK (
  pose_par_id = (SELECT csil_moi(true))
  AND EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = information_id));
CREATE POLICY changer ON informations_sensibles_embargo FOR UPDATE TO csil_app USING (
  (pose_par_id = (SELECT csil_membre()) OR (SELECT csil_noyau()) AND NOT csil_est_membre(pose_par_id))
  AND EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = information_id));
ALTER TABLE informations_sensibles_historicalembargo ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON informations_sensibles_historicalembargo FOR SELECT TO csil_app USING (
  (pose_par_id = (SELECT csil_membre()) OR (SELECT csil_noyau()) AND NOT csil_est_membre(pose_par_id))
  AND EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = information_id));
CREATE POLICY ajouter ON informations_sensibles_historicalembargo FOR INSERT TO csil_app WITH CHECK (
  history_user_id = (SELECT csil_moi(true)) AND (SELECT csil_membre()) IS NOT NULL);

-- How wide a label is: 1 for the narrowest.
CREATE FUNCTION csil_largeur(tlp text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT array_position(ARRAY['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'], tlp) $$;

-- Its circuit is the one in force for its kind and source when it starts. Its words are its author's until they are validated;
-- then they are put right or masked, and what it may be used for never loosens without the word of who gave it (R18, R19).
CREATE FUNCTION csil_information_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  passage text;
  en_chemin text[] := '{version,etat,dossier_id,validee_par_id,validee_le,motif_validation,version_circuit_id,termine_le,cercle}';
  vivants text[] := '{version,dossier_id,termine_le,cercle,evaluation_source,evaluation_information,tlp,synthese,nature,
                      categorie_id,date_fait,date_document,reference_document,recherche}';
  accord informations_sensibles_consentement;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' OR NEW.version_circuit_id IS DISTINCT FROM OLD.version_circuit_id THEN
    IF (NEW.etat = 'a_valider') IS DISTINCT FROM EXISTS (
         SELECT 1 FROM informations_sensibles_versioncircuit v JOIN informations_sensibles_circuit c ON c.id = v.circuit_id
          WHERE v.id = NEW.version_circuit_id AND v.etat = 'en_vigueur' AND c.genre = NEW.genre AND c.source = NEW.source)
       OR TG_OP = 'UPDATE' AND OLD.version_circuit_id IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une information suit le circuit en vigueur quand elle le commence.'; END IF;
  END IF;
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
  IF passage = 'a_valider validee' AND NOT EXISTS (
       SELECT 1 FROM informations_sensibles_etapeinformation e
        WHERE e.information_id = NEW.id AND e.acte = 'valider' AND e.faite_par_id = moi) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Qui valide signe l''étape de la validation.'; END IF;
  IF OLD.validee_par_id IS NOT NULL AND (NEW.validee_par_id, NEW.validee_le) IS DISTINCT FROM (OLD.validee_par_id, OLD.validee_le) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une validation ne se réécrit pas.'; END IF;
  IF OLD.etat IN ('a_valider', 'sans_circuit') AND OLD.saisie_par_id IS DISTINCT FROM moi
     AND (to_jsonb(NEW) - en_chemin) <> (to_jsonb(OLD) - en_chemin) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Avant sa validation, une information est corrigée par qui l''a saisie.'; END IF;
  IF OLD.etat = 'ecartee' AND (to_jsonb(NEW) - '{version}'::text[]) <> (to_jsonb(OLD) - '{version}'::text[])
     OR OLD.etat = 'validee' AND (to_jsonb(NEW) - vivants) <> (to_jsonb(OLD) - vivants) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce qui a été validé ou écarté ne se réécrit pas.'; END IF;
  IF OLD.etat = 'validee' AND csil_tient() IS NULL AND NOT csil_noyau()
     AND (to_jsonb(NEW) - '{version,dossier_id}'::text[]) <> (to_jsonb(OLD) - '{version,dossier_id}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information validée se rectifie ou se masque par le Référent, l''Officier ou une autorité.'; END IF;
  IF (NEW.evaluation_source, NEW.evaluation_information) IS DISTINCT FROM (OLD.evaluation_source, OLD.evaluation_information)
     AND csil_porte('Officier d''information') IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information s''évalue par l''Officier d''information.'; END IF;
  SELECT * INTO accord FROM informations_sensibles_consentement c
   WHERE c.information_id = NEW.id ORDER BY c.consigne_le DESC LIMIT 1;
  IF csil_largeur(NEW.tlp) > csil_largeur(OLD.tlp)
     AND NOT coalesce(accord.accorde AND csil_largeur(NEW.tlp) <= csil_largeur(accord.tlp), false) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information ne circule pas plus loin sans l''accord de qui l''a donnée.'; END IF;
  IF NEW.termine_le IS DISTINCT FROM OLD.termine_le AND (OLD.termine_le IS NOT NULL OR NEW.etat <> 'validee'
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e WHERE e.information_id = NEW.id AND e.faite_le IS NULL)
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapecircuit c WHERE c.version_circuit_id = NEW.version_circuit_id
                     AND NOT EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                                      WHERE e.information_id = NEW.id AND e.ordre = c.ordre))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un circuit se termine une fois, quand toutes ses étapes sont faites.'; END IF;
  IF NEW.cercle AND NOT OLD.cercle AND (NEW.termine_le IS NULL
       OR EXISTS (SELECT 1 FROM informations_sensibles_versioncircuit v WHERE v.id = NEW.version_circuit_id AND NOT v.permet_cercle)
       OR (NEW.source IN ('surete', 'autre') OR NEW.code_traitement IN ('H1', 'H2'))
          AND NOT coalesce(accord.accorde AND accord.pour_cercle, false)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Le cercle lit une information quand son circuit et qui l''a donnée le permettent.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_information
  FOR EACH ROW EXECUTE FUNCTION csil_information_garde();

-- Steps are those of the version that starts; done in order, once it is validated, by who holds their role. The Chef de Corps
-- validates for the Officier d'information too.
CREATE FUNCTION csil_etape_information_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE i informations_sensibles_information;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  SELECT * INTO i FROM informations_sensibles_information WHERE id = NEW.information_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.faite_le IS NOT NULL OR i.etat IS DISTINCT FROM 'a_valider' OR NOT EXISTS (
         SELECT 1 FROM informations_sensibles_etapecircuit c
          WHERE c.version_circuit_id = i.version_circuit_id AND (c.ordre, c.acte, c.role, c.delai_jours, c.consigne)
                IS NOT DISTINCT FROM (NEW.ordre, NEW.acte, NEW.role, NEW.delai_jours, NEW.consigne)) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Les étapes d''un circuit se posent à son départ.'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.faite_le IS NOT NULL OR (NEW.id, NEW.information_id, NEW.ordre, NEW.acte, NEW.role, NEW.consigne, NEW.delai_jours) IS DISTINCT FROM
     (OLD.id, OLD.information_id, OLD.ordre, OLD.acte, OLD.role, OLD.consigne, OLD.delai_jours) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une étape faite ne se réécrit pas.'; END IF;
  IF NEW.faite_le IS NOT NULL AND (NEW.faite_par_id IS DISTINCT FROM csil_moi(true)
       OR csil_porte(OLD.role) IS NULL
          AND NOT (OLD.acte = 'valider' AND OLD.role = 'Officier d''information' AND csil_porte('Chef de Corps') IS NOT NULL)
       OR i.etat <> CASE OLD.acte WHEN 'valider' THEN 'a_valider' ELSE 'validee' END
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                   WHERE e.information_id = OLD.information_id AND e.ordre < OLD.ordre AND e.faite_le IS NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une étape se fait dans l''ordre, par qui tient son rôle.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_etapeinformation
  FOR EACH ROW EXECUTE FUNCTION csil_etape_information_garde();

-- An embargo is born in force, and lifted once; the clock reminds who set it, and is told dates, never what is held back.
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
CREATE FUNCTION csil_embargos_echus() RETURNS TABLE (embargo uuid, pose_par bigint, jusqu_au date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.id, e.pose_par_id, e.jusqu_au FROM informations_sensibles_embargo e
   WHERE csil_horloge() AND e.leve_le IS NULL AND e.jusqu_au <= csil_aujourd_hui() $$;

-- Told once. An information is put right before anybody is told.
CREATE FUNCTION csil_a_rectifier_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.fait_le IS NOT NULL OR NOT EXISTS (
         SELECT 1 FROM informations_sensibles_rectification r
          WHERE r.id = NEW.rectification_id AND r.information_id = NEW.information_id AND r.par_id = csil_moi(true)) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une rectification se fait suivre par qui l''a faite.'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.fait_le IS NOT NULL OR NEW.fait_par_id IS DISTINCT FROM csil_moi(true)
     OR (to_jsonb(NEW) - '{fait_par_id,fait_le,mot}'::text[]) <> (to_jsonb(OLD) - '{fait_par_id,fait_le,mot}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un destinataire est prévenu une fois, au nom de qui le fait.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_arectifier
  FOR EACH ROW EXECUTE FUNCTION csil_a_rectifier_garde();

-- A passage is masked now: what was read before was read.
CREATE FUNCTION csil_masque_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire()
     AND NEW.le NOT BETWEEN statement_timestamp() - interval '1 min' AND statement_timestamp() + interval '1 min' THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un passage se masque maintenant.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT ON informations_sensibles_passagemasque FOR EACH ROW EXECUTE FUNCTION csil_masque_garde();
