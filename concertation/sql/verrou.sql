-- Approved minutes do not change any more (R55): neither the meeting, nor its items, texts, decisions, opinions and attendance.
-- A correction is an addendum; actions live on. Nobody is above it, the owner included: a purge switches it off. Both sides of
-- a change are looked at: a line that stands elsewhere does not move into approved minutes either.
CREATE FUNCTION concertation_verrou() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ligne jsonb;
  verrouillee boolean;
BEGIN
  FOREACH ligne IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY[to_jsonb(NEW)] WHEN 'DELETE' THEN ARRAY[to_jsonb(OLD)]
                                    ELSE ARRAY[to_jsonb(OLD), to_jsonb(NEW)] END LOOP
    IF TG_TABLE_NAME = 'concertation_reunion' THEN
      -- the passage to « approuvée » is the last change that it takes
      verrouillee := ligne ->> 'etat' = 'approuvee' AND ligne = to_jsonb(OLD);
    ELSIF ligne ? 'point_id' THEN
      SELECT r.etat = 'approuvee' INTO verrouillee FROM concertation_pointordredujour p
        JOIN concertation_reunion r ON r.id = p.reunion_id WHERE p.id = (ligne ->> 'point_id')::bigint;
    ELSIF ligne ? 'convocation_id' THEN
      SELECT r.etat = 'approuvee' INTO verrouillee FROM concertation_convocation c
        JOIN concertation_reunion r ON r.id = c.reunion_id WHERE c.id = (ligne ->> 'convocation_id')::bigint;
    ELSE
      SELECT r.etat = 'approuvee' INTO verrouillee FROM concertation_reunion r WHERE r.id = (ligne ->> 'reunion_id')::bigint;
    END IF;
    IF verrouillee THEN
      RAISE insufficient_privilege USING MESSAGE = 'Ce compte rendu est approuvé : il ne change plus.'; END IF;
  END LOOP;
  RETURN coalesce(NEW, OLD);
END $$;

DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['reunion', 'pointordredujour', 'compterendupoint', 'decision', 'avis', 'document',
                             'convocation', 'presence'] LOOP
    EXECUTE format('CREATE TRIGGER verrou BEFORE %s ON concertation_%s FOR EACH ROW EXECUTE FUNCTION concertation_verrou()',
                   CASE nom WHEN 'reunion' THEN 'UPDATE OR DELETE' ELSE 'INSERT OR UPDATE OR DELETE' END, nom);
  END LOOP; END $$;

-- The minutes themselves, once approved; and an addendum is signed by who speaks.
CREATE FUNCTION concertation_compte_rendu_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF OLD.approuve_le IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce compte rendu est approuvé : il ne change plus.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER verrou BEFORE UPDATE ON concertation_compterendu
  FOR EACH ROW EXECUTE FUNCTION concertation_compte_rendu_garde();
CREATE FUNCTION concertation_addendum_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND (TG_OP <> 'INSERT' OR NEW.par_id IS DISTINCT FROM csil_moi()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un addendum porte le nom de qui l''écrit, et ne change plus.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON concertation_addendum
  FOR EACH ROW EXECUTE FUNCTION concertation_addendum_garde();
