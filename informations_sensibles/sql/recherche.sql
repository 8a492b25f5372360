-- Search in the words of dossiers and informations (R74). What is searched is kept beside the words, made by the database:
-- neither a generated column (its RETURNING would ask for the right to read before the row is there) nor the application.
CREATE FUNCTION csil_mots_cherches() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  texte text := (SELECT string_agg(valeur, ' ') FROM jsonb_each_text(to_jsonb(NEW)) c(nom, valeur) WHERE nom = ANY (TG_ARGV));
BEGIN
  NEW.recherche := to_tsvector('fr_unaccent', coalesce(texte, '')) || to_tsvector('simple_unaccent', coalesce(texte, ''));
  RETURN NEW;
END $$;
CREATE TRIGGER mots_cherches BEFORE INSERT OR UPDATE ON informations_sensibles_dossier
  FOR EACH ROW EXECUTE FUNCTION csil_mots_cherches('signes', 'necessite', 'proportionnalite', 'subsidiarite');
CREATE TRIGGER mots_cherches BEFORE INSERT OR UPDATE ON informations_sensibles_information
  FOR EACH ROW EXECUTE FUNCTION csil_mots_cherches('synthese');

-- The words of a demand (letters and digits only), every one of them: the beginning of a word, or its stem.
CREATE FUNCTION csil_demande(mots text[]) RETURNS tsquery
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  mot text;
  demande tsquery;
  un tsquery;
BEGIN
  FOREACH mot IN ARRAY mots LOOP
    un := to_tsquery('simple_unaccent', quote_literal(mot) || ':*') || to_tsquery('fr_unaccent', quote_literal(mot));
    demande := CASE WHEN demande IS NULL THEN un ELSE demande && un END;
  END LOOP;
  RETURN demande;
END $$;

-- For those who see everything: no policy inside, so that the index serves; identifiers only come out, the newest thousand, less
-- what is closed to the speaker, and are read back through the policy.
CREATE FUNCTION csil_chercher_informations(mots text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE demande tsquery := csil_demande(mots);
BEGIN
  IF NOT csil_noyau() THEN RETURN; END IF;
  RETURN QUERY
    WITH trouvees AS MATERIALIZED (
      SELECT i.id, i.saisie_le FROM informations_sensibles_information i
       WHERE i.recherche @@ demande AND NOT (i.id IN (SELECT csil_embargos()))
         AND (i.dossier_id IS NULL OR NOT (i.dossier_id IN (SELECT csil_dossiers_fermes())))
         AND CASE WHEN i.etat = 'validee' THEN true ELSE EXISTS (SELECT csil_informations_lisibles(i.id)) END)
    SELECT t.id FROM trouvees t ORDER BY t.saisie_le DESC, t.id DESC LIMIT 1001;
END $$;
CREATE FUNCTION csil_chercher_dossiers(mots text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE demande tsquery := csil_demande(mots);
BEGIN
  IF NOT csil_noyau() THEN RETURN; END IF;
  RETURN QUERY
    WITH trouves AS MATERIALIZED (
      SELECT d.id, d.propose_le FROM informations_sensibles_dossier d
       WHERE d.recherche @@ demande AND NOT (d.id IN (SELECT csil_dossiers_fermes())))
    SELECT t.id FROM trouves t ORDER BY t.propose_le DESC, t.id DESC LIMIT 1001;
END $$;

-- Dossiers to which the speaker contributes and whose person bears this name: for who may reveal it, and nobody else. Every
-- word of the demand must be a whole word of the name; accents and case do not count. One answer, without the name.
CREATE FUNCTION csil_chercher_personne(mots text[]) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE cherches text[] := ARRAY(SELECT lower(unaccent(m)) FROM unnest(mots) m);
BEGIN
  IF csil_membre() IS NULL OR cherches = '{}' THEN RETURN; END IF;
  RETURN QUERY
    SELECT m.dossier_id FROM informations_sensibles_identite i JOIN informations_sensibles_implication m ON m.id = i.implication_id
     WHERE cherches <@ regexp_split_to_array(lower(unaccent(i.prenom || ' ' || i.nom)), '[^[:alnum:]]+')
       AND csil_contribue(m.dossier_id);
END $$;
