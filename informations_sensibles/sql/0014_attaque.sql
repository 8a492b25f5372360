-- What the attack on dossiers, informations and transmissions found open. The same rules stand in visible_to.

-- Identities: of an information that has its dossier, for who contributes to that dossier, as of the people in it (decision 15).
CREATE OR REPLACE FUNCTION csil_revelable(identite uuid) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE i informations_sensibles_identite;
BEGIN
  IF csil_membre() IS NULL AND NOT EXISTS (SELECT csil_signale()) THEN RETURN false; END IF;
  SELECT * INTO i FROM informations_sensibles_identite WHERE id = identite;
  IF NOT FOUND THEN RETURN true; END IF;
  RETURN EXISTS (SELECT 1 FROM csil_signalements_lisibles(i.signalement_partenaire_id))
      OR csil_membre() IS NOT NULL AND (
           EXISTS (SELECT 1 FROM informations_sensibles_implication m WHERE m.id = i.implication_id AND csil_contribue(m.dossier_id))
        OR EXISTS (SELECT 1 FROM csil_informations_lisibles(i.information_id) l JOIN informations_sensibles_information f ON f.id = l
                    WHERE f.dossier_id IS NULL OR csil_contribue(f.dossier_id)));
END $$;

-- A yes or a no about a name is told to who could ask to see it, and to nobody else.
CREATE OR REPLACE FUNCTION csil_nomme(dossier uuid, information uuid, texte text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM informations_sensibles_identite i
     WHERE (i.implication_id IN (SELECT m.id FROM informations_sensibles_implication m WHERE m.dossier_id = csil_nomme.dossier)
            OR i.information_id IN (SELECT f.id FROM informations_sensibles_information f WHERE f.dossier_id = csil_nomme.dossier)
            OR i.information_id = csil_nomme.information)
       AND csil_contient_nom(texte, i.nom, i.prenom) AND csil_revelable(i.id)) $$;

-- As in 0011; names are compared between identities that the speaker could ask to see, or it would say who a dossier is about
-- to whoever enters an information under a name to try.
CREATE OR REPLACE FUNCTION csil_meme_personne(cle uuid) RETURNS TABLE (genre text, objet uuid)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH sienne AS MATERIALIZED (
    SELECT i.id, i.dossier_id FROM informations_sensibles_information i
     WHERE i.id = cle AND EXISTS (SELECT 1 FROM csil_informations_lisibles(cle))
  ), connue AS MATERIALIZED (
    SELECT n.prenom, n.nom, n.date_naissance FROM sienne s JOIN informations_sensibles_identite n ON n.information_id = s.id
     WHERE csil_revelable(n.id)
    UNION ALL
    SELECT n.prenom, n.nom, n.date_naissance FROM sienne s
      JOIN informations_sensibles_implication m ON m.dossier_id = s.dossier_id AND m.qualite = 'suivie' AND m.retiree_le IS NULL
      JOIN informations_sensibles_identite n ON n.implication_id = m.id
     WHERE csil_revelable(n.id)
  ), autre AS MATERIALIZED (
    SELECT n.id, n.information_id, n.implication_id FROM connue c
      JOIN informations_sensibles_identite n ON csil_nom_normal(n.prenom, n.nom) = csil_nom_normal(c.prenom, c.nom)
     WHERE n.date_naissance IS NULL OR c.date_naissance IS NULL OR n.date_naissance = c.date_naissance
  ), autre_ouverte AS MATERIALIZED (
    SELECT a.information_id, a.implication_id FROM autre a WHERE csil_revelable(a.id)
  ), dossier AS MATERIALIZED (
    SELECT m.dossier_id FROM autre_ouverte a
      JOIN informations_sensibles_implication m ON m.id = a.implication_id AND m.qualite = 'suivie' AND m.retiree_le IS NULL
    UNION SELECT s.dossier_id FROM sienne s WHERE s.dossier_id IS NOT NULL
  ), trouvee AS (
    SELECT a.information_id AS id FROM autre_ouverte a WHERE a.information_id IS NOT NULL
    UNION SELECT i.id FROM dossier d JOIN informations_sensibles_information i ON i.dossier_id = d.dossier_id
  )
  SELECT 'information', t.id FROM trouvee t
   WHERE t.id <> cle AND EXISTS (SELECT 1 FROM csil_informations_lisibles(t.id))
  UNION ALL
  SELECT 'dossier', d.dossier_id FROM dossier d, sienne s
   WHERE d.dossier_id IS DISTINCT FROM s.dossier_id
     AND (csil_noyau() OR d.dossier_id IN (SELECT csil_dossiers('view_dossier')))
     AND NOT (d.dossier_id IN (SELECT csil_dossiers_fermes()))
     AND NOT (d.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))) $$;

-- An identity is written where its author reads; it goes from its information to a person of that information's dossier, and
-- out of a dossier never again. Who wrote it stays.
CREATE OR REPLACE FUNCTION csil_identite_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF NEW.implication_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.implication_id IS DISTINCT FROM OLD.implication_id)
     AND NOT EXISTS (SELECT 1 FROM informations_sensibles_implication m WHERE m.id = NEW.implication_id AND csil_contribue(m.dossier_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une identité s''écrit par qui contribue au dossier.'; END IF;
  IF NEW.information_id IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.information_id IS DISTINCT FROM OLD.information_id)
     AND NOT EXISTS (SELECT csil_informations_lisibles(NEW.information_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une identité s''écrit par qui lit son information.'; END IF;
  IF TG_OP = 'INSERT' THEN RETURN NEW; END IF;
  IF (NEW.id, NEW.saisie_par_id, NEW.saisie_le) IS DISTINCT FROM (OLD.id, OLD.saisie_par_id, OLD.saisie_le) THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''origine d''une identité ne se réécrit pas.'; END IF;
  IF NEW.implication_id IS DISTINCT FROM OLD.implication_id AND (OLD.implication_id IS NOT NULL OR NOT EXISTS (
       SELECT 1 FROM informations_sensibles_implication m JOIN informations_sensibles_information f ON f.dossier_id = m.dossier_id
        WHERE m.id = NEW.implication_id AND f.id = OLD.information_id))
     OR NEW.information_id IS DISTINCT FROM OLD.information_id AND OLD.information_id IS NOT NULL AND NEW.implication_id IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une identité va de son information au dossier de celle-ci, et n''en sort pas.'; END IF;
  RETURN NEW;
END $$;

-- Keys of what is closed to the speaker stay out of the answers that no policy filters.
CREATE OR REPLACE FUNCTION csil_chercher_informations(mots text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE demande tsquery := csil_demande(mots);
BEGIN
  IF NOT csil_noyau() THEN RETURN; END IF;
  RETURN QUERY
    WITH trouvees AS MATERIALIZED (
      SELECT i.id, i.saisie_le FROM informations_sensibles_information i
       WHERE i.recherche @@ demande AND NOT (i.id IN (SELECT csil_embargos()))
         AND (i.dossier_id IS NULL OR NOT (i.dossier_id IN (SELECT csil_dossiers_fermes())))
         AND CASE WHEN i.etat = 'validee' THEN true ELSE EXISTS (SELECT csil_informations_lisibles(i.id)) END)
    SELECT t.id FROM trouvees t ORDER BY t.saisie_le DESC, t.id DESC LIMIT 1001;
END $$;
CREATE OR REPLACE FUNCTION csil_transmission_mineur(cle uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT d.mineur = 'oui' FROM informations_sensibles_transmission t
                     JOIN informations_sensibles_dossier d ON d.id = t.dossier_id
                    WHERE t.id = cle AND NOT (d.id IN (SELECT csil_dossiers_fermes()))
                      AND (csil_noyau() OR csil_tient() IS NOT NULL OR d.id IN (SELECT csil_dossiers('view_dossier')))), false) $$;

-- The frozen copy repeats words that the circle may not read (an information closed to it, a passage masked since): its bytes
-- are its recipient's, and those of who releases.
DO $$
DECLARE
  nom text;
  moi text := '(SELECT csil_moi(true))';
  gouverne text := '((SELECT csil_tient()) IS NOT NULL OR (SELECT csil_noyau()))';
  de_l_information text := 'EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = information_id)';
BEGIN
  FOREACH nom IN ARRAY ARRAY['copiefigee', 'historicalcopiefigee'] LOOP
    EXECUTE format('ALTER POLICY lire ON %I USING (EXISTS (SELECT 1 FROM informations_sensibles_transmission t'
      || ' WHERE t.id = transmission_id AND ((SELECT csil_noyau()) OR (SELECT csil_porte(''Officier d''''information'')) IS NOT NULL'
      || ' OR t.destinataire_id = (SELECT csil_contact_tfl()))))', 'informations_sensibles_' || nom);
  END LOOP;
  -- Masking is of who governs, as the act is: a reader of the circle would hide the history from everybody by it.
  EXECUTE format('ALTER POLICY ajouter ON informations_sensibles_passagemasque WITH CHECK (par_id = %s AND %s AND %s)',
                 moi, gouverne, de_l_information);
END $$;

CREATE FUNCTION csil_masque_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire()
     AND NEW.le NOT BETWEEN statement_timestamp() - interval '1 min' AND statement_timestamp() + interval '1 min' THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un passage se masque maintenant.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT ON informations_sensibles_passagemasque FOR EACH ROW EXECUTE FUNCTION csil_masque_garde();

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

-- Stopped at every exit: as for the circle, what its circuit does not let out, or whose originator does not agree now, stays.
CREATE FUNCTION csil_liberation_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND EXISTS (
       SELECT 1 FROM informations_sensibles_informationtransmise c JOIN informations_sensibles_information i ON i.id = c.information_id
        WHERE c.transmission_id = NEW.id AND c.retiree_le IS NULL AND (
          EXISTS (SELECT 1 FROM informations_sensibles_versioncircuit v WHERE v.id = i.version_circuit_id AND NOT v.permet_transmission)
          OR i.termine_le IS NULL AND 'informer_tfl' IS DISTINCT FROM (
            SELECT e.acte FROM informations_sensibles_etapeinformation e
             WHERE e.information_id = i.id AND e.faite_le IS NULL ORDER BY e.ordre LIMIT 1)
          OR (i.source IN ('surete', 'autre') OR i.code_traitement IN ('H1', 'H2')) AND NOT coalesce((
            SELECT a.accorde AND a.pour_transmission FROM informations_sensibles_consentement a
             WHERE a.information_id = i.id ORDER BY a.consigne_le DESC LIMIT 1), false))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une condition ne tient plus : la transmission ne part pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde_liberation BEFORE UPDATE ON informations_sensibles_transmission
  FOR EACH ROW WHEN (OLD.etat = 'verifiee' AND NEW.etat = 'liberee') EXECUTE FUNCTION csil_liberation_garde();

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
