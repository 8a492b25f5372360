-- Once per server, as superuser, by the database administrator: psql -v base=csil -f csil/sql/roles.sql
-- Can be run again: it changes only what differs. PostgreSQL 15 or later.
--
-- csil_owner owns the tables and migrates; csil_app serves the pages: neither owner nor superuser, member of nothing.
-- Neither gets a password here: the application's machine logs in by peer authentication or pg_hba.conf.
\set ON_ERROR_STOP on
SET client_min_messages = warning;
\if :{?base}
\else
    \set base csil
\endif

SELECT format('CREATE ROLE %I', role)
FROM unnest(ARRAY['csil_owner', 'csil_app']) AS role
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)
\gexec

ALTER ROLE csil_owner LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS;
ALTER ROLE csil_app LOGIN NOSUPERUSER NOCREATEROLE NOREPLICATION NOBYPASSRLS NOCREATEDB NOINHERIT;
GRANT csil_app TO csil_owner;                             -- tests and commands step down, never up
SELECT format('REVOKE %I FROM csil_app', roleid::regrole)
FROM pg_auth_members WHERE member = 'csil_app'::regrole
\gexec

ALTER ROLE csil_app SET track_activities = off;           -- pg_stat_activity would show every request's words
ALTER ROLE csil_app SET log_min_error_statement = panic;  -- a refused INSERT would write its text into the log
ALTER ROLE csil_app SET log_error_verbosity = terse;      -- the detail of an error holds the row that was refused
ALTER ROLE csil_app SET log_min_duration_statement = -1;  -- so would a slow one

-- The same alphabetical order everywhere, whatever the language of the server.
SELECT format('CREATE DATABASE %I OWNER csil_owner TEMPLATE template0 ENCODING ''UTF8'' LOCALE ''C.UTF-8''', :'base')
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'base')
\gexec
ALTER DATABASE :"base" OWNER TO csil_owner;
REVOKE ALL ON DATABASE :"base" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"base" TO csil_app;

\connect :"base"
SET client_min_messages = warning;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION pg_cancel_backend(int), pg_terminate_backend(int, bigint) FROM PUBLIC;
