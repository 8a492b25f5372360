-- Who speaks: the signed identity, on which all policies and guards stand.
-- Token: <person>.<second factor 0|1>.<backend pid>.<issued, ms>.<HMAC-SHA256, hex>
-- HMAC from the built-in sha256(): the two padded halves of the key are kept, so no pgcrypto is needed.
CREATE TABLE csil_cle (
  seule boolean PRIMARY KEY DEFAULT true CHECK (seule),
  interieure bytea NOT NULL CHECK (length(interieure) = 64),
  exterieure bytea NOT NULL CHECK (length(exterieure) = 64));
REVOKE ALL ON csil_cle FROM PUBLIC;

-- Who speaks: a person, 0 for a visitor, NULL for nobody. avec_second_facteur: only if this login passed it.
CREATE FUNCTION csil_moi(avec_second_facteur boolean DEFAULT false) RETURNS bigint
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  jeton text := current_setting('csil.jeton', true);
  champ text[];
  emis timestamptz;
  cle public.csil_cle;
BEGIN
  IF jeton IS NULL OR jeton !~ '^[0-9]{1,18}\.[01]\.[0-9]{1,9}\.[0-9]{13}\.[0-9a-f]{64}$' THEN RETURN NULL; END IF;
  champ := string_to_array(jeton, '.');
  emis := to_timestamp(champ[4]::float8 / 1000);
  -- Bound to this connection, and to transactions begun at most 5 s after it was issued: now() is the start of the
  -- transaction, so a long request keeps its name and a token that was kept aside is worth nothing.
  IF champ[3]::int <> pg_backend_pid()
     OR now() > emis + interval '5 s' OR emis > statement_timestamp() + interval '5 s' THEN RETURN NULL; END IF;
  SELECT * INTO cle FROM public.csil_cle;
  IF sha256(cle.exterieure || sha256(cle.interieure || convert_to(left(jeton, -65), 'UTF8')))
     IS DISTINCT FROM decode(champ[5], 'hex') THEN RETURN NULL; END IF;
  IF avec_second_facteur AND champ[2] = '0' THEN RETURN NULL; END IF;
  RETURN champ[1]::bigint;
END $$;
REVOKE ALL ON FUNCTION csil_moi(boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION csil_moi(boolean) TO csil_app;

-- Migrations and server commands: logged in as owner and not speaking as csil_app. Inside SECURITY DEFINER functions
-- current_user is always the owner, so the login and the role setting are what is looked at.
CREATE FUNCTION csil_est_proprietaire() RETURNS boolean LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS
$$ SELECT session_user <> 'csil_app' AND current_setting('role') <> 'csil_app' $$;

-- The clock: a service identity that reads dates, states and owners, never text. It speaks with a signed number that no
-- account can have (comptes.sql); the signed visitor (0) and every account are somebody else.
CREATE FUNCTION csil_horloge() RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT coalesce(csil_moi() = 999999999999999999, false) $$;

-- The account in whose name one writes; NULL for the visitor, the clock and nobody.
CREATE FUNCTION csil_auteur() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT CASE WHEN moi BETWEEN 1 AND 999999999999999998 THEN moi END FROM (SELECT csil_moi() AS moi) AS parole $$;

-- Is the speaker, with the second factor, in this group now? Reads the view of the groups in force.
CREATE FUNCTION csil_dans(VARIADIC noms text[]) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moi bigint := csil_moi(true);
BEGIN
  RETURN moi IS NOT NULL AND EXISTS (
    SELECT 1 FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
    WHERE v.personne_id = moi AND g.name = ANY (noms));
END $$;
