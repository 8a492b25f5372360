-- Memberships in force, read by Python (csil.GroupeEnVigueur) and by the policies alike: no signal, no copy, no cron. A sensitive
-- group counts while a confirmed mandate that is not suspended stands behind it; a closed account never does.
CREATE VIEW csil_groupe_en_vigueur AS
  SELECT a.id, a.personne_id, a.groupe_id
  FROM csil_attribution a JOIN csil_utilisateur u ON u.id = a.personne_id AND u.is_active
  WHERE NOT EXISTS (SELECT 1 FROM csil_profilgroupe p WHERE p.groupe_id = a.groupe_id AND p.sensible)
     OR EXISTS (SELECT 1 FROM partenaires_mandat m
                WHERE m.personne_id = a.personne_id AND m.groupe_id = a.groupe_id
                  AND m.confirme_le IS NOT NULL AND m.termine_le IS NULL
                  AND m.debut <= statement_timestamp() AND statement_timestamp() < m.fin
                  AND NOT EXISTS (SELECT 1 FROM partenaires_suspension s WHERE s.mandat_id = m.id AND s.levee_le IS NULL));

-- May the speaker confirm mandates: an authority in force, with the second factor of this login?
CREATE FUNCTION csil_autorite() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moi bigint := csil_moi(true);
BEGIN
  RETURN moi IS NOT NULL AND EXISTS (
    SELECT 1 FROM csil_groupe_en_vigueur v JOIN csil_profilgroupe p ON p.groupe_id = v.groupe_id AND p.confirme
    WHERE v.personne_id = moi);
END $$;

-- Asker, confirmer and whoever ends a mandate are who speaks, whatever the statement claims; nothing else is rewritten. Its
-- review is of an authority other than the holder, in its own name: it shortens, never more.
CREATE FUNCTION csil_mandat_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  decidees text[] := '{confirme_par_id,confirme_le,refuse_par_id,refuse_le,termine_par_id,termine_le,revu_par_id,revu_le,fin,decision}';
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF moi IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'Personne ne parle.'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.demande_par_id IS DISTINCT FROM moi OR NEW.confirme_le IS NOT NULL OR NEW.confirme_par_id IS NOT NULL OR NEW.amorce
       OR NEW.revu_le IS NOT NULL OR NEW.revu_par_id IS NOT NULL OR NOT csil_dans('Administrateurs') THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un mandat naît d''une demande, non confirmé.'; END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - decidees) <> (to_jsonb(OLD) - decidees) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un mandat ne se réécrit pas.'; END IF;
  IF OLD.refuse_le IS NOT NULL OR OLD.termine_le IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce mandat a pris fin.'; END IF;
  IF (NEW.confirme_le, NEW.confirme_par_id) IS DISTINCT FROM (OLD.confirme_le, OLD.confirme_par_id)
     AND (OLD.confirme_le IS NOT NULL OR NEW.confirme_par_id IS DISTINCT FROM moi OR NOT csil_autorite()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Seule une autorité confirme, une fois, en son nom.'; END IF;
  IF (NEW.refuse_le, NEW.refuse_par_id) IS DISTINCT FROM (OLD.refuse_le, OLD.refuse_par_id)
     AND (OLD.confirme_le IS NOT NULL OR NEW.refuse_par_id IS DISTINCT FROM moi OR NOT csil_autorite()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Seule une autorité refuse, en son nom.'; END IF;
  IF (NEW.termine_le, NEW.termine_par_id) IS DISTINCT FROM (OLD.termine_le, OLD.termine_par_id)
     AND (NEW.termine_par_id IS DISTINCT FROM moi OR NOT (csil_autorite() OR csil_dans('Administrateurs'))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une fin de mandat porte le nom de qui la décide.'; END IF;
  IF (NEW.revu_le, NEW.revu_par_id, NEW.fin) IS DISTINCT FROM (OLD.revu_le, OLD.revu_par_id, OLD.fin) THEN
    IF OLD.confirme_le IS NULL OR NEW.revu_par_id IS DISTINCT FROM moi OR moi = OLD.personne_id OR NOT csil_autorite()
       OR NEW.fin > OLD.fin THEN
      RAISE insufficient_privilege USING
        MESSAGE = 'Une revue se fait par une autre autorité que le titulaire, et ne prolonge pas.'; END IF;
    NEW.revu_le := statement_timestamp();
  END IF;
  IF NEW.confirme_le IS DISTINCT FROM OLD.confirme_le THEN NEW.confirme_le := statement_timestamp(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON partenaires_mandat FOR EACH ROW EXECUTE FUNCTION csil_mandat_garde();

-- Who reads mandates: their person; authorities, administrators and the data protection officer read all of them.
CREATE FUNCTION csil_voit_les_mandats() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN csil_dans('Bourgmestre', 'Chef de Corps', 'Référent Radicalisme', 'Administrateurs',
                   'Délégué à la protection des données');
END $$;
ALTER TABLE partenaires_mandat ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON partenaires_mandat FOR SELECT TO csil_app
  USING (personne_id = (SELECT csil_moi()) OR (SELECT csil_voit_les_mandats()));
CREATE POLICY ajouter ON partenaires_mandat FOR INSERT TO csil_app WITH CHECK (true);  -- the guard above says who
CREATE POLICY changer ON partenaires_mandat FOR UPDATE TO csil_app
  USING (personne_id = (SELECT csil_moi()) OR (SELECT csil_voit_les_mandats()));

-- Its history is read and added to by the same people.
ALTER TABLE partenaires_historicalmandat ENABLE ROW LEVEL SECURITY;
CREATE POLICY lire ON partenaires_historicalmandat FOR SELECT TO csil_app
  USING (personne_id = (SELECT csil_moi()) OR (SELECT csil_voit_les_mandats()));
CREATE POLICY ajouter ON partenaires_historicalmandat FOR INSERT TO csil_app WITH CHECK ((SELECT csil_voit_les_mandats()));

-- What the clock reads of a mandate: dates, states, owners; no text. Nobody else reads it, and a condition of whoever asks is
-- not tried on rows that the view hides (security_barrier).
CREATE VIEW partenaires_echeancemandat WITH (security_barrier) AS
  SELECT m.id, m.personne_id, m.groupe_id, p.confirme AS autorite, m.fin, coalesce(m.revu_le, m.confirme_le) AS revu_le,
         (SELECT min(s.depuis) FROM partenaires_suspension s WHERE s.mandat_id = m.id AND s.levee_le IS NULL) AS suspendu_le
  FROM partenaires_mandat m JOIN csil_profilgroupe p ON p.groupe_id = m.groupe_id
  WHERE (SELECT csil_horloge()) AND m.confirme_le IS NOT NULL AND m.termine_le IS NULL AND m.fin > statement_timestamp();

-- Who steers the platform, for whoever has an account: nothing else of a mandate. A suspended one still holds the role.
CREATE VIEW partenaires_titulaire WITH (security_barrier) AS
  SELECT m.id, m.personne_id, g.name AS groupe_nom, m.qualite, m.debut
  FROM partenaires_mandat m JOIN auth_group g ON g.id = m.groupe_id
  WHERE (SELECT csil_auteur()) IS NOT NULL AND m.confirme_le IS NOT NULL AND m.termine_le IS NULL
    AND m.debut <= statement_timestamp() AND statement_timestamp() < m.fin
    AND g.name IN (SELECT groupe_nom FROM partenaires_poste);
