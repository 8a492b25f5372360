-- A partner's report on a person: the data protection officer's visa, the partners that the Bourgmestre opened, the reports,
-- what the Cellule does with them, what is answered. The same rules stand in visible_to; tests/informations_sensibles/test_mur.py compares both.

-- The partner whose people may report now, of this person: a membership in force, an opening in force, the visa. Told to
-- that person, before the undertaking and the second factor, and to the Cellule.
CREATE FUNCTION csil_partenaires_ouverts(elle bigint) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.partenaire_id FROM partenaires_appartenance a JOIN csil_utilisateur u ON u.id = a.personne_id AND u.is_active
   WHERE a.personne_id = elle AND (elle = csil_moi() OR csil_membre() IS NOT NULL OR csil_est_proprietaire())
     AND csil_aujourd_hui() BETWEEN a.debut AND coalesce(a.fin, 'infinity')
     AND EXISTS (SELECT 1 FROM informations_sensibles_ouverturepartenaire o
                  WHERE o.partenaire_id = a.partenaire_id AND o.fermee_le IS NULL)
     AND EXISTS (SELECT 1 FROM informations_sensibles_visadpo v WHERE v.retire_le IS NULL) $$;

-- For which the speaker reports: with the second factor of this login, and the undertaking in force.
CREATE FUNCTION csil_signale() RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p FROM csil_partenaires_ouverts(csil_moi(true)) p WHERE EXISTS (
    SELECT 1 FROM csil_engagement e WHERE e.personne_id = csil_moi(true)
       AND e.texte_id = (SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1)) $$;

-- Is this one legible to the speaker? The policy of the table, for functions that stand behind it.
CREATE FUNCTION csil_signalements_lisibles(cle uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.id FROM informations_sensibles_signalementpartenaire s
   WHERE s.id = cle AND NOT (s.id::text IN (SELECT csil_quarantaines('informations_sensibles.signalementpartenaire')))
     AND (s.signalant_id = csil_moi(true) AND s.partenaire_id IN (SELECT csil_signale())
       OR s.etat <> 'retire' AND csil_porte('Référent Radicalisme') IS NOT NULL
       OR s.etat IN ('repris', 'clos') AND csil_noyau()) $$;

-- Earlier reports on the same person, by name and birth date, for who reads both in the Cellule (R15). Where an identity went on
-- with the information, and then to the dossier, it is looked for there. Keys only, never a name.
CREATE FUNCTION csil_signalements_de_la_meme_personne(cle uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH siennes AS MATERIALIZED (
    SELECT s.id AS signalement, i.id AS identite FROM informations_sensibles_identite i
      JOIN informations_sensibles_signalementpartenaire s ON s.id = i.signalement_partenaire_id
    UNION ALL SELECT u.signalement_id, i.id FROM informations_sensibles_suitesignalement u
      JOIN informations_sensibles_identite i ON i.information_id = u.information_id
    UNION ALL SELECT u.signalement_id, i.id FROM informations_sensibles_suitesignalement u
      JOIN informations_sensibles_information f ON f.id = u.information_id
      JOIN informations_sensibles_implication m ON m.dossier_id = f.dossier_id AND m.qualite = 'suivie' AND m.retiree_le IS NULL
      JOIN informations_sensibles_identite i ON i.implication_id = m.id
  ), nommes AS (
    SELECT s.id, s.recu_le, i.date_naissance,
           regexp_replace(lower(unaccent(i.prenom || i.nom)), '[^[:alnum:]]', '', 'g') AS nom
      FROM siennes x JOIN informations_sensibles_signalementpartenaire s ON s.id = x.signalement
      JOIN informations_sensibles_identite i ON i.id = x.identite
     WHERE csil_porte('Référent Radicalisme', 'Bourgmestre', 'Chef de Corps') IS NOT NULL)
  SELECT avant.id FROM nommes ceci JOIN nommes avant ON avant.nom = ceci.nom AND avant.recu_le < ceci.recu_le
     AND avant.date_naissance IS NOT DISTINCT FROM ceci.date_naissance
   WHERE ceci.id = cle AND EXISTS (SELECT 1 FROM csil_signalements_lisibles(ceci.id))
     AND EXISTS (SELECT 1 FROM csil_signalements_lisibles(avant.id)) $$;

-- What the Référent is told of the reports that were withdrawn: that there were some, nothing of what they said.
CREATE FUNCTION csil_signalements_retires() RETURNS TABLE (reference text, partenaire_id bigint, retire_le timestamptz)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.reference, s.partenaire_id, s.retire_le FROM informations_sensibles_signalementpartenaire s
   WHERE s.etat = 'retire' AND csil_porte('Référent Radicalisme') IS NOT NULL
     AND NOT (s.id::text IN (SELECT csil_quarantaines('informations_sensibles.signalementpartenaire')))
   ORDER BY s.retire_le DESC LIMIT 20 $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  admin text := '(SELECT csil_dans(''Administrateurs''))';
  dpo text := '(SELECT csil_porte(''Délégué à la protection des données''))';
  bourgmestre text := '(SELECT csil_porte(''Bourgmestre''))';
  referent text := '(SELECT csil_porte(''Référent Radicalisme'')) IS NOT NULL';
  recoit text := '((SELECT csil_porte(''Référent Radicalisme'')) IS NOT NULL OR (SELECT csil_noyau()))';
  sien text := 'signalant_id = ' || moi || ' AND partenaire_id IN (SELECT csil_signale())';
  du_signalement text := 'EXISTS (SELECT 1 FROM informations_sensibles_signalementpartenaire s WHERE s.id = signalement_id)';
BEGIN
  CALL csil_cloisonner('visadpo', membre || ' OR ' || dpo || ' IS NOT NULL', 'donne_par_id = ' || dpo, dpo || ' IS NOT NULL',
                       NULL, dpo || ' IS NOT NULL');
  CALL csil_cloisonner('ouverturepartenaire', membre, 'ouverte_par_id = ' || bourgmestre, bourgmestre || ' IS NOT NULL',
                       NULL, bourgmestre || ' IS NOT NULL');
  CALL csil_cloisonner('baseparole', membre || ' OR ' || admin || ' OR EXISTS (SELECT csil_signale())', admin, admin,
                       membre || ' OR ' || admin, admin);
  -- The Référent first; the legal core once it is taken up or closed; what was withdrawn, its author alone.
  CALL csil_cloisonner('signalementpartenaire',
    sien || ' OR etat <> ''retire'' AND ' || referent || ' OR etat IN (''repris'', ''clos'') AND (SELECT csil_noyau())',
    sien || ' AND etat = ''recu''', sien || ' OR ' || referent,
    'EXISTS (SELECT 1 FROM informations_sensibles_signalementpartenaire s WHERE s.id = informations_sensibles_historicalsignalementpartenaire.id)'
      || ' AND (' || recoit || ' OR history_user_id = ' || moi || ')',
    referent || ' OR EXISTS (SELECT csil_signale())');
  -- Its author, who may be of the Cellule, reads no handling of what the Cellule does not show them.
  CALL csil_cloisonner('suitesignalement', recoit || ' AND ' || du_signalement, referent, referent, NULL, referent);
  CALL csil_cloisonner('reponsesignalementpartenaire', du_signalement, referent, NULL, recoit || ' AND ' || du_signalement, referent);
END $$;

-- A visa is given in force, and withdrawn once, by who speaks.
CREATE FUNCTION csil_visa_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE fin text[] := '{retire_par_id,retire_le,motif_retrait}';
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.retire_le IS NOT NULL OR TG_OP = 'UPDATE' AND (
       OLD.retire_le IS NOT NULL OR NEW.retire_par_id IS DISTINCT FROM csil_moi(true) OR to_jsonb(NEW) - fin <> to_jsonb(OLD) - fin) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un visa se donne, puis se retire une fois, au nom de qui parle.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_visadpo FOR EACH ROW EXECUTE FUNCTION csil_visa_garde();

-- A partner is opened in force, for one more reason when it is of another commune (R10), and closed once.
CREATE FUNCTION csil_ouverture_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE fin text[] := '{fermee_par_id,fermee_le,motif_fermeture}';
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.fermee_le IS NOT NULL OR TG_OP = 'UPDATE' AND (
       OLD.fermee_le IS NOT NULL OR NEW.fermee_par_id IS DISTINCT FROM csil_moi(true) OR to_jsonb(NEW) - fin <> to_jsonb(OLD) - fin) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une ouverture se décide, puis se ferme une fois, au nom du Bourgmestre.'; END IF;
  IF TG_OP = 'INSERT' AND NEW.motif_commune = '' AND EXISTS (
       SELECT 1 FROM partenaires_partenaire p JOIN partenaires_niveau n ON n.id = p.niveau_id
        WHERE p.id = NEW.partenaire_id AND n.code = 'autre_commune') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un partenaire d''une autre commune demande une raison de plus.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_ouverturepartenaire
  FOR EACH ROW EXECUTE FUNCTION csil_ouverture_garde();

-- What was reported is never rewritten: withdrawn by its author until it is taken up; taken up and closed by the Référent, with
-- an outcome and an answer.
CREATE FUNCTION csil_signalement_partenaire_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE passage text;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.etat <> 'recu' OR NEW.retire_le IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un signalement de partenaire naît reçu.'; END IF;
    RETURN NEW;
  END IF;
  IF to_jsonb(NEW) - '{etat,retire_le}'::text[] <> to_jsonb(OLD) - '{etat,retire_le}'::text[] THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un signalement de partenaire ne se réécrit pas.'; END IF;
  passage := OLD.etat || ' ' || NEW.etat;
  IF NOT (passage = 'recu retire' AND OLD.signalant_id = csil_moi(true)
       OR passage IN ('recu repris', 'recu clos', 'repris clos') AND csil_porte('Référent Radicalisme') IS NOT NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un signalement de partenaire ne passe pas de cet état à celui-là.'; END IF;
  IF NEW.etat IN ('repris', 'clos') AND NOT EXISTS (
       SELECT 1 FROM informations_sensibles_suitesignalement u
        WHERE u.signalement_id = NEW.id AND (u.information_id IS NOT NULL OR NEW.etat = 'clos') AND (u.clos_le IS NOT NULL OR NEW.etat = 'repris'))
     OR NEW.etat = 'clos' AND NOT EXISTS (
       SELECT 1 FROM informations_sensibles_reponsesignalementpartenaire r WHERE r.signalement_id = NEW.id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un signalement de partenaire se reprend ou se clôt avec une suite, et une réponse.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_signalementpartenaire
  FOR EACH ROW EXECUTE FUNCTION csil_signalement_partenaire_garde();

-- Each act of its handling is signed by who speaks; a closure is final.
CREATE FUNCTION csil_suite_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  avant informations_sensibles_suitesignalement := CASE WHEN TG_OP = 'UPDATE' THEN OLD END;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF avant.clos_le IS NOT NULL OR NEW.signalement_id <> coalesce(avant.signalement_id, NEW.signalement_id)
     OR avant.repris_le IS NOT NULL AND (NEW.repris_par_id, NEW.repris_le, NEW.information_id) IS DISTINCT FROM (avant.repris_par_id, avant.repris_le, avant.information_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une suite donnée ne se réécrit pas.'; END IF;
  IF NEW.repris_par_id IS DISTINCT FROM avant.repris_par_id AND NEW.repris_par_id IS DISTINCT FROM moi
     OR NEW.clos_par_id IS DISTINCT FROM avant.clos_par_id AND NEW.clos_par_id IS DISTINCT FROM moi THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une suite porte le nom de qui la donne.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_suitesignalement
  FOR EACH ROW EXECUTE FUNCTION csil_suite_garde();
