-- Memberships in force, read by Python (csil.GroupeEnVigueur) and by the policies alike: no signal, no copy, no cron.
-- A sensitive group counts while a confirmed mandate stands behind it, a closed account never (conception §3).
CREATE VIEW csil_groupe_en_vigueur AS
  SELECT a.id, a.personne_id, a.groupe_id
  FROM csil_attribution a JOIN csil_utilisateur u ON u.id = a.personne_id AND u.is_active
  WHERE NOT EXISTS (SELECT 1 FROM csil_profilgroupe p WHERE p.groupe_id = a.groupe_id AND p.sensible)
     OR EXISTS (SELECT 1 FROM partenaires_mandat m
                WHERE m.personne_id = a.personne_id AND m.groupe_id = a.groupe_id
                  AND m.confirme_le IS NOT NULL AND m.termine_le IS NULL
                  AND m.debut <= statement_timestamp() AND statement_timestamp() < m.fin);

-- May the speaker confirm mandates: an authority in force, with the second factor of this login?
CREATE FUNCTION csil_autorite() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moi bigint := csil_moi(true);
BEGIN
  RETURN moi IS NOT NULL AND EXISTS (
    SELECT 1 FROM csil_groupe_en_vigueur v JOIN csil_profilgroupe p ON p.groupe_id = v.groupe_id AND p.confirme
    WHERE v.personne_id = moi);
END $$;

-- Asker, confirmer and whoever ends it are who speaks, whatever the statement claims; nothing else is rewritten.
CREATE FUNCTION csil_mandat_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE moi bigint := csil_moi(true);
BEGIN
  IF csil_est_proprietaire() THEN RETURN NEW; END IF;
  IF moi IS NULL THEN RAISE insufficient_privilege USING MESSAGE = 'Personne ne parle.'; END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.demande_par_id IS DISTINCT FROM moi OR NEW.confirme_le IS NOT NULL OR NEW.confirme_par_id IS NOT NULL OR NEW.amorce
       OR NOT csil_dans('Administrateurs') THEN
      RAISE insufficient_privilege USING MESSAGE = 'Un mandat naît d''une demande, non confirmé.'; END IF;
    RETURN NEW;
  END IF;
  IF (to_jsonb(NEW) - '{confirme_par_id,confirme_le,refuse_par_id,refuse_le,termine_par_id,termine_le,decision}'::text[])
     <> (to_jsonb(OLD) - '{confirme_par_id,confirme_le,refuse_par_id,refuse_le,termine_par_id,termine_le,decision}'::text[]) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Un mandat ne se réécrit pas.'; END IF;
  IF OLD.refuse_le IS NOT NULL OR OLD.termine_le IS NOT NULL THEN
    RAISE insufficient_privilege USING MESSAGE = 'Ce mandat a pris fin.'; END IF;
  IF (NEW.confirme_le, NEW.confirme_par_id) IS DISTINCT FROM (OLD.confirme_le, OLD.confirme_par_id)
     AND (OLD.confirme_le IS NOT NULL OR NEW.confirme_par_id IS DISTINCT FROM moi OR NOT csil_autorite()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Seule une autorité confirme, une fois, en son nom.'; END IF;
  IF (NEW.refuse_le, NEW.refuse_par_id) IS DISTINCT FROM (OLD.refuse_le, OLD.refuse_par_id)
     AND (OLD.confirme_le IS NOT NULL OR NEW.refuse_par_id IS DISTINCT FROM moi OR NOT csil_autorite()) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Seule une autorité refuse, en son nom.'; END IF;
  IF (NEW.termine_le, NEW.termine_par_id) IS DISTINCT FROM (OLD.termine_le, OLD.termine_par_id)
     AND (NEW.termine_par_id IS DISTINCT FROM moi OR NOT (csil_autorite() OR csil_dans('Administrateurs'))) THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une fin de mandat porte le nom de qui la décide.'; END IF;
  IF NEW.confirme_le IS DISTINCT FROM OLD.confirme_le THEN NEW.confirme_le := statement_timestamp(); END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE ON partenaires_mandat FOR EACH ROW EXECUTE FUNCTION csil_mandat_garde();

-- Who works for which partner is an administrator's to say; who keeps a record is the Référent's to give.
CREATE FUNCTION csil_appartenance_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND NOT csil_dans('Administrateurs') THEN
    RAISE insufficient_privilege USING MESSAGE = 'Une appartenance se note par un administrateur.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON partenaires_appartenance
  FOR EACH ROW EXECUTE FUNCTION csil_appartenance_garde();

CREATE FUNCTION csil_droit_garde() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT csil_est_proprietaire() AND NOT csil_dans('Référent Radicalisme', 'Administrateurs') THEN
    RAISE insufficient_privilege USING MESSAGE = 'La tenue d''une fiche se confie par le Référent.'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER garde BEFORE INSERT OR UPDATE OR DELETE ON partenaires_droitpartenaire
  FOR EACH ROW EXECUTE FUNCTION csil_droit_garde();
