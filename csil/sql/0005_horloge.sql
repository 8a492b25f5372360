-- The clock: a service identity that reads dates, states and owners, never text (conception §4). It speaks with a
-- signed number that no account can have; the signed visitor (0) and every account are somebody else.
ALTER TABLE csil_utilisateur ADD CONSTRAINT numero_d_un_compte CHECK (id BETWEEN 1 AND 999999999999999998);

CREATE FUNCTION csil_horloge() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT coalesce(csil_moi() = 999999999999999999, false) $$;

-- The account in whose name one writes; NULL for the visitor, the clock and nobody.
CREATE FUNCTION csil_auteur() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT CASE WHEN moi BETWEEN 1 AND 999999999999999998 THEN moi END FROM (SELECT csil_moi() AS moi) AS parole $$;

-- As in 0002, with the clock as an author without a name.
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
  RETURN NEW;
END $$;

DROP POLICY ajouter ON csil_entreejournal;
CREATE POLICY ajouter ON csil_entreejournal FOR INSERT TO csil_app WITH CHECK (
  (SELECT csil_moi()) IS NOT NULL AND qui_id IS NOT DISTINCT FROM (SELECT csil_auteur())
  AND quand BETWEEN statement_timestamp() - interval '1 min' AND statement_timestamp() + interval '1 min');

-- A line without a name is the platform's (the clock, a command of the server) or a visitor's: the database says which.
ALTER TABLE csil_entreejournal ADD COLUMN de_la_plateforme boolean NOT NULL DEFAULT false;
CREATE FUNCTION csil_journal_auteur() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.de_la_plateforme := NEW.qui_id IS NULL AND csil_moi() IS DISTINCT FROM 0;
  RETURN NEW;
END $$;
CREATE TRIGGER auteur BEFORE INSERT ON csil_entreejournal FOR EACH ROW EXECUTE FUNCTION csil_journal_auteur();
