-- « Que verrait cette personne ? »: names of sectors and references of what would be open to her, for an authority or the data
-- protection officer, whose own rows these need not be. Never a text. The same rules as the policies, for somebody who does not
-- speak; what is closed to who asks is not named to them either.
CREATE FUNCTION csil_regard_cellule(elle bigint) RETURNS TABLE (genre text, reference text)
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  membre boolean;
  siens bigint[];
  engagee boolean := EXISTS (SELECT 1 FROM csil_engagement e WHERE e.personne_id = elle AND e.texte_id = (
    SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1));
  ses_groupes text[] := ARRAY(SELECT g.name FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
                              WHERE v.personne_id = elle);
BEGIN
  IF csil_decide() IS NULL AND NOT csil_dans('Délégué à la protection des données') THEN RETURN; END IF;
  membre := engagee AND ses_groupes && ARRAY['Référent Radicalisme', 'Bourgmestre', 'Chef de Corps',
                                             'Officier d''information', 'Cellule Informations sensibles'];
  siens := ARRAY(SELECT secteur_id FROM informations_sensibles_correspondantsecteur
                  WHERE personne_id = elle AND engagee AND 'Points de contact sectoriels' = ANY (ses_groupes)
                    AND debut <= statement_timestamp() AND (fin IS NULL OR statement_timestamp() < fin));
  RETURN QUERY SELECT 'secteur', s.nom::text FROM informations_sensibles_secteur s WHERE membre ORDER BY s.nom;
  RETURN QUERY SELECT 'processus', '' FROM informations_sensibles_processuscommunication p
    WHERE membre OR p.secteur_id = ANY (siens) AND EXISTS (
      SELECT 1 FROM informations_sensibles_versionprocessus v
       WHERE v.processus_id = p.id AND v.etat NOT IN ('brouillon', 'soumise'));
  RETURN QUERY SELECT 'signalement', s.reference::text FROM informations_sensibles_signalementcontextuel s
    WHERE (membre OR s.signalant_id = elle AND s.secteur_id = ANY (siens))
      AND NOT EXISTS (SELECT 1 FROM informations_sensibles_blocage b
                       WHERE b.signalement_id = s.id AND b.personne_id = elle AND b.leve_le IS NULL)
      AND s.id NOT IN (SELECT csil_blocages())
      AND s.id::text NOT IN (SELECT csil_quarantaines('informations_sensibles.signalementcontextuel'))
    ORDER BY s.recu_le DESC;
END $$;

-- The same of the reports of partners on a person.
CREATE FUNCTION csil_regard_signaler(elle bigint) RETURNS SETOF text
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  engagee boolean := EXISTS (SELECT 1 FROM csil_engagement e WHERE e.personne_id = elle AND e.texte_id = (
    SELECT id FROM csil_texteengagement ORDER BY version DESC LIMIT 1));
  ses_groupes text[] := ARRAY(SELECT g.name FROM csil_groupe_en_vigueur v JOIN auth_group g ON g.id = v.groupe_id
                              WHERE v.personne_id = elle);
  siens bigint[];
BEGIN
  IF csil_decide() IS NULL AND NOT csil_dans('Délégué à la protection des données') OR NOT engagee THEN RETURN; END IF;
  siens := ARRAY(SELECT a.partenaire_id FROM partenaires_appartenance a JOIN csil_utilisateur u ON u.id = a.personne_id AND u.is_active
    WHERE a.personne_id = elle
      AND csil_aujourd_hui() BETWEEN a.debut AND coalesce(a.fin, 'infinity')
      AND EXISTS (SELECT 1 FROM informations_sensibles_ouverturepartenaire o
                   WHERE o.partenaire_id = a.partenaire_id AND o.fermee_le IS NULL)
      AND EXISTS (SELECT 1 FROM informations_sensibles_visadpo v WHERE v.retire_le IS NULL));
  RETURN QUERY SELECT s.reference::text FROM informations_sensibles_signalementpartenaire s
    WHERE (s.signalant_id = elle AND s.partenaire_id = ANY (siens)
        OR s.etat <> 'retire' AND 'Référent Radicalisme' = ANY (ses_groupes)
        OR s.etat IN ('repris', 'clos') AND ses_groupes && ARRAY['Bourgmestre', 'Chef de Corps'])
      AND s.id::text NOT IN (SELECT csil_quarantaines('informations_sensibles.signalementpartenaire'))
    ORDER BY s.recu_le DESC;
END $$;

-- The same of the transmissions.
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
