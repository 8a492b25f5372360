-- Did this transaction, or a savepoint of it, write this row? It is seen and its writer is still in progress.
CREATE FUNCTION csil_vient_d_ecrire(table_ text, cle text) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  epoque bigint := pg_current_xact_id()::text::bigint >> 32 << 32;
  par xid;
BEGIN
  EXECUTE format('SELECT xmin FROM %I WHERE id = %L', table_, cle) INTO par;
  RETURN par IS NOT NULL AND pg_xact_status((epoque + par::text::bigint)::text::xid8) = 'in progress';
END $$;
REVOKE ALL ON FUNCTION csil_vient_d_ecrire(text, text) FROM PUBLIC;

-- History is appended to, in the name of who speaks (none for the clock), at the moment when it is written, and tells what has
-- just been done: the row was written, or is gone (decision 0017). Else whoever speaks could add a line, in their own name, to
-- the history of a record that they may not read. Nobody rewrites it, the owner included. `accorder` sets the trigger on every
-- table of history.
CREATE FUNCTION csil_historique_garde() RETURNS trigger
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
  IF ligne ? 'history_user_id' AND ligne ->> 'history_type' <> '-'
     AND NOT csil_vient_d_ecrire(replace(TG_TABLE_NAME, '_historical', '_'), ligne ->> 'id') THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''historique raconte ce qui vient de s''écrire.'; END IF;
  RETURN NEW;
END $$;
