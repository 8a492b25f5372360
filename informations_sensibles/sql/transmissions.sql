-- The wall around the transmissions to and from the operational TFL. The contact TFL is outside csil_membre(): a gate of its own,
-- and only what was released to it.
CREATE FUNCTION csil_contact_tfl() RETURNS bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ SELECT csil_porte('Contact TFL opérationnelle') $$;

-- Does the dossier of this transmission say now that the person is a minor? Told to whoever reads the transmission.
CREATE FUNCTION csil_transmission_mineur(cle uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((SELECT d.mineur = 'oui' FROM informations_sensibles_transmission t
                     JOIN informations_sensibles_dossier d ON d.id = t.dossier_id
                    WHERE t.id = cle AND NOT (d.id IN (SELECT csil_dossiers_fermes()))
                      AND (csil_noyau() OR csil_tient() IS NOT NULL OR d.id IN (SELECT csil_dossiers('view_dossier')))), false) $$;

-- To whom this information went, and by which transmission: for whoever rectifies it, whose own those need not be (R44).
CREATE FUNCTION csil_destinataires_passes(cle uuid) RETURNS TABLE (personne bigint, reference text)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT t.destinataire_id, t.reference::text
    FROM informations_sensibles_informationtransmise c JOIN informations_sensibles_transmission t ON t.id = c.transmission_id
   WHERE c.information_id = cle AND c.retiree_le IS NULL AND t.direction = 'vers_tfl' AND t.liberee_le IS NOT NULL
     AND EXISTS (SELECT csil_informations_lisibles(cle))
   ORDER BY 2 $$;

-- What the clock is told: which returns are overdue, since when, and who leads the dossier.
CREATE FUNCTION csil_retours_dus() RETURNS TABLE (transmission uuid, depuis date, pilote bigint)
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT t.id, t.retour_attendu_le, d.pilote_id
    FROM informations_sensibles_transmission t JOIN informations_sensibles_dossier d ON d.id = t.dossier_id
   WHERE csil_horloge() AND t.etat IN ('liberee', 'accusee') AND t.retour_attendu_le < csil_aujourd_hui()
     AND NOT (t.id::text IN (SELECT csil_quarantaines('informations_sensibles.transmission')))
     AND NOT (d.id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier'))) $$;

-- Who is kept away from the dossier of this transmission: told to those who read it; why stays with the authorities.
CREATE FUNCTION csil_tenus_a_l_ecart_de_la_transmission(cle uuid) RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT b.personne_id FROM informations_sensibles_transmission t
    JOIN informations_sensibles_blocagedossier b ON b.dossier_id = t.dossier_id AND b.leve_le IS NULL
   WHERE t.id = cle AND NOT (t.id IN (SELECT csil_transmissions_fermees()))
     AND NOT (t.id::text IN (SELECT csil_quarantaines('informations_sensibles.transmission')))
     AND NOT (t.dossier_id IN (SELECT csil_dossiers_fermes()))
     AND NOT (t.dossier_id::text IN (SELECT csil_quarantaines('informations_sensibles.dossier')))
     AND (csil_noyau() OR t.dossier_id IN (SELECT csil_dossiers('view_dossier'))
       OR csil_tient() IS NOT NULL AND t.direction = 'vers_tfl'
          AND (t.fini_le IS NULL OR t.fini_le > statement_timestamp() - interval '1 day')) $$;

DO $$
DECLARE
  moi text := '(SELECT csil_moi(true))';
  membre text := '(SELECT csil_membre()) IS NOT NULL';
  contact text := '(SELECT csil_contact_tfl())';
  admin text := '(SELECT csil_dans(''Administrateurs''))';
  de_la_transmission text := 'EXISTS (SELECT 1 FROM informations_sensibles_transmission t WHERE t.id = transmission_id)';
  t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['finalite', 'baselegale'] LOOP
    CALL csil_cloisonner(t, membre || ' OR ' || contact || ' IS NOT NULL OR ' || admin, admin, admin, membre || ' OR ' || admin, admin);
  END LOOP;
  CALL csil_cloisonner('transmission',
    'NOT (id IN (SELECT csil_transmissions_fermees())) AND (dossier_id IS NULL OR NOT (dossier_id IN (SELECT csil_dossiers_fermes()))) AND ('
    || '(SELECT csil_noyau()) OR dossier_id IN (SELECT csil_dossiers(''view_dossier''))'
    || ' OR (SELECT csil_tient()) IS NOT NULL AND direction = ''vers_tfl'' AND (fini_le IS NULL OR fini_le > statement_timestamp() - interval ''1 day'')'
    || ' OR (SELECT csil_porte(''Officier d''''information'')) IS NOT NULL AND direction = ''de_tfl'''
    || ' OR destinataire_id = ' || contact || ' AND etat IN (''liberee'', ''accusee'', ''retour_recu''))',
    'preparee_par_id = ' || moi || ' AND ((SELECT csil_redige()) IS NOT NULL OR (SELECT csil_noyau()))', 'true',
    'EXISTS (SELECT 1 FROM informations_sensibles_transmission t WHERE t.id = informations_sensibles_historicaltransmission.id)'
    || ' AND (' || membre || ' OR history_user_id = ' || contact || ')',
    '(' || membre || ' OR ' || contact || ' IS NOT NULL)');
  CALL csil_cloisonner('informationtransmise', membre || ' AND ' || de_la_transmission,
    'par_id = ' || moi || ' AND ' || de_la_transmission, membre);
  CALL csil_cloisonner('conditiontransmission', membre || ' AND ' || de_la_transmission, membre || ' AND ' || de_la_transmission, membre);
  -- The frozen copy repeats words that the circle may not read (an information closed to it, a passage masked since): its bytes
  -- are its recipient's, and those of who releases.
  CALL csil_cloisonner('copiefigee', 'EXISTS (SELECT 1 FROM informations_sensibles_transmission t'
    || ' WHERE t.id = transmission_id AND ((SELECT csil_noyau()) OR (SELECT csil_porte(''Officier d''''information'')) IS NOT NULL'
    || ' OR t.destinataire_id = ' || contact || '))', 'par_id = ' || moi || ' AND ' || de_la_transmission, NULL);
  CALL csil_cloisonner('retourtransmission', de_la_transmission, 'par_id = ' || moi || ' AND ' || de_la_transmission, NULL, NULL,
    '(' || membre || ' OR ' || contact || ' IS NOT NULL)');
END $$;

-- Born prepared (or, from the TFL, received) in the name of who speaks; each step one way, by its role; what left is not
-- rewritten.
CREATE FUNCTION csil_transmission_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  moi bigint := csil_moi(true);
  passage text;
  libres text[];
  verifie boolean := csil_tient() IS NOT NULL OR csil_noyau();
  libere boolean := csil_porte('Officier d''information', 'Chef de Corps') IS NOT NULL;
  du_contact boolean := NEW.destinataire_id IS NOT DISTINCT FROM csil_contact_tfl() AND csil_contact_tfl() IS NOT NULL;
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.preparee_par_id IS DISTINCT FROM moi OR coalesce(NEW.verifiee_par_id, NEW.liberee_par_id, NEW.accusee_par_id) IS NOT NULL
       OR NEW.fini_le IS NOT NULL OR NEW.retour_attendu_le IS NOT NULL THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une transmission naît préparée, au nom de qui parle.'; END IF;
    IF NEW.dossier_id IS NOT NULL AND NOT csil_contribue(NEW.dossier_id) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Ce dossier n''est pas ouvert à qui parle.'; END IF;
    IF NOT (NEW.direction = 'vers_tfl' AND NEW.etat = 'preparee' OR NEW.direction = 'de_tfl' AND NEW.etat = 'recue' AND libere) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Ce qui vient de la TFL s''enregistre par l''Officier ou le Chef de Corps.'; END IF;
    RETURN NEW;
  END IF;
  passage := OLD.etat || ' ' || NEW.etat;
  IF OLD.direction = 'de_tfl' THEN
    libres := CASE WHEN NOT libere THEN NULL WHEN passage = 'recue accusee' THEN '{etat,accusee_par_id,accusee_le,fini_le}'::text[] END;
  ELSE
    libres := CASE passage
      WHEN 'preparee preparee' THEN CASE
        WHEN moi = OLD.preparee_par_id THEN '{genre,objet,reference_externe,date_piece,finalite_id,base_id,destinataire_id,organisation,
          canal,code_traitement,tlp,marquage_origine,mineur,interet_enfant,retour_sous,mot_renvoi}'::text[]
        WHEN verifie THEN '{mot_renvoi}'::text[] END
      WHEN 'preparee verifiee' THEN CASE WHEN verifie THEN '{etat,verifiee_par_id,verifiee_le,mot_renvoi}'::text[] END
      WHEN 'verifiee preparee' THEN CASE WHEN verifie THEN '{etat,verifiee_par_id,verifiee_le,mot_renvoi}'::text[] END
      WHEN 'verifiee liberee' THEN CASE WHEN libere THEN '{etat,liberee_par_id,liberee_le,retour_attendu_le}'::text[] END
      WHEN 'liberee accusee' THEN CASE WHEN du_contact THEN '{etat,accusee_par_id,accusee_le}'::text[] END
      WHEN 'liberee retour_recu' THEN '{etat,fini_le}'::text[]
      WHEN 'accusee retour_recu' THEN '{etat,fini_le}'::text[]
      WHEN 'preparee annulee' THEN '{etat,motif_annulation,fini_le}'::text[]
      WHEN 'verifiee annulee' THEN '{etat,motif_annulation,fini_le}'::text[] END;
  END IF;
  libres := libres || '{version}'::text[];
  IF libres IS NULL OR (to_jsonb(NEW) - libres) <> (to_jsonb(OLD) - libres) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une transmission ne se réécrit pas ainsi.'; END IF;
  IF passage = 'preparee verifiee' AND (NEW.verifiee_par_id IS DISTINCT FROM moi OR moi = OLD.preparee_par_id
       OR NOT EXISTS (SELECT 1 FROM informations_sensibles_conditiontransmission c WHERE c.transmission_id = NEW.id)
       OR EXISTS (SELECT 1 FROM informations_sensibles_conditiontransmission c
                   WHERE c.transmission_id = NEW.id AND c.tenue IS NOT TRUE
                     AND (c.information_id IS NULL OR EXISTS (
                       SELECT 1 FROM informations_sensibles_informationtransmise i
                        WHERE i.transmission_id = NEW.id AND i.information_id = c.information_id AND i.retiree_le IS NULL)))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une transmission se vérifie condition par condition, par une autre personne.'; END IF;
  IF passage = 'verifiee preparee' AND (NEW.mot_renvoi = '' OR NEW.verifiee_par_id IS NOT NULL) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une transmission se renvoie avec un mot.'; END IF;
  IF passage = 'verifiee liberee' THEN
    IF NEW.liberee_par_id IS DISTINCT FROM moi OR moi IN (OLD.preparee_par_id, OLD.destinataire_id) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une transmission se libère par l''Officier ou le Chef de Corps qui ne l''a pas préparée.'; END IF;
    IF NOT EXISTS (SELECT 1 FROM informations_sensibles_informationtransmise c WHERE c.transmission_id = NEW.id AND c.retiree_le IS NULL)
       OR EXISTS (SELECT 1 FROM informations_sensibles_informationtransmise c JOIN informations_sensibles_information i ON i.id = c.information_id
                   WHERE c.transmission_id = NEW.id AND c.retiree_le IS NULL AND (i.etat <> 'validee' OR EXISTS (
                     SELECT 1 FROM informations_sensibles_embargo e WHERE e.information_id = i.id AND e.leve_le IS NULL)))
       OR csil_transmission_mineur(NEW.id) AND NOT NEW.mineur THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une condition ne tient plus : la transmission ne part pas.'; END IF;
  END IF;
  IF NEW.accusee_par_id IS DISTINCT FROM OLD.accusee_par_id AND NEW.accusee_par_id IS DISTINCT FROM moi THEN
    RAISE insufficient_privilege USING MESSAGE = 'On accuse réception en son nom.'; END IF;
  IF NEW.etat = 'retour_recu' AND OLD.etat <> 'retour_recu' AND NOT EXISTS (
       SELECT 1 FROM informations_sensibles_retourtransmission r WHERE r.transmission_id = NEW.id AND r.code <> 'recu' AND r.par_id = moi) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une transmission finit par un retour.'; END IF;
  IF NEW.etat = 'annulee' AND OLD.etat <> 'annulee' AND (NEW.motif_annulation = '' OR NOT (moi = OLD.preparee_par_id OR libere
       OR OLD.dossier_id IN (SELECT csil_dossiers('piloter_dossier')))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une transmission s''annule avec une raison, par qui l''a préparée, le pilote, l''Officier ou le Chef de Corps.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_transmission
  FOR EACH ROW EXECUTE FUNCTION csil_transmission_garde();

-- Stopped at every exit: as for the circle, what its circuit does not let out, or whose originator does not agree now, stays.
CREATE FUNCTION csil_liberation_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND EXISTS (
       SELECT 1 FROM informations_sensibles_informationtransmise c JOIN informations_sensibles_information i ON i.id = c.information_id
        WHERE c.transmission_id = NEW.id AND c.retiree_le IS NULL AND (
          EXISTS (SELECT 1 FROM informations_sensibles_versioncircuit v WHERE v.id = i.version_circuit_id AND NOT v.permet_transmission)
          OR i.termine_le IS NULL AND 'informer_tfl' IS DISTINCT FROM (
            SELECT e.acte FROM informations_sensibles_etapeinformation e
             WHERE e.information_id = i.id AND e.faite_le IS NULL ORDER BY e.ordre LIMIT 1)
          OR (i.source IN ('surete', 'autre') OR i.code_traitement IN ('H1', 'H2')) AND NOT coalesce((
            SELECT a.accorde AND a.pour_transmission FROM informations_sensibles_consentement a
             WHERE a.information_id = i.id ORDER BY a.consigne_le DESC LIMIT 1), false))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une condition ne tient plus : la transmission ne part pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde_liberation BEFORE UPDATE ON informations_sensibles_transmission
  FOR EACH ROW WHEN (OLD.etat = 'verifiee' AND NEW.etat = 'liberee') EXECUTE FUNCTION csil_liberation_garde();

-- Nothing leaves without its copy: asked when the act that released it commits.
CREATE FUNCTION csil_copie_exigee() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM informations_sensibles_copiefigee c WHERE c.transmission_id = NEW.id) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une transmission se libère avec sa copie figée.'; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER copie AFTER UPDATE ON informations_sensibles_transmission DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.etat = 'verifiee' AND NEW.etat = 'liberee') EXECUTE FUNCTION csil_copie_exigee();

-- What is covered is chosen and taken out by who prepares, while it is prepared; of an arrival, linked by who records it.
CREATE FUNCTION csil_information_transmise_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t informations_sensibles_transmission;
  moi bigint := csil_moi(true);
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  SELECT * INTO t FROM informations_sensibles_transmission WHERE id = NEW.transmission_id;
  IF TG_OP = 'INSERT' THEN
    IF NEW.retiree_le IS NOT NULL OR NEW.empreinte <> '' OR NOT EXISTS (SELECT csil_informations_lisibles(NEW.information_id)) THEN
      RAISE insufficient_privilege USING MESSAGE = 'On transmet ce que l''on lit.'; END IF;
    IF NOT (t.direction = 'vers_tfl' AND t.etat = 'preparee' AND t.preparee_par_id = moi AND EXISTS (
              SELECT 1 FROM informations_sensibles_information i WHERE i.id = NEW.information_id AND i.dossier_id = t.dossier_id
                 AND i.etat = 'validee')
            OR t.direction = 'de_tfl' AND csil_porte('Officier d''information', 'Chef de Corps') IS NOT NULL) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une transmission couvre des informations validées de son dossier.'; END IF;
    RETURN NEW;
  END IF;
  IF t.direction <> 'vers_tfl' OR t.etat <> 'preparee' OR OLD.retiree_le IS NOT NULL
     OR (to_jsonb(NEW) - '{retiree_le,empreinte}'::text[]) <> (to_jsonb(OLD) - '{retiree_le,empreinte}'::text[])
     OR NEW.retiree_le IS NOT NULL AND t.preparee_par_id IS DISTINCT FROM moi
     OR NEW.empreinte <> OLD.empreinte AND (t.preparee_par_id = moi OR csil_tient() IS NULL AND NOT csil_noyau()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce qu''une transmission couvre ne se réécrit pas.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_informationtransmise
  FOR EACH ROW EXECUTE FUNCTION csil_information_transmise_garde();

-- Conditions are posed with the transmission, found to hold by another in their own name, forgotten when it changes; only
-- the Bourgmestre lets another purpose through.
CREATE FUNCTION csil_condition_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  t informations_sensibles_transmission;
  moi bigint := csil_moi(true);
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  SELECT * INTO t FROM informations_sensibles_transmission WHERE id = NEW.transmission_id;
  IF t.direction <> 'vers_tfl' OR t.etat <> 'preparee' THEN
    RAISE insufficient_privilege USING MESSAGE = 'Les conditions se constatent avant la vérification.'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.tenue IS NOT NULL OR t.preparee_par_id IS DISTINCT FROM moi THEN
      RAISE insufficient_privilege USING MESSAGE = 'Une condition naît à vérifier.'; END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.transmission_id, NEW.code, NEW.information_id) IS DISTINCT FROM (OLD.id, OLD.transmission_id, OLD.code, OLD.information_id)
     OR NEW.tenue IS NOT NULL AND (NEW.constatee_par_id IS DISTINCT FROM moi OR t.preparee_par_id = moi OR csil_tient() IS NULL AND NOT csil_noyau())
     OR NEW.derogation AND (csil_porte('Bourgmestre') IS NULL OR NEW.code <> 'finalite_458ter') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une condition se constate par une autre personne, en son nom.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_conditiontransmission
  FOR EACH ROW EXECUTE FUNCTION csil_condition_garde();

-- Frozen once, in the act that releases, under its own fingerprint.
CREATE FUNCTION csil_copie_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF TG_OP <> 'INSERT' OR NOT EXISTS (
       SELECT 1 FROM informations_sensibles_transmission t WHERE t.id = NEW.transmission_id AND t.etat = 'liberee'
          AND t.liberee_par_id = csil_moi(true) AND t.liberee_le > statement_timestamp() - interval '1 min') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une copie se fige une fois, quand la transmission se libère.'; END IF;
  IF NEW.sha256 <> encode(sha256(NEW.contenu), 'hex') OR NEW.taille <> octet_length(NEW.contenu) THEN
    RAISE insufficient_privilege USING MESSAGE = 'L''empreinte n''est pas celle de la copie.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON informations_sensibles_copiefigee FOR EACH ROW EXECUTE FUNCTION csil_copie_garde();

-- A return is its recipient's, or the Officier's when it came by the separate network; it is not rewritten.
CREATE FUNCTION csil_retour_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF NOT EXISTS (
       SELECT 1 FROM informations_sensibles_transmission t WHERE t.id = NEW.transmission_id AND t.direction = 'vers_tfl' AND (
         NOT NEW.hors_ligne AND t.etat = 'accusee' AND t.destinataire_id = csil_contact_tfl()
         OR NEW.hors_ligne AND t.etat IN ('liberee', 'accusee') AND csil_porte('Officier d''information') IS NOT NULL)) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un retour se donne par le destinataire, ou se note par l''Officier.'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT ON informations_sensibles_retourtransmission FOR EACH ROW EXECUTE FUNCTION csil_retour_garde();
