-- Who a person is stands in one table. May the speaker ask? Of somebody in a dossier, or in an information that has its dossier,
-- who contributes to that dossier (decision 0015); of an information that has none yet, who reads it; of whom a partner reported,
-- who reads the report, its author included. Also of one that nobody has written yet (its author's revelation comes first).
CREATE FUNCTION csil_revelable(identite uuid) RETURNS boolean
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

-- Legible to the speaker now: asked for less than a quarter of an hour ago, and still theirs to ask.
CREATE FUNCTION csil_revelees() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT r.identite_id FROM informations_sensibles_revelation r
   WHERE r.par_id = (SELECT csil_moi(true)) AND r.le > statement_timestamp() - interval '15 minutes' AND csil_revelable(r.identite_id) $$;

-- Who a person is, without saying it: the key of the identity of this information, or of this person in a dossier, for who may
-- ask to see it; of a report; of a whole dossier.
CREATE FUNCTION csil_identite_de(parent uuid) RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id FROM informations_sensibles_identite i
   WHERE (i.information_id = parent OR i.implication_id = parent) AND csil_revelable(i.id) $$;
CREATE FUNCTION csil_identite_du_signalement(signalement uuid) RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id FROM informations_sensibles_identite i
   WHERE i.signalement_partenaire_id = signalement AND EXISTS (SELECT 1 FROM csil_signalements_lisibles(signalement)) $$;
CREATE FUNCTION csil_identites_du_dossier(dossier uuid) RETURNS TABLE (implication uuid, identite uuid)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT m.id, i.id FROM informations_sensibles_implication m JOIN informations_sensibles_identite i ON i.implication_id = m.id
   WHERE m.dossier_id = csil_identites_du_dossier.dossier AND csil_contribue(m.dossier_id) $$;

-- A name whatever its accents, its case, its signs and the order of its words. Immutable, as an index asks: the dictionary of
-- unaccent is the server's.
CREATE FUNCTION csil_nom_normal(prenom text, nom text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT string_agg(mot, ' ' ORDER BY mot)
    FROM regexp_split_to_table(lower(unaccent(prenom || ' ' || nom)), '[^[:alnum:]]+') mot WHERE mot <> '' $$;
CREATE INDEX identite_nom_normal ON informations_sensibles_identite (csil_nom_normal(prenom, nom));

-- Is this person named in this text? The whole last name, or a long word of it, whatever the case and the accents; the first
-- name with its capital only, since several are ordinary words.
CREATE FUNCTION csil_contient_nom(texte text, nom text, prenom text) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ecrits text := ' ' || regexp_replace(unaccent(coalesce(texte, '')), '[^[:alnum:]]+', ' ', 'g') || ' ';
  mots text := lower(ecrits);
  entier text := btrim(regexp_replace(lower(unaccent(coalesce(nom, ''))), '[^[:alnum:]]+', ' ', 'g'));
  mot text;
BEGIN
  IF length(entier) > 2 AND position(' ' || entier || ' ' IN mots) > 0 THEN RETURN true; END IF;
  FOREACH mot IN ARRAY string_to_array(entier, ' ') LOOP
    IF length(mot) > 3 AND mot NOT IN ('saint', 'sainte', 'della', 'dell') AND position(' ' || mot || ' ' IN mots) > 0 THEN
      RETURN true; END IF;
  END LOOP;
  FOREACH mot IN ARRAY regexp_split_to_array(unaccent(coalesce(prenom, '')), '[^[:alnum:]]+') LOOP
    IF length(mot) > 2 AND (position(' ' || initcap(mot) || ' ' IN ecrits) > 0 OR position(' ' || upper(mot) || ' ' IN ecrits) > 0) THEN
      RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- Does this text name somebody of the dossier, of the information that waits for one, of the report? A yes or a no about a name
-- is told to who could ask to see it, and to nobody else.
CREATE FUNCTION csil_nomme(dossier uuid, information uuid, signalement uuid, texte text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM informations_sensibles_identite i
     WHERE (i.implication_id IN (SELECT m.id FROM informations_sensibles_implication m WHERE m.dossier_id = csil_nomme.dossier)
            OR i.information_id IN (SELECT f.id FROM informations_sensibles_information f WHERE f.dossier_id = csil_nomme.dossier)
            OR i.information_id = csil_nomme.information OR i.signalement_partenaire_id = csil_nomme.signalement)
       AND csil_contient_nom(texte, i.nom, i.prenom) AND csil_revelable(i.id)) $$;

-- What else is known of the person of whom this information speaks, of what the speaker reads (R15), with what partners reported and
-- nobody has taken up yet: keys, never a name. The same name, and the same birth date where both are known; and the other
-- informations of its dossier. Names are compared between identities that the speaker could ask to see, or it would say who a
-- dossier is about to whoever enters an information under a name to try.
CREATE FUNCTION csil_meme_personne(cle uuid) RETURNS TABLE (genre text, objet uuid)
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
    SELECT n.id, n.information_id, n.implication_id, n.signalement_partenaire_id FROM connue c
      JOIN informations_sensibles_identite n ON csil_nom_normal(n.prenom, n.nom) = csil_nom_normal(c.prenom, c.nom)
     WHERE n.date_naissance IS NULL OR c.date_naissance IS NULL OR n.date_naissance = c.date_naissance
  ), autre_ouverte AS MATERIALIZED (
    SELECT a.information_id, a.implication_id, a.signalement_partenaire_id FROM autre a WHERE csil_revelable(a.id)
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
  SELECT 'signalement', a.signalement_partenaire_id FROM autre_ouverte a
   WHERE EXISTS (SELECT csil_signalements_lisibles(a.signalement_partenaire_id))
  UNION ALL
  SELECT 'dossier', d.dossier_id FROM dossier d, sienne s
   WHERE d.dossier_id IS DISTINCT FROM s.dossier_id
     AND (csil_noyau() OR d.dossier_id IN (SELECT csil_dossiers('view_dossier')))
     AND NOT (d.dossier_id IN (SELECT csil_dossiers_fermes()))
     AND NOT (d.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))) $$;

-- An identity is legible once it was asked for. Whoever reports writes down who it is about, of their own report only, and reads it
-- as anybody reads an identity.
DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  porte text := '((SELECT csil_membre()) IS NOT NULL OR EXISTS (SELECT csil_signale()))';
BEGIN
  CALL csil_cloisonner('revelation', 'par_id = ' || moi || ' AND ' || porte,
    'par_id = ' || moi || ' AND csil_revelable(identite_id)', NULL, porte => porte);
  CALL csil_cloisonner('identite', 'id IN (SELECT csil_revelees())', 'saisie_par_id = ' || moi || ' AND id IN (SELECT csil_revelees())'
    || ' AND (signalement_partenaire_id IS NULL AND ' || membre || ' OR EXISTS (SELECT 1 FROM informations_sensibles_signalementpartenaire s'
    || ' WHERE s.id = signalement_partenaire_id AND s.signalant_id = ' || moi || ' AND s.etat = ''recu''))', membre, porte => porte);
END $$;

-- A revelation is of now.
CREATE FUNCTION csil_revelation_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() THEN NEW.le := statement_timestamp(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT ON informations_sensibles_revelation FOR EACH ROW EXECUTE FUNCTION csil_revelation_garde();

-- An identity is written where its author reads; it goes from its information to a person of that information's dossier, and
-- out of a dossier never again. Who wrote it stays.
CREATE FUNCTION csil_identite_garde() RETURNS trigger
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
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_identite
  FOR EACH ROW EXECUTE FUNCTION csil_identite_garde();

-- Of whom a partner reported is whom the information made of it is about: nowhere else does that identity go.
CREATE FUNCTION csil_identite_signalee_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND NEW.signalement_partenaire_id IS DISTINCT FROM OLD.signalement_partenaire_id AND NOT EXISTS (
       SELECT 1 FROM informations_sensibles_suitesignalement u
        WHERE u.signalement_id = OLD.signalement_partenaire_id AND u.information_id = NEW.information_id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une identité signalée suit l''information qui reprend le signalement.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde_signalee BEFORE UPDATE ON informations_sensibles_identite
  FOR EACH ROW EXECUTE FUNCTION csil_identite_signalee_garde();
