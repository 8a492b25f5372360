-- « Que verrait cette personne ? »: names of sectors and references of what would be open to her, for an authority or the data
-- protection officer, whose own rows these need not be. Never a text. The same rules as 0002, for somebody who does not speak;
-- what is closed to who asks is not named to them either.
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
