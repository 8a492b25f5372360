-- Who is kept away does not read why, nor by whom: they ask which records are closed to them, and get keys. The owner asks
-- for anybody, as when the wall is compared with visible_to.
CREATE FUNCTION csil_blocages(elle bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT signalement_id FROM informations_sensibles_blocage
   WHERE personne_id = elle AND leve_le IS NULL AND (elle = (SELECT csil_moi(true)) OR (SELECT csil_est_proprietaire())) $$;
CREATE FUNCTION csil_dossiers_fermes(elle bigint) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 2 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT dossier_id FROM informations_sensibles_blocagedossier
   WHERE personne_id = elle AND leve_le IS NULL AND (elle = (SELECT csil_moi(true)) OR (SELECT csil_est_proprietaire())) $$;

ALTER POLICY lire ON informations_sensibles_blocage USING (
  (SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true)) AND NOT (signalement_id IN (SELECT csil_blocages())));
ALTER POLICY lire ON informations_sensibles_blocagedossier USING (
  (SELECT csil_decide()) IS NOT NULL AND personne_id <> (SELECT csil_moi(true))
  AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = dossier_id));

-- Asked by every list of informations: by the function, since the policy of informations would be planned again each time.
ALTER POLICY lire ON informations_sensibles_embargo USING (
  (pose_par_id = (SELECT csil_membre()) OR (SELECT csil_noyau()) AND NOT csil_est_membre(pose_par_id))
  AND EXISTS (SELECT csil_informations_lisibles(information_id)));

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

-- Of the Cellule now: to be asked by functions only.
CREATE FUNCTION csil_membres() RETURNS SETOF bigint
LANGUAGE sql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT v.personne_id FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
    JOIN csil_engagement e ON e.personne_id = v.personne_id
     AND e.texte_id = (SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1)
   WHERE g.name IN ('Référent Radicalisme', 'Bourgmestre', 'Chef de Corps', 'Officier d''information',
                    'Cellule Informations sensibles') $$;
REVOKE ALL ON FUNCTION csil_membres() FROM PUBLIC;

-- « Que verrait cette personne ? », for the transmissions: references of what would be open to her. As csil_regard_cellule.
CREATE FUNCTION csil_regard_transmissions(elle bigint) RETURNS SETOF text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ses_groupes text[] := ARRAY(SELECT g.name FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
                              WHERE v.personne_id = elle);
  noyau boolean := ses_groupes && ARRAY['Bourgmestre', 'Chef de Corps'];
  tient boolean := ses_groupes && ARRAY['Référent Radicalisme', 'Officier d''information'];
  membre boolean := elle IN (SELECT csil_membres());
BEGIN
  IF csil_decide() IS NULL AND NOT csil_dans('Délégué à la protection des données') THEN RETURN; END IF;
  IF NOT EXISTS (SELECT 1 FROM csil_engagement e WHERE e.personne_id = elle AND e.texte_id = (
    SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1)) THEN RETURN; END IF;
  RETURN QUERY SELECT t.reference::text FROM informations_sensibles_transmission t
    WHERE (membre AND (noyau
        OR EXISTS (SELECT 1 FROM informations_sensibles_droitdossier d
                     JOIN auth_permission p ON p.id = d.permission_id AND p.codename = 'view_dossier'
                    WHERE d.user_id = elle AND d.content_object_id = t.dossier_id AND d.debut <= statement_timestamp()
                      AND (d.fin IS NULL OR statement_timestamp() < d.fin))
        OR tient AND EXISTS (SELECT 1 FROM informations_sensibles_dossier d WHERE d.id = t.dossier_id AND d.etat = 'propose')
        OR tient AND t.direction = 'vers_tfl' AND (t.fini_le IS NULL OR t.fini_le > statement_timestamp() - interval '1 day')
        OR 'Officier d''information' = ANY (ses_groupes) AND t.direction = 'de_tfl')
      OR 'Contact TFL opérationnelle' = ANY (ses_groupes) AND t.destinataire_id = elle AND t.etat IN ('liberee', 'accusee', 'retour_recu'))
      AND NOT EXISTS (SELECT 1 FROM informations_sensibles_blocagedossier b
                       WHERE b.dossier_id = t.dossier_id AND b.personne_id = elle AND b.leve_le IS NULL)
      AND NOT EXISTS (SELECT 1 FROM informations_sensibles_informationtransmise c
                        JOIN informations_sensibles_embargo e ON e.information_id = c.information_id AND e.leve_le IS NULL
                       WHERE c.transmission_id = t.id AND c.retiree_le IS NULL AND e.pose_par_id <> elle
                         AND (NOT noyau OR e.pose_par_id IN (SELECT csil_membres())))
      -- what is closed to who asks is not named to them either
      AND NOT (t.id IN (SELECT csil_transmissions_fermees()))
      AND (t.dossier_id IS NULL OR NOT (t.dossier_id IN (SELECT csil_dossiers_fermes())))
      AND NOT (t.id::text IN (SELECT csil_quarantaines('informations_sensibles.transmission')))
      AND NOT (coalesce(t.dossier_id::text, '') IN (SELECT csil_quarantaines('informations_sensibles.dossier')))
    ORDER BY t.preparee_le DESC;
END $$;

-- As in 0014, and of whom a partner reported.
DROP FUNCTION csil_nomme(uuid, uuid, text);
CREATE FUNCTION csil_nomme(dossier uuid, information uuid, signalement uuid, texte text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT 1 FROM informations_sensibles_identite i
     WHERE (i.implication_id IN (SELECT m.id FROM informations_sensibles_implication m WHERE m.dossier_id = csil_nomme.dossier)
            OR i.information_id IN (SELECT f.id FROM informations_sensibles_information f WHERE f.dossier_id = csil_nomme.dossier)
            OR i.information_id = csil_nomme.information OR i.signalement_partenaire_id = csil_nomme.signalement)
       AND csil_contient_nom(texte, i.nom, i.prenom) AND csil_revelable(i.id)) $$;

-- As in 0014, with what partners reported and nobody has taken up yet, for who reads it.
CREATE OR REPLACE FUNCTION csil_meme_personne(cle uuid) RETURNS TABLE (genre text, objet uuid)
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
