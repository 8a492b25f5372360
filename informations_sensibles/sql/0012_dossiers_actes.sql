-- What dossiers gain when people act on them: names kept out of texts, identities asked for one by one, and the guards of acts.

-- Is this person named in this text? The whole last name, or a long word of it, whatever the case and the accents; the first
-- name with its capital only, since several are ordinary words.
CREATE FUNCTION csil_contient_nom(texte text, nom text, prenom text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ecrits text := ' ' || regexp_replace(unaccent(coalesce(texte, '')), '[^[:alnum:]]+', ' ', 'g') || ' ';
  mots text := lower(ecrits);
  entier text := btrim(regexp_replace(lower(unaccent(coalesce(nom, ''))), '[^[:alnum:]]+', ' ', 'g'));
  mot text;
BEGIN
  IF length(entier) > 2 AND position(' ' || entier || ' ' IN mots) > 0 THEN RETURN true; END IF;
  FOREACH mot IN ARRAY string_to_array(entier, ' ') LOOP
    IF length(mot) > 3 AND mot NOT IN ('saint', 'sainte', 'della', 'dell') AND position(' ' || mot || ' ' IN mots) > 0 THEN
      RETURN true; END IF;
  END LOOP;
  FOREACH mot IN ARRAY regexp_split_to_array(unaccent(coalesce(prenom, '')), '[^[:alnum:]]+') LOOP
    IF length(mot) > 2 AND (position(' ' || initcap(mot) || ' ' IN ecrits) > 0 OR position(' ' || upper(mot) || ' ' IN ecrits) > 0) THEN
      RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- Does this text name somebody of the dossier, or of the information that waits for one? Asked by who adds to it, who could
-- ask to see the identities; nothing of them comes out.
CREATE FUNCTION csil_nomme(dossier uuid, information uuid, texte text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM informations_sensibles_identite i
     WHERE (i.implication_id IN (SELECT m.id FROM informations_sensibles_implication m
                                  WHERE m.dossier_id = csil_nomme.dossier AND csil_contribue(m.dossier_id))
            OR i.information_id IN (SELECT f.id FROM informations_sensibles_information f
                                     WHERE f.dossier_id = csil_nomme.dossier AND csil_contribue(f.dossier_id))
            OR i.information_id IN (SELECT csil_informations_lisibles(csil_nomme.information)))
       AND csil_contient_nom(texte, i.nom, i.prenom)) $$;

-- Whose identity is written, for who may ask to see it: keys only.
CREATE FUNCTION csil_identites_du_dossier(dossier uuid) RETURNS TABLE (implication uuid, identite uuid)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id, i.id FROM informations_sensibles_implication m JOIN informations_sensibles_identite i ON i.implication_id = m.id
   WHERE m.dossier_id = csil_identites_du_dossier.dossier AND csil_contribue(m.dossier_id) $$;

-- Is an information of this dossier still on its way (circuit not over, embargo)? For who leads it, who may not read all of
-- them and must not close before: neither how many nor which.
CREATE FUNCTION csil_dossier_en_chemin(dossier uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (csil_noyau() OR dossier IN (SELECT csil_dossiers('piloter_dossier'))) AND EXISTS (
    SELECT 1 FROM informations_sensibles_information i
     WHERE i.dossier_id = csil_dossier_en_chemin.dossier AND i.etat <> 'ecartee'
       AND (i.termine_le IS NULL OR EXISTS (SELECT 1 FROM informations_sensibles_embargo e
                                             WHERE e.information_id = i.id AND e.leve_le IS NULL))) $$;

-- Whoever opens or refuses a proposal reads it no longer from then on: the line of history that tells it is theirs to write,
-- and to see written.
ALTER POLICY lire ON informations_sensibles_historicaldossier USING (
  ((SELECT csil_noyau()) OR id IN (SELECT csil_dossiers('view_dossier'))) AND NOT (id IN (SELECT csil_dossiers_fermes()))
  OR history_user_id = (SELECT csil_tient()) AND history_date > statement_timestamp() - interval '1 minute'
     AND NOT (id IN (SELECT csil_dossiers_fermes())));

-- Erasing: proposed by one of the legal core, decided by another; then only the owner's command marks it done.
DO $$
DECLARE
  noyau text := '(SELECT csil_noyau())';
  moi text := '(SELECT csil_moi(true))';
  lire text := '(SELECT csil_noyau()) AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id)';
BEGIN
  CALL csil_cloisonner('effacement', lire, 'par_id = ' || moi || ' AND ' || lire, noyau);
  CALL csil_cloisonner('gel', 'EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id)',
    'par_id = ' || moi || ' AND ' || lire, noyau);
END $$;

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

-- Beside csil_dossier_garde: who does which act. The test that two people weighed stays as it was weighed; who leads is
-- changed by who leads or the legal core, for a member; closing, watching, reviewing too.
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

-- An identity is written for a person of a dossier by who adds to that dossier.
CREATE FUNCTION csil_identite_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF NEW.implication_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.implication_id IS DISTINCT FROM OLD.implication_id)
     AND NOT EXISTS (SELECT 1 FROM informations_sensibles_implication m WHERE m.id = NEW.implication_id AND csil_contribue(m.dossier_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une identité s''écrit par qui contribue au dossier.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_identite
  FOR EACH ROW EXECUTE FUNCTION csil_identite_garde();
