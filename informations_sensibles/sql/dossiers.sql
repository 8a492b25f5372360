-- Dossiers: on which the speaker holds this right now, by name.
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

-- Who is kept away does not read why, nor by whom: they ask which records are closed to them, and get keys. The owner asks
-- for anybody, as when the wall is compared with visible_to.
CREATE FUNCTION csil_dossiers_fermes(elle bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT dossier_id FROM informations_sensibles_blocagedossier
   WHERE personne_id = elle AND leve_le IS NULL AND (elle = (SELECT csil_moi(true)) OR (SELECT csil_est_proprietaire())) $$;

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

-- Is an information of this dossier still on its way (circuit not over, embargo)? For who leads it, who may not read all of
-- them and must not close before: neither how many nor which.
CREATE FUNCTION csil_dossier_en_chemin(dossier uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (csil_noyau() OR dossier IN (SELECT csil_dossiers('piloter_dossier'))) AND EXISTS (
    SELECT 1 FROM informations_sensibles_information i
     WHERE i.dossier_id = csil_dossier_en_chemin.dossier AND i.etat <> 'ecartee'
       AND (i.termine_le IS NULL OR EXISTS (SELECT 1 FROM informations_sensibles_embargo e
                                             WHERE e.information_id = i.id AND e.leve_le IS NULL))) $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  admin text := '(SELECT csil_dans(''Administrateurs''))';
  noyau text := '(SELECT csil_noyau())';
  voit text := '((SELECT csil_noyau()) OR %1$I IN (SELECT csil_dossiers(''view_dossier''))) AND NOT (%1$I IN (SELECT csil_dossiers_fermes()))';
  pilote text := '((SELECT csil_noyau()) OR %1$I IN (SELECT csil_dossiers(''piloter_dossier''))) AND NOT (%1$I IN (SELECT csil_dossiers_fermes()))';
  contribue text := 'csil_contribue(dossier_id)';
  du_dossier text := 'EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id)';
  du_noyau text := '(SELECT csil_noyau()) AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id)';
  en_vigueur text := 'debut <= statement_timestamp() AND (fin IS NULL OR statement_timestamp() < fin)';
  t text;
BEGIN
  CALL csil_cloisonner('categoriedonnee', membre || ' OR ' || admin, admin, admin, NULL, admin);
  -- Whoever opens or refuses a proposal reads it no longer from then on: the line of history that tells it is theirs to write,
  -- and to see written.
  CALL csil_cloisonner('dossier', format(voit, 'id'), 'propose_par_id = (SELECT csil_membre())', format(voit, 'id'),
    format(voit, 'id') || ' OR history_user_id = (SELECT csil_tient()) AND history_date > statement_timestamp() - interval ''1 minute'''
      || ' AND NOT (id IN (SELECT csil_dossiers_fermes()))');
  CALL csil_cloisonner('droitdossier',
    en_vigueur || ' AND (user_id = ' || moi || ' AND ' || membre || ' OR ' || format(voit, 'content_object_id') || ')',
    format(pilote, 'content_object_id') || ' OR ' || membre || ' AND csil_inconnu(content_object_id)', NULL,
    '(user_id = ' || moi || ' AND ' || membre || ' OR ' || format(voit, 'content_object_id') || ')');
  EXECUTE format('CREATE POLICY retirer ON informations_sensibles_droitdossier FOR DELETE TO csil_app USING (%s)',
                 format(pilote, 'content_object_id'));
  FOREACH t IN ARRAY ARRAY['implication', 'facteur'] LOOP
    CALL csil_cloisonner(t, du_dossier, 'par_id = ' || moi || ' AND ' || contribue, contribue);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['revue', 'refus'] LOOP
    CALL csil_cloisonner(t, du_dossier, 'par_id = ' || moi || ' AND ' || contribue, NULL);
  END LOOP;
  -- Erasing: proposed by one of the legal core, decided by another; then only the owner's command marks it done.
  CALL csil_cloisonner('effacement', du_noyau, 'par_id = ' || moi || ' AND ' || du_noyau, noyau);
  CALL csil_cloisonner('gel', du_dossier, 'par_id = ' || moi || ' AND ' || du_noyau, noyau);
END $$;

-- Blocks, as in signalements.sql: who is kept away does not read why, and who blocks themselves sees what they have written.
ALTER TABLE informations_sensibles_blocagedossier ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON informations_sensibles_blocagedossier FOR SELECT TO csil_app USING (
  (SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true))
  AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id));
CREATE POLICY ajouter ON informations_sensibles_blocagedossier FOR INSERT TO csil_app WITH CHECK (
  (SELECT csil_decide()) IS NOT NULL AND par_id = (SELECT csil_moi(true))
  AND ((SELECT csil_noyau()) OR dossier_id IN (SELECT csil_dossiers('view_dossier'))) AND NOT (dossier_id IN (SELECT csil_dossiers_fermes())));
CREATE POLICY changer ON informations_sensibles_blocagedossier FOR UPDATE TO csil_app USING (
  (personne_id = (SELECT csil_moi(true)) OR (SELECT csil_decide()) IS NOT NULL
     AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id))
  AND ((SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true))));
ALTER TABLE informations_sensibles_historicalblocagedossier ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON informations_sensibles_historicalblocagedossier FOR SELECT TO csil_app USING (
  (SELECT csil_decide()) IS NOT NULL AND (personne_id <> (SELECT csil_moi(true)) OR history_user_id = (SELECT csil_moi(true)))
     AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id)
  OR history_user_id = (SELECT csil_moi(true)) AND personne_id = (SELECT csil_moi(true)) AND (SELECT csil_decide()) IS NOT NULL);
CREATE POLICY ajouter ON informations_sensibles_historicalblocagedossier FOR INSERT TO csil_app WITH CHECK (
  history_user_id = (SELECT csil_moi(true)) AND (SELECT csil_membre()) IS NOT NULL);

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

-- Who does which act. The test that two people weighed stays as it was weighed; who leads is changed by who leads or the legal
-- core, for a member; closing, watching, reviewing too.
CREATE FUNCTION csil_dossier_actes_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  pilote boolean := csil_noyau() OR NEW.id IN (SELECT csil_dossiers('piloter_dossier'));
  ouvre boolean := csil_porte('Référent Radicalisme', 'Officier d''information', 'Bourgmestre', 'Chef de Corps') IS NOT NULL;
  police boolean := csil_porte('Officier d''information', 'Chef de Corps') IS NOT NULL;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF OLD.etat <> 'propose' AND (NEW.signes, NEW.necessite, NEW.proportionnalite, NEW.subsidiarite) IS DISTINCT FROM
     (OLD.signes, OLD.necessite, OLD.proportionnalite, OLD.subsidiarite) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce que deux personnes ont pesé ne se réécrit pas.'; END IF;
  IF NEW.pilote_id IS DISTINCT FROM OLD.pilote_id AND NOT (pilote AND csil_est_membre(NEW.pilote_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un dossier se confie par son pilote ou le noyau, à un membre de la Cellule.'; END IF;
  IF NOT pilote AND NOT csil_contribue(NEW.id) AND NOT (NEW.etat = 'police_seule' AND police) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Qui lit un dossier ne le change pas.'; END IF;
  IF NEW.etat <> OLD.etat AND NOT (CASE WHEN OLD.etat = 'propose' THEN ouvre WHEN NEW.etat = 'police_seule' THEN police ELSE pilote END) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Cet acte n''est pas de qui parle.'; END IF;
  IF NOT pilote AND (NEW.prochaine_revue, NEW.prolongations, NEW.informee, NEW.premier_regard, NEW.second_regard) IS DISTINCT FROM
     (OLD.prochaine_revue, OLD.prolongations, OLD.informee, OLD.premier_regard, OLD.second_regard)
     AND NEW.etat = OLD.etat THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un dossier se suit par son pilote.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde_actes BEFORE UPDATE ON informations_sensibles_dossier
  FOR EACH ROW EXECUTE FUNCTION csil_dossier_actes_garde();

-- How long it is kept, who closed it and when: written by the act that closes; who opened it and when, by the one that opens.
CREATE FUNCTION csil_dossier_dates_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() OR NEW.etat <> OLD.etat AND NEW.etat IN ('ouvert', 'clos', 'police_seule') THEN RETURN NEW; END IF;
  IF (NEW.ouvert_par_id, NEW.ouvert_le, NEW.clos_par_id, NEW.clos_le, NEW.motif_cloture, NEW.conservation_jusqu_au) IS DISTINCT FROM
     (OLD.ouvert_par_id, OLD.ouvert_le, OLD.clos_par_id, OLD.clos_le, OLD.motif_cloture, OLD.conservation_jusqu_au) THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''ouverture et la clôture d''un dossier s''écrivent par leur acte.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde_dates BEFORE UPDATE ON informations_sensibles_dossier
  FOR EACH ROW EXECUTE FUNCTION csil_dossier_dates_garde();

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

-- A right begins when it is given: one that begins later is read by nobody, and would outlive whoever gives it to themselves.
CREATE FUNCTION csil_droit_date_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire()
     AND NEW.debut NOT BETWEEN statement_timestamp() - interval '1 min' AND statement_timestamp() + interval '1 min' THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un droit commence quand il est donné.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde_date BEFORE INSERT ON informations_sensibles_droitdossier
  FOR EACH ROW EXECUTE FUNCTION csil_droit_date_garde();

-- What keeps somebody away is born in force, and lifted once, by another authority.
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

-- What was written in a dossier keeps its words, its author and its dossier; it is only taken out, once.
CREATE FUNCTION csil_du_dossier_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE fin text := TG_ARGV[0];
BEGIN
  IF NOT csil_est_proprietaire() AND (to_jsonb(NEW) - fin <> to_jsonb(OLD) - fin OR to_jsonb(OLD) ->> fin IS NOT NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce qui est écrit dans un dossier ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_implication
  FOR EACH ROW EXECUTE FUNCTION csil_du_dossier_garde('retiree_le');
CREATE TRIGGER garde BEFORE UPDATE ON informations_sensibles_facteur
  FOR EACH ROW EXECUTE FUNCTION csil_du_dossier_garde('retire_le');

-- Erased on the server, once two have decided; a freeze holds it back, and is lifted once.
CREATE FUNCTION csil_effacement_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF NEW.efface_le IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un effacement se fait sur le serveur.'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.decision <> '' OR NOT EXISTS (SELECT 1 FROM informations_sensibles_dossier d
         WHERE d.id = NEW.dossier_id AND d.etat IN ('clos', 'police_seule') AND d.conservation_jusqu_au < csil_aujourd_hui()) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un effacement se propose une fois le temps de conservation passé.'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.decision <> '' OR NEW.decision = '' OR NEW.decide_par_id IS DISTINCT FROM csil_moi(true) OR NEW.decide_par_id = NEW.par_id
     OR (to_jsonb(NEW) - '{decision,decide_par_id,decide_le}'::text[]) <> (to_jsonb(OLD) - '{decision,decide_par_id,decide_le}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un effacement se décide une fois, par une autre personne.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_effacement
  FOR EACH ROW EXECUTE FUNCTION csil_effacement_garde();
CREATE FUNCTION csil_gel_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' AND NEW.leve_le IS NULL THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' OR OLD.leve_le IS NOT NULL OR NEW.leve_par_id IS DISTINCT FROM csil_moi(true)
     OR (to_jsonb(NEW) - '{leve_par_id,leve_le}'::text[]) <> (to_jsonb(OLD) - '{leve_par_id,leve_le}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un gel se lève une fois, au nom de qui le décide.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_gel FOR EACH ROW EXECUTE FUNCTION csil_gel_garde();
