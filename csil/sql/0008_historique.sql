-- As in 0005, at the moment it is written too: nobody puts a line where it was not, before or after.
CREATE OR REPLACE FUNCTION csil_historique_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  auteur bigint;
  ligne jsonb := to_jsonb(NEW);
BEGIN
  IF TG_OP <> 'INSERT' THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''historique ne se réécrit pas.'; END IF;
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF ligne ? 'history_user_id' THEN
    auteur := (ligne ->> 'history_user_id')::bigint;
  ELSE  -- a list of choices (historicaloffre_themes) has the author of the row that it completes, written just now
    EXECUTE format('SELECT history_user_id FROM %I WHERE history_id = %L AND history_date > now() - interval ''1 min''',
                   substring(TG_TABLE_NAME FROM '^(.*_historical[^_]+)_'), ligne ->> 'history_id') INTO auteur;
  END IF;
  IF csil_moi() IS NULL OR auteur IS DISTINCT FROM csil_auteur() THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''historique s''écrit au nom de qui parle.'; END IF;
  IF (ligne ->> 'history_date')::timestamptz
     NOT BETWEEN statement_timestamp() - interval '1 min' AND statement_timestamp() + interval '1 min' THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''historique porte le moment où il s''écrit.'; END IF;
  RETURN NEW;
END $$;
