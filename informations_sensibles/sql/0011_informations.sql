-- The running of circuits: the answers of the services of origin, rectifications, and what of an information may change, when
-- and by whom. The same rules stand in models/{circuit,suites,droits}_information.py and sortie.py.

-- Who a person is, without saying it: the key of the identity of this information, or of this person in a dossier, for who may
-- ask to see it.
CREATE FUNCTION csil_identite_de(parent uuid) RETURNS uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id FROM informations_sensibles_identite i
   WHERE (i.information_id = parent OR i.implication_id = parent) AND csil_revelable(i.id) $$;

-- A name whatever its accents, its case, its signs and the order of its words. Immutable, as an index asks: the dictionary of
-- unaccent is the server's.
CREATE FUNCTION csil_nom_normal(prenom text, nom text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT string_agg(mot, ' ' ORDER BY mot)
    FROM regexp_split_to_table(lower(unaccent(prenom || ' ' || nom)), '[^[:alnum:]]+') mot WHERE mot <> '' $$;
CREATE INDEX identite_nom_normal ON informations_sensibles_identite (csil_nom_normal(prenom, nom));

-- What else is known of the person of whom this information speaks, of what the speaker reads (R15): keys, never a name. The
-- same name, and the same birth date where both are known; and the other informations of its dossier.
CREATE FUNCTION csil_meme_personne(cle uuid) RETURNS TABLE (genre text, objet uuid)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH sienne AS MATERIALIZED (
    SELECT i.id, i.dossier_id FROM informations_sensibles_information i
     WHERE i.id = cle AND EXISTS (SELECT 1 FROM csil_informations_lisibles(cle))
  ), connue AS MATERIALIZED (
    SELECT n.prenom, n.nom, n.date_naissance FROM sienne s JOIN informations_sensibles_identite n ON n.information_id = s.id
    UNION ALL
    SELECT n.prenom, n.nom, n.date_naissance FROM sienne s
      JOIN informations_sensibles_implication m ON m.dossier_id = s.dossier_id AND m.qualite = 'suivie' AND m.retiree_le IS NULL
      JOIN informations_sensibles_identite n ON n.implication_id = m.id
  ), autre AS MATERIALIZED (
    SELECT n.information_id, n.implication_id FROM connue c
      JOIN informations_sensibles_identite n ON csil_nom_normal(n.prenom, n.nom) = csil_nom_normal(c.prenom, c.nom)
     WHERE n.date_naissance IS NULL OR c.date_naissance IS NULL OR n.date_naissance = c.date_naissance
  ), dossier AS MATERIALIZED (
    SELECT m.dossier_id FROM autre a
      JOIN informations_sensibles_implication m ON m.id = a.implication_id AND m.qualite = 'suivie' AND m.retiree_le IS NULL
    UNION SELECT s.dossier_id FROM sienne s WHERE s.dossier_id IS NOT NULL
  ), trouvee AS (
    SELECT a.information_id AS id FROM autre a WHERE a.information_id IS NOT NULL
    UNION SELECT i.id FROM dossier d JOIN informations_sensibles_information i ON i.dossier_id = d.dossier_id
  )
  SELECT 'information', t.id FROM trouvee t
   WHERE t.id <> cle AND EXISTS (SELECT 1 FROM csil_informations_lisibles(t.id))
  UNION ALL
  SELECT 'dossier', d.dossier_id FROM dossier d, sienne s
   WHERE d.dossier_id IS DISTINCT FROM s.dossier_id
     AND (csil_noyau() OR d.dossier_id IN (SELECT csil_dossiers('view_dossier')))
     AND NOT (d.dossier_id IN (SELECT csil_dossiers_fermes()))
     AND NOT (d.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))) $$;

-- For the clock: whose date has come, to remind who set them. Never what is held back.
CREATE FUNCTION csil_embargos_echus() RETURNS TABLE (embargo uuid, pose_par bigint, jusqu_au date)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.id, e.pose_par_id, e.jusqu_au FROM informations_sensibles_embargo e
   WHERE csil_horloge() AND e.leve_le IS NULL AND e.jusqu_au <= csil_aujourd_hui() $$;

-- What the speaker holds back is theirs to read until they let go, and one day more: else nobody could lift it.
CREATE FUNCTION csil_embargos_poses() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.information_id FROM informations_sensibles_embargo e
   WHERE e.pose_par_id = (SELECT csil_membre()) AND (e.leve_le IS NULL OR e.leve_le > statement_timestamp() - interval '1 day') $$;

-- Of which the speaker's role takes a step, until a day after the end: whatever the state, so that whoever validates still reads
-- what they have just validated (a policy judges the new row by what the functions saw before).
CREATE FUNCTION csil_etapes_tenues() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 200 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  roles text[] := ARRAY(SELECT r FROM unnest(ARRAY['Référent Radicalisme', 'Officier d''information']) r
                        WHERE csil_porte(r) IS NOT NULL);
BEGIN
  IF roles = '{}' THEN RETURN; END IF;
  RETURN QUERY
    SELECT i.id FROM informations_sensibles_information i
     WHERE (i.termine_le IS NULL OR i.termine_le > statement_timestamp() - interval '1 day')
       AND EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                    WHERE e.information_id = i.id AND e.role = ANY (roles));
END $$;

-- What else waits for the speaker's role: transmissions add theirs.
CREATE OR REPLACE FUNCTION csil_informations_attendues() RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT NULL::uuid WHERE false $$;

CREATE OR REPLACE FUNCTION csil_informations_lisibles(cle uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT i.id FROM informations_sensibles_information i
   WHERE i.id = cle AND NOT (i.id IN (SELECT csil_embargos()))
     AND NOT (i.id::text IN (SELECT csil_quarantaines('informations_sensibles.information')))
     AND (i.dossier_id IS NULL OR NOT (i.dossier_id IN (SELECT csil_dossiers_fermes()))
          AND NOT (i.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))))
     AND (i.saisie_par_id = csil_membre() AND i.termine_le IS NULL
       OR i.id IN (SELECT csil_embargos_poses())
       OR i.etat = 'validee' AND (csil_noyau()
            OR i.cercle AND i.dossier_id IN (SELECT csil_dossiers('view_dossier'))
            OR i.dossier_id IS NULL AND csil_tient() IS NOT NULL
            OR i.id IN (SELECT csil_etapes_tenues()) OR i.id IN (SELECT csil_informations_attendues()))
       OR i.etat IN ('a_valider', 'ecartee') AND csil_valide(i.source)
       OR i.etat = 'sans_circuit' AND csil_porte('Chef de Corps', 'Référent Radicalisme') IS NOT NULL) $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  gouverne text := '((SELECT csil_tient()) IS NOT NULL OR (SELECT csil_noyau()))';
  de_l_information text := 'EXISTS (SELECT 1 FROM informations_sensibles_information i WHERE i.id = information_id)';
  lire text := 'NOT (id IN (SELECT csil_embargos())) AND (dossier_id IS NULL OR NOT (dossier_id IN (SELECT csil_dossiers_fermes()))) AND ('
    || 'saisie_par_id = (SELECT csil_membre()) AND termine_le IS NULL'
    || ' OR id IN (SELECT csil_embargos_poses())'
    || ' OR etat = ''validee'' AND ((SELECT csil_noyau()) OR cercle AND dossier_id IN (SELECT csil_dossiers(''view_dossier''))'
    || ' OR dossier_id IS NULL AND (SELECT csil_tient()) IS NOT NULL'
    || ' OR id IN (SELECT csil_etapes_tenues()) OR id IN (SELECT csil_informations_attendues()))'
    || ' OR etat IN (''a_valider'', ''ecartee'') AND CASE WHEN source IN (''police_locale'', ''police_federale'', ''surete'')'
    || ' THEN (SELECT csil_valide(''surete'')) ELSE (SELECT csil_valide(''autre'')) END'
    || ' OR etat = ''sans_circuit'' AND (SELECT csil_porte(''Chef de Corps'', ''Référent Radicalisme'')) IS NOT NULL)';
BEGIN
  EXECUTE format('ALTER POLICY lire ON informations_sensibles_information USING (%s)', lire);
  EXECUTE format('ALTER POLICY changer ON informations_sensibles_information USING (%s)', lire);
  CALL csil_cloisonner('consentement', de_l_information, 'consigne_par_id = ' || moi || ' AND ' || gouverne || ' AND ' || de_l_information, NULL);
  CALL csil_cloisonner('rectification', de_l_information, 'par_id = ' || moi || ' AND ' || gouverne || ' AND ' || de_l_information, NULL);
  CALL csil_cloisonner('arectifier', de_l_information, gouverne || ' AND ' || de_l_information, gouverne);
END $$;

-- Guards

-- How wide a label is: 1 for the narrowest.
CREATE FUNCTION csil_largeur(tlp text) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT array_position(ARRAY['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'], tlp) $$;

-- Its circuit is the one in force for its kind and source when it starts. Its words are its author's until they are validated;
-- then they are put right or masked, and what it may be used for never loosens without the word of who gave it (R18, R19).
CREATE OR REPLACE FUNCTION csil_information_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  passage text;
  en_chemin text[] := '{version,etat,dossier_id,validee_par_id,validee_le,motif_validation,version_circuit_id,termine_le,cercle}';
  vivants text[] := '{version,dossier_id,termine_le,cercle,evaluation_source,evaluation_information,tlp,synthese,nature,
                      categorie_id,date_fait,date_document,reference_document,recherche}';
  accord informations_sensibles_consentement;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' OR NEW.version_circuit_id IS DISTINCT FROM OLD.version_circuit_id THEN
    IF (NEW.etat = 'a_valider') IS DISTINCT FROM EXISTS (
         SELECT 1 FROM informations_sensibles_versioncircuit v JOIN informations_sensibles_circuit c ON c.id = v.circuit_id
          WHERE v.id = NEW.version_circuit_id AND v.etat = 'en_vigueur' AND c.genre = NEW.genre AND c.source = NEW.source)
       OR TG_OP = 'UPDATE' AND OLD.version_circuit_id IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une information suit le circuit en vigueur quand elle le commence.'; END IF;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.etat NOT IN ('a_valider', 'sans_circuit') OR NEW.validee_par_id IS NOT NULL OR NEW.cercle OR NEW.termine_le IS NOT NULL
       OR NEW.evaluation_source || NEW.evaluation_information <> 'X4' AND csil_porte('Officier d''information') IS NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une information naît à valider, sans évaluation.'; END IF;
    IF NEW.dossier_id IS NOT NULL AND NOT csil_contribue(NEW.dossier_id) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Ce dossier n''est pas ouvert à qui parle.'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.reference, NEW.genre, NEW.source, NEW.saisie_par_id, NEW.saisie_le) IS DISTINCT FROM
     (OLD.id, OLD.reference, OLD.genre, OLD.source, OLD.saisie_par_id, OLD.saisie_le) THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''origine d''une information ne se réécrit pas.'; END IF;
  IF NEW.dossier_id IS DISTINCT FROM OLD.dossier_id
     AND (OLD.dossier_id IS NOT NULL OR NEW.dossier_id IS NULL OR NOT csil_contribue(NEW.dossier_id)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information se rattache une fois, à un dossier où l''on contribue.'; END IF;
  passage := OLD.etat || ' ' || NEW.etat;
  IF NEW.etat <> OLD.etat AND NOT (
       passage IN ('a_valider validee', 'a_valider ecartee') AND csil_valide(OLD.source) AND NEW.validee_par_id = moi
       OR passage = 'sans_circuit a_valider' AND csil_porte('Chef de Corps', 'Référent Radicalisme') IS NOT NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information se valide une fois, par qui valide sa source.'; END IF;
  IF passage = 'a_valider validee' AND NOT EXISTS (
       SELECT 1 FROM informations_sensibles_etapeinformation e
        WHERE e.information_id = NEW.id AND e.acte = 'valider' AND e.faite_par_id = moi) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Qui valide signe l''étape de la validation.'; END IF;
  IF OLD.validee_par_id IS NOT NULL AND (NEW.validee_par_id, NEW.validee_le) IS DISTINCT FROM (OLD.validee_par_id, OLD.validee_le) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une validation ne se réécrit pas.'; END IF;
  IF OLD.etat IN ('a_valider', 'sans_circuit') AND OLD.saisie_par_id IS DISTINCT FROM moi
     AND (to_jsonb(NEW) - en_chemin) <> (to_jsonb(OLD) - en_chemin) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Avant sa validation, une information est corrigée par qui l''a saisie.'; END IF;
  IF OLD.etat = 'ecartee' AND (to_jsonb(NEW) - '{version}'::text[]) <> (to_jsonb(OLD) - '{version}'::text[])
     OR OLD.etat = 'validee' AND (to_jsonb(NEW) - vivants) <> (to_jsonb(OLD) - vivants) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce qui a été validé ou écarté ne se réécrit pas.'; END IF;
  IF OLD.etat = 'validee' AND csil_tient() IS NULL AND NOT csil_noyau()
     AND (to_jsonb(NEW) - '{version,dossier_id}'::text[]) <> (to_jsonb(OLD) - '{version,dossier_id}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information validée se rectifie ou se masque par le Référent, l''Officier ou une autorité.'; END IF;
  IF (NEW.evaluation_source, NEW.evaluation_information) IS DISTINCT FROM (OLD.evaluation_source, OLD.evaluation_information)
     AND csil_porte('Officier d''information') IS NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information s''évalue par l''Officier d''information.'; END IF;
  SELECT * INTO accord FROM informations_sensibles_consentement c
   WHERE c.information_id = NEW.id ORDER BY c.consigne_le DESC LIMIT 1;
  IF csil_largeur(NEW.tlp) > csil_largeur(OLD.tlp)
     AND NOT coalesce(accord.accorde AND csil_largeur(NEW.tlp) <= csil_largeur(accord.tlp), false) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une information ne circule pas plus loin sans l''accord de qui l''a donnée.'; END IF;
  IF NEW.termine_le IS DISTINCT FROM OLD.termine_le AND (OLD.termine_le IS NOT NULL OR NEW.etat <> 'validee'
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e WHERE e.information_id = NEW.id AND e.faite_le IS NULL)
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapecircuit c WHERE c.version_circuit_id = NEW.version_circuit_id
                     AND NOT EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                                      WHERE e.information_id = NEW.id AND e.ordre = c.ordre))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un circuit se termine une fois, quand toutes ses étapes sont faites.'; END IF;
  IF NEW.cercle AND NOT OLD.cercle AND (NEW.termine_le IS NULL
       OR EXISTS (SELECT 1 FROM informations_sensibles_versioncircuit v WHERE v.id = NEW.version_circuit_id AND NOT v.permet_cercle)
       OR (NEW.source IN ('surete', 'autre') OR NEW.code_traitement IN ('H1', 'H2'))
          AND NOT coalesce(accord.accorde AND accord.pour_cercle, false)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Le cercle lit une information quand son circuit et qui l''a donnée le permettent.'; END IF;
  RETURN NEW;
END $$;

-- Steps are those of the version that starts; done in order, once it is validated, by who holds their role. The Chef de Corps
-- validates for the Officier d'information too.
CREATE OR REPLACE FUNCTION csil_etape_information_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE i informations_sensibles_information;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  SELECT * INTO i FROM informations_sensibles_information WHERE id = NEW.information_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.faite_le IS NOT NULL OR i.etat IS DISTINCT FROM 'a_valider' OR NOT EXISTS (
         SELECT 1 FROM informations_sensibles_etapecircuit c
          WHERE c.version_circuit_id = i.version_circuit_id AND (c.ordre, c.acte, c.role, c.delai_jours, c.consigne)
                IS NOT DISTINCT FROM (NEW.ordre, NEW.acte, NEW.role, NEW.delai_jours, NEW.consigne)) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Les étapes d''un circuit se posent à son départ.'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.faite_le IS NOT NULL OR (NEW.id, NEW.information_id, NEW.ordre, NEW.acte, NEW.role, NEW.consigne, NEW.delai_jours) IS DISTINCT FROM
     (OLD.id, OLD.information_id, OLD.ordre, OLD.acte, OLD.role, OLD.consigne, OLD.delai_jours) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une étape faite ne se réécrit pas.'; END IF;
  IF NEW.faite_le IS NOT NULL AND (NEW.faite_par_id IS DISTINCT FROM csil_moi(true)
       OR csil_porte(OLD.role) IS NULL
          AND NOT (OLD.acte = 'valider' AND OLD.role = 'Officier d''information' AND csil_porte('Chef de Corps') IS NOT NULL)
       OR i.etat <> CASE OLD.acte WHEN 'valider' THEN 'a_valider' ELSE 'validee' END
       OR EXISTS (SELECT 1 FROM informations_sensibles_etapeinformation e
                   WHERE e.information_id = OLD.information_id AND e.ordre < OLD.ordre AND e.faite_le IS NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une étape se fait dans l''ordre, par qui tient son rôle.'; END IF;
  RETURN NEW;
END $$;

-- Told once. An information is put right before anybody is told.
CREATE FUNCTION csil_a_rectifier_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.fait_le IS NOT NULL OR NOT EXISTS (
         SELECT 1 FROM informations_sensibles_rectification r
          WHERE r.id = NEW.rectification_id AND r.information_id = NEW.information_id AND r.par_id = csil_moi(true)) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une rectification se fait suivre par qui l''a faite.'; END IF;
    RETURN NEW;
  END IF;
  IF OLD.fait_le IS NOT NULL OR NEW.fait_par_id IS DISTINCT FROM csil_moi(true)
     OR (to_jsonb(NEW) - '{fait_par_id,fait_le,mot}'::text[]) <> (to_jsonb(OLD) - '{fait_par_id,fait_le,mot}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un destinataire est prévenu une fois, au nom de qui le fait.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_arectifier
  FOR EACH ROW EXECUTE FUNCTION csil_a_rectifier_garde();
