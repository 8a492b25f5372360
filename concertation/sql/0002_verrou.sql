-- Approved minutes do not change any more (R55): neither the meeting, nor its items, texts, decisions, opinions and attendance.
-- A correction is an addendum; actions live on. Nobody is above it, the owner included: a purge switches it off.
CREATE FUNCTION concertation_verrou() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ligne jsonb := to_jsonb(CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END);
  verrouillee boolean;
BEGIN
  IF TG_TABLE_NAME = 'concertation_reunion' THEN
    verrouillee := ligne ->> 'etat' = 'approuvee';
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
  RETURN coalesce(NEW, OLD);
END $$;
DO $$ DECLARE nom text; BEGIN
  FOREACH nom IN ARRAY ARRAY['reunion', 'pointordredujour', 'compterendupoint', 'decision', 'avis', 'document',
                             'convocation', 'presence'] LOOP
    EXECUTE format('CREATE TRIGGER verrou BEFORE %s ON concertation_%s FOR EACH ROW EXECUTE FUNCTION concertation_verrou()',
                   CASE nom WHEN 'reunion' THEN 'UPDATE OR DELETE' ELSE 'INSERT OR UPDATE OR DELETE' END, nom);
  END LOOP; END $$;
