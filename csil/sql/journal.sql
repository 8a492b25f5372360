-- The journal: append-only, a partition a month, and a default one so that a missing month never refuses a line. A line
-- without a name is the platform's (the clock, a command of the server) or a visitor's: the database says which.
CREATE TABLE csil_entreejournal (
  id uuid NOT NULL,
  quand timestamptz NOT NULL,
  qui_id bigint NULL REFERENCES csil_utilisateur (id) DEFERRABLE INITIALLY DEFERRED,
  verbe varchar(20) NOT NULL,
  acte varchar(100) NOT NULL,
  objet_type varchar(100) NOT NULL,
  objet_id varchar(64) NOT NULL,
  motif text NOT NULL,
  destinataires text[] NOT NULL,
  de_la_plateforme boolean NOT NULL DEFAULT false,
  PRIMARY KEY (quand, id)
) PARTITION BY RANGE (quand);
CREATE TABLE csil_entreejournal_defaut PARTITION OF csil_entreejournal DEFAULT;
CREATE INDEX csil_journal_qui ON csil_entreejournal (qui_id, quand DESC);
CREATE INDEX csil_journal_objet ON csil_entreejournal (objet_type, objet_id, quand DESC);

-- Make the partition of the city's month that holds this day, unless lines of it already wait in the default one.
CREATE FUNCTION csil_journal_mois(jour date) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  premier date := jour - extract(day FROM jour)::int + 1;
  debut timestamptz := csil_minuit(premier);
  fin timestamptz := csil_minuit(csil_mois_apres(premier, 1));
  nom text := 'csil_entreejournal_' || to_char(jour, 'YYYYMM');
BEGIN
  IF to_regclass(nom) IS NOT NULL
     OR EXISTS (SELECT 1 FROM csil_entreejournal_defaut WHERE quand >= debut AND quand < fin) THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I PARTITION OF csil_entreejournal FOR VALUES FROM (%L) TO (%L)', nom, debut, fin);
END $$;

-- Nobody rewrites it, the owner included.
CREATE FUNCTION csil_immuable() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE insufficient_privilege USING MESSAGE = 'Le journal ne se réécrit pas.'; END $$;
CREATE TRIGGER immuable BEFORE UPDATE OR DELETE ON csil_entreejournal FOR EACH ROW EXECUTE FUNCTION csil_immuable();

-- Without a name, but not a visitor's.
CREATE FUNCTION csil_journal_auteur() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.de_la_plateforme := NEW.qui_id IS NULL AND csil_moi() IS DISTINCT FROM 0;
  RETURN NEW;
END $$;
CREATE TRIGGER auteur BEFORE INSERT ON csil_entreejournal FOR EACH ROW EXECUTE FUNCTION csil_journal_auteur();

-- One writes in one's own name (none for the clock and the visitor), now; one reads one's own lines, the data protection
-- officer reads all.
ALTER TABLE csil_entreejournal ENABLE ROW LEVEL SECURITY;
CREATE POLICY ajouter ON csil_entreejournal FOR INSERT TO csil_app WITH CHECK (
  (SELECT csil_moi()) IS NOT NULL AND qui_id IS NOT DISTINCT FROM (SELECT csil_auteur())
  AND quand BETWEEN statement_timestamp() - interval '1 min' AND statement_timestamp() + interval '1 min');
CREATE POLICY lire ON csil_entreejournal FOR SELECT TO csil_app USING (
  qui_id = (SELECT csil_moi()) OR (SELECT csil_dans('Délégué à la protection des données')));
