-- Contextual reports. Those closed to the speaker for a conflict of interest, whatever else opens them.
CREATE FUNCTION csil_blocages() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT signalement_id FROM informations_sensibles_blocage WHERE personne_id = csil_moi(true) AND leve_le IS NULL $$;

-- Who is kept away does not read why, nor by whom: they ask which records are closed to them, and get keys. The owner asks
-- for anybody, as when the wall is compared with visible_to.
CREATE FUNCTION csil_blocages(elle bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT signalement_id FROM informations_sensibles_blocage
   WHERE personne_id = elle AND leve_le IS NULL AND (elle = (SELECT csil_moi(true)) OR (SELECT csil_est_proprietaire())) $$;

-- The speaker's own reports, while they answer for that sector.
CREATE FUNCTION csil_signalements_faits() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT id FROM informations_sensibles_signalementcontextuel
   WHERE signalant_id = csil_moi(true) AND secteur_id IN (SELECT csil_secteurs()) $$;

-- Who is kept away from a report: told to those who read it, so that it is not handed over to them, and so that the list
-- of its readers is true. Why stays with the authorities (the policy of the blocks).
CREATE FUNCTION csil_tenus_a_l_ecart(signalement uuid) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.personne_id FROM informations_sensibles_blocage b
   WHERE b.signalement_id = signalement AND b.leve_le IS NULL AND csil_membre() IS NOT NULL
     AND NOT (signalement IN (SELECT csil_blocages()))
     AND NOT (signalement::text IN (SELECT csil_quarantaines('informations_sensibles.signalementcontextuel'))) $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  admin text := '(SELECT csil_dans(''Administrateurs''))';
  ouvert text := 'NOT (signalement_id IN (SELECT csil_blocages())) AND ';
BEGIN
  CALL csil_cloisonner('reponsetype', membre || ' OR ' || admin, admin, NULL, porte => admin, devient => admin);
  CALL csil_cloisonner('signalementcontextuel', 'NOT (id IN (SELECT csil_blocages())) AND (' || membre
      || ' OR signalant_id = ' || moi || ' AND secteur_id IN (SELECT csil_secteurs()))',
    'signalant_id = ' || moi || ' AND etat = ''recu'' AND (' || membre || ' OR secteur_id IN (SELECT csil_secteurs()))', NULL,
    histoire => 'NOT (id IN (SELECT csil_blocages())) AND (' || membre
      || ' OR signalant_id = ' || moi || ' AND history_user_id = ' || moi || ' AND secteur_id IN (SELECT csil_secteurs()))',
    porte => '((SELECT csil_membre()) IS NOT NULL OR EXISTS (SELECT csil_secteurs()))', devient => membre);
  CALL csil_cloisonner('traitementsignalement', ouvert || membre, membre, NULL, devient => membre);
  CALL csil_cloisonner('reponsesignalement', ouvert || '(' || membre
      || ' OR signalement_id IN (SELECT csil_signalements_faits()))', membre, NULL,
    histoire => ouvert || membre, devient => '(SELECT csil_porte(''Référent Radicalisme'')) IS NOT NULL');
END $$;

-- Who is kept away does not read why, nor by whom (csil_blocages gives keys); a block is lifted by another authority, whom it
-- does not keep away.
ALTER TABLE informations_sensibles_blocage ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON informations_sensibles_blocage FOR SELECT TO csil_app USING (
  (SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true)) AND NOT (signalement_id IN (SELECT csil_blocages())));
CREATE POLICY ajouter ON informations_sensibles_blocage FOR INSERT TO csil_app WITH CHECK (
  (SELECT csil_decide()) IS NOT NULL AND par_id = (SELECT csil_moi(true)));
CREATE POLICY changer ON informations_sensibles_blocage FOR UPDATE TO csil_app
  USING (personne_id = (SELECT csil_moi(true)) OR (SELECT csil_decide()) IS NOT NULL AND NOT (signalement_id IN (SELECT csil_blocages())))
  WITH CHECK ((SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true)));
ALTER TABLE informations_sensibles_historicalblocage ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON informations_sensibles_historicalblocage FOR SELECT TO csil_app USING (
  (SELECT csil_decide()) IS NOT NULL AND (personne_id <> (SELECT csil_moi(true)) OR history_user_id = (SELECT csil_moi(true))));
CREATE POLICY ajouter ON informations_sensibles_historicalblocage FOR INSERT TO csil_app WITH CHECK (
  history_user_id = (SELECT csil_moi(true)) AND (SELECT csil_membre()) IS NOT NULL);

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

-- An answer that was given stays; a free word goes out once the Référent has read it, whoever gives the answer (R42).
CREATE FUNCTION csil_reponse_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND (to_jsonb(NEW) - 'mot') <> (to_jsonb(OLD) - 'mot') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une réponse donnée ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_reponsesignalement
  FOR EACH ROW EXECUTE FUNCTION csil_reponse_garde();
CREATE FUNCTION csil_mot_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND NEW.mot <> '' AND csil_porte('Référent Radicalisme') IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un mot joint à une réponse est relu par le Référent.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER mot BEFORE INSERT ON informations_sensibles_reponsesignalement
  FOR EACH ROW EXECUTE FUNCTION csil_mot_garde();

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
